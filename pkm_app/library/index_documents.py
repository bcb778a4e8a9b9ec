"""What of a vault file goes into the full-text index: the file itself, and each highlight in it."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit

from pkm_app.base.errors import NotFound
from pkm_app.content.highlights import read_highlights
from pkm_app.content.language import guess
from pkm_app.content.readable import readable
from pkm_app.content.stems import folded_words
from pkm_app.content.vaultfile import VaultFile, parse_vault_file
from pkm_app.content.wikilinks import links
from pkm_app.library.filecards import card_of_file
from pkm_app.library.files import read_file
from pkm_app.sense.model import FileCard

MAX_CHARACTERS = 1_000_000  # a book; what lies beyond is not found by its words
_LONGEST_WORD = 64
_READ_FOR_LANGUAGE = 2000
_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_KINDS = {"note": "note", "source": "source", "draft": "draft", "person": "note"}  # what left is found in its draft
_SNIPPET_MARKS = str.maketrans("", "", "⟦⟧")  # what snippets mark words with


@dataclass(frozen=True, slots=True)
class Document:
    """One thing that can be found; ``text`` is what snippets are cut from. ``date`` is YYYY-MM-DD or "". ``sources``
    are words by which the source is known: its title and site, or what a note links to."""

    path: str
    kind: str
    id: str
    title: str
    text: str
    tags: tuple[str, ...]
    lang: str
    author: str
    private: bool
    maturity: str
    date: str = ""
    sources: str = ""

    def stored(self) -> dict[str, str]:
        """Return what the index keeps of it to be shown."""
        values = {"path": self.path, "kind": self.kind, "id": self.id, "title": self.title, "text": self.text,
                  "date": self.date, "lang": self.lang}
        return {key: _whole(value) for key, value in values.items()}

    def title_words(self) -> list[str]:
        """Return the folded words of its title."""
        return _folded(self.title)

    def all_words(self) -> list[str]:
        """Return the folded words of everything that is said in it, in order."""
        return [*_folded(self.title), *_folded(self.text), *_folded(self.author), *_folded(" ".join(self.tags))]

    def marks(self) -> list[str]:
        """Return what searches narrow by, each once."""
        return list(dict.fromkeys(_whole(mark) for mark in self._marks()))

    def _marks(self) -> Iterator[str]:
        yield f"kind:{self.kind}"
        yield "is:private" if self.private else "is:public"
        for name, value in (("lang", self.lang), ("maturity", self.maturity)):
            if value:
                yield mark(name, value)
        for tag in self.tags:
            parts = tag.strip("/").split("/")
            for size in range(1, len(parts) + 1):
                yield mark("tag", "/".join(parts[:size]))
        for name, text in (("author", self.author), ("source", self.sources)):
            for word in _folded(text):
                yield f"{name}:{word}"
        if self.date:
            year, month, day = self.date.split("-")
            yield from (f"year:{year}", f"month:{year}{month}", f"day:{year}{month}{day}")


def mark(name: str, value: str) -> str:
    """Return a mark as the index holds it: one word without blanks, in small letters."""
    return f"{name}:{'_'.join(value.casefold().split())[:_LONGEST_WORD]}"


class Inside:
    """Where the files of a vault lie in truth. Remembers folders, so it is for one look through many files."""

    def __init__(self, vault: Path) -> None:
        self._vault = str(vault)
        self._root = os.path.realpath(vault)
        self._folders: dict[str, str] = {}

    def real(self, path: str) -> Path | None:
        """Return where a file lies; None when that is not in the vault: a link that leads out is not followed."""
        folder, _, name = path.rpartition("/")
        if folder not in self._folders:
            self._folders[folder] = os.path.realpath(os.path.join(self._vault, folder))
        real = os.path.join(self._folders[folder], name)
        if os.path.islink(real) or name in ("", ".", ".."):
            real = os.path.realpath(real)
        return Path(real) if Path(real).is_relative_to(self._root) else None


def documents(inside: Inside, path: str) -> list[Document] | None:
    """Read a file and return what can be found in it; None when it is gone, or not inside the vault.

    Private files and parts are in it: the index serves the person alone. Raises StorageProblem when the file
    is there and cannot be read.
    """
    real = inside.real(path)
    if real is None:
        return None
    try:
        data = read_file(real)
    except NotFound:
        return None
    file = parse_vault_file(data)
    card = card_of_file(path, file, with_excerpt=False)
    if card.type not in _KINDS:
        return []
    date = _date_of(card, file, real)
    lang = card.lang.casefold().partition("-")[0] or guess(file.body[:_READ_FOR_LANGUAGE])
    if card.type == "source":
        sources = " ".join((card.title, card.author, file.text_field("site"), _host(card.url)))
    else:
        sources = " ".join(link.target for link in links(file.body)) if "[[" in file.body else ""
    found = [Document(path, _KINDS[card.type], card.file_id or path, card.title, plain_words(file.body), card.tags,
                      lang, card.author, card.private, card.maturity, date, sources)]
    if "^hl-" in file.body:
        found += [Document(path, "highlight", block.highlight_id, card.title,
                           f"{block.quote}\n\n{plain_words(block.comment)}".strip(), card.tags, lang, card.author,
                           card.private, "", date, sources) for block in read_highlights(file.body)]
    return found


def _date_of(card: FileCard, file: VaultFile, real: Path) -> str:
    """When it was published or written: as its front matter says, else when the file was last changed."""
    for said in (file.text_field("published") if card.type == "source" else "", card.created, card.updated):
        match = _DAY.match(said)
        if match and 1 <= int(match[2]) <= 12 and 1 <= int(match[3]) <= 31:
            return match[0]
    try:
        return datetime.fromtimestamp(os.stat(real).st_mtime, UTC).date().isoformat()
    except (OSError, ValueError, OverflowError):
        return ""


def _host(url: str) -> str:
    """Return the host of an address, "" where there is none."""
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


def plain_words(markdown: str) -> str:
    """Return the words of Markdown without its marks, as snippets show them. Roughly: it is read, not rendered."""
    return readable(markdown[:MAX_CHARACTERS]).translate(_SNIPPET_MARKS)


def _folded(text: str) -> list[str]:
    return [word for word in folded_words(text) if len(word) <= _LONGEST_WORD]


def _whole(text: str) -> str:
    """Half characters, which an index cannot hold, become question marks."""
    return text if text.isascii() else text.encode("utf-8", "replace").decode("utf-8")
