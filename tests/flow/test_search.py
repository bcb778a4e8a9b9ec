from __future__ import annotations

from collections.abc import Sequence

import pytest

from pkm_app.base.errors import Refused
from pkm_app.flow.search import PLACES, SearchAll
from pkm_app.sense.model import Hit
from pkm_app.sense.search import Answer, Wanted


class Index:
    """Answers both sides with what it was given, and remembers what it was asked."""

    def __init__(self, *hits: Hit) -> None:
        self.hits = hits
        self.meant, self.meant_there = "community", "communities"
        self.asked: list[tuple[str, tuple[str, ...], int]] = []

    def search(self, query: str, kinds: Sequence[str], limit: int) -> tuple[Sequence[Hit], str]:
        answer = self.find(Wanted(query, tuple(kinds), limit))
        return answer.hits, answer.did_you_mean

    def find(self, wanted: Wanted) -> Answer:
        self.asked.append((wanted.query, wanted.kinds, wanted.limit))
        self.wanted = wanted
        hits = tuple(hit for hit in self.hits if hit.kind != "article" and hit.kind in (wanted.kinds or (hit.kind,)))
        return Answer(hits, self.meant, len(hits), {"year": (("2024", 1),), "lang": (("nl", 2),)})

    def search_articles(self, query: str, limit: int) -> Sequence[Hit]:
        return self.find_articles(Wanted(query, limit=limit)).hits

    def find_articles(self, wanted: Wanted) -> Answer:
        self.asked.append((wanted.query, ("article",), wanted.limit))
        hits = tuple(hit for hit in self.hits if hit.kind == "article")
        return Answer(hits, self.meant_there, len(hits),
                      {"year": (("2025", 3), ("2024", 1)), "lang": (("en", 3), ("nl", 1))})


class Broken(Index):
    """An index that is being built."""

    def find(self, wanted: Wanted) -> Answer:
        raise Refused("Being built.")


def hit(kind: str, score: float) -> Hit:
    return Hit(kind, kind, kind, "", score)  # type: ignore[arg-type]


def test_all_places_in_one_order_ones_own_notes_a_little_first() -> None:
    index = Index(hit("article", 0.8), hit("note", 0.75), hit("draft", 0.9), hit("source", 0.1), hit("highlight", 0.2))
    found = SearchAll(index, index).search("words")
    assert [h.kind for h in found.hits] == ["draft", "note", "article", "highlight", "source"]
    assert found.did_you_mean == "community"
    assert [h.kind for h in SearchAll(index, index).search("words", limit=2).hits] == ["draft", "note"]


def test_another_spelling_is_offered_only_where_neither_has_the_words_as_typed() -> None:
    index = Index(hit("article", 0.8), hit("note", 0.02))
    index.meant_there = ""  # the stream has the very words
    assert SearchAll(index, index).search("words").did_you_mean == ""
    index.meant, index.meant_there = "", "communities"  # the vault has them
    assert SearchAll(index, index).search("words").did_you_mean == ""
    index.hits = ()
    assert SearchAll(index, index).search("words").did_you_mean == "communities"


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


def test_counts_of_vault_and_stream_are_one() -> None:
    index = Index(hit("article", 0.8), hit("note", 0.75))
    found = SearchAll(index, index).search("words", counts=True)
    assert (found.total, found.facets["year"], found.facets["lang"]) == (
        2, (("2025", 3), ("2024", 2)), (("en", 3), ("nl", 3)))
    assert SearchAll(index, index).search("words").facets == {}


def test_the_stream_is_searched_while_the_index_is_built() -> None:
    found = SearchAll(Broken(), Index(hit("article", 0.8))).search("words")
    assert ([one.kind for one in found.hits], str(found.trouble)) == (["article"], "Being built.")
    with pytest.raises(Refused):
        SearchAll(Broken(), Index()).search("words", ("notes",))


def test_only_the_terms_that_are_asked_for_go_along() -> None:
    index = Index()
    same = (("werkplekleren", "workplace learning"), ("gesprek", "conversation"))
    SearchAll(index, index, lambda: same).search("over werkplekleren")
    assert index.wanted.same == (("werkplekleren", "workplace learning"),)


def test_a_term_list_that_cannot_be_read_is_told_and_searching_goes_on() -> None:
    def terms() -> tuple[tuple[str, ...], ...]:
        raise Refused("The file is broken.")

    index = Index(hit("note", 0.5))
    found = SearchAll(index, index, terms).search("words")
    assert (len(found.hits), str(found.trouble)) == (1, "The file is broken.")
