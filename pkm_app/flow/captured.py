"""What a person says of a thing they take in, what became of it, and the source file it gets."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from pkm_app.base.errors import Problem, Refused
from pkm_app.base.ids import new_file_id
from pkm_app.content.vaultfile import VaultFile
from pkm_app.seek.document import Document
from pkm_app.sense.notes import stamp

KINDS = ("article", "page", "pdf", "book", "video", "podcast", "mail", "conversation")
CONSENTS = ("no", "anonymous", "named")


@dataclass(frozen=True, slots=True)
class Facts:
    """What a person says of a source; "" leaves it to what the source says itself.

    ``via`` is who tipped me. ``partner`` is with whom a conversation was and ``consent`` what they agreed to.
    """

    kind: str = ""
    title: str = ""
    author: str = ""
    via: str = ""
    partner: str = ""
    consent: str = ""
    language: str = ""

    def checked(self) -> Facts:
        """Return the facts with their blanks tidied. Raises Refused for an unknown kind or consent."""
        if self.kind and self.kind not in KINDS:
            raise Refused("“{kind}” is no kind of source: choose from {known}.", kind=self.kind, known=", ".join(KINDS))
        if self.consent and self.consent not in CONSENTS:
            raise Refused("“{consent}” is no consent: choose no, anonymous or named.", consent=self.consent)
        kind = self.kind or ("conversation" if self.partner.strip() or self.consent else "")
        if kind != "conversation" and (self.partner.strip() or self.consent):
            raise Refused("Only a conversation has somebody it was with, and their consent.")
        return replace(self, kind=kind, title=_line(self.title), author=_line(self.author), via=_line(self.via),
                       partner=_line(self.partner))


@dataclass(frozen=True, slots=True)
class Captured:
    """What came of capturing. Either a note (``note_id``) or a source with its article; ``known`` says that it was
    here before. ``highlight_id`` is of the passage that came along. ``notice`` is what a person should be told."""

    kind: str
    title: str
    path: str = ""
    article_id: str = ""
    source_id: str = ""
    note_id: str = ""
    highlight_id: str = ""
    known: bool = False
    notice: Problem | None = None


def source_file(document: Document, facts: Facts, kind: str, url: str, now: datetime, original: str = "") -> VaultFile:
    """Return the new file of a captured source. ``original`` is the path of the very file that was taken in."""
    consent = (facts.consent or "no") if kind == "conversation" else ""
    fields = {
        "id": new_file_id(now), "type": "source", "kind": kind, "title": facts.title or document.title,
        "author": facts.author or document.author, "url": url, "site": document.site, "via": facts.via,
        "with": facts.partner, "consent": consent,
        "published": document.published.isoformat(timespec="seconds") if document.published else "",
        "fetched": stamp(now), "lang": facts.language or document.language, "file": original,
        "pages": "labels" if document.labelled else "",
        "created": stamp(now), "updated": stamp(now),
    }
    return VaultFile.new({key: value for key, value in fields.items() if value}, "")


def told(file: VaultFile, facts: Facts) -> VaultFile:
    """Return a source file with what a person said this time; what they left empty stays as it was."""
    said = {"kind": facts.kind, "title": facts.title, "author": facts.author, "via": facts.via, "with": facts.partner,
            "consent": facts.consent, "lang": facts.language}
    for key, value in said.items():
        if value and file.text_field(key) != value:
            file = file.with_field(key, value)
    return file


def _line(text: str) -> str:
    return " ".join(text.split())
