"""Finding in the parts of the index: which documents, in which order, and how many by kind, tag, language and year."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace
from heapq import nlargest
from math import log

from pkm_app.content.asked import Asked, Unit
from pkm_app.content.stems import fold, stems, words
from pkm_app.library.index_documents import mark
from pkm_app.library.index_reading import Part
from pkm_app.library.index_terms import Form, forms, near
from pkm_app.library.snippets import snippet
from pkm_app.sense.model import Hit
from pkm_app.sense.search import FACETS, Answer, Wanted

SEARCH_SECONDS = 2.0
_FLOORS = ((0.5, 0.5), (0.2, 0.3), (0.05, 0.15), (0.0, 0.05))  # for each tier, its lowest score and its height
_HALF_WAY = 12.0  # the weight at which a score is half of its tier
_MOST_COUNTED = 300  # values of one facet that are counted
_MOST_SHOWN = 30
_TOO_COMMON = 0.3  # a word in more than this share of all says little, where some of the words will do


class Deadline:
    """When to stop."""

    def __init__(self, seconds: float = SEARCH_SECONDS) -> None:
        self._end = time.monotonic() + seconds
        self.passed = False

    def over(self) -> bool:
        """Say whether the time is over, and remember it."""
        self.passed = self.passed or time.monotonic() > self._end
        return self.passed


@dataclass(slots=True)
class _Unit:
    """What answers one unit in one part: for each document the nearest tier, and how much it counts."""

    tiers: dict[int, int] = field(default_factory=dict)
    weights: dict[int, float] = field(default_factory=dict)


def find(parts: Sequence[Part], wanted: Wanted, seconds: float = SEARCH_SECONDS) -> Answer:
    """Find, best first; with words that nothing has, by those that are spelled nearly so.

    Stops when the time is over, with what was found until then.
    """
    asked = Asked.of(wanted.query, wanted.typing, wanted.same)
    deadline = Deadline(seconds)
    if not asked or wanted.limit < 1:
        return Answer()
    answer = _found(parts, asked, wanted, deadline)
    meant = "" if wanted.loosely else _other_spelling(parts, asked, wanted.query)
    if meant and not answer.hits and not asked.rows and not deadline.over():
        nearly = replace(asked, units=tuple(replace(unit, near=True) for unit in asked.units))
        answer = _found(parts, nearly, wanted, deadline)
    return replace(answer, did_you_mean=meant, cut=deadline.passed)


def _found(parts: Sequence[Part], asked: Asked, wanted: Wanted, deadline: Deadline) -> Answer:
    total = sum(part.size for part in parts)
    scored: list[tuple[float, str, int, int]] = []
    counts: dict[str, Counter[str]] = {name: Counter() for name in FACETS}
    number = 0
    matched: set[str] = set()
    for place, part in enumerate(parts):
        scores = _scores(part, asked, wanted, total, deadline, matched)
        number += len(scores)
        if wanted.counts:
            _count(part, scores.keys(), counts)
        scored += ((score, "", place, document) for document, score in nlargest(
            wanted.limit, scores.items(), key=lambda one: one[1]))
        if deadline.over():
            break
    best = nlargest(wanted.limit, scored, key=lambda one: one[0])
    marked = (frozenset({*asked.words, *matched}), frozenset(
        stem for unit in asked.units for word in _all_words(unit) for stem in stems(word)), asked.beginnings)
    hits = tuple(_hit(parts[place], document, score, None if wanted.bare else marked)
                 for score, _, place, document in best)
    return Answer(hits, total=number, facets={name: tuple(counts[name].most_common(_MOST_SHOWN)) for name in FACETS}
                  if wanted.counts else {})


def _all_words(unit: Unit) -> Iterable[str]:
    yield from () if unit.begins else unit.words
    for other in unit.instead:
        yield from other


def _hit(part: Part, document: int, score: float,
         marked: tuple[frozenset[str], frozenset[str], tuple[str, ...]] | None) -> Hit:
    stored = part.reader.stored_fields(document)
    return Hit(stored["kind"], stored["id"], stored["title"], snippet(stored["text"], *marked) if marked else "",
               score, stored["path"], stored["date"], stored["lang"])


def _scores(part: Part, asked: Asked, wanted: Wanted, total: int, deadline: Deadline, matched: set[str]
            ) -> dict[int, float]:
    """The documents of a part that answer, each with its score."""
    allowed = _narrowed(part, asked, wanted.kinds)
    if not asked.units:
        return dict.fromkeys(_without(part, asked, set(range(part.size)) if allowed is None else allowed), 0.5)
    units: list[_Unit] = []
    for unit in asked.units:
        explicit = not wanted.typing
        units.append(_answering(part, list(forms(part, unit, explicit)), allowed, total, deadline, matched))
        if wanted.loosely:
            continue
        allowed = set(units[-1].tiers)
        if not allowed:
            return {}
    if wanted.loosely:
        return _loose_scores(part, units, total)
    assert allowed is not None
    for row in asked.rows:
        allowed = _in_a_row(part, row, allowed)
    return {one: _score(units, one) for one in _without(part, asked, allowed)}


def _without(part: Part, asked: Asked, found: set[int]) -> set[int]:
    """Take out what was deleted, and what has a word that shall not be in it."""
    return found.difference(part.deleted, *(part.postings("exact", word) for word in asked.without))


def _score(units: Sequence[_Unit], document: int) -> float:
    floor, height = _FLOORS[max(unit.tiers[document] for unit in units)]
    weight = sum(unit.weights[document] for unit in units)
    return floor + height * weight / (weight + _HALF_WAY)


def _loose_scores(part: Part, units: Sequence[_Unit], total: int) -> dict[int, float]:
    """Where some of the words will do: how much they count together."""
    sums: dict[int, float] = {}
    for unit in units:
        if len(unit.tiers) <= max(10, _TOO_COMMON * part.size):
            for document, weight in unit.weights.items():
                sums[document] = sums.get(document, 0.0) + weight
    return {one: weight / (weight + _HALF_WAY) for one, weight in sums.items() if one not in part.deleted}


def _answering(part: Part, found: Sequence[Form], allowed: Collection[int] | None, total: int, deadline: Deadline,
               matched: set[str]) -> _Unit:
    answer = _Unit()
    norms = part.norms()
    for form in found:
        if deadline.over():
            break
        groups = [[part.postings(*term) for term in group] for group in form.groups]
        documents = set.intersection(*(set().union(*group) for group in groups))
        if allowed is not None:
            documents &= allowed if isinstance(allowed, (set, frozenset)) else set(allowed)
        if not documents:
            continue
        if form.tier >= 2:  # other words than those that were asked for, to be marked in snippets as well
            matched.update(term for group in form.groups for name, term in group if name == "exact")
        for group in groups:
            _weigh(answer, form, group, documents, norms, total, part.size)
    return answer


def _weigh(answer: _Unit, form: Form, group: Sequence[dict[int, float]], documents: set[int], norms: Sequence[float],
           total: int, size: int) -> None:
    """Add what the terms of a group count in these documents. BM25, its rarity guessed from this part."""
    tiers, weights = answer.tiers, answer.weights
    for postings in group:
        if not postings:
            continue
        rarity = form.weight * 2.2 * log(1 + (size - len(postings) + 0.5) / (len(postings) + 0.5))
        for one in documents & postings.keys():
            times = postings[one]
            tier = tiers.get(one)
            if tier is None or form.tier < tier:
                tiers[one] = form.tier
            weights[one] = weights.get(one, 0.0) + rarity * times / (times + norms[one])


def _narrowed(part: Part, asked: Asked, kinds: Sequence[str]) -> set[int] | None:
    """The documents that the fields leave, None for all of them."""
    allowed: set[int] | None = None
    if kinds:
        allowed = set().union(*(part.postings("marks", f"kind:{kind}") for kind in kinds))
    for one in asked.fields:
        documents = _with_field(part, one.name, one.value)
        if one.out:
            allowed = (set(range(part.size)) if allowed is None else allowed) - documents
        else:
            allowed = documents if allowed is None else allowed & documents
    return allowed


def _with_field(part: Part, name: str, value: str) -> set[int]:
    if name in ("before", "after"):
        return _with_dates(part, value, name == "before")
    if name in ("author", "source"):
        found = [set().union(*(part.postings("marks", term) for term in part.beginning(f"{name}:{fold(word.text)}",
                                                                                        "marks")))
                 for word in words(value)]
        return set.intersection(*found) if found else set()
    return set(part.postings("marks", mark(name, value)))


def _with_dates(part: Part, day: str, before: bool) -> set[int]:
    """Documents of before a day, or of that day and later: whole years, then months, then days."""
    found: set[int] = set()
    for name, said in (("year:", day[:4]), ("month:", day[:6]), ("day:", day)):
        around = said[:-2] if name != "year:" else ""
        for term in part.beginning(name + around, "marks"):
            value = term.removeprefix(name)
            if value < said if before else value > said or (name == "day:" and value == said):
                found |= part.postings("marks", term).keys()
    return found


def _in_a_row(part: Part, row: Sequence[str], allowed: set[int]) -> set[int]:
    """Those of the documents in which the words stand one after another."""
    found = set(allowed)
    for word in row:
        found &= part.postings("exact", word).keys()
    if not found:
        return found
    places = [part.positions(word, found) for word in row]
    return {one for one in found if any(
        all(start + n in places[n][one] for n in range(1, len(row))) for start in places[0][one])}


def _count(part: Part, documents: Collection[int], counts: dict[str, Counter[str]]) -> None:
    among = set(documents)
    if not among:
        return
    for name in FACETS:
        for term in part.beginning(f"{name}:", "marks")[:_MOST_COUNTED]:
            if number := len(among & part.postings("marks", term).keys()):
                counts[name][term.partition(":")[2]] += number


def _other_spelling(parts: Sequence[Part], asked: Asked, query: str) -> str:
    """Give the query with each unknown word replaced by the nearest one that is known, "" when all are known."""
    changed = query
    for unit in asked.units:
        for word in unit.words:
            begun = unit.begins and any(part.beginning(word) for part in parts)
            if begun or unit.instead or _known(parts, word):
                continue
            others = [other for part in parts for other in near(part, word)[:3]]
            if others:
                best = min(others, key=lambda other: (_apart(word, other), -_often(parts, other)))
                changed = _replaced(changed, word, best)
    return changed if changed != query else ""


def _apart(word: str, other: str) -> int:
    from rapidfuzz.distance import OSA

    return int(OSA.distance(word, other))


def _often(parts: Sequence[Part], word: str) -> int:
    return sum(len(part.postings("exact", word)) for part in parts)


def _known(parts: Sequence[Part], word: str) -> bool:
    return any(part.has(field, term) for part in parts for term in (word, *stems(word)) for field in ("exact", "stems"))


def _replaced(query: str, word: str, other: str) -> str:
    for one in words(query):
        if fold(one.text) == word:
            return query[:one.start] + other + query[one.end:]
    return query
