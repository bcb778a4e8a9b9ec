"""One search over everything: notes, highlights and drafts from the vault, articles from the stream."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pkm_app.base.errors import Refused
from pkm_app.sense.model import Hit
from pkm_app.sense.ports import ArticleSearch, VaultSearch

PLACES = ("notes", "highlights", "articles", "drafts", "sources")
_KINDS = {"notes": "note", "highlights": "highlight", "drafts": "draft", "sources": "source"}
_OWN_WORDS_FIRST = 1.15  # what one wrote oneself is what one most often looks for


@dataclass(frozen=True, slots=True)
class Found:
    """The finds, best first, and another spelling that would find more ("" when there is none)."""

    hits: tuple[Hit, ...]
    did_you_mean: str = ""


class SearchAll:
    """Asks the vault's index and the stream's, and puts the answers in one order."""

    def __init__(self, vault: VaultSearch, articles: ArticleSearch) -> None:
        self._vault = vault
        self._articles = articles

    def search(self, query: str, places: Sequence[str] = (), limit: int = 50) -> Found:
        """Find in the given places (all of them when none is named). Raises Refused for an unknown place."""
        places = tuple(places) or PLACES
        for place in places:
            if place not in PLACES:
                raise Refused("“{place}” is no place to search: choose from {places}.", place=place,
                              places=", ".join(PLACES))
        if not query.strip():
            return Found(())
        hits: list[Hit] = []
        suggestion = ""
        kinds = [_KINDS[place] for place in places if place in _KINDS]
        if kinds:
            found, suggestion = self._vault.search(query, kinds, limit)
            hits += found
        if "articles" in places:
            hits += self._articles.search_articles(query, limit)
        hits.sort(key=lambda hit: -hit.score * (_OWN_WORDS_FIRST if hit.kind == "note" else 1.0))
        return Found(tuple(hits[:limit]), suggestion)
