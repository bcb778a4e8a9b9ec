from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pkm_app.content.sameplace import _place, place, same_page, spellings

POST = "https://blog.example/2026/post"


@pytest.mark.parametrize("other", [
    POST, "http://blog.example/2026/post", "https://blog.example:443/2026/post", "http://blog.example:80/2026/post/",
    "https://Blog.Example/2026/post/", f"{POST}#comments", f"{POST}?utm_source=rss&utm_medium=feed", f"{POST}?fbclid=x",
])
def test_one_page_however_it_is_spelled(other: str) -> None:
    assert same_page(POST, other)
    assert same_page(other, POST)


@pytest.mark.parametrize(("one", "other"), [
    (POST, "https://blog.example/2026/Post"), (POST, "https://blog.example/2026/post-2"), (POST, f"{POST}?p=2"),
    (POST, "https://other.example/2026/post"), (POST, "https://blog.example:8443/2026/post"),
    (POST, f"{POST}?source=x"),
    (f"{POST}?p=1", f"{POST}?p=2"), (f"{POST}#one", f"{POST}#two"),
    ("https://blog.example/#pkm-a", "https://blog.example/"), ("https://a.example/#!/one", "https://a.example/"),
    ("urn:pkm:article:a", "urn:pkm:article:b"), ("", POST), ("http://[", "http://]"),
])
def test_two_pages_stay_two(one: str, other: str) -> None:
    assert not same_page(one, other)
    assert not same_page(other, one)


@given(st.text() | st.text("ab./:#?&=!1").map("http://a.example{}".format))
def test_whatever_stands_there_has_a_place(text: str) -> None:
    assert same_page(text, text)
    assert bool(place(text)) or not text
    assert spellings(text)[0] == text
    assert all(same_page(text, spelled) for spelled in spellings(text))


addresses = st.from_regex(
    r"https?://[a-zA-Z.0-9:\-]{1,9}(/[a-z/.%~;\[\]\"' é]{0,9})?(\?[a-z=&_%?/]{0,9}|\?utm_x=1)?(#[a-z!/]{0,3})?",
    fullmatch=True)


@given(addresses | st.text(max_size=20))
def test_the_quick_way_and_the_careful_way_agree(address: str) -> None:
    assert place(address) == _place(address)
