"""Styles Markdown while it is typed: the text stays what it is, only its look changes.

How to use it: ``MarkdownStyle(document, look, stage, size)``; it follows the theme by itself. Marks (``**``, ``#``,
``>``, where a link leads) take no room but in the line of the caret, where they stand in the quietest ink, so that
the caret never walks through something unseen: ``style.show_marks_in(number_of_the_block)``.
"""

from __future__ import annotations

import re

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from pkm_app.ui.look import Look
from pkm_app.ui.theme import Stage

_HEADING = re.compile(r"^(#{1,6})\s+")
_QUOTE = re.compile(r"^\s*(?:>\s?)+")
_LIST = re.compile(r"^\s*(?:[-*+]|\d+[.)])\s+(?:\[[ xX]\]\s)?")
_BLOCK_ID = re.compile(r"^\s*\^hl-[a-z0-9]{10}\s*$")
_CREDIT = re.compile(r"^\s*(?:>\s?)+[—–―]\s")
_SPANS = (
    ("strong", re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1")),
    ("emphasis", re.compile(r"(?<![\w*_])([*_])(?=[^\s*_])([^*_]+?)(?<=\S)\1(?![\w*_])")),
    ("strike", re.compile(r"(~~)(?=\S)(.+?)(?<=\S)\1")),
    ("code", re.compile(r"(`+)([^`]+)\1")),
)
_LINK = re.compile(r"!?\[\[[^\[\]\n]+\]\]|!?\[[^\[\]\n]*\]\([^()\s]*\)|https?://[^\s<>]+")
_SHOWN_PART = re.compile(r"!?\[\[(?:[^\[\]|]*\|)?([^\[\]|]+)\]\]|!?\[([^\[\]\n]+)\]\([^()\s]*\)")
_SIZES = {1: 1.45, 2: 1.25, 3: 1.1}
_SMALL = 0.78  # of the size of the text: the line that credits a quotation
_LONG = 20_000  # characters of one paragraph from which on it stays plain: styling it would hold up typing


class MarkdownStyle(QSyntaxHighlighter):
    """Headings, emphasis, quotations, lists, code and links, one block at a time."""

    def __init__(self, document: QTextDocument, look: Look, stage: Stage, size: int = 18) -> None:
        super().__init__(document)
        self._look, self._stage, self._size = look, stage, size
        self._open = -1
        self.busy = False  # while the look changes and no word does
        look.changed.connect(self._look_changed)

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

    def _look_changed(self) -> None:
        self.busy = True
        self.rehighlight()
        self.busy = False

    def highlightBlock(self, text: str) -> None:
        if len(text) > _LONG:
            return
        heading = _HEADING.match(text)
        if heading:
            form = QTextCharFormat()
            form.setFontWeight(QFont.Weight.DemiBold)
            form.setProperty(QTextCharFormat.Property.FontPixelSize,
                             round(self._size * _SIZES.get(len(heading.group(1)), 1.0)))
            self.setFormat(0, len(text.encode("utf-16-le")) // 2, form)
            self._mark(text, 0, heading.end())
            return
        if _BLOCK_ID.match(text):
            self._mark(text, 0, len(text))
            return
        credit = _CREDIT.match(text) is not None
        if credit:
            self._set(text, 0, len(text), self._credit())
        quote, item = _QUOTE.match(text), _LIST.match(text)
        if quote:
            self._mark(text, 0, quote.end())
        if item:
            self._quiet(text, 0, item.end())
        for kind, pattern in _SPANS:
            for found in pattern.finditer(text):
                self._span(text, kind, found)
        for found in _LINK.finditer(text):
            self._link(text, found, credit)

    def _link(self, text: str, found: re.Match[str], credit: bool) -> None:
        form = self._credit() if credit else QTextCharFormat()
        form.setForeground(self._look.color(self._look.theme.accent(self._stage)))
        shown = _SHOWN_PART.fullmatch(found.group())
        form.setFontUnderline(shown is not None and self.currentBlock().blockNumber() != self._open)
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
            form.setFontFamilies(["Cascadia Mono", "DejaVu Sans Mono", "Menlo", "monospace"])
            form.setBackground(self._look.color("panel"))
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
        form.setFontLetterSpacingType(QFont.SpacingType.AbsoluteSpacing)
        form.setFontLetterSpacing(-0.5)
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
