"""Cleaned HTML as XHTML that a validator accepts: a text that any browser shows may still break the rules of nesting.

The rules are those of HTML's content models (https://html.spec.whatwg.org/multipage/dom.html#content-models); what
breaks them is moved or renamed, never left out.
"""

from __future__ import annotations

import re
from collections.abc import Container
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_BLOCKS = frozenset({"p", "div", "ul", "ol", "dl", "li", "dt", "dd", "blockquote", "table", "pre", "hr", *_HEADINGS})
_HOLD_ANY = frozenset({"a", "div", "ul", "ol", "li", "dl", "dt", "dd", "blockquote", "table", "caption", "thead",
                       "tbody", "tfoot", "tr", "td", "th"})
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")

_PAIRS = re.compile(r"(?:t+d+)*")  # of a list of terms: each has its words


def as_xhtml(fragment: str) -> str:
    """Return a cleaned fragment as one ``<div>`` of XHTML; links to places that are not in it lose their address."""
    from lxml import etree, html

    parser = html.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)
    root = html.fragment_fromstring(f"<div>{fragment}</div>".encode("utf-8", "replace"), parser=parser)
    _attributes(root)
    for element in list(root.iter("li", "dt", "dd")):
        fitting = ("ul", "ol") if element.tag == "li" else ("dl",)
        if element.getparent().tag not in fitting:
            element.tag = "div"
            element.attrib.pop("value", None)
    for element in list(root.iter("ul", "ol")):
        _only(element, ("li",), "li")
    for element in list(root.iter("dl")):
        _only(element, ("dt", "dd"), "dd")
        if not _PAIRS.fullmatch("".join(child.tag[1] for child in element)):
            for part in (element, *element):
                part.tag = "div"
    _blocks(root)
    for element in list(root.iter("dt", "th")):
        for heading in [inside for inside in element.iter() if inside.tag in _HEADINGS]:
            heading.tag = "p"
    return str(etree.tostring(root, encoding="unicode", method="xml"))


def _attributes(root: HtmlElement) -> None:
    """One place has one name, a language is a language, and a link into the text leads somewhere."""
    places: set[str] = set()
    for element in root.iter():
        place, language = element.get("id"), element.get("lang")
        if place is not None and place in places:
            del element.attrib["id"]
        elif place:
            places.add(place)
        if language is not None and not _LANGUAGE.fullmatch(language):
            del element.attrib["lang"]
    for link in root.iter("a"):
        target = link.get("href", "")
        inside = target.rpartition("#")[2] if "#" in target else ""
        if inside in places:
            link.set("href", f"#{inside}")
        elif target.startswith("#"):
            del link.attrib["href"]


def _only(parent: HtmlElement, allowed: Container[str], wrap: str) -> None:
    """Put whatever else stands in a list, words too, into the item before it, or into one of its own."""
    into: HtmlElement | None = None
    children, first = list(parent), parent.text or ""
    parent.text = None
    if first.strip():
        into = parent.makeelement(wrap)
        into.text = first
        parent.insert(0, into)
    for child in children:
        words, child.tail = child.tail or "", None
        if child.tag in allowed:
            into = child
        else:
            if into is None:
                into = parent.makeelement(wrap)
                child.addprevious(into)
            into.append(child)
        if words.strip():
            _add_words(into, words)


def _add_words(element: HtmlElement, words: str) -> None:
    if len(element):
        element[-1].tail = (element[-1].tail or "") + words
    else:
        element.text = (element.text or "") + words


def _blocks(root: HtmlElement) -> None:
    """Let no block stand within a line of text: emphasis around blocks goes, a paragraph with blocks in it is none."""
    holding: set[HtmlElement] = set()
    for element in reversed(list(root.iter())):  # what is inside comes first
        parent = element.getparent()
        if parent is not None and (element in holding or element.tag in _BLOCKS):
            holding.add(parent)
        if element is root or element not in holding or element.tag in _HOLD_ANY:
            continue
        if element.tag == "p":
            element.tag = "div"
        elif element.tag == "pre" or element.tag in _HEADINGS:
            _flatten(element)
        else:
            element.drop_tag()


def _flatten(element: HtmlElement) -> None:
    """Take the blocks within a heading or preformatted text away; their words stay, apart from one another."""
    apart = "\n" if element.tag == "pre" else " "
    for inside in [one for one in element.iterdescendants() if one.tag in _BLOCKS]:
        inside.tail = apart + (inside.tail or "")
        inside.drop_tag()
