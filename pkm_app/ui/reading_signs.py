"""What is painted beside a read text: a bar along quotations, and the bullets of lists, for which Qt has large discs
close to the words and no other place.

How to use it: ``own_bullets(document)`` once, when it is laid out; ``paint_signs(...)`` in the paint event of whoever
shows it.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QFontMetricsF,
    QPainter,
    QTextBlock,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextListFormat,
)

from pkm_app.ui.look import Look
from pkm_app.ui.theme import Stage

QUOTE = int(QTextFormat.Property.UserProperty) + 1  # marks the blocks of a quotation
_BULLETS = QUOTE + 7  # of a list: its bullets are painted here
_DRAWN = (QTextListFormat.Style.ListDisc, QTextListFormat.Style.ListCircle, QTextListFormat.Style.ListSquare)
_SIZE, _GAP = 0.3, 0.65  # in em: how wide a bullet is, and how far its middle is from the words
_QUOTE_DROP = 3  # a line's free space lies above its text, so the bar hangs a little lower


def own_bullets(document: QTextDocument) -> None:
    """Take the bullets from Qt; numbers stay with it."""
    block = document.begin()
    while block.isValid():
        items = block.textList()
        if items is not None and items.format().style() in _DRAWN:
            form = QTextListFormat(items.format())
            form.setStyle(QTextListFormat.Style.ListStyleUndefined)
            form.setProperty(_BULLETS, True)
            items.setFormat(form)
        block = block.next()


def colour_rules(document: QTextDocument, look: Look) -> None:
    """Let the lines between parts be those of the theme; Qt draws them as bright as text."""
    block = document.begin()
    while block.isValid():
        if block.blockFormat().hasProperty(QTextFormat.Property.BlockTrailingHorizontalRulerWidth):
            form = QTextBlockFormat()
            form.setBackground(look.color("line"))
            QTextCursor(block).mergeBlockFormat(form)
        block = block.next()


def paint_signs(painter: QPainter, look: Look, stage: Stage, document: QTextDocument, first: QTextBlock,
                scroll: int, height: int) -> None:
    """Paint those in sight, from the block ``first`` on, into a view ``height`` pixels high, scrolled by ``scroll``."""
    block = first
    while block.isValid():
        area = document.documentLayout().blockBoundingRect(block).translated(0, -scroll)
        if area.top() > height:
            return
        items = block.textList()
        if block.blockFormat().property(QUOTE):
            painter.setBrush(look.color(stage))
            _paint_bar(painter, block, area, scroll)
        if items is not None and items.format().property(_BULLETS) and block.layout().lineCount():
            painter.setBrush(look.color("ink"))
            _paint_bullet(painter, block, area.topLeft())
        block = block.next()


def _paint_bar(painter: QPainter, block: QTextBlock, area: QRectF, scroll: int) -> None:
    x = area.x() if area.x() < 4 else 0
    after = block.document().documentLayout().blockBoundingRect(block.next()).top() - scroll
    tall = after - area.top() if _goes_on(block) else 0
    painter.drawRect(QRectF(x, area.top() + _QUOTE_DROP, 3, max(tall + 1, area.height())))


def _goes_on(block: QTextBlock) -> bool:
    """Return whether a quotation goes on in the next paragraph: only its first one says how deep it is."""
    form = block.next().blockFormat()
    return bool(form.property(QUOTE)) and not form.intProperty(QTextFormat.Property.BlockQuoteLevel.value)


def _paint_bullet(painter: QPainter, block: QTextBlock, origin: QPointF) -> None:
    """A bullet beside the first line, at the height of its small letters."""
    box, font = block.layout().lineAt(0).naturalTextRect(), block.charFormat().font()
    metrics = QFontMetricsF(font)
    em = font.pixelSize() if font.pixelSize() > 0 else metrics.height() / 1.5
    right = block.textDirection() == Qt.LayoutDirection.RightToLeft
    x = box.right() + em * _GAP if right else box.left() - em * _GAP
    y = box.top() + metrics.ascent() - metrics.xHeight() / 2
    painter.drawEllipse(origin + QPointF(x, y), em * _SIZE / 2, em * _SIZE / 2)
