"""The size of everything, and nothing that moves by itself."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pkm_app.ui.ease import SIZES, scaled
from pkm_app.ui.shell import Shell
from pkm_app.ui.widgets import Button

UI = Path(__file__).parents[2] / "pkm_app" / "ui"
ASK = """
import json, os, sys
from pkm_app.ui.start import make_application
application = make_application(["pkm"], size=sys.argv[1])
screen = application.primaryScreen()
print(json.dumps([screen.devicePixelRatio(), os.environ.get("QT_SCALE_FACTOR")]))
"""


@pytest.mark.parametrize(("size", "ratio"), [("100", 1.0), ("150", 1.5), ("200", 2.0), ("", 1.0), ("9999", 1.0)])
def test_the_size_holds_for_the_window_and_for_no_program_started_from_it(size: str, ratio: float) -> None:
    clean = {name: value for name, value in os.environ.items() if name not in ("QT_SCALE_FACTOR", "QT_FONT_DPI")}
    done = subprocess.run([sys.executable, "-c", ASK, size], env=clean, capture_output=True, text=True, check=True)
    assert json.loads(done.stdout) == [ratio, None]


def test_a_factor_of_the_persons_own_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_SCALE_FACTOR", "1.75")
    with scaled("200"):
        assert os.environ["QT_SCALE_FACTOR"] == "1.75"


def test_size_and_motion_are_chosen_in_the_settings(qtbot: QtBot, qapp: QApplication, shell: Shell) -> None:
    shell.show_settings()
    page = shell.pages.settings
    assert set(SIZES) <= set(page._buttons["scale"])
    blink = qapp.cursorFlashTime()
    try:
        qtbot.mouseClick(page._buttons["motion"]["none"], Qt.MouseButton.LeftButton)
        assert qapp.cursorFlashTime() <= 0
        assert not qapp.isEffectEnabled(Qt.UIEffect.UI_FadeMenu)
    finally:
        qtbot.mouseClick(page._buttons["motion"]["system"], Qt.MouseButton.LeftButton)
    assert qapp.cursorFlashTime() == blink
    qtbot.mouseClick(page._buttons["scale"]["150"], Qt.MouseButton.LeftButton)
    kept = shell.context.services.settings
    assert (kept.get("scale"), kept.get("motion")) == ("150", "system")
    assert [button for button in page.findChildren(Button) if button.isChecked() and button.shown_text() == "150 %"]


def test_nothing_in_the_window_moves_by_itself() -> None:
    moving = re.compile(r"Q\w*Animation\b|QMovie|QTimeLine|QGraphicsEffect")
    assert [path.name for path in UI.rglob("*.py") if moving.search(path.read_text(encoding="utf-8"))] == []
