"""What the platforms of the catalogue's sources answer: the same two posts, each written as its platform writes them.

Written after what the platforms' feeds look like in public; every platform has its own namespaces, order, types and
oddities, which are what a reader stumbles over.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from html import escape
from urllib.parse import urlsplit

TITLE = "The blog"
POSTS = (("A second talk", "What the second talk says."), ("A first talk", "What the first talk says."))
_RFC822 = ("Fri, 20 Nov 2026 10:00:00 +0000", "Thu, 19 Nov 2026 10:00:00 +0000")
_ISO = ("2026-11-20T10:00:00Z", "2026-11-19T10:00:00Z")


def links(address: str) -> list[str]:
    """Return the addresses of the two posts of a blog whose feed stands here."""
    host = urlsplit(address).hostname
    return [f"https://{host}/2026/11/a-second-talk/", f"https://{host}/2026/11/a-first-talk/"]


def _posts(address: str) -> Iterator[tuple[int, str, str, str, str, str]]:
    """Give number, title, words, link and both ways of writing the date of each post, the newest first."""
    for number, (post, link, rfc822, iso) in enumerate(zip(POSTS, links(address), _RFC822, _ISO, strict=True)):
        yield number, *post, link, rfc822, iso


def wordpress(address: str) -> str:
    """RSS 2.0 with the whole text, counts of comments and a period of updates."""
    items = "".join(
        f"<item>\n\t\t<title>{title}</title>\n\t\t\t<link>{link}</link>\n\t\t\t<comments>{link}#respond</comments>"
        f"<dc:creator><![CDATA[Ann]]></dc:creator>\n\t\t<pubDate>{when}</pubDate>"
        f"<category><![CDATA[Learning]]></category>\n\t\t<guid isPermaLink=\"false\">"
        f"https://{urlsplit(link).hostname}/?p={n}</guid>\n\t\t\t<description><![CDATA[In short "
        f"[&#8230;]]]></description>\n"
        f"<content:encoded><![CDATA[\n<p>{words}</p>\n]]></content:encoded>\n"
        f"<wfw:commentRss>{link}feed/</wfw:commentRss>\n\t\t\t<slash:comments>3</slash:comments></item>\n"
        for n, title, words, link, when, _ in _posts(address))
    return (
        '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"\n'
        '\txmlns:content="http://purl.org/rss/1.0/modules/content/"\n\txmlns:wfw="http://wellformedweb.org/CommentAPI/"\n'
        '\txmlns:dc="http://purl.org/dc/elements/1.1/"\n\txmlns:atom="http://www.w3.org/2005/Atom"\n'
        '\txmlns:sy="http://purl.org/rss/1.0/modules/syndication/"\n'
        '\txmlns:slash="http://purl.org/rss/1.0/modules/slash/">\n'
        f"<channel>\n\t<title>{TITLE}</title>\n\t<atom:link href=\"{escape(address)}\" rel=\"self\" "
        f"type=\"application/rss+xml\" />\n\t<link>https://{urlsplit(address).hostname}</link>\n"
        "\t<description>About learning</description>\n\t<language>en-US</language>\n\t<sy:updatePeriod>\n\thourly\t"
        "</sy:updatePeriod>\n\t<sy:updateFrequency>\n\t1\t</sy:updateFrequency>\n"
        f"\t<generator>https://wordpress.org/?v=6.9</generator>\n{items}</channel>\n</rss>\n")


def blogger(address: str) -> str:
    """Atom 1.0 with its posts as escaped HTML, a feed of comments for each, and tags of Google's."""
    entries = "".join(
        f"<entry><id>tag:blogger.com,1999:blog-1.post-{n}</id><published>{when}</published><updated>{when}</updated>"
        f"<category scheme='http://www.blogger.com/atom/ns#' term='leren'/><title type='text'>{title}</title>"
        f"<content type='html'>&lt;p&gt;{words}&lt;/p&gt;&lt;div "
        "class=\"blogger-post-footer\"&gt;&lt;/div&gt;</content>"
        f"<link rel='replies' type='application/atom+xml' href='{link}comments' title='Reacties posten'/>"
        f"<link rel='edit' type='application/atom+xml' href='{link}edit'/><link rel='self' type='application/atom+xml' "
        f"href='{link}self'/><link rel='alternate' type='text/html' href='{link}' title='{title}'/>"
        f"<author><name>Ann</name><email>noreply@blogger.com</email></author><thr:total>0</thr:total></entry>"
        for n, title, words, link, _, when in _posts(address))
    return (
        "<?xml version='1.0' encoding='UTF-8'?><?xml-stylesheet href=\"http://www.blogger.com/styles/atom.css\" "
        "type=\"text/css\"?><feed xmlns='http://www.w3.org/2005/Atom' "
        "xmlns:openSearch='http://a9.com/-/spec/opensearchrss/1.0/' xmlns:gd='http://schemas.google.com/g/2005' "
        "xmlns:thr='http://purl.org/syndication/thread/1.0'><id>tag:blogger.com,1999:blog-1</id>"
        f"<updated>{_ISO[0]}</updated><title type='text'>{TITLE}</title><subtitle type='html'></subtitle>"
        f"<link rel='http://schemas.google.com/g/2005#feed' type='application/atom+xml' href='{escape(address)}'/>"
        f"<link rel='alternate' type='text/html' href='https://{urlsplit(address).hostname}/'/>"
        "<generator version='7.00' uri='https://www.blogger.com'>Blogger</generator>"
        f"<openSearch:totalResults>2</openSearch:totalResults>{entries}</feed>")


