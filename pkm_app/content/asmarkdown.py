"""HTML as Markdown of the PKM folder, with its structure: headings, lists, quotations, links, stress, code, tables.

What it means nothing in becomes its words, escaped so that they mean nothing but themselves: no words are lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING
from urllib.parse import quote

from pkm_app.content.clean import PARKED, clean_html
from pkm_app.content.escaping import escape_plain

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_HEADINGS = {f"h{level}": "#" * level for level in range(1, 7)}
_MARKS = {"strong": "**", "b": "**", "em": "*", "i": "*", "del": "~~", "s": "~~", "strike": "~~", "mark": "=="}
_BLOCKS = frozenset(("p", "div", "ul", "ol", "dl", "dt", "dd", "li", "blockquote", "table", "pre", "hr", *_HEADINGS))
_BREAK, _PART = "\ue0f1", "\ue0f2"  # a line and a paragraph that end within loose words
_BLANK = re.compile(r"\n[ \t]*\r?\n\s*")
_SPACE = re.compile(r"[ \t\r\n\f]+")
_AT_START = re.compile(r"(?m)^(?:([-+=:])|(\d{1,9})([.)])(?=\s|$))")
_BOX = {"☑": "[x]", "☐": "[ ]"}
_BOXED = re.compile(r"([☑☐])\s*")
_NOTE = re.compile(r"#?(?:fn|footnote)[-:_.]?(\d{1,4})")
_BACK = re.compile(r"#(?:fnref|footnote-?ref)")
_NOTES = ("Notes", "Noten")  # above the notes of a post; in Markdown they have no heading
_SAFE = "!#$%&'()*+,/:;=?@[]~-._"  # in an address that stands between < and >


def markdown_of(html: str) -> str:
    """Return HTML, whosever it is, as Markdown that ends in one newline; "" for none."""
    from lxml import html as parsing

    cleaned = clean_html(html)
    if not cleaned.strip():
        return ""
    parser = parsing.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True,
                                huge_tree=True)  # as deep as cleaning lets it be
    root = parsing.fragment_fromstring(f"<div>{cleaned}</div>".encode("utf-8", "replace"), parser=parser)
    made = _blocks(root)
    return f"{made}\n" if made else ""


def _blocks(element: HtmlElement) -> str:
    """The blocks of an element; words that stand loose between them are paragraphs."""
    found: list[tuple[str, str]] = []
    loose = [_loose(element)]

    def end() -> None:
        for part in "".join(loose).split(_PART):
            words = _paragraph(part)
            if words:
                _add(found, "p", words)
        loose.clear()

    for child in element:
        if child.tag in _BLOCKS or any(inside.tag in _BLOCKS for inside in child.iterdescendants()):
            end()
            made = _block(child)
            if made:
                _add(found, str(child.tag), made)
        else:
            loose.append(_inline(child))
        loose.append(_loose(child, tail=True))
    end()
    return "\n\n".join(made for _, made in found)


def _loose(element: HtmlElement, tail: bool = False) -> str:
    """Words between blocks; of them a blank line parts paragraphs, as some editors write them."""
    text = element.tail if tail else element.text
    return _PART.join(map(_text, _BLANK.split((text or "").replace(_PART, ""))))


def _add(found: list[tuple[str, str]], tag: str, made: str) -> None:
    if tag == "p" and made.startswith("— ") and found and found[-1][0] == "blockquote":
        found[-1] = ("p", f"{found[-1][1]}\n>\n{_behind('> ', made)}")  # the credit of a quotation belongs to it
    elif made.startswith("[^") and found and found[-1][1].lstrip("# ") in _NOTES:
        found[-1] = (tag, made)
    elif found and tag in ("ul", "ol") and found[-1][0] == tag:
        found.append((tag, f"<!-- -->\n\n{made}"))  # else both would be one list
    else:
        found.append((tag, made))


def _block(element: HtmlElement) -> str:
    tag = str(element.tag)
    if tag in _HEADINGS:
        words = _joined(_inside(element)).replace("\\\n", " ")
        return f"{_HEADINGS[tag]} {words}" if words else ""
    if tag == "blockquote":
        return _behind("> ", _blocks(element))
    if tag in ("ul", "ol"):
        return _list(element)
    if tag == "pre":
        return _code(element)
    if tag == "table":
        return _table(element)
    if tag == "hr":
        return "* * *"
    return _blocks(element)


def _list(element: HtmlElement) -> str:
    start = element.get("start", "")
    number = int(start) if start.isdigit() else 1
    items = []
    notes = [_NOTE.fullmatch(child.get("id", "")) for child in element]
    if notes and all(notes):
        return "\n\n".join(f"[^{note[1]}]: " + _blocks(child).replace("\n", "\n    ")
                           for note, child in zip(notes, element, strict=True) if note)
    for child in element:
        made = _blocks(child) if child.tag == "li" else _block(child)
        made = _BOXED.sub(lambda match: f"{_BOX[match[1]]} ", made, count=1) if made[:1] in _BOX else made
        sign = "- " if element.tag == "ul" else f"{number}. "
        if len(child) and not any(inside.tag in ("p", "div") for inside in child):
            made = made.replace("\n\n", "\n", 1)  # what hangs on an item that is one line stands right below it
        items.append(sign + made.replace("\n", "\n" + " " * len(sign)).replace(" " * len(sign) + "\n", "\n"))
        number += 1
    return ("\n\n" if any("\n\n" in item for item in items) else "\n").join(items)


def _code(element: HtmlElement) -> str:
    inner = element.find("code")
    kind = (inner.get("class") or "").removeprefix("language-") if inner is not None else ""
    words = str(element.text_content()).strip("\n")
    longest = max((len(run) for run in re.findall(r"`{3,}", words)), default=2)
    fence = "`" * (longest + 1)
    return f"{fence}{kind}\n{words}\n{fence}"


def _table(element: HtmlElement) -> str:
    rows = [[_cell(cell) for cell in row if cell.tag in ("td", "th")] for row in _rows(element)]
    caption = element.find("caption")
    above = f"{_paragraph(_inside(caption))}\n\n" if caption is not None else ""
    rows = [row for row in rows if row]
    if not rows:
        return above.strip()
    width = max(map(len, rows))
    lines = [f"| {' | '.join([*row, *[''] * (width - len(row))])} |" for row in rows]
    return above + "\n".join([lines[0], "|" + " --- |" * width, *lines[1:]])


def _rows(element: HtmlElement) -> Iterator[HtmlElement]:
    """The rows of a table itself, none of a table in its cells: those come with their cell."""
    for child in element:
        if child.tag == "tr":
            yield child
        elif child.tag in ("thead", "tbody", "tfoot"):
            yield from _rows(child)


def _cell(cell: HtmlElement) -> str:
    return re.sub(r"\s*\\?\n\s*", " ", _blocks(cell)).replace("|", "&#124;").replace("\\&#124;", "&#124;")


def _inside(element: HtmlElement) -> str:
    parts = [_text(element.text)]
    for child in element:  # no generator: as deep as cleaning lets it be, each level counts
        parts += [_inline(child), _text(child.tail)]
    return "".join(parts)


def _inline(element: HtmlElement) -> str:
    tag = str(element.tag)
    if tag == "br":
        return _BREAK
    if tag == "img":
        return _picture(element)
    if tag == "code":
        return _code_span(str(element.text_content()))
    words = _inside(element)
    if tag in _MARKS:
        return _around(words, _MARKS[tag])
    address = element.get("href") if tag == "a" else ""
    note = _NOTE.fullmatch(address or "")
    if note or _BACK.match(address or ""):
        return f"[^{note[1]}]" if note else ""
    if address and words.strip():
        bare = words.strip()
        return words.replace(bare, f"[{bare}](<{quote(address, safe=_SAFE)}>)", 1)
    return words


def _around(words: str, sign: str) -> str:
    bare = words.strip(f" {_BREAK}")
    return words.replace(bare, f"{sign}{bare}{sign}", 1) if bare else words


def _picture(element: HtmlElement) -> str:
    address = element.get(PARKED) or element.get("src") or ""
    words = _text(element.get("alt"))
    return f"![{words}](<{quote(address, safe=_SAFE)}>)" if address.startswith(("http://", "https://")) else words


def _code_span(words: str) -> str:
    words = _SPACE.sub(" ", words)
    if not words.strip():
        return ""
    fence = "`" * (max((len(run) for run in re.findall(r"`+", words)), default=0) + 1)
    room = " " if words[0] in "` " or words[-1] in "` " else ""
    return f"{fence}{room}{words}{room}{fence}"


def _text(text: str | None) -> str:
    """Words as they stand within a line."""
    words = _SPACE.sub(" ", re.sub(f"[{_BREAK}{_PART}]", "", text or ""))
    return escape_plain(f"x{words}x")[1:-1]


def _paragraph(words: str) -> str:
    return _AT_START.sub(lambda match: f"\\{match[1]}" if match[1] else f"{match[2]}\\{match[3]}", _joined(words))


def _joined(words: str) -> str:
    lines = (_SPACE.sub(" ", line).strip() for line in words.split(_BREAK))
    return "\n".join(lines).strip("\n").replace("\n", "\\\n")


def _behind(sign: str, text: str) -> str:
    return "\n".join(f"{sign}{line}".rstrip() for line in text.split("\n")) if text else ""
