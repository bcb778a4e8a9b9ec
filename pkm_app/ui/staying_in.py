"""Passages that do not leave with the rest: for the team only, or for oneself.

How to use it: ``keep_in(pane, "internal")`` puts the marks around the paragraphs of the selection, each as one step of
undo, and takes them away where they are there already; False where that cannot be done.
"""

from __future__ import annotations

from itertools import accumulate
from typing import Literal

from PySide6.QtGui import QTextBlock, QTextCursor
from PySide6.QtWidgets import QTextEdit

from pkm_app.content.private import cut_places
from pkm_app.ui.i18n import noop
from pkm_app.ui.plain_document import text_of
from pkm_app.ui.writing_acts import chosen_lines

Kind = Literal["internal", "private"]
KINDS: tuple[tuple[str, Kind], ...] = (
    (noop("Passage for the team only"), "internal"), (noop("Passage for me only"), "private"))
CANNOT = noop(
    "A passage that stays in begins or ends here, so this one cannot be marked. Choose what stands outside it.")
_MARK = "%%"


def keep_in(edit: QTextEdit, kind: Kind) -> bool:
    """Keep the paragraphs of the selection in, or let them leave again. False, and nothing is changed, where such a
    part begins or ends among them, or all around them."""
    lines = _paragraphs(edit)
    if len(lines) > 2 and lines[0].text().strip() == f"{_MARK} {kind}" and lines[-1].text().strip() == _MARK:
        if any(_MARK in line.text() for line in lines[1:-1]):
            return False
        _change(edit, lines, "\n".join(line.text() for line in lines[1:-1]))
        return True
    words = "\n".join(line.text() for line in lines)
    if not words.strip() or _MARK in words or _stays_in(edit, lines):
        return False
    _change(edit, lines, f"{_MARK} {kind}\n{words}\n{_MARK}")
    return True


def _paragraphs(edit: QTextEdit) -> list[QTextBlock]:
    """Return the lines of all paragraphs that the selection touches, without blank ones at their ends."""
    chosen = chosen_lines(edit)
    first, last = chosen[0], chosen[-1]
    while first.text().strip() and first.previous().isValid() and first.previous().text().strip():
        first = first.previous()
    while last.text().strip() and last.next().isValid() and last.next().text().strip():
        last = last.next()
    while first != last and not first.text().strip():
        first = first.next()
    while last != first and not last.text().strip():
        last = last.previous()
    found = [first]
    while found[-1] != last:
        found.append(found[-1].next())
    return found


def _stays_in(edit: QTextEdit, lines: list[QTextBlock]) -> bool:
    """Say whether some of these lines stay in already."""
    every = text_of(edit.document()).split("\n")
    ends = list(accumulate(len(line) + 1 for line in every))
    first, last = lines[0].blockNumber(), lines[-1].blockNumber()
    start, end = ends[first] - len(every[first]) - 1, ends[last] - 1
    return any(begin < end and start < behind for begin, behind, _ in cut_places("\n".join(every), "public"))


def _change(edit: QTextEdit, lines: list[QTextBlock], text: str) -> None:
    cursor = edit.textCursor()
    cursor.setPosition(lines[0].position())
    cursor.setPosition(lines[-1].position() + lines[-1].length() - 1, QTextCursor.MoveMode.KeepAnchor)
    cursor.insertText(text)
    edit.setTextCursor(cursor)
    edit.setFocus()
