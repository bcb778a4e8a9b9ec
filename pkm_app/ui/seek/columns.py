"""The columns of Seek in a window of any width: where there is little room, sources and list make way for the text."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QSplitter, QWidget

from pkm_app.ui.seek.side_panel import WIDTH, SidePanel
from pkm_app.ui.services import Settings

NARROW = 1060  # pixels of the page, below which the article would get less than both lists beside it
TIGHT = 700  # below, as in a small window of twice the size, the list stands over the article
NARROW_SIDE = 218
NARROW_LIST = 272
TIGHT_LIST = 150
_KEY = "seek.splitter"
_USUAL = "340,700"


class Columns(QObject):
    """Watches the page's width; ``splitter`` holds the list, the article and what stands beside it."""

    def __init__(self, page: QWidget, side: SidePanel, settings: Settings) -> None:
        super().__init__(page)
        self._side, self._settings = side, settings
        self._narrow, self._chosen = False, ""
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.splitterMoved.connect(self._moved)
        page.installEventFilter(self)

    def begin(self) -> None:
        """Give the columns the widths of last time, once all of them are there."""
        self.splitter.setStretchFactor(1, 1)
        self._put(self._settings.get(_KEY, _USUAL))

    def keep(self) -> None:
        """Remember the widths a person chose."""
        if self._chosen:
            self._settings.put(_KEY, self._chosen)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and isinstance(watched, QWidget):
            tight, narrow = watched.width() < TIGHT, watched.width() < NARROW
            if tight != (self.splitter.orientation() == Qt.Orientation.Vertical):
                self._turn(tight)
            if narrow != self._narrow:
                self._narrow = narrow
                self._side.setFixedWidth(NARROW_SIDE if narrow else WIDTH)
                if not tight:
                    QTimer.singleShot(0, self, self._put_widths)  # the columns have their room only after the page
        return super().eventFilter(watched, event)

    def _moved(self) -> None:
        """Take note of what a person chose: widths that come of a smaller window are nobody's choice."""
        if not self._narrow and self.splitter.orientation() == Qt.Orientation.Horizontal:
            self._chosen = ",".join(str(size) for size in self.splitter.sizes())

    def _put_widths(self) -> None:
        if self.splitter.orientation() == Qt.Orientation.Horizontal:
            self._put(f"{NARROW_LIST},{NARROW}" if self._narrow else self._chosen or self._settings.get(_KEY, _USUAL))

    def _turn(self, tight: bool) -> None:
        self.splitter.setOrientation(Qt.Orientation.Vertical if tight else Qt.Orientation.Horizontal)
        self._put(f"{TIGHT_LIST},{TIGHT}" if tight else f"{NARROW_LIST},{NARROW}")

    def _put(self, sizes: str) -> None:
        self.splitter.setSizes([int(size) for size in sizes.split(",")])
