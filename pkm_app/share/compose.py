"""Composing a draft: own words and credited quotations in one text. Nothing private is ever copied."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from pkm_app.base.ids import new_file_id
from pkm_app.content.codespans import fences
from pkm_app.content.escaping import escape_plain
from pkm_app.content.vaultfile import Field, VaultFile
from pkm_app.share.wording import word

TEMPLATES = ("post", "finds", "ebook", "question", "wol", "case")
CARDS = ("ebook", "finds", "chapter")  # those in which a quotation is a card that leads to the whole of its source
_PLACE = re.compile(r"\{\{[ \t]*([a-z]+)[ \t]*\}\}")
_BLANK_LINES = re.compile(r"\n{3,}")


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a draft in the making: Markdown of a note, a credited quotation, or a link to a source."""

    markdown: str
    language: str = ""


def compose(pieces: Sequence[Piece]) -> str:
    """Join pieces into the body of a draft, each a block of its own.

    A code fence that a piece leaves open is closed, so that it does not swallow the quotations after it.
    """
    blocks = [_closed(piece.markdown.strip("\n")) for piece in pieces]
    return "\n\n".join(block for block in blocks if block.strip()) + "\n"


def card(quotation: str, own_words: str, language: str, lead_in: bool = False) -> Piece:
    """Return an excerpt as a card: what leads to it, the quotation with its credit, and one's own sentence about it.

    Where own words are missing, a private part asks for them; it never leaves.
    """
    asked = f"%% {word('own-sentence', language)} %%"
    before = [f"%% {word('lead-in', language)} %%"] if lead_in else []
    after = [own_words.strip("\n") or ("" if lead_in else asked)]
    return Piece("\n\n".join(part for part in (*before, quotation, *after) if part))


def filled(template: str, title: str, now: datetime, parts: Mapping[str, str]) -> str:
    """Return the text of a template with its placeholders filled, once: ``{{title}}``, ``{{date}}`` and its like, and
    the ``parts`` the draft is made of. A template that has no place for the pieces gets them at its end."""
    values = {"title": escape_plain(" ".join(title.split())), **dates(now),
              **{name: text.strip("\n") for name, text in parts.items()}}
    if not any(match[1] in ("pieces", "chapters") for match in _PLACE.finditer(template)):
        template += "\n\n{{pieces}}\n"
    text = _PLACE.sub(lambda match: values.get(match[1], match[0]), template)
    return _BLANK_LINES.sub("\n\n", text).strip("\n") + "\n"


def dates(now: datetime) -> Mapping[str, str]:
    """Return what stands for the placeholders of a day."""
    local = now.astimezone()
    return {"date": f"{local:%Y-%m-%d}", "time": f"{local:%H:%M}", "year": f"{local:%Y}", "month": f"{local:%m}",
            "day": f"{local:%d}", "week": f"{local.isocalendar().week}"}


def draft_file(title: str, body: str, template: str, language: str, now: datetime,
               compilers: Sequence[str] = (), tags: Sequence[str] = ()) -> VaultFile:
    """Return the file of a new draft."""
    stamp = now.astimezone().isoformat(timespec="seconds")
    fields: dict[str, Field] = {"id": new_file_id(now), "type": "draft", "title": title, "template": template}
    if language:
        fields["lang"] = language
    if tags:
        fields["tags"] = list(tags)
    if compilers:
        fields["compilers"] = list(compilers)
    return VaultFile.new({**fields, "created": stamp, "updated": stamp}, body)


def _closed(markdown: str) -> str:
    open_fence = next((fence for fence in fences(markdown) if not fence.closed and not fence.depth), None)
    return f"{markdown}\n{open_fence.mark}" if open_fence else markdown
