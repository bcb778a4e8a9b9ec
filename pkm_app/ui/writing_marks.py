"""Marks around words: bold, code, links. Each act is one step of undo and writes nothing but Markdown."""

from __future__ import annotations

import re

from PySide6.QtGui import QTextBlock, QTextCursor
from PySide6.QtWidgets import QTextEdit

from pkm_app.ui.writing_acts import chosen_lines

_BEFORE_WORDS = re.compile(
    r"(?:\s*>[ \t]?)*(?:#{1,6}\s+|\s*(?:[-*+]|\d{1,8}[.)])\s+(?:\[[ xX]\]\s+)?)?")  # a quotation, a heading, an item
_ADDRESS = re.compile(r"https?://[^\s<>]{3,2000}")


def around(edit: QTextEdit, before: str, after: str) -> None:
    """Put marks around the selection, or write both and stand between them; marks that are there go away.

    Blanks at the ends of the selection stay outside: with them inside the marks would mean nothing. Of several lines
    each gets its own, behind the marks of a list, a quotation or a heading.
    """
    cursor = edit.textCursor()
    words = cursor.selectedText()
    if "\u2029" in words:
        _around_each(edit, before, after)
        return
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    if words.strip():
        start += len(words) - len(words.lstrip())
        end -= len(words) - len(words.rstrip())
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        words = words.strip()
    length = end - start
    cursor.beginEditBlock()
    if words and _between(edit, start, end) == (before, after):
        cursor.setPosition(start - len(before))
        cursor.setPosition(end + len(after), QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(words)
        start -= len(before)
    elif _marked(words, before, after):
        cursor.insertText(words[len(before) : -len(after)])
        length -= len(before) + len(after)
    else:
        cursor.insertText(f"{before}{words}{after}")
        start += len(before)
    cursor.endEditBlock()
    cursor.setPosition(start)
    cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
    edit.setTextCursor(cursor)
    edit.setFocus()


def _around_each(edit: QTextEdit, before: str, after: str) -> None:
    cursor = edit.textCursor()
    first, last = cursor.selectionStart(), cursor.selectionEnd()
    pieces = [piece for block in chosen_lines(edit) if block.userState() != 1 and (piece := _piece(block, first, last))]
    if not pieces:
        return
    start, end = pieces[0].selectionStart(), pieces[-1].selectionEnd()
    off = all(_marked(piece.selectedText(), before, after) for piece in pieces)
    cursor.beginEditBlock()
    for piece in reversed(pieces):
        words = piece.selectedText()
        piece.insertText(words[len(before) : -len(after)] if off else f"{before}{words}{after}")
    cursor.endEditBlock()
    cursor.setPosition(start)
    cursor.setPosition(end + len(pieces) * (len(before) + len(after)) * (-1 if off else 1),
                       QTextCursor.MoveMode.KeepAnchor)
    edit.setTextCursor(cursor)
    edit.setFocus()


def _piece(block: QTextBlock, first: int, last: int) -> QTextCursor | None:
    """Return what is selected of the words of a line, None for nothing."""
    found = _BEFORE_WORDS.match(block.text())
    start = max(first, block.position() + (found.end() if found else 0))
    end = min(last, block.position() + block.length() - 1)
    cursor = QTextCursor(block)
    cursor.setPosition(start)
    cursor.setPosition(max(start, end), QTextCursor.MoveMode.KeepAnchor)
    words = cursor.selectedText()
    if not words.strip():
        return None
    end -= len(words) - len(words.rstrip())
    cursor.setPosition(start + len(words) - len(words.lstrip()))
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    return cursor


def _marked(words: str, before: str, after: str) -> bool:
    if len(words) <= len(before) + len(after) or not (words.startswith(before) and words.endswith(after)):
        return False
    return before != "*" or not words.startswith("**") or words.startswith("***")


def code(edit: QTextEdit) -> None:
    """Make the selection code: within a line in backticks, several lines in a fence."""
    cursor = edit.textCursor()
    if "\u2029" not in cursor.selectedText():
        around(edit, "`", "`")
        return
    blocks = chosen_lines(edit)
    cursor.setPosition(blocks[0].position())  # a fence has its lines for itself
    cursor.setPosition(blocks[-1].position() + blocks[-1].length() - 1, QTextCursor.MoveMode.KeepAnchor)
    words = cursor.selectedText().replace("\u2029", "\n")
    fence = "`" * max([3, *(len(run) + 1 for run in re.findall(r"^ *(`{3,})", words, re.MULTILINE))])
    cursor.insertText(f"{fence}\n{words}\n{fence}")
    edit.setFocus()


def link_to(edit: QTextEdit, text: str) -> bool:
    """Let the selected words lead to the address that ``text`` is; False where it is none, or nothing is selected."""
    cursor = edit.textCursor()
    words, address = cursor.selectedText(), text.strip()
    if not _ADDRESS.fullmatch(address) or not words.strip() or "\u2029" in words or re.search(r"[\[\]]|https?:", words):
        return False
    blanks = words[: len(words) - len(words.lstrip())], words[len(words.rstrip()) :]
    address = re.sub(r"[()]", lambda match: f"%{ord(match[0]):02X}", address)
    cursor.insertText(f"{blanks[0]}[{words.strip()}]({address}){blanks[1]}")
    return True


def _between(edit: QTextEdit, start: int, end: int, longest: int = 2) -> tuple[str, str]:
    """Return what stands just before and after a selection, where both are the same run of marks."""
    cursor = QTextCursor(edit.document())
    last = edit.document().characterCount() - 1

    def piece(first: int, final: int) -> str:
        cursor.setPosition(max(0, first))
        cursor.setPosition(min(last, final), QTextCursor.MoveMode.KeepAnchor)
        return cursor.selectedText()

    for size in (longest, 1):
        before, after = piece(start - size, start), piece(end, end + size)
        if before in ("**", "*", "`", "~~", "[[") and len(before) == size:
            return before, after
    return "", ""
