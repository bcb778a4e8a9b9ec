"""The museum: small feeds, each with an oddity, each beside what must come of it (``NAME.expected.json``)."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from pkm_app.seek.model import Entry, ParsedFeed

MUSEUM = Path(__file__).parent / "museum"
ADDRESS = "https://feeds.example/some/feed"
FEEDS = sorted(file for file in MUSEUM.iterdir() if not file.name.endswith(".expected.json"))


def expected(file: Path) -> dict[str, Any]:
    """What must come of a feed, as :func:`told` tells it."""
    told_of: dict[str, Any] = json.loads(file.with_name(file.name + ".expected.json").read_text("utf-8"))
    return told_of


def told(feed: ParsedFeed) -> dict[str, Any]:
    """A parsed feed as plain values. Digests and guessed languages have tests of their own."""
    asleep = {"asleep": feed.asleep} if feed.asleep else {}
    return asleep | {
        "kind": feed.kind,
        "title": feed.title,
        "site": feed.site,
        "description": feed.description,
        "language": feed.language,
        "ttl_minutes": feed.ttl_minutes,
        "entries": [_entry(entry) for entry in feed.entries],
    }


def _entry(entry: Entry) -> dict[str, Any]:
    always = {"uid": entry.uid, "url": entry.url, "title": entry.title}
    sometimes = {
        "author": entry.author,
        "published": entry.published.isoformat() if entry.published else None,
        "updated": entry.updated.isoformat() if entry.updated else None,
        "html": entry.html,
        "text": entry.text,
    }
    return always | {name: value for name, value in sometimes.items() if value}
