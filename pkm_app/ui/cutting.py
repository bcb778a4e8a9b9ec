"""One line of words cut to a width: words lose their end, a web address its middle.

How to use it: ``cut(words, font_metrics, width)``.
"""

from __future__ import annotations

import re

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics

_ADDRESS = re.compile(r"https?://(?:www\.)?([^\s/?#]+)([/?#]\S*)?$")
_DOTS = "…"
_LEAST = 12  # letters of an address that are shown at least; where there is no room for them it is cut like words


def cut(words: str, metrics: QFontMetrics, width: int) -> str:
    """Return words that take no more than this many pixels.

    Of an address at their end the scheme goes first, then what stands between the host and the last part of the path,
    for these two tell what it is.
    """
    found = _ADDRESS.search(words) if "://" in words else None
    if found is not None and metrics.horizontalAdvance(words) > width:
        before = words[:found.start()]
        room = width - metrics.horizontalAdvance(before) - bool(before)  # two measures are rounded apart
        shown = _shortened(found[1], (found[2] or "").rstrip("/"), metrics, room)
        if shown:
            return before + shown
    return metrics.elidedText(words, Qt.TextElideMode.ElideRight, width)


def _shortened(host: str, rest: str, metrics: QFontMetrics, room: int) -> str:
    """Return an address without its scheme, its middle cut out; "" where too little of it would be left."""
    if metrics.horizontalAdvance(host + rest) <= room:
        return host + rest
    head = f"{host}/{_DOTS}"
    last = rest.rpartition("/")[2]
    if 0 < len(last) + 2 < len(rest) and metrics.horizontalAdvance(f"{head}/{last}") <= room:
        return f"{head}/{last}"
    shortest, longest = 0, len(rest)
    while shortest < longest:
        letters = (shortest + longest + 1) // 2
        if metrics.horizontalAdvance(head + rest[-letters:]) <= room:
            shortest = letters
        else:
            longest = letters - 1
    if shortest and len(head) + shortest >= _LEAST:
        return head + rest[-shortest:]
    shown = metrics.elidedText(host + rest, Qt.TextElideMode.ElideMiddle, room)
    return shown if len(shown) >= _LEAST else ""
