import re
import threading
from concurrent.futures import ThreadPoolExecutor

import feedparser
import pytest
from hypothesis import HealthCheck, example, given, settings

from pkm_app.content.clean import PARKED, clean_html
from tests.content.payloads import PAYLOADS, judge
from tests.content.soup import SOUP

BASE = "https://blog.example/2026/post/"


def test_there_are_enough_payloads() -> None:
    assert len(set(PAYLOADS)) >= 200


@pytest.mark.parametrize(
    "payload",
    [
        "<p onclick=x>",
        "<script>x</script>",
        "<a href=' javascript:x'>",
        "<img src=https://e.org/a.png>",
        "<svg>",
        "<!--x-->",
        "<p style=x>",
        "<a href='/x'>",
        "<iframe>",
        "<img data-pkm-src=data:x>",
    ],
)
def test_the_judge_sees_what_is_wrong(payload: str) -> None:
    assert judge(payload)


@pytest.mark.parametrize("payload", PAYLOADS)
@pytest.mark.parametrize("base", ["", BASE])
def test_nothing_of_an_attack_is_left(payload: str, base: str) -> None:
    for around in ("{}", "<div><p>before {} after</p></div>", "<table><tr><td>{}</table>"):
        cleaned = clean_html(around.format(payload), base)
        assert judge(cleaned) == []
        assert clean_html(cleaned, base) == cleaned


@pytest.mark.parametrize("payload", PAYLOADS)
def test_trap_03_what_a_feed_parser_lets_through_is_cleaned_by_us(payload: str) -> None:
    escaped = payload.replace("&", "&amp;").replace("<", "&lt;")
    feed = f"<rss version='2.0'><channel><item><description>{escaped}</description></item></channel></rss>"
    data = "".join(ch for ch in feed if ch.isprintable()).encode()
    for entry in feedparser.parse(data, sanitize_html=False, resolve_relative_uris=False).entries:
        assert judge(clean_html(entry.get("summary", ""), BASE)) == []


def test_trap_03_the_feed_parsers_own_cleaning_would_fetch_pictures() -> None:
    feed = b"<rss version='2.0'><channel><item><description>&lt;img src='https://spy.example/p.gif'&gt;</description></item></channel></rss>"
    (entry,) = feedparser.parse(feed, sanitize_html=True).entries
    assert judge(entry.summary)
    assert judge(clean_html(entry.summary)) == []


@settings(max_examples=250, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(SOUP)
@example("<p><button><p>x</p></button></p>")
@example("<h1><x-y><h2>x")
@example("<a href=https://e.org/>1<table><td><a href=https://e.org/>2")
@example("<table><b>x<table><tr><p>y")
@example("<pre>\n\n\n&#10;x</pre>")
@example("<p>&#1;</p><div>a<p></p>b</div>")
def test_cleaning_is_safe_and_cleaning_twice_changes_nothing(soup: str) -> None:
    cleaned = clean_html(soup, BASE)
    assert judge(cleaned) == []
    assert clean_html(cleaned, BASE) == cleaned
    assert clean_html(cleaned, "https://elsewhere.example/") == cleaned
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f]", cleaned)


def test_trap_04_pictures_are_parked_and_keep_what_describes_them() -> None:
    assert clean_html('<img src="pic.png" alt="A cat" width="30" height=20 loading=lazy>', BASE) == (
        f'<img {PARKED}="https://blog.example/2026/post/pic.png" alt="A cat" width="30" height="20">'
    )
    assert clean_html('src="x" &lt;img src="y"&gt;') == 'src="x" &lt;img src="y"&gt;'
    assert clean_html("<img src=data:image/png;base64,AAAA alt=x>") == '<img alt="x">'


@pytest.mark.parametrize(
    "html",
    [
        '<img src="https://s.w.org/e/1f642.svg" alt="🙂" class="wp-smiley" style="height: 1em">',
        "<img alt='🙂' class='emoji wp-smiley'>",
        "<img class=wp-smiley alt=&#x1F642; src=x>",
        '<IMG CLASS="emoji" ALT="🙂" SRC="https://s.w.org/x.png"/>',
    ],
)
def test_trap_07_an_emoji_picture_becomes_the_emoji(html: str) -> None:
    assert clean_html(f"<p>Well {html}!</p>", BASE) == "<p>Well 🙂!</p>"


