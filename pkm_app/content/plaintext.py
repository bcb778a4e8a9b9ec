"""The text of an article on which highlights are anchored."""

from __future__ import annotations

import re
from html import unescape

from pkm_app.content.elements import BLOCKS

_TAG = re.compile(r"<(?:!--.*?-->|/?([a-z][a-z0-9]*)(?:[^\"'<>]|\"[^\"]*\"|'[^']*')*+>)", re.IGNORECASE | re.DOTALL)
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
    position = 0

    def close() -> None:
        words = " ".join(unescape("".join(line)).split())
        line.clear()
        if words:
            blocks.append(words)

    for tag in _TAG.finditer(clean):
        line.append(clean[position : tag.start()])
        position = tag.end()
        name = (tag[1] or "").lower()
        if name in _BLOCKS:
            close()
        elif name == "br":
            line.append(" ")
    line.append(clean[position:])
    close()
    return "\n\n".join(blocks)
