"""Widgets that stand in the flow of a text: each below the paragraph in which what it belongs to ends.

How to use it::

    inserts = Inserts(pane)
    inserts.show([(card, start, end), ...])   # positions of the document; the text makes room below their blocks
    inserts.refit()                           # a height changed
    inserts.lift(card)                        # someone writes there: it stays in sight, the text does not move
    inserts.lift(None)

Room is made by the lower margin of a block (above the next block for what stands in a table), so no character is
added to the document and every position stays what it was. Below the last block, whose margin Qt does not count, the
whole document makes it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QTextBlock, QTextBlockFormat, QTextCursor, QTextDocument, QTextFrameFormat
from PySide6.QtWidgets import QTextBrowser, QWidget

from pkm_app.ui.reading_document import ROLE

_BASE_BELOW, _BASE_ABOVE = ROLE + 1, ROLE + 2  # the margins a block had before it made room
_UNDER = ROLE + 3  # what the last block needs below it, within the lower margin of the whole
_FIRST, _GAP = 8, 8  # pixels above the first widget, and below each
_EDGE = 8  # pixels a lifted one keeps from the edge of the view


@dataclass(frozen=True, slots=True)
class _Item:
    widget: QWidget
    start: int
    end: int


class Inserts:
    """The widgets in one pane's text. ``boxes(start, end)`` gives where a stretch is on the screen."""

    def __init__(self, pane: QTextBrowser, boxes: Callable[[int, int], list[QRectF]]) -> None:
        self._pane, self._boxes = pane, boxes
        self._items: list[_Item] = []
        self._lifted: QWidget | None = None
        self._width = 0
        pane.verticalScrollBar().valueChanged.connect(self.place)

    def show(self, items: Sequence[tuple[QWidget, int, int]]) -> None:
        """Let these widgets stand in the text, in this order, and no others."""
        self._items = [_Item(*item) for item in sorted(items, key=lambda item: (item[2], item[1]))]
        for item in self._items:
            if item.widget.parent() is not self._pane.viewport():
                item.widget.setParent(self._pane.viewport())
            item.widget.show()
        self.refit()

    def forget(self) -> None:
        """Let nothing stand in the text: another document comes."""
        self._items, self._lifted = [], None

    def set_width(self, width: int) -> None:
        """Give the widgets the width of the column."""
        self._width = width
        self.refit()

    def lift(self, widget: QWidget | None) -> None:
        """Keep a widget in sight beside what it belongs to, also where the text has no room for it just there."""
        self._lifted = widget
        if widget is not None:
            widget.raise_()
        self.place()

    def under(self) -> float:
        """Return how many pixels of the lower margin of the document are for what stands below its last block."""
        return _under(self._pane.document().rootFrame().frameFormat())

    def free_from(self, y: float, height: float) -> float:
        """Return where, at ``y`` or below, so many pixels of the view are free of widgets."""
        for place in sorted((item.widget.geometry() for item in self._items), key=lambda one: one.y()):
            if place.y() < y + height and place.bottom() >= y:
                y = place.bottom() + _GAP
        return y

    def refit(self) -> None:
        """Make the room the widgets need now."""
        heights: dict[int, float] = {}
        above: dict[int, bool] = {}
        for item in self._items:
            item.widget.setFixedWidth(max(120, self._width))
            item.widget.adjustSize()
            host, over = self._host(item)
            heights[host.position()] = heights.get(host.position(), _FIRST) + item.widget.height() + _GAP
            above[host.position()] = over
        bar = self._pane.verticalScrollBar()
        scroll = bar.value()
        if _make_room(self._pane.document(), heights, above):
            self._pane.document().size()  # lays it out to its end: until then the bar takes it for shorter
            bar.setValue(scroll)
        self.place()

    def place(self) -> None:
        """Put every widget where its block ends now."""
        scroll = self._pane.verticalScrollBar().value()
        layout = self._pane.document().documentLayout()
        next_y: dict[int, float] = {}
        for item in self._items:
            host, over = self._host(item)
            area = layout.blockBoundingRect(host)
            if host.position() not in next_y:
                room = host.blockFormat().topMargin() - _base(host, _BASE_ABOVE) if over else 0
                next_y[host.position()] = (area.top() - room if over else area.bottom()) + _FIRST
            y = next_y[host.position()]
            next_y[host.position()] = y + item.widget.height() + _GAP
            place = round(y - scroll)
            item.widget.move(0, self._in_sight(item, place) if item.widget is self._lifted else place)

    def _in_sight(self, item: _Item, y: int) -> int:
        height, view = item.widget.height(), self._pane.viewport().height()
        if y >= _EDGE and y + height <= view - _EDGE:
            return y
        below = view - _EDGE - height
        marked = self._boxes(item.start, item.end)
        if not marked or y < _EDGE:
            return min(max(y, _EDGE), below)
        if below >= marked[-1].bottom() + 2:
            return below
        over = round(marked[0].top()) - height - _EDGE
        return over if over >= 0 else below

    def _host(self, item: _Item) -> tuple[QTextBlock, bool]:
        """Return the block that makes room, and whether it does so above itself."""
        document = self._pane.document()
        block = document.findBlock(max(item.start, item.end - 1))
        cursor = QTextCursor(block)
        frame = cursor.currentFrame()
        if frame is document.rootFrame():
            return block, False
        while frame.parentFrame() is not document.rootFrame():
            frame = frame.parentFrame()
        after = document.findBlock(frame.lastPosition() + 1)
        while after.isValid() and not after.text().strip() and after.next().isValid():
            after = after.next()
        return (after, True) if after.isValid() else (block, False)


def _base(block: QTextBlock, key: int) -> float:
    form = block.blockFormat()
    kept = form.property(key)
    if kept is not None:
        return float(kept)
    return form.bottomMargin() if key == _BASE_BELOW else form.topMargin()


def _under(form: QTextFrameFormat) -> float:
    return float(form.property(_UNDER) or 0)


def _make_room_below(document: QTextDocument, wanted: float) -> bool:
    frame = document.rootFrame()
    form = QTextFrameFormat(frame.frameFormat())
    had = _under(form)
    if had == wanted:
        return False
    form.setBottomMargin(form.bottomMargin() - had + wanted)
    form.setProperty(_UNDER, wanted)
    frame.setFrameFormat(form)
    return True


def _make_room(document: QTextDocument, heights: dict[int, float], above: dict[int, bool]) -> bool:
    """Give blocks the room they need, and back what they need no more; say whether anything changed."""
    last = document.lastBlock().position()
    changed = _make_room_below(document, 0.0 if above.get(last, False) else heights.get(last, 0.0))
    cursor = QTextCursor(document)
    block = document.begin()
    while block.isValid():
        form = block.blockFormat()
        wanted, over = heights.get(block.position(), 0.0), above.get(block.position(), False)
        touched = form.property(_BASE_BELOW) is not None
        if wanted or touched:
            new = QTextBlockFormat(form)
            new.setProperty(_BASE_BELOW, _base(block, _BASE_BELOW))
            new.setProperty(_BASE_ABOVE, _base(block, _BASE_ABOVE))
            new.setBottomMargin(_base(block, _BASE_BELOW) + (0 if over else wanted))
            new.setTopMargin(_base(block, _BASE_ABOVE) + (wanted if over else 0))
            if new != form:
                cursor.setPosition(block.position())
                cursor.setBlockFormat(new)
                changed = True
        block = block.next()
    return changed
