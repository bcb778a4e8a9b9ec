"""Block quotations in a body: where they stand, and how plain words are written as one."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pkm_app.content.codespans import fences, inside
from pkm_app.content.escaping import escape_plain, unescape_plain

_MARK = re.compile(r" {0,3}>[ \t]?")
_CALLOUT = re.compile(r"[ \t]*\[!([\w-]+)[^\]]*\][-+]?[ \t]*(.*)")
_PLACE = re.compile(
    r"pp?\. ?[0-9ivxlcdm]+(?:[-–][0-9ivxlcdm]+)?|[0-9]{1,3}:[0-9]{2}(?::[0-9]{2})?(?:[-–][0-9:]+)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class QuoteBlock:
    """A block quotation: ``lines`` without their ``>``, as Markdown. ``start`` and ``end`` are the whole lines.

    ``callout`` is the kind of an Obsidian callout (``> [!note] Title``) in lower case, "" for a quotation proper.
    """

    lines: tuple[str, ...]
    start: int
    end: int
    callout: str = ""


def quote_blocks(body: str) -> list[QuoteBlock]:
    """Return the outermost block quotations and callouts, in order. ``>`` in a code fence is none."""
    code = [(fence.start, fence.end) for fence in fences(body) if fence.depth == 0]
    found: list[QuoteBlock] = []
    lines: list[str] = []
    begin = start = 0
    while start <= len(body):
        end = body.find("\n", start) + 1 or len(body) + 1
        mark = _MARK.match(body, start)
        if mark and not inside(code, start):
            begin = begin if lines else start
            lines.append(body[mark.end() : end].rstrip("\n"))
        elif lines:
            found.append(_block(lines, begin, start))
            lines = []
        start = end
    if lines:
        found.append(_block(lines, begin, len(body)))
    return found


def quote_lines(words: str) -> list[str]:
    """Return plain words as lines of Markdown for a block quotation, without their ``>``; blank ones part paragraphs.

    Blanks around the words fall away. A last line that looks like a credit or a place (``p. 14``) is written
    so that it is read as words.
    """
    lines = escape_plain(words.strip()).split("\n")
    if is_place(lines[-1]):
        lines[-1] = re.sub(r"[.:]", r"\\\g<0>", lines[-1], count=1)
    lines[-1] = re.sub(r"^(?:—|–|―)", lambda match: f"&#{ord(match[0])};", lines[-1])
    return lines


def plain_words(lines: tuple[str, ...] | list[str]) -> str:
    """Return the plain words of the lines of a quotation, as :func:`quote_lines` was given them."""
    return "\n".join(unescape_plain(text.strip(" \t")) if text.strip() else "" for text in lines).strip()


def as_quote(lines: list[str]) -> str:
    """Return lines of Markdown as a block quotation, without a line end behind it."""
    return "\n".join(f"> {text}" if text else ">" for text in lines)


def is_place(text: str) -> bool:
    """Say whether a line is a place in a source: a page (``p. 14``, ``pp. 3–5``) or a time (``12:40``, ``1:02:03``)."""
    return _PLACE.fullmatch(text.strip()) is not None


def _block(lines: list[str], start: int, end: int) -> QuoteBlock:
    callout = _CALLOUT.fullmatch(lines[0])
    return QuoteBlock(tuple(lines), start, end, callout[1].lower() if callout else "")
