"""Columns that scroll."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea, QScrollBar, QWidget


class ScrollArea(QScrollArea):
    """Qt's, which scrolls up and down only, and with a bar of its own.

    To a screen reader Qt counts its own bar among the children of the area as long as it is shown, and does not look
    whether it still is when it is asked for: if the area was hidden in between, the program ends there. So Qt's bar
    stays hidden, and the one that is seen, which only follows it, is no child that Qt tells of.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._bar, hidden = QScrollBar(Qt.Orientation.Vertical, self), self.verticalScrollBar()
        self._bar.hide()
        hidden.rangeChanged.connect(self._show_range)
        hidden.valueChanged.connect(self._bar.setValue)
        self._bar.valueChanged.connect(hidden.setValue)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width = self._bar.sizeHint().width()
        self._bar.setGeometry(self.width() - width, 0, width, self.height())

    def _show_range(self, least: int, most: int) -> None:
        hidden, shown = self.verticalScrollBar(), most > least
        self._bar.setRange(least, most)
        self._bar.setPageStep(hidden.pageStep())
        self._bar.setSingleStep(hidden.singleStep())
        self._bar.setValue(hidden.value())
        self._bar.setVisible(shown)
        self.setViewportMargins(0, 0, self._bar.sizeHint().width() if shown else 0, 0)


class WholeArea(ScrollArea):
    """Asks for the height of all that is in it, and scrolls only where it cannot have that."""

    def sizeHint(self) -> QSize:
        column = self.widget()
        return column.sizeHint() if column is not None else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        return QSize(self.sizeHint().width(), 0)


def scrolling(column: QWidget, whole: bool = False) -> QScrollArea:
    """Return an area in which a column scrolls, on the ground that lies behind it; the keys go to what is in it.

    ``whole``: it asks for the height of the column.
    """
    area = WholeArea() if whole else ScrollArea()
    area.setWidget(column)
    area.viewport().setAutoFillBackground(False)
    column.setAutoFillBackground(False)
    return area
