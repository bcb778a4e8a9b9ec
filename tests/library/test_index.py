"""Finding in the vault."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pkm_app.content.asked import Asked
from pkm_app.library.index_reading import Reading, opened
from pkm_app.library.index_search import find
from pkm_app.library.index_terms import MAX_EXPANSION
from pkm_app.sense.search import Wanted
from tests import systems
from tests.library.vaults import Bench, make_bench, queue

SOURCE = """---
id: src1
type: source
title: An introduction to Scaffolded Social Learning
author: Julian Stodd
tags: [learning]
---
> Social Learning is about the conversations that surround this

^hl-7f3k2m9qax

What I think: *emphasised* [[Other note|with a link]].

> p. 14 says something of wisdom

^hl-0000000001
"""

FILES = {
    "notes/Samen.md": "---\nid: n1\ntitle: Samen leren\nmaturity: baked\n---\nIn gemeenschappen wordt veel geleerd, "
                      "ook in een café.\n",
    "notes/Together.md": "# Together\n\nCommunities are where people were learning.\n",
    "sources/Stodd.md": SOURCE,
    "drafts/Finds.md": "---\nid: d1\ntype: draft\ntitle: Friday's Finds\n---\nA draft about gardens.\n",
    "people/Julian.md": "---\nid: p1\ntype: person\ntitle: Julian Stodd\nprivate: true\n---\nMet at a conference.\n",
    "notes/Secret.md": "---\nid: s1\nprivate: true\n---\nOnly for me: zwijgplicht %% private\nheimelijk\n%%\n",
    "shared/2026.md": "---\ntype: shared\n---\nA draft about gardens.\n",
}


@pytest.fixture
def bench(tmp_path: Path):
    made = make_bench(tmp_path)
    yield made
    made.db.close()


@pytest.fixture
def filled(bench: Bench) -> Bench:
    bench.write(FILES)
    bench.drain()
    return bench


@pytest.fixture(scope="module")
def reading(tmp_path_factory: pytest.TempPathFactory):
    """As ``filled``, for tests that only look."""
    made = make_bench(tmp_path_factory.mktemp("reading"))
    made.write(FILES)
    made.drain()
    yield made
    made.db.close()


@pytest.mark.parametrize(("query", "ids"), [
    ("gemeenschap", {"n1"}), ("gemeenschappen", {"n1"}), ("leren", {"n1"}), ("geleerd", {"n1"}),
    ("community", {"notes/Together.md"}), ("communities", {"notes/Together.md"}),
    ("learn", {"notes/Together.md", "src1", "hl-7f3k2m9qax", "hl-0000000001"}),
    ("cafe", {"n1"}), ("CAFÉ", {"n1"}), ("zwijgplicht", {"s1"}), ("heimelijk", {"s1"}), ("conference", {"p1"}),
    ("gardens", {"d1"}), ("learn gardens", set()), ("stodd conversations", {"src1", "hl-7f3k2m9qax"}),
    ("gemeen*", {"n1"}), ("conv* surr*", {"src1", "hl-7f3k2m9qax"}), ('"conversations that surround"',
                                                                    {"src1", "hl-7f3k2m9qax"}),
    ('"surround conversations"', set()), ("", set()), ("?!", set()), ("2026", set()),
])
def test_words_are_found_in_any_dutch_or_english_form(reading: Bench, query: str, ids: set[str]):
    assert set(reading.find(query)) == ids


def test_a_find_says_what_it_is_and_where(reading: Bench):
    hits = {hit.id: hit for hit in reading.indexer.search("conversations", (), 10)[0]}
    source, highlight = hits["src1"], hits["hl-7f3k2m9qax"]
    assert (source.kind, source.path) == ("source", "sources/Stodd.md")
    assert (highlight.kind, highlight.title, highlight.path) == (
        "highlight", "An introduction to Scaffolded Social Learning", "sources/Stodd.md")
    assert highlight.snippet.startswith("Social Learning is about the ⟦conversations⟧ that surround this")
    assert 1 >= highlight.score > 0.5


def test_kinds_narrow_a_search(reading: Bench):
    assert set(reading.find("stodd", "source")) == {"src1"}
    assert set(reading.find("stodd", "highlight", "note")) == {"hl-7f3k2m9qax", "hl-0000000001", "p1"}
    assert reading.find("stodd", "draft") == []
    assert len(reading.find("stodd", limit=1)) == 1


def test_trap_17_the_very_words_come_before_other_forms(bench: Bench):
    bench.write({
        "notes/form.md": "# Learned\n\nlearned learned learned learned\n",
        "notes/exact.md": "# Exact\n\nSomebody is learning, among " + "many other words that dilute it " * 20,
        "notes/title.md": "# Learning\n\nmuch else\n"})
    bench.drain()
    assert bench.find("learning") == ["notes/title.md", "notes/exact.md", "notes/form.md"]
    assert bench.find("learned") == ["notes/form.md", *bench.find("learned")[1:]]
    scores = [hit.score for hit in bench.indexer.search("learning", (), 10)[0]]
    assert scores == sorted(scores, reverse=True)
    assert scores[1] > 0.5 > scores[2] > 0


def test_a_changed_file_is_found_by_its_new_words_only_and_a_deleted_one_by_none(filled: Bench):
    filled.write({"notes/Samen.md": "quite different words\n", "sources/Stodd.md": None})
    filled.drain()
    assert filled.find("gemeenschap") == []
    assert filled.find("different") == ["notes/Samen.md"]
    assert filled.find("stodd") == ["p1"]


def test_what_was_just_saved_is_found_without_waiting_for_anything(filled: Bench):
    filled.write({"notes/New.md": "brandnew\n"})
    assert filled.find("brandnew") == ["notes/New.md"]


def test_another_spelling_is_offered_from_the_words_that_are_there(reading: Bench):
    hits, meant = reading.indexer.search("comunities lerning", (), 10)
    assert ([hit.id for hit in hits], meant) == (["notes/Together.md"], "communities learning")
    assert 0 < hits[0].score < 0.05  # nearly so, below whatever is spelled so
    assert reading.indexer.search("communities", (), 10)[1] == ""
    assert reading.indexer.search("qqqqqqqqqq", (), 10)[1] == ""


def test_trap_16_a_short_beginning_does_not_expand_without_end(bench: Bench):
    blocks = "".join(f"> ab{n:05} beginning\n\n^hl-{n:010}\n\n" for n in range(MAX_EXPANSION + 50))
    bench.write({"sources/many.md": f"---\nid: many\ntype: source\ntitle: Many\n---\n{blocks}"})
    bench.drain()
    assert len(bench.find("beginning", "highlight", limit=1000)) == MAX_EXPANSION + 50
    assert len(bench.find("ab*", "highlight", limit=1000)) == MAX_EXPANSION
    assert bench.find("a* beginning") == []  # one letter is a word, not a beginning


def test_trap_16_a_search_stops_when_its_time_is_over(bench: Bench):
    blocks = "".join(f"> word {n}\n\n^hl-{n:010}\n\n" for n in range(500))
    bench.write({"sources/many.md": f"---\nid: many\ntype: source\ntitle: Many\n---\n{blocks}"})
    bench.drain()
    reading = Reading(bench.indexer._place())
    assert not find(reading.parts(), Wanted("word", limit=5)).cut
    answer = find(reading.parts(), Wanted("word", limit=5), seconds=0.0)
    reading.close()
    assert (answer.hits, answer.cut) == ((), True)


@systems.needs_links
def test_a_link_out_of_the_vault_is_not_read(bench: Bench, tmp_path: Path):
    (tmp_path / "outside.md").write_text("outsidewords\n")
    (tmp_path / "vault" / "notes").mkdir()
    (tmp_path / "vault" / "notes" / "link.md").symlink_to(tmp_path / "outside.md")
    (tmp_path / "vault" / "notes" / "inner.md").symlink_to(tmp_path / "vault" / "real.md")
    bench.write({"real.md": "insidewords\n"})
    bench.write({"../outside.md": "outsidewords\n"})
    queue(bench.db, "notes/link.md", "notes/inner.md")
    bench.drain()
    assert bench.find("outsidewords") == []
    assert set(bench.find("insidewords")) == {"real.md", "notes/inner.md"}


def test_files_of_any_kind_do_no_harm(bench: Bench):
    bench.write({"empty.md": b"", "bytes.md": bytes(range(256)) * 20, "utf16.md": "woorden".encode("utf-16"),
                 "nul.md": b"\0" * 100, "front.md": b"---\na: [\n---\nbroken front words\n",
                 "half.md": b"half \\ud800 ---", "long.md": b"x" * 3_000_000,
                 "huge word.md": ("y" * 100_000 + " tail").encode(), "good.md": b"goodwords\n"})
    assert not [event for event in bench.drain() if type(event).__name__ == "Failed"]
    assert bench.find("goodwords") == ["good.md"]
    assert bench.find("broken") == ["front.md"]
    assert bench.find("tail") == ["huge word.md"]


@settings(max_examples=120, suppress_health_check=list(HealthCheck))
@given(query=st.one_of(
    st.text(max_size=40),
    st.lists(st.sampled_from(['"', "(", ")", "*", "^", "-", "+", "NOT", "OR", "AND", "title:", "[a TO b]", ":", "a*",
                              "?", "learning", "\0", "'", "’", "é", "ß", "🙂", "²", "_", "\u0300", "le*", '"le*']),
             max_size=8).map(" ".join)))
def test_no_query_is_a_mistake(reading: Bench, query: str):
    hits, meant = reading.indexer.search(query, (), 5)
    assert len(hits) <= 5
    assert isinstance(meant, str)


@given(text=st.text(max_size=100))
def test_a_query_is_taken_apart_within_bounds(text: str):
    asked = Asked.of(text * 30)
    assert len(asked.words) + len(asked.beginnings) <= 12
    assert all(asked.words)


def test_after_warming_up_a_search_reads_nothing_that_every_search_needs(filled: Bench) -> None:
    filled.indexer.warm()
    part, = opened(filled.indexer._place()).parts()
    read = (part._words["exact"], part._norms)
    assert read[0]
    assert read[1]
    assert filled.indexer.find(Wanted("samen")).hits
    assert opened(filled.indexer._place()).parts()[0] is part
    assert (part._words["exact"], part._norms) == read
    assert all(one is other for one, other in zip((part._words["exact"], part._norms), read, strict=True))


def test_warming_up_without_an_index_builds_none(bench: Bench) -> None:
    bench.write(FILES)
    bench.indexer.warm()
    assert not bench.indexer._place().may_open()
    bench.drain()
    assert bench.indexer.find(Wanted("samen")).hits
