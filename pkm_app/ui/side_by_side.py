"""Two texts in two fields, with what only one of them says underlined."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from pkm_app.content.difference import Piece
from pkm_app.ui.look import Look
from pkm_app.ui.reading_boxes import cursor_over


class SideBySide(QObject):
    """The fields ``old`` and ``new``, to be laid out by whoever shows them; ``tint`` is the colour of a difference."""

    def __init__(self, look: Look, old: str, new: str, tint: str, parent: QObject) -> None:
        super().__init__(parent)
        self._look, self._tint = look, tint
        self.old, self.new = self._field(old), self._field(new)
        self._only: list[tuple[QTextEdit, int, int]] = []  # what only one of them says: where it stands
        self._differ = False  # whether they have anything in common, from which that can stand out
        look.changed.connect(self._mark)

    def show_pieces(self, pieces: Sequence[Piece]) -> None:
        """Show both texts; both begin at their beginning."""
        self._differ = len(pieces) > 2 or any(piece.kind == "same" for piece in pieces)
        for field, kind in ((self.old, "gone"), (self.new, "new")):
            cursor = field.textCursor()
            for piece in pieces:
                start = cursor.position()
                if piece.kind in ("same", kind):
                    cursor.insertText(piece.text)
                if piece.kind == kind:
                    self._only.append((field, start, cursor.position()))
            field.moveCursor(QTextCursor.MoveOperation.Start)
        self._mark()

    def _field(self, words: str) -> QTextEdit:
        field = QTextEdit()
        field.setReadOnly(True)
        field.setObjectName("field")
        field.setTabChangesFocus(True)
        field.setFont(self._look.font("reading", 15))
        field.setAccessibleName(words)
        return field

    def _mark(self) -> None:
        """Mark what only one version says. The text itself has no colour of its own, so it follows the theme."""
        only = QTextCharFormat()
        only.setBackground(self._look.color(self._tint))
        only.setFontUnderline(self._differ)
        for field in (self.old, self.new):
            marks = []
            for _, start, end in (one for one in self._only if one[0] is field):
                mark = QTextEdit.ExtraSelection()
                mark.cursor, mark.format = cursor_over(field.document(), start, end), only
                marks.append(mark)
            field.setExtraSelections(marks)