def test_an_emoji_without_a_description_stays_a_parked_picture() -> None:
    assert clean_html("<img class=wp-smiley src=https://s.w.org/x.png>") == f'<img {PARKED}="https://s.w.org/x.png">'


def test_what_is_not_for_reading_goes_with_its_words_and_the_rest_leaves_them() -> None:
    for name in ("script", "style", "title", "textarea", "select", "svg", "iframe", "noscript", "template"):
        assert clean_html(f"<p>a<{name}>words</{name}>b</p>") == "<p>ab</p>"
    for name in ("font", "object", "button", "x-y", "label", "math"):
        assert clean_html(f"<p>a<{name}>words</{name}>b</p>") == "<p>awordsb</p>"


def test_captions_and_summaries_become_paragraphs_and_sections_blocks() -> None:
    assert clean_html("<figure><img src=/a.png><figcaption class=c>Words</figcaption></figure>", BASE) == (
        f'<div><img {PARKED}="https://blog.example/a.png"><p>Words</p></div>'
    )
    assert clean_html("<figcaption><p>a</p><p>b</p></figcaption>") == "<p>a</p><p>b</p>"
    assert clean_html("<details><summary>More</summary>hidden</details>") == "<div><p>More</p>hidden</div>"
    assert clean_html("<section>a</section><ARTICLE>b</ARTICLE>") == "<div>a</div><div>b</div>"


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("x", "https://blog.example/2026/post/x"),
        ("/x y?q=a b", "https://blog.example/x%20y?q=a%20b"),
        ("//o.example/x", "https://o.example/x"),
        ("../up", "https://blog.example/2026/up"),
        ("HTTPS://O.example/X", "https://O.example/X"),
        (" https://o.example/\n", "https://o.example/"),
        ("https://me:secret@o.example:8443/x", "https://o.example:8443/x"),
        ("\\\\o.example\\x", "https://o.example/x"),
        ("#fn1", BASE + "#fn1"),
        ("mailto:me@o.example?attach=/etc/passwd", "mailto:me@o.example"),
        ("https://o.example/ü?b=c&amp;d", "https://o.example/ü?b=c&amp;d"),
        ("https://[::1]/x", "https://[::1]/x"),
        ("javascript&amp;colon;x", "https://blog.example/2026/post/javascript&amp;colon;x"),
    ],
)
def test_addresses_become_absolute(address: str, expected: str) -> None:
    assert clean_html(f'<a href="{address}">x</a>', BASE) == f'<a href="{expected}">x</a>'


@pytest.mark.parametrize(
    "address",
    [
        "tel:+31",
        "http://",
        "https://[",
        "https://a:b/",
        "http:///x",
        "mailto:",
        "mailto:a@b,c@d/../?",
        "https://" + "x" * 5000,
    ],
)
def test_addresses_that_cannot_be_used_go_and_the_words_stay(address: str) -> None:
    cleaned = clean_html(f'<a href="{address}">x</a>')
    assert cleaned in ("<a>x</a>", '<a href="mailto:a@b">x</a>')


def test_without_a_base_relative_addresses_go_unless_they_are_wanted() -> None:
    html = '<a href="b%20c.md">x</a><img src="../attachments/p.png"><a href="#fn1">1</a><a href="/etc">y</a>'
    assert clean_html(html) == '<a>x</a><img><a href="#fn1">1</a><a>y</a>'
    kept = f'<a href="b%20c.md">x</a><img {PARKED}="../attachments/p.png"><a href="#fn1">1</a><a>y</a>'
    assert clean_html(html, relative=True) == kept
    assert clean_html(kept, relative=True) == kept
    assert clean_html(html, "javascript:x") == clean_html(html)


def test_threads_that_clean_at_once_keep_their_bases_apart() -> None:
    begin = threading.Barrier(4)

    def clean(number: int) -> set[str]:
        begin.wait()
        return {clean_html(f'<a href="/{turn}">a</a>' * 40, f"https://{number}.example/") for turn in range(100)}

    with ThreadPoolExecutor(4) as pool:
        for number, found in enumerate(pool.map(clean, range(4))):
            assert found == {f'<a href="https://{number}.example/{turn}">a</a>' * 40 for turn in range(100)}


def test_sizes_that_would_fill_the_memory_of_a_text_widget_go() -> None:
    assert clean_html(
        "<table><tr><td colspan=1000000000 rowspan=2>x</td></tr></table><img width=99999999 height=1e9>"
    ) == ('<table><tbody><tr><td rowspan="2">x</td></tr></tbody></table><img>')
