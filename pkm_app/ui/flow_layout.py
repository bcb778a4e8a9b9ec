"""A layout that sets its items side by side and wraps: chips, and cards in columns of one width."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class FlowLayout(QLayout):
    """Wraps its items. With ``column`` every item gets the same width, at least that many pixels, and the
    items of a row the same height. With ``one_row`` it asks for room for all of them in a row, and does with less."""

    def __init__(self, parent: QWidget | None = None, gap: int = 8, column: int = 0, one_row: bool = False) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap, self._column, self._one_row = gap, column, one_row
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._place(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._place(rect, move=True)

    def sizeHint(self) -> QSize:
        least, hints = self.minimumSize(), [item.sizeHint() for item in self._shown()]
        if not self._one_row or not hints:
            return least
        return QSize(sum(hint.width() for hint in hints) + self._gap * (len(hints) - 1), least.height())

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return QSize(max(size.width(), self._column), size.height())

    def clear(self) -> None:
        """Take every item out and let its widget go."""
        while self._items:
            widget = self._items.pop().widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.invalidate()

    def _place(self, rect: QRect, move: bool) -> int:
        return self._columns(rect, move) if self._column else self._line(rect, move)

    def _line(self, rect: QRect, move: bool) -> int:
        x, y, tall = rect.x(), rect.y(), 0
        for item in self._shown():
            size = item.sizeHint()
            if x > rect.x() and x + size.width() > rect.x() + rect.width():
                x, y, tall = rect.x(), y + tall + self._gap, 0
            if move:
                width = min(size.width(), rect.width())
                item.setGeometry(QRect(QPoint(x, y), QSize(width, size.height())))
            x += size.width() + self._gap
            tall = max(tall, size.height())
        return y + tall - rect.y()

    def _columns(self, rect: QRect, move: bool) -> int:
        count = max(1, (rect.width() + self._gap) // (self._column + self._gap))
        width = (rect.width() - self._gap * (count - 1)) // count
        items, y = self._shown(), rect.y()
        for start in range(0, len(items), count):
            row = items[start:start + count]
            tall = max(i.heightForWidth(width) if i.hasHeightForWidth() else i.sizeHint().height() for i in row)
            for place, item in enumerate(row):
                if move:
                    item.setGeometry(QRect(rect.x() + place * (width + self._gap), y, width, tall))
            y += tall + self._gap
        return max(0, y - self._gap - rect.y())

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]
