"""The values of Sense: files of the vault seen as notes, sources and highlights."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from pkm_app.content.vaultfile import VaultFile

FileType = Literal["note", "source", "person", "draft", "shared"]


@dataclass(frozen=True, slots=True)
class FileCard:
    """What lists show of a vault file, read from its front matter and first words.

    ``path`` is relative to the vault with ``/``; ``file_id`` is "" while the file has none. ``excerpt`` is
    plain text without private parts.
    """

    path: str
    file_id: str
    type: FileType
    title: str
    tags: tuple[str, ...] = ()
    lang: str = ""
    created: str = ""
    updated: str = ""
    private: bool = False
    maturity: str = ""
    value: str = ""
    question: str = ""
    url: str = ""
    author: str = ""
    kind: str = ""
    excerpt: str = ""
    modified: datetime | None = None

    @property
    def credit(self) -> str:
        """Whom and what a source is credited to, in one line: ``Jane Hart, 10 ways``."""
        return f"{self.author}, {self.title}" if self.author and self.title != self.author else self.title


@dataclass(frozen=True, slots=True)
class Loaded:
    """A file as it was read: ``digest`` is of its bytes and goes back with the save."""

    path: str
    file: VaultFile
    digest: str


@dataclass(frozen=True, slots=True)
class Saved:
    """How a save went: ``digest`` of what stands there now; ``conflict`` is the path of the copy that holds
    what somebody else had written meanwhile, "" when nobody had; ``written`` is False when nothing changed."""

    path: str
    digest: str
    conflict: str = ""
    written: bool = True


@dataclass(frozen=True, slots=True)
class Version:
    """A former version of a file in the local history, oldest is number 1."""

    number: int
    saved: datetime
    bytes: int


@dataclass(frozen=True, slots=True)
class Highlight:
    """Words marked in a source. ``where`` says how surely they were found again in the version at hand."""

    highlight_id: str
    source_path: str
    source_id: str
    exact: str
    prefix: str = ""
    suffix: str = ""
    start: int = -1
    colour: str = "yellow"
    comment: str = ""
    made: str = ""
    digest: str = ""
    where: Literal["exact", "approximate", "orphan", "unchecked"] = "unchecked"
    used_in: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Hit:
    """One find of a search. ``snippet`` is plain text with ⟦ and ⟧ around the words that matched."""

    kind: Literal["note", "highlight", "article", "draft", "source"]
    id: str
    title: str
    snippet: str
    score: float
    path: str = ""
    date: str = ""  # 2026-11-20: when it was written or published, "" when nobody knows
    lang: str = ""
