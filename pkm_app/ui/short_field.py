"""A field of one line that ends in an ellipsis while nobody writes in it and its words have no room.

How to use it: as a ``QLineEdit``.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QStyle, QStyleOptionFrame

_INSET = 2  # pixels that Qt keeps free at each side of the words


class ShortField(QLineEdit):
    """Shows the beginning of long words, and that there is more."""

    def is_cut(self) -> bool:
        """Return whether the words are shown with an ellipsis now."""
        return not self.hasFocus() and self.fontMetrics().horizontalAdvance(self.text()) > self._room(self._option())

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.is_cut():
            super().paintEvent(event)
            return
        option, painter = self._option(), QPainter(self)
        self.style().drawPrimitive(QStyle.PrimitiveElement.PE_PanelLineEdit, option, painter, self)
        words = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self._room(option))
        box = self.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(box.adjusted(_INSET, 0, -_INSET, 0),
                         int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine), words)

    def _option(self) -> QStyleOptionFrame:
        option = QStyleOptionFrame()
        self.initStyleOption(option)
        return option

    def _room(self, option: QStyleOptionFrame) -> int:
        return self.style().subElementRect(
            QStyle.SubElement.SE_LineEditContents, option, self).width() - 2 * _INSET
