"""The painted button, and names for controls that have no text. Rooms import both from ``widgets``."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QAction,
    QColor,
    QEnterEvent,
    QFontMetrics,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from pkm_app.ui.apart import ring, underline_chosen
from pkm_app.ui.cutting import cut
from pkm_app.ui.look import Look
from pkm_app.ui.one_of import OneOf
from pkm_app.ui.staging import stage_around
from pkm_app.ui.theme import Stage

_FAINT = 0.5  # how much is seen of the icon of a button that cannot be pressed

Kind = Literal["plain", "outlined", "filled", "chip"]


def name(widget: QWidget, words: str) -> None:
    """Give a control without text its accessible name and a tool tip that says the same."""
    widget.setAccessibleName(words)
    tip(widget, words)


def tip(widget: QWidget, words: str) -> None:
    """Give a control a tool tip that shows its text as it is: tool tips guess at HTML, so guessing is taken away.

    Screen readers are told the words, else they would read out what keeps the tool tip from guessing.
    """
    widget.setToolTip(words.replace("&", "&amp;").replace("<", "&lt;").join(("<qt>", "</qt>")) if words else "")
    widget.setAccessibleDescription(words)


def name_clearing(field: QLineEdit, words: str) -> None:
    """Name the button in a field that empties it: Qt leaves it without a name."""
    for action in field.findChildren(QAction, "_q_qlineeditclearaction"):
        action.setText(words)


class Button(OneOf):
    """A painted button: icon, text, or both; plain, outlined, filled with a stage's accent, or a chip.

    A checkable one shows its state by tint, accent and edge, and says it to screen readers. Without a ``stage`` it
    takes the accent of the room it stands in. ``left`` sets the content at the left edge, for buttons in a column.
    """

    def __init__(self, look: Look, icon: str = "", kind: Kind = "plain",
                 stage: Stage | None = None, icon_role: str = "", left: bool = False) -> None:
        super().__init__()
        self._left = left
        self._look, self._icon, self._kind, self._stage, self._icon_role = look, icon, kind, stage, icon_role
        self._ink = "ink2"
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

    def kind(self) -> Kind:
        """Return how much the button asks for attention."""
        return self._kind

    def set_ink(self, role: str) -> None:
        """Let a plain button stand in another ink than the quiet one: among rows that are no quieter."""
        self._ink = role
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

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        role = self._paint_ground(painter)
        text, side = self.shown_text(), self._icon_side()
        metrics = QFontMetrics(self.font())
        room = self.width() - (side + 7 if self._icon and text else 0) - 12
        text = cut(text, metrics, room)
        width = metrics.horizontalAdvance(text) + ((side + (7 if text else 0)) if self._icon else 0)
        x = 8.0 if self._left else (self.width() - width) / 2
        if self._icon:
            ink = self._icon_role if self._icon_role and role in ("ink", "ink2") else role
            pixmap = self._look.icons.pixmap(self._icon, ink, side, self.devicePixelRatioF())
            painter.setOpacity(1 if self.isEnabled() else _FAINT)
            painter.drawPixmap(QPointF(round(x), round((self.height() - side) / 2)), pixmap)
            painter.setOpacity(1)
            x += side + 7
        painter.setPen(self._look.color(role))
        painter.setFont(self.font())
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextDontClip
        painter.drawText(QRectF(x, 3, self.width(), self.height() - 6), int(flags), text)  # the bar at the foot is free

    def _edged(self) -> bool:
        """Return whether even a plain button has an edge: words that can be pressed look like others without one."""
        return self._look.theme.edged and bool(self.text()) and not self._left

    def _icon_side(self) -> int:
        return 13 if self._kind == "chip" else 17

    def _paint_ground(self, painter: QPainter) -> str:
        """Paint what lies under the text; return the role of the text."""
        theme, color = self._look.theme, self._look.color
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        radius = box.height() / 2 if self._kind == "chip" else 8
        stage = self._stage or stage_around(self)
        accent, on = theme.accent(stage), self.isChecked()
        fill, edge, role = None, None, self._ink
        if not self.isEnabled():  # an empty frame and a faint icon; its words are as readable as everything else
            edge, role = "line" if self._kind != "plain" or self._edged() else None, "ink3"
        elif self._kind == "filled":
            fill, role = accent, theme.on(accent)
        elif on:
            fill, role = theme.tint(stage), accent
        elif self._kind == "outlined":
            fill, edge, role = "surface", "line", "ink"
        elif self._kind == "chip":
            fill, edge = "panel", "line"
        elif self._hover and self.isEnabled():
            fill, role = "line", "ink"
        elif self._edged():
            edge = "line"
        dash = Qt.PenStyle.SolidLine if self.isEnabled() else Qt.PenStyle.DashLine
        painter.setPen(QPen(color(edge), 1, dash) if edge else Qt.PenStyle.NoPen)
        painter.setBrush(color(fill) if fill else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, radius, radius)
        if on and self._kind != "filled":
            underline_chosen(painter, QRectF(self.rect()), self._look, stage, radius)
        if self.isDown() or (self._hover and self._kind in ("filled", "outlined", "chip") and self.isEnabled()):
            veil = QColor(color(theme.on(accent) if self._kind == "filled" and theme.edged else "ink"))
            veil.setAlphaF((0.12 if self.isDown() else 0.05) * (3 if theme.edged else 1))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(veil)
            painter.drawRoundedRect(box, radius, radius)
        if self.hasFocus():
            filled = self._kind == "filled"
            painter.setPen(QPen(color(theme.on(accent)), 2) if filled else ring(self._look, accent))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            inward = 1.5 if filled or not on or theme.edged else 3.5  # apart from the edge of what is chosen
            inside = box.adjusted(inward, inward, -inward, -inward)
            painter.drawRoundedRect(inside, radius - inward / 2, radius - inward / 2)
        return role
