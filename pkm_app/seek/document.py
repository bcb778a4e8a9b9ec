"""What a file says, whatever kind it is of, and what all readers of files share."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from html import escape
from typing import Literal

from pkm_app.base.errors import Problem, Refused
from pkm_app.content.clean import clean_html, plain
from pkm_app.content.language import guess
from pkm_app.content.plaintext import canonical_text

DocumentKind = Literal["page", "pdf", "mail", "link", "words"]


class Unreadable(Refused):
    """A file cannot be taken in, however often one tries; it stays where it is."""


@dataclass(frozen=True, slots=True)
class Document:
    """What a file says. ``html`` is cleaned and ``text`` its canonical text, all else plain text; ``published`` is
    aware or None. A ``link`` has nothing but its ``address``; ``words`` are what a person wrote, kept in ``text`` as
    they are. ``notice`` is a sentence about what is not in it, or None. ``labelled`` says of a PDF that its pages are
    called otherwise than they are counted."""

    kind: DocumentKind
    title: str = ""
    author: str = ""
    site: str = ""
    published: datetime | None = None
    html: str = ""
    text: str = ""
    language: str = ""
    address: str = ""
    notice: Problem | None = None
    labelled: bool = False


def finished(kind: DocumentKind, html: str, title: str, author: str = "", site: str = "", *,
             published: datetime | None = None, base: str = "", notice: Problem | None = None) -> Document:
    """Return a document of foreign HTML and fields, all of it made harmless."""
    cleaned = clean_html(html, base)
    text = canonical_text(cleaned)
    return Document(kind, plain(title), plain(author), plain(site), published, cleaned, text, guess(text),
                    notice=notice)


def stem(name: str) -> str:
    """Return the name of a file without folder and ending: the title of what says none itself."""
    last = re.split(r"[/\\]", name)[-1]
    return (last.rpartition(".")[0] or last).replace("_", " ").strip()


def paragraphs(text: str) -> str:
    """Return plain text as HTML, blank lines parting paragraphs."""
    parts = re.split(r"\n[ \t]*\n", text.replace("\r\n", "\n").replace("\r", "\n"))
    return "".join(f"<p>{escape(part.strip(), quote=False)}</p>".replace("\n", "<br>") for part in parts
                   if part.strip())
