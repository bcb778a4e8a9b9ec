"""The check of links, pictures, names, and of what works in the vault only."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pkm_app.content.codespans import code_ranges, fences, inside
from pkm_app.content.escaping import escape_plain
from pkm_app.content.language import guess
from pkm_app.content.origin import unsigned
from pkm_app.content.quotation import Quotation
from pkm_app.content.wikilinks import WikiLink
from pkm_app.share.findings import Known, found
from pkm_app.share.inline import PICTURES, words_for
from pkm_app.share.model import Finding, Mend
from pkm_app.share.rights import RIGHTS
from pkm_app.share.targets import Resolve, lacks_address, private_words, shows_private

_ON_THE_WEB = re.compile(r"!\[([^\]\n]*)\]\(<?(https?:[^\s)>]+)[^)\n]*\)")
_VAULT_CODE = ("dataview", "dataviewjs", "query", "tasks", "base", "button")
_ELSEWHERE = re.compile(
    r"<%.{0,400}?%>|\{\{[^{}\n]{1,80}\}\}|(?:(?<=\s)|^)\^(?!hl-)[A-Za-z0-9-]{2,}[ \t]*$|^[\w-]{2,40}::[ \t]",
    re.MULTILINE)


_HTML = re.compile(  # HTML of which people expect that it is obeyed; a new line in a table is
    r"</?(?:a|b|center|details|div|em|font|h[1-6]|hr|i|iframe|img|kbd|li|mark|ol|p|small|span|strong|sub|summary|sup|table|"
    r"t[dhr]|u|ul|video)(?:[ \t][^<>\n]{0,200}=[^<>\n]{0,200})?[ \t]*/?>", re.IGNORECASE)


def link_findings(text: str, link: WikiLink, audience: str, resolve: Resolve, known: Known) -> Iterator[Finding]:
    """Yield what is to be said of a link or a picture of the vault."""
    place = (link.start, link.end)
    if link.embed and link.target.lower().endswith(PICTURES):
        yield from _picture(text, link, audience, known)
        return
    target = resolve(link)
    link = replace(link, target=unsigned(link.target))
    shown = link.words or link.target or link.heading
    if shows_private(link, target):
        yield from found("private-embed", audience, link.target,
                         f"The draft shows a private file: {link.target}. Take it out.", place, Mend("out", *place, ""))
    elif link.embed and (link.heading or link.block) and _alone(text, link):  # what can be shown is not here any more
        missing = link.heading or "^" + link.block
        yield from found("nowhere", audience, link.target, f"“{link.target}” has no “{missing}”, so only its name goes "
                         "out.", place, Mend("out", *place, ""))
    elif link.embed and target.kind == "missing" and _alone(text, link):
        yield from found("nowhere", audience, link.target, f"There is no “{link.target}”, so only its name goes out.",
                         place, Mend("out", *place, ""))
    elif target.kind == "anonymous":
        yield from found("anonymous", audience, link.target, f"{shown} goes out without a name.", place)
    elif target.kind == "private" and not link.words.strip() and not target.title:
        words = private_words(guess(text))
        yield from found("private-name", audience, link.target,
                         f"The link to the private file “{link.target}” goes out as “{words}”, without its name.",
                         place, Mend("words", *place, words))
    elif known.leads(link, target):
        return
    elif target.kind != "source":
        words = " ".join((link.words or (link.target and target.title) or shown).split())
        yield from found("link", audience, link.target, f"The link to “{shown}” goes out as plain words.", place,
                         Mend("words", *place, escape_plain(words)))
    elif lacks_address(target, target.address):
        yield from found("address", audience, link.target,
                         f"The address of “{shown}” is not known, so no link leads there.", place)


def _alone(text: str, link: WikiLink) -> bool:
    before, after = text[: link.start].rpartition("\n")[2], text[link.end :].partition("\n")[0]
    return not before.strip() and not after.strip()


def _picture(text: str, link: WikiLink, audience: str, known: Known) -> Iterator[Finding]:
    place = (link.start, link.end)
    if not known.has_picture(link.target):
        yield from found("picture", audience, link.target, f"This picture is not in your PKM folder: {link.target}.",
                         place, Mend("out", *place, ""))
        return
    if not known.is_picture(link.target):
        yield from found("picture", audience, link.target,
                         f"This file cannot be shown as a picture, so it does not go along: {link.target}.", place,
                         Mend("out", *place, ""))
        return
    if not words_for(link.words).strip():
        written = f"![[{link.target}|]]"
        yield from found("alt", audience, link.target,
                         f"This picture has no words for who cannot see it: {link.target}.", place,
                         Mend("alt", *place, written, len(written) - 2))
    before = text.rfind("\n\n", 0, link.start)
    after = text.find("\n\n", link.end)
    below = text.find("\n\n", after + 2) if after >= 0 else -1
    beside = text[before + 1 : below if below >= 0 else len(text)].replace(text[link.start : link.end], "")
    if not RIGHTS.search(beside):
        end = text.find("\n", link.end)
        end = len(text) if end < 0 else end
        yield from found("licence", audience, link.target,
                         f"Nothing says whose picture this is and under what licence: {link.target}.", place,
                         Mend("licence", end, end, "\n*© *", 4))


def other_findings(text: str, audience: str, quotations: Sequence[Quotation]) -> Iterator[Finding]:
    """Yield what is to be said of pictures on the web and of what only other programs understand."""
    code = code_ranges(text)
    for match in _ON_THE_WEB.finditer(text):
        if not inside(code, match.start()):
            yield from found("picture", audience, match[2], f"A picture on the web does not go along: {match[2]}.",
                             match.span(), Mend("out", *match.span(), ""))
    for fence in fences(text):
        kind = text[fence.start : fence.end].partition("\n")[0].strip().strip("`~> ").strip()
        if kind.lower() in _VAULT_CODE:
            yield from found("vault-syntax", audience, kind,
                             f"“{kind}” works in your PKM folder only; it goes out as code.", (fence.start, fence.end),
                             Mend("out", fence.start, fence.end, ""))
    quoted = [(one.start, one.end) for one in quotations]
    for match in (*_ELSEWHERE.finditer(text), *_HTML.finditer(text)):
        if not inside(code, match.start()):
            words = " ".join(match[0].split())
            # what somebody else wrote is not taken out of a quotation
            mend = None if inside(quoted, match.start()) else Mend("out", *match.span(), "")
            yield from found("vault-syntax", audience, words,
                             f"“{words}” means something in your PKM folder only; it goes out as it stands.",
                             match.span(), mend)
