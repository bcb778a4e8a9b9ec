"""Ampersands that are none, and characters by HTML's names: what most often makes a feed no XML."""

from __future__ import annotations

import re
from xml.etree.ElementTree import ParseError, fromstring

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pkm_app.seek.references import mend_references


@pytest.mark.parametrize(("written", "mended"), [
    ("R&D and AT&T", "R&amp;D and AT&amp;T"),
    ("?a=1&b=2&copy=3", "?a=1&amp;b=2&amp;copy=3"),
    ("caf&eacute;&nbsp;&hellip;", "café\xa0…"),
    ("&amp; &lt; &#233; &#xE9;", "&amp; &lt; &#233; &#xE9;"),
    ("&LT;b&GT; &AMP;", "&lt;b&gt; &amp;"),
    ("&unknown; &;", "&amp;unknown; &amp;;"),
    ("<![CDATA[R&D &nbsp;]]>&<!-- & -->&", "<![CDATA[R&D &nbsp;]]>&amp;<!-- & -->&amp;"),
    ("<![CDATA[R&D", "<![CDATA[R&D"),
    ('<!DOCTYPE x [<!ENTITY eacute "E">]>&eacute; & co', '<!DOCTYPE x [<!ENTITY eacute "E">]>&eacute; &amp; co'),
])
def test_what_is_mended_and_what_is_left(written: str, mended: str) -> None:
    assert mend_references(written) == mended


@given(st.text(st.characters(exclude_characters="<>]", exclude_categories=("C", "Z"))) |
       st.from_regex(r"(&#?[a-zA-Z0-9]{0,6};?| ){0,12}", fullmatch=True))
def test_whatever_stands_in_an_element_can_be_read_afterwards_and_a_second_time_changes_nothing(words: str) -> None:
    mended = mend_references(words)
    assert mend_references(mended) == mended
    if not re.search("&#", words):
        try:
            fromstring(f"<a>{mended}</a>")
        except ParseError as error:  # pragma: no cover  says which words did it
            raise AssertionError(words) from error
