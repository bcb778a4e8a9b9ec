"""One row of the list under the search field: icon, title, and the words around what was found."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from pkm_app.ui.apart import edge_chosen
from pkm_app.ui.i18n import tr
from pkm_app.ui.look import Look
from pkm_app.ui.result_rows import KINDS

_MARKS = str.maketrans("", "", "⟦⟧")  # around the words that matched


@dataclass(frozen=True, slots=True)
class FindRow:
    """``kind`` and ``id`` say what is opened; a command's detail is its key."""

    icon: str
    title: str
    detail: str
    kind: str
    id: str

    def plain_detail(self) -> str:
        """Return the detail in one line, without the marks around the words that matched."""
        return " ".join(self.detail.translate(_MARKS).split())


class FindDelegate(QStyledItemDelegate):
    """Paints a row from its FindRow."""

    HEIGHT = 34

    def __init__(self, look: Look, parent: QObject) -> None:
        super().__init__(parent)
        self._look = look

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(100, self.HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem,
              index: QModelIndex | QPersistentModelIndex) -> None:
        row: FindRow = index.data(Qt.ItemDataRole.UserRole)
        look, box = self._look, QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        state = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.color("seek-tint"))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 7, 7)
            edge_chosen(painter, box.adjusted(1, 1, -1, -1), look, "seek", 7)
        pixmap = look.icons.pixmap(row.icon, "seek" if chosen else "ink2", 16, painter.device().devicePixelRatio())
        painter.drawPixmap(QPointF(box.x() + 10, box.y() + 9), pixmap)
        bold = look.font("text", 13, 500)
        metrics = QFontMetrics(bold)
        x, right = box.x() + 36, box.right() - 10
        small = look.font("text", 12)
        said = tr(KINDS[row.kind]) if row.kind in KINDS else ""
        detail = " · ".join(part for part in (said, row.plain_detail()) if part)
        taken = QFontMetrics(small).horizontalAdvance(detail) + 16.0
        act = row.kind in ("command", "settings")
        if not act:  # an act's name and its key are both shown whole
            taken = min(taken, (right - x) * 0.4)
        free = right - x - taken
        title = metrics.elidedText(row.title, Qt.TextElideMode.ElideRight, int(free))
        painter.setFont(bold)
        painter.setPen(look.color("seek" if chosen else "ink"))
        flags = int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
        painter.drawText(QRectF(x, box.y(), right - x, box.height()), flags, title)
        x += metrics.horizontalAdvance(title) + 12
        painter.setFont(small)
        painter.setPen(look.color("ink2"))
        detail = QFontMetrics(small).elidedText(detail, Qt.TextElideMode.ElideRight, int(right - x))
        if act:
            flags |= int(Qt.AlignmentFlag.AlignRight)
        painter.drawText(QRectF(x, box.y(), right - x, box.height()), flags, detail)
        painter.restore()
