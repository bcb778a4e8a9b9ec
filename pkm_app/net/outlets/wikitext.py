"""HTML as wikitext: what a person finishes in MediaWiki's editor, and in which nothing quoted runs.

Headings, lists, links, tables and emphasis become the wiki's own markup; what has none stays as the tags that
MediaWiki allows. Every sign of markup in the words themselves is written as a character reference: templates,
links, signatures, behaviour switches and the like stay the words they were.
"""

from __future__ import annotations

import re
import unicodedata
from html import escape
from typing import Any
from urllib.parse import quote

from pkm_app.content.clean import PARKED, clean_html

_ALWAYS = str.maketrans({char: f"&#{ord(char)};" for char in "[]{}|"})
_TWICE = re.compile(r"\A'|'\Z|'(?=')|(?<=')'|_(?=_)|(?<=_)_|~(?=~)|(?<=~)~|-(?=\{)")
_WEB = re.compile(r"(https?|ftps?|mailto|news|irc|tel|sip|magnet|git|svn|ssh|urn|geo|bitcoin):(?=\S)", re.IGNORECASE)
_MAGIC = re.compile(r"\b(ISBN|RFC|PMID)(\s+)(?=[\dXx-])")
_LINE_START = re.compile(r"\A\s*([*#:;=!+-])")
_BLANKS = re.compile(r"\s+")
_URL_SAFE = "/:?#@!$&()*+,;=%~-."
_INLINE = {"strong": ("'''", "'''"), "b": ("'''", "'''"), "em": ("''", "''"), "i": ("''", "''")}
_KEPT = frozenset(("code", "sub", "sup", "s", "del", "ins", "u", "small", "kbd", "samp", "var", "q", "cite", "abbr",
                   "mark"))
_BLOCKS = frozenset(("p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "pre", "table",
                     "hr", "dl", "section", "figure", "aside"))


def wikitext(html: str) -> str:
    """Return HTML as wikitext without white space at its ends, in the Unicode form that MediaWiki keeps (NFC)."""
    from lxml import html as parser

    cleaned = clean_html(html).replace(f" {PARKED}=", " src=")
    root = parser.fragment_fromstring(cleaned, create_parent="div")
    return unicodedata.normalize("NFC", _blocks(root)).strip()


def wiki_words(text: str, *, first: bool = False) -> str:
    """Return plain words as they stand inert in wikitext; ``first``: they begin a line."""
    text = escape(_BLANKS.sub(" ", text), quote=False).translate(_ALWAYS)
    text = _TWICE.sub(lambda found: f"&#{ord(found[0])};", text)
    text = _MAGIC.sub(lambda found: f"{found[1]}&#32;", _WEB.sub(r"\1&#58;", text))
    if first:
        text = _LINE_START.sub(lambda found: f"&#{ord(found[1])};", text.lstrip())
    return text


def _blocks(element: Any) -> str:
    """The children of an element as blocks, an empty line between them; words among them are paragraphs."""
    parts: list[str] = []
    line = wiki_words(element.text or "", first=True)
    for child in element:
        if child.tag in _BLOCKS:
            parts += [line.strip(), _block(child)]
            line = wiki_words(child.tail or "", first=True)
        else:
            line += _inline_one(child) + wiki_words(child.tail or "")
    return "\n\n".join(part for part in [*parts, line.strip()] if part)


def _block(element: Any) -> str:
    tag = element.tag
    if tag in ("ul", "ol"):
        return _list(element, "") or _html_list(element)
    if tag == "table":
        return _table(element)
    if tag == "pre":
        return f"<pre>{escape(''.join(element.itertext()), quote=False)}</pre>"
    if tag == "hr":
        return "----"
    if tag == "blockquote":
        return f"<blockquote>\n{_blocks(element)}\n</blockquote>"
    if tag in ("h1", "h2", "h3", "h4", "h5", "h6"):
        marks = "=" * max(2, int(tag[1]))  # one sign alone is the title of the page
        return f"{marks} {_inline(element).strip()} {marks}"
    if tag == "p" and not any(child.tag in _BLOCKS for child in element):
        return _paragraph(element)
    return _blocks(element)


def _paragraph(element: Any) -> str:
    return (wiki_words(element.text or "", first=True) + _children(element)).strip()


def _list(element: Any, before: str) -> str:
    """A list in the wiki's own marks, "" where an item holds more than words and lists."""
    mark = before + ("*" if element.tag == "ul" else "#")
    lines: list[str] = []
    for item in element:
        words = wiki_words(item.text or "", first=True)
        below: list[str] = []
        for child in item:
            if child.tag in ("ul", "ol"):
                nested = _list(child, mark)
                if not nested or (child.tail or "").strip():
                    return ""
                below.append(nested)
            elif child.tag == "p" and not words.strip() and not below:
                words += _paragraph(child)
            elif child.tag in _BLOCKS or below:
                return ""
            else:
                words += _inline_one(child) + wiki_words(child.tail or "")
        lines += [f"{mark} {words.strip()}", *below]
    return "\n".join(lines)


def _html_list(element: Any) -> str:
    items = "\n".join(f"<li>{_blocks(item)}</li>" for item in element)
    return f"<{element.tag}>\n{items}\n</{element.tag}>"


def _table(element: Any) -> str:
    lines = ['{| class="wikitable"']
    for row in element.iter("tr"):
        lines.append("|-")
        for cell in row:
            if cell.tag in ("td", "th"):
                mark, words = ("!" if cell.tag == "th" else "|"), _blocks(cell)
                lines.append(f"{mark}\n{words}" if "\n" in words else f"{mark} {words}")
    return "\n".join([*lines, "|}"])


def _inline(element: Any) -> str:
    return wiki_words(element.text or "") + _children(element)


def _children(element: Any) -> str:
    return "".join(_inline_one(child) + wiki_words(child.tail or "") for child in element)


def _inline_one(element: Any) -> str:
    tag = element.tag
    if not isinstance(tag, str):  # a comment
        return ""
    if tag == "br":
        return "<br />"
    if tag == "img":
        return wiki_words(element.get("alt") or "")
    if tag == "input":
        return "☑ " if element.get("checked") is not None else "☐ "
    words = _inline(element)
    if tag == "a" and words.strip():
        address = _address(element.get("href") or "")
        return f"[{address} {words.strip()}]" if address else words
    if tag in _INLINE and words.strip():
        before, after = _INLINE[tag]
        return f"{before}{words}{after}"
    if tag in _KEPT:
        return f"<{tag}>{words}</{tag}>"
    return words


def _address(href: str) -> str:
    if not href.lower().startswith(("http://", "https://", "mailto:")):
        return ""
    return quote(href, safe=_URL_SAFE).replace("__", "%5F%5F").replace("~~", "%7E%7E")
