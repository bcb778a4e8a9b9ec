from __future__ import annotations

from pathlib import Path

import pytest

from tests.journeys.program import Program


@pytest.fixture
def program(tmp_path: Path) -> Program:
    home = tmp_path / "home"
    home.mkdir()
    return Program(vault=tmp_path / "My PKM", data=tmp_path / "data", home=home)
