"""Bounds for HTML before a parser sees it: depth, number of tags, size of a tag.

An HTML parser of the standard is quadratic, or worse, in three ways for which 200 KB suffice: it looks through the
stack of open elements at most tags (``<div>`` 20,000 deep), it opens every unclosed ``<b>`` anew in each paragraph
that follows, and it compares each attribute of a tag with those before. One pass of a small tokenizer, exact for the
tags that remain, finds such matter and rewrites it well nested and shallow. It is no sanitiser: what it gives is
cleaned afterwards.
"""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import accumulate

from pkm_app.content.elements import BLOCKS, FORMATTING, HEADINGS, MARKERS, SWALLOWING, TABLE_PARTS, VOID, names

MAX_DEPTH = 256
_MAX_TAGS = 100_000
_MAX_FORMATTING = 16
_MAX_ELEMENTS = 500_000
_MAX_TAG_CHARACTERS = 8192
_FEW_TAGS = 3000
_SHORT = 64 * 1024

_BLANK = "[\\t\\n\\f\\r ]"
_VALUE = r"\"[^\"]*+(?:\"|\Z)|'[^']*+(?:'|\Z)|(?![\"'])[^\t\n\f\r >]*+"
_ATTRIBUTE = rf"[^\t\n\f\r />][^\t\n\f\r />=]*+(?:{_BLANK}*+={_BLANK}*+(?:{_VALUE}))?+"
# One token of the standard's tokenizer. A tag that never ends runs to the end of the text, as it does there.
_TOKEN = re.compile(
    r"<!--(?:-?>|(?s:.*?)(?:--!?>|\Z))"
    rf"|<(?P<slash>/?)(?P<name>[A-Za-z][^\t\n\f\r />]*+)(?P<rest>(?:[\t\n\f\r /]++|{_ATTRIBUTE})*+)(?P<end>>|\Z)"
    r"|<[!?/][^>]*+(?:>|\Z)"
)
_ATTRIBUTES = re.compile(_ATTRIBUTE)
_SWALLOWING_END = {name: re.compile(rf"</{name}(?=[\t\n\f\r />])", re.IGNORECASE) for name in SWALLOWING}
_TABLE = frozenset(("table",))
_SCOPE = names("td th caption table")
_ITEM_SCOPE = BLOCKS - names("address div p hr")
# Which open elements a start tag closes first, and those it does not look beyond (HTML, 13.2.6.4.7 and following).
_CLOSES: dict[str, tuple[frozenset[str], frozenset[str]]] = {
    "li": (frozenset(("li",)), _ITEM_SCOPE),
    **dict.fromkeys(("dt", "dd"), (frozenset(("dt", "dd")), _ITEM_SCOPE)),
    **dict.fromkeys(("td", "th"), (frozenset(("td", "th")), _TABLE)),
    "tr": (frozenset(("tr",)), _TABLE),
    **dict.fromkeys(("tbody", "thead", "tfoot"), (frozenset(("tbody", "thead", "tfoot")), _TABLE)),
    "a": (frozenset(("a",)), BLOCKS),
}
_FORMATTING_TAG = re.compile(rf"<(?:{'|'.join(sorted(FORMATTING))})(?=[\t\n\f\r />])", re.IGNORECASE)
_ANY_TAG = re.compile(r"<(/?)([a-z0-9]+)")
_PAIRED_TAG = re.compile(r"<(/?)(?!(?:br|img|hr|wbr)\b)[a-z]")
_UNSURE = TABLE_PARTS | names("table ruby rt rp")
# Beyond which open elements an end tag does not reach.
_REACH: dict[str, frozenset[str]] = {
    **dict.fromkeys(BLOCKS | FORMATTING, _SCOPE),
    **dict.fromkeys(TABLE_PARTS, _TABLE),
    "table": frozenset(),
    "li": _SCOPE | {"ul", "ol"},
}


def bounded(html: str, keep: frozenset[str]) -> str:
    """Return ``html``, or, where parsing it could take long, a shallow and well-nested reading of it.

    Then only elements of ``keep`` remain, at most 256 deep; deeper ones give their text to the one around them.
    Scripts, styles and drawings go with what is in them. Ordinary matter comes back as it was. Linear in time.
    """
    tags = html.count("<")
    if tags <= MAX_DEPTH and len(html) <= _SHORT:
        return html
    if tags <= _FEW_TAGS and len(html) <= _SHORT and len(_FORMATTING_TAG.findall(html)) * tags <= _MAX_ELEMENTS:
        return html  # at worst some tenths of a second
    walk = _Walk(keep)
    walk.run(html)
    return "".join(walk.parts) if walk.heavy else html


def flattened(clean: str, keep: frozenset[str]) -> str:
    """Return the output of a sanitiser with nesting beyond 256 taken out."""
    if clean.count("<") <= 2 * MAX_DEPTH or depth(clean) <= MAX_DEPTH:
        return clean
    walk = _Walk(keep)
    walk.run(clean)
    return "".join(walk.parts)


def depth(clean: str) -> int:
    """Return how deep the elements of a sanitiser's output stand in one another."""
    return max(accumulate(-1 if slash else 1 for slash in _PAIRED_TAG.findall(clean)), default=0)


def settled(clean: str) -> bool:
    """Whether a sanitiser's output is sure to be read as the very tree it was written from.

    A parser mends a paragraph within a paragraph, a link within a link, an item right within an item; tables and ruby
    it mends in more ways than are looked at here. False may mean no more than "not sure".
    """
    stack: list[str] = []
    for slash, name in _ANY_TAG.findall(clean):
        if slash:
            stack.pop()
            continue
        if name in BLOCKS or name in _UNSURE:
            if "p" in stack or name in _UNSURE or _mended(name, stack):
                return False
        elif name == "a" and "a" in stack:
            return False
        if name not in VOID:
            stack.append(name)
    return True


