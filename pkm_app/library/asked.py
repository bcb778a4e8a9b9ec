"""What a person types to search the vault, taken apart."""

from __future__ import annotations

from dataclasses import dataclass

from pkm_app.content.stems import fold, words

MAX_CHARACTERS = 2000
MAX_WORDS = 12
_SHORTEST_BEGINNING = 2
_QUOTES = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"'})


@dataclass(frozen=True, slots=True)
class Asked:
    """A query: all of it must be found.

    ``words`` may have any form; ``begin*`` stands for words that begin so; ``"two words"`` are a row that must
    stand so (its words are in ``words`` too). All are folded. Nothing else is syntax, so nothing can be wrong.
    """

    words: tuple[str, ...] = ()
    beginnings: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.words or self.beginnings)

    @classmethod
    def of(cls, text: str) -> Asked:
        """Take apart what was typed; beyond 2,000 characters and twelve words it is not read."""
        plain: dict[str, None] = {}
        beginnings: dict[str, None] = {}
        rows: list[tuple[str, ...]] = []
        for number, part in enumerate(text[:MAX_CHARACTERS].translate(_QUOTES).split('"')):
            row = []
            for word in words(part):
                folded = fold(word.text)
                if len(plain) + len(beginnings) == MAX_WORDS or not folded:
                    continue
                row.append(folded)
                if part[word.end:word.end + 1] == "*" and len(folded) >= _SHORTEST_BEGINNING:
                    beginnings[folded] = None
                else:
                    plain[folded] = None
            if number % 2 and len(row) > 1 and not any(word in beginnings for word in row):
                rows.append(tuple(row))
        return cls(tuple(plain), tuple(beginnings), tuple(rows))
