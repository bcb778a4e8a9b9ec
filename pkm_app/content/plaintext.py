"""The text of an article on which highlights are anchored."""

from __future__ import annotations

import re
from html import unescape

from pkm_app.content.elements import BLOCKS, KEPT

_TAG = re.compile(r"<(?:!--(?s:.*?)-->|/?([A-Za-z][A-Za-z0-9]*)(?:[^\"'<>]++|\"[^\"]*\"|'[^']*')*+>)")
_CODE = re.compile(r"<pre(?: [^<>]*)?>((?s:.*?))</pre>")
_END = "\0"  # no cleaned HTML holds one


class _InPlace(dict[str | None, str]):
    """What stands in the text for a tag, by its name (None for a comment)."""

    def __missing__(self, name: str | None) -> str:
        kind = name.lower() if name else ""
        return _END if kind in BLOCKS or kind in ("form", "legend") else " " if kind == "br" else ""


_IN_PLACE = _InPlace({name: _InPlace().__missing__(name) for name in (None, *KEPT)})


def shown_text(clean: str) -> str:
    """Return the text of cleaned HTML to be read where there is only text: as canonical_text, but code
    keeps its lines."""
    pieces = _CODE.split(clean)
    pieces[::2] = map(canonical_text, pieces[::2])
    pieces[1::2] = (unescape(_TAG.sub("", code)).strip("\n") for code in pieces[1::2])
    return "\n\n".join(piece for piece in pieces if piece)


def canonical_text(clean: str) -> str:
    """Return the text of cleaned HTML: one line a block, blocks parted by an empty line, runs of blanks made one blank.

    This is the text that anchors count in, so it must be the same on every machine and in every year. It is therefore a
    walk of a few lines over the plain form that content.clean gives (double-quoted attributes, every ``<`` and ``&`` of
    the text escaped), and no parser whose reading changes with its version: libxml2 and html.parser have both
    changed theirs. A line break within a block is a blank, each cell of a table is a block, pictures and their
    descriptions contribute nothing. Linear in time.
    """
    pieces = _TAG.split(clean)  # text, name of a tag, text, name, ... text
    pieces[1::2] = map(_IN_PLACE.__getitem__, pieces[1::2])
    lines = (" ".join(unescape(block).split()) for block in "".join(pieces).split(_END) if block)
    return "\n\n".join(line for line in lines if line)
