"""Long texts in the writing pane: shown a page at a time, and nothing of them is lost or left plain."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QFont, QTextBlock, QTextCursor
from pytestqt.qtbot import QtBot

from pkm_app.ui.markdown_style import LONG, MarkdownStyle
from pkm_app.ui.writing import WritingPane

PARAGRAPH = "Words with **strong** ones and a [[link]] among them, some more of them to fill a line or two of it."
BODY = "\n\n".join(f"## Part {n}\n\n{PARAGRAPH} {n}" for n in range(300))
MARKED = "\n\n".join(f"> {PARAGRAPH}\n\n^hl-abcdefg{n:03}" for n in range(300))
ONE = "a word of it " * (LONG // 13 + 10)


def _blocks(pane: WritingPane) -> Iterator[QTextBlock]:
    block = pane.document().begin()
    while block.isValid():
        yield block
        block = block.next()


def _styled(pane: WritingPane) -> int:
    return sum(bool(block.layout().formats()) for block in _blocks(pane) if block.text())


def _settled(pane: WritingPane) -> bool:
    return not pane.findChildren(MarkdownStyle)[0].waiting()


def _top(pane: WritingPane) -> str:
    return pane.cursorForPosition(QPoint(0, 0)).block().text()


def test_a_long_text_is_styled_and_laid_out_a_page_at_a_time(qtbot: QtBot, pane: WritingPane) -> None:
    pane.show_text(BODY)
    assert pane.text() == BODY
    assert not pane.textCursor().hasSelection()
    assert 20 < _styled(pane) < 120  # of 600 lines with words
    assert pane.document().lastBlock().layout().lineCount() == 0
    qtbot.waitUntil(lambda: _settled(pane))
    assert _styled(pane) == 600
    assert pane.text() == BODY
    assert not pane.document().isUndoAvailable()


def test_the_ids_of_highlights_hold_nothing_up(pane: WritingPane) -> None:
    pane.show_text(MARKED)
    assert 20 < _styled(pane) < 120
    assert pane.document().lastBlock().layout().lineCount() == 0


def test_no_line_is_styled_twice_for_being_opened(
        qtbot: QtBot, pane: WritingPane, monkeypatch: pytest.MonkeyPatch) -> None:
    lines: list[str] = []
    inline = MarkdownStyle._inline

    def count(self: MarkdownStyle, text: str, credit: bool) -> None:
        lines.append(text)
        inline(self, text, credit)

    monkeypatch.setattr(MarkdownStyle, "_inline", count)
    pane.show_text(BODY)
    assert len(lines) < 250  # the first page of 1,199 lines
    qtbot.waitUntil(lambda: _settled(pane))
    assert len(lines) < 1199 + 250


def test_what_is_written_meanwhile_is_styled_and_kept(qtbot: QtBot, pane: WritingPane) -> None:
    pane.show_text(BODY)
    cursor = QTextCursor(pane.document())
    cursor.setPosition(BODY.index("## Part 250"))
    cursor.insertText("Something **new**.\n\n")
    cursor.setPosition(0)
    cursor.movePosition(cursor.MoveOperation.Down, cursor.MoveMode.KeepAnchor, 40)
    gone = cursor.selectedText().replace("\u2029", "\n")
    cursor.removeSelectedText()
    expected = BODY.replace("## Part 250", "Something **new**.\n\n## Part 250").removeprefix(gone)
    assert pane.text() == expected
    qtbot.waitUntil(lambda: _settled(pane))
    assert _styled(pane) == sum(bool(line) for line in expected.split("\n"))
    pane.undo()
    pane.undo()
    assert pane.text() == BODY


def test_a_fence_far_above_is_known_where_one_goes_first(qtbot: QtBot, pane: WritingPane) -> None:
    body = f"{BODY}\n\n```\n{BODY}"
    pane.show_text(body)
    last = pane.document().lastBlock()
    assert last.userState() == 1
    qtbot.waitUntil(lambda: _settled(pane))
    assert [(span.start, span.length) for span in last.layout().formats()] == [(0, last.length() - 1)]


def test_wrong_words_that_come_while_lines_wait_are_underlined_in_all(qtbot: QtBot, pane: WritingPane) -> None:
    pane.show_text(BODY)
    pane.show_wrong(frozenset({"them"}))
    qtbot.waitUntil(lambda: _settled(pane))
    lines = [block for block in _blocks(pane) if "them" in block.text()]
    wavy = [block for block in lines if any(
        span.format.underlineStyle() == span.format.UnderlineStyle.WaveUnderline for span in block.layout().formats())]
    assert len(wavy) == len(lines) == 300


def test_a_text_that_changed_elsewhere_stays_where_it_was(qtbot: QtBot, pane: WritingPane) -> None:
    pane.show_text(BODY)
    qtbot.waitUntil(lambda: _settled(pane))
    pane.document().documentLayout().documentSize()
    bar = pane.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 20_000)
    bar.setValue(9000)
    before = _top(pane)
    pane.show_text(f"{BODY}\n\nAn end.", again=True)
    assert _top(pane) == before
    qtbot.waitUntil(lambda: _settled(pane))
    assert _top(pane) == before


def test_a_very_long_paragraph_is_laid_out_lightly(pane: WritingPane) -> None:
    light = QFont.StyleStrategy.PreferNoShaping
    pane.show_text(f"First.\n\n{ONE}")
    assert pane.document().defaultFont().styleStrategy() == light
    assert pane.document().lastBlock().layout().cacheEnabled()
    pane.show_text("Short.")
    assert pane.document().defaultFont().styleStrategy() != light
    pane.insertPlainText(ONE)
    assert pane.document().defaultFont().styleStrategy() == light
    pane.undo()
    assert pane.text() == "Short."
