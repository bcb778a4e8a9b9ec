import pytest

from pkm_app.base.errors import Ambiguous, NotFound, Problem
from pkm_app.base.ids import derived_id
from pkm_app.seek.catalogue import Catalogue
from pkm_app.seek.model import Entry, Feed, FeedUpdate
from tests.fakes.seek import rss
from tests.seek.conftest import run

FEED = "https://blog.example/feed/"


def test_a_feed_is_found_by_id_beginning_address_or_title(world):
    world.serve(FEED, rss(1))
    run(world.seek.follow(FEED))
    (feed,) = world.seek.feeds()
    for name in (feed.feed_id, feed.feed_id[:4], FEED, "http://blog.example/feed", "a BLOG", f" {feed.feed_id[:6]} "):
        assert world.seek.find_feed(name) == feed
    for name in ("", "nonsense", "https://other.example/"):
        with pytest.raises(NotFound):
            world.seek.find_feed(name)


def test_what_fits_several_is_ambiguous_and_shows_them(world):
    world.store.put_feeds([Feed("abc1", "https://a.example/", "One"), Feed("abc2", "https://b.example/", "Two"),
                           Feed("abc", "https://c.example/", "Three")])
    with pytest.raises(Ambiguous, match="abc1 One"):
        world.seek.find_feed("ab")
    assert world.seek.find_feed("abc").title == "Three"
    world.store.apply(FeedUpdate(Feed("abc", ""), new=(
        ("xyz1", Entry("1", "https://a.example/1", "One")), ("xyz2", Entry("2", "", "Two")))), world.clock())
    with pytest.raises(Ambiguous, match="xyz1, xyz2"):
        world.seek.find_article("xyz")
    assert world.seek.find_article("xyz2").title == "Two"
    assert world.seek.find_article("https://a.example/1").title == "One"
    for name in ("", "q", "https://a.example/2"):
        with pytest.raises(NotFound):
            world.seek.find_article(name)


def test_a_mark_is_logged_by_address_before_it_is_set(world):
    world.serve(FEED, rss(1, 2))
    run(world.seek.follow(FEED))
    one, two = world.seek.articles()
    world.seek.mark([one.article_id, "unknown"], "read", True)
    assert [(url, mark, on) for url, mark, on, _ in world.marks.lines] == [(one.url, "read", True)]
    assert world.marks.lines[0][3] == world.clock()
    assert world.seek.find_article(one.article_id).read
    assert not world.seek.find_article(two.article_id).read
    assert world.seek.count("inbox") == 1
    world.seek.mark(["unknown"], "read", True)
    assert len(world.marks.lines) == 1

    def broken(urls, mark, on, at):
        raise Problem("The folder cannot be written.")

    world.marks.append = broken
    with pytest.raises(Problem):
        world.seek.mark([two.article_id], "kept", True)
    assert not world.seek.find_article(two.article_id).kept


def test_an_article_keeps_its_id_when_the_database_is_made_anew(world):
    world.serve(FEED, rss(1))
    run(world.seek.follow(FEED))
    other = type(world)(web=world.web, subscriptions=world.subscriptions)
    run(other.seek.refresh())
    assert other.seek.articles()[0].article_id == world.seek.articles()[0].article_id
    assert world.seek.articles()[0].article_id == derived_id(derived_id(FEED), "post-1")


@pytest.mark.parametrize("data", [b"", b"- 1", b"sources: 3", b"sources: [1]", b"sources: [{name: x}]", b"\xff\xfe\x00",
                                  b"a: [", b"sources: [{id: !!python/object:os.system x, name: y}]"])
def test_a_damaged_catalogue_is_said_to_be_damaged(data):
    with pytest.raises(Problem, match="damaged"):
        Catalogue(data).listing()
