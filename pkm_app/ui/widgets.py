"""The small pieces that every room is made of.

How to use it: each takes the ``Look`` first and paints from its roles. Foreign text may go into any of them:
labels are plain text throughout. Buttons: ``Button(look, "plus", kind="outlined")`` and ``self.say(b.setText, "Add
source")``; an icon alone: ``Button(look, "copy")`` and ``name(b, tr("Copy"))``. Text that is set also names the
control for screen readers.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QVBoxLayout, QWidget

from pkm_app.ui.apart import paint_bar
from pkm_app.ui.buttons import Button, name, name_clearing, tip
from pkm_app.ui.cutting import cut
from pkm_app.ui.joints import jointed
from pkm_app.ui.look import Family, Look
from pkm_app.ui.textlayout import lay_out
from pkm_app.ui.theme import HIGHLIGHTS

__all__ = [
    "Button", "Card", "Icon", "Label", "Panel", "Quote", "Tile", "lay_out", "name", "name_clearing", "paint_tile",
    "tip",
]

TILES = ("#2B6A55", "#3B58A8", "#A3532B", "#78458B", "#B23A48", "#466A80", "#66722C", "#8A6A20", "#575551", "#2F6F8F")


_WIDEST_WORD = 150  # pixels


class Label(QLabel):
    """Plain text in a role, size and weight. Long text wraps when ``wrap`` is set, else it is cut with an ellipsis."""

    def __init__(self, look: Look, role: str = "ink", size: int = 13, weight: int = 400, *, wrap: bool = False,
                 family: Family = "text") -> None:
        super().__init__()
        self._look, self._role = look, role
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(look.font(family, size, weight))
        self.setWordWrap(wrap)
        if not wrap:
            self.setMinimumWidth(0)
            self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._recolour)
        self._recolour()

    def set_role(self, role: str) -> None:
        """Show the text in another role."""
        self._role = role
        self._recolour()

    def minimumSizeHint(self) -> QSize:
        """Qt's own, but one very long word makes no column wider than it is."""
        hint = super().minimumSizeHint()
        return QSize(min(hint.width(), _WIDEST_WORD), hint.height()) if self.wordWrap() else hint

    def hug(self) -> Label:
        """Ask for exactly the width of the text; return itself."""
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        return self

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.wordWrap():
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.setPen(self._look.color(self._role))
        painter.setFont(self.font())
        shown = cut(self.text(), self.fontMetrics(), self.contentsRect().width())
        painter.drawText(self.contentsRect(), int(self.alignment()) | int(Qt.TextFlag.TextSingleLine), shown)

    def _recolour(self) -> None:
        colors = self.palette()
        colors.setColor(self.foregroundRole(), self._look.color(self._role))
        self.setPalette(colors)


class Panel(QFrame):
    """A ground in one role, with one-pixel lines on the sides named: ``l``, ``r``, ``t``, ``b``.

    It is a frame, for screen readers: what is a mere widget has no role that they tell of.
    """

    def __init__(self, look: Look, role: str, lines: str = "") -> None:
        super().__init__()
        self._look, self._role, self._lines = look, role, lines
        look.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._look.color(self._role))
        line, w, h = self._look.color("line"), self.width(), self.height()
        for side, box in (("l", (0, 0, 1, h)), ("r", (w - 1, 0, 1, h)), ("t", (0, 0, w, 1)), ("b", (0, h - 1, w, 1))):
            if side in self._lines:
                painter.fillRect(*box, line)


class Card(QFrame):
    """A surface with a line around it and round corners; ``box`` is its layout."""

    def __init__(self, margin: int = 16, spacing: int = 8) -> None:
        super().__init__()
        self.setObjectName("card")
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(margin, margin, margin, margin)
        self.box.setSpacing(spacing)


class Icon(QWidget):
    """An icon that only shows something; what it means must stand in words beside it."""

    def __init__(self, look: Look, icon: str, role: str, side: int = 16) -> None:
        super().__init__()
        self._look, self._icon, self._role, self._side = look, icon, role, side
        self.setFixedSize(side, side)
        look.changed.connect(self.update)

    def show_icon(self, icon: str, role: str) -> None:
        """Show another one."""
        self._icon, self._role = icon, role
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        pixmap = self._look.icons.pixmap(self._icon, self._role, self._side, self.devicePixelRatioF())
        QPainter(self).drawPixmap(0, 0, pixmap)


class Tile(QWidget):
    """The round-cornered letter of a source; its colour is that of ``key``, else of the words."""

    def __init__(self, look: Look, words: str, side: int = 26, key: str = "") -> None:
        super().__init__()
        self._look, self._words, self._key, self._side = look, words, key, side
        self.setFixedSize(side, side)

    def color(self) -> QColor:
        """Return the colour it stands on."""
        return tile_color(self._key or self._words)

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_tile(QPainter(self), QRectF(self.rect()), self._words, self._look, self._key)


class Quote(QLabel):
    """Quoted words in the reading face with a bar beside them; wraps, and asks for the height it needs.

    It paints by itself, and is a label so that its words are read out.
    """

    def __init__(self, look: Look, words: str, role: str = "sense", size: int = 15) -> None:
        super().__init__()
        self._look, self._words, self._role = look, jointed(words), role
        self._font = look.font("reading", size)
        self.setAccessibleName(words)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)  # boxes ask for the height with the width they give
        self.setSizePolicy(policy)
        look.changed.connect(self.update)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt's own: where a box asked before it knew the width, the height follows here."""
        super().resizeEvent(event)
        self.setMinimumHeight(self.heightForWidth(event.size().width()))

    def heightForWidth(self, width: int) -> int:
        return int(lay_out(self._words, self._font, width - 13, self._pitch()).boundingRect().height()) + 4

    def sizeHint(self) -> QSize:
        return QSize(240, self.heightForWidth(self.width() if self.width() > 40 else 400))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        is_highlight = self._role in HIGHLIGHTS  # too pale for a narrow bar; its dot is as strong as it should be
        if is_highlight:
            paint_bar(painter, self.height(), self._look, self._role)
        else:
            painter.fillRect(0, 0, 3, self.height(), self._look.color(self._role))
        painter.setPen(self._look.color("ink"))
        lay_out(self._words, self._font, self.width() - 13, self._pitch()).draw(painter, QPointF(13, 2))

    def _pitch(self) -> float:
        return self._font.pixelSize() * 1.5


def tile_color(key: str) -> QColor:
    """Return the colour of a source, which depends on its key alone."""
    return QColor(TILES[sum(key.encode("utf-8", "replace")) % len(TILES)])


def paint_tile(painter: QPainter, box: QRectF, words: str, look: Look, key: str = "") -> None:
    """Paint the first letter of a source on the colour of its key, else of its words."""
    letter = next((ch for ch in words if ch.isalnum()), "·").upper()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(tile_color(key or words))
    painter.drawRoundedRect(box, box.height() / 5, box.height() / 5)
    painter.setPen(QColor("#FFFFFF"))
    painter.setFont(look.font("text", max(9, round(box.height() * 0.52)), 600))
    painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), letter)
