"""What every article store does: the real one and the fake that other tests use."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from pkm_app.library.articles import Articles
from pkm_app.library.database import Database
from pkm_app.seek.lists import place_of
from pkm_app.seek.model import Entry, Feed, FeedUpdate
from tests.fakes.articles import FakeArticles

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
FEED = Feed("feed-a", "http://a.example/feed", title="Alpha", folder="Learning", why="worth it")


@pytest.fixture(params=["real", "fake"])
def store(request: pytest.FixtureRequest, tmp_path: Path):
    if request.param == "fake":
        yield FakeArticles()
        return
    db = Database(tmp_path / "pkm.db")
    yield Articles(db)
    db.close()


def entry(name: str, hours_ago: int | None = 0, **fields) -> Entry:
    known = {"uid": f"uid-{name}", "url": f"http://a.example/{name}", "title": f"Title {name}", "author": "Ann",
             "published": None if hours_ago is None else NOW - timedelta(hours=hours_ago),
             "html": f"<p>Text {name}</p>", "text": f"Text {name}", "language": "en", "digest": f"digest-{name}"}
    return Entry(**{**known, **fields})


def fill(store, *names: str, feed: Feed = FEED) -> None:
    store.put_feed(feed)
    store.apply(FeedUpdate(feed, tuple((name, entry(name, n)) for n, name in enumerate(names))), NOW)


def ids(articles) -> list[str]:
    return [article.article_id for article in articles]


def test_a_new_store_is_empty(store):
    assert list(store.feeds()) == []
    assert store.feed("feed-a") is None
    assert store.article("a") is None
    assert store.article_by_url("http://a.example/a") is None
    assert store.body("a") is None
    assert list(store.articles("all")) == []
    assert list(store.entries_of("feed-a")) == []
    assert store.count("inbox") == 0


def test_feeds_stand_by_folder_and_title_whatever_their_case(store):
    store.put_feeds([Feed("1", "x", "beta", folder="B"), Feed("2", "x", "Alpha", folder="b"), Feed("3", "x", "Zeta"),
                     Feed("4", "x", "eta")])
    assert [feed.feed_id for feed in store.feeds()] == ["4", "3", "2", "1"]


def test_an_applied_entry_is_an_article_with_a_body(store):
    fill(store, "a")
    article = store.article("a")
    assert (article.feed_title, article.title, article.url) == ("Alpha", "Title a", "http://a.example/a")
    assert (article.published, article.fetched, article.excerpt) == (NOW, NOW, "Text a")
    assert (article.read, article.kept, article.later, article.done) == (False, False, False, False)
    assert article == store.article_by_url("http://a.example/a") == store.article_by_url("https://a.example/a/?utm_id=x")
    body = store.body("a")
    assert (body.html, body.text, body.digest) == ("<p>Text a</p>", "Text a", "digest-a")
    stored = store.entries_of("feed-a")[0]
    assert (stored.article_id, stored.uid, stored.url, stored.digest) == (
        "a", "uid-a", "http://a.example/a", "digest-a")


def test_apply_takes_over_what_the_fetch_learnt_and_leaves_what_the_person_chose(store):
    store.put_feed(FEED)
    fetched = replace(FEED, title="Alpha anew", status="fine", etag='"1"', last_ok=NOW)
    store.put_feed(replace(FEED, folder="Moved", why="still", local=True))  # while the fetch ran
    store.apply(FeedUpdate(fetched), NOW)
    assert store.feed("feed-a") == replace(fetched, folder="Moved", why="still", local=True)


def test_a_feed_dropped_during_its_fetch_stays_dropped(store):
    store.put_feed(FEED)
    store.drop_feed("feed-a")
    store.apply(FeedUpdate(FEED, (("a", entry("a")),)), NOW)
    assert list(store.feeds()) == []
    assert list(store.articles("all")) == []


def test_many_updates_are_applied_in_turn(store):
    other = Feed("feed-b", "http://b.example/feed", title="Beta")
    store.put_feeds([FEED, other])
    store.apply_many([FeedUpdate(FEED, (("a", entry("a")),)), FeedUpdate(other, (("b", entry("b", 1)),)),
                      FeedUpdate(FEED, (), (("a", entry("a", title="Second")),))], NOW)
    assert [(a.article_id, a.feed_title, a.title) for a in store.articles("all")] == [
        ("a", "Alpha", "Second"), ("b", "Beta", "Title b")]


def test_the_same_entry_twice_is_one_article(store):
    fill(store, "a")
    store.apply(FeedUpdate(FEED, (("a", entry("a")), ("a", entry("a")))), NOW)
    assert ids(store.articles("all")) == ["a"]
    assert store.count("all") == 1


def test_a_changed_entry_keeps_its_id_its_marks_and_when_it_came(store):
    fill(store, "a", "b")
    store.set_mark(["a"], "read", True)
    later = NOW + timedelta(days=1)
    store.apply(FeedUpdate(FEED, (), (("a", entry("a", 5, title="New", text="other", digest="d2")),)), later)
    article = store.article("a")
    assert (article.title, article.excerpt, article.read, article.fetched) == ("New", "other", True, NOW)
    assert ids(store.articles("all")) == ["b", "a"]
    assert store.body("a").digest == "d2"
    assert [e.digest for e in store.entries_of("feed-a") if e.article_id == "a"] == ["d2"]


def test_times_of_any_zone_are_put_in_one_order(store):
    amsterdam = timezone(timedelta(hours=1))
    store.put_feed(FEED)
    store.apply(FeedUpdate(FEED, (
        ("early", entry("early", published=datetime(2026, 11, 23, 9, 30, tzinfo=amsterdam))),
        ("late", entry("late", published=datetime(2026, 11, 23, 9, 0, tzinfo=UTC))),
        ("exact", entry("exact", published=datetime(2026, 11, 23, 9, 0, 0, 500000, tzinfo=UTC))),
        ("undated", entry("undated", None)))), NOW - timedelta(hours=3))
    assert ids(store.articles("all")) == ["exact", "late", "early", "undated"]
    assert store.article("early").published == datetime(2026, 11, 23, 8, 30, tzinfo=UTC)
    assert store.article("undated").published is None


@pytest.mark.parametrize("limit", [1, 2, 3, 100])
@pytest.mark.parametrize("view", ["inbox", "all", "kept", "later"])
def test_pages_by_key_give_each_article_once(store, limit, view):
    names = [f"n{n:02}" for n in range(13)]
    store.put_feed(FEED)
    store.apply(FeedUpdate(FEED, tuple((name, entry(name, n // 4)) for n, name in enumerate(names))), NOW)
    if view in ("kept", "later"):
        store.set_mark(names, view, True)
    seen, before = [], None
    while page := store.articles(view, limit=limit, before=before):
        seen += page
        before = ((page[-1].published or page[-1].fetched).isoformat(), page[-1].article_id)
    assert sorted(ids(seen)) == names
    assert seen == sorted(seen, key=lambda a: (a.published, a.article_id), reverse=True)


def test_views_show_what_was_marked(store):
    fill(store, "a", "b", "c", "d", "e")
    store.set_mark(["b"], "kept", True)
    store.set_mark(["c"], "later", True)
    store.set_mark(["d"], "done", True)
    store.set_mark(["a", "unknown"], "read", True)
    assert ids(store.articles("inbox")) == ["a", "e"]
    assert ids(store.articles("kept")) == ["b"]
    assert ids(store.articles("later")) == ["c"]
    assert ids(store.articles("all")) == ["a", "b", "c", "d", "e"]
    assert [store.count(view) for view in ("inbox", "kept", "later", "all")] == [1, 1, 1, 5]
    assert store.feed("feed-a").unread == 1
    for mark, name in (("kept", "b"), ("later", "c"), ("done", "d"), ("read", "a")):
        store.set_mark([name], mark, False)
    assert ids(store.articles("inbox")) == ["a", "b", "c", "d", "e"]
    assert store.count("inbox") == store.feed("feed-a").unread == 5


def test_lists_and_counts_of_one_feed(store):
    fill(store, "a", "b", "c")
    fill(store, "x", "y", feed=Feed("feed-b", "http://b.example/feed", title="Beta"))
    store.set_mark(["a", "x"], "kept", True)
    assert ids(store.articles("inbox", "feed-a")) == ["b", "c"]
    assert ids(store.articles("kept", "feed-b")) == ["x"]
    assert ids(store.articles("all", "feed-b")) == ["x", "y"]
    assert (store.count("inbox", "feed-a"), store.count("kept", "feed-b"), store.count("all", "nobody")) == (2, 1, 0)


def test_dropping_a_feed_leaves_what_was_kept_with_the_name_it_came_from(store):
    fill(store, "a", "b", "c")
    store.set_mark(["a"], "kept", True)
    store.set_mark(["b"], "later", True)
    store.drop_feed("feed-a")
    assert [(a.article_id, a.feed_title) for a in store.articles("all")] == [("a", "Alpha"), ("b", "Alpha")]
    assert store.body("c") is None
    assert store.count("all") == 2
    store.drop_feed("feed-a")
    assert ids(store.articles("all")) == ["a", "b"]


def test_marks_are_set_wherever_the_articles_are_said_to_stand(store):
    fill(store, "a", "b", "c", "d")
    right, wrong = {one.article_id: place_of(one) for one in store.articles("all")}, "2025-01-01T00:00:00+00:00"
    store.set_mark(["a", "b", "unknown"], "read", True, [right["a"], (wrong, "b"), right["c"], (wrong, "unknown")])
    assert ids([article for article in store.articles("all") if article.read]) == ["a", "b"]
    store.set_mark(["a", "b"], "read", False, [right["b"], right["a"]])
    assert not any(article.read for article in store.articles("all"))


def test_marks_outlive_the_article(store):
    fill(store, "a")
    store.set_mark(["a"], "read", True)
    store.set_mark(["a"], "done", True)
    store.drop_feed("feed-a")
    assert store.article("a") is None
    fill(store, "a")
    article = store.article("a")
    assert (article.read, article.done, article.kept) == (True, True, False)
    assert store.count("inbox") == 0


def test_the_same_address_from_another_feed_is_known(store):
    fill(store, "a")
    store.set_mark(["a"], "read", True)
    other = Feed("feed-b", "http://b.example/feed")
    store.put_feed(other)
    store.apply(FeedUpdate(other, (("twin", entry("a")), ("alone", entry("alone", url="")))), NOW)
    assert store.article("twin").read
    assert not store.article("alone").read


def test_marks_of_the_vault_reach_articles_here_and_those_to_come(store):
    fill(store, "a")
    store.adopt_marks([("http://a.example/a", "read", True), ("http://a.example/b", "kept", True),
                       ("http://a.example/b", "later", True), ("http://a.example/b", "later", False),
                       ("", "read", True)])
    assert store.article("a").read
    store.apply(FeedUpdate(FEED, (("b", entry("b")),)), NOW)
    article = store.article("b")
    assert (article.kept, article.later, article.read) == (True, False, False)


def test_what_a_person_does_now_outdates_what_the_vault_said(store):
    store.adopt_marks([("http://a.example/a", "read", True)])
    fill(store, "a")
    store.set_mark(["a"], "read", False)
    store.drop_feed("feed-a")
    fill(store, "a")
    assert not store.article("a").read


def test_ids_by_their_beginning(store):
    fill(store, *(f"ab{n:02}" for n in range(12)), "ac", "b")
    assert list(store.ids_starting("ab")) == [f"ab{n:02}" for n in range(10)]
    assert list(store.ids_starting("ac")) == ["ac"]
    assert list(store.ids_starting("zz")) == []
    assert list(store.ids_starting("a%")) == list(store.ids_starting("a_")) == []


LEARNING = {
    "nl": "In gemeenschappen wordt van elkaar geleerd, en café's doen mee.",
    "en": "Communities of practice: people were learning together.",
    "other": "Nothing of the kind stands here.",
}


def learned(store) -> None:
    store.put_feed(FEED)
    store.apply(FeedUpdate(FEED, tuple(
        (name, entry(name, n, title=f"On {name}", text=text)) for n, (name, text) in enumerate(LEARNING.items()))), NOW)


@pytest.mark.parametrize(("query", "found"), [
    ("geleerd", {"nl"}), ("leren", {"nl"}), ("gemeenschap", {"nl"}), ("Gemeenschappen", {"nl"}),
    ("community", {"en"}), ("learn", {"en"}), ("communities learned", {"en"}), ("cafe", {"nl"}), ("CAFÉ", {"nl"}),
    ("community gemeenschap", set()), ("", set()), ("  ", set()), ("?!", set()),
])
def test_words_are_found_in_any_dutch_or_english_form(store, query, found):
    learned(store)
    assert {hit.id for hit in store.search_articles(query, 10)} == found
    if query.strip():
        assert set(ids(store.articles("all", search=query))) == found


def test_a_list_can_be_narrowed_and_paged(store):
    learned(store)
    store.set_mark(["en"], "kept", True)
    assert ids(store.articles("kept", search="community")) == ["en"]
    assert ids(store.articles("inbox", search="community")) == []
    assert ids(store.articles("inbox", "feed-a", search="on", before=(NOW.isoformat(), "nl"))) == ["other"]


def test_trap_17_the_very_words_come_before_other_forms(store):
    store.put_feed(FEED)
    store.apply(FeedUpdate(FEED, (
        ("form", entry("form", text="learned learned learned learned", title="learned")),
        ("exact", entry("exact", text="Somebody is learning here, among many other words that dilute it.")))), NOW)
    hits = store.search_articles("learning", 10)
    assert [hit.id for hit in hits] == ["exact", "form"]
    assert 1 >= hits[0].score > hits[1].score > 0
    assert "⟦learning⟧" in hits[0].snippet
    assert [hit.id for hit in store.search_articles("learning", 1)] == ["exact"]


def test_changed_and_dropped_words_are_no_longer_found(store):
    learned(store)
    store.apply(FeedUpdate(FEED, (), (("en", entry("en", text="quite different")),
                                      ("en", entry("en", text="third version")))), NOW)
    assert [*store.search_articles("communities", 10), *store.search_articles("different", 10)] == []
    assert [hit.id for hit in store.search_articles("third", 10)] == ["en"]
    store.drop_feed("feed-a")
    assert list(store.search_articles("third", 10)) == []
