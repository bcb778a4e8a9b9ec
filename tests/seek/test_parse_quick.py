"""The quick reader and feedparser must see the same feed (docs/decisions/0006)."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from xml.sax.saxutils import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pkm_app.seek.anyfeed import read_any_xml
from pkm_app.seek.assemble import assemble
from pkm_app.seek.charset import to_text
from pkm_app.seek.model import ParsedFeed
from pkm_app.seek.xmlfeed import read_plain_xml
from tests.feeds.museum import ADDRESS, FEEDS

QUICK = [file for file in FEEDS if read_plain_xml(to_text(file.read_bytes())) is not None]
# Where feedparser is known to be mistaken, and the label in the museum says what is right.
MISTAKEN = {
    "rss20_media_and_images.xml",  # it takes media:description for the item's own
    "rss20_dublin_core.xml",  # it knows the last of several writers only, and no language
    "rss20_guid_is_the_link.xml",  # it makes an address of an identifier that is none
    "rss20_nul_bytes.xml",  # it joins what a control character parts
}


def seen(feed: ParsedFeed) -> ParsedFeed:
    """A feed without digests: the same matter may be written as HTML in two ways."""
    return replace(feed, entries=tuple(replace(entry, digest="", html="") for entry in feed.entries))


def test_the_quick_reader_has_work_to_do() -> None:
    assert len(QUICK) > 12


@pytest.mark.parametrize("file", [file for file in QUICK if file.name not in MISTAKEN], ids=lambda file: file.name)
def test_feedparser_agrees_on_the_museum(file: Path) -> None:
    text = to_text(file.read_bytes()).lstrip()
    quick, judge = read_plain_xml(text), read_any_xml(text)
    assert quick is not None
    assert judge is not None
    assert seen(assemble(quick, ADDRESS)) == seen(assemble(judge, ADDRESS))


@pytest.mark.parametrize("code", [*range(0x09), 0x0B, 0x0C, *range(0x0E, 0x20), 0xFFFE, 0xFFFF])
def test_characters_that_xml_forbids_are_blanks_to_the_quick_reader(code: int) -> None:
    feed = read_plain_xml(f"<rss version='2.0'><channel><title>be{chr(code)}tter</title></channel></rss>")
    assert feed is not None
    assert feed.title == "be tter"


words = st.text(st.sampled_from("abc é🎉<>&\"'\n x"), max_size=30)
paths = st.text(st.sampled_from("abc/?=&#"), max_size=12)
dates = st.sampled_from(
    ["", "Mon, 23 Nov 2026 10:00:00 +0100", "2026-11-23T10:00:00Z", "Mon, 23 Nov 2026 10:00:00 EST"]
)


@st.composite
def rss_feeds(draw: st.DrawFn) -> str:
    items = []
    for number in range(draw(st.integers(0, 3))):
        fields = [f"<guid isPermaLink='false'>id {number}</guid>"] if draw(st.booleans()) else []
        fields.append(f"<link>https://x.example/{number}{escape(draw(paths))}</link>")
        for name, values in (("title", words), ("description", words), ("content:encoded", words), ("pubDate", dates)):
            if draw(st.booleans()):
                value = draw(values)
                cdata = draw(st.booleans()) and "]]>" not in value
                fields.append(f"<{name}>" + (f"<![CDATA[{value}]]>" if cdata else escape(value)) + f"</{name}>")
        if draw(st.booleans()):
            fields.append(f"<dc:creator>{escape(draw(st.text('abc é', max_size=10)))}</dc:creator>")
        items.append("<item>" + "".join(draw(st.permutations(fields))) + "</item>")
    return (
        '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<channel><title>{escape(draw(words))}</title><link>https://x.example/</link>{''.join(items)}</channel></rss>"
    )


@st.composite
def atom_feeds(draw: st.DrawFn) -> str:
    kinds = st.sampled_from(["", ' type="text"', ' type="html"'])
    entries = []
    for number in range(draw(st.integers(0, 3))):
        fields = [
            f"<id>urn:{number}</id>",
            f'<link href="https://x.example/{number}{escape(draw(paths))}"/>',
            f"<title{draw(kinds)}>{escape(draw(words))}</title>",
            f"<updated>{draw(dates)}</updated>",
        ]
        if draw(st.booleans()):
            fields.append(f"<content{draw(kinds)}>{escape(draw(words))}</content>")
        if draw(st.booleans()):
            fields.append(f"<author><name>{escape(draw(st.text('abc é&<', max_size=10)))}</name></author>")
        entries.append("<entry>" + "".join(draw(st.permutations(fields))) + "</entry>")
    return f'<feed xmlns="http://www.w3.org/2005/Atom"><title>{escape(draw(words))}</title>{"".join(entries)}</feed>'


@given(rss_feeds() | atom_feeds())
@settings(max_examples=150, deadline=None)
def test_feedparser_agrees_on_any_plain_feed(text: str) -> None:
    quick, judge = read_plain_xml(text), read_any_xml(text)
    assert quick is not None
    assert judge is not None
    assert seen(assemble(quick, ADDRESS)) == seen(assemble(judge, ADDRESS))


@pytest.mark.parametrize(
    "text",
    [
        "<rss version='2.0'><channel><title>a & b</title></channel></rss>",
        "<!DOCTYPE rss><rss version='2.0'><channel/></rss>",
        "<!DOCTYPE rss [<!ENTITY a 'b'>]><rss version='2.0'><channel><title>&a;</title></channel></rss>",
        "<rss version='0.92'><channel/></rss>",
        "<rss version='2.0'/>",
        "<feed version='0.3' xmlns='http://purl.org/atom/ns#'/>",
        "<html/>",
        "",
    ],
)
def test_all_else_is_left_to_feedparser(text: str) -> None:
    assert read_plain_xml(text) is None
