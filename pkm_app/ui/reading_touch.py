"""Reading with a finger: drag to scroll, hold to select and drag on, tap to open a link or press a highlight."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, QUrl
from PySide6.QtGui import QTextCursor, QTouchEvent
from PySide6.QtWidgets import QTextBrowser

_HOLD = 450  # milliseconds a finger stays before it selects
_SLIP = 12  # pixels a finger may slip and still mean one spot


class TouchReading(QObject):
    """Belongs to one pane. ``selected`` is told whether words are selected, ``pressed`` a position that was tapped."""

    def __init__(self, pane: QTextBrowser, selected: Callable[[bool], None], pressed: Callable[[int], None]) -> None:
        super().__init__(pane)
        self._pane, self._tell_selected, self._tell_pressed = pane, selected, pressed
        self._began = self._last = QPoint()
        self._scrolling = self._selecting = False
        self._anchor = (0, 0)
        self._hold = QTimer(self)
        self._hold.setSingleShot(True)
        self._hold.setInterval(_HOLD)
        self._hold.timeout.connect(self._held)
        pane.viewport().setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents, True)
        pane.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QTouchEvent) or not event.points():
            return super().eventFilter(watched, event)
        spot = event.points()[0].position().toPoint()
        if event.type() == QEvent.Type.TouchBegin:
            self._began = self._last = spot
            self._scrolling = self._selecting = False
            self._hold.start()
        elif event.type() == QEvent.Type.TouchUpdate:
            self._moved(spot)
        elif event.type() == QEvent.Type.TouchEnd:
            self._ended(spot)
        else:
            self._hold.stop()
        event.accept()
        return True

    def _moved(self, spot: QPoint) -> None:
        if self._selecting:
            self._select_to(spot)
        elif self._scrolling or (spot - self._began).manhattanLength() > _SLIP:
            self._hold.stop()
            self._scrolling = True
            bar = self._pane.verticalScrollBar()
            bar.setValue(bar.value() - (spot.y() - self._last.y()))
        self._last = spot

    def _held(self) -> None:
        self._selecting = True
        cursor = self._pane.cursorForPosition(self._began)
        cursor.select(QTextCursor.SelectionType.WordUnderCursor)
        self._anchor = cursor.selectionStart(), cursor.selectionEnd()
        self._pane.setTextCursor(cursor)

    def _select_to(self, spot: QPoint) -> None:
        """Select whole words from the one that was held to the one under the finger."""
        there = self._pane.cursorForPosition(spot)
        there.select(QTextCursor.SelectionType.WordUnderCursor)
        first, last = self._anchor
        cursor = self._pane.textCursor()
        backwards = there.selectionStart() < first
        cursor.setPosition(last if backwards else first)
        cursor.setPosition(there.selectionStart() if backwards else max(last, there.selectionEnd()),
                           QTextCursor.MoveMode.KeepAnchor)
        self._pane.setTextCursor(cursor)

    def _ended(self, spot: QPoint) -> None:
        self._hold.stop()
        if self._selecting:
            self._tell_selected(self._pane.textCursor().hasSelection())
        elif not self._scrolling:
            self._tapped(spot)

    def _tapped(self, spot: QPoint) -> None:
        link = self._pane.anchorAt(spot)
        cursor = self._pane.cursorForPosition(spot)
        self._pane.setTextCursor(cursor)
        self._tell_selected(False)
        if link:
            self._pane.anchorClicked.emit(QUrl(link))
        else:
            self._tell_pressed(cursor.position())
