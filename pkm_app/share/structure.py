"""What was sent beside what stands there, with its structure: headings, links, stress, lists, quotations.

Two texts of the same words may differ in these alone. Only then they are compared as Markdown; else by their words,
which a person reads more easily. What a wiki or a file holds is compared by its words only, since those write some of
it another way than it was sent.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pkm_app.content.asmarkdown import markdown_of
from pkm_app.share.aftermath import Piece, difference, html_sent, is_changed, words_sent, words_there
from pkm_app.share.along import Differs
from pkm_app.share.model import Remote

_OUR_PICTURE = re.compile(r"<img\b[^<>]*(?:\bpkm-[0-9a-f]{20}|\bcid:)[^<>]*>", re.IGNORECASE)


def texts(sent: str, there: Remote, language: str = "") -> tuple[str, str]:
    """Return what was sent (Markdown) and what stands there as a person compares them: in words, or as Markdown where
    the words are the same and something else is not."""
    mine, theirs = words_sent(sent, language).strip(), words_there(there, language).strip()
    if there.markup == "html" and not is_changed(difference(mine, theirs)):
        own = _plain(markdown_of(html_sent(sent, language)))
        other = _plain(markdown_of(_OUR_PICTURE.sub("", there.html)))
        if own != other:
            return own, other
    return mine, theirs


def changes(sent: str, there: Remote, language: str = "") -> tuple[Piece, ...]:
    """Compare what was sent (Markdown) with what stands there, paragraph by paragraph."""
    return difference(*texts(sent, there, language))


def differing(found: Sequence[Differs]) -> tuple[Piece, ...]:
    """Return what differs beside the text as pieces of a comparison."""
    pieces = [piece for one in found for piece in (Piece("out", one.mine, one.what), Piece("in", one.theirs, one.what))]
    return tuple(piece for piece in pieces if piece.words)


def _plain(markdown: str) -> str:
    lines = (" ".join(line.split()) for line in markdown.splitlines())  # our own pictures left room
    return "\n\n".join(line for line in lines if line.strip(" >"))
