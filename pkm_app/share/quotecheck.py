"""The check of quotations: whose words they are, whether they still are theirs, how long, and what is said of them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pkm_app.content.language import guess
from pkm_app.content.quotation import Quotation
from pkm_app.content.wikilinks import links
from pkm_app.share.beside import Beside
from pkm_app.share.creditcheck import at_end, author_findings, plain, stale_findings
from pkm_app.share.findings import Known, found, shortened
from pkm_app.share.model import Finding, Mend
from pkm_app.share.targets import Resolve
from pkm_app.share.wording import says_when_read, word

_LONG = 120  # words of one quotation from which on the check asks whether all of it is needed
_GAP = re.compile(r"\[?(?:…|\.\.\.)\]?|\[[^\]\n]*\]")  # what a person left out of a quotation, or put in to explain
_WEB = re.compile(r"\]\(<?https?:|https?://")
_REFERENCE = re.compile(r"\[([^\[\]\n]{1,200})\]\[([^\[\]\n]{0,200})\]")
_SAME_LINE = re.compile(r"\S[ \t]+[—–][ \t]*[^\W\d_a-zß-ÿ][^—–]{1,80}\Z")  # "Words of somebody — Seneca"
_UNKNOWN = ("address unknown", "adres onbekend")


def quotation_findings(text: str, quotations: Sequence[Quotation], audience: str, resolve: Resolve,
                       known: Known) -> list[Finding]:
    """Return what is to be said of each quotation of a text."""
    findings: list[Finding] = []
    beside = Beside(text, quotations, known.borders)
    for number, quotation in enumerate(quotations):
        findings += _credit(text, quotation, audience, resolve, known)
        findings += _words(text, quotation, audience, known)
        if not beside.has_own(number):
            findings += _own(text, quotation, audience)
    return findings


def _credit(text: str, quotation: Quotation, audience: str, resolve: Resolve, known: Known) -> list[Finding]:
    where, place = shortened(quotation.text), (quotation.start, quotation.end)
    if not quotation.credit.strip() and not _SAME_LINE.search(quotation.text):
        whole = known.credited(quotation.text)
        lines = text[quotation.start : quotation.end].rstrip("\n")
        ending = text[quotation.start + len(lines) : quotation.end]
        asked = f"{lines}\n>\n> — "
        mend = Mend("credit", *place, whole + ending) if whole else Mend("credit", *place, asked + ending, len(asked))
        return found("credit", audience, where, "This quotation names no author and no source. Add its credit.", place,
                     mend)
    source = next((resolve(link) for link in links(text[quotation.start : quotation.end])
                   if link.target.removesuffix(".md") == quotation.target), None) if quotation.target else None
    if source is None and _led_by_reference(text, text[quotation.start : quotation.end]):
        return []
    if source is None or source.kind in ("own", "missing"):  # a note of one's own made nothing that others said
        lines = text[quotation.start : quotation.end]
        if _WEB.search(lines) or any(words in quotation.credit.casefold() for words in _UNKNOWN):
            return []
        return found("no-address", audience, where,
                     f"The credit “{quotation.credit or where}” leads nowhere. Add an address, or say that it is "
                     "unknown.",
                     place, at_end("unknown", text, quotation, word("unknown", guess(text))))
    return author_findings(text, quotation, audience, source, known)


def _led_by_reference(text: str, lines: str) -> bool:
    """Say whether words lead to the web by a reference, ``[Jan][1]``, that stands elsewhere in the text."""
    return any(re.search(rf"^ {{0,3}}\[{re.escape(match[2] or match[1])}\]:[ \t]*<?https?:", text,
                         re.IGNORECASE | re.MULTILINE) for match in _REFERENCE.finditer(lines))


def _words(text: str, quotation: Quotation, audience: str, known: Known) -> list[Finding]:
    where, place = shortened(quotation.text), (quotation.start, quotation.end)
    findings: list[Finding] = []
    count = len(quotation.text.split())
    if count > _LONG:
        findings += found("length", audience, where, f"This quotation is long: {count} words.", place)
    marked = known.words_of(quotation.highlight_id) if quotation.highlight_id else None
    if marked is None:
        return findings
    if not is_quoted_from(quotation.text, marked):
        whole = known.credited(marked)
        lines = text[quotation.start : quotation.end].rstrip("\n")
        ending = text[quotation.start + len(lines) : quotation.end]
        mend = Mend("restore", *place, whole + ending) if whole else None
        findings += found("altered", audience, where, "These are not the words that you highlighted.", place, mend)
    elif known.has_changed(quotation.highlight_id) and not says_when_read(quotation.credit):
        findings += stale_findings(text, quotation, audience, known)
    return findings


def _own(text: str, quotation: Quotation, audience: str) -> list[Finding]:
    end = quotation.start + len(text[quotation.start : quotation.end].rstrip("\n"))
    mend = Mend("write", end, end, "\n\n", 2)
    return found("own-words", audience, shortened(quotation.text), "Nothing of your own stands beside this quotation.",
                 (quotation.start, quotation.end), mend)


def is_quoted_from(quoted: str, whole: str) -> bool:
    """Say whether words are quoted from others as they stand there: all of them or parts, in order, what was left out
    shown by "…" or brackets. Case, blanks and marks do not count."""
    rest = plain(whole)
    for piece in _GAP.split(quoted):
        at = rest.find(plain(piece))
        if at < 0:
            return False
        rest = rest[at + len(plain(piece)) :]
    return True
