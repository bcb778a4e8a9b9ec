"""Two texts in two fields, with what only one of them says underlined."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QTextEdit

from pkm_app.content.difference import Piece
from pkm_app.ui.look import Look
from pkm_app.ui.reading_boxes import cursor_over
from pkm_app.ui.theme import Stage

_ON_A_LINE = re.compile(r"[^\n\u2029]+")
_ABOVE = 60  # pixels of what both have in common above the first difference


class SideBySide(QObject):
    """The fields ``old`` and ``new``, to be laid out by whoever shows them. Differences are marked in the colour of
    ``stage``; as soon as there is room to show it, the first one stands in sight in both."""

    def __init__(self, look: Look, old: str, new: str, stage: Stage, parent: QObject) -> None:
        super().__init__(parent)
        self._look, self._stage = look, stage
        self.old, self.new = self._field(old), self._field(new)
        self._only: list[tuple[QTextEdit, int, int]] = []  # what only one of them says: where it stands
        self._first: dict[QTextEdit, int] = {}  # where in each the first difference is
        self._differ = False  # whether they have anything in common, from which that can stand out
        look.changed.connect(self._mark)

    def show_pieces(self, pieces: Sequence[Piece]) -> None:
        """Show both texts."""
        self._differ = len(pieces) > 2 or any(piece.kind == "same" for piece in pieces)
        for field, kind in ((self.old, "gone"), (self.new, "new")):
            cursor = field.textCursor()
            for piece in pieces:
                start = cursor.position()
                if piece.kind != "same" and piece.text.strip():
                    before = len(piece.text) - len(piece.text.lstrip()) if piece.kind == kind else 0
                    self._first.setdefault(field, start + before)
                if piece.kind in ("same", kind):
                    cursor.insertText(piece.text)
                if piece.kind == kind:
                    end = cursor.position()
                    lines = cursor_over(field.document(), start, end).selectedText()
                    self._only += [(field, start + _units(lines[:line.start()]), start + _units(lines[:line.end()]))
                                   for line in _ON_A_LINE.finditer(lines)]
            cursor.setPosition(0)
            field.setTextCursor(cursor)
            self._go_to_first(field)
        self._mark()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QTextEdit):
            QTimer.singleShot(0, watched, partial(self._go_to_first, watched))  # Qt shows the caret in this one
        return super().eventFilter(watched, event)

    def _go_to_first(self, field: QTextEdit) -> None:
        """Scroll to the first difference where it is not in sight."""
        start = self._first.get(field)
        if start is None:
            return
        bar = field.verticalScrollBar()
        bar.setValue(0)
        field.document().size()  # laid out to its end: until then there is nowhere to scroll to
        line = field.cursorRect(cursor_over(field.document(), start, start))
        if line.bottom() > field.viewport().height():
            bar.setValue(line.top() - _ABOVE)

    def _field(self, words: str) -> QTextEdit:
        field = QTextEdit()
        field.setReadOnly(True)
        field.setObjectName("field")
        field.setTabChangesFocus(True)
        field.setFont(self._look.font("reading", 15))
        field.setAccessibleName(words)
        field.installEventFilter(self)
        return field

    def _mark(self) -> None:
        """Mark what only one version says. The text itself has no colour of its own, so it follows the theme."""
        only = QTextCharFormat()
        only.setBackground(self._look.color(f"{self._stage}-mark"))
        only.setForeground(self._look.color("ink"))
        only.setFontUnderline(self._differ)
        for field in (self.old, self.new):
            marks = []
            for _, start, end in (one for one in self._only if one[0] is field):
                mark = QTextEdit.ExtraSelection()
                mark.cursor, mark.format = cursor_over(field.document(), start, end), only
                marks.append(mark)
            field.setExtraSelections(marks)


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
