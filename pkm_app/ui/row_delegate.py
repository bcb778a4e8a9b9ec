"""A delegate that paints each row once and keeps its picture.

How to use it: subclass, and paint in ``paint_row`` what a delegate would paint in ``paint``. A row is painted anew
when it, its state, its size, the theme, the language or ``moment()`` is another. While other threads are busy every
call into Qt may have to wait for its turn in Python: one call a row instead of twenty keeps scrolling even.
A view that calls ``begin`` before it paints and then finds ``left`` true paints what was left in its next turn: so
many new rows at once never hold the window.
"""

from __future__ import annotations

from collections.abc import Hashable
from time import perf_counter

from PySide6.QtCore import QLocale, QObject, QRect, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from pkm_app.ui.look import Look
from pkm_app.ui.rows import ROW, Index

_KEPT_BYTES = 16 * 1024 * 1024  # of pictures; a row of articles takes 130 KB, or four times that on a fine screen
_PORTION = 0.01  # seconds of one turn for painting rows anew
_STATES = QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_HasFocus | QStyle.StateFlag.State_MouseOver


class RowDelegate(QStyledItemDelegate):
    """Keeps the pictures of the rows last painted. Rows must be hashable."""

    def __init__(self, look: Look, parent: QObject) -> None:
        super().__init__(parent)
        self._look = look
        self._pictures: dict[Hashable, QPixmap] = {}  # the one painted longest ago first
        self._bytes = 0
        self._in_portions = False
        self._end = 0.0  # by perf_counter: what is not painted anew by then is left; 0 before the first one
        self.left = False
        look.changed.connect(self._forget)

    def begin(self) -> None:
        """Begin a portion: at least one row is painted anew, others are left once it is used up."""
        self._in_portions, self._end, self.left = True, 0.0, False

    def paint_row(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the row into ``option.rect``; for overriding."""
        raise NotImplementedError

    def moment(self) -> Hashable:
        """Return what else the picture depends on, such as the minute of the clock; for overriding."""
        return None

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        where, ratio = QRect(option.rect), painter.device().devicePixelRatio()
        key = (index.data(ROW), where.width(), where.height(), (option.state & _STATES).value, ratio,
               QLocale().name(), self.moment())
        picture = self._pictures.pop(key, None)
        if picture is None:
            if self._portion_is_over():
                self.left = True
                return
            picture = self._picture(option, index, ratio)
            self._bytes += _bytes(picture)
            while self._pictures and self._bytes > _KEPT_BYTES:
                self._bytes -= _bytes(self._pictures.pop(next(iter(self._pictures))))
        self._pictures[key] = picture
        painter.drawPixmap(where.topLeft(), picture)

    def _forget(self) -> None:
        self._pictures.clear()
        self._bytes = 0

    def _portion_is_over(self) -> bool:
        here = perf_counter()
        if self._end == 0.0:
            self._end = here + _PORTION
        return self._in_portions and here > self._end

    def _picture(self, option: QStyleOptionViewItem, index: Index, ratio: float) -> QPixmap:
        size = option.rect.size()
        picture = QPixmap(round(size.width() * ratio), round(size.height() * ratio))
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        place = QStyleOptionViewItem(option)
        place.rect = QRect(0, 0, size.width(), size.height())
        painter = QPainter(picture)
        painter.setFont(option.font)
        self.paint_row(painter, place, index)
        painter.end()
        return picture


def _bytes(picture: QPixmap) -> int:
    return picture.width() * picture.height() * picture.depth() // 8
