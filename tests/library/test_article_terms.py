"""Words of the stream that are spelled nearly as what was typed."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from pkm_app.library.articles import Articles
from pkm_app.library.database import Database
from pkm_app.seek.model import Entry, Feed, FeedUpdate
from pkm_app.sense.search import Wanted

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
TEXTS = {
    "jarche": "Harold Jarche writes about sensemaking.",
    "nl": "Op de werkplek leren we samen; ideeën van de coördinator.",
    "march": "In March we marched.",
}


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory):
    folder: Path = tmp_path_factory.mktemp("terms")
    db = Database(folder / "pkm.db")
    articles = Articles(db)
    feed = Feed("f", "http://f.example/feed", "F")
    articles.put_feed(feed)
    articles.apply(FeedUpdate(feed, tuple(
        (name, Entry(name, f"http://f.example/{name}", f"On {name}", text=text, html=f"<p>{text}</p>"))
        for name, text in TEXTS.items())), NOW)
    yield articles
    db.close()


@pytest.mark.parametrize(("query", "found", "meant"), [
    ("jarhce", {"jarche"}, "jarche"), ("ajrche", {"jarche"}, "jarche"), ("sensemakng", {"jarche"}, "sensemaking"),
    ("Werkplke samen", {"nl"}, "werkplek samen"), ("coordinatro", {"nl"}, "coordinator"),
    ("kind:article jarhce", {"jarche"}, "kind:article jarche"), ("tag:x jarhce", set(), ""),
    ("jarche", {"jarche"}, ""), ("marching", {"march"}, ""), ("zzzzqqq", set(), ""), ("jrc", set(), ""),
    ('"jarhce writes"', set(), ""),
])
def test_words_that_nothing_has_are_found_by_those_spelled_nearly_so(store: Articles, query, found, meant) -> None:
    answer = store.find_articles(Wanted(query))
    assert ({hit.id for hit in answer.hits}, answer.did_you_mean) == (found, meant)


def test_a_tilde_asks_for_words_spelled_nearly_so(store: Articles) -> None:
    assert {hit.id for hit in store.find_articles(Wanted("marche~")).hits} == {"march"}
    hits = store.find_articles(Wanted("jarche~ counts", counts=True)).hits
    assert hits == ()
    answer = store.find_articles(Wanted("jarches~", counts=True))
    assert (answer.total, "⟦" in answer.hits[0].snippet or "\ue000" in answer.hits[0].snippet) == (1, True)


def test_the_very_word_comes_before_one_spelled_nearly_so(store: Articles) -> None:
    hits = store.find_articles(Wanted("on~ march~")).hits
    assert hits[0].id == "march"
    assert all(hit.score <= 0.05 for hit in store.find_articles(Wanted("jarhce")).hits)


def test_reading_stays_reading(store: Articles) -> None:
    """Listing the words needs something in memory; the connection cannot write afterwards any more than before."""
    store.find_articles(Wanted("jarhce"))
    with pytest.raises(Exception, match="readonly"):
        store._db.read(lambda connection: connection.execute("DELETE FROM articles"))
