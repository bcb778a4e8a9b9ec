"""Exports of Hypothesis that are JSON: of its client, or of its API."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import unquote

from pkm_app.base.errors import Problem
from pkm_app.sense.imports.jsonvalues import at, listed, text_of
from pkm_app.sense.imports.model import MOST, Export, Item, Marked, as_quoted, as_tags, moment, web_address
from pkm_app.sense.imports.tables import locator

_VIA = re.compile(r"https?://via\.hypothes\.is/(?=https?://)", re.IGNORECASE)


@dataclass(slots=True)
class _Page:
    title: str
    url: str
    annotations: list[dict[str, Any]] = field(default_factory=list)


def is_hypothesis(value: Any) -> bool:
    """Say whether JSON is an export of Hypothesis, of its client or its API."""
    found = value if isinstance(value, list) else at(value, "annotations") or at(value, "rows")
    return isinstance(found, list) and any(isinstance(one, dict) and "uri" in one and "target" in one for one in found)


def hypothesis(value: Any) -> Export:
    """Hypothesis: one annotation each, gathered by the page or document they are on.

    What others wrote (in a group, as a reply) comes as a quotation with their name: it is not the person's own.
    """
    export = Export("hypothesis")
    found = value if isinstance(value, list) else at(value, "annotations") or at(value, "rows") or []
    annotations = [one for one in found[:MOST] if isinstance(one, dict)]
    me = text_of(at(value, "export_userid")) or _only(text_of(one.get("user")) for one in annotations)
    pages: dict[str, _Page] = {}
    for number, one in enumerate(found[:MOST], 1):
        url, title = _address(one), _title(one)
        if url or title:
            page = pages.setdefault(url or title, _Page(title, url))
            page.title = page.title or title
            page.annotations.append(one)
        else:
            export.failed.append(Problem("Annotation {number} is of no address of the web.", number=number))
    export.items += [_item(page, me) for page in pages.values()]
    return export


def _item(page: _Page, me: str) -> Item:
    replies: dict[str, list[str]] = {}
    quoted = {text_of(one.get("id")) for one in page.annotations if text_of(_selector(one).get("exact")).strip()}
    quoted.discard("")
    for one in page.annotations:
        root = text_of(next(iter(listed(one.get("references"))), ""))
        if root in quoted and (words := _words(one, me)):
            replies.setdefault(root, []).append(words)
    marked: list[Marked] = []
    about: list[str] = []
    tags: list[str] = []
    for one in page.annotations:
        quote = _selector(one)
        words = text_of(quote.get("exact")).strip()
        labels = as_tags([text_of(tag) for tag in listed(one.get("tags"))])
        if words:
            said = (_words(one, me), " ".join(f"#{tag}" for tag in labels), *replies.get(text_of(one.get("id")), ()))
            marked.append(Marked(words, "\n\n".join(filter(None, said)), locator=_place(one),
                                 prefix=text_of(quote.get("prefix"))[-32:], suffix=text_of(quote.get("suffix"))[:32],
                                 made=moment(text_of(one.get("created")))))
        elif text_of(next(iter(listed(one.get("references"))), "")) not in quoted:
            about += filter(None, [_words(one, me)])
            tags += labels
    return Item(page.title or page.url, page.url, kind="page" if page.url else "pdf",
                tags=tuple(dict.fromkeys(tags)), marked=tuple(marked), about="\n\n".join(about),
                created=moment(text_of(page.annotations[0].get("created"))))


def _words(annotation: dict[str, Any], me: str) -> str:
    """What an annotation says, credited where somebody else said it."""
    words, user = text_of(annotation.get("text")).strip(), text_of(annotation.get("user"))
    if not words or not user or user == me:
        return words
    name = text_of(at(annotation.get("user_info"), "display_name")) or user.removeprefix("acct:").partition("@")[0]
    return as_quoted(words, " ".join(name.split()))


def _only(users: Iterable[str]) -> str:
    different = set(users)
    return different.pop() if len(different) == 1 else ""


def _address(annotation: Any) -> str:
    """The address an annotation is on; of a document on a disk the one it came from, "" where there is none."""
    links = (text_of(at(link, "href")) for link in listed(at(at(annotation, "document"), "link")))
    found = next(filter(None, map(web_address, (text_of(at(annotation, "uri")), *links))), "")
    return web_address(_VIA.sub("", found))


def _title(annotation: Any) -> str:
    """The title of the document, else the name of its file, "" where there is neither."""
    given = at(at(annotation, "document"), "title")
    title = text_of(listed(given)[0] if listed(given) else given).strip()
    uri = text_of(at(annotation, "uri"))
    return title or (unquote(uri).rpartition("/")[2].strip() if uri.startswith("file:") and _selector(annotation)
                     else "")


def _place(annotation: dict[str, Any]) -> str:
    page: Any = next((one for one in _selectors(annotation) if at(one, "type") == "PageSelector"), {})
    return locator("page", text_of(at(page, "label")))


def _selector(annotation: Any) -> dict[str, Any]:
    return next((dict(one) for one in _selectors(annotation) if at(one, "type") == "TextQuoteSelector"), {})


def _selectors(annotation: Any) -> Iterable[Any]:
    for target in listed(at(annotation, "target")):
        yield from listed(at(target, "selector"))
