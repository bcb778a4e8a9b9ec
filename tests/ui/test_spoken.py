"""What a screen reader says by itself: what happened, where one is in a list under a field, and no more than that."""

from __future__ import annotations

import gc
import sys

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import Shiboken

from pkm_app.ui.boxes import stacked
from pkm_app.ui.find_row import FindRow
from pkm_app.ui.finder import FindModel
from pkm_app.ui.look import Look
from pkm_app.ui.notices import Notice
from pkm_app.ui.settings_page import SettingsPage
from pkm_app.ui.shell import Shell
from pkm_app.ui.spoken import SpokenLabel, Whisper
from pkm_app.ui.strip import NoticeLine

on_linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere it is an announcement")


class Appearances(QObject):
    """Counts how often a widget appears: each time is said once."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.said: list[str] = []
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's own name
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget):
            told = QAccessible.queryAccessibleInterface(watched)
            self.said.append(told.text(QAccessible.Text.Name))
        return False


def role(widget: QWidget) -> QAccessible.Role:
    return QAccessible.queryAccessibleInterface(widget).role()


@on_linux
def test_what_happened_appears_as_a_notification_once_each_time(shell: Shell) -> None:
    line = shell.findChild(NoticeLine)
    assert line is not None
    text = line.findChild(SpokenLabel)
    assert text is not None
    assert role(text) == QAccessible.Role.Notification
    heard = Appearances(text)
    shell.notices.say("Kept “One”.", lambda: None)
    shell.notices.say("Kept “Two”.", lambda: None)
    shell.notices.undo()
    assert heard.said == ["Kept “One”.", "Kept “Two”.", "Undone: Kept “Two”."]


def test_what_is_taken_back_says_nothing_of_its_own_where_something_is_said_already(shell: Shell) -> None:
    said: list[Notice] = []
    shell.notices.taken_back.connect(said.append)
    shell.notices.say("Kept.", lambda: shell.notices.warn("It was gone."))
    shell.notices.undo()
    assert said == []


def test_what_shows_itself_is_said_to_those_who_do_not_see_it(shell: Shell) -> None:
    whisper = shell.findChild(Whisper)
    assert whisper is not None
    if sys.platform.startswith("linux"):
        assert role(whisper) == QAccessible.Role.Notification
    heard = Appearances(whisper)
    step = shell.notices.keep("Highlighted.", lambda: None)
    assert not whisper.isVisible()
    shell.notices.whisper(step)
    assert heard.said == ["Highlighted."]
    whisper._gone.timeout.emit()
    assert not whisper.isVisible()
    shell.notices.undo()
    shell.notices.whisper(step)
    assert heard.said == ["Highlighted."], "it was taken back"


def test_a_role_that_is_told_goes_with_its_widget(qtbot: QtBot, look: Look) -> None:
    for _ in range(30):
        page = SpokenLabel(look)
        pages = stacked(page)
        pages.show()
        page.tell("Here.")
        assert role(pages) != QAccessible.Role.LayeredPane
        gc.collect()
        pages.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        assert not Shiboken.isValid(page)


def test_the_marks_of_what_was_found_are_not_read_out(qtbot: QtBot) -> None:
    model = FindModel()
    model.show([FindRow("rss", "Social Learning", "… of ⟦social⟧\n learning", "article", "1")])
    words = model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert words == "Article of the stream, Social Learning, … of social learning"


def test_a_choice_in_the_settings_says_what_it_is_a_choice_of(shell: Shell) -> None:
    shell.show_settings()
    page = shell.findChild(SettingsPage)
    assert page is not None
    assert page._buttons["reading.size"]["18"].accessibleName() == "Size of the reading text: 18"
    page._buttons["language"]["nl"].click()
    assert page._buttons["reading.size"]["18"].accessibleName() == "Grootte van de leestekst: 18"
