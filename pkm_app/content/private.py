"""Private parts of a text: what stays in when the rest leaves."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from pkm_app.content.codespans import code_ranges, escaped, inside

_OPENING = re.compile(r"%%|<!--")
_SOLID = re.compile(r"\S+")
_INTERNAL = re.compile(r"%%[ \t]*internal[ \t]*(?=\n|\Z)")
_NAMED = re.compile(r"%%[^\S\n]*(?:private|internal)\b([^\S\n]*(?=\n|\Z))?", re.IGNORECASE)
_INDENT = re.compile(r"[ \t>]*")
_LINE = re.compile(r"%%(?:(?!%%)[^\n])+%%[ \t]*(?=\n|\Z)")


@dataclass(frozen=True, slots=True)
class Cut:
    """What is left of a text, how many parts were cut, and whether one of them was never closed."""

    text: str
    count: int
    unclosed: bool


@dataclass(frozen=True, slots=True)
class _Part:
    start: int
    end: int
    closed: bool = True
    marks: bool = False  # only the marks of a part that this audience may read


def cut_private(body: str, audience: str) -> Cut:
    """Return what may leave to an audience (``public``, ``community`` or ``team``).

    Private is ``%% ... %%`` (``%% private`` is one), and ``<!-- ... -->``; one that is never closed reaches to the
    end. ``%% internal`` alone on its line, up to the next ``%%``, leaves for the team, without its marks and without
    HTML comments in it; ``%% internal`` with more words on its line is private for all. A ``%% private`` or
    ``%% internal`` within a part, and a comment that fills a line of one that began on a line of its own, stand in that
    part, which goes on behind theirs.

    Decided for safety: a text with ``%%`` or ``<!--`` in code, or behind a backslash, is read twice, once with
    these as marks and once without, and whatever is private in one reading is cut (code is what is closed; a fence
    left open hides no mark). So a mark in code can cost text, which the count and ``unclosed`` tell, yet can
    never turn what was meant to be private inside out.
    Cutting what was left again changes nothing. Where a part had its own lines, they go with it.
    """
    text, count, unclosed = body, 0, False
    while parts := _kept_in(text, audience):
        count += sum(not part.marks for part in parts)
        unclosed = unclosed or not all(part.closed for part in parts)
        text = _without(text, parts)
    return Cut(text, count, unclosed)


def for_a_draft(text: str) -> str:
    """Return what of a text goes into a draft that is composed of it: nothing private; what is internal keeps its
    marks, and with them stays out of what goes to others than the team. Where a mark stands in code or behind a
    backslash one cannot be sure, and what is internal stays behind as well."""
    cut = cut_private(text, "public").text
    if not _INTERNAL.search(text) or _doubtful(text):
        return cut
    kept = text
    while parts := [part for part in _kept_in(kept, "team") if not part.marks]:
        kept = _without(kept, parts)
    same = cut_private(kept, "public").text.split() == cut.split()
    return kept if same and not _unclosed(kept) else cut


def _unclosed(text: str) -> bool:
    return not all(part.closed for part in _kept_in(text, "public"))


def cut_places(body: str, audience: str) -> list[tuple[int, int, bool]]:
    """Return where in a text stands what :func:`cut_private` takes out, in order: (start, end, whether it is only the
    mark of a part that this audience may read). Blanks that go with it are not told; places do not overlap."""
    text, places = body, list[tuple[int, int, bool]]()
    while parts := _kept_in(text, audience):
        stands = _Original(body, places)
        found = [(stands.place(text[: part.start]), stands.place(text[: part.end].rstrip(), behind=True), part.marks)
                 for part in parts]
        text = _without(text, parts)
        places = _apart([*places, *found])
    return places


def _apart(places: list[tuple[int, int, bool]]) -> list[tuple[int, int, bool]]:
    apart: list[tuple[int, int, bool]] = []
    end = 0
    for start, until, mark in sorted(places):
        if max(start, end) < until:
            apart.append((max(start, end), until, mark))
            end = until
    return apart


class _Original:
    """Finds in a body the place of a character of what was left of it: they are told by how many stand before them
    that are no blanks, which alone are all still there."""

    def __init__(self, body: str, gone: list[tuple[int, int, bool]]) -> None:
        self._runs: list[tuple[int, int]] = []  # how many stood before, and where
        count = end = 0
        for start, behind in [*((one[0], one[1]) for one in gone), (len(body), len(body))]:
            for run in _SOLID.finditer(body, end, start):
                self._runs.append((count, run.start()))
                count += len(run[0])
            end = behind
        self._end = len(body)

    def place(self, before: str, behind: bool = False) -> int:
        """Return where the next character after ``before`` stands, or (``behind``) the place behind its last one."""
        count = len("".join(before.split())) - behind
        at = bisect_right(self._runs, (count, self._end)) - 1
        return self._runs[at][1] + count - self._runs[at][0] + behind if self._runs else self._end


def _kept_in(text: str, audience: str) -> list[_Part]:
    if not _OPENING.search(text):
        return []
    parts: list[_Part] = []
    for not_marks in filter(None, (_doubtful(text), {-1})):
        parts += _Reading(text, audience, not_marks).parts()
        if audience == "team":  # for others, all that is private without these nests is so with them
            parts += _Reading(text, audience, not_marks, within_lines=False).parts()
    private = _merged([part for part in parts if not part.marks])
    covered = [(part.start, part.end) for part in private]
    marks = {part for part in parts if part.marks and not inside(covered, part.start)}
    return sorted([*private, *marks], key=lambda part: part.start)


def _doubtful(text: str) -> set[int]:
    """Where marks stand that may be none: in code, or behind a backslash."""
    code = code_ranges(text, open_fences=False)
    return {match.start() for match in re.finditer(r"(?=%%|<!--)", text)
            if inside(code, match.start()) or escaped(text, match.start())}


class _Reading:
    """One reading of a text from the top, whichever mark comes first. ``within_lines`` says whether a part also begins
    within another one where ``%% private`` stands among other words, which may be the end of that one and a word."""

    def __init__(self, text: str, audience: str, not_marks: set[int], within_lines: bool = True) -> None:
        self._text = text
        self._audience = audience
        self._not_marks = not_marks
        self._within_lines = within_lines
        self._open: list[tuple[int, int]] = []  # where each part that is open began; behind its mark, 0 if it is cut
        self._cut = 0  # how many of them are cut
        self._seen = self._line = 0  # how far lines were looked for, and where the last one begins

    def parts(self) -> list[_Part]:
        """Return the parts as they are met; those within a part that is cut need not be among them."""
        found: list[_Part] = []
        position = 0
        while opening := _OPENING.search(self._text, position):
            start, position = opening.start(), opening.end()
            if start in self._not_marks:
                position = start + 1
            elif opening[0] == "<!--":
                found += self._commented(start)
                position = position if self._open else found[-1].end
            elif not self._open or self._begins(start):
                self._begin(start)
            else:
                found += self._end(start)
        return [*found, _Part(self._open[0][0], len(self._text), False)] if self._open else found

    def _commented(self, start: int) -> list[_Part]:
        return [] if self._cut else [_comment(self._text, start)]

    def _begin(self, start: int) -> None:
        internal = _INTERNAL.match(self._text, start) if self._audience == "team" else None
        self._open.append((start, internal.end() if internal else 0))
        self._cut += internal is None

    def _end(self, start: int) -> list[_Part]:
        began, behind = self._open.pop()
        self._cut -= not behind
        if behind:
            return [_Part(began, behind, marks=True), _Part(start, start + 2, marks=True)]
        return [] if self._cut else [_Part(began, start + 2)]

    def _begins(self, start: int) -> bool:
        """Say whether a mark within a part begins one in it."""
        self._line = max(self._line, self._text.rfind("\n", self._seen, start) + 1)
        self._seen = start
        indent = _INDENT.match(self._text, self._line, start)
        first = indent is not None and indent.end() == start
        named = _NAMED.match(self._text, start)
        if named:
            return self._within_lines or (first and named[1] is not None)
        return self._within_lines and first and self._fills_lines() and bool(_LINE.match(self._text, start))

    def _fills_lines(self) -> bool:
        named = _NAMED.match(self._text, self._open[-1][0])
        return named is not None and named[1] is not None


def _comment(text: str, start: int) -> _Part:
    end = text.find("-->", start + 4)
    return _Part(start, len(text) if end < 0 else end + 3, end >= 0)


def _merged(parts: list[_Part]) -> list[_Part]:
    merged: list[_Part] = []
    for part in sorted(parts, key=lambda part: (part.start, part.end)):
        if merged and part.start < merged[-1].end:
            last = merged[-1]
            merged[-1] = _Part(last.start, max(last.end, part.end), last.closed and part.closed)
        else:
            merged.append(part)
    return merged


def _without(text: str, parts: list[_Part]) -> str:
    """Take parts out, with the lines and the one blank too many that only they needed."""
    hole = next(char for char in map(chr, range(0xE000, 0xF900)) if char not in text)
    pieces: list[str] = []
    end = 0
    for part in parts:
        pieces += [text[end : part.start], hole]
        end = max(end, part.end)  # two readings of one mark may end at different places
    holed = "".join([*pieces, text[end:]])
    own_lines = f"[ \t]*{hole}[{hole} \t]*"
    holed = re.sub(rf"\n+{own_lines}(?:\n{own_lines})*\n*\Z", "\n", holed)
    holed = re.sub(rf"(?:\A|(?<=\n\n)){own_lines}\n(?:[ \t]*\n)*", "", holed)
    holed = re.sub(rf"^{own_lines}(?:\n|\Z)", "", holed, flags=re.MULTILINE)
    holed = re.sub(rf" {hole}[{hole} ]*(?= |$)", "", holed, flags=re.MULTILINE)
    return holed.replace(hole, "")