def _mended(name: str, stack: list[str]) -> bool:
    if name in HEADINGS:
        return bool(stack) and stack[-1] in HEADINGS
    if name in _CLOSES:
        wanted, barriers = _CLOSES[name]
        for other in reversed(stack):
            if other in wanted:
                return True
            if other in barriers:
                break
    return False


class _Walk:
    """One pass over the tags, with a stack of what is open.

    The stack is never shallower than the parser's own would be: where the two could differ to the worse, ``odd`` is
    set, and the rewritten text is used, in which they cannot.
    """

    def __init__(self, keep: frozenset[str]) -> None:
        self.keep = keep
        self.parts: list[str] = []
        self.stack: list[str] = []
        self.open: defaultdict[str, int] = defaultdict(int)
        self.dropped: defaultdict[str, int] = defaultdict(int)
        self.endless: set[str] = set()
        self.formatting = self.widest = self.strays = self.tags = 0
        self.odd = False

    @property
    def heavy(self) -> bool:
        """Whether the text must be rewritten. A stray ``<b>`` may be opened anew at every later tag."""
        return self.odd or self.strays > MAX_DEPTH or (self.widest + self.strays) * self.tags > _MAX_ELEMENTS

    def run(self, html: str) -> None:
        position = 0
        while (token := _TOKEN.search(html, position)) is not None:
            self.text(html[position : token.start()])
            position = token.end()
            name = (token["name"] or "").lower()
            if not name:
                continue
            if token["end"] != ">":  # the text ends inside a tag, and the standard drops that tag
                self.odd = True
            elif name in _SWALLOWING_END:
                position = position if token["slash"] else self.swallow(name, html, position)
            elif name in MARKERS:
                self.odd = True
                self.parts.append(" ")
            elif token["slash"]:
                self.end(name)
            elif self.tags >= _MAX_TAGS:
                self.odd = True
                self.parts.append(" ")
            else:
                self.start(name, token["rest"])
        self.text(html[position:])
        self.parts.extend(f"</{name}>" for name in reversed(self.stack) if name in self.keep)

    def text(self, text: str) -> None:
        self.parts.append(text.replace("<", "&lt;") if "<" in text else text)

    def swallow(self, name: str, html: str, position: int) -> int:
        self.odd = True
        end = None if name in self.endless else _SWALLOWING_END[name].search(html, position)
        if end is None:
            self.endless.add(name)
        return end.start() if end else position

    def start(self, name: str, rest: str) -> None:
        self.tags += 1
        if name in TABLE_PARTS and not self.open["table"]:
            self.parts.append(" ")
            return
        self.close_implied(name)
        if len(rest) > _MAX_TAG_CHARACTERS:
            self.odd = True
            rest = _shortened(rest)
        if name in VOID:
            self.parts.append(f"<{name}{rest}>" if name in self.keep else "")
            return
        crowded = name in FORMATTING and (self.formatting >= _MAX_FORMATTING or (name == "a" and self.open["a"] > 0))
        if crowded or len(self.stack) >= MAX_DEPTH:
            self.odd = True
            self.dropped[name] += 1
            self.parts.append(" " if name in BLOCKS else "")
            return
        self.stack.append(name)
        self.open[name] += 1
        if name in FORMATTING:
            self.formatting += 1
            self.widest = max(self.widest, self.formatting)
        if name in self.keep:
            self.parts.append(f"<{name}{rest}>")

    def end(self, name: str) -> None:
        if self.dropped[name]:
            self.dropped[name] -= 1
            self.parts.append(" " if name in BLOCKS else "")
        elif self.stack and self.stack[-1] == name:
            self.close_to(len(self.stack) - 1)
        elif self.open[name]:
            self.close_nearest(frozenset((name,)), _REACH.get(name, BLOCKS))
        elif name in ("p", "br") and self.tags < _MAX_TAGS:
            self.tags += 1
            self.parts.append("<br>")

    def close_implied(self, name: str) -> None:
        if self.open["p"] and name in BLOCKS:
            self.close_nearest(frozenset(("p",)), _SCOPE)
        if name in _CLOSES:
            self.close_nearest(*_CLOSES[name])
        elif name in HEADINGS and self.stack and self.stack[-1] in HEADINGS:
            self.close_to(len(self.stack) - 1)

    def close_nearest(self, wanted: frozenset[str], barriers: frozenset[str]) -> None:
        for name in wanted:
            if self.open[name]:
                break
        else:
            return
        for at in range(len(self.stack) - 1, -1, -1):
            if self.stack[at] in wanted:
                self.close_to(at)
                return
            if self.stack[at] in barriers:
                return

    def close_to(self, depth: int) -> None:
        across = self.stack[depth] in FORMATTING  # </b> leaves a <div> open in the parser; not in the rewritten text
        while len(self.stack) > depth:
            name = self.stack.pop()
            self.open[name] -= 1
            if name in FORMATTING:
                self.formatting -= 1
                self.strays += len(self.stack) > depth
            elif across and name in BLOCKS:
                self.odd = True
            if name in self.keep:
                self.parts.append(f"</{name}>")


def _shortened(rest: str) -> str:
    """Return the first attributes of a huge tag, without those that are huge themselves (pictures in ``data:``)."""
    found: dict[str, str] = {}
    for match in _ATTRIBUTES.finditer(rest):
        attribute = match.group()
        if len(attribute) <= 4096:
            found.setdefault(attribute.partition("=")[0].strip().lower(), attribute)
        if len(found) >= 32:
            break
    return "".join(" " + attribute for attribute in found.values())
