"""The check of names that only the team may read, in everything that leaves: head, words, and addresses of links."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from urllib.parse import unquote

from pkm_app.content.escaping import escape_plain
from pkm_app.content.wikilinks import WikiLink, links
from pkm_app.share.findings import found, shortened
from pkm_app.share.head import Head
from pkm_app.share.model import Finding, Mend
from pkm_app.share.targets import LinkTarget, Resolve

_BETWEEN = r"(?:[\s_+-]|%20)+"  # as a name of several words is written in text, tags and addresses
_LISTS = ("tags", "categories", "compilers")
_TELLING = 4  # letters from which on a name within a longer word is told of: Acmeteam, Acmes


def name_findings(text: str, head: Head, resolve: Resolve, names: Sequence[str], audience: str) -> Iterator[Finding]:
    """Yield where names stand: each once in a part of the head, in a paragraph, and in what a link leads to."""
    if not any(name.strip() for name in names):
        return
    linked = links(text)
    targets = [resolve(link) for link in linked]
    for name in names:
        if name.strip():
            pattern = _pattern(name)
            yield from _in_head(head, name, pattern, audience)
            yield from _in_text(text, linked, name, pattern, audience)
            yield from _within_words(text, linked, name, audience)
            for link, target in zip(linked, targets, strict=True):
                yield from _behind(link, target, name, pattern, audience)


def _pattern(name: str) -> re.Pattern[str]:
    words = _BETWEEN.join(map(re.escape, name.split()))
    return re.compile(rf"(?<![^\W_]){words}(?![^\W_])", re.IGNORECASE)


def _in_head(head: Head, name: str, pattern: re.Pattern[str], audience: str) -> Iterator[Finding]:
    for field, words in head.words():
        match = pattern.search(words)
        if match is None:
            continue
        mend = None
        if field == "title":
            mend = Mend("title", -1, -1, match[0], 0, field)
        elif field in _LISTS:
            mend = Mend("head", -1, -1, words, field=field)
        elif field == "excerpt":
            mend = Mend("head", -1, -1, "", field=field)
        message = (f"The title holds a word of your own house: {name}." if field == "title" else
                   f"“{shortened(words)}” in the head of the draft ({field}) holds a word of your own house: {name}.")
        yield from found("name", audience, name if field == "title" else f"{field}: {shortened(words)}", message,
                         mend=mend)


def _in_text(text: str, linked: Sequence[WikiLink], name: str, pattern: re.Pattern[str],
             audience: str) -> Iterator[Finding]:
    end = 0
    for match in pattern.finditer(text):
        if match.start() < end or _stays(text, linked, match.start()):
            continue
        start, end, internal = _paragraph(text, match.start(), match.end())
        yield from found("name", audience, name, f"The text holds a word of your own house: {name}.",
                         match.span(), Mend("internal", start, end, internal))


def _within_words(text: str, linked: Sequence[WikiLink], name: str, audience: str) -> Iterator[Finding]:
    """Where a longer word begins or ends with a name: Dutch writes such words as one. Each word is told of once."""
    if len(name.strip()) < _TELLING:
        return
    words = _BETWEEN.join(map(re.escape, name.split()))
    within = re.compile(rf"(?<![^\W_])(?:{words}[^\W_]+|[^\W_]+{words})(?![^\W_])", re.IGNORECASE)
    told: set[str] = set()
    for match in within.finditer(text):
        if match[0].casefold() not in told and not _stays(text, linked, match.start()):
            told.add(match[0].casefold())
            yield from found("name-within", audience, match[0],
                             f"“{match[0]}” holds a word of your own house: {name}.", match.span(),
                             Mend("internal", *_paragraph(text, match.start(), match.end())))


def _paragraph(text: str, first: int, last: int) -> tuple[int, int, str]:
    """Return the paragraph around a place, and how it is for the team only."""
    start = text.rfind("\n\n", 0, first)
    start = 0 if start < 0 else start + 2
    end = text.find("\n\n", last)
    end = len(text.rstrip("\n")) if end < 0 else end
    return start, end, f"%% internal\n{text[start:end]}\n%%"


def _stays(text: str, linked: Sequence[WikiLink], place: int) -> bool:
    """Say whether a place is in the name of a file that a link leads to, of which only other words are shown."""
    for link in linked:
        if link.start <= place < link.end and not link.embed and link.words:
            bar = text.find("|", link.start, link.end)
            return text.startswith("[[", link.start) and place < bar
    return False


def _behind(link: WikiLink, target: LinkTarget, name: str, pattern: re.Pattern[str],
            audience: str) -> Iterator[Finding]:
    """What a link brings along that does not stand in the text."""
    place = (link.start, link.end)
    if target.address and pattern.search(unquote(target.address)):
        shown = " ".join((link.words or target.title).split())
        yield from found("name", audience, target.address, f"An address holds a word of your own house: {name}.", place,
                         Mend("words", *place, escape_plain(shown)) if shown else None)
    for words in ("" if link.words else target.title, target.via):
        if words and pattern.search(words):
            yield from found("name", audience, f"{link.target}: {shortened(words)}",
                             f"What a link leads to is called by a word of your own house: {name}.", place)
