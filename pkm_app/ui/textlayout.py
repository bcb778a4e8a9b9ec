"""Plain text broken into lines of an even pitch, for whatever paints its own text.

How to use it: ``lay_out(text, font, width, pitch, lines=2).draw(painter, QPointF(x, y))``.
"""

from __future__ import annotations

import re

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QTextLayout, QTextOption

from pkm_app.ui.joints import SOFT, jointed

_LONG = re.compile(rf"[^\s{SOFT}]{{23,}}")
_PIECE = 12  # characters between two places where a long word may break


def breakable(text: str) -> str:
    """Return text whose longest words, which no narrow column holds, may be broken: for labels alone. What is no word
    (an address, a name of a file) may break anywhere."""
    return _LONG.sub(lambda word: "\u200b".join(
        word[0][at : at + _PIECE] for at in range(0, len(word[0]), _PIECE)), jointed(text))


def lay_out(text: str, font: QFont, width: float, pitch: float, lines: int = 0) -> QTextLayout:
    """Return text broken to a width with lines ``pitch`` apart; after ``lines`` of them it is cut with an ellipsis."""
    layout = _broken(text, font, width, pitch, lines)
    if lines and layout.lineCount() == lines:
        last = layout.lineAt(lines - 1)
        if last.textStart() + last.textLength() < len(text.encode("utf-16-le")) // 2:
            start = _index(text, last.textStart())
            cut = QFontMetrics(font).elidedText(text[start:], Qt.TextElideMode.ElideRight, int(width))
            return _broken(text[:start] + cut, font, width, pitch, lines)
    return layout


def _broken(text: str, font: QFont, width: float, pitch: float, lines: int) -> QTextLayout:
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    y = 0.0
    while not lines or layout.lineCount() < lines:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(max(1.0, width))
        line.setPosition(QPointF(0, y + (pitch - line.height()) / 2))
        y += pitch
    layout.endLayout()
    return layout


def _index(text: str, units: int) -> int:
    """Return the character index of a UTF-16 offset."""
    return len(text.encode("utf-16-le")[: units * 2].decode("utf-16-le", "ignore"))
