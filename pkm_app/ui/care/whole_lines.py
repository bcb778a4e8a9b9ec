"""A box with plain lines to look through, as high as a number of whole lines: none is cut at the bottom."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit


class WholeLines(QPlainTextEdit):
    """Lines to read and copy, not to write; ``most`` is the height in pixels that the box may take."""

    def __init__(self, most: int) -> None:
        super().__init__()
        self._most = most
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setObjectName("field")
        self.document().setDocumentMargin(0)
        self.setFixedHeight(most)

    def resizeEvent(self, event: QResizeEvent) -> None:
        # Only here the frame and the padding of the theme are known.
        super().resizeEvent(event)
        around, line = self.height() - self.viewport().height(), self.cursorRect().height()
        self.setFixedHeight(around + max(1, (self._most - around) // line) * line)
