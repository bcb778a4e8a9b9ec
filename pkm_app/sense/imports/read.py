"""One way in for every export: what it is, and what it says."""

from __future__ import annotations

import json
from typing import Any

from pkm_app.base.errors import Refused
from pkm_app.sense.imports import bookmarks, jsonexports, tables
from pkm_app.sense.imports.model import Export, ExportKind

MAX_BYTES = 100 * 1024 * 1024


def kind_of(name: str, data: bytes) -> ExportKind | None:
    """Return what a file is an export of, by what stands in it; None when it is none that is known."""
    head = data[:4000].decode("utf-8-sig", "replace")
    lower = head.casefold()
    if "netscape-bookmark" in lower:
        return "bookmarks"
    if "<title>pocket export" in lower:
        return "pocket"
    if name.casefold().endswith(".json") or head.lstrip()[:1] in ("{", "["):
        try:
            value = json.loads(data.decode("utf-8-sig", "replace"))
        except (ValueError, RecursionError):
            return None
        if jsonexports.is_hypothesis(value):
            return "hypothesis"
        return "readwise" if jsonexports.is_readwise(value) else None
    names = tables.header(head)
    if {"highlight", "book title"} <= names:
        return "readwise"
    if {"url", "time_added"} <= names:
        return "pocket"
    if {"url", "selection", "folder"} <= names:
        return "instapaper"
    return None


def read_export(kind: ExportKind, data: bytes) -> Export:
    """Read an export. Raises Refused when it is not what it is said to be, or is too large."""
    if len(data) > MAX_BYTES:
        raise Refused("This file is larger than 100 MB. Export a part of it.")
    text = data.decode("utf-8-sig", "replace")
    if kind == "bookmarks":
        found = bookmarks.bookmarks(text)
    elif kind == "pocket":
        html = text.lstrip().startswith("<")
        found = bookmarks.bookmarks(text, "pocket") if html else tables.pocket(text)
    elif kind == "instapaper":
        found = tables.instapaper(text)
    elif kind == "readwise" and text.lstrip()[:1] not in ("{", "["):
        found = tables.readwise(text)
    else:
        value = _json(text)
        found = jsonexports.hypothesis(value) if kind == "hypothesis" else jsonexports.readwise(value)
    if not found.items and not found.failed:
        raise Refused("There is nothing in this file that PKM knows as an export of {kind}.", kind=kind)
    return found


def _json(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        raise Refused("This file is no JSON, or is cut off.") from None
