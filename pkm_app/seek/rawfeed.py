"""What a feed says before anything is cleaned: the one shape that every reader of a format fills.

Nothing in here may be shown or stored. :mod:`pkm_app.seek.assemble` makes clean values of it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape

_BLANK_LINE = re.compile(r"\n[ \t]*\n\s*")


@dataclass(slots=True)
class RawBody:
    """One form of an entry's matter: HTML, and the address that relative links start from ("" if not said)."""

    html: str
    base: str = ""


@dataclass(slots=True)
class RawEntry:
    """One item. ``title`` and ``authors`` are HTML as it came, dates are texts, links may be relative to ``base``.

    ``permalink`` is an identifier that the format lets stand for the link.
    """

    uid: str = ""
    link: str = ""
    permalink: str = ""
    base: str = ""
    title: str = ""
    authors: tuple[str, ...] = ()
    published: str = ""
    updated: str = ""
    language: str = ""
    bodies: tuple[RawBody, ...] = ()


@dataclass(slots=True)
class RawFeed:
    """A feed of any format. ``kind`` is feedparser's word for it, or ``json10``, ``json11``.

    ``skipped`` are the hours and days, as written, in which RSS asks not to be visited.
    """

    kind: str
    title: str = ""
    site: str = ""
    base: str = ""
    description: str = ""
    language: str = ""
    ttl: str = ""
    update_period: str = ""
    update_frequency: str = ""
    skipped: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    entries: tuple[RawEntry, ...] = ()


def html_of_text(text: str) -> str:
    """Write plain text as HTML: an empty line parts paragraphs, a line end breaks the line."""
    paragraphs = _BLANK_LINE.split(text.replace("\r\n", "\n").replace("\r", "\n").strip())
    return "".join("<p>" + escape(part, quote=False).replace("\n", "<br>") + "</p>" for part in paragraphs if part)
