"""Exports that are tables (CSV): Readwise, Hypothesis, Pocket, Instapaper."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator

from pkm_app.base.errors import Problem
from pkm_app.sense.imports.model import (
    LONGEST,
    MOST,
    Export,
    Item,
    Marked,
    as_quoted,
    as_tags,
    moment,
    web_address,
)

COLOURS = {"blue": "blue", "green": "green", "pink": "pink", "purple": "pink", "red": "pink"}


def rows(text: str) -> Iterator[dict[str, str]]:
    """Yield the rows of a table by the names of its first line, in small letters."""
    csv.field_size_limit(LONGEST * 10)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=False)
    names = [name.strip().casefold() for name in next(reader, [])]
    for number, row in enumerate(reader):
        if number >= MOST:
            return
        if any(cell.strip() for cell in row):
            yield {name: cell[:LONGEST] for name, cell in zip(names, row, strict=False)}


def header(text: str) -> set[str]:
    """Return the names of a table's first line."""
    first = next(csv.reader(io.StringIO(text[:5000]), delimiter=_delimiter(text)), [])
    return {name.strip().casefold() for name in first}


def _delimiter(text: str) -> str:
    """What parts the cells: a spreadsheet saves a table in the manner of its country, or with tabs."""
    line = text[:5000].partition("\n")[0]
    return max(",;\t", key=line.count)


def readwise(text: str) -> Export:
    """Readwise, "Export to CSV": a row a highlight."""
    export = Export("readwise")
    found: dict[tuple[str, str, str], list[Marked]] = {}
    tags: dict[tuple[str, str, str], str] = {}
    for number, row in enumerate(rows(text), 2):
        words = row.get("highlight", "").strip()
        title = row.get("book title", "").strip()
        if not words or not title:
            export.failed.append(Problem("Line {number} has no highlight, or no title.", number=number))
            continue
        url = next(filter(None, (web_address(row.get(name, "")) for name in ("url", "source url", "document url"))), "")
        key = (title, row.get("book author", "").strip(), url)
        tags.setdefault(key, row.get("document tags", ""))
        found.setdefault(key, []).append(Marked(
            words, _with_tags(row.get("note", ""), row.get("tags", "")),
            COLOURS.get(row.get("color", "").strip().casefold(), "yellow"),
            locator(row.get("location type", ""), row.get("location", "")), made=moment(row.get("highlighted at", ""))))
    for (title, author, url), marked in found.items():
        export.items.append(Item(title, url, author, "article" if url else "book", as_tags(tags[title, author, url]),
                                 tuple(marked)))
    return export


def hypothesis(text: str) -> Export:
    """Hypothesis, its CSV: a row an annotation. Where several wrote them, all words are credited to who wrote them."""
    export = Export("hypothesis")
    listed = list(rows(text))
    several = len({row.get("author", "") for row in listed}) > 1
    pages: dict[str, list[dict[str, str]]] = {}
    for number, row in enumerate(listed, 2):
        url = web_address(row.get("url", ""))
        if url:
            pages.setdefault(url, []).append(row)
        else:
            export.failed.append(Problem("Line {number} has no address of the web.", number=number))
    for url, on_page in pages.items():
        marked: list[Marked] = []
        about: list[str] = []
        tags: list[str] = []
        for row in on_page:
            words, comment, by = row.get("quote", "").strip(), row.get("comment", "").strip(), row.get("author", "")
            comment = as_quoted(comment, by) if comment and several and by else comment
            if words:
                marked.append(Marked(words, _with_tags(comment, row.get("tags", "")),
                                     made=moment(row.get("created at", ""))))
            else:
                about += [comment] if comment else []
                tags += as_tags(row.get("tags", ""))
        title = next(filter(None, (row.get("page", "").strip() for row in on_page)), url)
        export.items.append(Item(title, url, tags=tuple(dict.fromkeys(tags)), marked=tuple(marked),
                                 about="\n\n".join(about), created=moment(on_page[0].get("created at", ""))))
    return export


def pocket(text: str) -> Export:
    """Pocket, its CSV: title, url, time_added, tags (with bars between), status."""
    export = Export("pocket")
    for number, row in enumerate(rows(text), 2):
        url = web_address(row.get("url", ""))
        if not url:
            export.failed.append(Problem("Line {number} has no address of the web.", number=number))
            continue
        export.items.append(Item(row.get("title", "").strip() or url, url, tags=as_tags(row.get("tags", ""), "|"),
                                 created=moment(row.get("time_added", "")),
                                 later=row.get("status", "").strip().casefold() == "unread"))
    return export


def instapaper(text: str) -> Export:
    """Instapaper, its CSV: URL, Title, Selection, Folder, Timestamp, and Tags in newer ones."""
    export = Export("instapaper")
    for number, row in enumerate(rows(text), 2):
        url = web_address(row.get("url", ""))
        if not url:
            export.failed.append(Problem("Line {number} has no address of the web.", number=number))
            continue
        folder = row.get("folder", "").strip()
        labels = re.findall(r'"([^"]+)"', row.get("tags", "")) or row.get("tags", "").strip("[]").split(",")
        if folder.casefold() not in ("", "unread", "archive", "starred"):
            labels.append(folder)
        selection = row.get("selection", "").strip()
        export.items.append(Item(
            row.get("title", "").strip() or url, url, tags=as_tags(labels), created=moment(row.get("timestamp", "")),
            marked=(Marked(selection),) if selection else (), later=folder.casefold() in ("", "unread")))
    return export


def locator(kind: str, place: str) -> str:
    """Return a place in a source as the vault writes it: a page or a time, "" for anything else."""
    place = place.strip()
    if kind.strip().casefold() == "page" and re.fullmatch(r"[0-9]{1,6}", place):
        return f"p. {place}"
    if kind.strip().casefold() in ("time_offset", "time") and re.fullmatch(r"[0-9]{1,6}", place):
        minutes, seconds = divmod(int(place), 60)
        hours, minutes = divmod(minutes, 60)
        return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"
    return ""


def _with_tags(note: str, tags: str) -> str:
    marks = " ".join(f"#{tag}" for tag in as_tags(tags))
    return "\n\n".join(part for part in (note.strip(), marks) if part)
