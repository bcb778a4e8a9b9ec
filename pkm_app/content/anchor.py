"""Where a highlight sits in a text: after the TextQuoteSelector and TextPositionSelector of the W3C's Web Annotation
Data Model. Positions count characters (code points) of the canonical text, never of markup.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from pkm_app.base.errors import Refused
from pkm_app.content.alignment import candidates, similarity
from pkm_app.content.fold import fold, fold_once, fold_text, goes_on

CONTEXT = 32  # characters kept on each side of the words
APPROXIMATE_FROM = 0.8  # similarity of changed words that stand alone
SUPPORTED_FROM = 0.7  # similarity of changed words whose surroundings are the old ones
AROUND_FROM = 0.75  # similarity of surroundings that counts as the old ones
_SHORT = 32  # characters below which words alone prove nothing
_TYPED = 8  # characters that a quotation typed by hand, without surroundings, needs to be looked for at all
_LEAST_SIDE = 6  # characters of surroundings on one side that say something
_NEAR = 8  # characters next to the words
_CLEARLY = 0.05  # by how much the best place must be better than the next
_MOST_PLACES = 1000


@dataclass(frozen=True, slots=True)
class Selector:
    """Words with what stood around them. ``start`` is where they began, -1 when unknown (typed by hand)."""

    exact: str
    prefix: str = ""
    suffix: str = ""
    start: int = -1


@dataclass(frozen=True, slots=True)
class Place:
    """Where words were found. ``confidence`` is 1 for the very same words in their surroundings, down to
    ``SUPPORTED_FROM`` for changed ones; an orphan has start and end -1 and confidence 0."""

    start: int
    end: int
    confidence: float
    how: Literal["exact", "approximate", "orphan"]


_ORPHAN = Place(-1, -1, 0.0, "orphan")


@dataclass(frozen=True, slots=True)
class _Found:
    start: int
    end: int
    similarity: float
    around: float  # how alike the surroundings are, on the better side
    both: float  # and on the whole
    touching: int  # on how many sides the nearest characters are the very same


def select(text: str, start: int, end: int) -> Selector:
    """Return the selector of a stretch of text, without blanks at its edges and with no character cut in two.

    Raises Refused when there is nothing but blanks in it.
    """
    start, end = max(0, start), min(len(text), end)
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start >= end:
        raise Refused("Select some words first.")
    while start > 0 and _inside_character(text, start):
        start -= 1
    while end < len(text) and _inside_character(text, end):
        end += 1
    return Selector(text[start:end], text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT], start)


def find_places(text: str, words: str, prefix: str = "", suffix: str = "") -> list[tuple[int, int]]:
    """Return the places where a person's words stand, in order; ``prefix`` and ``suffix`` must stand around them.

    Quotes, dashes, blanks, ligatures and Unicode forms may differ from those in the text. Whole words come first:
    only where there are none and nothing was said of what stands around them, parts of words are meant.
    """
    before, after = fold_text(prefix), fold_text(suffix)
    found = [
        (start, end) for start, end in (_occurrences(text, words.strip()) or _folded_occurrences(text, words))
        if fold(text[max(0, start - 4 * len(prefix) - 8) : start]).text.rstrip().endswith(before)
        and fold(text[end : end + 4 * len(suffix) + 8]).text.lstrip().startswith(after)
    ]
    whole = [place for place in found if _is_whole(text, *place)]
    return whole if whole and not before and not after else found


def locate(text: str, selector: Selector) -> Place:
    """Return where the words of a selector now stand in a text, in this order:

    the very place; the same words, folded as :mod:`fold` does, in the same surroundings (``exact``); then, marked
    ``approximate``, the same words in other surroundings and changed words, above the confidence stated here.
    Short words are found only in their surroundings, and exact only where these touch them on both sides. Where two
    places are about as good, or none is good enough, it is an orphan: a wrong place is worse than none.
    """
    end = selector.start + len(selector.exact)
    if selector.start >= 0 and selector.exact and _stands_at(text, selector, end):
        return Place(selector.start, end, 1.0, "exact")
    if not fold_text(selector.exact):
        return _ORPHAN
    same = [_measured(text, selector, *place, 1.0) for place in _folded_occurrences(text, selector.exact)]
    sides = 1 if len(selector.exact) >= _SHORT else 2
    good = _clear_best([one for one in same if _supported(one, len(selector.exact)) and one.touching >= sides])
    if good:
        return Place(good.start, good.end, 1.0 if text[good.start : good.end] == selector.exact else 0.95, "exact")
    return _elsewhere(text, selector, same)


def _stands_at(text: str, selector: Selector, end: int) -> bool:
    """Say whether the words stand where they stood; the text may have grown since at its end."""
    after = text[end : end + CONTEXT]
    grown = len(selector.suffix) < CONTEXT and after.startswith(selector.suffix)
    return (grown or after == selector.suffix) and selector.exact == text[selector.start : end] and (
        selector.prefix == text[max(0, selector.start - CONTEXT) : selector.start])


def _elsewhere(text: str, selector: Selector, same: list[_Found]) -> Place:
    words = fold_text(selector.exact)
    if not selector.prefix.strip() and not selector.suffix.strip():
        whole = [one for one in same if _is_whole(text, one.start, one.end)]
        if len(whole) == 1 and len(words) >= _TYPED:
            return Place(whole[0].start, whole[0].end, 0.9, "exact" if len(words) >= _SHORT else "approximate")
    folded = fold_once(text)
    near = candidates(folded.text, words, fold_text(selector.prefix), fold_text(selector.suffix), SUPPORTED_FROM)
    changed = [_measured(text, selector, *folded.place(one.start, one.end), one.similarity) for one in near]
    changed = [one for one in changed if all(one.end <= s.start or s.end <= one.start for s in same)]
    best = _clear_best([one for one in (*same, *changed) if _enough(one, len(words))])
    if best is None:
        return _ORPHAN
    return Place(best.start, best.end, min(best.similarity, 0.9), "approximate")


def _supported(found: _Found, length: int) -> bool:
    """Say whether the surroundings are the old ones: on one side for words that say much themselves, else on both."""
    return (found.around if length >= _SHORT else found.both) >= AROUND_FROM


def _enough(found: _Found, length: int) -> bool:
    if _supported(found, length) and (found.touching or length >= _SHORT):
        return found.similarity >= SUPPORTED_FROM
    return length >= _SHORT and found.similarity >= APPROXIMATE_FROM


def _clear_best(found: Iterable[_Found]) -> _Found | None:
    ranked = sorted(found, key=lambda one: -(one.similarity + one.both))
    if len(ranked) > 1:
        first, second = ranked[0], ranked[1]
        if first.similarity + first.both - second.similarity - second.both < _CLEARLY:
            return None
    return ranked[0] if ranked else None


def _measured(text: str, selector: Selector, start: int, end: int, how_alike: float) -> _Found:
    before, after = fold_text(selector.prefix), fold_text(selector.suffix)
    left = fold_text(text[max(0, start - 3 * CONTEXT) : start])[-len(before) :] if before else ""
    right = fold_text(text[end : end + 3 * CONTEXT])[: len(after)]
    sides = [(similarity(old, new), len(old)) for old, new in ((before, left), (after, right))
             if len(old) >= _LEAST_SIDE]
    touching = (left.endswith(before[-_NEAR:]) if before else not text[:start].strip()) + (
        right.startswith(after[:_NEAR]) if after else not text[end:].strip())
    if not sides:
        return _Found(start, end, how_alike, 0.0, 0.0, touching)
    both = sum(score * size for score, size in sides) / sum(size for _, size in sides)
    return _Found(start, end, how_alike, max(score for score, _ in sides), both, touching)


def _occurrences(text: str, words: str) -> list[tuple[int, int]]:
    """Return the places of the very same characters, none of them with a part of a character at its edge."""
    found: list[tuple[int, int]] = []
    start = text.find(words) if words else -1
    while start >= 0 and len(found) < _MOST_PLACES:
        end = start + len(words)
        if not _inside_character(text, start) and not _inside_character(text, end):
            found.append((start, end))
        start = text.find(words, start + 1)
    return found


def _folded_occurrences(text: str, words: str) -> list[tuple[int, int]]:
    folded = fold_once(text)
    wanted = fold_text(words)
    return [folded.place(start, end) for start, end in _occurrences(folded.text, wanted)
            if not folded.cuts(start) and not folded.cuts(end)]


def _inside_character(text: str, position: int) -> bool:
    return 0 < position < len(text) and (goes_on(text[position]) or text[position - 1] == "\u200d")


def _is_whole(text: str, start: int, end: int) -> bool:
    before = start == 0 or not (text[start - 1].isalnum() and text[start].isalnum())
    return before and (end >= len(text) or not (text[end - 1].isalnum() and text[end].isalnum()))
