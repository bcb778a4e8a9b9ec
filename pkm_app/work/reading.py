"""What the strangers' processes are asked to do. The parsers are imported where they run, so a command that reads
no feed (and the program itself, which never parses) does not pay for loading them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pkm_app.seek.model import ParsedFeed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pkm_app.content.pictures import Picture
    from pkm_app.flow.roadbook import RoadArticle
    from pkm_app.seek.document import Document
    from pkm_app.seek.pagetext import PageText


def feed(data: bytes, address: str, content_type: str) -> ParsedFeed:
    """See :func:`pkm_app.seek.parse.parse_feed`."""
    from pkm_app.seek.parse import parse_feed

    return parse_feed(data, address, content_type)


def links(data: bytes, address: str, content_type: str) -> tuple[tuple[str, str], ...]:
    """See :func:`pkm_app.seek.pagelinks.page_links`."""
    from pkm_app.seek.pagelinks import page_links

    return page_links(data, address, content_type)


def page(data: bytes, address: str, content_type: str) -> PageText:
    """See :func:`pkm_app.seek.pagetext.page_text`."""
    from pkm_app.seek.pagetext import page_text

    return page_text(data, address, content_type)


def document(data: bytes, name: str, content_type: str, address: str) -> Document:
    """See :func:`pkm_app.seek.documents.read_document`."""
    from pkm_app.seek.documents import read_document

    return read_document(data, name, content_type, address)


def picture(data: bytes) -> Picture:
    """See :func:`pkm_app.content.pictures.safe_picture`."""
    from pkm_app.content.pictures import safe_picture

    return safe_picture(data)


def road_book(title: str, language: str, modified: str, style: str, articles: tuple[RoadArticle, ...],
              pictures: Mapping[str, Picture]) -> bytes:
    """See :func:`pkm_app.flow.roadbook.road_book`."""
    from pkm_app.flow import roadbook

    return roadbook.road_book(title, language, modified, style, articles, pictures)
