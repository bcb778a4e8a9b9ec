"""HTML as wikitext: what a person finishes in MediaWiki's editor, and in which nothing quoted runs.

Headings, lists, links, tables and emphasis become the wiki's own markup; what has none stays as the tags that
MediaWiki allows: a quotation holds the words of another in their language, and below them its credit. Every sign of
markup in the words themselves is written as a character reference: templates, links, signatures, behaviour switches
and the like stay the words they were.
"""

from __future__ import annotations

import re
import unicodedata
from html import escape
from typing import Any
from urllib.parse import quote

from pkm_app.content.postable import postable

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
                     "hr", "dl", "section", "figure", "figcaption", "aside"))
_BOX = '<div style="border: 1px solid #a2a9b1; padding: 0.2em 1em; margin: 1em 0;">'
_NOTE = re.compile(r"#(fn(?:ref)?-\d{1,4})")


def wikitext(html: str) -> str:
    """Return HTML as wikitext without white space at its ends, in the Unicode form that MediaWiki keeps (NFC)."""
    from lxml import html as parser

    root = parser.fragment_fromstring(postable(html), create_parent="div")
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
        return (_list(element, "") if element.get("start") is None else "") or _html_list(element)
    if tag == "table":
        return _table(element)
    if tag == "pre":
        return f"<pre>{escape(''.join(element.itertext()), quote=False)}</pre>"
    if tag == "hr":
        return "----"
    if tag == "blockquote":
        return f"<blockquote>\n{_in_its_language(element)}\n</blockquote>"
    if tag == "figure" and element.find("blockquote") is not None:
        words, credit = element.find("blockquote"), element.find("figcaption")
        said = "" if credit is None else f"\n\n{_paragraph(credit)}"
        return f"<blockquote>\n{_in_its_language(words)}{said}\n</blockquote>"
    if tag == "aside":
        return f"{_BOX}\n{_blocks(element)}\n</div>"
    if tag in ("h1", "h2", "h3", "h4", "h5", "h6"):
        marks = "=" * max(2, int(tag[1]))  # one sign alone is the title of the page
        return f"{marks} {_inline(element).strip()} {marks}"
    if tag in ("p", "figcaption") and not any(child.tag in _BLOCKS for child in element):
        return _paragraph(element)
    return _blocks(element)


def _in_its_language(element: Any) -> str:
    language = element.get("lang")
    return f'<div lang="{language}">\n{_blocks(element)}\n</div>' if language else _blocks(element)


def _paragraph(element: Any) -> str:
    words = (wiki_words(element.text or "", first=True) + _children(element)).strip()
    language = element.get("lang")
    return f'<span lang="{language}">{words}</span>' if language and words else words


def _list(element: Any, before: str) -> str:
    """A list in the wiki's own marks, "" where an item holds more than words and lists."""
    mark = before + ("*" if element.tag == "ul" else "#")
    lines: list[str] = []
    for item in element:
        words = _anchor(item) + wiki_words(item.text or "", first=True)
        below: list[str] = []
        for child in item:
            if child.tag in ("ul", "ol"):
                nested = _list(child, mark)
                if not nested or (child.tail or "").strip():
                    return ""
                below.append(nested)
            elif child.tag == "p" and words.strip() == _anchor(item) and not below:
                words += _paragraph(child)
            elif child.tag in _BLOCKS or below:
                return ""
            else:
                words += _inline_one(child) + wiki_words(child.tail or "")
        lines += [f"{mark} {words.strip()}", *below]
    return "\n".join(lines)


def _html_list(element: Any) -> str:
    items = "\n".join(f"<li>{_anchor(item)}{_blocks(item)}</li>" for item in element)
    start = f' start="{element.get("start")}"' if element.get("start") else ""
    return f"<{element.tag}{start}>\n{items}\n</{element.tag}>"


def _anchor(element: Any) -> str:
    """The place of a footnote, or of its call, as one can be led to it."""
    name = element.get("id")
    return f'<span id="{name}"></span>' if name else ""


def _table(element: Any) -> str:
    lines = ['{| class="wikitable"']
    for row in element.iter("tr"):
        lines.append("|-")
        for cell in row:
            if cell.tag in ("td", "th"):
                mark, words = ("!" if cell.tag == "th" else "|"), _blocks(cell)
                mark += f' style="{cell.get("style")};" |' if cell.get("style") else ""
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
        note = _NOTE.fullmatch(element.get("href") or "")
        if note:
            return f"{_anchor(element)}[[#{note[1]}|{words.strip()}]]"
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
