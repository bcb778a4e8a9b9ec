"""XHTML out of cleaned HTML: what a validator refuses is mended, and no word is lost."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from pkm_app.content.clean import clean_html
from pkm_app.content.xhtml import as_xhtml


@pytest.mark.parametrize(("given", "wanted"), [
    ("<li>loose</li>", "<div><div>loose</div></div>"),
    ("<em><p>a</p></em>", "<div><p>a</p></div>"),
    ("<b><ul><li>a</li></ul></b>", "<div><ul><li>a</li></ul></div>"),
    ("<ul>words<li>a</li><ul><li>b</li></ul></ul>",
     "<div><ul><li>words</li><li>a<ul><li>b</li></ul></li></ul></div>"),
    ("<ol><li>a</li>tail<span>x</span>end</ol>", "<div><ol><li>atail<span>x</span>end</li></ol></div>"),
    ("<dl><dt>t</dt><dd>d</dd></dl>", "<div><dl><dt>t</dt><dd>d</dd></dl></div>"),
    ("<dl><dd>d</dd><p>x</p></dl>", "<div><div><div>d<p>x</p></div></div></div>"),
    ("<pre><p>a</p><p>b</p></pre>", "<div><pre>a\nb\n</pre></div>"),
    ('<p id="fn1">a</p><p id="fn1">b</p><a href="#fn1">c</a><a href="#fn2">d</a>',
     '<div><p id="fn1">a</p><p>b</p><a href="#fn1">c</a><a>d</a></div>'),
    ('<p lang="1">a</p><p lang="nl-BE">b</p>', '<div><p>a</p><p lang="nl-BE">b</p></div>'),
    ("<table><tr><th><h3>a</h3></th></tr></table>", "<div><table><tr><th><p>a</p></th></tr></table></div>"),
    ("", "<div/>"),
])
def test_what_breaks_the_rules_of_nesting_is_mended(given: str, wanted: str) -> None:
    assert as_xhtml(given) == wanted


_TAGS = st.sampled_from(["p", "div", "ul", "ol", "li", "dl", "dt", "dd", "em", "b", "a", "h2", "pre", "blockquote",
                         "span", "table", "tr", "td", "th", "sup", "code"])
_PARTS = st.lists(st.one_of(
    st.builds("<{}>".format, _TAGS), st.builds("</{}>".format, _TAGS), st.sampled_from(["een", "two", "drie"])),
    max_size=25)


@settings(max_examples=200, deadline=None)
@given(_PARTS)
def test_no_word_is_lost_and_lists_hold_items_only(parts: list[str]) -> None:
    clean = clean_html(" ".join(parts))
    root = etree.fromstring(as_xhtml(clean))
    before = etree.HTML(f"<div>{clean}</div>")
    assert "".join("".join(root.itertext()).split()) == "".join("".join(before.itertext()).split())
    for item in root.iter("li", "dt", "dd"):
        assert item.getparent().tag in ("ul", "ol", "dl")
    for holder in root.iter("ul", "ol"):
        assert all(child.tag == "li" for child in holder)
        assert not (holder.text or "").strip()
    for line in root.iter("em", "b", "span", "sup", "code", "p", "h2", "pre"):
        assert not [one for one in line.iterdescendants() if one.tag in ("p", "div", "ul", "ol", "table", "blockquote")]
