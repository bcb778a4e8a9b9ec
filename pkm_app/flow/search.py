"""One search over everything: notes, highlights and drafts from the vault, articles from the stream."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from pkm_app.base.errors import Problem, Refused
from pkm_app.content.asked import terms_in
from pkm_app.sense.model import Hit
from pkm_app.sense.ports import ArticleSearch, VaultSearch
from pkm_app.sense.search import FACETS, Answer, Groups, Wanted

PLACES = ("notes", "highlights", "articles", "drafts", "sources")
_KINDS = {"notes": "note", "highlights": "highlight", "drafts": "draft", "sources": "source"}
_OWN_WORDS_FIRST = 1.15  # what one wrote oneself is what one most often looks for


@dataclass(frozen=True, slots=True)
class Found:
    """The finds, best first, and another spelling that would find more ("" when there is none).

    ``total`` is how many there are in all and ``facets`` counts them, where that was asked. ``trouble`` says why the
    vault could not be searched; what the stream has is there all the same. ``cut``: the time was over before all was
    looked at.
    """

    hits: tuple[Hit, ...]
    did_you_mean: str = ""
    total: int = 0
    facets: Mapping[str, tuple[tuple[str, int], ...]] = field(default_factory=dict)
    trouble: Problem | None = None
    cut: bool = False


def no_terms() -> Groups:
    """Return an empty term list."""
    return ()


class SearchAll:
    """Asks the vault's index and the stream's, and puts the answers in one order. ``terms`` gives the term list."""

    def __init__(self, vault: VaultSearch, articles: ArticleSearch, terms: Callable[[], Groups] = no_terms) -> None:
        self._vault = vault
        self._articles = articles
        self._terms = terms

    def search(self, query: str, places: Sequence[str] = (), limit: int = 50, typing: bool = False,
               counts: bool = False) -> Found:
        """Find in the given places (all of them when none is named). Raises Refused for an unknown place.

        ``typing``: the last word may go on. ``counts``: count all there is by kind, tag, language and year.
        """
        places = tuple(places) or PLACES
        for place in places:
            if place not in PLACES:
                raise Refused("“{place}” is no place to search: choose from {places}.", place=place,
                              places=", ".join(PLACES))
        if not query.strip():
            return Found(())
        trouble: Problem | None = None
        same: Groups = ()
        try:
            same = tuple(tuple(group) for group in terms_in(query, self._terms()))
        except Problem as problem:  # the file of the terms: searching goes on without them
            trouble = problem
        kinds = tuple(_KINDS[place] for place in places if place in _KINDS)
        vault = articles = Answer()
        if kinds:
            chosen = () if len(kinds) == len(_KINDS) else kinds
            try:
                vault = self._vault.find(Wanted(query, chosen, limit, typing, counts, same))
            except Problem as problem:
                if "articles" not in places:
                    raise
                trouble = problem
        if "articles" in places:
            articles = self._articles.find_articles(Wanted(query, (), limit, typing, counts, same))
        hits = sorted((*vault.hits, *articles.hits),
                      key=lambda hit: -hit.score * (_OWN_WORDS_FIRST if hit.kind == "note" else 1.0))
        return Found(tuple(hits[:limit]), _meant(vault, articles), vault.total + articles.total,
                     {name: _summed(vault, articles, name) for name in FACETS} if counts else {}, trouble,
                     vault.cut or articles.cut)


def _meant(vault: Answer, articles: Answer) -> str:
    """Another spelling, unless one of the two has the words as they were typed."""
    if any(answer.hits and not answer.did_you_mean for answer in (vault, articles)):
        return ""
    return vault.did_you_mean or articles.did_you_mean


def _summed(one: Answer, other: Answer, name: str) -> tuple[tuple[str, int], ...]:
    counted: dict[str, int] = {}
    for value, number in (*one.facets.get(name, ()), *other.facets.get(name, ())):
        counted[value] = counted.get(value, 0) + number
    if name == "year":
        return tuple(sorted(counted.items(), reverse=True))
    return tuple(sorted(counted.items(), key=lambda item: (-item[1], item[0])))
