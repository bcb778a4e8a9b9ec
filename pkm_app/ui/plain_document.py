"""Plain text in a Qt document, quickly: put in so that only what is in sight is laid out, and read back exactly.

How to use it: ``fill(pane, away, text, form, left, begin)`` replaces all of a pane's text and begins its undo anew;
``text_of(document)`` returns it character by character.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextBlockFormat, QTextCursor, QTextDocument, QTextFrameFormat
from PySide6.QtWidgets import QTextEdit

# What Qt takes for the end of a line or a piece of a table, and what stands for it in the document.
_OUT = str.maketrans({"\u2029": "\ufdd2", "\r": "\ufdd3", "\ufdd0": "\ufdd4", "\ufdd1": "\ufdd5"})
_BACK = {ord(stand_in): chr(sign) for sign, stand_in in _OUT.items()}
_LINE_END = "\u2029"


def fill(pane: QTextEdit, away: QTextDocument, text: str, form: QTextBlockFormat, left: float,
         begin: Callable[[], None], marks: tuple[re.Pattern[str], QTextBlockFormat] | None = None) -> None:
    """Put a text in place of all. Each paragraph gets ``form``, all of them a margin at their left, in pixels;
    ``begin`` is called when the old text is gone and the new one is not there yet. Lines that the pattern of
    ``marks`` finds in the text get the form beside it.

    Qt lays a document out lazily only where all of it changed at once, and where nobody asks for a place far down, as
    the caret does that goes along to the end. So all is one change, paragraphs take their form from the empty one
    before them, and the pane shows another document (``away``, empty) meanwhile. The pane must not own its document.
    """
    document, policy = pane.document(), pane.verticalScrollBarPolicy()
    pane.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # each coming and going is another layout
    pane.setDocument(away)
    document.setUndoRedoEnabled(False)
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    document.clear()
    begin()
    frame = document.rootFrame()
    edges = QTextFrameFormat(frame.frameFormat())
    edges.setLeftMargin(left)
    frame.setFrameFormat(edges)
    cursor.setBlockFormat(form)
    cursor.insertText(text.translate(_OUT) if _any(_OUT, text) else text)
    if marks is not None:
        for number in _lines_of(text, marks[0]):
            QTextCursor(document.findBlockByNumber(number)).setBlockFormat(marks[1])
    cursor.endEditBlock()
    pane.setDocument(document)
    pane.setVerticalScrollBarPolicy(policy)
    document.setUndoRedoEnabled(True)
    document.setModified(False)


def text_of(document: QTextDocument) -> str:
    """Return the text as it was put in and written since; selecting it all would lay all of it out."""
    text = document.toRawText().replace(_LINE_END, "\n")
    return text.translate(_BACK) if _any(_BACK, text) else text


def longest_line(text: str) -> int:
    """Return how many characters the longest line has."""
    return max(map(len, text.split("\n")))


def _lines_of(text: str, pattern: re.Pattern[str]) -> Iterator[int]:
    """Return the numbers of the lines in which a pattern is found."""
    number = counted = 0
    for found in pattern.finditer(text):
        number += text.count("\n", counted, found.start())
        counted = found.start()
        yield number


def _any(signs: Iterable[int], text: str) -> bool:
    """Return whether one of these signs stands in a text; to look through it sign by sign takes milliseconds."""
    return any(chr(sign) in text for sign in signs)
