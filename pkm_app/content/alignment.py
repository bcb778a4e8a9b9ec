"""Where changed words may stand in a text: candidates by shared pieces, measured by edit distance (rapidfuzz)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

_WINDOWS = 8  # places looked at closely
_OFTEN = 20  # a piece that stands there more often says nothing about the place
_WHOLE = 20_000  # characters up to which the whole text is aligned as well
_EDGE = 32


@dataclass(frozen=True, slots=True)
class Candidate:
    """A stretch of text that resembles the words; ``similarity`` from 0 to 1 is one minus the share of edits."""

    start: int
    end: int
    similarity: float


def similarity(one: str, other: str) -> float:
    """Return how alike two texts are, from 0 to 1: characters in common, in order, as a share of both."""
    from rapidfuzz import fuzz

    return fuzz.ratio(one, other) / 100


def candidates(text: str, words: str, prefix: str, suffix: str, least: float) -> list[Candidate]:
    """Return stretches of ``text`` that resemble ``words`` with at least this similarity, the best first.

    They do not overlap. ``prefix`` and ``suffix`` are what once stood around the words: a hint where to look.
    """
    found: list[Candidate] = []
    for low, high in _windows(text, words, prefix, suffix):
        for start, end in _stretches(text[low:high], words):
            start, end = _whole_words(text, low + start, low + end)
            score = similarity(words, text[start:end])
            if score >= least:
                found.append(Candidate(start, end, score))
    found.sort(key=lambda candidate: (-candidate.similarity, candidate.start))
    apart: list[Candidate] = []
    for candidate in found:
        if all(candidate.end <= other.start or other.end <= candidate.start for other in apart):
            apart.append(candidate)
    return apart


def _windows(text: str, words: str, prefix: str, suffix: str) -> Iterator[tuple[int, int]]:
    """Yield stretches twice as long as the words, where most of their pieces and surroundings point to."""
    size = 12 if len(words) >= 36 else 6
    votes: Counter[int] = Counter()
    grain = max(8, len(words) // 4)
    for offset in range(0, max(1, len(words) - size + 1), max(1, size // 2)):
        for place in _places(text, words[offset : offset + size]):
            votes[(place - offset) // grain] += 1
    for place in _places(text, prefix[-16:]):
        votes[(place + len(prefix[-16:])) // grain] += 3
    for place in _places(text, suffix[:16]):
        votes[(place - len(words)) // grain] += 3
    reach = len(words) // 2 + grain
    for bucket, _ in votes.most_common(_WINDOWS):
        yield max(0, bucket * grain - reach), min(len(text), bucket * grain + len(words) + reach)
    if len(text) <= _WHOLE:
        yield 0, len(text)


def _places(text: str, piece: str) -> list[int]:
    if len(piece) < 6:
        return []
    found: list[int] = []
    place = text.find(piece)
    while place >= 0:
        found.append(place)
        if len(found) > _OFTEN:
            return []
        place = text.find(piece, place + 1)
    return found


def _stretches(window: str, words: str) -> Iterator[tuple[int, int]]:
    """Yield the stretch as long as the words that fits best, and the one from their beginning to their end."""
    whole = _aligned(window, words)
    if whole:
        yield whole
    edge = min(_EDGE, len(words) // 2)
    head, tail = _aligned(window, words[:edge]), _aligned(window, words[len(words) - edge :])
    if head and tail and head[0] < tail[1]:
        yield head[0], tail[1]
    if whole and head and head[0] < whole[1]:
        yield head[0], whole[1]
    if whole and tail and whole[0] < tail[1]:
        yield whole[0], tail[1]


def _aligned(window: str, words: str) -> tuple[int, int] | None:
    if not words or len(window) < len(words):
        return (0, len(window)) if words and window else None
    from rapidfuzz import fuzz

    found = fuzz.partial_ratio_alignment(words, window)
    return (found.dest_start, found.dest_end) if found and found.dest_end > found.dest_start else None


def _whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """Widen a stretch that begins or ends inside a word, and leave out blanks at its edges."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start == end:
        return start, end
    while start > 0 and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    return start, end
