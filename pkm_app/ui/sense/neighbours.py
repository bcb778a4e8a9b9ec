"""A small drawn map of what a note is linked with. The lists above it say the same in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy

from pkm_app.ui.i18n import Worded
from pkm_app.ui.look import Look

_MOST = 10
_HEIGHT = 230
_WIDEST = 92  # pixels of a name


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A file one link away: ``out`` when the note links to it, ``back`` when it links to the note."""

    path: str
    title: str
    out: bool
    back: bool


class NeighbourMap(Worded, QLabel):  # a label, for a mere widget is not read out
    """``opened`` fires with the path of a name that was clicked."""

    opened = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._near: list[Neighbour] = []
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(220, _HEIGHT if len(self._near) > 3 else _HEIGHT - 70)

    def show_around(self, near: Sequence[Neighbour]) -> None:
        """Draw these, at most ten of them."""
        self._near = list(near)[:_MOST]
        self.say(self.setAccessibleName, "Map of what this note is linked with")
        self.setAccessibleDescription(", ".join(one.title for one in self._near))
        self.updateGeometry()
        self.update()

    def places(self) -> list[QRectF]:
        """Return where each name stands: in a ring from the top, in rows of at most two, so that none is over another.
        """
        metrics = QFontMetricsF(self._look.font("text", 11))
        height, count = self.sizeHint().height(), len(self._near)
        middle = QPointF(self.width() / 2, height / 2)
        wide, high = max(10.0, self.width() / 2 - _WIDEST / 2 - 2), height / 2 - 16
        found = []
        for number, one in enumerate(self._near):
            row = min(number, count - number)
            side = (2 * number < count) - (2 * number > count) if row else 0
            y = -high + 2 * high * row / max(1, count // 2)
            x = side * max(_WIDEST / 2 + 3, wide * sqrt(max(0.0, 1 - (y / high) ** 2)))
            width = min(_WIDEST if side else self.width() - 8.0, metrics.horizontalAdvance(one.title) + 14)
            found.append(QRectF(middle.x() + x - width / 2, middle.y() + y - 11, width, 22))
        return found

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, look = QPainter(self), self._look
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = QPointF(self.width() / 2, self.sizeHint().height() / 2)
        places = self.places()
        for one, place in zip(self._near, places, strict=True):
            painter.setPen(QPen(look.color("ink3" if one.out else "line"), 1.2,
                                Qt.PenStyle.SolidLine if one.out else Qt.PenStyle.DashLine))
            painter.drawLine(middle, place.center())
        font = look.font("text", 11)
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        for one, place in zip(self._near, places, strict=True):
            painter.setPen(QPen(look.color("line"), 1))
            painter.setBrush(look.color("sense-tint" if one.back else "surface"))
            painter.drawRoundedRect(place, 8, 8)
            painter.setPen(look.color("ink"))
            text = metrics.elidedText(" ".join(one.title.split()), Qt.TextElideMode.ElideRight, place.width() - 12)
            painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), text)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.color("sense"))
        painter.drawEllipse(middle, 6, 6)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = self._at(event.position())
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        found = self._at(event.position())
        if found:
            self.opened.emit(found)

    def _at(self, point: QPointF) -> str:
        return next((one.path for one, place in zip(self._near, self.places(), strict=True)
                     if place.contains(point)), "")
