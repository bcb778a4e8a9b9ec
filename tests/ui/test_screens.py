"""Screens: two of different scale, one that is gone, one that is small; and the window as it was left.

What needs two screens is tried in a process of its own: the screens of a process are chosen when it starts.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from pkm_app.ui.capture import CaptureDialog
from pkm_app.ui.geometry import OnScreens, keep_geometry, restore_geometry, within
from pkm_app.ui.services import Services
from pkm_app.ui.shell import Shell

UI = Path(__file__).parents[2] / "pkm_app" / "ui"
KEY = "window.geometry"
Windows = Callable[..., Shell]

BEGIN = """
import json, sys
from pathlib import Path
from PySide6.QtWidgets import QApplication, QDialog, QStyle
from pkm_app.ui.start import make_application, make_window
from pkm_app.work.runner import Runner
from tests.ui.demo import Demo
from tests.ui.shots_taking import settle, until
application = make_application(["pkm", "-platform", "offscreen:configfile=" + sys.argv[1]])
runner = Runner(threads=2)
kept = json.loads(sys.argv[3])
demo = Demo(runner, Path(sys.argv[2]), {"language": "nl", "scheme": "light", **kept}, full=True)
shell = make_window(application, demo.services, "light", "nl")
told = {}
def box(window):
    return [window.screen().name(), window.x(), window.y(), window.width(), window.height()]
def end():
    shell.close()
    runner.close()
    demo.close()
    print(json.dumps(told))
"""
ON_BOTH = BEGIN + """
from pkm_app.ui.capture import CaptureDialog
from pkm_app.ui.seek.page import SeekPage
from pkm_app.ui.seek.type_popup import TypePopup
for number in (0, 1):
    screen = application.screens()[number]
    scale = screen.devicePixelRatio()
    if shell.isVisible():
        shell.windowHandle().setScreen(screen)
    free = screen.availableGeometry().adjusted(8, 8, -8, -8)
    shell.setGeometry(free)
    shell.show()
    until(lambda: shell.devicePixelRatioF() == scale)
    shell.setGeometry(free)
    settle(100)
    found = told[screen.name()] = {"shell": box(shell), "free": list(screen.availableGeometry().getRect())}
    shell.show_room("seek")
    pictures = shell.findChild(SeekPage).list.itemDelegate()._pictures
    until(lambda: any(picture.devicePixelRatio() == scale for picture in pictures.values()))
    shell.grab()
    painted = list(pictures.values())[-1]  # the one painted last
    found["row"] = [painted.devicePixelRatio() == scale, painted.width() >= 200 * scale]
    for name in ("window.about", "window.keys", "window.guide", "window.capture"):
        shell.commands.run(name)
        dialog = shell.findChildren(QDialog)[-1]
        until(dialog.isVisible)
        if isinstance(dialog, CaptureDialog):
            dialog.show_kind("video")
        settle(100)
        picture = dialog.grab()
        found[name] = box(dialog) + [picture.width() == round(dialog.width() * scale)]
        if isinstance(dialog, CaptureDialog):
            dialog.fields["comment"].setFocus()
        dialog.close()
        dialog.deleteLater()
        settle(50)
    popup = TypePopup(shell.context.look, demo.services.settings, shell)
    popup.open_below(shell.rail)
    until(popup.isVisible)
    found["popup"] = box(popup) + [True]
    popup.close()
