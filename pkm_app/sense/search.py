"""What is asked of a search, and what it answers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from pkm_app.sense.model import Hit

FACETS = ("kind", "tag", "lang", "year")
Groups = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Wanted:
    """A question.

    ``kinds``: only these, all when empty. ``typing``: the last word may go on. ``counts``: count by facets. ``same``:
    groups of terms that mean the same. ``loosely``: what has some of the words will do, the rarest count most.
    ``bare``: no snippets.
    """

    query: str
    kinds: tuple[str, ...] = ()
    limit: int = 50
    typing: bool = False
    counts: bool = False
    same: Groups = ()
    loosely: bool = False
    bare: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """The finds, best first. ``total`` is how many there are in all; ``facets`` counts all of them by kind, tag,
    language and year, the most first; ``did_you_mean`` is a query that would find more, or "". ``cut``: the time was
    over before all was looked at."""

    hits: tuple[Hit, ...] = ()
    did_you_mean: str = ""
    total: int = 0
    facets: Mapping[str, tuple[tuple[str, int], ...]] = field(default_factory=dict)
    cut: bool = False
