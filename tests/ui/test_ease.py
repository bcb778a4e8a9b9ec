"""The size of everything, and nothing that moves by itself."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pkm_app.ui.ease import SIZES, scaled
from pkm_app.ui.seek.page import SeekPage
from pkm_app.ui.shell import Shell
from pkm_app.ui.widgets import Button
from tests.ui.demo import Demo

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
    qtbot.mouseClick(page._buttons["scale"]["100"], Qt.MouseButton.LeftButton)
    assert shell.isVisible(), "that size holds already"
    qtbot.mouseClick(page._buttons["scale"]["150"], Qt.MouseButton.LeftButton)
    kept = shell.context.services.settings
    assert not shell.isVisible()
    assert shell.context.services.beginning.reopened == ["settings"]  # type: ignore[attr-defined]  # the demo's own
    assert (kept.get("scale"), kept.get("motion")) == ("150", "system")
    assert [button for button in page.findChildren(Button) if button.isChecked() and button.shown_text() == "150%"]


COME_AGAIN = """
import json, sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pkm_app.app import open_window
from pkm_app.ui.shell import Shell
seen = []
def act():
    for shell in [one for one in QApplication.topLevelWidgets() if isinstance(one, Shell) and one.isVisible()]:
        page = shell.pages.settings
        here = [shell.devicePixelRatioF(), shell._current]
        if here not in seen:
            seen.append(here)
            if len(seen) == 1:
                shell.show_settings()
                page._buttons["scale"]["200"].click()
            elif len(seen) == 2:
                page._buttons["scale"]["100"].click()
            else:
                shell.close()
            return
import pkm_app.ui.start as start
made = start.make_window
def make_window(*given, **named):
    shell = made(*given, **named)
    timer = QTimer(shell)
    timer.timeout.connect(act)
    timer.start(200)
    return shell
import pkm_app.app.window
pkm_app.app.window.make_window = make_window
code = open_window(sys.argv[1], sys.argv[2])
print(json.dumps([code, seen]))
"""


def test_another_size_holds_at_once_in_a_window_that_comes_again(tmp_path: Path) -> None:
    clean = {name: value for name, value in os.environ.items() if name not in ("QT_SCALE_FACTOR", "QT_FONT_DPI")}
    (tmp_path / "vault" / "notes").mkdir(parents=True)
    (tmp_path / "vault" / "notes" / "One.md").write_text("One.\n", encoding="utf-8")
    given = [sys.executable, "-c", COME_AGAIN, str(tmp_path / "vault"), str(tmp_path / "data")]
    done = subprocess.run(given, env=clean | {"QT_QPA_PLATFORM": "offscreen"}, capture_output=True, text=True,
                          timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    code, seen = json.loads(done.stdout.splitlines()[-1])
    assert code == 0
    assert seen == [[1.0, "today"], [2.0, "settings"], [1.0, "settings"]]


def test_in_a_small_window_of_twice_the_size_the_list_stands_over_the_article(
        qtbot: QtBot, demos: Callable[..., Demo], windows: Callable[..., Shell]) -> None:
    demo = demos(full=True)
    demo.services.settings.put("scale", "200")
    shell = windows(demo.services, "light", "nl")
    shell.resize(640, 440)  # a screen of 1280x880
    shell.show()
    shell.show_room("seek")
    page = shell.findChild(SeekPage)
    assert page is not None
    qtbot.waitUntil(lambda: page._columns.splitter.orientation() == Qt.Orientation.Vertical)
    qtbot.waitUntil(lambda: page.view.mapTo(shell, page.view.rect().bottomRight()).x() <= shell.width())
    assert page.view.width() > 300
    shell.resize(1440, 900)
    qtbot.waitUntil(lambda: page._columns.splitter.orientation() == Qt.Orientation.Horizontal)


SCREENS = """{"screens": [
    {"name": "one", "x": 0, "y": 0, "width": 1280, "height": 800, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1},
    {"name": "two", "x": 1280, "y": 0, "width": 2560, "height": 1600, "logicalDpi": 96, "logicalBaseDpi": 96,
     "dpr": 1}]}"""
FACTORS = "one=1;two=2"
MOVE = """
import json, sys, tempfile
from pathlib import Path
from PySide6.QtWidgets import QApplication
from pkm_app.ui.start import make_application, make_window
from pkm_app.work.runner import Runner
from tests.ui.demo import Demo
from tests.ui.shots import settle
application = make_application(["pkm", "-platform", "offscreen:configfile=" + sys.argv[1]])
runner = Runner(threads=2)
demo = Demo(runner, Path(sys.argv[2]), {"language": "en", "scheme": "light"}, full=True)
shell = make_window(application, demo.services, "light", "en")
shell.resize(1024, 700)
shell.show()
shell.show_room("seek")
settle(600)
told = []
def tell():
    picture = shell.grab()
    told.append([shell.screen().name(), shell.devicePixelRatioF(), picture.width(), picture.height(), shell.width(),
                 shell.height()])
tell()
one, two = application.screens()
for screen in (two, one):
    shell.windowHandle().setScreen(screen)
    shell.move(screen.availableGeometry().topLeft())
    settle(600)
    tell()
shell.move(two.availableGeometry().topLeft())
settle(300)
wide = shell.width()
shell.close()
second = make_window(application, demo.services, "light", "en")
second.show()
settle(300)
told.append([second.screen().name(), second.width() == min(wide, 1280)])
second.close()
runner.close()
demo.close()
print(json.dumps(told))
"""


def test_a_window_is_as_sharp_as_the_screen_it_is_moved_to(tmp_path: Path) -> None:
    """Two screens of different scale: what is painted has the pixels of the screen, and the same size on it."""
    (tmp_path / "screens.json").write_text(SCREENS, encoding="utf-8")
    (tmp_path / "demo").mkdir()
    clean = {name: value for name, value in os.environ.items() if not name.startswith("QT_")}
    done = subprocess.run([sys.executable, "-c", MOVE, str(tmp_path / "screens.json"), str(tmp_path / "demo")],
                          env=clean | {"QT_SCREEN_SCALE_FACTORS": FACTORS}, capture_output=True, text=True, timeout=120,
                          check=False)
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout.splitlines()[-1])
    *moved, again = told
    assert [(name, ratio) for name, ratio, *_ in moved] == [("one", 1.0), ("two", 2.0), ("one", 1.0)]
    for _, ratio, width, height, wide, high in moved:
        assert (width, height) == (wide * ratio, high * ratio)
        assert (wide, high) >= (880, 560), "no narrower than the window can be read"
    assert again == ["two", True], "it comes again on the screen on which it was closed"


def test_nothing_in_the_window_moves_by_itself() -> None:
    moving = re.compile(r"Q\w*Animation\b|QMovie|QTimeLine|QGraphicsEffect")
    assert [path.name for path in UI.rglob("*.py") if moving.search(path.read_text(encoding="utf-8"))] == []
