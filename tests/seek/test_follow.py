import pytest

from pkm_app.base.errors import NetworkProblem, NotFound, Refused, StorageProblem
from pkm_app.base.events import Changed
from pkm_app.seek.follow import Wish
from tests.fakes.seek import Page, html, rss
from tests.seek.conftest import run

FEED = "https://blog.example/feed/"


def test_following_writes_the_list_and_brings_the_first_articles(world):
    world.serve(FEED, rss(1, 2, 3))
    world.serve("https://blog.example/", html("/feed/"), "text/html")
    followed, events = run(world.seek.follow("blog.example", folder=" People / Dutch ", why="She knows"))
    assert (followed.title, followed.address, followed.new) == ("A blog", FEED, 3)
    (item,) = world.subscriptions.load()
    assert (item.address, item.title, item.site, item.folder, item.why) == (
        FEED, "A blog", "https://blog.example/", "People/Dutch", "She knows")
    (feed,) = world.seek.feeds()
    assert (feed.feed_id, feed.status, feed.folder, feed.why, feed.unread) == (
        followed.feed_id, "fine", "People/Dutch", "She knows", 3)
    assert Changed("feeds", (feed.feed_id,)) in events
    assert Changed("articles", (feed.feed_id,)) in events
    result, _ = run(world.seek.refresh())
    assert [r.outcome for r in result] == ["waiting"]


def test_all_that_was_tried_is_told_each_reason_once(world):
    wish = Wish(tuple((f"https://h{n}.example/feed",) for n in range(5)), typed=False, title="Ann")
    for n in range(5):
        world.web.pages[f"https://h{n}.example/feed"] = Page(problem=NetworkProblem("{n} failed.", "gone", n=min(n, 3)))
    with pytest.raises(NotFound) as caught:
        run(world.seek._following.find(wish))
    assert str(caught.value) == "No feed of “Ann” can be followed now. 0 failed. 1 failed. 2 failed. 3 failed."


@pytest.mark.parametrize("again", [FEED, "http://blog.example/feed", "feed:" + FEED, "blog.example", "a-blog"])
def test_a_known_address_is_not_followed_twice(world, again):
    world.serve(FEED, rss(1))
    world.serve("https://blog.example/", html("/feed/"), "text/html")
    run(world.seek.follow(FEED))
    with pytest.raises(Refused, match="“A blog” already"):
        run(world.seek.follow(again))
    assert len(world.seek.feeds()) == 1
    assert world.addresses() == [FEED]


def test_a_recommended_source_is_followed_by_its_id_at_the_first_address_that_works(world):
    world.serve(FEED, rss(1))
    followed, _ = run(world.seek.follow("a-blog"))
    assert followed.address == FEED
    assert not any(request.typed for request in world.web.requests)
    assert world.seek.catalogue()[0].followed


def test_a_source_without_any_address_is_refused(world):
    with pytest.raises(Refused, match="A book"):
        run(world.seek.follow("a-book"))


def test_only_a_typed_host_is_kept_as_local(world):
    world.serve("http://127.0.0.1:8080/", html("/feed", "https://far.example/feed"), "text/html")
    world.serve("https://far.example/feed", rss(1))
    run(world.seek.follow("127.0.0.1:8080"))
    assert not world.subscriptions.load()[0].local
    world.serve("http://127.0.0.1:8080/feed", rss(1))
    run(world.seek.follow("127.0.0.1:8080"))
    assert world.subscriptions.load()[1].local
    assert world.seek.find_feed("http://127.0.0.1:8080/feed").local


def test_a_feed_without_a_name_is_called_by_its_host(world):
    world.serve(FEED, rss(1, title=""))
    assert run(world.seek.follow(FEED))[0].title == "blog.example"


@pytest.mark.parametrize(("typed", "kind"), [
    ("nowhere.example", NetworkProblem), ("https://blog.example/", NotFound), ("just words", Refused),
])
def test_what_cannot_be_followed_leaves_no_trace(world, typed, kind):
    world.serve("https://blog.example/", html(), "text/html")
    with pytest.raises(kind):
        run(world.seek.follow(typed))
    assert world.subscriptions.data == b""
    assert world.seek.feeds() == []


def test_a_list_that_cannot_be_read_is_not_overwritten(world):
    world.serve(FEED, rss(1))
    world.subscriptions.broken = True
    with pytest.raises(StorageProblem):
        run(world.seek.follow(FEED))
    assert world.seek.feeds() == []
    assert world.subscriptions.writes == 0


@pytest.mark.parametrize("steps", range(6))
def test_a_crash_at_any_step_is_healed_by_the_next_refresh(world, steps):
    world.serve(FEED, rss(1, 2))
    operation = world.seek.follow(FEED)
    try:
        for _ in range(steps):
            next(operation)
    except StopIteration:
        pass
    operation.close()
    listed = FEED in world.addresses()
    assert listed or not world.seek.feeds()
    run(world.seek.refresh())
    assert len(world.seek.articles("all")) == (2 if listed else 0)
    assert len(world.seek.feeds()) == len(world.addresses())


def test_the_list_is_written_before_the_store_knows(world):
    """The store fails: the list has the feed, and the next refresh brings it."""
    world.serve(FEED, rss(1))
    full = StorageProblem("The disk is full.")
    real = world.store.put_feed

    def no_room(feed):
        raise full

    world.store.put_feed = no_room
    with pytest.raises(StorageProblem):
        run(world.seek.follow(FEED))
    assert world.addresses() == [FEED]
    world.store.put_feed = real
    run(world.seek.refresh())
    assert len(world.seek.articles()) == 1


def test_unfollowing_keeps_what_was_kept(world):
    world.serve(FEED, rss(1, 2, 3))
    run(world.seek.follow(FEED))
    kept, later, _ = world.seek.articles()
    world.seek.mark([kept.article_id], "kept", True)
    world.seek.mark([later.article_id], "later", True)
    gone = world.seek.unfollow("A blog")
    assert gone.address == FEED
    assert world.addresses() == []
    assert {a.article_id for a in world.seek.articles("all")} == {kept.article_id, later.article_id}
    followed, _ = run(world.seek.follow(FEED))
    assert followed.new == 1
    assert len(world.seek.articles("all")) == 3


def test_who_moved_in_where_a_feed_moved_out_is_another_feed(world):
    world.serve(FEED, rss(1))
    run(world.seek.follow(FEED))
    world.web.pages[FEED] = Page(to="https://new.example/feed", permanent=True)
    world.serve("https://new.example/feed", rss(1, 2))
    for _ in range(3):
        run(world.seek.refresh(force=True))
        world.clock.forward(days=1)
    world.serve(FEED, rss(1, title="Someone else"))
    followed, _ = run(world.seek.follow(FEED))
    assert {feed.address for feed in world.seek.feeds()} == {FEED, "https://new.example/feed"}
    assert followed.new == 1
