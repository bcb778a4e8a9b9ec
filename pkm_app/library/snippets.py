"""A few words around those that matched."""

from __future__ import annotations

from collections.abc import Set

from pkm_app.content.stems import fold, stems, words

OPEN, CLOSE = "⟦", "⟧"
_BEFORE = 60
_LONGEST = 220


def snippet(text: str, exact: Set[str], stemmed: Set[str], beginnings: tuple[str, ...] = ()) -> str:
    """Return one line of plain text around the first matching word, the matching words between ⟦ and ⟧.

    ``exact`` are folded words, ``stemmed`` stems, ``beginnings`` folded beginnings of words. A very word is
    preferred to another form of it. Without any match it is the beginning of the text.
    """
    marked = _Marked(exact, stemmed, beginnings)
    first = next((word.start for word in words(text) if fold(word.text) in exact), -1)
    if first < 0:
        first = next((word.start for word in words(text) if marked.has(word.text)), 0)
    start = _word_edge(text, max(0, first - _BEFORE))
    shown = text[start:start + _LONGEST]
    end = start + (len(shown) if start + len(shown) == len(text) else max(shown.rfind(" "), first - start + 1))
    parts, place = [], start
    for word in words(text[start:end]):
        if marked.has(word.text):
            parts += [text[place:start + word.start], OPEN, word.text, CLOSE]
            place = start + word.end
    parts.append(text[place:end])
    line = " ".join("".join(parts).split())
    return ("… " if start else "") + line + (" …" if end < len(text) else "")


class _Marked:
    """Says of a word whether it matches. To stem one for the first time takes as long as to look at fifty, so those are
    left out that cannot have one of the stems: a stem begins as its word does, but for a Dutch ge-."""

    def __init__(self, exact: Set[str], stemmed: Set[str], beginnings: tuple[str, ...]) -> None:
        self._exact, self._stemmed, self._beginnings = exact, stemmed, beginnings or ("\0",)
        self._letters = tuple({stem[0] for stem in stemmed if stem} | ({"ge"} if stemmed else set()))

    def has(self, word: str) -> bool:
        """Return whether it matches."""
        folded = fold(word)
        return folded in self._exact or folded.startswith(self._beginnings) or (
            folded.startswith(self._letters) and not self._stemmed.isdisjoint(stems(folded)))


def _word_edge(text: str, place: int) -> int:
    """The first place after ``place`` where a word begins, or the beginning."""
    if place == 0:
        return 0
    blank = text.find(" ", place)
    return place if blank < 0 or blank > place + _BEFORE - 1 else blank + 1
