"""The title above a text: it wraps, grows, and behaves as a line to write in otherwise."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from pkm_app.ui.look import Look
from pkm_app.ui.title_field import TitleField

LONG = ("Duurzameinzetbaarheidsbevorderingsmaatregelen, en waarom een gesprek bij de koffieautomaat er meer van "
        "terechtbrengt dan een leergang van drie dagen")


class Sheet(QWidget):
    """A title over a line."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.title, self.below = TitleField(look), QLineEdit()
        box = QVBoxLayout(self)
        box.addWidget(self.title)
        box.addWidget(self.below)
        box.addStretch(1)
        self.resize(420, 500)


@pytest.fixture
def sheet(qtbot: QtBot, look: Look) -> Sheet:
    made = Sheet(look)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def test_a_long_title_is_seen_whole_and_a_short_one_takes_one_line(qtbot: QtBot, sheet: Sheet) -> None:
    sheet.title.setText("Short")
    qtbot.waitUntil(lambda: sheet.title.height() == 36)
    sheet.title.setText(LONG)
    qtbot.waitUntil(lambda: sheet.title.height() >= 4 * 36)
    assert sheet.title.document().size().height() <= sheet.title.height() + 1
    assert sheet.title.document().size().width() <= sheet.title.viewport().width() + 1
    qtbot.waitUntil(lambda: sheet.below.y() >= sheet.title.geometry().bottom())
    high = sheet.title.height()
    sheet.resize(900, 500)
    qtbot.waitUntil(lambda: sheet.title.height() < high)


def test_it_says_what_was_edited_and_when_it_is_done(qtbot: QtBot, sheet: Sheet) -> None:
    said: list[str] = []
    sheet.title.textEdited.connect(said.append)
    sheet.title.editingFinished.connect(lambda: said.append("finished"))
    sheet.title.returnPressed.connect(lambda: said.append("return"))
    sheet.title.setText("One")
    assert said == []
    sheet.title.setFocus()
    sheet.title.selectAll()
    assert sheet.title.selectedText() == "One"
    qtbot.keyClicks(sheet.title, "Two")
    assert said[-1] == "Two"
    qtbot.keyClick(sheet.title, Qt.Key.Key_Return)
    assert said[-2:] == ["finished", "return"]
    assert sheet.title.text() == "Two"
    qtbot.keyClick(sheet.title, Qt.Key.Key_Tab)
    qtbot.waitUntil(sheet.below.hasFocus)
    assert said[-1] == "finished"


def test_what_is_pasted_is_one_line_of_plain_words(sheet: Sheet) -> None:
    data = QMimeData()
    data.setHtml("<h1>One</h1><p>Two</p>")
    data.setText("One\n\tTwo")
    sheet.title.setText("")
    sheet.title.insertFromMimeData(data)
    assert sheet.title.text() == "One Two"
    sheet.title.setText("a\nb")
    assert sheet.title.text() == "a b"
    assert not sheet.title.document().isUndoAvailable()


def test_a_title_that_scrolls_in_a_low_window_shows_that_it_does(qtbot: QtBot, sheet: Sheet) -> None:
    sheet.title.setText(LONG)
    bar = sheet.title.verticalScrollBar()
    assert not bar.isVisible()
    sheet.title.fit_window(300)
    qtbot.waitUntil(bar.isVisible)
    sheet.title.fit_window(1200)
    qtbot.waitUntil(lambda: not bar.isVisible())
