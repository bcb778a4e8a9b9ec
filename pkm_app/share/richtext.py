"""A draft for the clipboard, and what the places it is pasted into make of it.

What survives in each place is from what its editors keep of pasted HTML; it was not tried in the places themselves,
which need accounts, so the preview says what to expect and a person looks once more there.
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
    Link,
    NoteMark,
    Paragraph,
    Quote,
    Rule,
    Styled,
    Table,
    Text,
)
from pkm_app.share.formats.html import HtmlWriter
from pkm_app.share.formats.plaintext import plain_text

Place = Literal["viva", "sharepoint", "teams", "linkedin", "confluence", "substack"]
Feature = Literal[
    "headings", "stress", "highlights", "links", "lists", "tasks", "quotations", "tables", "code", "pictures", "notes"]
Fate = Literal["kept", "changed", "lost"]

FEATURES: tuple[Feature, ...] = (
    "headings", "stress", "highlights", "links", "lists", "tasks", "quotations", "tables", "code", "pictures", "notes")
PLACES: Mapping[Place, Mapping[Feature, Fate]] = {
    # a post of Viva Engage: bold, italic, lists, links; articles keep more
    "viva": {"headings": "changed", "stress": "kept", "highlights": "lost", "links": "kept", "lists": "kept",
             "tasks": "changed", "quotations": "changed", "tables": "lost", "code": "changed", "pictures": "lost",
             "notes": "changed"},
    # the text web part of a SharePoint page
    "sharepoint": {"headings": "kept", "stress": "kept", "highlights": "kept", "links": "kept", "lists": "kept",
                   "tasks": "changed", "quotations": "kept", "tables": "kept", "code": "changed", "pictures": "lost",
                   "notes": "changed"},
    # a message in Teams
    "teams": {"headings": "kept", "stress": "kept", "highlights": "kept", "links": "kept", "lists": "kept",
              "tasks": "changed", "quotations": "kept", "tables": "kept", "code": "kept", "pictures": "lost",
              "notes": "changed"},
    # a post on LinkedIn takes words only
    "linkedin": {"headings": "changed", "stress": "lost", "highlights": "lost", "links": "changed", "lists": "changed",
                 "tasks": "changed", "quotations": "changed", "tables": "changed", "code": "changed",
                 "pictures": "lost", "notes": "changed"},
    "confluence": {"headings": "kept", "stress": "kept", "highlights": "changed", "links": "kept", "lists": "kept",
                   "tasks": "changed", "quotations": "kept", "tables": "kept", "code": "kept", "pictures": "lost",
                   "notes": "changed"},
    # a post of Substack: its editor keeps the structure, and has no tables
    "substack": {"headings": "kept", "stress": "kept", "highlights": "lost", "links": "kept", "lists": "kept",
                 "tasks": "changed", "quotations": "kept", "tables": "changed", "code": "kept", "pictures": "lost",
                 "notes": "changed"},
}


@dataclass(frozen=True, slots=True)
class RichText:
    """A draft for the clipboard: ``html`` is a fragment that needs no style sheet, ``plain`` the words alone."""

    title: str
    html: str
    plain: str
    features: frozenset[Feature]

    def fidelity(self, place: Place) -> dict[Feature, Fate]:
        """Return what becomes of what this draft holds: ``kept``, ``changed`` (its words stay) or ``lost``."""
        return {feature: PLACES[place][feature] for feature in FEATURES if feature in self.features}


def rich_text(document: Document) -> RichText:
    """Return a draft for the clipboard. Pictures are their words: what is pasted cannot hold them."""
    bare = replace(document, pictures={})
    writer = HtmlWriter(bare, lambda _name: "", shift=1)
    body = "\n".join(filter(None, [writer.blocks(bare.blocks), writer.notes()]))
    title = Heading(1, (Text(document.title),))
    head = HtmlWriter(bare, lambda _name: "", shift=0).block(title).replace(' id="h1"', "", 1)
    return RichText(document.title, f"{head}\n{body}\n", plain_text(bare),
                    frozenset(_features(document.blocks)))


def _features(blocks: Iterable[Block]) -> Iterator[Feature]:
    for block in blocks:
        if isinstance(block, Heading | Paragraph):
            if isinstance(block, Heading):
                yield "headings"
            yield from _inline(block.inner)
        elif isinstance(block, Quote | Aside):
            yield "quotations"
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
            if one.address:
                yield "links"
            yield from _inline(one.inner)
        elif isinstance(one, Code):
            yield "code"
        elif isinstance(one, Image):
            yield "pictures"
        elif isinstance(one, NoteMark):
            yield "notes"
