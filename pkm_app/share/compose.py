"""Composing a draft: own words and credited quotations in one text. Nothing private is ever copied."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from pkm_app.base.ids import new_file_id
from pkm_app.content.codespans import fences
from pkm_app.content.vaultfile import VaultFile

TEMPLATES = ("post",)


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


def _closed(markdown: str) -> str:
    open_fence = next((fence for fence in fences(markdown) if not fence.closed and not fence.depth), None)
    return f"{markdown}\n{open_fence.mark}" if open_fence else markdown


def draft_file(title: str, body: str, template: str, language: str, now: datetime) -> VaultFile:
    """Return the file of a new draft."""
    stamp = now.astimezone().isoformat(timespec="seconds")
    fields: dict[str, str] = {"id": new_file_id(now), "type": "draft", "title": title, "template": template}
    if language:
        fields["lang"] = language
    return VaultFile.new({**fields, "created": stamp, "updated": stamp}, body)
