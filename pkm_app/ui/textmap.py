"""From places in an article's canonical text to places in the shown document, and back.

Highlights count characters of the canonical text (content.plaintext); a text widget counts UTF-16 units of its own
layout, with pictures, table cells and line breaks that the canonical text does not have. What both share is the
order of the characters that are not blank, so places are matched by those.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right

# What a QTextDocument's text has and a canonical text has not: pictures, table cells, soft line and block ends.
_LAYOUT = frozenset("\ufffc\ufdd0\ufdd1\u2028\u2029")


class TextMap:
    """``document`` is the shown text as characters; ``offset`` is where the article begins in it, in UTF-16 units."""

    def __init__(self, canonical: str, document: str, offset: int = 0) -> None:
        self._canonical = [at for at, ch in enumerate(canonical) if _counts(ch)]
        self._shown: list[int] = []
        self._widths: list[int] = []
        units = 0
        kept: list[str] = []
        for ch in document:
            width = 2 if ord(ch) > 0xFFFF else 1
            if units >= offset and _counts(ch):
                self._shown.append(units)
                self._widths.append(width)
                kept.append(ch)
            units += width
        self._text = canonical
        self.agrees = kept == [canonical[at] for at in self._canonical]
        self._kept = "".join(kept)

    def to_document(self, start: int, end: int) -> tuple[int, int] | None:
        """Return the UTF-16 range of characters ``start`` to ``end`` of the canonical text, None when not shown."""
        first, last = bisect_left(self._canonical, start), bisect_left(self._canonical, end) - 1
        if first > last:
            return None
        if not self.agrees:
            wanted = "".join(self._text[at] for at in self._canonical[first:last + 1])
            found = self._nearest(wanted, first)
            if found < 0:
                return None
            first, last = found, found + len(wanted) - 1
        if last >= len(self._shown):
            return None
        return self._shown[first], self._shown[last] + self._widths[last]

    def to_canonical(self, start: int, end: int) -> tuple[int, int] | None:
        """Return the characters of the canonical text that a UTF-16 range shows, None when it shows none."""
        first, last = bisect_left(self._shown, start), bisect_right(self._shown, end - 1) - 1
        if first > last:
            return None
        if not self.agrees:
            wanted = self._kept[first:last + 1]
            stream = "".join(self._text[at] for at in self._canonical)
            found = _nearest_in(stream, wanted, first)
            if found < 0:
                return None
            first, last = found, found + len(wanted) - 1
        return self._canonical[first], self._canonical[last] + 1

    def _nearest(self, wanted: str, near: int) -> int:
        return _nearest_in(self._kept, wanted, near)


def _counts(ch: str) -> bool:
    return not ch.isspace() and ch not in _LAYOUT


def _nearest_in(text: str, wanted: str, near: int) -> int:
    best = at = text.find(wanted)
    while at >= 0:
        if abs(at - near) < abs(best - near):
            best = at
        at = text.find(wanted, at + 1)
    return best
