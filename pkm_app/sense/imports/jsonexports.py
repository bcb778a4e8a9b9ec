"""Exports that are JSON: Hypothesis, and Readwise's own form."""

from __future__ import annotations

from typing import Any

from pkm_app.base.errors import Problem
from pkm_app.sense.imports.model import MOST, Export, Item, Marked, as_tags, moment, web_address
from pkm_app.sense.imports.tables import COLOURS, locator


def is_hypothesis(value: Any) -> bool:
    """Say whether JSON is an export of Hypothesis, of its client or its API."""
    found = value if isinstance(value, list) else _get(value, "annotations") or _get(value, "rows")
    return isinstance(found, list) and any(isinstance(one, dict) and "uri" in one and "target" in one for one in found)


def is_readwise(value: Any) -> bool:
    """Say whether JSON is Readwise's: books with highlights."""
    found = value if isinstance(value, list) else _get(value, "results") or _get(value, "books")
    return isinstance(found, list) and any(isinstance(one, dict) and isinstance(one.get("highlights"), list)
                                           for one in found)


def hypothesis(value: Any) -> Export:
    """Hypothesis: one annotation each, gathered by the page they are on."""
    export = Export("hypothesis")
    found = value if isinstance(value, list) else _get(value, "annotations") or _get(value, "rows") or []
    pages: dict[str, list[dict[str, Any]]] = {}
    for number, one in enumerate(found[:MOST], 1):
        url = web_address(_text(_get(one, "uri")))
        if url:
            pages.setdefault(url, []).append(one)
        else:
            export.failed.append(Problem("Annotation {number} is of no address of the web.", number=number))
    for url, on_page in pages.items():
        marked: list[Marked] = []
        about: list[str] = []
        tags: list[str] = []
        title = ""
        for one in on_page:
            title = title or _title(one)
            quote = _quote(one)
            words = _text(quote.get("exact")).strip()
            labels = as_tags([_text(tag) for tag in _list(one.get("tags"))])
            comment = _text(one.get("text")).strip()
            if words:
                comment = "\n\n".join(filter(None, (comment, " ".join(f"#{tag}" for tag in labels))))
                marked.append(Marked(words, comment, prefix=_text(quote.get("prefix"))[-32:],
                                     suffix=_text(quote.get("suffix"))[:32], made=moment(_text(one.get("created")))))
            else:
                about += [comment] if comment else []
                tags += labels
        export.items.append(Item(title or url, url, tags=tuple(dict.fromkeys(tags)), marked=tuple(marked),
                                 about="\n\n".join(about),
                                 created=moment(_text(on_page[0].get("created")))))
    return export


def readwise(value: Any) -> Export:
    """Readwise's export by its API: books, articles and podcasts with their highlights."""
    export = Export("readwise")
    found = value if isinstance(value, list) else _get(value, "results") or _get(value, "books") or []
    for number, book in enumerate(found[:MOST], 1):
        title = _text(_get(book, "title")) or _text(_get(book, "readable_title"))
        marked = [_marked(one) for one in _list(_get(book, "highlights")) if _text(_get(one, "text")).strip()]
        if not title or not marked:
            export.failed.append(Problem("Entry {number} has no title, or no highlights.", number=number))
            continue
        url = web_address(_text(book.get("source_url"))) or web_address(_text(book.get("unique_url")))
        category = _text(book.get("category"))
        kind = "podcast" if category == "podcasts" else "book" if category == "books" or not url else "article"
        export.items.append(Item(title, url, _text(book.get("author")), kind,  # type: ignore[arg-type]  # one of three
                                 as_tags(_names(book.get("book_tags"))), tuple(marked),
                                 _text(book.get("document_note")).strip()))
    return export


def _marked(one: Any) -> Marked:
    labels = " ".join(f"#{tag}" for tag in as_tags(_names(one.get("tags"))))
    comment = "\n\n".join(filter(None, (_text(one.get("note")).strip(), labels)))
    return Marked(_text(one.get("text")).strip(), comment, COLOURS.get(_text(one.get("color")), "yellow"),
                  locator(_text(one.get("location_type")), _text(one.get("location"))),
                  made=moment(_text(one.get("highlighted_at"))))


def _quote(annotation: dict[str, Any]) -> dict[str, Any]:
    for target in _list(annotation.get("target")):
        for selector in _list(_get(target, "selector")):
            if _get(selector, "type") == "TextQuoteSelector":
                return dict(selector)
    return {}


def _title(annotation: dict[str, Any]) -> str:
    titles = _list(_get(annotation.get("document"), "title"))
    return _text(titles[0]).strip() if titles else _text(_get(annotation.get("document"), "title")).strip()


def _names(tags: Any) -> list[str]:
    return [_text(_get(tag, "name")) if isinstance(tag, dict) else _text(tag) for tag in _list(tags)]


def _get(value: Any, key: str) -> Any:
    return value.get(key) if isinstance(value, dict) else None


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _text(value: Any) -> str:
    return value if isinstance(value, str) else str(value) if isinstance(value, int | float) else ""
