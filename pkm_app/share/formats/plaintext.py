"""A draft as plain text: for mail programs without HTML, and for places that keep words only."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence

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
)
from pkm_app.share.wording import word


def plain_text(document: Document, wide: int = 0) -> str:
    """Return the text with its addresses behind the words that lead there; ``wide`` wraps lines (0: never)."""
    writer = _Writer(wide)
    parts = [document.title, writer.blocks(document.blocks)]
    if document.notes:
        notes = [f"[{number}] {writer.blocks(blocks)}" for number, blocks in enumerate(document.notes, 1)]
        parts += [word("notes", document.language), *notes]
    return "\n\n".join(filter(None, parts)) + "\n"


class _Writer:
    def __init__(self, wide: int) -> None:
        self._wide = wide

    def blocks(self, blocks: Sequence[Block]) -> str:
        return "\n\n".join(map(self._block, blocks))

    def _block(self, block: Block) -> str:
        if isinstance(block, Paragraph | Heading):
            return self._wrapped(self._line(block.inner))
        if isinstance(block, Quote):
            inner = self.blocks(block.blocks)
            if block.credit:
                inner += f"\n— {self._credit(block.credit)}"
            return textwrap.indent(inner.strip("\n"), "> ", lambda _line: True)
        if isinstance(block, Aside):
            return f"{block.title}\n{self.blocks(block.blocks)}"
        if isinstance(block, Items):
            return "\n".join(self._items(block))
        if isinstance(block, CodeBlock):
            return textwrap.indent(block.words.rstrip("\n"), "    ")
        if isinstance(block, Table):
            return "\n".join(" | ".join(map(self._line, row)) for row in (block.head, *block.rows))
        assert isinstance(block, Rule)
        return "* * *"

    def _items(self, block: Items) -> list[str]:
        made: list[str] = []
        for number, item in enumerate(block.items, block.start):
            mark = f"{number}. " if block.ordered else "- "
            box = "" if item.done is None else "[x] " if item.done else "[ ] "
            inner = self.blocks(item.blocks).replace("\n\n", "\n")
            made.append(mark + box + textwrap.indent(inner, " " * len(mark)).lstrip())
        return made

    def _credit(self, credit: Credit) -> str:
        words = self._line(credit.inner) + (f", {credit.further}" if credit.further else "")
        if not credit.label:
            return words
        return f"{words} · {credit.label}" + (f": {credit.address}" if credit.address else "")

    def _line(self, inner: Sequence[Inline]) -> str:
        return "".join(map(self._inline, inner))

    def _inline(self, one: Inline) -> str:
        if isinstance(one, Text | Code):
            return one.words
        if isinstance(one, Styled | Jump):
            return self._line(one.inner)
        if isinstance(one, Link):
            words = self._line(one.inner)
            address = one.address.removeprefix("mailto:")
            return words if not address or address == words else f"{words} ({address})"
        if isinstance(one, Image):
            return one.alt
        if isinstance(one, NoteMark):
            return f"[{one.number}]"
        assert isinstance(one, Break)
        return "\n" if one.hard else " "

    def _wrapped(self, text: str) -> str:
        return textwrap.fill(text, self._wide, break_long_words=False, break_on_hyphens=False) if self._wide else text
