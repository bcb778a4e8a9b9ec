"""EPUB 3: a draft as a book for reading systems, each passage tagged with its language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

from pkm_app.share.document import Block, Document, Heading, words_of
from pkm_app.share.formats.container import Asset, Book, Chapter, epub
from pkm_app.share.formats.html import HtmlWriter, escape, language_tag
from pkm_app.share.formats.pdf import without_promise
from pkm_app.share.wording import word

_ENDINGS = {"image/png": "png", "image/jpeg": "jpg"}


def book(document: Document, style: str, cover: bytes = b"") -> bytes:
    """Return a draft as an EPUB. ``style`` is CSS, ``cover`` a PNG (without one the book has none)."""
    assets = {name: f"picture-{number}.{_ENDINGS[one.media_type]}"
              for number, (name, one) in enumerate(document.pictures.items(), 1)}
    chapters = [_title_page(document), *_chapters(document, assets)]
    media = [Asset(assets[name], one.media_type, one.data) for name, one in document.pictures.items()]
    if cover:
        media.insert(0, Asset("cover.png", "image/png", cover))
    language = language_tag(document.language)
    tagged = re.findall(r' xml:lang="([A-Za-z0-9-]+)"', "".join(one.body for one in chapters))
    return epub(Book(
        identifier=f"urn:pkm:draft:{document.file_id or 'none'}", title=document.title,
        languages=list(dict.fromkeys(filter(None, [language, *tagged]))) or ["und"],
        modified=_moment(document.stamp), chapters=chapters, style=style, authors=document.authors,
        description=document.description, subjects=document.subjects, assets=media, cover="cover.png" if cover else "",
        contents=word("contents", language), beginning=word("start", language), cover_words=word("cover", language)))


def _title_page(document: Document) -> Chapter:
    by = "".join(f'<p class="by">{escape(name, quote=False)}</p>\n' for name in document.authors)
    promise = f'<p class="promise">{escape(document.description, quote=False)}</p>\n' if document.description else ""
    title = escape(document.title, quote=False).replace(": ", ":<br/>\n", 1)  # what comes after it stands on its own
    body = (f'<section epub:type="titlepage" class="titlepage">\n<h1>{title}</h1>\n'
            f"{by}{promise}</section>")
    return Chapter("title.xhtml", document.title, body, kind="titlepage")


def _chapters(document: Document, assets: dict[str, str]) -> Iterator[Chapter]:
    writer = HtmlWriter(document, lambda name: f"media/{assets[name]}", epub=True, note_page="notes.xhtml", shift=0)
    homes: dict[int, str] = {}
    made: list[Chapter] = []
    for number, blocks in enumerate(_parts(without_promise(document)), 1):
        before = writer.headings
        body = writer.blocks(blocks)
        name = f"chapter-{number}.xhtml"
        homes.update(dict.fromkeys(map(int, re.findall(r' id="fnref-(\d+)"', body)), name))
        headings = [(one.level, f"h{place}", words_of(one.inner)) for place, one in enumerate(
            (one for one in blocks if isinstance(one, Heading)), before + 1)]
        first = headings[0] if headings and isinstance(blocks[0], Heading) else None
        kind = "chapter" if first else "preface"
        title = first[2] if first else document.title
        made.append(Chapter(name, title, f'<section epub:type="{kind}">\n{body}\n</section>',
                            headings or ([(1, "", document.title)] if number == 1 else []), kind))
    notes = writer.notes()
    at_home = _AtHome(made)
    yield from (replace(one, body=at_home.led(one.body)) for one in made)
    if notes:
        notes = re.sub(r'href="#fnref-(\d+)"', lambda m: f'href="{homes[int(m[1])]}#fnref-{m[1]}"', notes)
        notes = at_home.led(notes)
        title = word("notes", document.language)
        yield Chapter("notes.xhtml", title, notes.replace("<h2", "<h1").replace("</h2>", "</h1>"),
                      [(1, "notes", title)], "endnotes")


class _AtHome:
    """Leads from one file of the book to a heading in another."""

    def __init__(self, chapters: list[Chapter]) -> None:
        self._homes = {found: one.name for one in chapters for found in re.findall(r'<h\d id="h(\d+)"', one.body)}

    def led(self, body: str) -> str:
        return re.sub(r'<a href="#h(\d+)">', lambda m: f'<a href="{self._homes[m[1]]}#h{m[1]}">', body)


def _parts(blocks: tuple[Block, ...]) -> Iterator[tuple[Block, ...]]:
    """Yield the chapters: from each heading of the highest level there is to the next."""
    top = min((one.level for one in blocks if isinstance(one, Heading)), default=1)
    part: list[Block] = []
    for block in blocks:
        if isinstance(block, Heading) and block.level == top and part:
            yield tuple(part)
            part = []
        part.append(block)
    if part or not blocks:
        yield tuple(part)


def _moment(stamp: str) -> str:
    try:
        when = datetime.fromisoformat(stamp).astimezone(UTC)
    except ValueError:
        when = datetime(2020, 1, 1, tzinfo=UTC)
    return f"{when:%Y-%m-%dT%H:%M:%SZ}"
