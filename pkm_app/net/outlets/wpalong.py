"""What a WordPress tells beside the words of a post: tags, categories, the featured picture."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from html import unescape
from typing import Any, TypeAlias

from pkm_app.net.outlets.rest import text_of

Numbers: TypeAlias = tuple[list[int], list[int], int]  # of tags, of categories, of the featured picture (0: none)

FIELDS = "tags,categories,featured_media,_links,_embedded"
EMBED = "wp:term,wp:featuredmedia"  # of what the names come along


def numbers_of(value: Mapping[str, Any]) -> Numbers:
    """Return the numbers in a post, or in what is sent of one."""
    featured = value.get("featured_media")
    return _numbers(value.get("tags")), _numbers(value.get("categories")), featured if isinstance(featured, int) else 0


def digest_of(value: Mapping[str, Any], excerpt: str) -> str:
    """Return a digest of what stands beside title and content of a post."""
    return hashlib.sha256(f"{excerpt}\x1f{numbers_of(value)}".encode()).hexdigest()[:12]


def names_of(value: Mapping[str, Any], kind: str) -> tuple[str, ...] | None:
    """Return the names of the ``tags`` or ``categories`` of a post, None where the site does not tell them."""
    taxonomy = {"tags": "post_tag", "categories": "category"}[kind]
    found = [unescape(text_of(term.get("name"))) for term in _embedded(value, "wp:term")
             if term.get("taxonomy") == taxonomy]
    return tuple(found) if len(found) == len(_numbers(value.get(kind))) else None


def featured_of(value: Mapping[str, Any]) -> str:
    """Return the name of the picture that stands for a post: as it was uploaded, else its number; "" for none."""
    number = numbers_of(value)[2]
    names = [text_of(media.get("slug")) for media in _embedded(value, "wp:featuredmedia")]
    return (names[0] if names and names[0] else str(number)) if number else ""


def _embedded(value: Mapping[str, Any], name: str) -> Iterable[Mapping[str, Any]]:
    embedded = value.get("_embedded")
    rows = embedded.get(name) if isinstance(embedded, dict) else None
    for row in rows if isinstance(rows, list) else ():
        for one in row if isinstance(row, list) else [row]:
            if isinstance(one, dict):
                yield one


def _numbers(value: object) -> list[int]:
    return sorted(one for one in value if isinstance(one, int)) if isinstance(value, list) else []
