"""One article in two feeds is new once, on every store: what is done with one counts for the other."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pkm_app.seek.model import Feed, FeedUpdate
from tests.contracts.test_article_store import NOW, entry, fill, ids, store

__all__ = ["store"]  # the fixture: the real store and the fake one
CATEGORY = Feed("feed-b", "http://a.example/category/feed", title="Category")


def follow_both(store, **different: str) -> None:
    """The main feed has a and b, the category feed a once more."""
    fill(store, "a", "b")
    store.put_feed(CATEGORY)
    store.apply(FeedUpdate(CATEGORY, (("a2", replace(entry("a"), **different)),)), NOW)


def test_it_is_in_the_inbox_once_and_in_each_feed(store):
    follow_both(store)
    assert ids(store.articles("inbox")) == ["a", "b"]
    assert ids(store.articles("all", "feed-b")) == ["a2"]
    assert (store.count("inbox"), store.feed("feed-b").unread) == (2, 0)


def test_those_that_come_together_are_one_as_well(store):
    store.put_feeds([Feed("feed-a", "http://a.example/feed"), CATEGORY])
    store.apply_many([FeedUpdate(store.feed("feed-a"), (("a", entry("a")),)),
                      FeedUpdate(CATEGORY, (("a2", entry("a")),))], NOW)
    assert ids(store.articles("inbox")) == ["a"]


@pytest.mark.parametrize("different", [
    {"url": "http://a.example/other"}, {"uid": "another", "digest": "another"}])
def test_another_address_or_another_ones_words_about_it_are_another_article(store, different):
    follow_both(store, **different)
    assert sorted(ids(store.articles("inbox"))) == ["a", "a2", "b"]


@pytest.mark.parametrize("different", [{"uid": "another"}, {"digest": "another"}])
def test_the_same_id_or_the_same_words_at_one_address_are_the_same_article(store, different):
    follow_both(store, **different)
    assert ids(store.articles("inbox")) == ["a", "b"]


@pytest.mark.parametrize("marked", ["a", "a2"])
def test_read_counts_for_both_and_so_does_unread(store, marked):
    follow_both(store)
    store.set_mark([marked], "read", True)
    assert (store.article("a").read, store.article("a2").read, store.article("b").read) == (True, True, False)
    store.set_mark([marked], "read", False)
    assert (store.article("a").read, store.article("a2").read) == (False, False)


@pytest.mark.parametrize("mark", ["kept", "later", "done"])
def test_what_leaves_the_inbox_leaves_it_altogether_and_comes_back_once(store, mark):
    follow_both(store)
    store.set_mark(["a2"], "done", False)  # as both stood before this was known
    assert sorted(ids(store.articles("inbox"))) == ["a", "a2", "b"]
    store.set_mark(["a2"], mark, True)
    assert ids(store.articles("inbox")) == ["b"]
    if mark != "done":
        assert ids(store.articles(mark)) == ["a2"]
    store.set_mark(["a2"], mark, False)
    assert ids(store.articles("inbox")) == ["a2", "b"]


def test_what_is_kept_in_both_stays_kept_in_both(store):
    follow_both(store)
    store.set_mark(["a", "a2"], "kept", True)
    store.set_mark(["a"], "done", True)
    assert (store.article("a").kept, store.article("a2").kept, store.article("a2").done) == (True, True, True)


@pytest.mark.parametrize(("mark", "on", "found"), [
    ("kept", True, {"a"}), ("later", True, {"a"}), ("done", True, {"a", "a2"}), ("read", True, {"a", "a2"})])
def test_what_the_vault_says_of_an_address_shows_once(store, mark, on, found):
    follow_both(store)
    store.adopt_marks([("http://a.example/a", mark, on)])
    assert {name for name in ("a", "a2") if getattr(store.article(name), mark)} == found
    store.adopt_marks([("http://a.example/a", "done", False)])
    assert not {"a", "a2"} <= set(ids(store.articles("inbox")))


@pytest.mark.parametrize("read", [False, True])
def test_when_the_first_feed_goes_the_other_shows_what_still_waited(store, read):
    follow_both(store)
    store.set_mark(["a"], "read", read)
    store.drop_feed("feed-a")
    assert ids(store.articles("inbox")) == ["a2"]
    assert store.article("a2").read is read


def test_when_the_first_feed_goes_what_was_done_stays_done(store):
    follow_both(store)
    store.set_mark(["a"], "done", True)
    store.drop_feed("feed-a")
    assert ids(store.articles("inbox")) == []
    follow = Feed("feed-a", "http://a.example/feed")
    store.put_feed(follow)
    store.apply(FeedUpdate(follow, (("a", entry("a")),)), NOW)
    assert ids(store.articles("inbox")) == []
