"""Whose a picture is: the words beside it that say so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from pkm_app.share.document import Aside, Block, Image, Inline, Items, Jump, Link, Paragraph, Quote, Styled, words_of

# where a picture is from, in the words that people use; its paragraph or the one below it says so
RIGHTS = re.compile(
    r"©|\(c\)|\bcc[ -]?(?:by|0)\b|public domain|publiek domein|licen[cs]e|licentie|permission|toestemming|"
    r"\b(?:photo|picture|image|drawing|figure|foto|beeld|tekening|afbeelding|figuur|bron|source)\b[^\n]{0,40}:|"
    r"\b(?:own|eigen|my own) (?:photo|picture|drawing|work|figure|foto|tekening|werk|beeld|figuur)", re.IGNORECASE)
_MOST = 300  # characters; a longer paragraph tells of other things too


def rights_of(blocks: Sequence[Block]) -> Mapping[str, str]:
    """Return whose each picture is, by its name, as the words beside it say; one that nothing is said of is missing."""
    found: dict[str, str] = {}
    for place, block in enumerate(blocks):
        if isinstance(block, Quote | Aside):
            found |= rights_of(block.blocks)
        elif isinstance(block, Items):
            for item in block.items:
                found |= rights_of(item.blocks)
        elif isinstance(block, Paragraph):
            names = tuple(_pictures(block.inner))
            below = blocks[place + 1] if place + 1 < len(blocks) else None
            said = (_words(block), _words(below) if isinstance(below, Paragraph) else "")
            rights = next((words for words in said if len(words) <= _MOST and RIGHTS.search(words)), "")
            found |= dict.fromkeys(names, rights) if rights else {}
    return found


def _pictures(inner: Sequence[Inline]) -> Iterator[str]:
    for one in inner:
        if isinstance(one, Image):
            yield one.name
        elif isinstance(one, Styled | Link | Jump):
            yield from _pictures(one.inner)


def _words(block: Paragraph) -> str:
    """The words of a paragraph without those of its pictures."""
    return " ".join(words_of(tuple(one for one in block.inner if not isinstance(one, Image))).split())
