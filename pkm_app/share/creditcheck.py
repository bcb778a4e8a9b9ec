"""The check of what a credit says: who made it, and whether its words still stand there."""

from __future__ import annotations

import re
from datetime import date

from pkm_app.content.language import guess
from pkm_app.content.quotation import Quotation
from pkm_app.content.wikilinks import WikiLink, link_to, links
from pkm_app.share.findings import Known, found, shortened
from pkm_app.share.model import Finding, Mend, MendKind
from pkm_app.share.targets import LinkTarget
from pkm_app.share.wording import as_read, word

_NO_LETTERS = re.compile(r"[\W_]+")


def author_findings(text: str, quotation: Quotation, audience: str, source: LinkTarget, known: Known) -> list[Finding]:
    """Return what is to be said where a credit names nobody who made what is quoted."""
    if source.kind != "source" or source.source_kind == "conversation":
        return []
    shown = quotation.credit
    link = next((one for one in links(text[quotation.start : quotation.end])
                 if one.target.removesuffix(".md") == quotation.target), None)
    if link and not link.words and source.credit:  # then the program says there who made it
        shown = shown.replace(link.target, next(iter(source.credit.values())))
    said = plain(shown)
    if source.author and plain(source.author) in said:
        return []
    besides = said.replace(plain(source.title), "")
    if besides and (_names_somebody(shown, source) if source.author else
                    said not in map(plain, source.credit.values())):
        return []
    who = source.author or (known.author_of(link) if link else "")
    unknown = at_end("author-unknown", text, quotation, word("author-unknown", guess(text)))
    place = (quotation.start, quotation.end)
    more: tuple[Mend, ...] = (Mend("source", *place, quotation.target, 0),)
    message = f"The source “{source.title}” names no author."
    if source.author:
        message, more = f"This credit does not name {source.author}, who made “{source.title}”.", ()
    elif who:
        message, more = f"{message} It is from {who}.", (unknown, *more)
    mend = _naming(quotation, link, source.title, who) if link and who else unknown
    return found("author", audience, shortened(quotation.text), message, place, mend, more)


def _names_somebody(credit: str, source: LinkTarget) -> bool:
    """Say whether a credit has words that may be a name, beside the title: "hier" and "lees verder" are none."""
    title = {plain(word) for word in source.title.split()}
    return any(word[0].isupper() and plain(word) not in title for word in re.findall(r"[^\W\d_][\w'’.-]*", credit))


def _naming(quotation: Quotation, link: WikiLink, title: str, who: str) -> Mend:
    """Put who made it before the words of a credit's link, where the program itself writes it."""
    start, end = quotation.start + link.start, quotation.start + link.end
    block = link.block or ""
    return Mend("author", start, end, link_to(link.target, f"{who}, {link.words or title}", block))


def stale_findings(text: str, quotation: Quotation, audience: str, known: Known) -> list[Finding]:
    """Return what is to be said of words that no longer stand in their source."""
    place, now, day = (quotation.start, quotation.end), known.newer(quotation.highlight_id), _day(known, quotation)
    mends = []
    if day is not None:
        mends.append(at_end("as-read", text, quotation, as_read(day, guess(text))))
    if now:
        mends.append(Mend("newer", *place, quotation.highlight_id))
    mends.append(Mend("source", *place, f"{quotation.target}#^{quotation.highlight_id}", 0))
    message = "Its source was changed since: these words no longer stand there."
    return found("stale", audience, shortened(quotation.text),
                 f"{message} There stands now: “{shortened(now)}”" if now else message, place, mends[0],
                 tuple(mends[1:]))


def _day(known: Known, quotation: Quotation) -> date | None:
    try:
        return date.fromisoformat(known.read_on(quotation.highlight_id)[:10])
    except ValueError:  # typed by hand, or by another program: nobody knows
        return None


def at_end(kind: MendKind, text: str, quotation: Quotation, words: str) -> Mend:
    """Return the mend that says something at the end of a credit."""
    end = quotation.start + len(text[quotation.start : quotation.end].rstrip("\n"))
    return Mend(kind, end, end, f", {words}")


def plain(words: str) -> str:
    """Return only the letters and digits of some words, small."""
    return _NO_LETTERS.sub("", words).casefold()
