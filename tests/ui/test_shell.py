"""The window as a whole: rooms, search, notices, keys, language and look; every control has a name."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from pkm_app.base.errors import Problem
from pkm_app.base.events import Operation, Progress
from pkm_app.ui.commands import Command
from pkm_app.ui.i18n import Worded
from pkm_app.ui.keys_dialog import KeysDialog
from pkm_app.ui.notices import Notice
from pkm_app.ui.rail import RailButton
from pkm_app.ui.services import Services
from pkm_app.ui.shell import Shell
from pkm_app.ui.strip import JobLine, NoticeLine
from pkm_app.ui.widgets import Button
from pkm_app.work.runner import Runner
from tests.ui.demo import Demo
from tests.ui.tidy import seek_of
from tests.ui.words import FOLDER, read

ROOMS = ("today", "seek", "sense", "share")


def _controls(shell: Shell) -> Iterator[QWidget]:
    for widget in shell.findChildren(QWidget):
        if widget.isVisible() and widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.isEnabled():
            yield widget


@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.parametrize("room", [*ROOMS, "settings", "discover", "article"])
def test_every_control_has_a_name(qtbot: QtBot, shell: Shell, room: str, language: str) -> None:
    shell.context.language.set(language)
    QCoreApplication.sendPostedEvents()
    if room == "settings":
        shell.show_settings()
    elif room in ROOMS:
        shell.show_room(room)
    else:
        article = shell.context.services.seek.articles()[0]
        shell.context.services.highlighting.add(article, "letting go of some control")
        shell.go(room, article.article_id)
    qtbot.wait(50)
    nameless = []
    for widget in _controls(shell):
        interface = QAccessible.queryAccessibleInterface(widget)
        if not interface.text(QAccessible.Text.Name).strip():
            nameless.append(f"{type(widget).__name__} in {type(widget.parentWidget()).__name__}")
    assert nameless == []
    known = read(FOLDER / "nl.ts")
    said = {text for widget in (shell, *shell.findChildren(QWidget)) if isinstance(widget, Worded)
            for _, text, _, _ in widget._said().values()}
    assert not [text for text in said if text not in known], "shown, yet not found by tests.ui.words: use noop()"


def test_the_whole_window_is_reached_with_tab(qtbot: QtBot, shell: Shell) -> None:
    shell.show_room("seek")
    shell.finder.field.setFocus()
    seen: list[QWidget] = []
    for _ in range(60):
        focus = QApplication.focusWidget()
        if focus is None or focus in seen:
            break
        seen.append(focus)
        qtbot.keyClick(focus, Qt.Key.Key_Tab)
    kinds = {type(widget).__name__ for widget in seen}
    assert {"QLineEdit", "RailButton", "SideList", "ArticleList", "Button"} <= kinds


def test_rooms_are_gone_to_with_two_keys(qtbot: QtBot, shell: Shell) -> None:
    shell.show_room("today")
    qtbot.keyClicks(shell, "gk")
    assert shell._current == "seek"
    qtbot.keyClicks(shell, "gt")
    assert shell._current == "today"


def test_letters_typed_in_a_field_are_letters(qtbot: QtBot, shell: Shell) -> None:
    shell.show_room("seek")
    qtbot.keyClick(shell, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(shell.finder.field.hasFocus)
    qtbot.keyClicks(shell.finder.field, "jskgt/?")
    assert shell.finder.field.text() == "jskgt/?"
    assert shell._current == "seek"


def test_search_finds_an_article_and_opens_it(qtbot: QtBot, shell: Shell) -> None:
    shell.show_room("today")
    qtbot.keyClick(shell, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(shell.finder.field, "onvolwassenheid")
    qtbot.waitUntil(lambda: any(row.kind == "article" for row in shell.finder._model.rows))
    assert [row.kind for row in shell.finder.found()[:2]] == ["search", "article"]
    qtbot.keyClick(shell.finder.field, Qt.Key.Key_Down)
    qtbot.keyClick(shell.finder.field, Qt.Key.Key_Return)
    assert shell._current == "seek"
    view = seek_of(shell).view
    qtbot.waitUntil(lambda: "onvolwassenheid" in view.pane.toPlainText())


def test_search_is_the_command_palette_too(qtbot: QtBot, shell: Shell) -> None:
    qtbot.keyClick(shell, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(shell.finder.field, "go to se")
    row = shell.finder._model.rows[0]
    assert (row.kind, row.id) == ("command", "go.seek")
    qtbot.keyClick(shell.finder.field, Qt.Key.Key_Return)
    assert shell._current == "seek"


def test_nothing_found_is_said(qtbot: QtBot, shell: Shell) -> None:
    shell.finder.begin()
    qtbot.keyClicks(shell.finder.field, "zzzz")
    qtbot.waitUntil(lambda: any("Nothing found" in row.title for row in shell.finder._model.rows))
    assert shell.finder._list.view.verticalScrollBar().maximum() == 0, "all of so few rows is seen"


def test_what_went_wrong_stays_and_what_went_well_can_be_undone(qtbot: QtBot, shell: Shell) -> None:
    line = shell.findChild(NoticeLine)
    assert line is not None
    undone: list[int] = []
    shell.notices.say("Kept.", lambda: undone.append(1))
    assert line.isVisible()
    qtbot.keyClick(shell, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert undone == [1]
    assert line._text.text() == "Undone: Kept."
    assert not line._undo.isVisible()
    shell.notices.problem(Problem("The disk is full, so {path} was not saved.", path="<b>a.md</b>"))
    assert line._text.text() == "The disk is full, so <b>a.md</b> was not saved."
    assert not line._timer.isActive()
    assert not shell.commands.run("window.undo")


def test_long_work_shows_and_can_be_stopped(qtbot: QtBot, shell: Shell) -> None:
    def endless() -> Operation[None]:
        number = 0
        while True:
            number += 1
            yield Progress(number % 10, 10, "example.org")

    shell.relay.start(endless(), "Taking long")
    line = shell.findChild(JobLine)
    assert line is not None
    qtbot.waitUntil(lambda: "example.org" in line._text.text())
    stop = next(button for button in line.findChildren(Button) if button.shown_text() == "Stop")
    qtbot.mouseClick(stop, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: shell.findChild(JobLine) is None)


def test_refreshing_tells_the_time_of_the_last_one(qtbot: QtBot, shell: Shell) -> None:
    with qtbot.waitSignal(shell.relay.job_ended):
        qtbot.keyClick(shell, Qt.Key.Key_F5)
    assert shell.rail._refresh.text() == "09:41"
    line = shell.findChild(NoticeLine)
    assert line is not None
    assert line._text.text().endswith(("new article.", "new articles."))


def test_commands_have_one_key_each_and_a_person_can_change_it(qtbot: QtBot, shell: Shell) -> None:
    for room in (*ROOMS, ""):
        keys = [shell.commands.key(name) for name in shell.commands.ids()
                if shell.commands._known[name].room in ("", room) and shell.commands.key(name)]
        assert len(keys) == len(set(keys)), room
    pressed: list[int] = []
    shell.commands.add([Command("test.one", "Test", "F9", lambda: pressed.append(1))])
    shell.commands.set_key("test.one", "F8")
    qtbot.keyClick(shell, Qt.Key.Key_F9)
    qtbot.keyClick(shell, Qt.Key.Key_F8)
    assert pressed == [1]
    assert shell.context.services.settings.get("keys.test.one") == "F8"
    with pytest.raises(ValueError, match=r"test\.one"):
        shell.commands.add([Command("test.one", "Test", "", lambda: None)])


def test_the_keys_are_shown(qtbot: QtBot, shell: Shell) -> None:
    shell.show_room("seek")
    qtbot.keyClicks(shell, "?")
    dialog = shell.findChild(KeysDialog)
    assert dialog is not None
    dialog.close()


def test_a_button_with_the_focus_keeps_its_space_key(qtbot: QtBot, shell: Shell) -> None:
    shell.show_room("seek")
    button = next(one for one in shell.rail.findChildren(RailButton) if one.text() == "Today")
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)
    assert shell._current == "today"


def test_language_and_look_switch_live(qtbot: QtBot, shell: Shell) -> None:
    shell.show_settings()
    buttons = {button.shown_text(): button for button in shell.pages.settings.findChildren(Button)}
    qtbot.mouseClick(buttons["Nederlands"], Qt.MouseButton.LeftButton)
    QCoreApplication.sendPostedEvents()
    assert shell._title.text() == "Instellingen"
    assert [button.text() for button in shell.rail._rooms.values()][:2] == ["Vandaag", "Seek"]
    qtbot.mouseClick(buttons["Dark"], Qt.MouseButton.LeftButton)
    assert shell.grab().toImage().pixelColor(90, 400).name().upper() == "#1B1A18"
    kept = shell.context.services.settings
    assert (kept.get("language"), kept.get("scheme")) == ("nl", "dark")


def test_place_and_size_survive_a_restart(windows: Callable[..., Shell], services: Services) -> None:
    first = windows(services)
    first.resize(1111, 777)
    first.show()
    article = services.seek.articles()[2]
    first.go("article", article.article_id)
    first.close()
    second = windows(services)
    second.show()
    assert second._current == "seek"
    assert (second.width(), second.height()) == (1111, 777)
    assert seek_of(second).view.article.article_id == article.article_id


def test_what_is_gone_is_said_beside_the_work(qtbot: QtBot, shell: Shell) -> None:
    said: list[Notice] = []
    shell.notices.said.connect(said.append)
    shell.go("article", "no-such-article")
    shell.go("nothing-known", "x")
    assert [notice.kind for notice in said] == ["error", "warning"]


def test_a_first_start_offers_the_one_act(
        qtbot: QtBot, windows: Callable[..., Shell], demos: Callable[..., Demo]) -> None:
    shell = windows(demos(empty=True).services, "light", "en")
    shell.show()
    shell.show_room("seek")
    page = seek_of(shell)
    empty = page._panel.empty
    assert empty.isVisible()
    assert empty.act.shown_text() == "Find people to follow"
    qtbot.mouseClick(empty.act, Qt.MouseButton.LeftButton)
    assert page.discover.isVisible()


@pytest.mark.parametrize("room", ROOMS)
def test_every_control_has_a_name_before_anything_was_read(
        qtbot: QtBot, shell: Shell, runner: Runner, room: str) -> None:
    """However long the disk takes: a button is never an empty box."""
    gate = threading.Event()

    def busy() -> Operation[None]:
        assert gate.wait(60)
        yield Progress(1, 1)

    qtbot.waitUntil(shell.isActiveWindow)
    for _ in range(2):  # the test's runner has two threads
        runner.start(busy(), lambda _: None, lambda _: None, lambda _: None)
    shell.show_room(room)
    qtbot.wait(20)
    nameless = [type(widget).__name__ for widget in _controls(shell)
                if not QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name).strip()]
    gate.set()
    assert nameless == []
