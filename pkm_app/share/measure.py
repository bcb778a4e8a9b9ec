"""How many words of a draft leave, whose they are, and how many stay in."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pkm_app.content.private import cut_places, cut_private
from pkm_app.content.quotation import word_counts
from pkm_app.content.wikilinks import shown_alone

_MARKS = re.compile(r"%%[ \t]*(?:private|internal)?(?=\s|%%|\Z)|%%|<!--|-->")
_SOLID = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Measure:
    """Words that leave, ``own`` and ``quoted``, how many ``sources`` are credited among them, and how many words stay
    in (``kept``)."""

    own: int = 0
    quoted: int = 0
    kept: int = 0
    sources: int = 0

    @property
    def leaving(self) -> int:
        """All words that leave."""
        return self.own + self.quoted

    @property
    def share(self) -> float:
        """Quoted words / all that leave, 0 to 1."""
        return self.quoted / self.leaving if self.leaving else 0.0


def kept_words(body: str, audience: str) -> int:
    """Count the words of a text that stay in when it leaves to an audience, "" for nobody: then all of them."""
    if not audience:
        return _words(body)
    return sum(_words(body[start:end]) for start, end, mark in cut_places(body, audience) if not mark)


def measures(body: str, starts: Sequence[int], audience: str, shown: Mapping[str, Measure]) -> list[Measure]:
    """Measure the pieces of a text that begin at ``starts`` (in order, the first at 0), each up to the next.

    A line that shows another file counts as ``shown`` says of it.
    """
    ends = [*starts[1:], len(body)]
    if not audience:
        return [Measure(kept=_words(body[start:end])) for start, end in zip(starts, ends, strict=True)]
    places = cut_places(body, audience)
    found: list[Measure] = []
    for start, end, piece in zip(starts, ends, _leaving(body, starts, audience, places), strict=True):
        lines = [link for link in shown_alone(piece) if piece[link.start : link.end] in shown]
        below = [shown[piece[link.start : link.end]] for link in lines]
        for link in reversed(lines):  # what it shows stands in its place
            piece = piece[: link.start] + piece[link.end :]
        counts = word_counts(piece)
        kept = sum(_words(body[max(start, one) : min(end, until)]) for one, until, mark in places
                   if not mark and one < end and until > start)
        found.append(Measure(counts.own + sum(one.own for one in below),
                             counts.quoted + sum(one.quoted for one in below), kept + sum(one.kept for one in below)))
    return found


def _leaving(body: str, starts: Sequence[int], audience: str, places: Sequence[tuple[int, int, bool]]) -> list[str]:
    """Return what leaves of each piece. Where one begins in what is left is told by how much that is no blank stands
    before it."""
    if not places:
        return [body[start:end] for start, end in zip(starts, [*starts[1:], len(body)], strict=True)]
    text = cut_private(body, audience).text
    runs = [(match.start(), match.end()) for match in _SOLID.finditer(text)]
    before, total = [0], 0  # characters before each run
    for start, end in runs:
        total += end - start
        before.append(total)
    begins: list[int] = []
    for solid in _solid_before(body, starts, places):
        run = max(0, bisect_left(before, solid + 1) - 1)
        begins.append(runs[run][0] + solid - before[run] if run < len(runs) else len(text))
    return [text[start:end] for start, end in zip([0, *begins[1:]], [*begins[1:], len(text)], strict=True)]


def _solid_before(body: str, starts: Sequence[int], places: Sequence[tuple[int, int, bool]]) -> list[int]:
    """Return how many characters that leave and are no blanks stand before each of these places."""
    cut = {start: end for start, end, _ in places}
    found: dict[int, int] = {}
    count = last = gone = 0
    for at in sorted({*starts, *cut, *cut.values()}):
        if last >= gone:
            count += len("".join(body[last:at].split()))
        found[at] = count
        last, gone = at, max(gone, cut.get(at, 0))
    return [found[at] for at in starts]


def _words(text: str) -> int:
    counts = word_counts(_MARKS.sub(" ", text))
    return counts.own + counts.quoted
