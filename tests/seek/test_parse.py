"""The contract of parse_feed: any bytes become a clean ParsedFeed or NotAFeed."""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pkm_app.base.errors import NotAFeed
from pkm_app.content.clean import clean_html
from pkm_app.content.plaintext import canonical_text
from pkm_app.seek.assemble import MAX_ENTRIES
from pkm_app.seek.model import ParsedFeed
from pkm_app.seek.parse import parse_feed
from tests.feeds.museum import ADDRESS, FEEDS, expected, told


def rss(items: str, channel: str = "") -> bytes:
    return (
        '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">'
        f"<channel><title>T</title><link>https://t.example/</link>{channel}{items}</channel></rss>"
    ).encode()


def broken(feed: bytes) -> bytes:
    """The same feed, no longer well-formed, so that feedparser reads it."""
    return feed.replace(b"<channel>", b"<channel><category>a<br>b</category>", 1)


@pytest.mark.parametrize("file", FEEDS, ids=lambda file: file.name)
def test_the_museum_comes_out_as_labelled(file: Path) -> None:
    assert told(parse_feed(file.read_bytes(), ADDRESS)) == expected(file)


def check(feed: ParsedFeed) -> None:
    """What holds of every parsed feed."""
    assert feed.kind
    assert feed.site == "" or feed.site.startswith(("http://", "https://"))
    uids = [entry.uid for entry in feed.entries]
    assert all(uids)
    assert len(set(uids)) == len(uids)
    assert len(uids) <= MAX_ENTRIES
    for text in (feed.title, feed.description, *(e.title for e in feed.entries), *(e.author for e in feed.entries)):
        assert text == " ".join(text.split())
        assert len(text) <= 1000
    for entry in feed.entries:
        assert entry.url == "" or entry.url.startswith(("http://", "https://"))
        assert clean_html(entry.html) == entry.html
        assert canonical_text(entry.html) == entry.text
        assert len(entry.digest) == 64
        for moment in (entry.published, entry.updated):
            assert moment is None or moment.utcoffset() == timedelta(0)
    repr(feed).encode()  # no half of a surrogate pair: it can be stored


def parse_any(data: bytes, content_type: str = "") -> None:
    try:
        feed = parse_feed(data, ADDRESS, content_type)
    except NotAFeed:
        return
    check(feed)


@given(st.binary(max_size=400), st.text(max_size=40))
@settings(max_examples=100)
def test_any_bytes_are_a_feed_or_not_a_feed(data: bytes, content_type: str) -> None:
    parse_any(data, content_type)


@given(st.sampled_from(FEEDS), st.integers(0, 2**32), st.integers(1, 12))
@settings(max_examples=150, deadline=None)
def test_any_damage_to_a_feed_is_borne(file: Path, seed: int, wounds: int) -> None:
    data = bytearray(file.read_bytes())
    chance = random.Random(seed)
    for _ in range(wounds):
        place = chance.randrange(len(data))
        match chance.randrange(4):
            case 0:
                data[place] = chance.randrange(256)
            case 1:
                del data[place : place + chance.randrange(40)]
            case 2:
                data[place:place] = data[chance.randrange(len(data)) :][: chance.randrange(80)]
            case 3:
                data[place:place] = chance.choice(
                    [b"&#xD800;", b"&#0;", b"&nbsp;", b"<![CDATA[", b"]]>", b"<!--", b"\x00", b"\xff"]
                )
    parse_any(bytes(data))


text_of_any_kind = st.text(st.characters(exclude_categories=()), max_size=60)


@given(
    st.lists(
        st.fixed_dictionaries(
            {
                "title": text_of_any_kind,
                "link": text_of_any_kind,
                "guid": text_of_any_kind,
                "pubDate": text_of_any_kind,
                "description": text_of_any_kind,
            }
        ),
        max_size=4,
    )
)
@settings(max_examples=100)
def test_any_words_in_the_fields_are_borne(items: list[dict[str, str]]) -> None:
    parts = [
        "<item>" + "".join(f"<{name}><![CDATA[{value}]]></{name}>" for name, value in item.items()) + "</item>"
        for item in items
    ]
    parse_any('<rss version="2.0"><channel>{}</channel></rss>'.format("".join(parts)).encode("utf-8", "surrogatepass"))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b" ",
        b"hello",
        b"<html><head><title>x</title></head><body>an <rss> feed</body></html>",
        b"{}",
        b"[]",
        b"{",
        b'{"version": "https://jsonfeed.org/version/1"}',
        b'{"items": []}',
        b"%PDF-1.4",
        b"\x89PNG\r\n",
        b"[" * 100_000,
        b'{"a":' * 100_000,
        b'<?xml version="1.0"?><opml version="2.0"><body/></opml>',
        b"\xff\xfe",
        b"\xef\xbb\xbf",
    ],
    ids=range(16),
)
def test_what_is_no_feed_is_said_to_be_none(data: bytes) -> None:
    with pytest.raises(NotAFeed, match="no feed at this address"):
        parse_feed(data, ADDRESS)


