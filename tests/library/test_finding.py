"""Fields, counts, compound words, other terms, and spelling, in the vault and in the stream."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pkm_app.content.asked import Asked, Field, field_text, is_narrowed, terms_in, toggled
from pkm_app.sense.search import Answer, Wanted
from tests.library.vaults import Bench, make_bench

SAME = (("werkplekleren", "workplace learning"), ("gemeenschap", "community"))
FILES = {
    "notes/nl.md": "---\nid: nl\ntitle: Werkplekleren\ntags: [onderwijs/werk, praktijk]\nlang: nl\nmaturity: seed\n"
                   "created: 2024-05-03T10:00:00+02:00\n---\nWerkplekleren vraagt tijd. Zie [[Stodd - Scaffolded]].\n",
    "notes/en.md": "---\nid: en\ntitle: On the job\ntags: [work]\nlang: en\nmaturity: baked\n"
                   "created: 2025-11-20\n---\nWorkplace learning takes time.\n",
    "notes/leren.md": "---\nid: leren\ntitle: Kort\nlang: nl\ncreated: 2025-12-31\n---\nOver leren op de werkplek.\n",
    "notes/mine.md": "---\nid: mine\ntitle: Only mine\nlang: en\nprivate: true\ncreated: 2023-01-01\n---\nA diary.\n",
    "sources/Stodd - Scaffolded.md": "---\nid: src\ntype: source\ntitle: Scaffolded learning\nauthor: Julian Stodd\n"
                                     "url: https://julianstodd.example/a\npublished: 2016-02-01\nlang: en\n---\n"
                                     "> Conversations surround us\n\n^hl-0000000001\n\nMine.\n",
}


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory):
    made = make_bench(tmp_path_factory.mktemp("finding"))
    made.write(FILES)
    made.drain()
    yield made
    made.db.close()


def ids(bench: Bench, query: str, **more: object) -> list[str]:
    return [hit.id for hit in bench.indexer.find(Wanted(query, **more)).hits]  # type: ignore[arg-type]


@pytest.mark.parametrize(("query", "found"), [
    ("tag:onderwijs", {"nl"}), ("tag:onderwijs/werk", {"nl"}), ("tag:#praktijk", {"nl"}), ("tag:wer", set()),
    ("author:stodd", {"src", "hl-0000000001"}), ("auteur:jul", {"src", "hl-0000000001"}),
    ("lang:en time", {"en"}), ("taal:nl", {"nl", "leren"}), ("maturity:baked", {"en"}), ("rijpheid:kiem", {"nl"}),
    ("source:stodd", {"nl", "src", "hl-0000000001"}), ("source:julianstodd.example kind:source", {"src"}),
    ("before:2017", {"src", "hl-0000000001"}), ("after:2025-11-20", {"en", "leren"}), ("after:2025-11-21", {"leren"}),
    ("before:2025-11-20 after:2024", {"nl"}), ("year:2025", {"en", "leren"}), ("vanaf:2025-12", {"leren"}),
    ("is:private", {"mine"}), ("is:public lang:en kind:note", {"en"}), ("is:note year:2024", {"nl"}),
    ("-lang:en kind:note", {"nl", "leren"}), ("tijd -vraagt", set()), ("time -workplace", set()),
    ("kind:article", set()), ('tag:"onderwijs/werk" tijd', {"nl"}), ("tag:nothing", set()),
])
def test_fields_narrow(bench: Bench, query: str, found: set[str]):
    assert set(ids(bench, query)) == found


@pytest.mark.parametrize("query", ["before:tomorrow", "year:20", "kind:cheese", "is:", "tag:", "after:2025-13",
                                   "before:2025-02-99", "title:x", "lang:"])
def test_what_is_no_field_is_words_or_nothing_and_never_a_mistake(bench: Bench, query: str):
    assert isinstance(bench.indexer.find(Wanted(query, counts=True)), Answer)


def test_a_date_that_is_none_stays_words():
    assert Asked.of("before:tomorrow").words == ("before", "tomorrow")
    assert Asked.of("before:2025-05 x").fields == (Field("before", "20250501"),)


def test_compound_words_are_found_by_their_parts_below_the_word_itself(bench: Bench):
    assert ids(bench, "leren") == ["leren", "nl"]
    assert ids(bench, "werkplek") == ["leren", "nl"]
    assert ids(bench, "werkplekleren") == ["nl", "leren"]  # and what it is put together from, further down
    scores = {hit.id: hit.score for hit in bench.indexer.find(Wanted("leren")).hits}
    assert scores["leren"] > 0.5 > 0.2 > scores["nl"] > 0
    assert "⟦Werkplekleren⟧" in {hit.id: hit.snippet for hit in bench.indexer.find(Wanted("leren")).hits}["nl"]


def test_the_last_word_may_go_on_while_one_types(bench: Bench):
    assert ids(bench, "werkpl", typing=True)[0] == "nl"
    assert ids(bench, "we") == []
    assert ids(bench, "tijd w", typing=True) == ["nl"]  # one letter says nothing yet
    assert set(ids(bench, "ti", typing=True)) == {"nl", "en"}


def test_terms_for_the_same_find_the_other_language_below(bench: Bench):
    assert ids(bench, "workplace learning", same=SAME)[:2] == ["en", "nl"]
    assert ids(bench, "werkplekleren", same=SAME)[0] == "nl"
    assert "en" in ids(bench, "werkplekleren", same=SAME)
    assert "en" not in ids(bench, "werkplekleren")
    found = {hit.id: hit.snippet for hit in bench.indexer.find(Wanted("werkplekleren", same=SAME)).hits}
    assert "⟦Workplace⟧ ⟦learning⟧" in found["en"]


def test_terms_stand_in_a_text_in_any_form():
    assert terms_in("Over gemeenschappen", SAME) == [SAME[1]]
    assert terms_in("learning workplace", SAME) == []
    assert terms_in("Learn: the workplace learning of today", SAME) == [SAME[0]]


def test_near_spelling_when_asked_and_when_nothing_is_spelled_so(bench: Bench):
    assert ids(bench, "werkpleklren~") == ["nl"]
    answer = bench.indexer.find(Wanted("conversatoins"))
    assert ({hit.id for hit in answer.hits}, answer.did_you_mean) == ({"src", "hl-0000000001"}, "conversations")
    assert bench.indexer.find(Wanted("lang:en tiem")).did_you_mean == "lang:en time"


def test_finds_are_counted_by_kind_tag_language_and_year(bench: Bench):
    answer = bench.indexer.find(Wanted("kind:note", counts=True, limit=1))
    assert (answer.total, len(answer.hits)) == (4, 1)
    assert dict(answer.facets["lang"]) == {"nl": 2, "en": 2}
    assert dict(answer.facets["tag"]) == {"onderwijs": 1, "onderwijs/werk": 1, "praktijk": 1, "work": 1}
    assert dict(answer.facets["year"]) == {"2024": 1, "2025": 2, "2023": 1}
    assert dict(answer.facets["kind"]) == {"note": 4}
    assert dict(bench.indexer.find(Wanted("time", counts=True)).facets["kind"]) == {"note": 1}


def test_a_find_says_when_and_in_which_language(bench: Bench):
    hit, = bench.indexer.find(Wanted("workplace")).hits
    assert (hit.date, hit.lang) == ("2025-11-20", "en")


def test_loosely_the_rarest_words_count_most(bench: Bench):
    found = ids(bench, "workplace learning qqqq diary", loosely=True)
    assert set(found) >= {"en", "mine"}


def test_trap_16_hostile_queries_end(bench: Bench):
    begun = time.monotonic()
    for query in ("a* " * 500, "ab~ " * 500, '"a a" ' * 300, "tag:a " * 500, "-x " * 500, "x" * 100_000, "aa* " * 12,
                  'author:"' + "a " * 900 + '"', "werk* leren~ " * 40, "before:2020 " * 50, "(" * 2000, "\0" * 50):
        bench.indexer.find(Wanted(query, counts=True, same=SAME, typing=True))
    assert time.monotonic() - begun < 60  # a machine that has nothing else to do needs less than one


@given(text=st.text(max_size=60), typing=st.booleans())
def test_any_text_is_taken_apart(text: str, typing: bool):
    asked = Asked.of(text, typing, SAME)
    assert all(word for unit in asked.units for word in unit.words)
    assert len(asked.units) <= 12


def test_many_small_saves_do_not_make_many_parts(tmp_path: Path):
    made = make_bench(tmp_path)
    for number in range(30):
        made.write({f"n{number}.md": f"word{number} everywhere\n"})
        made.drain()
    assert len(made.find("everywhere", limit=100)) == 30
    assert len(list(made.folder.glob("*.seg"))) <= 10
    made.write({"n3.md": None, "n4.md": "other\n"})
    made.drain()
    assert len(made.find("everywhere", limit=100)) == 28
    made.db.close()


@pytest.mark.parametrize(("query", "name", "value", "after"), [
    ("words", "tag", "a/b", "words tag:a/b"), ("words tag:a/b", "tag", "a/b", "words"), ("", "lang", "nl", "lang:nl"),
    ("x tag:a", "tag", "ab", "x tag:a tag:ab"), ("year:2024 x", "year", "2024", "x"),
    ('x tag:"a b"', "tag", "a b", "x"), ("x", "tag", "a b", 'x tag:"a b"'), ("x tag:ab", "tag", "a", "x tag:ab tag:a"),
    ("a taal:nl b", "lang", "nl", "a b"), ("soort:Notitie kind:note", "kind", "note", ""),
    ("-tag:a", "tag", "a", "-tag:a tag:a"),
])
def test_narrowing_stands_in_the_words(query: str, name: str, value: str, after: str) -> None:
    assert toggled(query, name, value) == after


@pytest.mark.parametrize(("name", "value", "dutch"), [
    ("kind", "note", "soort:notitie"), ("kind", "highlight", "soort:markering"), ("kind", "source", "soort:bron"),
    ("kind", "article", "soort:artikel"), ("kind", "draft", "soort:concept"), ("lang", "nl", "taal:nl"),
    ("year", "2024", "jaar:2024"), ("tag", "draft", "tag:draft"), ("maturity", "half-baked", 'rijpheid:"in de maak"'),
])
def test_a_field_in_dutch_means_the_same(name: str, value: str, dutch: str) -> None:
    assert field_text(name, value, "nl") == dutch
    assert Asked.of(dutch) == Asked.of(field_text(name, value))
    assert is_narrowed(f"words {dutch}", name, value)


def test_a_tag_is_never_taken_for_the_name_of_a_kind() -> None:
    assert Asked.of("tag:concept auteur:half").fields == (Field("tag", "concept"), Field("author", "half"))
