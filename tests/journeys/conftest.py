from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.journeys.program import Program

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from pkm_app.app.parts import App
    from pkm_app.app.window import Opened


@pytest.fixture
def program(tmp_path: Path) -> Program:
    home = tmp_path / "home"
    home.mkdir()
    return Program(vault=tmp_path / "My PKM", data=tmp_path / "data", home=home)


@pytest.fixture
def opened(qapp: QApplication, app: App) -> Iterator[Opened]:
    """The window over the ``app`` of a module. Qt is imported here, for other journeys do without."""
    from pkm_app.app.window import open_shell
    from tests.journeys.window_end import take_away

    with open_shell(app) as made:
        assert made is not None
        made.shell.resize(1280, 800)
        yield made
        take_away(made.shell)
