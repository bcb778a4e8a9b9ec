"""A field in which one of a few things is chosen: a combo box that shows that it opens, in the colours of the theme."""

from __future__ import annotations

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox

from pkm_app.ui.look import Look

_SIDE, _EDGE = 14, 9


class Choice(QComboBox):
    """Draws its own arrow: a style sheet that rounds a combo box takes the style's away."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        arrow = self._look.icons.pixmap("chevron-down", "ink2", _SIDE, self.devicePixelRatio())
        painter = QPainter(self)
        painter.drawPixmap(QPointF(self.width() - _SIDE - _EDGE, (self.height() - _SIDE) / 2), arrow)
        painter.end()
