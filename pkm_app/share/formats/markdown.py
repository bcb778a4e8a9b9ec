"""Markdown, in the flavour of the program that will read it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from pkm_app.share.document import (
    Aside,
    Block,
    Break,
    Code,
    CodeBlock,
    Credit,
    Document,
    Heading,
    Image,
    Inline,
    Items,
    Jump,
    Link,
    NoteMark,
    Paragraph,
    Quote,
    Rule,
    Styled,
    Table,
    Text,
    words_of,
)
from pkm_app.share.formats.flavours import FLAVOURS, Flavour, Target, places
from pkm_app.share.formats.html import data_address, language_tag

_BACKTICKS = re.compile(r"`+")


def markdown(document: Document, target: Target = "plain") -> str:
    """Return a draft as one file: front matter, text, and its pictures as addresses at the end."""
    return FLAVOURS[target].front(document) + markdown_text(document, target)


def markdown_text(document: Document, target: Target = "plain", names: Mapping[str, str] | None = None) -> str:
    """Return the text without front matter. With ``names`` its pictures are called so, instead of standing in it."""
    writer = _Writer(document, FLAVOURS[target], names)
    parts = [f"# {writer.flavour.words(' '.join(document.title.split()), False)}"] if writer.flavour.heading else []
    parts.append(writer.blocks(document.blocks))
    parts += writer.notes()
    parts += writer.pictures()
    return "\n\n".join(filter(None, parts)) + "\n"


class _Writer:
    def __init__(self, document: Document, flavour: Flavour, names: Mapping[str, str] | None = None) -> None:
        self._document = document
        self._names = names
        self.flavour = flavour
        self._shown: list[str] = []
        self._places = places(document, flavour)
        self._other = False  # whether lists are marked otherwise than usual, to part them from the one before

    def blocks(self, blocks: Sequence[Block]) -> str:
        made: list[str] = []
        for place, block in enumerate(blocks):
            before = blocks[place - 1] if place else None
            if isinstance(before, Items) and isinstance(block, Items | CodeBlock):
                # what follows a list at once would be read as more of it
                if self.flavour.name in ("jekyll", "pelican"):
                    made.append("<!-- -->")
                elif isinstance(block, Items) and block.ordered == before.ordered:
                    self._other = not self._other
            made.append(self._block(block))
        return "\n\n".join(made)

    def notes(self) -> list[str]:
        return [f"[^{number}]: " + _indented(self.blocks(blocks), "    ").lstrip()
                for number, blocks in enumerate(self._document.notes, 1)]

    def pictures(self) -> list[str]:
        """The pictures themselves, at the end, where they do not disturb reading."""
        return [f"[picture-{number}]: {data_address(self._document, name)}"
                for number, name in enumerate(self._shown, 1)]

    def _block(self, block: Block) -> str:
        if isinstance(block, Paragraph):
            return self._with_language(self.line(block.inner), block.language)
        if isinstance(block, Heading):
            level = min(6, block.level + 1)
            line = "#" * level + " " + self.line(block.inner, start=False).replace("\n", " ")
            led = self.flavour.ids and block.place in self._places
            return f"{line} {{{self._places[block.place]}}}" if led else line
        if isinstance(block, Quote):
            return self._quote(block)
        if isinstance(block, Aside):
            title = self.flavour.words(block.title, False)
            head = f"[!note] {title}" if self.flavour.name == "obsidian" else f"**{title}**\n"
            return _quoted(f"{head}\n{self.blocks(block.blocks)}".rstrip("\n"))
        if isinstance(block, Items):
            return self._items(block)
        if isinstance(block, CodeBlock):
            code = self.flavour.code(block.words.rstrip("\n"))
            longest = max((len(run) for run in _BACKTICKS.findall(code)), default=0)
            fence = "`" * max(3, longest + 1)
            return f"{fence}{block.language}\n{code}\n{fence}"
        if isinstance(block, Table):
            return self._table(block)
        assert isinstance(block, Rule)
        return "* * *"

    def line(self, inner: Sequence[Inline], start: bool = True) -> str:
        made: list[str] = []
        for one in inner:
            made.append(self._inline(one, start and (not made or made[-1].endswith("\n"))))
        return "".join(made).strip()

    def _inline(self, one: Inline, start: bool) -> str:
        if isinstance(one, Text):
            return self.flavour.words(one.words, start)
        if isinstance(one, Styled):
            inner = self.line(one.inner, start=False)
            left, right = {"em": ("*", "*"), "strong": ("**", "**"), "del": self.flavour.strike,
                           "mark": self.flavour.mark}[one.kind]
            return f"{left}{inner}{right}" if inner else ""
        if isinstance(one, Link):
            if one.address and words_of(one.inner) == one.address and "|" not in one.address:
                return f"<{one.address}>"  # what is escaped in an address that stands bare is another address to some
            inner = self.line(one.inner, start=False)
            return f"[{inner}](<{one.address}>)" if one.address else inner
        if isinstance(one, Jump):
            inner = self.line(one.inner, start=False)
            return f"[{inner}]({self._places[one.place]})" if inner and one.place in self._places else inner
        if isinstance(one, Code):
            return self._code(one.words)
        if isinstance(one, Image):
            return self._image(one)
        if isinstance(one, NoteMark):
            return f"[^{one.number}]"
        assert isinstance(one, Break)
        return "  \n" if one.hard else "\n"

    def _code(self, words: str) -> str:
        code = self.flavour.code(words).replace("\n", " ")
        longest = max((len(run) for run in _BACKTICKS.findall(code)), default=0)
        ticks = "`" * (longest + 1)
        blank = " " if code.startswith(("`", " ")) or code.endswith(("`", " ")) else ""
        return f"{ticks}{blank}{code}{blank}{ticks}"

    def _image(self, one: Image) -> str:
        alt = self.flavour.words(one.alt, False)
        if one.name not in self._document.pictures:
            return alt
        if self._names is not None:
            return f"![{alt}]({self._names[one.name]})"
        if one.name not in self._shown:
            self._shown.append(one.name)
        return f"![{alt}][picture-{self._shown.index(one.name) + 1}]"

    def _quote(self, block: Quote) -> str:
        inner = self.blocks(block.blocks)
        if block.credit:
            inner += f"\n\n— {self._credit(block.credit)}"
        return self._with_language(_quoted(inner.strip("\n")), block.language)

    def _credit(self, credit: Credit) -> str:
        words = self.line(credit.inner, start=False).replace("\n", " ")
        if credit.further:
            words += f", {self.flavour.words(credit.further, False)}"
        if not credit.label:
            return words
        label = self.flavour.words(credit.label, False)
        return f"{words} · [{label}](<{credit.address}>)" if credit.address else f"{words} · {label}"

    def _with_language(self, text: str, language: str) -> str:
        tag = language_tag(language)
        if not tag or not self.flavour.attributes:
            return text
        if self.flavour.attributes == "kramdown":
            return f'{text}\n{{: lang="{tag}"}}'
        return f"::: {{lang={tag}}}\n{text}\n:::"

    def _items(self, block: Items) -> str:
        made: list[str] = []
        for number, item in enumerate(block.items, block.start):
            mark = (f"{number})" if self._other else f"{number}.") if block.ordered else "*" if self._other else "-"
            width = max(4, len(mark) + 1) if self.flavour.name in ("pelican", "jekyll") else len(mark) + 1
            box = ""
            if item.done is not None:
                box = ("[x] " if item.done else "[ ] ") if self.flavour.tasks else ("☑ " if item.done else "☐ ")
            inner = self._item(item.blocks, block.tight)
            made.append(f"{mark}{' ' * (width - len(mark))}{box}{_indented(inner, ' ' * width).lstrip()}")
        return ("\n" if block.tight else "\n\n").join(made)

    def _item(self, blocks: Sequence[Block], tight: bool) -> str:
        if tight and len(blocks) == 2 and isinstance(blocks[0], Paragraph) and isinstance(blocks[1], Items):
            return f"{self._block(blocks[0])}\n{self._block(blocks[1])}"
        return self.blocks(blocks) or "&nbsp;"

    def _table(self, block: Table) -> str:
        def row(cells: Sequence[tuple[Inline, ...]]) -> str:
            words = (self.line(cell, start=False).replace("\n", " ").replace("\\|", "&#124;") for cell in cells)
            return "| " + " | ".join(one or " " for one in words) + " |"

        rule = {"": "---", "left": ":--", "center": ":-:", "right": "--:"}
        lines = [row(block.head), "| " + " | ".join(rule[side] for side in block.align) + " |", *map(row, block.rows)]
        return "\n".join(lines)


def _indented(text: str, by: str) -> str:
    return "\n".join(f"{by}{line}" if line else "" for line in text.split("\n"))


def _quoted(text: str) -> str:
    return "\n".join(f"> {line}" if line else ">" for line in text.split("\n"))
