"""The writing pane: Markdown helpers, marks that hide, keys that stay commands, blocks of their own."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, QMimeData, Qt, QUrl
from PySide6.QtGui import QKeyEvent, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextEdit
from pytestqt.qtbot import QtBot

from pkm_app.ui.look import Look
from pkm_app.ui.shell import Shell
from pkm_app.ui.writing import LINE, WritingPane

QUOTED = "> Some words.\n>\n> — [[Ann - On words#^hl-abcdefghij|Ann, On words]]"


def _select(pane: WritingPane, words: str) -> None:
    cursor = pane.textCursor()
    cursor.setPosition(pane.text().index(words))
    cursor.movePosition(QTextCursor.MoveOperation.Right, QTextCursor.MoveMode.KeepAnchor, len(words))
    pane.setTextCursor(cursor)


@pytest.mark.parametrize(("act", "written"), [
    ("bold", "een **twee** drie"), ("italic", "een *twee* drie"), ("link", "een [[twee]] drie"),
    ("quote", "> een twee drie"), ("bullets", "- een twee drie"),
])
def test_the_tools_write_markdown_and_can_be_undone(pane: WritingPane, act: str, written: str) -> None:
    pane.show_text("een twee drie")
    _select(pane, "twee")
    getattr(pane, act)()
    assert pane.text() == written
    pane.undo()
    assert pane.text() == "een twee drie"


def test_without_a_selection_the_caret_stands_between_the_marks(qtbot: QtBot, pane: WritingPane) -> None:
    pane.show_text("")
    pane.bold()
    qtbot.keyClicks(pane, "vet")
    assert pane.text() == "**vet**"


def test_a_quotation_is_a_block_of_its_own(pane: WritingPane) -> None:
    pane.show_text("Before it, in the middle.\n\nAfter it.")
    _select(pane, "middle")
    pane.insert_block(QUOTED)
    assert pane.text() == f"Before it, in the middle.\n\n{QUOTED}\n\n\n\nAfter it."


def test_own_words_at_the_end_never_become_part_of_a_quotation(qtbot: QtBot, pane: WritingPane) -> None:
    pane.show_text(f"{QUOTED}\n")
    pane.go_to_end()
    qtbot.keyClicks(pane, "Mine.")
    assert pane.text() == f"{QUOTED}\n\nMine."


def _shown(pane: WritingPane, number: int) -> str:
    """Return the characters of a block that take room: those whose font is larger than a pixel."""
    block = pane.document().findBlockByNumber(number)
    hidden = [(span.start, span.start + span.length) for span in block.layout().formats()
              if span.format.fontPointSize() <= 0 and span.format.property(span.format.Property.FontPixelSize) == 1]
    return "".join(ch for at, ch in enumerate(block.text()) if not any(a <= at < b for a, b in hidden))


def test_marks_are_hidden_but_in_the_line_of_the_caret(pane: WritingPane) -> None:
    pane.show_text(f"first\n\n{QUOTED}\n\n**bold** and [[A note]]")
    assert _shown(pane, 4) == "— Ann, On words"
    assert _shown(pane, 6) == "bold and A note"
    pane.moveCursor(QTextCursor.MoveOperation.End)
    assert _shown(pane, 6) == "**bold** and [[A note]]"
    pane.moveCursor(QTextCursor.MoveOperation.Start)
    assert _shown(pane, 6) == "bold and A note"
    assert pane.text().endswith("**bold** and [[A note]]")


def test_moving_the_caret_writes_nothing(qtbot: QtBot, pane: WritingPane, look: Look) -> None:
    pane.show_text("**een**\n\n# Kop\n\n> woord")
    qtbot.keyClicks(pane, "x")
    written: list[int] = []
    pane.written.connect(lambda: written.append(1))
    qtbot.keyClick(pane, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(pane, Qt.Key.Key_Up)
    qtbot.keyClick(pane, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    look.set_scheme("dark")
    assert written == []
    pane.undo()
    assert written == [1]
    assert not pane.document().isUndoAvailable(), "one undo takes back all that was typed, and nothing else was noted"


def test_every_line_end_is_the_same(qtbot: QtBot, pane: WritingPane) -> None:
    pane.show_text("")
    qtbot.keyClicks(pane, "een")
    qtbot.keyClick(pane, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClicks(pane, "twee")
    assert pane.text() == "een\ntwee"


def test_what_is_pasted_is_plain_text(pane: WritingPane) -> None:
    pane.show_text("")
    data = QMimeData()
    data.setHtml("<b>vet</b><img src='http://127.0.0.1/x.png'>")
    data.setText("een\r\ntwee\rdrie")
    pane.insertFromMimeData(data)
    assert pane.text() == "een\ntwee\ndrie"
    image = int(QTextDocument.ResourceType.ImageResource.value)
    assert pane.loadResource(image, QUrl("file:///etc/passwd")) is None


class OldHabits(QTextEdit):
    """A field as some platforms have it: Ctrl and a letter are its own."""

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            event.accept()
            return True
        return super().event(event)


def test_ctrl_k_searches_wherever_one_writes(qtbot: QtBot, shell: Shell) -> None:
    field = OldHabits(shell)
    field.setPlainText("these words stay")
    field.show()
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(shell.finder.field.hasFocus)
    assert field.toPlainText() == "these words stay"


def test_a_field_keeps_what_is_its_own(qtbot: QtBot, shell: Shell) -> None:
    """Ctrl Z takes back the last words while one writes, not the last act."""
    undone: list[str] = []
    shell.notices.say("Something was done.", lambda: undone.append("act"))
    field = OldHabits(shell)
    field.show()
    field.setFocus()
    qtbot.keyClicks(field, "woord")
    qtbot.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert undone == []
    assert field.toPlainText() == ""


def test_escape_leads_back_to_where_one_was(qtbot: QtBot, shell: Shell) -> None:
    shell.show_room("seek")
    before = shell.focusWidget()
    assert before is not None
    qtbot.keyClick(before, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(shell.finder.field, "zzz")
    qtbot.keyClick(shell.finder.field, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: shell.focusWidget() is before)


def test_the_hidden_id_of_a_highlight_takes_no_line(qtbot: QtBot, pane: WritingPane) -> None:
    body = "> One.\n\n^hl-abcdefghij\n\nMine.\n\n> Two.\n\n  ^hl-abcdefghik \n\nSee ^hl-abcdefghij in it.\n"
    pane.show_text(body)
    document = pane.document()

    def heights() -> list[int]:
        layout = document.documentLayout()
        blocks = (document.findBlockByNumber(number) for number in range(document.blockCount()))
        tops = [layout.blockBoundingRect(block).top() for block in blocks]
        return [round(below - top) for top, below in pairwise(tops)]

    line = round(18 * LINE)
    qtbot.waitUntil(lambda: [height < 4 for height in heights()] == [at in (2, 8) for at in range(11)])
    assert {height for height in heights() if height > 3} <= {line - 1, line, line + 1}
    assert pane.text() == body
    assert not document.isUndoAvailable()
    cursor = QTextCursor(document.findBlockByNumber(2))
    pane.setTextCursor(cursor)
    qtbot.waitUntil(lambda: heights()[2] > 18)  # in the line of the caret it is read
    qtbot.keyClicks(pane, "x")
    pane.undo()
    assert pane.text() == body
    assert not document.isUndoAvailable()
    pane.moveCursor(QTextCursor.MoveOperation.Up)
    assert pane.textCursor().blockNumber() == 1
    qtbot.waitUntil(lambda: heights()[2] < 4)
