"""Text folded so that the same words compare equal however they were typeset, with the way back to the characters."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_ALIKE = str.maketrans({
    **dict.fromkeys("‘’‚‛′`´ʼ", "'"), **dict.fromkeys("“”„‟″«»", '"'), **dict.fromkeys("‐‑‒–—―−", "-"),
})
_PLAIN = re.compile(r"[!-_a-~]+")  # what folds to itself: ASCII but blanks and the grave accent
_JOINER = "\u200d"


@dataclass(frozen=True, slots=True)
class Folded:
    """Folded text; character ``i`` of it stands for ``starts[i]`` to ``ends[i]`` of the original."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Return where a (not empty) stretch of the folded text stands in the original."""
        return self.starts[start], self.ends[end - 1]

    def cuts(self, position: int) -> bool:
        """Say whether a position in the folded text lies inside one character of the original."""
        return 0 < position < len(self.starts) and self.starts[position] == self.starts[position - 1]


@lru_cache(maxsize=4)  # all highlights of one article are looked for in the same text
def fold_once(text: str) -> Folded:
    """Fold a whole article, and remember it for a while."""
    return fold(text)


def fold(text: str) -> Folded:
    """Fold quotes and dashes to the plain ones, any blanks to one, ligatures and the like to their letters (NFKC).

    Soft hyphens and characters of no width go. Capitals and accents stay: NFC and NFD give the same.
    """
    pieces: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    start = 0
    while start < len(text):
        plain = _PLAIN.match(text, start)
        end = plain.end() if plain else start + 1
        if plain and end < len(text) and goes_on(text[end]):
            end -= 1  # its last character has marks
        if plain and end > start:
            pieces.append(text[start:end])
            starts += range(start, end)
            ends += range(start + 1, end + 1)
            start = end
            continue
        end = start + 1
        while end < len(text) and (goes_on(text[end]) or text[end - 1] == _JOINER):
            end += 1
        blank = text[start:end].isspace()
        if blank and pieces and pieces[-1] == " ":
            ends[-1] = end
        else:
            folded = " " if blank else _folded(text[start:end])
            pieces += folded
            starts += [start] * len(folded)
            ends += [end] * len(folded)
        start = end
    return Folded("".join(pieces), tuple(starts), tuple(ends))


def fold_text(text: str) -> str:
    """Return only the folded text, without blanks around it."""
    return fold(text).text.strip()


def goes_on(char: str) -> bool:
    """Say whether a character belongs to the one before it: a combining mark, a joiner, an emoji's skin or form."""
    return (char > "\u02ff" and (unicodedata.category(char) in ("Mn", "Me", "Mc") or char == _JOINER
                                 or "\u1160" <= char <= "\u11ff" or "\U0001f3fb" <= char <= "\U0001f3ff"))


def _folded(cluster: str) -> str:
    visible = "".join(
        char for char in cluster if unicodedata.category(char) != "Cf" and not "\ufe00" <= char <= "\ufe0f")
    # U+00B4 and other signs would fall apart into a blank and a mark: take them for what they look like first.
    normal = unicodedata.normalize("NFKC", visible.translate(_ALIKE)).translate(_ALIKE)
    return normal if not normal.isspace() else ""
