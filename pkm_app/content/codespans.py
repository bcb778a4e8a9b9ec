"""Where code stands in Markdown: fences and code spans, as CommonMark reads them. Linear in the text."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace

_QUOTE_MARKS = re.compile(r"(?:[ \t]{0,3}>[ \t]?)*")
_FENCE = re.compile(r"(?:[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+)?[ \t]*(`{3,}(?=[^`]*$)|~{3,})")
_BACKTICKS = re.compile(r"`+")

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Fence:
    """A fenced code block with its fence lines. ``depth`` is how many ``>`` it stands behind, ``mark`` what opened it;
    ``closed`` is False when it runs to the end of the text."""

    start: int
    end: int
    depth: int
    mark: str
    closed: bool


def code_ranges(text: str, open_fences: bool = True) -> list[Range]:
    """Return the places of fences (whole lines) and code spans (with their backticks), in order.

    ``text`` is Markdown with ``\\n`` as its line end. A fence that is never closed runs to the end of the
    text or of the block quotation it began in. Indented code is not looked for: in notes, indentation is
    mostly a list going on. Without ``open_fences`` a fence that is never closed is no code, only what stands
    in backticks below it.
    """
    if "`" not in text and "~~~" not in text:
        return []  # the most texts: nothing needs to be looked at line by line
    found: list[Range] = []
    for block in _blocks(text):
        if isinstance(block, Fence):
            if block.closed or open_fences:
                found.append((block.start, block.end))
            else:
                found += _spans_without_fences(text, block.start)
        else:
            found += _spans(text, *block)
    return found


def fences(text: str) -> list[Fence]:
    """Return the fenced code blocks, in order."""
    return [block for block in _blocks(text) if isinstance(block, Fence)]


def inside(ranges: list[Range], position: int) -> bool:
    """Say whether a position lies in one of these ordered, separate ranges."""
    index = bisect_right(ranges, (position, len(ranges) and ranges[-1][1] + 1)) - 1
    return index >= 0 and ranges[index][0] <= position < ranges[index][1]


def escaped(text: str, position: int) -> bool:
    """Say whether the character at a position stands behind an odd number of backslashes."""
    before = position
    while before > 0 and text[before - 1] == "\\":
        before -= 1
    return (position - before) % 2 == 1


def _blocks(text: str) -> Iterator[Fence | Range]:
    """Yield fences, and the paragraphs between them in which a code span may begin and end."""
    paragraph = level = 0
    fence: Fence | None = None
    for start, end in _lines(text):
        quoted = _QUOTE_MARKS.match(text, start, end)
        content = text[quoted.end() if quoted else start : end]
        before, level = level, quoted.group().count(">") if quoted else 0
        if fence and level >= fence.depth:
            if _closes(content, fence.mark):
                yield replace(fence, end=end, closed=True)
                fence, paragraph = None, end
            continue
        if fence:  # its quotation has ended
            yield replace(fence, end=start, closed=True)
            fence, paragraph = None, start
        opening = _FENCE.match(content)
        if opening or level > before or not content.strip():
            yield paragraph, start
            paragraph = start
        if opening:
            fence = Fence(start, len(text), level, opening.group(1), False)
    yield fence or (paragraph, len(text))


def _lines(text: str, start: int = 0) -> Iterator[Range]:
    while start < len(text):
        end = text.find("\n", start) + 1 or len(text)
        yield start, end
        start = end


def _closes(content: str, fence: str) -> bool:
    line = content.strip()
    return len(line) >= len(fence) and not line.strip(fence[0])


def _spans_without_fences(text: str, paragraph: int) -> Iterator[Range]:
    for start, end in list(_lines(text, paragraph)):
        if not text[start:end].strip(" \t>\n"):
            yield from _spans(text, paragraph, start)
            paragraph = end
    yield from _spans(text, paragraph, len(text))


def _spans(text: str, start: int, end: int) -> Iterator[Range]:
    """Yield the code spans of one paragraph: a run of backticks up to the next run of the same length."""
    runs = [(match.start(), match.end()) for match in _BACKTICKS.finditer(text, start, end)]
    by_length: dict[int, list[int]] = {}
    for run_start, run_end in runs:
        by_length.setdefault(run_end - run_start, []).append(run_start)
    done = start
    for run_start, run_end in runs:
        if run_start < done:
            continue
        opening = run_start + 1 if escaped(text, run_start) else run_start
        length = run_end - opening
        closings = by_length.get(length, [])
        index = bisect_left(closings, run_end)
        if length and index < len(closings):
            done = closings[index] + length
            yield opening, done
