"""Exports that are JSON with highlights under what they are from: Readwise's own form, and Pocket's annotations."""

from __future__ import annotations

from typing import Any

from pkm_app.base.errors import Problem
from pkm_app.sense.imports.jsonvalues import at, listed, text_of
from pkm_app.sense.imports.model import MOST, Export, Item, Marked, as_tags, moment, web_address
from pkm_app.sense.imports.tables import COLOURS, locator


def is_readwise(value: Any) -> bool:
    """Say whether JSON is Readwise's: books with highlights."""
    found = value if isinstance(value, list) else at(value, "results") or at(value, "books")
    return isinstance(found, list) and any(isinstance(at(one, "highlights"), list) for one in found)


def is_pocket(value: Any) -> bool:
    """Say whether JSON is Pocket's: pages with what was marked on them."""
    return isinstance(value, list) and any(
        at(one, "url") and any("quote" in mark for mark in listed(at(one, "highlights")) if isinstance(mark, dict))
        for one in value)


def readwise(value: Any) -> Export:
    """Readwise's export by its API: books, articles and podcasts with their highlights; what was deleted stays away."""
    export = Export("readwise")
    found = value if isinstance(value, list) else at(value, "results") or at(value, "books") or []
    for number, book in enumerate(found[:MOST], 1):
        title = text_of(at(book, "title")) or text_of(at(book, "readable_title"))
        there = [one for one in listed(at(book, "highlights")) if text_of(at(one, "text")).strip()]
        marked = [_marked(one) for one in there if not one.get("is_deleted") and not one.get("is_discard")]
        if at(book, "is_deleted") or (there and not marked):
            continue
        if not title or not marked:
            export.failed.append(Problem("Entry {number} has no title, or no highlights.", number=number))
            continue
        url = web_address(text_of(book.get("source_url"))) or web_address(text_of(book.get("unique_url")))
        category = text_of(book.get("category"))
        kind = "podcast" if category == "podcasts" else "book" if category == "books" or not url else "article"
        export.items.append(Item(title, url, text_of(book.get("author")), kind,  # type: ignore[arg-type]  # of three
                                 as_tags(_names(book.get("book_tags"))), tuple(marked),
                                 text_of(book.get("document_note")).strip()))
    return export


def pocket(value: Any) -> Export:
    """Pocket's annotations: for each page its address and what was marked on it."""
    export = Export("pocket")
    for number, page in enumerate(listed(value)[:MOST], 1):
        url = web_address(text_of(at(page, "url")))
        marked = tuple(Marked(text_of(at(one, "quote")).strip(), made=moment(text_of(at(one, "created_at"))))
                       for one in listed(at(page, "highlights")) if text_of(at(one, "quote")).strip())
        if not url or not marked:
            export.failed.append(Problem("Entry {number} has no address of the web, or no highlights.", number=number))
            continue
        export.items.append(Item(text_of(at(page, "title")).strip() or url, url, marked=marked,
                                 created=marked[0].made))
    return export


def _marked(one: Any) -> Marked:
    labels = " ".join(f"#{tag}" for tag in as_tags(_names(one.get("tags"))))
    comment = "\n\n".join(filter(None, (text_of(one.get("note")).strip(), labels)))
    return Marked(text_of(one.get("text")).strip(), comment, COLOURS.get(text_of(one.get("color")), "yellow"),
                  locator(text_of(one.get("location_type")), text_of(one.get("location"))),
                  made=moment(text_of(one.get("highlighted_at"))))


def _names(tags: Any) -> list[str]:
    return [text_of(at(tag, "name")) if isinstance(tag, dict) else text_of(tag) for tag in listed(tags)]
