"""What differs between two texts, by words within the lines that differ: for a person to look at."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

_WORDS = re.compile(r"\s+|[^\W_]+|.", re.DOTALL)
_LONGEST = 4000  # words of two stretches from which on they are shown as wholly other


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text that both have (``same``), only the old one (``gone``) or only the new one (``new``)."""

    kind: Literal["same", "gone", "new"]
    text: str


def differences(old: str, new: str) -> list[Piece]:
    """Return the pieces that together are both texts: without ``new`` the old one, without ``gone`` the new one."""
    found: list[Piece] = []
    before, after = old.splitlines(keepends=True), new.splitlines(keepends=True)
    for tag, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        gone, fresh = "".join(before[a:b]), "".join(after[c:d])
        found += [Piece("same", gone)] if tag == "equal" else _within(gone, fresh)
    return _joined(found)


def _within(gone: str, fresh: str) -> list[Piece]:
    before, after = _WORDS.findall(gone), _WORDS.findall(fresh)
    if not before or not after or len(before) + len(after) > _LONGEST:
        return [Piece("gone", gone), Piece("new", fresh)]
    found: list[Piece] = []
    for tag, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            found.append(Piece("same", "".join(before[a:b])))
        else:
            found += [Piece("gone", "".join(before[a:b])), Piece("new", "".join(after[c:d]))]
    return found


def _joined(pieces: list[Piece]) -> list[Piece]:
    found: list[Piece] = []
    for piece in pieces:
        if found and found[-1].kind == piece.kind:
            found[-1] = Piece(piece.kind, found[-1].text + piece.text)
        elif piece.text:
            found.append(piece)
    return _whole(found)


def _whole(pieces: list[Piece]) -> list[Piece]:
    """Let words that differ one after the other be one stretch: the blank between them belongs to both."""
    found: list[Piece] = []
    for number, piece in enumerate(pieces):
        around = [one.kind for one in pieces[max(0, number - 2):number] + pieces[number + 1:number + 3]]
        if piece.kind == "same" and piece.text.isspace() and around == ["gone", "new", "gone", "new"]:
            found[-2:] = [Piece(one.kind, one.text + piece.text) for one in found[-2:]]
            continue
        at = next((place for place in (-1, -2) if len(found) >= -place and found[place].kind == piece.kind
                   and all(one.kind != "same" for one in found[place:])), 0)
        if at and piece.kind != "same":
            found[at] = Piece(piece.kind, found[at].text + piece.text)
        else:
            found.append(piece)
    return found
