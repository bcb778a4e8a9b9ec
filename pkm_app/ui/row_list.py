"""A list of rows of one height that scrolls evenly while other threads are busy.

How to use it: subclass, give the model and a RowDelegate; ``ground`` is the role that lies under the rows.

What costs here is not the work but the waiting: each call from Qt into Python may have to wait for another thread to
let go of the interpreter, and one layout of 500 rows asks a Python model a thousand times. So layout and painting are
entered through one method in Python, which holds the interpreter for all that is asked inside; and the ground is
opaque, so that scrolling moves what is painted and asks only for the rows that come into sight.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QListView

from pkm_app.ui.look import Look
from pkm_app.ui.row_delegate import RowDelegate


class RowList(QListView):
    """One column, one height, scrolled by pixels, repainted when the look changes."""

    def __init__(self, look: Look, ground: str) -> None:
        super().__init__()
        self._look, self._ground = look, ground
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        look.changed.connect(self.viewport().update)

    def doItemsLayout(self) -> None:
        """Qt's own, entered in Python: see above."""
        super().doItemsLayout()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._look.color(self._ground))
        painter.end()
        delegate = self.itemDelegate()
        assert isinstance(delegate, RowDelegate)
        delegate.begin()
        super().paintEvent(event)
        if delegate.left:
            QTimer.singleShot(0, self.viewport(), self.viewport().update)
