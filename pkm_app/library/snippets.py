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
    matches: list[tuple[int, int]] = []
    first = -1
    for word in words(text):
        folded = fold(word.text)
        very = folded in exact
        if very or not stemmed.isdisjoint(stems(folded)) or folded.startswith(beginnings or ("\0",)):
            matches.append((word.start, word.end))
            if very:
                first = word.start
                break
    if first < 0:
        first = matches[0][0] if matches else 0
    start = _word_edge(text, max(0, first - _BEFORE))
    shown = text[start:start + _LONGEST]
    end = start + (len(shown) if start + len(shown) == len(text) else max(shown.rfind(" "), first - start + 1))
    parts, place = [], start
    for word in words(text[start:end]):
        folded = fold(word.text)
        if folded in exact or not stemmed.isdisjoint(stems(folded)) or folded.startswith(beginnings or ("\0",)):
            parts += [text[place:start + word.start], OPEN, word.text, CLOSE]
            place = start + word.end
    parts.append(text[place:end])
    line = " ".join("".join(parts).split())
    return ("… " if start else "") + line + (" …" if end < len(text) else "")


def _word_edge(text: str, place: int) -> int:
    """The first place after ``place`` where a word begins, or the beginning."""
    if place == 0:
        return 0
    blank = text.find(" ", place)
    return place if blank < 0 or blank > place + _BEFORE - 1 else blank + 1
