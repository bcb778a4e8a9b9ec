"""The container of an EPUB 3: a zip of chapters, with the lists by which reading systems find their way.

Knows nothing of drafts: whoever has chapters as XHTML can make a book of them.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass

from pkm_app.share.formats.html import escape

_CONTAINER = (
    '<?xml version="1.0" encoding="utf-8"?>\n<container version="1.0" '
    'xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="EPUB/package.opf" '
    'media-type="application/oebps-package+xml"/></rootfiles></container>\n')
_TIME = (2020, 1, 1, 0, 0, 0)  # the same book is the same file, whenever it is made


@dataclass(frozen=True, slots=True)
class Chapter:
    """One file of the book: ``body`` is what stands within ``<body>``, ``headings`` (level, id, words) what leads to
    it; ``kind`` a word of EPUB's vocabulary (``chapter``, ``preface``, ``titlepage``, ``endnotes`` ...)."""

    name: str
    title: str
    body: str
    headings: Sequence[tuple[int, str, str]] = ()
    kind: str = "chapter"


@dataclass(frozen=True, slots=True)
class Asset:
    """A picture or font of the book, under its name in the folder ``media``."""

    name: str
    media_type: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Book:
    """A book. ``identifier`` is a URN or address of its own, ``modified`` UTC as ``2026-11-20T13:12:03Z``,
    ``languages`` all it holds, the main one first, ``cover`` the name of an asset ("" for none); ``contents``,
    ``beginning`` are what those two are called in the book's language."""

    identifier: str
    title: str
    languages: Sequence[str]
    modified: str
    chapters: Sequence[Chapter]
    style: str
    authors: Sequence[str] = ()
    description: str = ""
    subjects: Sequence[str] = ()
    assets: Sequence[Asset] = ()
    cover: str = ""
    contents: str = "Contents"
    beginning: str = "Beginning"
    cover_words: str = "Cover"


