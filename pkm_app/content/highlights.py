"""Highlights of a source file: block quotations with a block id, each followed by what a person thinks of it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pkm_app.base.errors import NotFound, Refused
from pkm_app.content.codespans import code_ranges, fences, inside
from pkm_app.content.quoteblocks import QuoteBlock, as_quote, is_place, plain_words, quote_blocks, quote_lines

_OWN_LINE = re.compile(r"[ \t]*(?:\n[ \t]*)*\^(hl-[a-z0-9]{10})[ \t]*(?:\n|\Z)")
_LINE_END = re.compile(r"(?:^|[ \t]+)\^(hl-[a-z0-9]{10})[ \t]*$")
_STOP = re.compile(r"^ {0,3}(?:#{1,6}(?:[ \t].*)?|-{3,}[ \t]*)$", re.MULTILINE)
_UNDERLINE = re.compile(r"^ {0,3}=+[ \t]*$", re.MULTILINE)
_ENDS_COMMENT = re.compile(r"^( {0,3})(?=#{1,6}(?:[ \t]|$)|-{3,}[ \t]*$|=+[ \t]*$|\^hl-)", re.MULTILINE)
_ID_AT_END = re.compile(r"(?<=[ \t])(?=\^hl-[a-z0-9]{10}[ \t]*$)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class HighlightBlock:
    """A highlight as it stands in a body.

    ``quote`` is its plain words, ``comment`` the Markdown a person wrote below it, ``locator`` the page or time that
    stands after the words (``p. 14``, ``12:40``), or "". ``start`` to ``end`` is all of it, the comment included.
    """

    highlight_id: str
    quote: str
    comment: str
    locator: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Marked:
    block: QuoteBlock
    highlight_id: str
    lines: tuple[str, ...]
    comment_start: int


def read_highlights(body: str) -> list[HighlightBlock]:
    """Return the highlights of a body, in order; of two with one id only the first.

    The id stands on a line of its own below the quotation, or at the end of the quotation's last line. The comment
    runs to the next quotation with an id, to any heading, or to a line of ``---``.
    """
    found: list[HighlightBlock] = []
    marked = _marked(body)
    stops = _stops(body)
    for number, mark in enumerate(marked):
        following = marked[number + 1].block.start if number + 1 < len(marked) else len(body)
        end = min((stop for stop in stops if stop >= mark.comment_start), default=following)
        end = min(end, following)
        lines, locator = _without_place(mark.lines)
        comment = body[mark.comment_start : end].strip("\n").rstrip()
        if all(mark.highlight_id != known.highlight_id for known in found):
            found.append(HighlightBlock(mark.highlight_id, plain_words(lines), comment if comment.strip() else "",
                                        locator, mark.block.start, end))
    return found


def add_highlight(body: str, highlight_id: str, quote: str, comment: str = "", locator: str = "") -> str:
    """Return the body with one more highlight, after the last one and before what follows it; nothing else changes.

    ``quote`` is plain words. The first highlight goes to the end. Lines of the comment that would end it (a
    heading, ``---``, an id) are escaped. Raises Refused for a locator that is neither a page nor a time, and for a
    quotation without words. Where the end lies in a code fence that was never closed it goes to the top instead.
    """
    if locator and not is_place(locator):
        raise Refused("“{locator}” is no place in a source: write a page (p. 14) or a time (12:40).", locator=locator)
    if not quote.strip():
        raise Refused("A highlight needs words.")
    lines = quote_lines(quote) + (["", locator.strip()] if locator else [])
    block = f"{as_quote(lines)}\n\n^{highlight_id}\n" + _comment_block(comment)
    known = read_highlights(body)
    added = _inserted(body, known[-1].end if known else len(body), block)
    if all(highlight.highlight_id != highlight_id for highlight in read_highlights(added)):
        # The end lies in a code fence that was never closed: to the top, parted from what is no comment of it.
        added = _inserted(body, 0, block + "\n---\n")
    return added


def set_comment(body: str, highlight_id: str, comment: str) -> str:
    """Return the body with another comment to a highlight ("" takes it away). Raises NotFound."""
    highlight = _find(body, highlight_id)
    if comment.strip("\n").rstrip() == highlight.comment:
        return body
    start = next(mark.comment_start for mark in _marked(body) if mark.highlight_id == highlight_id)
    head, tail = body[:start], body[highlight.end :]
    head += "" if head.endswith("\n") else "\n"
    return head + _comment_block(comment) + ("\n" + tail if tail else "")


def set_quote(body: str, highlight_id: str, quote: str, locator: str = "") -> str:
    """Return the body with other words for a highlight; its id and comment stay, and its place in the source unless
    ``locator`` is another. Raises NotFound, Refused for a quotation without words."""
    highlight = _find(body, highlight_id)
    if not quote.strip():
        raise Refused("A highlight needs words.")
    locator = locator or highlight.locator
    if (quote.strip(), locator) == (highlight.quote, highlight.locator):
        return body
    mark = next(mark for mark in _marked(body) if mark.highlight_id == highlight_id)
    lines = quote_lines(quote) + (["", locator] if locator else [])
    written = as_quote(lines) + "\n"
    if mark.comment_start == mark.block.end:  # the id stood at the end of the quotation's last line
        written += f"\n^{highlight_id}\n"
        if body[mark.block.end :].strip("\n") and not body.startswith("\n", mark.block.end):
            written += "\n"
    return body[: mark.block.start] + written + body[mark.block.end :]


def remove_highlight(body: str, highlight_id: str) -> str:
    """Return the body without a highlight and its comment. Raises NotFound."""
    highlight = _find(body, highlight_id)
    return body[: highlight.start] + body[highlight.end :]


def _find(body: str, highlight_id: str) -> HighlightBlock:
    for highlight in read_highlights(body):
        if highlight.highlight_id == highlight_id:
            return highlight
    raise NotFound("There is no highlight {id} in this file any more.", id=highlight_id)


def _marked(body: str) -> list[_Marked]:
    found: list[_Marked] = []
    for block in quote_blocks(body):
        at_end = _LINE_END.search(block.lines[-1])
        below = _OWN_LINE.match(body, block.end)
        if at_end:
            lines = (*block.lines[:-1], block.lines[-1][: at_end.start()])
            found.append(_Marked(block, at_end[1], lines, block.end))
        elif below:
            found.append(_Marked(block, below[1], block.lines, below.end()))
    return found


def _stops(body: str) -> list[int]:
    """Return where headings and ``---`` lines begin, in order."""
    code = code_ranges(body)
    found = [match.start() for match in _STOP.finditer(body)]
    for match in _UNDERLINE.finditer(body):  # the heading is the paragraph above the line
        before = body[: match.start()].rstrip("\n")
        setext = len(before) == match.start() - 1 and not inside(code, match.start())
        if setext and not before.rpartition("\n")[2].lstrip().startswith((">", "^hl-")):
            found.append(max(before.rfind("\n\n") + 2, 0) if "\n\n" in before else 0)
    return sorted(stop for stop in found if not inside(code, stop))


def _without_place(lines: tuple[str, ...]) -> tuple[tuple[str, ...], str]:
    filled = [number for number, text in enumerate(lines) if text.strip()]
    if len(filled) > 1 and is_place(lines[filled[-1]]):
        return lines[: filled[-1]], lines[filled[-1]].strip()
    return lines, ""


def _comment_block(comment: str) -> str:
    text = comment.replace("\r\n", "\n").replace("\r", "\n").strip("\n").rstrip()
    if not text.strip():
        return ""
    code = code_ranges(text)
    text = _ENDS_COMMENT.sub(lambda match: match[1] if inside(code, match.start()) else match[1] + "\\", text)
    text = _ID_AT_END.sub("\\\\", text)
    open_fence = next((fence for fence in fences(text) if not fence.closed), None)
    if open_fence:  # it would swallow the highlights that follow
        text += "\n" + "> " * open_fence.depth + open_fence.mark
    return f"\n{text}\n"


def _inserted(body: str, place: int, block: str) -> str:
    before, after = body[:place], body[place:]
    gap = "" if not before or before.endswith("\n\n") else "\n" if before.endswith("\n") else "\n\n"
    return before + gap + block + ("\n" if after and not after.startswith("\n") else "") + after
