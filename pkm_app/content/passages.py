"""Parts of a Markdown text that are shown elsewhere: what stands under a heading, or a block with an id."""

from __future__ import annotations

import re

from pkm_app.content.codespans import code_ranges, inside

HEADING = re.compile(r"^ {0,3}(#{1,6})[ \t]+(.*?)[ \t]*#*[ \t]*$", re.MULTILINE)
_DEFINITION = re.compile(
    r"^ {0,3}\[(\^?(?:\\.|[^\[\]\\\n])+)\]:.*\n?(?:[ \t]+\S.*\n?|[ \t]*\n(?=[ \t]+\S))*", re.MULTILINE)
_ITEM = re.compile(r"[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]")


def headings(text: str) -> list[re.Match[str]]:
    """Return the headings of a text that stand in no code: group 1 is their mark, group 2 their words."""
    code = code_ranges(text)
    return [match for match in HEADING.finditer(text) if not inside(code, match.start())]


def same_heading(one: str, other: str) -> bool:
    """Say whether two are the same heading, as links name them: marks and case do not count."""
    return heading_letters(one) == heading_letters(other)


def section(text: str, heading: str) -> str:
    """Return what stands under a heading (of ``A#B`` under B), with what its labels mean; "" when there is none."""
    found = headings(text)
    wanted = heading.rpartition("#")[2]
    for place, match in enumerate(found):
        if same_heading(match[2], wanted):
            level = len(match[1])
            end = next((other.start() for other in found[place + 1 :] if len(other[1]) <= level), len(text))
            return _with_definitions(text[match.start() : end], text)
    return ""


def block(text: str, name: str) -> str:
    """Return the block that has an id (``words ^name``, or ``^name`` on a line below it), without the id and with what
    its labels mean; "" when there is none."""
    code = code_ranges(text)
    mark = re.compile(rf"(?:^|(?<![ \t])[ \t]+)\^{re.escape(name)}[ \t]*$", re.MULTILINE)
    found = next((match for match in mark.finditer(text) if not inside(code, match.start())), None)
    if found is None:
        return ""
    line = text.rfind("\n", 0, found.start()) + 1
    if not text[line : found.start()].strip():  # below its block
        above = text[:line].rstrip()
        return _with_definitions(above[above.rfind("\n\n") + 1 :].strip("\n"), text)
    start = line if _ITEM.match(text, line) else text.rfind("\n\n", 0, found.start()) + 1
    return _with_definitions(text[start : found.start()].strip("\n"), text)


def _with_definitions(part: str, whole: str) -> str:
    """Return a part of a text with the footnotes and addresses it names, which are written down elsewhere in it."""
    here = {match[1] for match in _DEFINITION.finditer(part)}
    more = [match[0].rstrip() for match in _DEFINITION.finditer(whole)
            if match[1] not in here and f"[{match[1]}]" in part]
    return "\n".join([part.rstrip("\n"), "", *more, ""]) if part and more else part


def heading_letters(heading: str) -> str:
    """Return what of a heading tells it from others: equal where :func:`same_heading` is true."""
    return " ".join(re.findall(r"[^\W_]+", heading.casefold()))
