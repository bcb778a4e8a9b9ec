"""Where stretches of a shown document are on the screen: boxes, one a line."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument


def boxes(document: QTextDocument, start: int, end: int, scroll: float, height: float) -> list[QRectF]:
    """Return the boxes of positions ``start`` to ``end``, in the coordinates of a view ``height`` pixels high that is
    scrolled by ``scroll``; only those in sight."""
    layout = document.documentLayout()
    found: list[QRectF] = []
    block = document.findBlock(start)
    while block.isValid() and block.position() < end:
        area = layout.blockBoundingRect(block).translated(0, -scroll)
        if area.top() > height and not _beside(block):
            break
        if area.bottom() >= 0:
            found += _line_boxes(block, area.topLeft(), start, end)
        block = block.next()
    return [box for box in found if box.bottom() >= 0 and box.top() <= height]


def selected_range(cursor: QTextCursor) -> tuple[int, int]:
    """Return the positions that a selection covers; of cells of a table all of their text, as they are shown."""
    table = cursor.currentTable()
    if table is None or not cursor.hasComplexSelection():
        return cursor.selectionStart(), cursor.selectionEnd()
    cells: tuple[int, int, int, int] = cursor.selectedTableCells()  # type: ignore[assignment]  # so it is in fact
    row, rows, column, columns = cells
    last = table.cellAt(row + rows - 1, column + columns - 1)
    return table.cellAt(row, column).firstCursorPosition().position(), last.lastCursorPosition().position()


def cursor_over(document: QTextDocument, start: int, end: int) -> QTextCursor:
    """Return a cursor that selects the positions from ``start`` to ``end``."""
    cursor = QTextCursor(document)
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    return cursor


def _beside(block: QTextBlock) -> bool:
    """Cells of a table stand beside one another: the next one may be higher up."""
    return block.document().rootFrame() is not block.document().frameAt(block.position())


def _line_boxes(block: QTextBlock, origin: QPointF, start: int, end: int) -> list[QRectF]:
    found = []
    lines = block.layout()
    for number in range(lines.lineCount()):
        text_line = lines.lineAt(number)
        first = block.position() + text_line.textStart()
        last = first + text_line.textLength()
        if last <= start or first >= end:
            continue
        left = _number(text_line.cursorToX(max(start, first) - block.position()))
        right = _number(text_line.cursorToX(min(end, last) - block.position()))
        if right >= left:  # the blank at a line's end belongs to no word
            right = min(right, text_line.x() + text_line.naturalTextWidth())
        box = QRectF(origin.x() + min(left, right), origin.y() + text_line.y(), abs(right - left),
                     text_line.height())
        found.append(box)
    return found


def _number(value: object) -> float:
    """Return the x of cursorToX, which comes with the position it settled on or without."""
    return float(value[0]) if isinstance(value, tuple) else float(value)  # type: ignore[arg-type]
