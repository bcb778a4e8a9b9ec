"""The text of an article on which highlights are anchored."""

from __future__ import annotations

import re
from html import unescape

from pkm_app.content.elements import BLOCKS

_TAG = re.compile(r"<(?:!--(?s:.*?)-->|/?([A-Za-z][A-Za-z0-9]*)(?:[^\"'<>]++|\"[^\"]*\"|'[^']*')*+>)")
_BLOCKS = BLOCKS | {"form", "legend"}


def canonical_text(clean: str) -> str:
    """Return the text of cleaned HTML: one line a block, blocks parted by an empty line, runs of blanks made one blank.

    This is the text that anchors count in, so it must be the same on every machine and in every year. It is therefore a
    walk of a few lines over the plain form that content.clean gives (double-quoted attributes, every ``<`` and ``&`` of
    the text escaped), and no parser whose reading changes with its version: libxml2 and html.parser have both
    changed theirs. A line break within a block is a blank, each cell of a table is a block, pictures and their
    descriptions contribute nothing. Linear in time.
    """
    blocks: list[str] = []
    line: list[str] = []
    pieces = iter(_TAG.split(clean))  # text, name of a tag, text, name, ... text
    line.append(next(pieces))
    for name, text in zip(pieces, pieces, strict=True):
        kind = name.lower() if name else ""
        if kind in _BLOCKS:
            blocks.append("".join(line))
            line.clear()
        elif kind == "br":
            line.append(" ")
        line.append(text)
    blocks.append("".join(line))
    lines = (" ".join(unescape(block).split()) for block in blocks if block)
    return "\n\n".join(line for line in lines if line)
