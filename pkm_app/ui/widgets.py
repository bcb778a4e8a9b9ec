"""The small pieces that every room is made of.

How to use it: each takes the ``Look`` first and paints from its roles. Foreign text may go into any of them:
labels are plain text throughout. Buttons: ``Button(look, "plus", kind="outlined")`` and ``self.say(b.setText, "Add
source")``; an icon alone: ``Button(look, "copy")`` and ``name(b, tr("Copy"))``. Text that is set also names the
control for screen readers.
"""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractButton, QFrame, QLabel, QSizePolicy, QVBoxLayout, QWidget

from pkm_app.ui.look import Family, Look
from pkm_app.ui.textlayout import lay_out
from pkm_app.ui.theme import Stage

__all__ = [
    "Button", "Card", "Icon", "Label", "Panel", "Quote", "Tile", "lay_out", "name", "paint_tile", "plain_tip",
]

Kind = Literal["plain", "outlined", "filled", "chip"]
TILES = ("#2B6A55", "#3B58A8", "#A3532B", "#78458B", "#B23A48", "#466A80", "#66722C", "#8A6A20", "#575551", "#2F6F8F")


def name(widget: QWidget, words: str) -> None:
    """Give a control without text its accessible name and a tool tip that says the same."""
    widget.setAccessibleName(words)
    widget.setToolTip(plain_tip(words))


def plain_tip(words: str) -> str:
    """Return a tool tip that shows its text as it is: tool tips guess at HTML, so guessing is taken away."""
    return words.replace("&", "&amp;").replace("<", "&lt;").join(("<qt>", "</qt>")) if words else ""


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
        cut = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.contentsRect().width())
        painter.drawText(self.contentsRect(), int(self.alignment()) | int(Qt.TextFlag.TextSingleLine), cut)

    def _recolour(self) -> None:
        colors = self.palette()
        colors.setColor(self.foregroundRole(), self._look.color(self._role))
        self.setPalette(colors)


