"""Styles Markdown while it is typed: the text stays what it is, only its look changes.

How to use it: ``MarkdownStyle(document, look, stage, size)``; it follows the theme by itself. Marks (``**``, ``#``,
``>``, where a link leads) take no room but in the line of the caret, where they stand in the quietest ink, so that
the caret never walks through something unseen: ``style.show_marks_in(number_of_the_block)``. Words that
``style.show_wrong(words)`` names get a wavy line. The state of a block is 1 within a code fence.

A long text is styled in portions: what comes in while ``put_off`` is set only has its code fences noted, and
``catch_up(block)`` styles a page from there at once and the rest of the text bit by bit, keys going first.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from time import perf_counter

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QColor, QFont, QSyntaxHighlighter, QTextBlock, QTextCharFormat, QTextCursor, QTextDocument

from pkm_app.content.proofing import prose_words
from pkm_app.ui.look import Look
from pkm_app.ui.theme import Stage

IN_CODE = 1
_FENCE = re.compile(r"^\s*(?:[-*+]\s+)?(```|~~~)")
_TABLE = re.compile(r"^\s*\|")
_RULE = re.compile(r"^\s*(?:-{3,}|\*{3,}|_{3,})\s*$")
_DONE = re.compile(r"^\s*(?:[-*+]|\d+[.)])\s+\[[xX]\]\s")
_TAG = re.compile(r"(?<![\w#/])#[^\W\d][\w/-]*")
_COMMENT = re.compile(r"%%[^%]*%%|^\s*%%.*$")
_MONO = ["Cascadia Mono", "DejaVu Sans Mono", "Menlo", "monospace"]
_HEADING = re.compile(r"^(#{1,6})\s+")
_QUOTE = re.compile(r"^\s*(?:>\s?)+")
_LIST = re.compile(r"^\s*(?:[-*+]|\d+[.)])\s+(?:\[[ xX]\]\s)?")
_BLOCK_ID = re.compile(r"^\s*\^hl-[a-z0-9]{10}\s*$")
ID_LINES = re.compile(r"^[ \t]*\^hl-[a-z0-9]{10}[ \t]*$", re.MULTILINE)  # in a whole text
_CREDIT = re.compile(r"^\s*(?:>\s?)+[—–―]\s")
_SPANS = (
    ("strong", re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1")),
    ("emphasis", re.compile(r"(?<![\w*_])([*_])(?=[^\s*_])([^*_]+?)(?<=\S)\1(?![\w*_])")),
    ("strike", re.compile(r"(~~)(?=\S)(.+?)(?<=\S)\1")),
    ("code", re.compile(r"(`+)([^`]+)\1")),
)
_LINK = re.compile(r"!?\[\[[^\[\]\n]+\]\]|!?\[[^\[\]\n]*\]\([^()\s]*\)|https?://[^\s<>]*[^\s<>.,;:!?]")
_SHOWN_PART = re.compile(r"!?\[\[(?:[^\[\]|]*\|)?([^\[\]|]+)\]\]|!?\[([^\[\]\n]+)\]\([^()\s]*\)")
_SIZES = {1: 1.45, 2: 1.25, 3: 1.1}
_CODE = 0.85
_SMALL = 0.78  # of the size of the text: the line that credits a quotation
_HIDDEN = 1  # percent of its width that a hidden letter takes; less than none would eat what stands beside it
_PORTION = 0.004  # seconds of the main thread at a time
LONG = 20_000  # characters of one paragraph from which on it stays plain: styling it would hold up typing
AT_ONCE = 5000  # characters that are styled before they are shown: more than a page


class MarkdownStyle(QSyntaxHighlighter):
    """Headings, emphasis, quotations, lists, code and links, one block at a time."""

    def __init__(self, document: QTextDocument, look: Look, stage: Stage, size: int = 18,
                 hold: Callable[[Callable[[], None]], None] | None = None) -> None:
        """``hold`` runs what it is given, which may change the heights of paragraphs."""
        super().__init__(document)
        self._look, self._stage, self._size = look, stage, size
        self._hold = hold or _run
        self._open = -1
        self.busy = False  # while the look changes and no word does
        self.put_off = False  # while a long text comes in
        self.long_seen = False  # since it was last set to False: a paragraph of more than LONG characters
        self._wrong: frozenset[str] = frozenset()
        self._other: frozenset[str] = frozenset()  # words whose lines are still to be styled again
        self._all = False  # every line of the walk is to be styled, whatever its words
        self._walk: QTextCursor | None = None  # a cursor, for it stays right while lines come and go
        self._walking = QTimer(self)
        self._walking.setSingleShot(True)
        self._walking.timeout.connect(self._restyle_some)
        look.changed.connect(self._look_changed)

    def catch_up(self, block: QTextBlock) -> None:
        """Style what came in meanwhile: a page of it from this block on now, the rest soon."""
        self.put_off = False
        self._all = self.busy = True
        room = AT_ONCE
        while block.isValid() and room > 0:
            room -= block.length()
            self.rehighlightBlock(block)
            block = block.next()
        self.busy = False
        self._begin_walk()

    def waiting(self) -> bool:
        """Return whether lines are still to be styled."""
        return self._walk is not None

    def show_marks_in(self, number: int) -> None:
        """Show the marks of this block and no other; -1 for none."""
        before, self._open = self._open, number
        if before == number:
            return
        self.busy = True
        for changed in (before, number):
            block = self.document().findBlockByNumber(changed)
            if block.isValid():
                self.rehighlightBlock(block)
        self.busy = False

    def show_wrong(self, words: frozenset[str]) -> None:
        """Underline these words from now on. Lines in which that differs are styled again, a few at a time."""
        other, self._wrong = self._wrong ^ words, words
        if other:
            self._other |= other
            if not self._all:  # else the walk that is under way comes along; it begins again after that
                self._begin_walk()

    def _begin_walk(self) -> None:
        self._walk = QTextCursor(self.document())
        self._walking.start(0)

    def _restyle_some(self) -> None:
        self.busy = True
        self._hold(self._restyle)
        self.busy = False
        if self._walk is None and self._other:
            self._begin_walk()
        elif self._walk is not None:
            self._walking.start(0)

    def _restyle(self) -> None:
        """Go on with the walk for a portion of time."""
        end = perf_counter() + _PORTION
        block = self._walk.block() if self._walk is not None else QTextBlock()
        while block.isValid() and perf_counter() < end:
            if self._all or self._is_other(block.text()):
                self.rehighlightBlock(block)
            block = block.next()
        if block.isValid():
            self._walk = QTextCursor(block)
            return
        self._walk = None
        if self._all:
            self._all = False
        else:
            self._other = frozenset()

    def _is_other(self, text: str) -> bool:
        return any(word in text for word in self._other)

    def _look_changed(self) -> None:
        self.busy = True
        self.rehighlight()
        self.busy = False

    def highlightBlock(self, text: str) -> None:
        code = self._is_code(text)
        if len(text) > LONG:  # else what was shaped to be laid out is shaped again to be painted
            self.currentBlock().layout().setCacheEnabled(True)
            self.long_seen = True
        if self.put_off:
            return
        if code:
            self._set(text, 0, len(text), self._code())
            return
        if len(text) > LONG:
            return
        if _BLOCK_ID.match(text):
            self._mark(text, 0, len(text))
            return
        heading = _HEADING.match(text)
        credit = _CREDIT.match(text) is not None
        if heading:
            self._set(text, 0, len(text), self._heading(len(heading.group(1))))
        elif credit:
            self._set(text, 0, len(text), self._credit())
        elif _TABLE.match(text):
            self._set(text, 0, len(text), self._code(ground=False))
        elif _DONE.match(text) or _RULE.match(text):
            self._quiet(text, 0, len(text))
        self._inline(text, credit)
        if heading:
            self._mark(text, 0, heading.end())
        if self._wrong:
            self._underline(text)

    def _inline(self, text: str, credit: bool) -> None:
        quote, item = _QUOTE.match(text), _LIST.match(text)
        if quote:
            self._mark(text, 0, quote.end())
        if item:
            self._quiet(text, 0, item.end())
        for kind, pattern in _SPANS:
            for found in pattern.finditer(text):
                self._span(text, kind, found)
        for found in _TAG.finditer(text):
            self._set(text, found.start(), found.end(), self._accent())
        for found in _LINK.finditer(text):
            self._link(text, found, credit)
        for found in _COMMENT.finditer(text):
            self._quiet(text, found.start(), found.end())

    def _is_code(self, text: str) -> bool:
        """Say whether a line belongs to a code fence, and note for the next one whether it is still open."""
        inside = self.previousBlockState() == IN_CODE
        fence = _FENCE.match(text) is not None
        self.setCurrentBlockState(IN_CODE if inside != fence else 0)
        return inside or fence

    def _underline(self, text: str) -> None:
        for start, end, word in prose_words(text):
            if word in self._wrong:
                first = len(text[:start].encode("utf-16-le", "surrogatepass")) // 2
                form = QTextCharFormat(self.format(first))
                form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
                form.setUnderlineColor(self._look.color("error"))
                self._set(text, start, end, form)

    def _heading(self, level: int) -> QTextCharFormat:
        form = QTextCharFormat()
        form.setFontWeight(QFont.Weight.DemiBold)
        form.setProperty(QTextCharFormat.Property.FontPixelSize, round(self._size * _SIZES.get(level, 1.0)))
        return form

    def _code(self, ground: bool = True) -> QTextCharFormat:
        form = QTextCharFormat()
        form.setFontFamilies(_MONO)
        form.setProperty(QTextCharFormat.Property.FontPixelSize, round(self._size * _CODE))
        if ground:
            form.setBackground(self._look.color("panel"))
        return form

    def _accent(self) -> QTextCharFormat:
        form = QTextCharFormat()
        form.setForeground(self._look.color(self._look.theme.accent(self._stage)))
        return form

    def _link(self, text: str, found: re.Match[str], credit: bool) -> None:
        form = self._credit() if credit else QTextCharFormat()
        form.setForeground(self._look.color(self._look.theme.accent(self._stage)))
        shown = _SHOWN_PART.fullmatch(found.group())
        form.setFontUnderline(self.currentBlock().blockNumber() != self._open)
        self._set(text, found.start(), found.end(), form)
        if shown is not None and self.currentBlock().blockNumber() != self._open:
            group = 1 if shown.group(1) else 2
            self._mark(text, found.start(), found.start() + shown.start(group))
            self._mark(text, found.start() + shown.end(group), found.end())

    def _credit(self) -> QTextCharFormat:
        form = QTextCharFormat()
        form.setProperty(QTextCharFormat.Property.FontPixelSize, round(self._size * _SMALL))
        form.setForeground(self._look.color("ink2"))
        return form

    def _span(self, text: str, kind: str, found: re.Match[str]) -> None:
        form = QTextCharFormat()
        if kind == "strong":
            form.setFontWeight(QFont.Weight.DemiBold)
        elif kind == "emphasis":
            form.setFontItalic(True)
        elif kind == "strike":
            form.setFontStrikeOut(True)
        else:
            form = self._code()
        self._set(text, found.start(2), found.end(2), form)
        self._mark(text, found.start(1), found.end(1))
        self._mark(text, found.end(2), found.end())

    def _mark(self, text: str, start: int, end: int) -> None:
        """Show marks quietly in the caret's block; elsewhere let them take next to no room."""
        if self.currentBlock().blockNumber() == self._open:
            self._quiet(text, start, end)
            return
        form = QTextCharFormat()
        form.setProperty(QTextCharFormat.Property.FontPixelSize, 1)
        form.setFontLetterSpacingType(QFont.SpacingType.PercentageSpacing)
        form.setFontLetterSpacing(_HIDDEN)
        form.setForeground(QColor(Qt.GlobalColor.transparent))
        self._set(text, start, end, form)

    def _quiet(self, text: str, start: int, end: int) -> None:
        form = QTextCharFormat()
        form.setForeground(self._look.color("ink3"))
        self._set(text, start, end, form)

    def _set(self, text: str, start: int, end: int, form: QTextCharFormat) -> None:
        """Format characters; Qt counts UTF-16 units, Python code points."""
        first = len(text[:start].encode("utf-16-le", "surrogatepass")) // 2
        self.setFormat(first, len(text[start:end].encode("utf-16-le", "surrogatepass")) // 2, form)


def _run(change: Callable[[], None]) -> None:
    change()
