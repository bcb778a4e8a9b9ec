"""A field in which one of a few things is chosen: a combo box that shows that it opens, in the colours of the theme."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QComboBox, QStyle, QStyledItemDelegate, QStyleOptionComboBox, QStylePainter

from pkm_app.ui.look import Look

_SIDE, _EDGE = 14, 9


class Choice(QComboBox):
    """Draws its own arrow: a style sheet that rounds a combo box takes the style's away. Where there is too little
    room for what is chosen, that ends in an ellipsis."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setItemDelegate(QStyledItemDelegate(self))  # Qt's own takes the words from the style sheet, not the ground

    def shown_text(self) -> str:
        """Return what is chosen as there is room for it."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        return self._cut(option)

    def paintEvent(self, event: QPaintEvent) -> None:
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        option.currentText = self._cut(option)
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        arrow = self._look.icons.pixmap("chevron-down", "ink2", _SIDE, self.devicePixelRatio())
        painter.drawPixmap(QPointF(self.width() - _SIDE - _EDGE, (self.height() - _SIDE) / 2), arrow)
        painter.end()

    def _cut(self, option: QStyleOptionComboBox) -> str:
        room = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option,
                                           QStyle.SubControl.SC_ComboBoxEditField, self)
        return self.fontMetrics().elidedText(self.currentText(), Qt.TextElideMode.ElideRight, room.width() - 2)
