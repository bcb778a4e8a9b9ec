"""One's own outgoing feed: what was published for everybody, as Atom 1.0 (RFC 4287)."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

_NS = "http://www.w3.org/2005/Atom"


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """One post: ``entry_id`` never changes, ``html`` is cleaned, the times are aware."""

    entry_id: str
    title: str
    url: str
    html: str
    published: datetime
    updated: datetime
    language: str = ""


def atom(title: str, author: str, feed_id: str, entries: Sequence[FeedEntry], now: datetime) -> bytes:
    """Return the feed as a file, latest entry first. ``now`` is its time while it has no entries."""
    ET.register_namespace("", _NS)
    feed = ET.Element(f"{{{_NS}}}feed")
    latest = sorted(entries, key=lambda entry: entry.updated, reverse=True)
    _add(feed, "id", feed_id)
    _add(feed, "title", title)
    _add(feed, "updated", _time(latest[0].updated if latest else now))
    _add(ET.SubElement(feed, f"{{{_NS}}}author"), "name", author)
    for entry in latest:
        node = ET.SubElement(feed, f"{{{_NS}}}entry")
        if entry.language:
            node.set("{http://www.w3.org/XML/1998/namespace}lang", entry.language)
        _add(node, "id", entry.entry_id)
        _add(node, "title", entry.title)
        ET.SubElement(node, f"{{{_NS}}}link", rel="alternate", type="text/html", href=entry.url)
        _add(node, "published", _time(entry.published))
        _add(node, "updated", _time(entry.updated))
        content = ET.SubElement(node, f"{{{_NS}}}content", type="html")
        content.text = _xml(entry.html)
    ET.indent(feed)
    text: str = ET.tostring(feed, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n'.encode()


def _add(parent: ET.Element, name: str, text: str) -> None:
    ET.SubElement(parent, f"{{{_NS}}}{name}").text = _xml(text)


def _xml(text: str) -> str:
    """Leave out what XML 1.0 cannot hold."""
    return "".join(char for char in text if char in "\t\n" or (char >= " " and not "\ud800" <= char <= "\udfff"
                                                               and char not in "\ufffe\uffff"))


def _time(when: datetime) -> str:
    return when.isoformat(timespec="seconds")
