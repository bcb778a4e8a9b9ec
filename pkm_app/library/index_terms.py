"""For one thing that is asked, the terms of the index that answer it, the nearest first.

Tier 0 is the word as it was typed; 1 another Dutch or English form of it; 2 a word that it is a part of (werkplekleren
for leren), that begins so, that it is put together from, or another term for the same; 3 a word spelled nearly so.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz import process
from rapidfuzz.distance import OSA

from pkm_app.content.asked import Unit
from pkm_app.content.stems import stems
from pkm_app.library.index_reading import Part

MAX_EXPANSION = 200  # words that one beginning, or one part of a word, may stand for
_SHORT_EXPANSION = 60  # of a beginning of two or three letters
_LEAST_PART, _LEAST_REST = 4, 3  # letters of a part of a word, and of the rest of it
_NEAR = 12
EXACT, FORM, PART, NEAR = range(4)


@dataclass(frozen=True, slots=True)
class Form:
    """What a document must have: one of the terms of each group, a field and a word each. ``weight`` is by how much
    they count."""

    tier: int
    groups: tuple[tuple[tuple[str, str], ...], ...]
    weight: float = 1.0


def _exact(tier: int, weight: float, *words: str, field: str = "exact") -> Form:
    return Form(tier, tuple(((field, word),) for word in words), weight)


def _stemmed(tier: int, weight: float, *words: str) -> Form:
    """A word that is its own stem stands in the index once, as it is written."""
    return Form(tier, tuple(tuple((field, stem) for stem in stems(word) for field in ("stems", "exact"))
                            for word in words), weight)


def forms(part: Part, unit: Unit, explicit: bool = False) -> Iterator[Form]:
    """Yield what answers a unit in a part of the index. ``explicit``: a beginning that was asked for is as typed."""
    if len(unit.words) == 1:
        yield from _of_word(part, unit, explicit)
    else:
        yield _exact(EXACT, 1.0, *unit.words)
        yield _stemmed(FORM, 0.5, *unit.words)
    for other in unit.instead:
        yield _exact(PART, 0.6, *other)
        yield _stemmed(PART, 0.5, *other)


def _of_word(part: Part, unit: Unit, explicit: bool) -> Iterator[Form]:
    word = unit.words[0]
    yield _exact(EXACT, 1.0, word)
    yield _exact(EXACT, 4.0, word, field="exact_title")
    if not (explicit and unit.begins):
        yield _stemmed(FORM, 0.5, word)
    if unit.begins:
        most = MAX_EXPANSION if explicit or len(word) > _LEAST_REST else _SHORT_EXPANSION
        for other in _shortest(part.beginning(word), word, most):
            yield _exact(EXACT if explicit else PART, 0.4, other)
    else:
        yield from _compounds(part, word)
    if unit.near:
        for other in near(part, word):
            yield _exact(NEAR, 0.3, other)


def _compounds(part: Part, word: str) -> Iterator[Form]:
    """Words that the word is a part of, at their beginning or end, and the two that it is put together from."""
    if len(word) < _LEAST_PART:
        return
    least = len(word) + _LEAST_REST
    longer = [other for other in (*part.beginning(word), *part.ending(word)) if len(other) >= least]
    for other in _shortest(longer, word, MAX_EXPANSION):
        yield _exact(PART, 0.4, other)
    for cut in range(_LEAST_PART, len(word) - _LEAST_PART + 1):
        first, second = word[:cut], word[cut:]
        first = first if part.has("exact", first) else first[:-1] if first.endswith("s") else ""
        if len(first) >= _LEAST_PART and part.has("exact", first) and part.has("exact", second):
            yield _exact(PART, 0.3, first, second)


def near(part: Part, word: str) -> list[str]:
    """Return words that are spelled nearly so, the nearest first."""
    if len(word) < _LEAST_PART:
        return []
    most = 1 if len(word) < 6 else 2
    size = len(word)
    among = [other for other in part.beginning(word[0]) if abs(len(other) - size) <= most]
    among += [other for other in part.beginning(word[1]) if other[1:2] == word[0] and abs(len(other) - size) <= most]
    found = process.extract(word, among, scorer=OSA.distance, score_cutoff=most, limit=_NEAR)
    return [other for other, distance, _ in sorted(found, key=lambda one: one[1]) if distance]


def _shortest(found: list[str], word: str, most: int) -> list[str]:
    others = dict.fromkeys(other for other in found if other != word)
    return sorted(others, key=len)[:most] if len(others) > most else list(others)