def test_an_empty_feed_is_a_feed() -> None:
    assert parse_feed(rss(""), ADDRESS).entries == ()


def test_the_digest_follows_title_and_content_and_nothing_else() -> None:
    def digest(title: str, text: str, date: str) -> str:
        item = f"<guid>g</guid><title>{title}</title><description>{text}</description><pubDate>{date}</pubDate>"
        return parse_feed(rss(f"<item>{item}</item>"), ADDRESS).entries[0].digest

    first = digest("a", "b", "2026-01-01")
    assert digest("a", "b", "2026-01-02") == first
    assert len({first, digest("c", "b", ""), digest("a", "c", ""), digest("ab", "", "")}) == 4


def test_only_the_newest_entries_of_a_giant_are_kept_wherever_they_stand() -> None:
    def item(minute: int, date: str) -> str:
        return f"<item><guid isPermaLink='false'>{minute}</guid><pubDate>{date}</pubDate></item>"

    undated = rss("".join(item(minute, "") for minute in range(2100)))
    assert [entry.uid for entry in parse_feed(undated, ADDRESS).entries] == [str(n) for n in range(2000)]
    begin = datetime(2026, 1, 1, tzinfo=UTC)
    oldest_first = rss("".join(item(n, (begin + timedelta(minutes=n)).isoformat()) for n in range(2100)))
    assert [entry.uid for entry in parse_feed(oldest_first, ADDRESS).entries] == [str(n) for n in range(100, 2100)]


def test_the_language_is_guessed_and_else_as_the_feed_says() -> None:
    dutch = "Een gemeenschap leert het meeste van wat de leden met elkaar delen, ook als het nog niet af is. " * 3
    feed = parse_feed(
        rss(
            f"<item><guid>1</guid><description>{dutch}</description></item><item><guid>2</guid></item>",
            "<language>fr-FR</language>",
        ),
        ADDRESS,
    )
    assert [entry.language for entry in feed.entries] == ["nl", "fr"]


def test_the_time_is_utc_itself() -> None:
    feed = parse_feed(rss("<item><guid>1</guid><pubDate>Mon, 23 Nov 2026 10:00:00 +0100</pubDate></item>"), ADDRESS)
    assert feed.entries[0].published is not None
    assert feed.entries[0].published.tzinfo is UTC


@pytest.mark.parametrize("make", [lambda feed: feed, broken], ids=["plain", "through feedparser"])
def test_trap_03_bodies_are_cleaned_and_completed_here_and_not_by_feedparser(make) -> None:
    body = (
        '<p onclick="x()">Safe <mark>and</mark> sound<script>alert(1)</script><img src="a.png" alt="A">'
        '<a href="../b">b</a><a href="java&#9;script:alert(1)">c</a><svg><script>1</script></svg></p>'
    )
    feed = rss(f"<item><link>https://t.example/blog/post/</link><description><![CDATA[{body}]]></description></item>")
    (entry,) = parse_feed(make(feed), ADDRESS).entries
    assert entry.text == "Safe and soundbc"
    assert "<mark>" in entry.html  # feedparser's own cleaning would have taken it away
    assert 'data-pkm-src="https://t.example/blog/post/a.png"' in entry.html  # the page's address, not the feed's
    assert 'href="https://t.example/blog/b"' in entry.html
    assert not any(word in entry.html for word in ("script", "onclick", "svg", " src="))


@pytest.mark.parametrize("make", [lambda feed: feed, broken], ids=["plain", "through feedparser"])
def test_trap_07_rel_self_is_trusted_nowhere(make) -> None:
    own = '<atom:link xmlns:atom="http://www.w3.org/2005/Atom" rel="self" href="http://127.0.0.1/feed/"/>'
    feed = parse_feed(
        make(rss(f"<item><guid isPermaLink='false'>1</guid>{own}</item>", own)), "http://127.0.0.1:81/feed/"
    )
    assert feed.site == "https://t.example/"
    assert feed.entries[0].url == ""
    atom = f'<feed xmlns="http://www.w3.org/2005/Atom"><title>x</title>{own}<entry><id>urn:1</id>{own}</entry></feed>'
    feed = parse_feed(atom.encode(), "http://127.0.0.1:81/feed/")
    assert (feed.site, feed.entries[0].url) == ("", "")


def test_a_name_and_password_in_a_link_go_no_further() -> None:
    feed = parse_feed(rss("<item><link>https://ann:secret@t.example/1</link></item>"), ADDRESS)
    assert "secret" not in repr(feed)
