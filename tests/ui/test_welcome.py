"""The first steps: language live, a folder that is looked at, and three ways to begin."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from pkm_app.ui.seek.page import SeekPage
from pkm_app.ui.shell import Shell
from pkm_app.ui.welcome import SampleNote, WelcomePage
from tests.ui.demo import Demo
from tests.ui.demo_beginning import DemoBeginning


@pytest.fixture
def demo(demos: Callable[..., Demo]) -> Demo:
    made = demos(empty=True)
    beginning = cast(DemoBeginning, made.services.beginning)
    beginning.first, beginning.begun, beginning.refused, beginning.holding = True, "", "/a/file", "/my/notes"
    return made


def page_of(shell: Shell) -> SeekPage:
    found = shell.findChild(SeekPage)
    assert isinstance(found, SeekPage)
    return found


@pytest.fixture
def beginning(demo: Demo) -> DemoBeginning:
    return cast(DemoBeginning, demo.services.beginning)


@pytest.fixture
def page(qtbot: QtBot, shell: Shell) -> WelcomePage:
    assert shell.is_beginning()
    qtbot.waitUntil(shell.isActiveWindow)
    found = shell.findChild(WelcomePage)
    assert isinstance(found, WelcomePage)
    return found


def test_the_language_is_switched_while_one_looks(qtbot: QtBot, shell: Shell, page: WelcomePage) -> None:
    qtbot.waitUntil(page._languages["en"].hasFocus)
    page._languages["nl"].click()
    qtbot.waitUntil(lambda: page.acts["sample"].shown_text() == "Probeer de voorbeeldbibliotheek")
    assert shell.context.services.settings.get("language") == "nl"
    assert page.choice.path.accessibleName() == f"Je PKM-map: {page.choice.folder}"
    assert (page._languages["nl"].isChecked(), page._languages["en"].isChecked()) == (True, False)


def test_a_folder_is_looked_at_before_it_is_taken(qtbot: QtBot, page: WelcomePage, beginning: DemoBeginning,
                                                  monkeypatch: pytest.MonkeyPatch) -> None:
    answers = ["/a/file", "", "/my/notes"]
    monkeypatch.setattr("pkm_app.ui.welcome.choose_folder", lambda *_: answers.pop(0))
    first = page.choice.folder
    page.choice.act.click()
    qtbot.waitUntil(lambda: page.choice.told.text() == "/a/file is a file. Choose a folder.")
    page.choice.act.click()
    assert page.choice.folder == first
    page.choice.act.click()
    qtbot.waitUntil(lambda: page.choice.folder == "/my/notes")
    assert page.choice.told.text() == "There are files in this folder already. They stay exactly as they are."


def test_begin_where_one_is(qtbot: QtBot, shell: Shell, page: WelcomePage, beginning: DemoBeginning) -> None:
    with qtbot.waitSignal(shell.begun):
        page.acts["discover"].click()
    assert shell._current == "seek"
    qtbot.waitUntil(lambda: shell.focusWidget() is page_of(shell).discover.field)
    assert beginning.chosen == [beginning.folder]
    assert shell.isVisible()
    assert not shell.context.services.seek.feeds(), "nothing is followed that was not chosen"


def test_another_folder_opens_the_window_anew(qtbot: QtBot, shell: Shell, page: WelcomePage,
                                              beginning: DemoBeginning) -> None:
    page.choice.show_folder("/my/notes")
    page.acts["today"].click()
    qtbot.waitUntil(lambda: not shell.isVisible())
    assert beginning.chosen == ["/my/notes"]


def test_the_sample_library_opens_the_window_anew(qtbot: QtBot, shell: Shell, page: WelcomePage,
                                                  beginning: DemoBeginning) -> None:
    page.acts["sample"].click()
    qtbot.waitUntil(lambda: not shell.isVisible())
    assert beginning.tried == ["en"]


def test_left_and_taken_up_again(qtbot: QtBot, shell: Shell, page: WelcomePage, beginning: DemoBeginning) -> None:
    with qtbot.waitSignal(shell.begun):
        qtbot.keyClicks(shell, "gt")
    note = shell.findChild(SampleNote)
    assert isinstance(note, SampleNote)
    assert note.isVisible()
    shell.commands.run("window.welcome")
    assert shell.is_beginning()
    page.acts["today"].click()
    qtbot.waitUntil(lambda: shell._current == "today")
    assert not note.isVisible(), "they are done"


def test_every_control_has_a_name(page: WelcomePage) -> None:
    controls = [one for one in page.findChildren(QWidget)
                if one.focusPolicy() != Qt.FocusPolicy.NoFocus and one.isVisible()]
    assert len(controls) == 6
    assert all(QAccessible.queryAccessibleInterface(one).text(QAccessible.Text.Name) for one in controls)
