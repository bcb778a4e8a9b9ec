"""What toolbar and keys do to the text: each act is one step of undo and writes nothing but Markdown."""

from __future__ import annotations

import re

from PySide6.QtGui import QTextBlock, QTextCursor
from PySide6.QtWidgets import QTextEdit

_ITEM = re.compile(r"(\s*)(?:([-*+])|(\d{1,8})([.)]))(\s+)(\[[ xX]\]\s+)?")
_QUOTE = re.compile(r"(\s*(?:>[ \t]?)+)")
_CREDIT = re.compile(r"\s*(?:>\s?)+[—–―]\s")
_HEADING = re.compile(r"(#{1,6})\s+")
_BOX = re.compile(r"(\s*(?:[-*+]|\d{1,8}[.)])\s+\[)([ xX])(\])")
_DEEPEST = 3  # levels of headings that the act goes through
_INDENT = "    "
WRITING = frozenset({"bold", "italic", "heading", "tick", "follow", "internal", "private"})  # acts for which the caret
# stands in the text, by the last part of their id
_TABLE = "|  |  |\n| --- | --- |\n|  |  |\n"


def before_lines(edit: QTextEdit, mark: str) -> None:
    """Put a mark before each line of the selection; where all of them have it, take it away."""
    blocks = chosen_lines(edit)
    has = [block for block in blocks if block.text().startswith(mark)]
    cursor = edit.textCursor()
    cursor.beginEditBlock()
    for block in blocks:
        if len(has) == len(blocks):
            _replace(block, 0, len(mark), "")
        else:
            QTextCursor(block).insertText(mark)
    cursor.endEditBlock()
    edit.setFocus()


def list_lines(edit: QTextEdit, numbered: bool = False) -> None:
    """Turn the lines of the selection into a list; where all of them are one of that kind, into text again. Items of
    another kind become such items; empty lines between stay empty."""
    chosen = chosen_lines(edit)
    blocks = [block for block in chosen if len(chosen) == 1 or block.text().strip()]
    items = [_ITEM.match(block.text()) for block in blocks]
    off = all(item and bool(item.group(3)) == numbered for item in items)
    cursor = edit.textCursor()
    cursor.beginEditBlock()
    for number, (block, item) in enumerate(zip(blocks, items, strict=True), 1):
        mark = "" if off else f"{number}. " if numbered else "- "
        _replace(block, len(item.group(1)) if item else 0, item.end(5) if item else 0, mark)
    cursor.endEditBlock()
    edit.setFocus()


def number_lines(edit: QTextEdit) -> None:
    """Turn the lines of the selection into a numbered list, or back."""
    list_lines(edit, numbered=True)


def heading(edit: QTextEdit) -> None:
    """Turn the line of the caret into a heading, into one of the next level, and after the third into text again."""
    block = edit.textCursor().block()
    found = _HEADING.match(block.text())
    level = len(found.group(1)) if found else 0
    _replace(block, 0, found.end() if found else 0, "" if level >= _DEEPEST else "#" * (level + 1) + " ")
    edit.setFocus()


def tick(edit: QTextEdit) -> bool:
    """Tick or untick the box of the caret's line, or make the line one with a box; False when nothing is there."""
    block = edit.textCursor().block()
    box = _BOX.match(block.text())
    if box:
        _replace(block, box.start(2), box.end(2), " " if box.group(2) in "xX" else "x")
        return True
    item = _ITEM.match(block.text())
    place = item.end() if item else len(block.text()) - len(block.text().lstrip())
    _replace(block, place, place, "[ ] " if item else "- [ ] ")
    edit.setFocus()
    return True


def box_at(block: QTextBlock, column: int) -> bool:
    """Say whether a place in a line is within its box."""
    box = _BOX.match(block.text())
    return box is not None and box.start(2) - 1 <= column <= box.end(3)


