"""The words within one block of a draft: stress, links, pictures, and who is credited."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Literal
from urllib.parse import unquote

from pkm_app.base.errors import Refused
from pkm_app.content.address import absolute, is_web
from pkm_app.content.origin import unsigned
from pkm_app.content.syntax import vault_link
from pkm_app.content.wikilinks import WikiLink
from pkm_app.share.document import Break, Code, Credit, Image, Inline, Jump, Link, NoteMark, Styled, Text, words_of
from pkm_app.share.wording import reading_label, word

if TYPE_CHECKING:
    from markdown_it.token import Token

    from pkm_app.share.jumps import Jumps
    from pkm_app.share.targets import LinkTarget, Resolve

PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".bmp", ".tif", ".tiff", ".avif", ".svg", ".heic")
_NEW_LINE = re.compile(r"(?<![ \t])[ \t]*<br[ \t]*/?>[ \t]*", re.IGNORECASE)
_DASH = re.compile(r"[ \t]*(?:—|–|―|--)[ \t]*(?=\S|$)")
_SIZE = re.compile(  # how wide it is shown here: "A hedge|120"
    r"(?:\A|(?<![ \t])[ \t]*\|)[ \t]*\d{1,5}(?:x\d{1,5})?[ \t]*\Z")
_STYLES: dict[str, Literal["em", "strong", "del", "mark"]] = {
    "em": "em", "strong": "strong", "s": "del", "mark": "mark"}


class InlineReader:
    """Reads the children of inline tokens. ``task`` is what the box of the last line read says: done, or not.
    ``led`` are the places of headings that what was read leads to."""

    def __init__(self, language: str, resolve: Resolve, picture: Callable[[str], str], cards: bool,
                 jumps: Jumps) -> None:
        self._language = language
        self._resolve = resolve
        self._picture = picture
        self._cards = cards
        self._targets: dict[int, LinkTarget] = {}  # by the identity of the link they became
        self._bare: set[int] = set()  # of those, the links without words of their own
        self._kept: list[Inline] = []  # so that no identity is used twice
        self._jumps = jumps
        self.led: set[int] = set()
        self.task: bool | None = None

    def read(self, children: Sequence[Token]) -> tuple[Inline, ...]:
        """Return a line."""
        found, _ = self._until(children, 0, "")
        return _joined(found)

    def credit(self, named: tuple[Inline, ...]) -> tuple[Credit, str]:
        """Return a credit line as a credit, and the language of its source ("" when it is not known)."""
        target = next((self._targets[id(one)] for one in named if id(one) in self._targets), None)
        if target is None:
            return Credit(named), ""
        named = tuple(map(self._credited, named))
        from pkm_app.share.targets import lacks_address

        if target.kind == "anonymous" or (not self._cards and not lacks_address(target, _web(target.address))):
            return Credit(named), target.language
        if not self._cards:
            unknown = word("unknown", self._language)
            said = words_of(named).casefold()
            return Credit(named, label="" if unknown.casefold() in said else unknown), target.language
        words: list[Inline] = []
        for one in named:
            words += one.inner if isinstance(one, Link) and self._targets.get(id(one)) is target else (one,)
        address = _web(target.address)
        label = reading_label(target.source_kind, address, self._language) if address else word(
            "unknown", self._language)
        said = words_of(words).casefold()
        via = f"via {target.via}" if target.via and target.via.casefold() not in said else ""
        return Credit(_joined(words), via, label, address), target.language

    def _credited(self, one: Inline) -> Inline:
        """Return a part of a credit; a link that says nothing itself credits its source as the program does."""
        if id(one) not in self._bare or not isinstance(one, Link):
            return one
        target = self._targets[id(one)]
        words = target.credit.get(self._language[:2]) or target.credit.get("en", "")
        made = Link(one.address, (Text(words),)) if words else one
        self._targets[id(made)] = target
        self._kept.append(made)
        return made

    def parted(self, inner: tuple[Inline, ...], length: int) -> tuple[tuple[Inline, ...], tuple[Inline, ...]]:
        """Return the rest of the first line behind so many characters, and the lines after it."""
        first = inner[0]
        lines = list(inner)
        if isinstance(first, Text):
            lines[0] = Text(first.words[length:])
        end = next((place for place, one in enumerate(lines) if isinstance(one, Break)), len(lines))
        return _joined(lines[:end]), _joined(lines[end + 1 :])

    def _until(self, children: Sequence[Token], at: int, closing: str) -> tuple[list[Inline], int]:
        found: list[Inline] = []
        while at < len(children):
            token = children[at]
            at += 1
            if token.type == closing:
                break
            if token.type.endswith("_open"):
                inner, at = self._until(children, at, token.type.replace("_open", "_close"))
                found += self._around(token, inner)
            else:
                found += self._single(token)
        return found, at

    def _around(self, token: Token, inner: list[Inline]) -> Sequence[Inline]:
        style = _STYLES.get(token.tag)
        if style is not None:
            return [Styled(style, _joined(inner))] if inner else []
        if token.type != "link_open":
            return inner
        written = str(token.attrs.get("href", ""))
        link = vault_link(written)
        if written.startswith("#"):
            link = WikiLink("", "", unquote(written[1:]), "", False, 0, 0)
        if link is not None:
            return self._to_file(link, _joined(inner))
        address = _web(written) or (absolute(written, mail=True) or "")
        return [Link(address, _joined(inner))] if is_web(address) or address.startswith("mailto:") else inner

    def _single(self, token: Token) -> Sequence[Inline]:
        kind = token.type
        if kind == "text":
            return _with_breaks(token.content) if "<" in token.content else [Text(token.content)] * bool(token.content)
        if kind in ("softbreak", "hardbreak"):
            return [Break(kind == "hardbreak")]
        if kind == "code_inline":
            return [Code(token.content)]
        if kind == "wikilink":
            link = token.meta["link"]
            if link.embed and link.target.lower().endswith(PICTURES):
                return [self._image(link.target, words_for(link.words))]
            return self._to_file(link, ())
        if kind == "image":
            return self._shown(token)
        if kind == "footnote_ref":
            return [NoteMark(int(token.meta["id"]) + 1)]
        if kind == "html_inline" and "task-list-item-checkbox" in token.content:
            self.task = 'checked="checked"' in token.content
            return []
        return [Text(token.content)] if token.content and kind != "footnote_anchor" else []

    def _shown(self, token: Token) -> Sequence[Inline]:
        alt = words_for(words_of(self._until(token.children or [], 0, "")[0]))
        source = str(token.attrs.get("src", ""))
        link = vault_link(source)
        if link is None or link.target.lower().endswith(PICTURES):
            return [self._image(link.target if link else "", alt)]
        return self._to_file(WikiLink(link.target, alt, link.heading, link.block, True, 0, 0), ())

    def _image(self, target: str, alt: str) -> Inline:
        """A picture of the vault; one on the web does not go along: its words stand there."""
        name = self._picture(target) if target else ""
        return Image(name, " ".join(alt.split())) if name else Text(alt)

    def _to_file(self, link: WikiLink, inner: tuple[Inline, ...]) -> Sequence[Inline]:
        from pkm_app.share.targets import shown_words, shows_private

        target = self._resolve(link)
        link = replace(link, target=unsigned(link.target))
        if shows_private(link, target):
            raise Refused("This draft shows the private file “{name}”. Take it out first.", name=link.target)
        place = self._jumps.place(link, target)
        plain = all(isinstance(one, Text) for one in inner)
        shown: tuple[Inline, ...] = inner
        if plain or target.kind == "anonymous":  # else they have a look of their own
            written = words_of(inner) or link.words or _heading(link, place)
            shown = (Text(shown_words(written, link, target, self._language)),)
        if place:
            self.led.add(place)
            return [Jump(place, shown)]
        if target.kind not in ("source", "anonymous"):
            return shown
        made = Link(_web(target.address) if target.kind == "source" else "", shown)
        self._targets[id(made)] = target
        self._kept.append(made)
        if target.kind == "source" and not inner and not link.words.strip():
            self._bare.add(id(made))
        return [made]


def _heading(link: WikiLink, place: int) -> str:
    """What a link to a heading of its own file, or to one that stands in the draft, says."""
    return link.heading.rpartition("#")[2] if place or not link.target else ""


def _with_breaks(words: str) -> list[Inline]:
    """Return words in which ``<br>`` is what people write it for, in a table above all: a new line."""
    found: list[Inline] = []
    for number, part in enumerate(_NEW_LINE.split(words)):
        found += [Break(True)] if number else []
        found += [Text(part)] if part else []
    return found


def words_for(written: str) -> str:
    """Return what a picture shows, of what stands beside its name: without how wide it is shown."""
    return _SIZE.sub("", written)


def split_credit(inner: tuple[Inline, ...]) -> tuple[tuple[Inline, ...], tuple[Inline, ...] | None]:
    """Part the last line of a paragraph from it when it credits somebody: the words without their dash, else None."""
    last = max((place for place, one in enumerate(inner) if isinstance(one, Break)), default=-1)
    first = inner[last + 1] if last + 1 < len(inner) else None
    dash = _DASH.match(first.words) if isinstance(first, Text) else None
    if dash is None or not isinstance(first, Text):
        return inner, None
    rest = first.words[dash.end() :]
    named = (*((Text(rest),) if rest else ()), *inner[last + 2 :])
    return (inner[:last] if last > 0 else ()), named or None


def _web(address: str) -> str:
    found = (absolute(address) or "").replace("\\", "%5C")
    return found if is_web(found) else ""


def _joined(parts: Sequence[Inline]) -> tuple[Inline, ...]:
    """Return parts with neighbouring words as one; an inline whose identity counts stays itself."""
    found: list[Inline] = []
    for part in parts:
        last = found[-1] if found else None
        if isinstance(part, Text) and isinstance(last, Text):
            found[-1] = Text(last.words + part.words)
        else:
            found.append(part)
    return tuple(found)
