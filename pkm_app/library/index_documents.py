"""What of a vault file goes into the full-text index: the file itself, and each highlight in it."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path

from pkm_app.base.errors import NotFound
from pkm_app.content.highlights import read_highlights
from pkm_app.content.stems import fold, stems, words
from pkm_app.content.vaultfile import parse_vault_file
from pkm_app.library.filecards import card_of_file
from pkm_app.library.files import read_file

MAX_CHARACTERS = 1_000_000  # a book; what lies beyond is not found by its words
_LONGEST_WORD = 64
_KINDS = {"note": "note", "source": "source", "draft": "draft", "person": "note"}  # what left is found in its draft

_MARKS = (
    (re.compile(r"^\s*(?:>\s*)*\^hl-[a-z0-9]{10}\s*$|[ \t]+\^hl-[a-z0-9]{10}\s*$", re.MULTILINE), ""),
    (re.compile(r"!?\[\[(?:[^\[\]|\n]*\|)?([^\[\]|\n]*)\]\]"), r"\1"),
    (re.compile(r"!?\[([^\[\]\n]*)\]\([^()\n]*\)"), r"\1"),
    (re.compile(r"^[ \t]*(?:>[ \t]*)+|^[ \t]*#{1,6}[ \t]+|^[ \t]*[-*+][ \t]+", re.MULTILINE), ""),
    (re.compile(r"\\(?=[!-/:-@\[-`{-~])|[*_`]{1,3}(?=\w)|(?<=\w)[*_`]{1,3}|%%|[⟦⟧]"), ""),
)


@dataclass(frozen=True, slots=True)
class Document:
    """One thing that can be found; ``text`` is what snippets are cut from."""

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

    def values(self) -> dict[str, str]:
        """Return the fields as the index takes them. ``exact`` are the folded words of everything, ``exact_title``
        those of the title, ``stems`` the Dutch and English stems of everything, with blanks between."""
        title = _folded(self.title)
        everything = [*title, *_folded(self.text), *_folded(self.author), *_folded(" ".join(self.tags))]
        values = {
            "path": self.path, "kind": self.kind, "id": self.id, "title": self.title, "text": self.text,
            "tags": ",".join(self.tags), "lang": self.lang, "author": self.author,
            "private": "1" if self.private else "0", "maturity": self.maturity, "exact_title": " ".join(title),
            "exact": " ".join(everything), "stems": " ".join(stem for word in everything for stem in stems(word))}
        return {key: value.encode("utf-8", "replace").decode("utf-8") for key, value in values.items()}


def documents(vault: Path, path: str) -> list[Document] | None:
    """Read a file and return what can be found in it; None when it is gone, or not inside the vault.

    Private files and parts are in it: the index serves the person alone. Raises StorageProblem when the file
    is there and cannot be read.
    """
    root = os.path.realpath(vault)
    real = Path(os.path.realpath(vault / path))
    if not real.is_relative_to(root):  # a link that leads out of the vault is not followed
        return None
    try:
        data = read_file(real)
    except NotFound:
        return None
    file = parse_vault_file(data)
    card = card_of_file(path, file)
    if card.type not in _KINDS:
        return []
    found = [Document(path, _KINDS[card.type], card.file_id or path, card.title, plain_words(file.body), card.tags,
                      card.lang, card.author, card.private, card.maturity)]
    found += [Document(path, "highlight", block.highlight_id, card.title,
                       f"{block.quote}\n\n{plain_words(block.comment)}".strip(), card.tags, card.lang, card.author,
                       card.private, "") for block in read_highlights(file.body)]
    return found


def plain_words(markdown: str) -> str:
    """Return the words of Markdown without its marks, as snippets show them. Roughly: it is read, not rendered."""
    text = markdown[:MAX_CHARACTERS]
    for pattern, instead in _MARKS:
        text = pattern.sub(instead, text)
    return text.strip()


def _folded(text: str) -> list[str]:
    return [fold(word.text) for word in words(text) if len(word.text) <= _LONGEST_WORD]