end()
"""
AGAIN = BEGIN + """
shell.show()
settle(100)
told["shell"] = box(shell)
told["title"] = shell.style().pixelMetric(QStyle.PixelMetric.PM_TitleBarHeight)
told["free"] = list(shell.screen().availableGeometry().getRect())
end()
"""


def run(folder: Path, code: str, screens: dict[str, tuple[int, int, float]], **kept: str) -> Any:
    """Run code in a process with screens beside one another, each with its width, height and scale."""
    listed, left = [], 0
    for name, (width, height, _) in screens.items():
        listed.append({"name": name, "x": left, "y": 0, "width": width, "height": height, "logicalDpi": 96,
                       "logicalBaseDpi": 96, "dpr": 1})
        left += width
    (folder / "screens.json").write_text(json.dumps({"screens": listed}), encoding="utf-8")
    (folder / "demo").mkdir()
    clean = {name: value for name, value in os.environ.items() if not name.startswith("QT_")}
    factors = ";".join(f"{name}={scale}" for name, (_, _, scale) in screens.items())
    given = [sys.executable, "-c", code, str(folder / "screens.json"), str(folder / "demo"), json.dumps(kept)]
    done = subprocess.run(given, env=clean | {"QT_SCREEN_SCALE_FACTORS": factors}, capture_output=True, text=True,
                          timeout=300, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])


@pytest.mark.parametrize("scales", [(1, 1.5), (2, 1)])
def test_what_opens_over_the_window_has_its_size_on_either_screen(tmp_path: Path, scales: tuple[float, float]) -> None:
    """A dialog kept the pixels of the first screen: on one of another scale it was two thirds as large, or twice."""
    told = run(tmp_path, ON_BOTH, {name: (round(1400 * scale), round(720 * scale), scale)
                                   for name, scale in zip(("one", "two"), scales, strict=True)})
    first, second = told["one"], told["two"]
    assert first.keys() == second.keys()
    assert first.pop("row") == second.pop("row") == [True, True], "rows are painted anew for the other screen"
    for name in first.keys() - {"free"}:
        assert first[name][3:] == second[name][3:], f"{name} is of the same size"
        for screen in ("one", "two"):
            on, x, y, width, height, *sharp = told[screen][name]
            assert on == screen, name
            assert QRect(*told[screen]["free"]).contains(QRect(x, y, width, height)), f"{name} on {screen}"
            assert all(sharp), f"{name} has the pixels of {screen}"


def test_a_window_whose_screen_is_gone_comes_whole_onto_another(tmp_path: Path) -> None:
    told = run(tmp_path, AGAIN, {"one": (1280, 720, 1), "two": (1280, 720, 1)}, **{KEY: "4000,-900,1900,1000,0"})
    (name, x, y, width, height), title = told["shell"], told["title"]
    assert name == "one"
    free = QRect(*told["free"])
    assert free.contains(QRect(x, y, width, height))
    assert y > free.top(), "its title can be got hold of"
    assert (width, height) == (1280, 720 - title)


def test_a_small_screen_gets_a_window_that_fits(tmp_path: Path) -> None:
    """An old laptop at one and a half times: 853 by 533."""
    told = run(tmp_path, AGAIN, {"one": (1280, 800, 1.5), "two": (1280, 800, 1.5)})
    name, x, y, width, height = told["shell"]
    assert name == "one"
    assert QRect(*told["free"]).contains(QRect(x, y, width, height))


@pytest.mark.parametrize(("box", "moved"), [
    ((10, 20, 300, 200), (10, 20, 300, 200)), ((-50, 20, 300, 200), (0, 20, 300, 200)),
    ((900, 700, 300, 200), (700, 600, 300, 200)), ((-5, -5, 3000, 2000), (0, 0, 1000, 800))])
def test_a_box_moves_no_further_than_it_must(box: tuple[int, int, int, int], moved: tuple[int, int, int, int]) -> None:
    assert within(QRect(*box), QRect(0, 0, 1000, 800)) == QRect(*moved)


def test_a_screen_that_is_unplugged_takes_no_window_along(qtbot: QtBot, shell: Shell) -> None:
    shell.setMinimumSize(0, 0)
    shell.setGeometry(5000, 3000, 700, 500)
    watch = shell.findChild(OnScreens)
    assert isinstance(watch, OnScreens)
    screen = QGuiApplication.primaryScreen()
    QGuiApplication.instance().screenRemoved.emit(screen)  # type: ignore[union-attr]  # Qt's own, as if it had gone
    qtbot.waitUntil(lambda: screen.availableGeometry().contains(shell.geometry().topLeft()))


@pytest.mark.parametrize("state", [Qt.WindowState.WindowMinimized,
                                   Qt.WindowState.WindowMinimized | Qt.WindowState.WindowMaximized])
def test_a_window_closed_while_minimised_comes_again_as_it_was(
        windows: Windows, services: Services, state: Qt.WindowState) -> None:
    services.settings.put("scale", "200")  # so that a small window will do
    first = windows(services)
    first.setGeometry(20, 30, 700, 500)
    first.show()
    first.setWindowState(state)
    first.close()
    x, y, width, height, full = services.settings.get(KEY).split(",")
    assert (x, y, width, height) == ("20", "30", "700", "500")
    second = windows(services)
    assert not second.isVisible(), "it is shown once it is whole"
    second.show()
    assert not second.isMinimized()
    assert second.isMaximized() == (full == "1") == bool(state & Qt.WindowState.WindowMaximized)


def test_a_window_that_filled_its_screen_does_so_again_and_has_its_former_size_back(
        windows: Windows, services: Services) -> None:
    services.settings.put("scale", "200")  # so that a small window will do
    first = windows(services)
    first.setGeometry(20, 30, 700, 500)
    first.show()
    first.showMaximized()
    first.close()
    second = windows(services)
    second.show()
    assert second.isMaximized()
    assert second.normalGeometry() == QRect(20, 30, 700, 500)


def test_a_window_stays_where_it_is_however_often_it_is_closed(windows: Windows, services: Services) -> None:
    """What Qt calls its place is below the frame: put there with its frame, it went down a little each time."""
    services.settings.put("scale", "200")
    services.settings.put(KEY, "40,60,700,500,0")
    for _ in range(3):
        window = windows(services)
        window.show()
        keep_geometry(window, services.settings)
        window.close()
    assert services.settings.get(KEY) == "40,60,700,500,0"


@pytest.mark.parametrize("kept", ["", "a,b,c,d,e", "1,2,3", "99999,99999,0,0,1", "1,2,3,4,5\n"])
def test_a_place_that_cannot_be_read_harms_nothing(windows: Windows, services: Services, kept: str) -> None:
    services.settings.put(KEY, kept)
    window = windows(services)
    restore_geometry(window, services.settings)
    assert window.width() >= 640
    assert window.height() >= 440


def test_on_a_low_screen_the_fields_of_capture_scroll_and_its_buttons_stay(qtbot: QtBot, shell: Shell) -> None:
    shell.commands.run("window.capture")
    dialog = shell.findChildren(CaptureDialog)[-1]
    qtbot.waitUntil(dialog.isVisible)
    dialog.show_kind("video")
    dialog.resize(560, 380)
    qtbot.waitUntil(lambda: dialog.height() == 380)
    qtbot.waitUntil(lambda: dialog.rect().contains(dialog._capture.geometry()))
    last = dialog.fields["comment"]

    def in_sight() -> bool:
        port = dialog._fields.viewport()
        return port.rect().contains(last.rect().translated(last.mapTo(port, QPoint())))

    assert not in_sight()
    for _ in range(12):
        if dialog.focusWidget() is not last:
            qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: dialog.focusWidget() is last and in_sight())


def test_every_window_over_the_window_is_one_of_ours() -> None:
    made = re.compile(r"class \w+\([^)]*\bQDialog\)|(?<!class )\bQDialog\(")
    files = [path.name for path in UI.rglob("*.py") if made.search(path.read_text(encoding="utf-8"))]
    assert files == ["dialogs.py"], "a plain QDialog has the wrong size on a second screen: see dialogs.Dialog"
