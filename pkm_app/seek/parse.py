"""Parse a feed: bytes to model. One of the small contracts that everything foreign goes through."""

from __future__ import annotations

import re

from pkm_app.base.errors import NotAFeed
from pkm_app.seek.anyfeed import read_any_xml
from pkm_app.seek.assemble import assemble
from pkm_app.seek.charset import to_text
from pkm_app.seek.jsonfeed import read_json
from pkm_app.seek.model import ParsedFeed
from pkm_app.seek.pagelinks import page_links
from pkm_app.seek.rawfeed import RawFeed
from pkm_app.seek.references import mend_references
from pkm_app.seek.xmlfeed import read_plain_xml

__all__ = ["page_links", "parse_feed"]

_ROOT = re.compile(r"<(?:[A-Za-z][\w.\-]{0,30}:)?(?:rss|feed|rdf|channel|cdf)\b", re.IGNORECASE)
_PAGE = re.compile(r"<html[\s>]", re.IGNORECASE)
_BLANKS = re.compile(r"\s{2,}")
_LOOK = 64 * 1024  # characters in which a feed must have begun


def parse_feed(data: bytes, address: str, content_type: str = "") -> ParsedFeed:
    """Read a feed of any format: RSS 0.9 to 2.0, Atom 0.3 and 1.0, JSON Feed 1.0 and 1.1.

    ``data`` is the whole unpacked answer, ``address`` where it came from in the end (the base of relative links),
    ``content_type`` the header as it was sent, used for its charset where the document leaves doubt.

    For any bytes at all the outcome is a ParsedFeed or NotAFeed (MemoryError apart, where there is too little). In
    the result every body has passed content.clean, all other texts are one line of plain text, addresses are
    absolute http or https or "", times are aware and in UTC, every entry has a uid of its own, and ``rel=self`` was
    believed nowhere. No entity of an outside file is read and none of the document's own grows without bound.

    The time it takes is not bounded: feedparser, which reads what is not plain RSS 2.0 or Atom 1.0, can be held for
    minutes. The program therefore calls this through work.strangers only.
    """
    text = to_text(data, content_type).lstrip("\ufeff \t\r\n\x00")
    raw = read_json(text) if text.startswith("{") else _read_xml(text)
    if raw is None:
        raise NotAFeed("There is no feed at this address: what it gives is not RSS, Atom or JSON Feed.")
    return assemble(raw, address)


def _read_xml(text: str) -> RawFeed | None:
    root = _ROOT.search(text, 0, _LOOK)
    if root is None or _PAGE.search(text, 0, root.start()):
        return None  # a web page, most likely: nothing for feedparser to spend its time on
    head = text[: root.start()]
    begin = next((place for place in (head.find("<?xml"), head.find("<!DOCTYPE")) if place >= 0), len(head))
    # What a server wrote before the document goes, such as warnings of PHP. Runs of blanks are made short, since
    # feedparser's time grows with their square.
    text = _BLANKS.sub("\n", head[begin:]) + text[root.start() :]
    raw = read_plain_xml(text)
    if raw is not None:
        return raw
    mended = mend_references(text)
    if mended != text and (raw := read_plain_xml(mended)) is not None:
        return raw
    text = mended
    try:
        return read_any_xml(text)
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001  it raises whatever strangers make it raise; that too is no feed
        return None
