"""What stands in a newer version of a text where some words stood in the older one."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rapidfuzz.distance import Indel

_WORD = re.compile(r"\w+")
_CLOSING = re.compile(r"[^\w\s]+")
_MOST = 12_000  # words of a text from which on the comparison would take too much memory
_AROUND = 8  # words on each side that tell whether the place is the same
_LONGER = 3  # times the old words, and …
_FEW = 40  # … so many more, from which on it is another text and not other words
_ALIKE = 0.4  # of the old words found again that prove the place by themselves
_SURE = 0.75  # of the words around found again that prove it


@dataclass(frozen=True, slots=True)
class _Spans:
    """The words of a text, folded, with their places in it."""

    words: tuple[str, ...]
    places: tuple[tuple[int, int], ...]


def counterpart(old: str, start: int, end: int, new: str) -> tuple[int, int] | None:
    """Return the characters of ``new`` that stand where ``old`` has those from ``start`` to ``end``; None where nothing
    stands there any more, or nobody can say."""
    before, after = _spans(old), _spans(new)
    inside = [n for n, (a, b) in enumerate(before.places) if b > start and a < end]
    if not inside or max(len(before.words), len(after.words)) > _MOST:
        return None
    first, last = inside[0], inside[-1] + 1
    kept = _kept(before.words, after.words)
    low = kept.get(first, max((j + 1 for i, j in kept.items() if i < first), default=0))
    high = kept[last - 1] + 1 if last - 1 in kept else min((j for i, j in kept.items() if i >= last),
                                                          default=len(after.words))
    count = last - first
    if high <= low or high - low > _LONGER * count + _FEW or not _is_there(kept, first, last, len(before.words)):
        return None
    begin, finish = after.places[low][0], after.places[high - 1][1]
    if old[start:end].rstrip()[-1:] and _CLOSING.fullmatch(old[start:end].rstrip()[-1:]):
        closing = _CLOSING.match(new, finish)
        finish = closing.end() if closing else finish
    return begin, finish


def _is_there(kept: dict[int, int], first: int, last: int, words: int) -> bool:
    alike = sum(first <= one < last for one in kept)
    around = [*range(max(0, first - _AROUND), first), *range(last, min(words, last + _AROUND))]
    found = sum(one in kept for one in around)
    return alike >= _ALIKE * (last - first) or (len(around) >= _AROUND and found >= _SURE * len(around))


def _kept(old: tuple[str, ...], new: tuple[str, ...]) -> dict[int, int]:
    """Return which word of the new text is which of the old one."""
    kept: dict[int, int] = {}
    for one in Indel.opcodes(old, new):
        if one.tag == "equal":
            kept.update(zip(range(one.src_start, one.src_end), range(one.dest_start, one.dest_end), strict=True))
    return kept


def _spans(text: str) -> _Spans:
    found = list(_WORD.finditer(text))
    return _Spans(tuple(one[0].casefold() for one in found), tuple(one.span() for one in found))
