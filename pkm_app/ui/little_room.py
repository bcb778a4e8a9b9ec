"""What is said in fewer words, or by signs alone, where a window is small because its text is large.

How to use it: ``hint = Hint(field)`` and ``hint.show_words(long, short)``; ``signs = Signs(row, 480)`` and
``self.say(partial(signs.put, button), "Save this search")`` for buttons of that row that have an icon.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from pkm_app.ui.empty import EmptyState
from pkm_app.ui.scrolling import ScrollArea
from pkm_app.ui.widgets import Button, name

_AROUND = 48  # pixels of a field that its icon and edges take
_LOW = 150  # pixels of an empty place, below which its words need all of them


class Hint(QObject):
    """What stands in an empty field: the long words where they fit whole, else the short ones."""

    def __init__(self, field: QLineEdit) -> None:
        super().__init__(field)
        self._field, self._long, self._short = field, "", ""
        field.installEventFilter(self)

    def show_words(self, long: str, short: str) -> None:
        """Say these from now on; screen readers are told the long ones as the name of the field."""
        self._long, self._short = long, short
        self._field.setAccessibleName(long)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._fit()
        return False

    def _fit(self) -> None:
        room = self._field.width() - self._field.textMargins().right() - _AROUND
        fits = self._field.fontMetrics().horizontalAdvance(self._long) <= room
        self._field.setPlaceholderText(self._long if fits else self._short)


class Signs(QObject):
    """Buttons of a row that show their icons alone where the row has less than ``least`` pixels."""

    def __init__(self, row: QWidget, least: int) -> None:
        super().__init__(row)
        self._row, self._least = row, least
        self._words: dict[Button, str] = {}
        row.installEventFilter(self)

    def put(self, button: Button, words: str) -> None:
        """Give a button its words; they are its name as well."""
        self._words[button] = words
        name(button, words)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._fit()
        return False

    def _fit(self) -> None:
        roomy = self._row.width() >= self._least
        for button, words in self._words.items():
            shown = words if roomy else ""
            if button.shown_text() != shown:
                button.setText(shown)


class EmptyArea(ScrollArea):
    """Holds an empty place that may be lower than its words: there it has no picture, and scrolls."""

    def __init__(self, place: EmptyState) -> None:
        super().__init__()
        self._place = place
        self.setWidget(place)
        self.viewport().setAutoFillBackground(False)
        place.setAutoFillBackground(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place.set_low(self.height() < _LOW)


class Above(ScrollArea):
    """What is said above a text: as high as it needs to be up to ``most``, and beyond that it scrolls."""

    def __init__(self, column: QWidget) -> None:
        super().__init__()
        self._column, self._most = column, 0
        self.setWidget(column)
        self.viewport().setAutoFillBackground(False)
        column.setAutoFillBackground(False)
        self.hide()
        column.installEventFilter(self)

    def set_most(self, pixels: int) -> None:
        """Take no more than this of the height that there is."""
        self._most = pixels
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def _fit(self) -> None:
        layout = self._column.layout()
        if layout is None:
            return
        layout.activate()
        said = not layout.isEmpty()
        if said:
            needed = max(layout.totalHeightForWidth(self.viewport().width()), layout.totalMinimumSize().height())
            self.setFixedHeight(min(needed, self._most))
        self.setVisible(said)