class Button(QAbstractButton):
    """A painted button: icon, text, or both; plain, outlined, filled with a stage's accent, or a chip.

    A checkable one shows its state by tint and accent, and says it to screen readers. ``left`` sets the content at
    the left edge, for buttons that stand in a column.
    """

    def __init__(self, look: Look, icon: str = "", kind: Kind = "plain", stage: Stage = "seek",
                 icon_role: str = "", left: bool = False) -> None:
        super().__init__()
        self._left = left
        self._look, self._icon, self._kind, self._stage, self._icon_role = look, icon, kind, stage, icon_role
        self._hover = False
        self.setFont(look.font("text", 12 if kind == "chip" else 13, 400 if kind == "chip" else 500))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.update)

    def set_icon(self, icon: str, role: str = "") -> None:
        """Show another icon."""
        self._icon, self._icon_role = icon, role
        self.update()

    def set_kind(self, kind: Kind) -> None:
        """Change how much the button asks for attention."""
        self._kind = kind
        self.update()

    def setText(self, text: str) -> None:
        super().setText(text.replace("&", "&&"))
        self.updateGeometry()

    def shown_text(self) -> str:
        """Return the text as it is painted."""
        return self.text().replace("&&", "&")

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self.font())
        height = metrics.height() + (6 if self._kind == "chip" else 14)
        if not self.text():
            return QSize(height + 2, height)
        width = metrics.horizontalAdvance(self.shown_text()) + (20 if self._kind == "chip" else 24)
        return QSize(width + (self._icon_side() + 7 if self._icon else 0), height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def enterEvent(self, event: QEnterEvent) -> None:
        self._hover = True
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: object) -> None:
        self._hover = False
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        role = self._paint_ground(painter)
        if not self.isEnabled():
            painter.setOpacity(0.5)
        text, side = self.shown_text(), self._icon_side()
        metrics = QFontMetrics(self.font())
        room = self.width() - (side + 7 if self._icon and text else 0) - 12
        text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
        width = metrics.horizontalAdvance(text) + ((side + (7 if text else 0)) if self._icon else 0)
        x = 8.0 if self._left else (self.width() - width) / 2
        if self._icon:
            ink = self._icon_role if self._icon_role and role in ("ink", "ink2") else role
            pixmap = self._look.icons.pixmap(self._icon, ink, side, self.devicePixelRatioF())
            painter.drawPixmap(QPointF(round(x), round((self.height() - side) / 2)), pixmap)
            x += side + 7
        painter.setPen(self._look.color(role))
        painter.setFont(self.font())
        painter.drawText(QRectF(x, 0, self.width(), self.height()),
                         int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), text)

    def _icon_side(self) -> int:
        return 13 if self._kind == "chip" else 17

    def _paint_ground(self, painter: QPainter) -> str:
        """Paint what lies under the text; return the role of the text."""
        theme, color = self._look.theme, self._look.color
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        radius = box.height() / 2 if self._kind == "chip" else 8
        accent, on = theme.accent(self._stage), self.isChecked()
        fill, edge, role = None, None, "ink2"
        if self._kind == "filled":
            fill, role = accent, theme.on(accent)
        elif on:
            fill, role = theme.tint(self._stage), accent
        elif self._kind == "outlined":
            fill, edge, role = "surface", "line", "ink"
        elif self._kind == "chip":
            fill, edge = "panel", "line"
        elif self._hover and self.isEnabled():
            fill, role = "line", "ink"
        painter.setPen(QPen(color(edge), 1) if edge else Qt.PenStyle.NoPen)
        painter.setBrush(color(fill) if fill else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, radius, radius)
        if self.isDown() or (self._hover and self._kind in ("filled", "outlined", "chip") and self.isEnabled()):
            veil = QColor(color("ink"))
            veil.setAlphaF(0.12 if self.isDown() else 0.05)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(veil)
            painter.drawRoundedRect(box, radius, radius)
        if self.hasFocus():
            ring = theme.on(accent) if self._kind == "filled" else accent
            painter.setPen(QPen(color(ring), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(1.5, 1.5, -1.5, -1.5), radius - 1, radius - 1)
        return role


class Panel(QWidget):
    """A ground in one role, with one-pixel lines on the sides named: ``l``, ``r``, ``t``, ``b``."""

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
    """The round-cornered letter of a source."""

    def __init__(self, look: Look, words: str, side: int = 26) -> None:
        super().__init__()
        self._look, self._words, self._side = look, words, side
        self.setFixedSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_tile(QPainter(self), QRectF(self.rect()), self._words, self._look)


class Quote(QWidget):
    """Quoted words in the reading face with a bar beside them; wraps, and asks for the height it needs."""

    def __init__(self, look: Look, words: str, role: str = "sense", size: int = 15) -> None:
        super().__init__()
        self._look, self._words, self._role = look, words, role
        self._font = look.font("reading", size)
        self.setAccessibleName(words)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.update)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt's own: a box asks once for the height, before it knows the width; so the height follows here."""
        super().resizeEvent(event)
        self.setFixedHeight(self.heightForWidth(event.size().width()))

    def heightForWidth(self, width: int) -> int:
        return int(lay_out(self._words, self._font, width - 13, self._pitch()).boundingRect().height()) + 4

    def sizeHint(self) -> QSize:
        return QSize(240, self.heightForWidth(self.width() if self.width() > 40 else 400))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(0, 0, 3, self.height(), self._look.color(self._role))
        painter.setPen(self._look.color("ink"))
        lay_out(self._words, self._font, self.width() - 13, self._pitch()).draw(painter, QPointF(13, 2))

    def _pitch(self) -> float:
        return self._font.pixelSize() * 1.5


def paint_tile(painter: QPainter, box: QRectF, words: str, look: Look) -> None:
    """Paint the first letter of a source on its own colour, which depends on the words alone."""
    letter = next((ch for ch in words if ch.isalnum()), "·").upper()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(TILES[sum(words.encode("utf-8", "replace")) % len(TILES)]))
    painter.drawRoundedRect(box, box.height() / 5, box.height() / 5)
    painter.setPen(QColor("#FFFFFF"))
    painter.setFont(look.font("text", max(9, round(box.height() * 0.52)), 600))
    painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), letter)
