"""Each platform's own shape, over the real fetcher: a page of it is typed, servers on this machine answer as it does.

Only the names of the hosts are led here instead of into the world.
"""

import pytest

from pkm_app.seek.model import Article
from tests.seek.conftest import run
from tests.seek.test_catalogue import stage  # noqa: F401  a fixture
from tests.servers.loopback import Seen, Talk, reply

CHANNEL = "UCabcdefghijklmnopqrstuv"
YOUTUBE = f"""<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns:yt="http://www.youtube.com/xml/schemas/2015" xmlns:media="http://search.yahoo.com/mrss/"
 xmlns="http://www.w3.org/2005/Atom">
<link rel="self" href="http://www.youtube.com/feeds/videos.xml?channel_id={CHANNEL}"/>
<id>yt:channel:{CHANNEL[2:]}</id><yt:channelId>{CHANNEL[2:]}</yt:channelId><title>A channel</title>
<author><name>Ann</name><uri>https://www.youtube.com/channel/{CHANNEL}</uri></author>
<entry><id>yt:video:abcdefghijk</id><yt:videoId>abcdefghijk</yt:videoId><title>A talk</title>
<link rel="alternate" href="https://www.youtube.com/watch?v=abcdefghijk"/><author><name>Ann</name></author>
<published>2026-11-20T10:00:00+00:00</published><updated>2026-11-21T10:00:00+00:00</updated>
<media:group><media:title>A talk</media:title>
<media:content url="https://www.youtube.com/v/abcdefghijk?version=3" type="application/x-shockwave-flash"/>
<media:description>What the talk says.</media:description>
<media:community><media:starRating count="3" average="5.00" min="1" max="5"/></media:community></media:group></entry>
</feed>"""
MASTODON = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:webfeeds="http://webfeeds.org/rss/1.0" xmlns:media="http://search.yahoo.com/mrss/"><channel>
<title>Ann</title><description>Public posts from @ann@social.example</description><link>https://social.example/@ann</link>
<webfeeds:icon>https://social.example/a.png</webfeeds:icon>
<item><guid isPermaLink="true">https://social.example/@ann/1</guid><link>https://social.example/@ann/1</link>
<pubDate>Fri, 20 Nov 2026 10:00:00 +0000</pubDate>
<description>&lt;p&gt;What the talk says.
&lt;a href="https://social.example/tags/pkm" rel="tag"&gt;#&lt;span&gt;pkm&lt;/span&gt;&lt;/a&gt;&lt;/p&gt;
</description><category>pkm</category></item></channel></rss>"""
LETTER = """<?xml version="1.0" encoding="UTF-8"?><rss xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:atom="http://www.w3.org/2005/Atom" version="2.0"
 xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"><channel><title><![CDATA[A channel]]></title>
<link>https://site.example</link><generator>{generator}</generator>
<atom:link href="https://elsewhere.example/feed" rel="self" type="application/rss+xml"/>
<item><title><![CDATA[A talk]]></title><description><![CDATA[In short]]></description><link>{link}</link>
<guid isPermaLink="false">{link}</guid><dc:creator><![CDATA[Ann]]></dc:creator>
<pubDate>Fri, 20 Nov 2026 10:00:00 GMT</pubDate>
<enclosure url="https://pics.example/a.jpg" length="0" type="image/jpeg"/>
<content:encoded><![CDATA[<p>What the talk says.</p><img src="https://medium.com/_/stat?event=post.clientViewed"
 width="1" height="1" alt="">]]></content:encoded></item></channel></rss>"""
BLOGGER = """<?xml version='1.0' encoding='UTF-8'?><feed xmlns='http://www.w3.org/2005/Atom'
 xmlns:openSearch='http://a9.com/-/spec/opensearchrss/1.0/' xmlns:thr='http://purl.org/syndication/thread/1.0'>
<id>tag:blogger.com,1999:blog-1</id><updated>2026-11-20T10:00:00.000+01:00</updated><title type='text'>A channel</title>
<link rel='alternate' type='text/html' href='https://some-blog.blogspot.com/'/>
<openSearch:totalResults>1</openSearch:totalResults>
<entry><id>tag:blogger.com,1999:blog-1.post-2</id><published>2026-11-20T11:00:00.000+01:00</published>
<updated>2026-11-20T11:00:00.000+01:00</updated><title type='text'>A talk</title>
<content type='html'>&lt;p&gt;What the talk says.&lt;/p&gt;</content>
<link rel='replies' type='application/atom+xml' href='https://some-blog.blogspot.com/feeds/2/comments/default'/>
<link rel='alternate' type='text/html' href='https://some-blog.blogspot.com/2026/11/a-talk.html' title='A talk'/>
<author><name>Ann</name></author><thr:total>0</thr:total></entry></feed>"""


def letter(link: str, generator: str) -> str:
    return LETTER.format(link=link, generator=generator)


SHAPES = [
    (f"https://www.youtube.com/channel/{CHANNEL}/videos", f"/feeds/videos.xml?channel_id={CHANNEL}", YOUTUBE,
     "https://www.youtube.com/watch?v=abcdefghijk"),
    ("https://social.example/@ann", "/@ann.rss", MASTODON, "https://social.example/@ann/1"),
    ("https://a-letter.substack.com/p/a-post", "/feed", letter("https://a-letter.substack.com/p/a-talk", "Substack"),
     "https://a-letter.substack.com/p/a-talk"),
    ("https://medium.com/@ann/a-post-3f2a", "/feed/@ann", letter("https://medium.com/p/3f2a", "Medium"),
     "https://medium.com/p/3f2a"),
    ("https://some-blog.blogspot.com/2018/03/a-post.html", "/feeds/posts/default", BLOGGER,
     "https://some-blog.blogspot.com/2026/11/a-talk.html"),
    ("https://someone.wordpress.com/2015/10/30/a-post/", "/feed/",
     letter("https://someone.wordpress.com/2026/11/20/a-talk/", "https://wordpress.com/"),
     "https://someone.wordpress.com/2026/11/20/a-talk/"),
]


@pytest.mark.parametrize(("page", "path", "feed", "link"), SHAPES, ids=lambda value: str(value)[:30])
def test_a_page_of_a_platform_is_followed_and_read_as_the_platform_writes(
        page: str, path: str, feed: str, link: str, stage) -> None:  # noqa: F811
    def answers(talk: Talk, seen: Seen) -> None:
        if seen.path == path:
            reply(feed.encode(), content_type="text/xml; charset=UTF-8")(talk, seen)
        else:
            reply(b"<!doctype html><html><head><title>App</title></head><body><script>1</script></body></html>",
                  content_type="text/html; charset=utf-8")(talk, seen)

    seek, web, _ = stage({page.split("/")[2]: answers})
    followed, _ = run(seek.follow(page))
    assert followed.new == 1
    assert followed.address.endswith(path)
    article: Article = seek.articles()[0]
    body = seek.body(article.article_id)
    assert (article.url, article.published.isoformat()) == (link, "2026-11-20T10:00:00+00:00")
    assert "What the talk says." in body.text
    assert article.title in ("A talk", "What the talk says"), "a post without a title is called by its words"
    assert "src=" not in body.html.replace("data-pkm-src=", ""), "nothing is fetched by looking"
    assert not [asked for asked in web.asked if "elsewhere.example" in asked], "rel=self is not followed blindly"
