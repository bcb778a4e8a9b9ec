"""Making and changing notes: what a person writes in their own words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from pkm_app.base.ids import new_file_id
from pkm_app.content.language import guess
from pkm_app.content.quotation import quotation
from pkm_app.content.vaultfile import VaultFile
from pkm_app.sense.model import FileCard, Highlight

MATURITIES = ("seed", "half-baked", "baked")
VALUES = ("filter", "validate", "synthesise", "present", "customise")


@dataclass(frozen=True, slots=True)
class NewNote:
    """What is known of a note before it exists. ``body`` is Markdown; ``lang`` "" means: find out."""

    title: str
    body: str = ""
    tags: tuple[str, ...] = ()
    lang: str = ""
    private: bool = False
    maturity: str = ""
    question: bool = False


def stamp(now: datetime) -> str:
    """Return a time as the vault writes it: ISO 8601 with offset, to the second."""
    return now.astimezone().isoformat(timespec="seconds")


def credit(highlight: Highlight, source: FileCard, target: str) -> str:
    """Return the quotation of a highlight with the credit line that leads back to it; ``target`` is the link's name."""
    return quotation(highlight.exact, target, highlight.highlight_id, source.author, source.title)


def compose_body(body: str, quotations: Sequence[str]) -> str:
    """Join own words and quotations, each quotation a block of its own."""
    parts = [part.strip("\n") for part in (body, *quotations)]
    return "\n\n".join(part for part in parts if part.strip()) + "\n"


def note_file(note: NewNote, body: str, now: datetime) -> VaultFile:
    """Return the file of a new note; keys that say nothing are left out."""
    fields: dict[str, object] = {"id": new_file_id(now), "type": "note", "title": note.title}
    if note.tags:
        fields["tags"] = list(note.tags)
    lang = note.lang or guess(note.body)
    if lang:
        fields["lang"] = lang
    if note.maturity:
        fields["maturity"] = note.maturity
    if note.question:
        fields["question"] = "open"
    fields["created"] = fields["updated"] = stamp(now)
    if note.private:
        fields["private"] = True
    return VaultFile.new(fields, body)  # type: ignore[arg-type]  # every value above is a Field
