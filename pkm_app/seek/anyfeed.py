"""Every other XML feed, well-formed or not, as feedparser reads it.

feedparser may be held for minutes or made to raise by what strangers write: call this in a worker process, with limits.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from html import escape
from typing import Any

from pkm_app.seek.rawfeed import RawBody, RawEntry, RawFeed, html_of_text

_EDGE = 16 * 1024  # characters
_SKIP = re.compile(r"<(?:hour|day)>\s{0,9}([0-9]{1,2}|[A-Za-z]{6,9})\s{0,9}</(?:hour|day)>", re.IGNORECASE)
_HTML = ("text/html", "application/xhtml+xml")


def read_any_xml(text: str) -> RawFeed | None:
    """Read a feed of any kind feedparser knows, or give None where it sees none.

    What feedparser would clean and make absolute stays as it came; that is done once, for all formats, afterwards.
    May raise anything feedparser raises.
    """
    import feedparser  # here, because most feeds do without it and it takes a tenth of a second to load

    # Given as a stream, since feedparser takes a text for an address or a file to open. Its own guess at the encoding
    # is spared: the text is decoded already. It is not told the address, so that an identifier stays as it was written;
    # relative links come out relative, or complete where the document has an xml:base.
    parsed = feedparser.parse(
        io.BytesIO(_declared(text)),
        response_headers={"content-type": "application/xml; charset=utf-8"},
        sanitize_html=False,
        resolve_relative_uris=False,
    )
    kind = parsed.get("version", "")
    if not kind:
        return None
    feed = parsed.feed
    atom = kind.startswith("atom")
    return RawFeed(
        kind=kind,
        title=_field(feed, "title", atom),
        site=_link(feed),
        base="",
        description=_field(feed, "subtitle", atom),
        language=_text(feed, "language"),
        ttl=_text(feed, "ttl"),
        update_period=_text(feed, "sy_updateperiod"),
        update_frequency=_text(feed, "sy_updatefrequency"),
        skipped=_skipped(text),
        authors=_authors(feed, atom) if atom else (),
        entries=tuple(_entry(entry, atom) for entry in parsed.entries),
    )


def _skipped(text: str) -> tuple[str, ...]:
    """The hours and days without visits, which feedparser leaves out; they stand before or behind all entries."""
    edges = (text[:_EDGE], text[-_EDGE:])
    return tuple(part for edge in edges for part in _SKIP.findall(edge))


def _declared(text: str) -> bytes:
    """The document in UTF-8, with any word on its encoding taken out of its first line."""
    if text.startswith("<?xml"):
        end = text.find("?>", 0, 500)
        if end >= 0:
            text = text[end + 2 :].lstrip()
    return text.encode("utf-8", "replace")


def _text(values: Any, name: str) -> str:
    # dict.get, because feedparser's own get answers with another field where one is missing
    value = dict.get(values, name)
    return value if isinstance(value, str) else ""


def _field(values: Any, name: str, atom: bool) -> str:
    value = _text(values, name)
    kind = _text(dict.get(values, name + "_detail") or {}, "type")
    return escape(value, quote=False) if atom and kind == "text/plain" else value


def _link(values: Any) -> str:
    """The page's address: never ``rel=self``, which may be wrong and is not a page."""
    for link in dict.get(values, "links") or ():
        if _text(link, "rel") in ("", "alternate") and _text(link, "type") in ("", *_HTML) and _text(link, "href"):
            return _text(link, "href")
    return _text(values, "link")


def _enclosed(entry: Any) -> str:
    """The address of what an entry without a page encloses."""
    found = (_text(link, "href") for link in dict.get(entry, "links") or () if _text(link, "rel") == "enclosure")
    return next((address for address in found if address), "")


def _authors(values: Any, atom: bool) -> tuple[str, ...]:
    if not atom and _text(values, "author"):
        return (_text(values, "author"),)  # as it was written: feedparser's way of parting it can cut names
    people = [_text(author, "name") or _text(author, "email") for author in dict.get(values, "authors") or ()]
    return tuple(escape(name, quote=False) if atom else name for name in people if name)


def _bodies(entry: Any, atom: bool) -> Iterator[RawBody]:
    details = list(dict.get(entry, "content") or ())
    if not atom or not any(_text(detail, "value") for detail in details):
        details.append(dict.get(entry, "summary_detail") or {"value": _text(entry, "summary")})
    for detail in details:
        value, kind, base = _text(detail, "value"), _text(detail, "type"), _text(detail, "base")
        if value and (kind in _HTML or not atom):
            yield RawBody(value, base)
        elif value and kind in ("", "text/plain"):
            yield RawBody(html_of_text(value), base)


def _entry(entry: Any, atom: bool) -> RawEntry:
    return RawEntry(
        uid=_text(entry, "id"),
        link=_text(entry, "feedburner_origlink") or _link(entry) or _enclosed(entry),
        permalink="",  # feedparser has made a link of it already
        title=_field(entry, "title", atom),
        authors=_authors(entry, atom) or _authors(dict.get(entry, "source") or {}, atom),
        published=_moment(entry, "published") or _moment(entry, "created"),
        updated=_moment(entry, "updated"),
        bodies=tuple(_bodies(entry, atom)),
    )


def _moment(entry: Any, name: str) -> str:
    """A date as it was written; where only feedparser can read it, as RFC 3339."""
    from pkm_app.seek.dates import parse_date

    written = _text(entry, name)
    parsed = dict.get(entry, name + "_parsed")
    if parsed and parse_date(written) is None:
        return "{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z".format(*parsed[:6])
    return written
