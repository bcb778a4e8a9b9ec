"""The names that links can say: what completion offers."""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from pkm_app.sense.model import FileType
from pkm_app.sense.ports import Vault

_LINKED: tuple[FileType, ...] = ("note", "source", "person", "draft")
_MOST = 200_000


@dataclass(frozen=True, slots=True)
class LinkName:
    """``words`` are a title, ``target`` is what a link to ``path`` says."""

    target: str
    words: str
    path: str


def link_names(vault: Vault) -> Sequence[LinkName]:
    """Return every name that can be linked to, of the file changed last first. Two files with one name get their
    folder into the target."""
    cards = vault.cards(_LINKED, limit=_MOST)
    names = Counter(_name(card.path).casefold() for card in cards)
    return [LinkName(_name(card.path) if names[_name(card.path).casefold()] == 1 else card.path.removesuffix(".md"),
                     card.title or _name(card.path), card.path) for card in cards]


def _name(path: str) -> str:
    return posixpath.basename(path).removesuffix(".md")
