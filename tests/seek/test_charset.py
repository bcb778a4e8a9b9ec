"""From bytes to text, when what is said of the encoding may be wrong."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pkm_app.seek.charset import mended, to_text


@pytest.mark.parametrize(
    "encoding", ["utf-8-sig", "utf-16", "utf-32", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"]
)
def test_unicode_shows_by_its_first_bytes(encoding: str) -> None:
    assert to_text("<a>één 🎉</a>".encode(encoding), "text/xml; charset=iso-8859-1") == "<a>één 🎉</a>"


@pytest.mark.parametrize(
    ("declared", "written", "text"),
    [
        ("iso-8859-1", "cp1252", "“één”"),  # as browsers do
        ("iso-8859-15", "iso-8859-15", "tien €"),
        ("windows-1251", "cp1251", "знание"),
        ("koi8-r", "koi8-r", "знание"),
        ("Shift_JIS", "shift_jis", "知識"),
        ("euc-jp", "euc-jp", "知識"),
        ("iso-2022-jp", "iso-2022-jp", "知識"),
        ("gb2312", "gb18030", "知识管理与分享"),
        ("big5", "big5", "知識"),
        ("euc-kr", "euc-kr", "지식"),
        ("iso-8859-1", "utf-8", "één"),  # valid UTF-8 is UTF-8
        ("utf-8", "cp1252", "één"),
        ("utf-16", "utf-8", "één"),
        ("punycode", "utf-8", "één"),
        ("undefined", "cp1252", "één"),
        ("utf-7", "ascii", "+ADw-script+AD4-"),
    ],
)
def test_the_bytes_count_for_more_than_the_word(declared: str, written: str, text: str) -> None:
    document = f'<?xml version="1.0" encoding="{declared}"?><a>{text}</a>'
    assert to_text(document.encode(written)) == document
    assert to_text(f"<a>{text}</a>".encode(written), f"text/xml; charset={declared}") == f"<a>{text}</a>"


def test_the_document_is_believed_before_the_server() -> None:
    document = '<?xml version="1.0" encoding="windows-1251"?><a>знание</a>'
    assert to_text(document.encode("cp1251"), "application/xml; charset=iso-8859-1") == document


def test_a_few_broken_bytes_do_not_spoil_the_rest() -> None:
    assert to_text("één ünïcøde ".encode() + b"\xe9 tekst") == "één ünïcøde \ufffd tekst"


@given(st.binary(max_size=300), st.text(max_size=60))
def test_any_bytes_become_text(data: bytes, content_type: str) -> None:
    to_text(data, content_type).encode()


def test_control_characters_are_mended_to_what_was_meant() -> None:
    assert mended("\x93It\x92s\x94 \x96 \x81") == "“It’s” –  "
