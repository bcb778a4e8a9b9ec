"""What delegates share: the state of a row, lines of text, focus rings.

How to use it: in ``paint`` of a delegate::

    with painting(painter):
        chosen = paint_ground(painter, option, look, "sense")   # tint when selected, ring when focused
        line(painter, QRectF(...), text, look.font(...), look.color("ink"))
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from pkm_app.ui.apart import edge_chosen, ring
from pkm_app.ui.cutting import cut
from pkm_app.ui.look import Look
from pkm_app.ui.theme import Stage


@contextmanager
def painting(painter: QPainter) -> Iterator[None]:
    """Save and restore the painter, smooth edges on."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    try:
        yield
    finally:
        painter.restore()


def is_chosen(option: QStyleOptionViewItem) -> bool:
    """Return whether the row is selected."""
    return bool(option.state & QStyle.StateFlag.State_Selected)


def paint_ground(painter: QPainter, option: QStyleOptionViewItem, look: Look, stage: Stage, radius: float = 0,
                 rule: bool = False) -> bool:
    """Paint what lies under a row: tint and bar when selected, a ring when it has the focus, which leaves no room for
    the bar where corners are round, a line below when asked."""
    box = QRectF(option.rect)
    chosen = is_chosen(option)
    hover = bool(option.state & QStyle.StateFlag.State_MouseOver)
    painter.setPen(Qt.PenStyle.NoPen)
    if chosen or hover:
        color = QColor(look.color(look.theme.tint(stage) if chosen else "line"))
        if not chosen:
            color.setAlphaF(0.4)
        painter.setBrush(color)
        painter.drawRoundedRect(box, radius, radius)
    focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
    if chosen and not (focused and radius and not look.theme.edged):
        edge_chosen(painter, box.adjusted(0, 0, 0, -1) if rule else box, look, stage, radius)
    if rule:
        painter.fillRect(QRectF(box.x(), box.bottom() - 1, box.width(), 1), look.color("line"))
    if focused:
        painter.setPen(ring(look, look.theme.accent(stage)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        inset = 2 if look.theme.edged else 1  # beside the edge, not over it
        place = box.adjusted(inset, inset, -inset, -inset - (1 if rule else 0))
        painter.drawRoundedRect(place, max(radius - inset, 2), max(radius - inset, 2))
    return chosen


def line(painter: QPainter, box: QRectF, text: str, font: QFont, color: QColor, right: bool = False) -> float:
    """Paint one line of plain text, cut with an ellipsis; return its width."""
    metrics = QFontMetrics(font)
    shown = cut(text, metrics, max(0, int(box.width())))
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    painter.setFont(font)
    painter.setPen(color)
    painter.drawText(box, int(side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine), shown)
    return float(metrics.horizontalAdvance(shown))