def blogger_rss(address: str) -> str:
    """The same platform asked for RSS: dates in two forms, a link to edit, ids that are tags."""
    items = "".join(
        f"<item><guid isPermaLink='false'>tag:blogger.com,1999:blog-1.post-{n}</guid><pubDate>{when}</pubDate>"
        f"<atom:updated>{iso}</atom:updated><title>{title}</title><description>&lt;p&gt;{words}&lt;/p&gt;</description>"
        f"<link>{link}</link><author>noreply@blogger.com (Ann)</author><thr:total>0</thr:total></item>"
        for n, title, words, link, when, iso in _posts(address))
    return (
        "<?xml version='1.0' encoding='UTF-8'?><rss xmlns:atom='http://www.w3.org/2005/Atom' "
        "xmlns:openSearch='http://a9.com/-/spec/opensearchrss/1.0/' xmlns:thr='http://purl.org/syndication/thread/1.0' "
        f"version='2.0'><channel><atom:id>tag:blogger.com,1999:blog-1</atom:id><lastBuildDate>{_RFC822[0]}"
        f"</lastBuildDate><title>{TITLE}</title><description/><link>https://{urlsplit(address).hostname}/</link>"
        f"<managingEditor>noreply@blogger.com "
        f"(Ann)</managingEditor><generator>Blogger</generator>{items}</channel></rss>")


def squarespace(address: str) -> str:
    """RSS 2.0 whose whole text is the description, with pictures as media and an author's name elsewhere."""
    items = "".join(
        f"<item><title>{title}</title><dc:creator>Ann</dc:creator><pubDate>{when}</pubDate><link>{link}</link>"
        f"<guid isPermaLink=\"false\">5f:6a:{n}</guid><description><![CDATA[<p class=\"\">{words}</p>]]></description>"
        "<media:content type=\"image/jpeg\" url=\"https://images.squarespace-cdn.com/a.jpg\" isDefault=\"true\" "
        "medium=\"image\" width=\"1500\" height=\"1000\"><media:title type=\"plain\">a</media:title></media:content>"
        "</item>"
        for n, title, words, link, when, _ in _posts(address))
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        "<!--Generated by Site-Server v@build.version@ (http://www.squarespace.com)-->"
        '<rss xmlns:content="http://purl.org/rss/1.0/modules/content/" '
        'xmlns:wfw="http://wellformedweb.org/CommentAPI/" '
        'xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:media="http://www.rssboard.org/media-rss" version="2.0"><channel>'
        f"<title>{TITLE}</title><link>https://{urlsplit(address).hostname}/blog/</link><lastBuildDate>{_RFC822[0]}"
        "</lastBuildDate><copyright/><language>en-US</language><generator>Site-Server v@build.version@ "
        f"(http://www.squarespace.com)</generator><description></description>{items}</channel></rss>")


