"""A draft for the clipboard, and what the places it is pasted into make of it.

What survives was tried in the libraries that the places' editors are made of, set to hold what their tool bars offer;
not in the places themselves, which need accounts. So a person looks once more there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from pkm_app.share.document import (
    Aside,
    Block,
    Code,
    CodeBlock,
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
    words_of,
)
from pkm_app.share.formats.plaintext import plain_text
from pkm_app.share.kinds import Place
from pkm_app.share.pasting import Editor, PasteWriter

Feature = Literal[
    "headings", "stress", "highlights", "links", "lists", "tasks", "quotations", "callouts", "tables", "code",
    "pictures", "notes"]
Fate = Literal["kept", "changed", "lost"]

FEATURES: tuple[Feature, ...] = (
    "headings", "stress", "highlights", "links", "lists", "tasks", "quotations", "callouts", "tables", "code",
    "pictures", "notes")
EDITORS: Mapping[Place, Editor] = {
    "viva": Editor(headings=(0, 0), quotes=False, tables=False, code=False, rules=False, beside=True),
    "sharepoint": Editor(headings=(2, 5), rules=False),
    "teams": Editor(headings=(1, 3)),
    "linkedin": Editor(headings=(0, 0), quotes=False, tables=False, code=False, rules=False, beside=True),
    "confluence": Editor(roomy=False, actions=True, panels=True),
    "substack": Editor(tables=False),
}


def _fates(kept: str, lost: str) -> dict[Feature, Fate]:
    return {feature: "kept" if feature in kept.split() else "lost" if feature in lost.split() else "changed"
            for feature in FEATURES}


# What stands in each editor after a real paste (tests/share/paste); of a post on LinkedIn only words go there.
PLACES: Mapping[Place, Mapping[Feature, Fate]] = {
    "viva": _fates("stress links lists", "highlights pictures"),
    "sharepoint": _fates("headings stress highlights links lists quotations tables", "pictures"),
    "teams": _fates("headings stress highlights links lists quotations tables code", "pictures"),
    "linkedin": _fates("", "stress highlights pictures"),
    "confluence": _fates("headings stress highlights links lists tasks quotations callouts tables code", "pictures"),
    "substack": _fates("headings stress links lists quotations code", "highlights pictures"),
}


@dataclass(frozen=True, slots=True)
class RichText:
    """A draft for the clipboard, made for a place: ``head`` (its title) and ``body`` are HTML that needs no style
    sheet, ``plain`` the words alone; ``fidelity`` what becomes there of what it holds: ``kept``, ``changed`` (its
    words stay) or ``lost``; ``shown`` the body for a preview: as it will be seen there."""

    place: Place
    title: str
    head: str
    body: str
    shown: str
    plain: str
    fidelity: Mapping[Feature, Fate]

    @property
    def html(self) -> str:
        """The whole as HTML; it names its letters, which not every program that takes it knows otherwise."""
        return f"<meta charset=\"utf-8\">{self.head}\n{self.body}\n"


def rich_text(document: Document, place: Place) -> RichText:
    """Return a draft for the clipboard. Pictures are their words: what is pasted cannot hold them."""
    bare = replace(document, pictures={}, led=frozenset())
    writer = PasteWriter(bare, EDITORS[place])
    head, body, held = writer.title(), writer.body(), set(_features(document.blocks))
    fates: dict[Feature, Fate] = {
        feature: "changed" if feature in writer.bare and PLACES[place][feature] == "kept" else PLACES[place][feature]
        for feature in FEATURES if feature in held}
    seen = replace(EDITORS[place], actions=False, marks=PLACES[place]["highlights"] == "kept")
    return RichText(place, document.title, head, body, PasteWriter(bare, seen).body(), plain_text(bare), fates)


def _features(blocks: Iterable[Block]) -> Iterator[Feature]:
    for block in blocks:
        if isinstance(block, Heading | Paragraph):
            if isinstance(block, Heading):
                yield "headings"
            yield from _inline(block.inner)
        elif isinstance(block, Quote | Aside):
            yield "quotations" if isinstance(block, Quote) else "callouts"
            yield from _features(block.blocks)
            if isinstance(block, Quote) and block.credit:
                yield from _inline(block.credit.inner)
                if block.credit.address:
                    yield "links"
        elif isinstance(block, Items):
            yield "tasks" if any(item.done is not None for item in block.items) else "lists"
            for item in block.items:
                yield from _features(item.blocks)
        elif isinstance(block, Table):
            yield "tables"
            for row in (block.head, *block.rows):
                for cell in row:
                    yield from _inline(cell)
        elif isinstance(block, CodeBlock):
            yield "code"
        else:
            assert isinstance(block, Rule)


def _inline(inner: Iterable[Inline]) -> Iterator[Feature]:
    for one in inner:
        if isinstance(one, Styled):
            yield "highlights" if one.kind == "mark" else "stress"
            yield from _inline(one.inner)
        elif isinstance(one, Link):
            if one.address and words_of(one.inner) != one.address:  # an address among the words stays one
                yield "links"
            yield from _inline(one.inner)
        elif isinstance(one, Jump):
            yield from _inline(one.inner)
        elif isinstance(one, Code):
            yield "code"
        elif isinstance(one, Image):
            yield "pictures"
        elif isinstance(one, NoteMark):
            yield "notes"
