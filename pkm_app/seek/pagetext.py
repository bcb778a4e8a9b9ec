"""The article in a web page: its matter by readability, author and date by trafilatura, pictures by what is lazy.

For the strangers' process only: both libraries may take long over a page that is made for it.
"""

from __future__ import annotations

import re
import secrets
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from pkm_app.base.errors import Problem
from pkm_app.content.address import absolute, is_web
from pkm_app.content.clean import clean_html, plain
from pkm_app.content.language import guess
from pkm_app.content.plaintext import canonical_text
from pkm_app.seek.charset import to_text
from pkm_app.seek.dates import parse_date

LEAST = 200  # characters below which what was found is no article: a notice of cookies, a door, an error
_MOST_TABLES = 50
_LONG_CELL = 300  # characters a cell on the average above which a table lays out a page
_MOST_READ = 4 * 1024 * 1024  # characters of a page that are looked at
# Where pages put the true address of a picture that is loaded when it is scrolled into sight.
_LAZY = ("data-src", "data-lazy-src", "data-original", "data-orig-file", "data-large-file", "data-url")
_LAZY_SETS = ("data-srcset", "data-lazy-srcset", "srcset")
_CANDIDATE = re.compile(r"\s*([^\s,]\S*[^\s,])(?:\s+([0-9.]+)[wx])?\s*(?:,|\Z)")
_FIRST_HEADING = re.compile(r"(?:\s|<div>)*(<h([12])>(?:(?!</h\2>).){1,600}</h\2>)", re.DOTALL)
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?=[-_]|\Z)")


class NoArticle(Problem):
    """A page holds no article that could be read out of it."""


@dataclass(frozen=True, slots=True)
class PageText:
    """What a page says. ``html`` is cleaned (content.clean), ``text`` its canonical text, all else plain text;
    ``published`` is aware, None where the page does not say."""

    html: str
    text: str
    title: str = ""
    author: str = ""
    site: str = ""
    published: datetime | None = None
    language: str = ""


