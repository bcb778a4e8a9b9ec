"""Making and changing notes: what a person writes in their own words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from pkm_app.base.ids import new_file_id
from pkm_app.content.credit import Credit, credit_words
from pkm_app.content.highlights import read_highlights
from pkm_app.content.language import guess
from pkm_app.content.places import without_marks
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


def credit(highlight: Highlight, source: FileCard, file: VaultFile, target: str, language: str = "") -> str:
    """Return the quotation of a highlight with the credit line that leads back to it.

    ``file`` is the source's file, ``target`` the link's name, ``language`` that of the credit (the source's for "").
    """
    words = credit_words(credit_of(source, file, highlight.highlight_id), language or source.lang)
    return quotation(without_marks(highlight.exact), target, highlight.highlight_id, "", words)


def credit_of(source: FileCard, file: VaultFile, highlight_id: str = "") -> Credit:
    """Return what a source's file says of itself, and where in it the highlight stands."""
    blocks = read_highlights(file.body) if highlight_id else []
    place = next((block.locator for block in blocks if block.highlight_id == highlight_id), "")
    return Credit(source.kind, source.author, source.title, place, file.text_field("via"), file.text_field("with"),
                  file.text_field("consent"))


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
