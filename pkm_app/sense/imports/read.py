"""One way in for every export: what it is, and what it says."""

from __future__ import annotations

import json
from typing import Any

from pkm_app.base.errors import Refused
from pkm_app.sense.imports import annotated, bookmarks, jsonexports, tables
from pkm_app.sense.imports.archive import files_in, is_archive
from pkm_app.sense.imports.model import Export, ExportKind, decoded

MAX_BYTES = 100 * 1024 * 1024


def kind_of(name: str, data: bytes) -> ExportKind | None:
    """Return what a file is an export of, by what stands in it; None when it is none that is known.

    Raises Refused for an archive that cannot be unpacked.
    """
    if is_archive(data):
        kinds = (kind_of(inside, content) for inside, content in files_in(data, MAX_BYTES))
        return next((kind for kind in kinds if kind), None)
    head = decoded(data[:4000])
    lower = head.casefold()
    if "netscape-bookmark" in lower:
        return "bookmarks"
    if "<title>pocket export" in lower:
        return "pocket"
    if "<title>instapaper" in lower:
        return "instapaper"
    if name.casefold().endswith(".json") or head.lstrip()[:1] in ("{", "["):
        try:
            value = json.loads(decoded(data))
        except (ValueError, RecursionError):
            return None
        if annotated.is_hypothesis(value):
            return "hypothesis"
        if jsonexports.is_pocket(value):
            return "pocket"
        return "readwise" if jsonexports.is_readwise(value) else None
    names = tables.header(head)
    if {"highlight", "book title"} <= names:
        return "readwise"
    if {"url", "quote", "comment"} <= names:
        return "hypothesis"
    if {"url", "time_added"} <= names:
        return "pocket"
    if {"url", "selection", "folder"} <= names:
        return "instapaper"
    return None


def read_export(kind: ExportKind, data: bytes) -> Export:
    """Read an export. Raises Refused when it is not what it is said to be, or is too large."""
    if len(data) > MAX_BYTES:
        raise Refused("This file is larger than 100 MB. Export a part of it.")
    if is_archive(data):
        found = Export(kind)
        for name, content in files_in(data, MAX_BYTES):
            if kind_of(name, content) == kind:
                one = _read(kind, decoded(content))
                found.items += one.items
                found.failed += one.failed
    else:
        found = _read(kind, decoded(data))
    if not found.items and not found.failed:
        raise Refused("There is nothing in this file that PKM knows as an export of {kind}.", kind=kind)
    return found


def _read(kind: ExportKind, text: str) -> Export:
    begins = text.lstrip()[:1]
    if kind == "bookmarks" or (kind in ("pocket", "instapaper") and begins == "<"):
        return bookmarks.bookmarks(text, kind)
    if kind == "instapaper":
        return tables.instapaper(text)
    table = begins not in ("{", "[")
    if kind == "pocket":
        return tables.pocket(text) if table else jsonexports.pocket(_json(text))
    if kind == "readwise":
        return tables.readwise(text) if table else jsonexports.readwise(_json(text))
    is_table = table and {"url", "quote"} <= tables.header(text)
    return tables.hypothesis(text) if is_table else annotated.hypothesis(_json(text))


def _json(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        raise Refused("This file is no JSON, or is cut off.") from None
