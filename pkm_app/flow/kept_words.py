"""Words of a conversation without consent are known again wherever they stand, also where their credit is gone."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from pkm_app.base.errors import NotFound, Problem, Refused, StorageProblem
from pkm_app.content.markdown import to_html
from pkm_app.content.plaintext import canonical_text
from pkm_app.content.vaultfile import VaultFile
from pkm_app.content.wikilinks import links
from pkm_app.flow.consent import without_consent
from pkm_app.sense.ports import Vault

_SENTENCE_LEAST = 5  # words in a row below which a sentence may be anybody's
_MARKED = 6  # words in a row, of what was marked or written down as theirs
_CAPTURED = 8  # and of all that was captured, in which one's own sentences stand as well
_LETTERS = 4.0  # on average, for words in a row that are no sentence: "as it is in the end" is nobody's
_SENTENCE = re.compile(r"(?<=[.!?…])\s+|\n+")
_WORD = re.compile(r"[^\W_]+")
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_Run = tuple[str, ...]
_DELETED = re.compile(r" \(deleted [\d \-]+\)\Z")


@dataclass(frozen=True, slots=True)
class _Conversation:
    """One whose words stay in: by what names it is linked, what of it was marked, and all of it that was captured."""

    title: str
    names: tuple[str, ...]
    marked: tuple[str, ...]
    captured: tuple[str, ...]


def refuse_kept_words(vault: Vault, text: str, paths: Sequence[str] = ()) -> None:
    """Raise Refused when a text, or the front matter of files, holds words of a conversation without consent.

    Words are compared as they are read, whatever marks, links or references they are written with: a sentence of what
    was marked there, or so many words in a row. What lies in the trash counts as well. Links to what lies there are
    refused by its name, which nothing else knows any more. What the partner repeats of what was shared before is one's
    own.
    """
    said: _Said | None = None
    for one in _conversations(vault):
        said = said or _Said(text, [vault.load(path).file for path in paths])
        if said.holds_marked(one) or said.names & set(one.names) or said.repeats(one, vault):
            raise Refused("This holds words of “{title}”, a conversation without consent: they never leave. "
                          "Take them out first.", title=one.title)


class _Said:
    """What a text says, ready to be compared."""

    def __init__(self, text: str, front: Sequence[VaultFile]) -> None:
        facts = [words for file in front for words in _texts(file.front.values())]
        every = [_words(piece) for piece in (canonical_text(to_html(text)), text, *facts)]
        self._whole = " . ".join(" ".join(words) for words in every)
        self._runs = {size: {run for words in every for run in _runs(words, size)} for size in (_MARKED, _CAPTURED)}
        self.names = {link.target.rpartition("/")[2].removesuffix(".md").casefold() for link in links(text)}

    def holds_marked(self, one: _Conversation) -> bool:
        sentences = (_words(sentence) for words in one.marked for sentence in _SENTENCE.split(words))
        return (any(f" {' '.join(words)} " in f" {self._whole} " for words in sentences
                    if len(words) >= _SENTENCE_LEAST)
                or any(self._shared(words, _MARKED) for words in one.marked))

    def repeats(self, one: _Conversation, vault: Vault) -> bool:
        """Say whether words in a row stand in all that was captured of one, too, and were never shared."""
        found = {run for words in one.captured for run in self._shared(words, _CAPTURED)}
        return bool(found and found - _shared(vault))

    def _shared(self, text: str, size: int) -> set[_Run]:
        runs = _runs(_words(text), size) & self._runs[size]
        return {run for run in runs if sum(map(len, run)) >= _LETTERS * size}


def _conversations(vault: Vault) -> Iterator[_Conversation]:
    for card in vault.cards(("source",), limit=1_000_000):
        if card.kind == "conversation" and without_consent(vault, card):
            marked = tuple(highlight.exact for highlight in vault.highlights(card.path))
            yield _Conversation(card.title, (), marked, _captured(vault, card.file_id))
    for path in vault.trash():
        if path.endswith(".md") and "/sources/" in path:
            gone = _gone(vault, path)
            if gone is not None:
                yield gone


def _gone(vault: Vault, path: str) -> _Conversation | None:
    """Return the conversation that a file in the trash is about; None when it is none, or was agreed to."""
    try:
        file = vault.load(path).file
    except Problem:
        return None  # it cannot be read, so it cannot be put into a draft either
    if file.text_field("kind") != "conversation" or file.text_field("consent") in ("anonymous", "named"):
        return None
    name = _DELETED.sub("", path.rpartition("/")[2].removesuffix(".md"))
    quoted = tuple(line.lstrip("> ") for line in file.body.splitlines() if line.startswith(">"))
    return _Conversation(file.text_field("title") or name, (name.casefold(),), quoted,
                         _captured(vault, file.text_field("id")))


def _captured(vault: Vault, source_id: str) -> tuple[str, ...]:
    found = []
    for digest in vault.snapshots_of(source_id) if source_id else ():
        try:
            found.append(canonical_text(vault.snapshot(source_id, digest)))
        except (NotFound, StorageProblem):
            continue  # it went meanwhile: nobody can have it before his eyes
    return tuple(found)


def _shared(vault: Vault) -> set[_Run]:
    """Return the words in a row of what was shared until now."""
    bodies = (vault.load(card.path).file.body for card in vault.cards(("shared",), limit=1_000_000))
    return {run for body in bodies for run in _runs(_words(canonical_text(to_html(body))), _CAPTURED)}


def _runs(words: Sequence[str], size: int) -> set[_Run]:
    return {tuple(words[at : at + size]) for at in range(len(words) - size + 1)}


def _texts(values: Iterable[object]) -> Iterator[str]:
    for value in values:
        if isinstance(value, str):
            yield value
        elif isinstance(value, list | tuple):
            yield from _texts(value)


def _words(text: str) -> list[str]:
    plain = _UNSEEN.sub("", unicodedata.normalize("NFKC", text))
    return [word.casefold() for word in _WORD.findall(plain)]
