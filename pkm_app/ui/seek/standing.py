"""Where reading stands in the article that is shown, and the way back to a place in its text.

How to use it: give it the map of each text that is laid out (``standing.map = ...``); ``top()`` and ``go_to()`` speak
of characters of the canonical text. ``rested`` fires when nothing has been scrolled for a moment.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from pkm_app.ui.reading import ReadingPane
from pkm_app.ui.reading_boxes import cursor_over
from pkm_app.ui.textmap import TextMap

_SOON = 800  # milliseconds without scrolling after which the place is kept
_LINE = 400  # positions in which the first character of a view is looked for: there may be pictures before it


class Standing(QObject):
    """The place in one pane."""

    rested = Signal()

    def __init__(self, pane: ReadingPane) -> None:
        super().__init__(pane)
        self._pane = pane
        self.map: TextMap | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON)
        self._soon.timeout.connect(self.rested)
        pane.moved.connect(self._soon.start)

    def settle(self) -> None:
        """The place is kept now: nothing waits to be."""
        self._soon.stop()

    def top(self) -> int:
        """Return the character that stands first in the view."""
        position = self._pane.top()
        place = self.map.to_canonical(position, position + _LINE) if self.map and position else None
        return place[0] if place else 0

    def go_to(self, character: int) -> None:
        """Let this character stand first in the view."""
        place = self.map.to_document(character, character + 1) if self.map and character else None
        self._pane.show_top(place[0] if place else 0)

    def select(self, start: int, end: int) -> bool:
        """Select these characters and scroll nowhere; return whether they are in the text."""
        place = self.map.to_document(start, end) if self.map else None
        if place is not None:
            scroll = self._pane.verticalScrollBar().value()
            self._pane.setTextCursor(cursor_over(self._pane.document(), *place))
            self._pane.verticalScrollBar().setValue(scroll)
        return place is not None