def indent(edit: QTextEdit, deeper: bool) -> None:
    """Move the lines of the selection in or out by one level."""
    cursor = edit.textCursor()
    cursor.beginEditBlock()
    chosen = chosen_lines(edit)
    for block in chosen:
        if len(chosen) > 1 and not block.text().strip():
            continue
        if deeper:
            QTextCursor(block).insertText(_INDENT)
        else:
            text = block.text()
            _replace(block, 0, min(len(text) - len(text.lstrip(" ")), len(_INDENT)), "")
    cursor.endEditBlock()


def table(edit: QTextEdit) -> None:
    """Put a small empty table after the caret's paragraph; the caret stands in its first cell."""
    insert_block(edit, _TABLE)
    cursor = edit.textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.PreviousBlock, n=4)
    while cursor.block().isValid() and not cursor.block().text().startswith("|  |  |"):
        if not cursor.movePosition(QTextCursor.MoveOperation.PreviousBlock):
            break
    cursor.setPosition(cursor.block().position() + 2)
    edit.setTextCursor(cursor)
    edit.setFocus()


def new_line(edit: QTextEdit) -> None:
    """Begin a new line: a list or quotation goes on by itself, an empty item ends it."""
    cursor = edit.textCursor()
    block = cursor.block()
    text, column = block.text(), cursor.positionInBlock()
    item, quote = _ITEM.match(text), _QUOTE.match(text)
    mark = item or quote
    cursor.beginEditBlock()
    if mark is None or column < mark.end() or block.userState() == 1 or cursor.hasSelection():
        cursor.insertBlock()
    elif not text[mark.end():].strip():
        _replace(block, 0, len(text), "")
    elif item:
        sign = item.group(2) or f"{int(item.group(3)) + 1}{item.group(4)}"
        cursor.insertBlock()
        cursor.insertText(f"{item.group(1)}{sign}{item.group(5)}{'[ ] ' if item.group(6) else ''}")
    elif _CREDIT.match(text) and column == len(text):
        cursor.insertText("\n\n")  # a line right below would still belong to the quotation
    else:
        cursor.insertBlock()
        cursor.insertText(mark.group(1))
    cursor.endEditBlock()
    edit.setTextCursor(cursor)
    edit.ensureCursorVisible()


def insert_block(edit: QTextEdit, markdown: str) -> None:
    """Insert text as a block of its own after the paragraph in which the caret is."""
    cursor = edit.textCursor()
    cursor.beginEditBlock()
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    before = "\n\n" if cursor.block().text().strip() else ""
    cursor.insertText(f"{before}{markdown.strip()}\n\n")
    cursor.endEditBlock()
    edit.setTextCursor(cursor)
    edit.ensureCursorVisible()


def go_to_end(edit: QTextEdit, text: str) -> None:
    """Put the caret into a new paragraph after all that stands there; ``text`` is what does."""
    cursor = QTextCursor(edit.document())
    cursor.movePosition(QTextCursor.MoveOperation.End)
    if text.strip():
        cursor.insertText("\n" * max(0, 2 - (len(text) - len(text.rstrip("\n")))))
    edit.setTextCursor(cursor)
    edit.ensureCursorVisible()


def chosen_lines(edit: QTextEdit) -> list[QTextBlock]:
    """Return the lines that the selection touches; one that it only reaches the beginning of is not meant."""
    cursor = edit.textCursor()
    first, last = cursor.selectionStart(), cursor.selectionEnd()
    found: list[QTextBlock] = []
    block = edit.document().findBlock(first)
    while block.isValid() and block.position() <= last:
        if not found or block.position() < last:
            found.append(block)
        block = block.next()
    return found


def _replace(block: QTextBlock, start: int, end: int, text: str) -> None:
    cursor = QTextCursor(block)
    cursor.setPosition(block.position() + start)
    cursor.setPosition(block.position() + end, QTextCursor.MoveMode.KeepAnchor)
    cursor.insertText(text)
