"""The pages of platforms lead to their feeds, by their addresses and by copies of their shapes on a made-up web."""

import pytest

from pkm_app.base.errors import NetworkProblem
from pkm_app.seek.discover import SeveralFeeds
from pkm_app.seek.platforms import likely_feeds, sure_feeds
from tests.fakes.seek import Page, html, rss
from tests.seek.conftest import run

YOUTUBE = "https://www.youtube.com/feeds/videos.xml"
CHANNEL = "UCabcdefghijklmnopqrstuv"


@pytest.mark.parametrize(("page", "feed"), [
    (f"https://www.youtube.com/channel/{CHANNEL}/videos", f"{YOUTUBE}?channel_id={CHANNEL}"),
    ("https://m.youtube.com/playlist?list=PLabcdefghijk", f"{YOUTUBE}?playlist_id=PLabcdefghijk"),
    ("https://youtube.com/watch?v=abc&list=PLabcdefghijk", f"{YOUTUBE}?playlist_id=PLabcdefghijk"),
    ("https://www.youtube.com/user/somebody", f"{YOUTUBE}?user=somebody"),
    ("https://some-blog.blogspot.com/2018/03/a-post.html", "https://some-blog.blogspot.com/feeds/posts/default"),
    ("https://some-blog.blogspot.nl/", "https://some-blog.blogspot.nl/feeds/posts/default"),
    ("https://some-blog.blogspot.com/search/label/pkm",
     "https://some-blog.blogspot.com/feeds/posts/default/-/pkm"),
    ("https://medium.com/@somebody/a-post-3f2a", "https://medium.com/feed/@somebody"),
    ("https://medium.com/a-publication", "https://medium.com/feed/a-publication"),
    ("https://medium.com/tag/learning", "https://medium.com/feed/tag/learning"),
    ("https://somebody.medium.com/a-post", "https://somebody.medium.com/feed"),
    ("https://a-letter.substack.com/p/a-post", "https://a-letter.substack.com/feed"),
    ("https://someone.wordpress.com/2015/10/30/a-post/", "https://someone.wordpress.com/feed/"),
    ("https://someone.wordpress.com/category/pkm/", "https://someone.wordpress.com/category/pkm/feed/"),
])
def test_the_feed_of_a_platform_stands_in_the_address_of_its_page(world, page, feed):
    assert sure_feeds(page)[0] == feed
    world.serve(feed, rss(1, title="Found"))
    followed, _ = run(world.seek.follow(page))
    assert (followed.address, followed.title) == (feed, "Found")
    assert [request.address for request in world.web.requests] == [feed], "the page itself was not needed"


@pytest.mark.parametrize("address", [
    "https://example.org/", "https://medium.com/", "https://substack.com/@somebody", "https://youtube.com/watch?v=x",
    "https://notyoutube.com/channel/" + CHANNEL, "https://blogspot.com.evil.example/", "https://x.wordpress.com/feed/",
    "https://medium.com.evil.example/@x", "ftp://x.substack.com/", "https://[::1/", "",
])
def test_nothing_is_claimed_of_other_pages(address):
    assert sure_feeds(address) == ()


@pytest.mark.parametrize(("page", "feed"), [
    ("https://social.example/@somebody", "https://social.example/@somebody.rss"),
    ("https://social.example/users/somebody", "https://social.example/users/somebody.rss"),
    ("https://social.example/tags/pkm", "https://social.example/tags/pkm.rss"),
    ("https://blog.example/category/pkm/", "https://blog.example/category/pkm/feed/"),
    ("https://blog.example/author/somebody", "https://blog.example/author/somebody/feed/"),
    ("https://site.example/blog", "https://site.example/blog?format=rss"),
])
def test_a_page_that_names_no_feed_is_helped_by_its_shape(world, page, feed):
    assert feed in likely_feeds(page)
    world.serve(page, html(), "text/html")
    world.serve(feed, rss(1))
    assert run(world.seek.follow(page))[0].address == feed


@pytest.mark.parametrize("address", [
    "https://www.youtube.com/watch?v=abc", "https://youtu.be/abc", "https://www.youtube.com/@somebody"])
def test_a_video_leads_to_its_channel(world, address):
    page = f'<!doctype html><html><head><meta itemprop="channelId" content="{CHANNEL}"></head></html>'.encode()
    world.serve(address, page, "text/html")
    world.serve(f"{YOUTUBE}?channel_id={CHANNEL}", rss(1, title="Channel"))
    assert run(world.seek.follow(address))[0].title == "Channel"


def test_the_page_is_asked_where_the_platform_s_feed_is_away(world):
    world.web.pages["https://a-letter.substack.com/feed"] = Page(
        problem=NetworkProblem("{address} answers with status {status}.", "http", address="x", status=404))
    world.serve("https://a-letter.substack.com/", html("https://letter.example/feed"), "text/html")
    world.serve("https://letter.example/feed", rss(1))
    assert run(world.seek.follow("a-letter.substack.com"))[0].address == "https://letter.example/feed"


@pytest.mark.parametrize("pasted", [
    "feed:https://blog.example/feed/", "feed://blog.example/feed/", "Lees vooral <https://blog.example/feed/>.",
    "My new blog: https://blog.example/feed/ - have a look!", "“https://blog.example/feed/”",
])
def test_an_address_is_found_inside_what_was_pasted(world, pasted):
    world.serve("https://blog.example/feed/", rss(1))
    world.serve("http://blog.example/feed/", rss(1))
    assert run(world.seek.follow(pasted))[0].address.endswith("blog.example/feed/")


def two_feeds(world):
    world.serve("https://site.example/", html("/nl.xml", "/en.xml", "/gone.xml", "/nl.atom", "/comments/feed/"),
                "text/html")
    world.serve("https://site.example/nl.xml", rss(1, 2, title="Nederlands"))
    world.serve("https://site.example/en.xml", rss(3, title="English"))
    world.serve("https://site.example/nl.atom", rss(1, 2, title="Nederlands"))
    world.serve("https://site.example/comments/feed/", rss(9, title="Comments"))


def test_of_several_feeds_the_person_chooses(world):
    two_feeds(world)
    with pytest.raises(SeveralFeeds) as caught:
        run(world.seek.follow("site.example"))
    assert [(one.address, one.title, one.posts) for one in caught.value.choices] == [
        ("https://site.example/nl.xml", "Nederlands", 2), ("https://site.example/en.xml", "English", 1)]
    assert "https://site.example/en.xml (English)" in str(caught.value)
    assert world.seek.feeds() == []
    assert run(world.seek.follow("https://site.example/en.xml"))[0].title == "English"


def test_several_feeds_survive_the_way_through_another_process(world):
    import pickle

    two_feeds(world)
    with pytest.raises(SeveralFeeds) as caught:
        run(world.seek.follow("site.example"))
    again = pickle.loads(pickle.dumps(caught.value))
    assert (again.choices, str(again)) == (caught.value.choices, str(caught.value))


def test_one_feed_in_two_formats_is_one(world):
    world.serve("https://site.example/", html("/rss", "/atom"), "text/html")
    world.serve("https://site.example/rss", rss(1, 2, title="One"))
    world.serve("https://site.example/atom", rss(2, 3, title="One"))
    assert run(world.seek.follow("site.example"))[0].address == "https://site.example/rss"
