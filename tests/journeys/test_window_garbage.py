"""What was built for good is not looked at by the collector again; what went is thrown away first."""

from __future__ import annotations

import gc
import os
import weakref
from collections.abc import Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from pytestqt.qtbot import QtBot

from pkm_app.app import open_app
from pkm_app.app.parts import App
from pkm_app.app.window import Opened

pytestmark = [pytest.mark.window, pytest.mark.slow]


class Gone:
    """Something that only the collector can take away."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture
def app(tmp_path: Path) -> Iterator[App]:
    with open_app(str(tmp_path / "PKM"), str(tmp_path / "data")) as opened:
        yield opened


def test_a_room_is_kept_for_good_once_it_is_built_and_no_garbage_with_it(qtbot: QtBot, opened: Opened) -> None:
    try:
        gone = weakref.ref(Gone())
        before = gc.get_freeze_count()
        opened.shell.show_room("seek")
        assert gc.get_freeze_count() > before + 1000
        assert gone() is None
    finally:
        gc.unfreeze()
        gc.enable()
