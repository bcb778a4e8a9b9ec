"""Columns that scroll."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractSlider, QScrollArea, QScrollBar, QWidget

_ACT = QAbstractSlider.SliderAction
_PLAIN, _SHIFT, _CONTROL = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier,
                            Qt.KeyboardModifier.ControlModifier)
_KEYS: dict[tuple[int, Qt.KeyboardModifier], QAbstractSlider.SliderAction] = {
    (Qt.Key.Key_Up, _PLAIN): _ACT.SliderSingleStepSub, (Qt.Key.Key_Down, _PLAIN): _ACT.SliderSingleStepAdd,
    (Qt.Key.Key_PageUp, _PLAIN): _ACT.SliderPageStepSub, (Qt.Key.Key_PageDown, _PLAIN): _ACT.SliderPageStepAdd,
    (Qt.Key.Key_Space, _PLAIN): _ACT.SliderPageStepAdd, (Qt.Key.Key_Space, _SHIFT): _ACT.SliderPageStepSub,
    (Qt.Key.Key_Home, _PLAIN): _ACT.SliderToMinimum, (Qt.Key.Key_End, _PLAIN): _ACT.SliderToMaximum,
    (Qt.Key.Key_Home, _CONTROL): _ACT.SliderToMinimum, (Qt.Key.Key_End, _CONTROL): _ACT.SliderToMaximum,
}


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

    def scroll_by(self, event: QKeyEvent) -> bool:
        """Scroll as a key asks, and return whether it does; where all is in sight, no key does."""
        bar = self.verticalScrollBar()
        act = _KEYS.get((event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier))
        if act is None or bar.maximum() == bar.minimum():
            return False
        bar.triggerAction(act)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt's own: take what nothing that lies in the area wanted."""
        if not self.scroll_by(event):
            event.ignore()  # an area around this one, or the page, may scroll

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


class _Keys(QObject):
    """Gives an area the keys of the page around it."""

    def __init__(self, page: QWidget, area: ScrollArea) -> None:
        super().__init__(page)
        self._area = area

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        return event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self._area.scroll_by(event)


def scroll_for(page: QWidget, area: ScrollArea) -> None:
    """Let a page that has the focus itself scroll what is in it, and be known as a place that can have the focus."""
    page.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
    page.installEventFilter(_Keys(page, area))


def scrolling(column: QWidget, whole: bool = False) -> ScrollArea:
    """Return an area in which a column scrolls, on the ground that lies behind it; the keys go to what is in it.

    ``whole``: it asks for the height of the column.
    """
    area = WholeArea() if whole else ScrollArea()
    area.setWidget(column)
    area.viewport().setAutoFillBackground(False)
    column.setAutoFillBackground(False)
    return area
