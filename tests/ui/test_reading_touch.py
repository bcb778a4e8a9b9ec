"""Reading with a finger: it scrolls, selects when it was held, and taps."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QUrl
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from pkm_app.ui.look import Look
from pkm_app.ui.reading import Mark, ReadingPane
from pkm_app.ui.reading_document import make_document
from pkm_app.ui.reading_touch import TouchReading

LONG = "".join(f"<p>Words number {n} in a text that is read with a finger, line by line.</p>" for n in range(60))


@pytest.fixture
def pane(qtbot: QtBot, look: Look) -> ReadingPane:
    made = ReadingPane(look, "seek")
    qtbot.addWidget(made)
    made.resize(800, 500)
    made.show()
    made.show_document(make_document('<p>A <a href="https://example.org/">link</a> first.</p>' + LONG, look))
    return made


@pytest.fixture(scope="module")
def finger():
    return QTest.createTouchDevice()


@pytest.fixture
def brief(pane: ReadingPane) -> None:
    """However busy the machine is between two events of a finger, it was not held still."""
    touch = pane.findChild(TouchReading)
    assert touch is not None
    touch._hold.setInterval(600_000)


def spot(pane: ReadingPane, words: str) -> QPoint:
    start = pane.document().toPlainText().index(words)
    return pane.boxes(start, start + len(words))[0].center().toPoint()


@pytest.mark.usefixtures("brief")
def test_a_drag_scrolls(pane: ReadingPane, finger) -> None:
    view, start = pane.viewport(), QPoint(100, 300)
    QTest.touchEvent(view, finger).press(0, start, view)
    for step in range(1, 9):
        QTest.touchEvent(view, finger).move(0, start - QPoint(0, 25 * step), view)
    QTest.touchEvent(view, finger).release(0, start - QPoint(0, 200), view)
    assert 150 < pane.verticalScrollBar().value() <= 210
    assert not pane.textCursor().hasSelection()


def test_a_held_finger_selects_whole_words(qtbot: QtBot, pane: ReadingPane, finger) -> None:
    view, told = pane.viewport(), []
    pane.selected.connect(told.append)
    first, last = spot(pane, "number"), spot(pane, "finger")
    QTest.touchEvent(view, finger).press(0, first, view)
    qtbot.waitUntil(lambda: pane.textCursor().selectedText() == "number")
    QTest.touchEvent(view, finger).move(0, last, view)
    QTest.touchEvent(view, finger).release(0, last, view)
    assert pane.textCursor().selectedText() == "number 0 in a text that is read with a finger"
    assert told == [True]
    assert pane.verticalScrollBar().value() == 0


@pytest.mark.usefixtures("brief")
def test_a_tap_opens_a_link_and_presses_a_highlight(pane: ReadingPane, finger) -> None:
    opened: list[QUrl] = []
    pressed: list[str] = []
    pane.anchorClicked.disconnect()
    pane.anchorClicked.connect(opened.append)
    pane.mark_clicked.connect(pressed.append)
    start = pane.document().toPlainText().index("Words number 0")
    pane.set_marks([Mark("hl-a", start, start + 14, "yellow")])
    for words in ("link", "number"):
        QTest.touchEvent(pane.viewport(), finger).press(0, spot(pane, words), pane.viewport())
        QTest.touchEvent(pane.viewport(), finger).release(0, spot(pane, words), pane.viewport())
    assert [url.toString() for url in opened] == ["https://example.org/"]
    assert pressed == ["hl-a"]