def page_text(data: bytes, address: str, content_type: str = "") -> PageText:
    """Read the article out of a page that came from ``address``.

    Raises NoArticle where the page is no HTML or holds fewer than LEAST characters that belong together. Fetches
    nothing, reads no entity of the document's own.
    """
    from lxml import etree, html

    kind = content_type.partition(";")[0].strip().lower()
    if kind and "html" not in kind and "xml" not in kind:
        raise NoArticle("This address gives no page to read ({kind}).", kind=kind)
    source = to_text(data, content_type).replace("\x00", "")[:_MOST_READ]
    parser = html.HTMLParser(encoding="utf-8", no_network=True, remove_pis=True)
    try:
        root = html.document_fromstring(source.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        raise _nothing() from None
    base = _base(root, address)
    _restore_pictures(root)
    tables = _set_tables_aside(root)
    whole = etree.tostring(root, encoding="unicode", method="html")
    about = _about(whole, address)
    title = plain(_text(about, "title"))
    readings = [clean_html(_put_back(part, tables), base) for part in _readings(whole)]
    found = _without_title(_best(readings), title)
    text = canonical_text(found)
    if len(text) < LEAST:
        raise _nothing()
    said = _LANGUAGE.match((root.get("lang") or root.get("xml:lang") or "").strip())
    return PageText(
        html=found, text=text, title=title, author=plain(_text(about, "author")),
        site=plain(_text(about, "sitename")), published=_moment(_text(about, "date")),
        language=guess(text) or (said[0].lower() if said else ""))


def _readings(whole: str) -> list[str]:
    """Readability's reading; trafilatura's too where that is thin, for each finds what the other misses."""
    from readability import Document
    from readability.readability import Unparseable

    found = []
    with suppress(Unparseable):  # what it cannot make sense of the other may
        found.append(str(Document(whole).summary(html_partial=True)))
    if not found or len(canonical_text(clean_html(found[0]))) < 3 * LEAST:
        import trafilatura

        other = trafilatura.extract(
            whole, output_format="html", include_links=True, include_images=True, include_tables=True,
            include_formatting=True, include_comments=False)
        if other:
            found.append(other)
    return found


def _best(found: list[str]) -> str:
    """The first reading, unless another holds half as much again: readability keeps figures and code better."""
    best = ""
    for cleaned in found:
        if not best or len(canonical_text(cleaned)) > 1.5 * len(canonical_text(best)):
            best = cleaned
    return best


def _without_title(cleaned: str, title: str) -> str:
    """Take away a first heading that says the title once more: it stands above the article already."""
    first = _FIRST_HEADING.match(cleaned)
    if first and title and canonical_text(first[0]).casefold() == " ".join(title.split()).casefold():
        return cleaned[: first.start(1)] + cleaned[first.end(1) :]
    return cleaned


def _about(whole: str, address: str) -> Any:
    from trafilatura.metadata import extract_metadata

    return extract_metadata(whole, default_url=address)


def _text(about: Any, name: str) -> str:
    value = getattr(about, name, None)
    return value if isinstance(value, str) else ""


def _moment(said: str) -> datetime | None:
    found = parse_date(said) if said else None
    return found.astimezone(UTC) if found else None


def _base(root: Any, address: str) -> str:
    for element in root.iter("base"):
        target = absolute(element.get("href", ""), address)
        if target and is_web(target):
            return target
    return address


def _restore_pictures(root: Any) -> None:
    """Give pictures that wait for a script the address they wait for, or extraction throws them away."""
    for noscript in list(root.iter("noscript")):  # the plain picture for those without scripts stands twice
        if noscript.getparent() is not None and noscript.find(".//img") is not None:
            noscript.drop_tag()
    seen: set[str] = set()
    for image in list(root.iter("img")):
        source = (image.get("src") or "").strip()
        lazy = next((value for name in _LAZY if (value := (image.get(name) or "").strip())), "")
        lazy = lazy or next((value for name in _LAZY_SETS if (value := _largest(image.get(name) or ""))), "")
        if lazy and (not source or source.startswith("data:") or image.get("data-src") or image.get("data-lazy-src")):
            source = lazy
            image.set("src", lazy)
        for name in (*_LAZY, *_LAZY_SETS, "class", "style", "loading"):
            image.attrib.pop(name, None)
        tiny = any((image.get(side) or "").strip() in ("0", "1", "2") for side in ("width", "height"))
        if tiny or (source and source in seen):  # what is a point counts readers; the rest stands here twice
            image.drop_tree()
        seen.add(source)


def _set_tables_aside(root: Any) -> dict[str, str]:
    """Put a mark in the place of each table of facts, for readability takes most of them for a page's frame.

    A table in which the page is laid out (it holds tables, or long texts) stays as it is.
    """
    from lxml import etree, html

    aside: dict[str, str] = {}
    for table in list(root.iter("table")):
        rows = [len(row) for row in table.iter("tr")]
        cells = list(table.iter("td", "th"))
        facts = len(rows) > 1 and max(rows) > 1 and table.find(".//table") is None
        if not facts or table.getparent() is None or len(aside) == _MOST_TABLES:
            continue
        if len(table.text_content()) > _LONG_CELL * len(cells):
            continue
        mark = f"pkmtable{secrets.token_hex(8)}"
        paragraph = html.Element("p")
        paragraph.text, paragraph.tail, table.tail = mark, table.tail, None
        table.getparent().replace(table, paragraph)
        aside[mark] = etree.tostring(table, encoding="unicode", method="html")
    return aside


def _put_back(part: str, tables: dict[str, str]) -> str:
    for mark, table in tables.items():
        part = re.sub(rf"<p[^<>]*>\s*{mark}\s*</p>|{mark}", table.replace("\\", r"\\"), part)
    return part


def _largest(candidates: str) -> str:
    """The address of the largest picture of a ``srcset`` (HTML Standard, 4.8.4.2.1)."""
    found = [(float(size or 1) if (size or "1").count(".") < 2 else 1.0, place)
             for place, size in _CANDIDATE.findall(candidates[:10_000]) if place]
    return max(found, key=lambda one: one[0])[1] if found else ""


def _nothing() -> NoArticle:
    return NoArticle("No article was found on this page. It may need a login, or a script to show its text.")
