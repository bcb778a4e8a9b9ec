"""Boxes to tick in a list, with an edge that is seen in every theme: the style's own is almost the ground in the dark.

How to use it: ``list.setItemDelegate(Ticks(look, list))``.
"""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from pkm_app.ui.look import Look

_SIDE = 15  # pixels


class Ticks(QStyledItemDelegate):
    """Paints rows as ever, and its own box over the style's."""

    def __init__(self, look: Look, parent: QObject) -> None:
        super().__init__(parent)
        self._look = look

    def paint(self, painter: QPainter, option: QStyleOptionViewItem,
              index: QModelIndex | QPersistentModelIndex) -> None:
        super().paint(painter, option, index)
        state = index.data(Qt.ItemDataRole.CheckStateRole)
        if state is None:
            return
        shown = QStyleOptionViewItem(option)
        self.initStyleOption(shown, index)
        place = shown.widget.style().subElementRect(
            QStyle.SubElement.SE_ItemViewItemCheckIndicator, shown, shown.widget)
        box = QRectF(0, 0, _SIDE, _SIDE)
        box.moveCenter(QRectF(place).center())
        ticked = Qt.CheckState(state) == Qt.CheckState.Checked
        look = self._look
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(place, look.color("sense-tint" if shown.state & QStyle.StateFlag.State_Selected
                                           else "surface"))
        painter.setPen(QPen(look.color("sense" if ticked else "ink2"), 1.5))
        painter.setBrush(look.color("sense" if ticked else "surface"))
        painter.drawRoundedRect(box, 4, 4)
        if ticked:
            tint = look.color(look.theme.on("sense"))
            pixmap = look.icons.tinted("check", tint, _SIDE - 2, painter.device().devicePixelRatio())
            painter.drawPixmap(box.topLeft() + QPointF(1, 1), pixmap)
        painter.restore()
