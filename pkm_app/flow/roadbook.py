"""Articles as one book for a reading system: a chapter each, with its pictures. For a process of its own."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape, unescape

from pkm_app.content.pictures import Picture, with_pictures
from pkm_app.content.xhtml import as_xhtml
from pkm_app.share.formats.container import Asset, Book, Chapter, epub
from pkm_app.share.wording import word

_ALT = re.compile(r"\salt=\"([^\"]*)\"")
_HEADING = re.compile(r"(</?h)([1-6])(?=[\s>])")


@dataclass(frozen=True, slots=True)
class RoadArticle:
    """One chapter. ``html`` is cleaned, all else plain text; ``date`` as a person reads it."""

    title: str
    author: str
    site: str
    url: str
    date: str
    language: str
    html: str


def road_book(title: str, language: str, modified: str, style: str, articles: tuple[RoadArticle, ...],
              pictures: Mapping[str, Picture]) -> bytes:
    """Return the articles as an EPUB 3. ``modified`` is UTC as ``2026-11-20T13:12:03Z``, ``style`` CSS; of the
    pictures those are taken that an article holds, by address."""
    assets: dict[str, Asset] = {}
    chapters = [Chapter("title.xhtml", title, _title_page(title, articles), kind="titlepage")]
    for number, article in enumerate(articles, 1):
        body = _chapter(article, pictures, assets)
        chapters.append(Chapter(f"article-{number}.xhtml", article.title, body, [(1, "", article.title)]))
    tongues = dict.fromkeys([language, *(article.language for article in articles if _is_tag(article.language))])
    digest = hashlib.sha256("\x1f".join(article.url + article.title for article in articles).encode("utf-8", "replace"))
    return epub(Book(
        identifier=f"urn:pkm:road:{digest.hexdigest()[:32]}", title=title, languages=list(tongues), modified=modified,
        chapters=chapters, style=style, assets=list(assets.values()), contents=word("contents", language),
        beginning=word("start", language), cover_words=word("cover", language)))


def _title_page(title: str, articles: tuple[RoadArticle, ...]) -> str:
    sites = dict.fromkeys(article.author or article.site for article in articles)
    names = ", ".join(name for name in sites if name)
    by = f'<p class="by">{escape(names, quote=False)}</p>\n' if names else ""
    return (f'<section epub:type="titlepage" class="titlepage">\n<h1>{escape(title, quote=False)}</h1>\n{by}</section>')


def _chapter(article: RoadArticle, pictures: Mapping[str, Picture], assets: dict[str, Asset]) -> str:
    def put(address: str, tag: str) -> str:
        picture = pictures.get(address)
        alt = _ALT.search(tag)
        words = unescape(alt[1]) if alt else ""
        if picture is None:
            return f"[{escape(words, quote=False)}]" if words else ""
        if address not in assets:
            name = f"picture-{len(assets) + 1}.{picture.ending}"
            assets[address] = Asset(name, picture.kind, picture.data)
        return f'<img src="media/{assets[address].name}" alt="{escape(words)}">'

    body = as_xhtml(_HEADING.sub(_lower, with_pictures(article.html, put)))
    about = " · ".join(part for part in (article.author, article.site, article.date) if part)
    tongue = f' lang="{article.language}" xml:lang="{article.language}"' if _is_tag(article.language) else ""
    link = (f'<p class="by"><a href="{escape(article.url)}">{escape(article.url, quote=False)}</a></p>\n'
            if article.url.startswith(("http://", "https://")) else "")
    return (f'<section epub:type="chapter"{tongue}>\n<h1>{escape(article.title, quote=False)}</h1>\n'
            f'<p class="by">{escape(about, quote=False)}</p>\n{body}\n{link}</section>')


def _lower(match: re.Match[str]) -> str:
    """The article's own headings stand below its title."""
    return f"{match[1]}{min(6, int(match[2]) + 1)}"


def _is_tag(language: str) -> bool:
    return re.fullmatch(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*", language) is not None
