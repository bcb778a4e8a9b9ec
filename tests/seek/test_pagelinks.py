"""The feeds that a web page names."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from pkm_app.seek.pagelinks import page_links

PAGE = "https://blog.example/2026/post/"


def links(head: str, address: str = PAGE) -> tuple[tuple[str, str], ...]:
    return page_links(f"<!doctype html><html><head>{head}</head><body>x</body></html>".encode(), address)


def test_feeds_are_named_in_the_page_s_order_and_absolute() -> None:
    assert links(
        '<link rel="alternate" type="application/rss+xml" title="Posts &raquo; all" href="/feed/">'
        '<link rel="ALTERNATE feed" type="application/atom+xml; charset=utf-8" href="atom.xml">'
        '<link rel="alternate" type="application/feed+json" href="https://blog.example/feed.json">'
        '<link rel="alternate" type="application/rss+xml" href="/feed/" title="again">'
    ) == (
        ("https://blog.example/feed/", "Posts » all"),
        ("https://blog.example/2026/post/atom.xml", ""),
        ("https://blog.example/feed.json", ""),
    )


def test_other_links_are_none() -> None:
    assert not links(
        '<link rel="stylesheet" href="a.css"><link rel="alternate" hreflang="nl" href="/nl/">'
        '<link rel="alternate" type="application/json" href="/wp-json/wp/v2/posts/1">'
        '<link rel="alternate" type="application/json+oembed" href="/oembed">'
        '<link rel="alternate" type="application/rss+xml" href="javascript:alert(1)">'
        '<link rel="alternate" type="application/rss+xml" href="file:///etc/passwd">'
        '<link rel="alternate" type="application/rss+xml">'
        '<!-- <link rel="alternate" type="application/rss+xml" href="/old"> -->'
    )


def test_where_a_page_names_none_its_own_links_that_say_so_count() -> None:
    body = ('<a href="/small.xml">RSS feed</a><a rel="alternate" type="application/atom+xml" href="/a">x</a>'
            '<a href="/x.rss#top">x</a><a href="/s"><img alt="RSS" src="i.png"></a>')
    others = ('<a href="https://other.example/feed">RSS</a><a href="/about">Feedback</a>'
              '<a href="mailto:a@b.example">rss</a>'
              '<a href="/post">Why I think that every writer should offer a feed to those who want to read on</a>')
    assert links(others) == ()
    assert [address.removeprefix("https://blog.example") for address, _ in links(others + body)] == [
        "/small.xml", "/a", "/x.rss", "/s"]
    assert links('<link rel="feed" href="/f">' + body) == (("https://blog.example/f", ""),)


def test_the_page_s_base_counts() -> None:
    assert links('<base href="/other/"><link rel="feed" href="f.xml">') == (("https://blog.example/other/f.xml", ""),)


def test_a_careless_page_is_read_all_the_same() -> None:
    page = "<link rel=alternate type=application/rss+xml href=/é title='<b>Één</b> <script>x</script>feed'><p>no head"
    ((address, title),) = page_links(page.encode("cp1252"), PAGE, "text/html; charset=windows-1252")
    assert address.startswith("https://blog.example/")
    assert title == "Één feed"


def test_a_page_of_any_size_and_depth_is_read() -> None:
    deep = "<div>" * 200_000 + '<link rel="feed" href="/deep">'
    assert len(links('<link rel="feed" href="/f">' + deep)) >= 1
    assert len(links("".join(f'<link rel="feed" href="/{n}">' for n in range(1000)))) == 50


@given(st.binary(max_size=300) | st.text("<>/=\"' linkbaserhftdx:", max_size=200).map(str.encode), st.text(max_size=30))
@settings(max_examples=100)
def test_any_bytes_are_borne(data: bytes, content_type: str) -> None:
    for address, title in page_links(data, PAGE, content_type):
        assert address.startswith(("http://", "https://"))
        assert title == " ".join(title.split())
