"""What every article store knows of feeds and of what is news: archives, changes, and the newest of each feed."""

from dataclasses import replace
from datetime import timedelta

import pytest

from pkm_app.seek.model import Feed, FeedUpdate
from tests.contracts.test_article_store import FEED, NOW, entry, fill, ids, store

__all__ = ["store"]  # the fixture: the real store and the fake one


def test_a_feed_comes_back_as_it_was_put(store):
    feed = replace(FEED, site="http://a.example", local=True, status="timeout", reason="It never answered.",
                   etag='"x"', modified="Mon, 23 Nov 2026 09:00:00 GMT", body_digest="d", last_ok=NOW,
                   next_due=NOW + timedelta(hours=1), failures=3, told='["x", {}]', ttl_minutes=90,
                   asleep="1 2 sat", moving_to="http://b.example/feed", moving_since=NOW, moving_seen=2)
    store.put_feeds([feed])
    assert store.feed("feed-a") == feed
    store.put_feed(replace(feed, title="Other", failures=0))
    assert store.feed("feed-a") == replace(feed, title="Other", failures=0)


def test_what_came_from_an_archive_is_read_and_done(store):
    store.put_feed(FEED)
    store.apply(FeedUpdate(FEED, (("a", entry("a")), ("b", entry("b"))), old=frozenset(["b"])), NOW)
    assert ids(store.articles("inbox")) == ["a"]
    assert (store.article("b").read, store.article("b").done) == (True, True)
    assert store.count("inbox") == 1


def test_what_bears_no_date_stands_in_the_order_of_its_feed(store):
    store.put_feed(FEED)
    names = "kcxeatzbdm"
    store.apply(FeedUpdate(FEED, tuple((name, entry(name, hours_ago=None)) for name in names)), NOW)
    assert "".join(ids(store.articles("all"))) == names
    store.apply(FeedUpdate(FEED, tuple((name, entry(name, hours_ago=None)) for name in "qg")), NOW + timedelta(hours=1))
    last = store.articles("all", limit=4)[-1]
    page = store.articles("all", before=(last.fetched.isoformat(), last.article_id))
    assert "".join(ids(store.articles("all"))) == "qg" + names
    assert "".join(ids(page)) == names[2:]


def test_when_an_article_changed_is_known(store):
    fill(store, "a")
    assert store.article("a").changed is None
    later = NOW + timedelta(days=1)
    store.apply(FeedUpdate(FEED, (), (("a", entry("a", url="http://a.example/elsewhere")),)), later)
    assert (store.article("a").changed, store.article("a").url) == (None, "http://a.example/elsewhere")
    store.apply(FeedUpdate(FEED, (), (("a", entry("a", digest="other")),)), later)
    assert store.article("a").changed == later
    stored = store.entries_of("feed-a")[0]
    assert (stored.title, stored.published, stored.digest) == ("Title a", NOW, "other")


def test_the_newest_of_each_feed(store):
    fill(store, "a", "b")
    other, empty = Feed("feed-b", "http://b.example/feed"), Feed("feed-c", "http://c.example/feed")
    store.put_feeds([other, empty])
    store.apply(FeedUpdate(other, (("c", entry("c", None)),)), NOW - timedelta(days=3))
    assert store.newest() == {"feed-a": NOW, "feed-b": NOW - timedelta(days=3)}


@pytest.mark.parametrize(("text", "name"), [
    ("What a short post says. And more of it.", "What a short post says"),
    ("Is it so? Yes.", "Is it so?"),
    ("word " * 40, "word " * 13 + "word…"),
    ("x" * 200, "x" * 70 + "…"),
    ("", ""),
])
def test_an_article_without_a_title_is_called_by_its_words_and_stays_the_same_article(store, text, name):
    short = entry("short", title="", text=text, html=f"<p>{text}</p>")
    store.put_feed(FEED)
    store.apply(FeedUpdate(FEED, (("short", short),)), NOW)
    assert store.article("short").title == store.articles()[0].title == name.strip()
    assert store.entries_of(FEED.feed_id)[0].title == "", "what its feed gave is what it is known by"
