"""What a person captured, in every article store: the real one and the fake."""

from pkm_app.seek.model import CAPTURED
from tests.contracts.test_article_store import NOW, entry, fill, ids
from tests.contracts.test_article_store import store as _store

store = _store


def test_what_was_captured_is_an_article_of_no_feed(store):
    store.put_captured("c1", entry("c1", url=""), "a.example", NOW)
    found = store.article("c1")
    assert (found.feed_id, found.feed_title, found.title, found.url) == (CAPTURED, "a.example", "Title c1", "")
    assert ids(store.articles("inbox")) == ids(store.articles("all", CAPTURED)) == ["c1"]
    assert list(store.feeds()) == []
    store.set_mark(["c1"], "kept", True)
    store.put_captured("c1", entry("c1", title="Again", text="Other words", url=""), "b.example", NOW)
    again = store.article("c1")
    assert (again.title, again.feed_title, again.kept, again.fetched) == ("Again", "b.example", True, found.fetched)
    assert [hit.id for hit in store.search_articles("other", 5)] == ["c1"]


def test_capturing_what_a_feed_brought_leaves_it_to_the_feed(store):
    fill(store, "a")
    store.put_captured("a", entry("other", title="Mine"), "elsewhere", NOW)
    assert (store.article("a").feed_id, store.article("a").feed_title) == ("feed-a", "Alpha")
    assert [known.uid for known in store.entries_of("feed-a")] == ["uid-a"]


def test_what_was_captured_can_be_forgotten_and_comes_again_with_its_marks(store):
    fill(store, "a")
    store.put_captured("c1", entry("c1", text="Rare words", url=""), "a.example", NOW)
    store.set_mark(["c1"], "kept", True)
    for article_id in ("c1", "a", "unknown"):
        store.drop_captured(article_id)
    assert store.article("c1") is None
    assert store.body("c1") is None
    assert store.search_articles("rare", 5) == []
    assert store.article("a") is not None
    store.put_captured("c1", entry("c1", text="Rare words", url=""), "a.example", NOW)
    assert store.article("c1").kept
    assert [hit.id for hit in store.search_articles("rare", 5)] == ["c1"]
