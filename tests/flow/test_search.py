from __future__ import annotations

from collections.abc import Sequence

import pytest

from pkm_app.base.errors import Refused
from pkm_app.flow.search import PLACES, SearchAll
from pkm_app.sense.model import Hit


class Index:
    """Answers both sides with what it was given, and remembers what it was asked."""

    def __init__(self, *hits: Hit) -> None:
        self.hits = hits
        self.asked: list[tuple[str, tuple[str, ...], int]] = []

    def search(self, query: str, kinds: Sequence[str], limit: int) -> tuple[Sequence[Hit], str]:
        self.asked.append((query, tuple(kinds), limit))
        return [hit for hit in self.hits if hit.kind in kinds], "community"

    def search_articles(self, query: str, limit: int) -> Sequence[Hit]:
        self.asked.append((query, ("article",), limit))
        return [hit for hit in self.hits if hit.kind == "article"]


def hit(kind: str, score: float) -> Hit:
    return Hit(kind, kind, kind, "", score)  # type: ignore[arg-type]


def test_all_places_in_one_order_ones_own_notes_a_little_first() -> None:
    index = Index(hit("article", 0.8), hit("note", 0.75), hit("draft", 0.9), hit("source", 0.1), hit("highlight", 0.2))
    found = SearchAll(index, index).search("words")
    assert [h.kind for h in found.hits] == ["draft", "note", "article", "highlight", "source"]
    assert found.did_you_mean == "community"
    assert [h.kind for h in SearchAll(index, index).search("words", limit=2).hits] == ["draft", "note"]


def test_only_the_places_named_are_asked() -> None:
    index = Index()
    SearchAll(index, index).search("words", ("articles",), 7)
    SearchAll(index, index).search("words", ("notes", "drafts"), 7)
    assert index.asked == [("words", ("article",), 7), ("words", ("note", "draft"), 7)]


def test_no_words_find_nothing_and_an_unknown_place_is_refused() -> None:
    index = Index(hit("note", 1))
    assert SearchAll(index, index).search("  ").hits == ()
    assert index.asked == []
    with pytest.raises(Refused) as caught:
        SearchAll(index, index).search("x", ("attic",))
    assert all(place in str(caught.value) for place in PLACES)
