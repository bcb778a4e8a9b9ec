"""Where code stands in Markdown: fences and code spans, as CommonMark reads them. Linear in the text."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

_QUOTE_MARKS = re.compile(r"(?:[ \t]{0,3}>[ \t]?)*")
_FENCE = re.compile(r"(?:[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+)?[ \t]*(`{3,}(?=[^`]*$)|~{3,})")
_BACKTICKS = re.compile(r"`+")

Range = tuple[int, int]


def code_ranges(text: str) -> list[Range]:
    """Return the places of fences (whole lines) and code spans (with their backticks), in order.

    ``text`` is Markdown with ``\\n`` as its line end. A fence that is never closed runs to the end of the
    text or of the block quotation it began in. Indented code is not looked for: in notes, indentation is
    mostly a list going on.
    """
    found: list[Range] = []
    paragraph = fence_start = 0
    fence = ""
    depth = 0
    for start, end in _lines(text):
        quoted = _QUOTE_MARKS.match(text, start, end)
        content = text[quoted.end() if quoted else start : end]
        level = quoted.group().count(">") if quoted else 0
        if fence:
            left_quotation = level < depth
            if not left_quotation and not _closes(content, fence):
                continue
            found.append((fence_start, start if left_quotation else end))
            fence, paragraph = "", start if left_quotation else end
            if not left_quotation:
                continue
        opening = _FENCE.match(content)
        if opening or not content.strip():
            found += _spans(text, paragraph, start)
            paragraph = end
        if opening:
            fence, depth, fence_start = opening.group(1), level, start
    found += [(fence_start, len(text))] if fence else _spans(text, paragraph, len(text))
    return found


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


def _lines(text: str) -> Iterator[Range]:
    start = 0
    while start < len(text):
        end = text.find("\n", start) + 1 or len(text)
        yield start, end
        start = end


def _closes(content: str, fence: str) -> bool:
    line = content.strip()
    return len(line) >= len(fence) and not line.strip(fence[0])


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
