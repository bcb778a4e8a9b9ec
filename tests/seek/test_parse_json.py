"""JSON Feed, which feedparser does not read."""

from __future__ import annotations

import json

import feedparser
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pkm_app.base.errors import NotAFeed
from pkm_app.seek.parse import parse_feed
from tests.feeds.museum import ADDRESS, MUSEUM
from tests.seek.test_parse import check


@pytest.mark.parametrize(("version", "kind"), [("1", "json10"), ("1.1", "json11"), ("1.2", "json11")])
def test_trap_02_json_feed_is_read_into_the_same_model(version: str, kind: str) -> None:
    feed = parse_feed(
        json.dumps(
            {
                "version": f"https://jsonfeed.org/version/{version}",
                "title": "J",
                "home_page_url": "https://j.example/",
                "items": [
                    {
                        "id": "1",
                        "url": "https://j.example/1",
                        "title": "One",
                        "content_html": "<p>x</p>",
                        "date_published": "2026-11-01T00:00:00Z",
                    }
                ],
            }
        ).encode(),
        ADDRESS,
    )
    (entry,) = feed.entries
    assert (feed.kind, feed.site, entry.uid, entry.url, entry.html) == (
        kind,
        "https://j.example/",
        "1",
        "https://j.example/1",
        "<p>x</p>",
    )


def test_trap_02_feedparser_would_have_found_nothing() -> None:
    data = (MUSEUM / "json11.json").read_bytes()
    assert not feedparser.parse(data).entries  # the day it does, our own reader may go
    assert parse_feed(data, ADDRESS).entries


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=10),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["name", "url", "id"]), inner, max_size=3)
    ),
    max_leaves=5,
)
names = [
    "id",
    "url",
    "external_url",
    "title",
    "content_html",
    "content_text",
    "summary",
    "date_published",
    "authors",
    "author",
    "language",
    "home_page_url",
    "description",
    "items",
]


@given(
    st.dictionaries(st.sampled_from(names), values),
    st.lists(st.dictionaries(st.sampled_from(names), values) | values, max_size=4),
)
@settings(max_examples=100)
def test_any_value_in_any_field_is_borne(top: dict[str, object], items: list[object]) -> None:
    check(
        parse_feed(json.dumps({**top, "version": "https://jsonfeed.org/version/1.1", "items": items}).encode(), ADDRESS)
    )


@pytest.mark.parametrize(
    "version",
    ["https://jsonfeed.org/version/1.1/", "http://jsonfeed.org/version/1.1", "https://www.jsonfeed.org/version/1.1"],
)
def test_small_slips_in_the_version_are_forgiven(version: str) -> None:
    assert parse_feed(json.dumps({"version": version, "items": []}).encode(), ADDRESS).kind == "json11"


def test_other_json_is_no_feed() -> None:
    with pytest.raises(NotAFeed):
        parse_feed(b'{"version": "https://example.org/1", "items": []}', ADDRESS)
    with pytest.raises(NotAFeed):
        parse_feed(b'{"version": "https://jsonfeed.org/version/1.1", "items": ' + b"1" * 10_000 + b"}", ADDRESS)
