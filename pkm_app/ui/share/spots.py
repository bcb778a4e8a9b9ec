"""Places of a text in the writing pane: showing one, and putting a mend in, as one step that can be undone."""

from __future__ import annotations

from PySide6.QtGui import QTextCursor

from pkm_app.share.model import Mend
from pkm_app.ui.writing import WritingPane


def units(text: str, place: int) -> int:
    """Return a place in a text as a cursor counts it, in UTF-16 units."""
    return len(text[:place].encode("utf-16-le", "surrogatepass")) // 2


def show_spot(pane: WritingPane, text: str, start: int, end: int) -> None:
    """Select a place of the ``text`` that stands in the pane, in the middle of what is seen."""
    cursor = pane.textCursor()
    last = pane.document().characterCount() - 1
    cursor.setPosition(min(units(text, start), last))
    cursor.setPosition(min(units(text, end), last), QTextCursor.MoveMode.KeepAnchor)
    pane.setTextCursor(cursor)
    pane.setFocus()
    area = pane.cursorRect()
    if not pane.viewport().rect().adjusted(0, 30, 0, -60).contains(area):
        bar = pane.verticalScrollBar()
        bar.setValue(bar.value() + area.center().y() - pane.viewport().height() // 3)


def put_mend(pane: WritingPane, text: str, mend: Mend) -> None:
    """Put a mend into the ``text`` that stands in the pane; the caret stands where a person writes on."""
    cursor = pane.textCursor()
    start = units(text, mend.start)
    cursor.setPosition(start)
    cursor.setPosition(units(text, mend.end), QTextCursor.MoveMode.KeepAnchor)
    cursor.insertText(mend.text)
    caret = mend.caret if mend.caret >= 0 else len(mend.text)
    cursor.setPosition(start + units(mend.text, caret))
    pane.setTextCursor(cursor)
    pane.ensureCursorVisible()
    pane.setFocus()
