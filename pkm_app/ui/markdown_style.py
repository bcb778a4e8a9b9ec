"""Styles Markdown while it is typed: the text stays what it is, only its look changes.

How to use it: ``MarkdownStyle(document, look, stage, size)``; it follows the theme by itself. The marks (``**``,
``#``, ``>``) stay readable in the quietest ink, so that the caret never walks through something unseen.
"""

from __future__ import annotations

import re

from PySide6.QtGui import QFont, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from pkm_app.ui.look import Look
from pkm_app.ui.theme import Stage

_HEADING = re.compile(r"^(#{1,6})\s+")
_QUOTE = re.compile(r"^\s*(?:>\s?)+")
_LIST = re.compile(r"^\s*(?:[-*+]|\d+[.)])\s+(?:\[[ xX]\]\s)?")
_BLOCK_ID = re.compile(r"^\s*\^hl-[a-z0-9]{10}\s*$")
_SPANS = (
    ("strong", re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1")),
    ("emphasis", re.compile(r"(?<![\w*_])([*_])(?=[^\s*_])([^*_]+?)(?<=\S)\1(?![\w*_])")),
    ("strike", re.compile(r"(~~)(?=\S)(.+?)(?<=\S)\1")),
    ("code", re.compile(r"(`+)([^`]+)\1")),
)
_LINK = re.compile(r"!?\[\[[^\[\]\n]+\]\]|!?\[[^\[\]\n]*\]\([^()\s]*\)|https?://[^\s<>]+")
_SIZES = {1: 1.45, 2: 1.25, 3: 1.1}
_LONG = 20_000  # characters of one paragraph from which on it stays plain: styling it would hold up typing


class MarkdownStyle(QSyntaxHighlighter):
    """Headings, emphasis, quotations, lists, code and links, one block at a time."""

    def __init__(self, document: QTextDocument, look: Look, stage: Stage, size: int = 18) -> None:
        super().__init__(document)
        self._look, self._stage, self._size = look, stage, size
        look.changed.connect(self.rehighlight)

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
            self._quiet(text, heading.start(1), heading.end())
            return
        if _BLOCK_ID.match(text):
            self._quiet(text, 0, len(text))
            return
        for pattern in (_QUOTE, _LIST):
            found = pattern.match(text)
            if found:
                self._quiet(text, found.start(), found.end())
        for kind, pattern in _SPANS:
            for found in pattern.finditer(text):
                self._span(text, kind, found)
        for found in _LINK.finditer(text):
            form = QTextCharFormat()
            form.setForeground(self._look.color(self._look.theme.accent(self._stage)))
            self._set(text, found.start(), found.end(), form)

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
        self._quiet(text, found.start(1), found.end(1))
        self._quiet(text, found.end(2), found.end())

    def _quiet(self, text: str, start: int, end: int) -> None:
        form = QTextCharFormat()
        form.setForeground(self._look.color("ink3"))
        self._set(text, start, end, form)

    def _set(self, text: str, start: int, end: int, form: QTextCharFormat) -> None:
        """Format characters; Qt counts UTF-16 units, Python code points."""
        first = len(text[:start].encode("utf-16-le")) // 2
        self.setFormat(first, len(text[start:end].encode("utf-16-le")) // 2, form)