def epub(book: Book) -> bytes:
    """Return the file of a book."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        def put(name: str, data: str | bytes, packed: bool = True) -> None:
            entry = zipfile.ZipInfo(name, _TIME)
            entry.external_attr = 0o644 << 16
            entry.compress_type = zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED
            archive.writestr(entry, data)

        put("mimetype", "application/epub+zip", packed=False)
        put("META-INF/container.xml", _CONTAINER)
        put("EPUB/package.opf", _package(book))
        put("EPUB/nav.xhtml", _nav(book))
        put("EPUB/style.css", book.style)
        if book.cover:
            put("EPUB/cover.xhtml", _page(book, book.cover_words, "cover", (
                f'<section epub:type="cover" class="cover"><img src="media/{escape(book.cover)}" '
                f'alt="{escape(book.title)}"/></section>')))
        for chapter in book.chapters:
            put(f"EPUB/{chapter.name}", _page(book, chapter.title, chapter.kind, chapter.body))
        for asset in book.assets:
            put(f"EPUB/media/{asset.name}", asset.data, packed=asset.media_type.startswith("font/"))
    return out.getvalue()


def _page(book: Book, title: str, kind: str, body: str) -> str:
    language = f' lang="{book.languages[0]}" xml:lang="{book.languages[0]}"' if book.languages else ""
    return (
        f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html>\n<html xmlns="http://www.w3.org/1999/xhtml" '
        f'xmlns:epub="http://www.idpf.org/2007/ops"{language}>\n<head>\n<title>{escape(title, quote=False)}</title>\n'
        f'<link rel="stylesheet" type="text/css" href="style.css"/>\n</head>\n<body epub:type="{_matter(kind)}">\n'
        f"{body}\n</body>\n</html>\n")


def _matter(kind: str) -> str:
    if kind in ("cover", "titlepage", "preface"):
        return "frontmatter"
    return "backmatter" if kind == "endnotes" else "bodymatter"


def _nav(book: Book) -> str:
    rows = [(level, f"{chapter.name}#{place}" if place else chapter.name, words)
            for chapter in book.chapters for level, place, words in chapter.headings]
    title = f"<h1>{escape(book.contents)}</h1>"
    lines = [f'<nav epub:type="toc" role="doc-toc" id="toc">\n{title}', _nested(rows), "</nav>"]
    first = next((one for one in book.chapters if one.kind == "chapter"), book.chapters[0])
    marks = [("toc", "nav.xhtml#toc", book.contents), ("bodymatter", first.name, book.beginning)]
    if book.cover:
        marks.insert(0, ("cover", "cover.xhtml", book.cover_words))
    lines += ['<nav epub:type="landmarks" hidden="hidden">\n<ol>',
              *(f'<li><a epub:type="{kind}" href="{place}">{escape(words)}</a></li>' for kind, place, words in marks),
              "</ol>\n</nav>"]
    return _page(book, book.contents, "preface", "\n".join(lines))


def _nested(rows: Sequence[tuple[int, str, str]]) -> str:
    """Return headings as lists within lists; a level that is left out does not count as one."""
    made: list[str] = ["<ol>"]
    open_levels: list[int] = []
    for level, place, words in rows:
        while open_levels and open_levels[-1] > level and len(open_levels) > 1:
            made.append("</li></ol>")
            open_levels.pop()
        if open_levels and open_levels[-1] < level:
            made.append("<ol>")
            open_levels.append(level)
        elif open_levels:
            made.append("</li>")
            open_levels[-1] = min(open_levels[-1], level)
        else:
            open_levels.append(level)
        made.append(f'<li><a href="{escape(place)}">{escape(words, quote=False)}</a>')
    made.append("</li></ol>" * len(open_levels) if open_levels else "</ol>")
    return "\n".join(made)


def _package(book: Book) -> str:
    items = ['<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>',
             '<item id="style" href="style.css" media-type="text/css"/>']
    spine: list[str] = []
    if book.cover:
        items.append('<item id="cover" href="cover.xhtml" media-type="application/xhtml+xml"/>')
        spine.append('<itemref idref="cover" linear="no"/>')
    for number, chapter in enumerate(book.chapters, 1):
        items.append(f'<item id="c{number}" href="{chapter.name}" media-type="application/xhtml+xml"/>')
        spine.append(f'<itemref idref="c{number}"/>')
        if number == 1 and chapter.kind == "titlepage":
            spine.append('<itemref idref="nav"/>')
    for number, asset in enumerate(book.assets, 1):
        is_cover = ' properties="cover-image"' if asset.name == book.cover else ""
        place = f'href="media/{escape(asset.name)}" media-type="{asset.media_type}"'
        items.append(f'<item id="m{number}" {place}{is_cover}/>')
    return "\n".join([
        '<?xml version="1.0" encoding="utf-8"?>',
        '<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="'
        f'{book.languages[0] if book.languages else "und"}">',
        '<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">', *_metadata(book), "</metadata>",
        "<manifest>", *items, "</manifest>", "<spine>", *spine, "</spine>", "</package>", ""])


def _metadata(book: Book) -> list[str]:
    lines = [f'<dc:identifier id="id">{escape(book.identifier)}</dc:identifier>',
             f"<dc:title>{escape(book.title)}</dc:title>",
             *(f"<dc:language>{one}</dc:language>" for one in book.languages or ("und",)),
             f'<meta property="dcterms:modified">{book.modified}</meta>']
    lines += [f"<dc:creator>{escape(name)}</dc:creator>" for name in book.authors]
    lines += [f"<dc:subject>{escape(name)}</dc:subject>" for name in book.subjects]
    if book.description:
        lines.append(f"<dc:description>{escape(book.description)}</dc:description>")
    modes = ("textual", "visual") if book.assets else ("textual",)
    lines += [f'<meta property="schema:accessMode">{mode}</meta>' for mode in modes]
    told = not any('alt=""' in chapter.body for chapter in book.chapters)  # else who sees none misses something
    lines += [f'<meta property="schema:accessModeSufficient">{"textual" if told else "textual,visual"}</meta>']
    features = ["structuralNavigation", "tableOfContents", "readingOrder"]
    features += ["alternativeText"] if book.assets and told else []
    lines += [f'<meta property="schema:accessibilityFeature">{feature}</meta>' for feature in features]
    lines += ['<meta property="schema:accessibilityHazard">none</meta>']
    return lines
