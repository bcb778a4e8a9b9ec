"""A draft as the parts it is made of: sections, chapters, quotations with what is said of them; and their order.

Words are counted as they leave: what stays in is counted by itself (see ``measures``)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from pkm_app.content.codespans import code_ranges, inside
from pkm_app.content.escaping import unescape_plain
from pkm_app.content.private import cut_places, cut_private
from pkm_app.content.quotation import read_quotations
from pkm_app.content.wikilinks import links
from pkm_app.share.measure import Measure, measures

PartKind = Literal["text", "section", "card", "chapter"]

_HEADING = re.compile(r"^ {0,3}(#{1,6})[ \t]+(.*?)[ \t]*#*[ \t]*$", re.MULTILINE)
_HIDDEN = re.compile(r"%%.*?(?:%%|\Z)|<!--.*?(?:-->|\Z)", re.DOTALL)
_LEAD_IN = re.compile(r"(?:^|\n\n)((?:%%[^\n]*%%|[^\n]*:))\n\n\Z")
_BELOW = 7  # the level of what is no heading
_SHOWN = 70


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a draft from ``start`` to ``end``. ``level`` is that of a heading, 7 for what stands under one; ``own``
    and ``quoted`` count its words that leave, ``kept`` those that stay in, of a section with all that stands under
    it."""

    kind: PartKind
    level: int
    title: str
    start: int
    end: int
    own: int
    quoted: int
    kept: int = 0


@dataclass(frozen=True, slots=True)
class Meter:
    """How much of a draft is quoted from one source: ``words`` in ``times`` quotations, by the words of its credit."""

    credit: str
    words: int
    times: int


def outline(body: str, audience: str = "public", shown: Mapping[str, Measure] | None = None) -> tuple[Part, ...]:
    """Return the parts of a text, in order; together they are all of it. What is hidden or code begins none.

    Words are counted as they leave to an ``audience``, "" for nobody; with those of what a line shows of another file,
    where ``shown`` has them by the line (``![[so]]``).
    """
    marks = sorted(_marks(body))
    if not marks or marks[0][0] > 0:
        marks.insert(0, (0, "text", _BELOW, _first_words(body[: marks[0][0]] if marks else body)))
    ends = [mark[0] for mark in marks[1:]] + [len(body)]
    if marks[0][1] == "text" and not body[: ends[0]].strip():
        if len(marks) == 1:
            return ()
        marks[1] = (0, *marks[1][1:])
        marks, ends = marks[1:], ends[1:]
    counts = measures(body, [mark[0] for mark in marks], audience, shown or {})
    parts: list[Part] = []
    for place, (start, kind, level, title) in enumerate(marks):
        until = place + 1
        while kind == "section" and until < len(marks) and marks[until][2] > level:
            until += 1
        below = counts[place:until]
        parts.append(Part(kind, level, title, start, ends[place], sum(one.own for one in below),
                          sum(one.quoted for one in below), sum(one.kept for one in below)))
    return tuple(parts)


def moved(body: str, at: int, by: int) -> tuple[str, int]:
    """Move a part, with what stands under it, before its neighbour (``by`` -1) or behind it (1); return the text and
    the new number of the part. Where there is no neighbour nothing changes."""
    parts = outline(body)
    if not 0 <= at < len(parts):
        return body, at
    count = block(parts, at)
    level = parts[at].level
    if by < 0:
        if at == 0:
            return body, at
        to = at - 1
        while level < _BELOW and to > 0 and parts[to].level > level:
            to -= 1
        return placed(body, at, to)
    if at + count >= len(parts):
        return body, at
    behind = at + count
    beyond = behind + (block(parts, behind) if parts[behind].level == level < _BELOW else 1)
    return placed(body, at, beyond)


def placed(body: str, at: int, before: int) -> tuple[str, int]:
    """Put a part, with what stands under it, before the part of another number (the number of parts: at the end);
    return the text and the new number of the part.

    Not a word is lost: only the blank lines between parts may change. Where moving it would let out what stays in, or
    keep in what leaves (a private part that is never closed), nothing changes.
    """
    parts = outline(body)
    count = block(parts, at)
    if at <= before <= at + count:
        return body, at
    pieces = [body[part.start : part.end] for part in parts]
    taken = pieces[at : at + count]
    rest = pieces[:at] + pieces[at + count :]
    to = before if before < at else before - count
    ordered = [*rest[:to], *taken, *rest[to:]]
    tail = body[len(body.rstrip("\n")) :]
    text = "".join(piece if piece.endswith("\n\n") else piece.rstrip("\n") + "\n\n" for piece in ordered)
    text = text.rstrip("\n") + tail
    same = all(_leaving(text, audience) == _leaving(body, audience) for audience in ("public", "team"))
    return (text, to) if same else (body, at)


def block(parts: Sequence[Part], at: int) -> int:
    """Return how many parts go along with one: itself, and what stands under a heading."""
    count = 1
    while parts[at].kind == "section" and at + count < len(parts) and parts[at + count].level > parts[at].level:
        count += 1
    return count


def part_at(parts: Sequence[Part], place: int) -> int:
    """Return the number of the part in which a place of the text is, -1 in an empty one."""
    return next((number for number in range(len(parts) - 1, -1, -1) if parts[number].start <= place), -1)


def meters(body: str) -> tuple[Meter, ...]:
    """Return how much is quoted from each source, the most first; what has no credit is one of them. Private parts
    count: cut them first."""
    words: dict[str, tuple[str, int, int]] = {}
    for one in read_quotations(body):
        key = one.target or one.credit.casefold()
        credit, count, times = words.get(key, (one.credit, 0, 0))
        words[key] = credit, count + len(one.text.split()), times + 1
    return tuple(sorted((Meter(*value) for value in words.values()), key=lambda one: -one.words))


def _leaving(body: str, audience: str) -> list[str]:
    return sorted(cut_private(body, audience).text.split())


def _marks(body: str) -> list[tuple[int, PartKind, int, str]]:
    hidden = [(start, end) for start, end, _ in cut_places(body, "public")]
    code = code_ranges(body)
    quotes = read_quotations(body)
    found: list[tuple[int, PartKind, int, str]] = []
    for one in quotes:
        start = one.start
        before = _LEAD_IN.search(body, max(0, start - 400), start)
        if before is not None:
            start = before.start(1)
        found.append((start, "card", _BELOW, one.credit or one.text))
    for match in _HEADING.finditer(body):
        found.append((match.start(), "section", len(match[1]), unescape_plain(match[2])))
    for link in links(body):
        alone = body[body.rfind("\n", 0, link.start) + 1 : link.start] + body[link.end :].partition("\n")[0]
        if link.embed and not alone.strip() and "." not in link.target.rpartition("/")[2][-5:]:
            found.append((body.rfind("\n", 0, link.start) + 1, "chapter", _BELOW, link.words or link.target))
    spans = [(one.start, one.end) for one in quotes]
    kept: dict[int, tuple[int, PartKind, int, str]] = {}
    for mark in found:
        at = mark[0]
        within = mark[1] != "card" and any(start < at < end for start, end in spans)
        starts_hidden = any(start < at < end for start, end in hidden)
        if not (within or starts_hidden or inside(code, at)):
            kept.setdefault(at, (at, mark[1], mark[2], _short(mark[3])))
    return list(kept.values())


def _first_words(text: str) -> str:
    shown = _HIDDEN.sub(" ", text)
    return _short(next((line.strip() for line in shown.splitlines() if line.strip()), ""))


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= _SHOWN else line[: _SHOWN - 1] + "…"
