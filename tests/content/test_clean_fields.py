import pytest
from hypothesis import given, settings

from pkm_app.content.clean import plain
from tests.content.soup import SOUP

BASE = "https://blog.example/2026/post/"


@pytest.mark.parametrize(
    ("field", "expected"),
    [
        ("AT&amp;T <b>now</b>", "AT&T now"),
        ("a < b & c", "a < b & c"),
        ("&lt;b&gt; is a tag", "<b> is a tag"),
        ("x<script>steal()</script>y", "xy"),
        ("<style>p{}</style>Title", "Title"),
        ("one<br>two<p>three</p>", "one two three"),
        ("  a\t\r\n b\u2028c\x00 ", "a b c"),
        ("", ""),
        ("\u202egnp.exe", "gnp.exe"),
        ("soft\u00adhyphen\ufeff", "softhyphen"),
        ("👩‍👩‍👧 family", "👩‍👩‍👧 family"),
        ("I <3 feeds", "I <3 feeds"),
        ("lone \ud800", "lone ?"),
    ],
)
def test_a_field_becomes_one_line_of_plain_text(field: str, expected: str) -> None:
    assert plain(field) == expected


def test_trap_01_a_huge_field_is_cut_and_a_deep_one_is_read() -> None:
    assert plain("x" * 100_000) == "x" * 999 + "…"
    assert plain("<b>" * 20_000 + "x") == "x"
    assert plain("<i lang=a" + "><i lang=b" * 5_000 + ">x" * 10).endswith("x")


@settings(max_examples=200, deadline=None)
@given(SOUP)
def test_plain_text_is_one_line_without_controls(soup: str) -> None:
    text = plain(soup)
    assert text == " ".join(text.split())
    assert len(text) <= 1000
    assert not any(ord(ch) < 32 or 0x7F <= ord(ch) < 0xA0 or 0x202A <= ord(ch) <= 0x202E for ch in text)
    text.encode()
