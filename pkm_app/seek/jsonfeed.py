"""JSON Feed 1.0 and 1.1 (https://www.jsonfeed.org/version/1.1/)."""

from __future__ import annotations

import json
from html import escape
from typing import Any

from pkm_app.seek.rawfeed import RawBody, RawEntry, RawFeed, html_of_text

_KINDS = {"https://jsonfeed.org/version/1": "json10", "https://jsonfeed.org/version/1.1": "json11"}


def read_json(text: str) -> RawFeed | None:
    """Read a JSON Feed, or give None where the text is none.

    Forgives what writers get wrong: numbers as ids, http in the version's address, null and wrong types in any field
    (which then counts as missing).
    """
    try:
        feed = json.loads(text)
    except (ValueError, RecursionError):
        return None
    if not isinstance(feed, dict):
        return None
    version = _text(feed, "version").replace("http:", "https:", 1).replace("//www.", "//", 1).rstrip("/")
    if not version.startswith("https://jsonfeed.org/version/") or not isinstance(feed.get("items"), list):
        return None
    return RawFeed(
        kind=_KINDS.get(version, "json11"),
        title=_plain(feed, "title"),
        site=_text(feed, "home_page_url"),
        description=_plain(feed, "description"),
        language=_text(feed, "language"),
        authors=_authors(feed),
        entries=tuple(_item(item) for item in feed["items"] if isinstance(item, dict)),
    )


def _item(item: dict[str, Any]) -> RawEntry:
    bodies = [RawBody(_text(item, "content_html"))]
    if not bodies[0].html:
        bodies = [RawBody(html_of_text(_text(item, "content_text") or _text(item, "summary")))]
    identifier = _text(item, "id")
    return RawEntry(
        uid=identifier,
        link=_text(item, "url") or _text(item, "external_url"),
        permalink=identifier,  # "ideally, the id is the full URL of the resource"
        title=_plain(item, "title"),
        authors=_authors(item),
        published=_text(item, "date_published"),
        updated=_text(item, "date_modified"),
        language=_text(item, "language"),
        bodies=tuple(bodies),
    )


def _authors(values: dict[str, Any]) -> tuple[str, ...]:
    """1.1 has ``authors``, 1.0 had ``author``; readers are to understand both."""
    people = values.get("authors")
    if not isinstance(people, list) or not people:
        people = [values.get("author")]
    return tuple(name for person in people if isinstance(person, dict) and (name := _plain(person, "name")))


def _plain(values: dict[str, Any], name: str) -> str:
    return escape(_text(values, name), quote=False)


def _text(values: dict[str, Any], name: str) -> str:
    value = values.get(name)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    if not isinstance(value, str):
        return ""
    return value.encode("utf-8", "replace").decode().strip()  # JSON can write half a surrogate pair, no file can
