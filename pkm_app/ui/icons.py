"""Lucide icons, one colour each, tinted by role when they are painted.

How to use it: ``look.icon("rss", "ink2")`` gives a QIcon that follows the theme by itself;
``look.icons.pixmap("rss", "ink2", 16, ratio)`` is for widgets that paint. Names are file names in
``resources/icons`` without ``.svg`` (ISC licence beside them); a new icon is a new file there.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

STROKE = "1.75"
_CACHED = 512


class Icons:
    """Reads, tints and remembers icons. ``color`` looks a role up in the theme of the moment."""

    def __init__(self, folder: Path, color: Callable[[str], QColor]) -> None:
        self._folder = folder
        self._color = color
        self._texts: dict[str, str] = {}
        self._made: dict[tuple[str, str, int, float], QPixmap] = {}

    def icon(self, name: str, role: str) -> QIcon:
        """Return an icon that looks its colour up each time it is painted."""
        self._text(name)  # a wrong name fails here, not while painting
        return QIcon(_Engine(self, name, role))

    def pixmap(self, name: str, role: str, size: int, ratio: float = 1.0) -> QPixmap:
        """Return a square pixmap of ``size`` logical pixels for a screen of this ratio."""
        return self.tinted(name, self._color(role), size, ratio)

    def tinted(self, name: str, color: QColor, size: int, ratio: float = 1.0) -> QPixmap:
        """Return a pixmap in a colour that is no role (an accent on its own fill, say)."""
        key = (name, color.name(), size, ratio)
        pixmap = self._made.get(key)
        if pixmap is None:
            if len(self._made) >= _CACHED:
                self._made.clear()
            pixmap = self._made[key] = self._draw(name, color, size, ratio)
        return pixmap

    def _draw(self, name: str, color: QColor, size: int, ratio: float) -> QPixmap:
        text = self._text(name).replace("currentColor", color.name())
        side = max(1, round(size * ratio))
        pixmap = QPixmap(side, side)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        QSvgRenderer(QByteArray(text.encode())).render(painter, QRectF(0, 0, side, side))
        painter.end()
        pixmap.setDevicePixelRatio(ratio)
        return pixmap

    def _text(self, name: str) -> str:
        if name not in self._texts:
            text = (self._folder / f"{name}.svg").read_text(encoding="utf-8")
            self._texts[name] = text.replace('stroke-width="2"', f'stroke-width="{STROKE}"')
        return self._texts[name]


class _Engine(QIconEngine):
    def __init__(self, icons: Icons, name: str, role: str) -> None:
        super().__init__()
        self._icons, self._name, self._role = icons, name, role

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        side = min(rect.width(), rect.height())
        device = painter.device()
        pixmap = self._icons.pixmap(self._name, self._role, side, device.devicePixelRatio() if device else 1.0)
        corner = QPoint(rect.x() + (rect.width() - side) // 2, rect.y() + (rect.height() - side) // 2)
        painter.setOpacity(0.45 if mode == QIcon.Mode.Disabled else 1.0)
        painter.drawPixmap(corner, pixmap)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self._icons.pixmap(self._name, self._role, min(size.width(), size.height()))

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        return self._icons.pixmap(self._name, self._role, min(size.width(), size.height()), scale)

    def clone(self) -> QIconEngine:
        return _Engine(self._icons, self._name, self._role)