def feedburner(address: str) -> str:
    """RSS 2.0 behind a service that counts: links that lead through it, the real ones beside, and a style sheet."""
    items = "".join(
        f"<item><title>{title}</title><link>https://feedproxy.example/~r/blog/~3/{n}/</link><pubDate>{when}</pubDate>"
        f"<guid isPermaLink=\"false\">blog-{n}</guid><description>&lt;p&gt;{words}&lt;/p&gt;"
        "&lt;img src=\"https://feeds.feedburner.com/~r/blog/~4/x\" height=\"1\" width=\"1\"/&gt;</description>"
        f"<feedburner:origLink>{link}</feedburner:origLink></item>"
        for n, title, words, link, when, _ in _posts(address))
    return (
        '<?xml version="1.0" encoding="ISO-8859-1"?>\n<?xml-stylesheet type="text/xsl" media="screen" '
        'href="/~d/styles/rss2full.xsl"?>'
        '<rss xmlns:feedburner="http://rssnamespace.org/feedburner/ext/1.0" version="2.0">'
        f"<channel><title>{TITLE}</title><link>https://{urlsplit(address).hostname}/</link><description>About knowledge"
        "</description><feedburner:info uri=\"blog\" /><atom10:link xmlns:atom10=\"http://www.w3.org/2005/Atom\" "
        f"rel=\"hub\" href=\"http://pubsubhubbub.appspot.com/\" />{items}</channel></rss>")


def json_feed(address: str) -> str:
    """JSON Feed 1.0."""
    items = [{"id": str(n), "url": link, "title": title, "content_html": f"<p>{words}</p>", "date_published": when,
              "author": {"name": "Ann"}}
             for n, title, words, link, _, when in _posts(address)]
    return json.dumps({"version": "https://jsonfeed.org/version/1", "title": TITLE, "feed_url": address,
                       "home_page_url": f"https://{urlsplit(address).hostname}/", "items": items})


def shape_of(address: str) -> tuple[str, str, str]:
    """Return the name of the platform whose feed stands at an address, what it answers, and the type it says."""
    parts = urlsplit(address)
    host, query = parts.hostname or "", parts.query
    known: list[tuple[bool, Callable[[str], str], str]] = [
        (parts.path.endswith(".json"), json_feed, "application/json"),
        (host.endswith("blogspot.com") and "alt=rss" in query, blogger_rss, "application/rss+xml; charset=UTF-8"),
        (host.endswith("blogspot.com"), blogger, "application/atom+xml; charset=UTF-8"),
        ("format=rss" in query, squarespace, "application/rss+xml;charset=utf-8"),
        (host == "feeds.feedburner.com", feedburner, "text/xml; charset=ISO-8859-1"),
        (True, wordpress, "application/rss+xml; charset=UTF-8")]
    write, kind = next((write, kind) for fits, write, kind in known if fits)
    return write.__name__, write(address), kind


def page(feed: str) -> str:
    """Return a home page as blogs have them, which names its feed, that of its comments, and other things."""
    return (
        "<!DOCTYPE html>\n<html lang=\"en-US\"><head><meta charset=\"UTF-8\"><title>The blog</title>"
        f"<link rel='dns-prefetch' href='//fonts.example' /><link rel=\"alternate\" type=\"application/rss+xml\" "
        f"title=\"{TITLE} &raquo; Feed\" href=\"{escape(feed)}\" />\n<link rel=\"alternate\" "
        f"type=\"application/rss+xml\" "
        f"title=\"{TITLE} &raquo; Comments Feed\" href=\"/comments/feed/\" />"
        "<link rel=\"alternate\" type=\"application/json+oembed\" href=\"/wp-json/oembed\" />"
        "<link rel=\"https://api.w.org/\" href=\"/wp-json/\" /></head>"
        "<body class=\"home blog\"><h1>The blog</h1></body></html>")
