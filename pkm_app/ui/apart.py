"""What tells things apart beside their colour, in high contrast: there a tint is almost as black as its ground.

How to use it: after painting the ground of something chosen, ``edge_chosen`` (rows, tiles) or ``underline_chosen``
(buttons), and draw the focus with ``ring``, inside the edge of a chosen button; instead of filling a highlight or a
part of a chart by hand, ``paint_mark``, ``paint_bar`` and ``hatch``. In light and dark these add nothing to colours,
but for the bar of a chosen row and the edge of a chosen button: a tint alone is not seen by everybody. ``edge_sheet``
does the same for what the style sheet paints.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPainterPath, QPen

from pkm_app.ui.look import Look
from pkm_app.ui.theme import Stage

_BAR = 4.0  # pixels
_SLIM = 3.0  # of the bar in light and dark
_LINE = 3.0
_HIGH = 28  # pixels of a button that has room for such a line
EDGE = 1.5  # of a button that is on, in light and dark
_DASHES: dict[str, list[float]] = {  # of a line under each colour, in widths of that line; none is unbroken
    "green": [4, 2], "blue": [1, 1.5], "pink": [6, 2, 1, 2],
}
_HATCHES = {"sense": Qt.BrushStyle.BDiagPattern, "share": Qt.BrushStyle.Dense6Pattern}


def edge_chosen(painter: QPainter, box: QRectF, look: Look, stage: Stage, radius: float = 0) -> None:
    """Paint a bar along the left side of a row or tile that is chosen; in high contrast an edge around it as well."""
    if look.theme.edged:
        _line_and_bar(painter, box, QRectF(box.x(), box.y(), _BAR, box.height()), look, stage, radius)
        return
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.color(look.theme.accent(stage)))
    round_end = min(radius, _SLIM / 2)
    painter.drawRoundedRect(QRectF(box.x(), box.y() + radius, _SLIM, box.height() - 2 * radius), round_end, round_end)


def underline_chosen(painter: QPainter, box: QRectF, look: Look, stage: Stage, radius: float) -> None:
    """Paint an edge in the accent around a button that is on; in high contrast a bar along its foot as well."""
    if look.theme.edged:
        thick = _LINE if box.height() >= _HIGH else 2.0  # clear of its letters
        _line_and_bar(painter, box, QRectF(box.x(), box.bottom() - thick, box.width(), thick), look, stage, radius)
        return
    painter.setPen(QPen(look.color(look.theme.accent(stage)), EDGE))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    half = EDGE / 2
    painter.drawRoundedRect(box.adjusted(half, half, -half, -half), radius, radius)


def ring(look: Look, role: str) -> QPen:
    """Return the pen of a ring around what has the focus: of that role; in high contrast ink, for edges have it."""
    return QPen(look.color("ink" if look.theme.edged else role), 2)


def paint_mark(painter: QPainter, box: QRectF, look: Look, colour: str) -> None:
    """Paint one line of a highlight under its words; each colour has a line of its own at its foot."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.color(colour))
    painter.drawRoundedRect(box, 3, 3)
    if look.theme.edged:
        painter.setPen(_pen(look, colour, 2))
        painter.drawLine(QPointF(box.x() + 2, box.bottom() - 1), QPointF(box.right() - 2, box.bottom() - 1))
        painter.setPen(Qt.PenStyle.NoPen)


def paint_bar(painter: QPainter, height: float, look: Look, colour: str) -> None:
    """Paint the bar of a highlight's colour at the left, from the top down to ``height``."""
    if look.theme.edged:
        painter.setPen(_pen(look, colour, 3))
        painter.drawLine(QPointF(1.5, 0), QPointF(1.5, height))
    else:
        painter.fillRect(QRectF(0, 0, 3, height), look.theme.swatch(colour))


def hatch(painter: QPainter, box: QRectF, look: Look, role: str) -> None:
    """Paint the pattern of a part of a chart over its colour: came in has none, the others have one each."""
    if look.theme.edged and role in _HATCHES:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QBrush(look.color("surface"), _HATCHES[role]))
        painter.drawRect(box)


def _pen(look: Look, colour: str, width: float) -> QPen:
    pen = QPen(look.theme.swatch(colour), width)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if colour in _DASHES:
        pen.setDashPattern(_DASHES[colour])
    return pen


def _line_and_bar(painter: QPainter, box: QRectF, bar: QRectF, look: Look, stage: Stage, radius: float) -> None:
    color, shape = look.color(look.theme.accent(stage)), QPainterPath()
    shape.addRoundedRect(box, radius, radius)
    painter.save()
    painter.setClipPath(shape, Qt.ClipOperation.IntersectClip)
    painter.fillRect(bar, color)
    painter.restore()
    painter.save()
    painter.setPen(QPen(color, 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
    painter.restore()
