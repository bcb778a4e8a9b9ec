"""A draft as it leaves, as a tree that every format is written from. Nothing of the vault is left in it.

Links lead to web addresses or are their words; pictures are named and stand in ``Document.pictures``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from pkm_app.content.repainting import Picture


@dataclass(frozen=True, slots=True)
class Text:
    """Plain words."""

    words: str


@dataclass(frozen=True, slots=True)
class Styled:
    """Words with a stress; ``mark`` is a highlighter's."""

    kind: Literal["em", "strong", "del", "mark"]
    inner: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Code:
    """Code within a line."""

    words: str


@dataclass(frozen=True, slots=True)
class Link:
    """A link to a web (or mail) address; "" where a source has none: its words stand alone."""

    address: str
    inner: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Jump:
    """A link to the heading of the document that has this ``place``; where that cannot be led to, its words."""

    place: int
    inner: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Image:
    """A picture by its name in ``Document.pictures``; "" for one that does not go along, whose words stand there."""

    name: str
    alt: str


@dataclass(frozen=True, slots=True)
class Break:
    """The end of a line, meant (``hard``) or just written so."""

    hard: bool = False


@dataclass(frozen=True, slots=True)
class NoteMark:
    """Where footnote ``number`` (from 1) is called."""

    number: int


Inline: TypeAlias = Text | Styled | Code | Link | Jump | Image | Break | NoteMark


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 to 6, below the title of the document, which is none of these. ``place`` is its number in
    the text (from 1), by which it is led to; 0 for one that nothing can lead to."""

    level: int
    inner: tuple[Inline, ...]
    place: int = 0


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; ``language`` only where it is not the document's."""

    inner: tuple[Inline, ...]
    language: str = ""


@dataclass(frozen=True, slots=True)
class Credit:
    """Who is quoted: ``inner`` names them, ``further`` (``via ...``) tells how it came here, ``label`` leads to the
    whole of it (``address`` "" where no address is known: then the label says that)."""

    inner: tuple[Inline, ...]
    further: str = ""
    label: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of others; ``language`` only where it is not the document's."""

    blocks: tuple[Block, ...]
    credit: Credit | None = None
    language: str = ""


@dataclass(frozen=True, slots=True)
class Aside:
    """A callout: a box beside the text."""

    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a list; ``done`` is None unless it is a task."""

    blocks: tuple[Block, ...]
    done: bool | None = None


@dataclass(frozen=True, slots=True)
class Items:
    """A list; ``start`` is the first number of an ordered one."""

    ordered: bool
    items: tuple[Item, ...]
    start: int = 1
    tight: bool = True


@dataclass(frozen=True, slots=True)
class CodeBlock:
    """Lines of code."""

    words: str
    language: str = ""


Align: TypeAlias = Literal["", "left", "center", "right"]


@dataclass(frozen=True, slots=True)
class Table:
    """A table: cells of its head, and of its rows."""

    head: tuple[tuple[Inline, ...], ...]
    rows: tuple[tuple[tuple[Inline, ...], ...], ...]
    align: tuple[Align, ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """A break in the story."""


Block: TypeAlias = Heading | Paragraph | Quote | Aside | Items | CodeBlock | Table | Rule


@dataclass(frozen=True, slots=True)
class Document:
    """A draft as it leaves. ``notes`` are the footnotes in order of their numbers, ``cut`` how many private parts
    stayed in, ``stamp`` when it was written (ISO 8601), ``file_id`` the draft's id, ``description`` its promise, or the
    ``excerpt`` of one's own where it has one; ``led`` are the places of headings that it leads to itself."""

    title: str
    language: str
    blocks: tuple[Block, ...]
    notes: tuple[tuple[Block, ...], ...] = ()
    authors: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    stamp: str = ""
    file_id: str = ""
    description: str = ""
    template: str = ""
    cut: int = 0
    pictures: Mapping[str, Picture] = field(default_factory=dict)
    categories: tuple[str, ...] = ()
    excerpt: str = ""
    led: frozenset[int] = frozenset()

    @property
    def subjects(self) -> tuple[str, ...]:
        """What it is about, where categories and tags are one."""
        return tuple(dict.fromkeys((*self.categories, *self.tags)))


def anchors(document: Document) -> dict[int, int]:
    """Return which heading each place that is led to is: by place, its number among all headings, as written."""
    if not document.led:
        return {}
    places = (heading.place for heading in headings(document.blocks))
    return {place: number for number, place in enumerate(places, 1) if place in document.led}


def headings(blocks: Iterable[Block]) -> Iterator[Heading]:
    """Yield the headings of blocks, in the order in which they are written."""
    for block in blocks:
        if isinstance(block, Heading):
            yield block
        elif isinstance(block, Quote | Aside):
            yield from headings(block.blocks)
        elif isinstance(block, Items):
            for item in block.items:
                yield from headings(item.blocks)


def words_of(inner: Iterable[Inline]) -> str:
    """Return the plain words of a line."""
    return "".join(_words(one) for one in inner)


def _words(one: Inline) -> str:
    if isinstance(one, Text | Code):
        return one.words
    if isinstance(one, Styled | Link | Jump):
        return words_of(one.inner)
    if isinstance(one, Image):
        return one.alt
    return " " if isinstance(one, Break) else ""


def text_of(blocks: Iterable[Block]) -> str:
    """Return the plain words of blocks, a line for each paragraph, credits left out."""
    return "\n".join(_lines(blocks))


def _lines(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Heading | Paragraph):
            yield words_of(block.inner)
        elif isinstance(block, Quote | Aside):
            yield from _lines(block.blocks)
        elif isinstance(block, Items):
            for item in block.items:
                yield from _lines(item.blocks)
        elif isinstance(block, CodeBlock):
            yield block.words
        elif isinstance(block, Table):
            for row in (block.head, *block.rows):
                yield " ".join(map(words_of, row))
