"""What the check knows beside the text, and how strict it is: for everybody more than for a community or a team."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from pkm_app.content.wikilinks import WikiLink
from pkm_app.share.model import Finding, Mend
from pkm_app.share.targets import LinkTarget

Level = Literal["must", "should", "note"]
_SHOWN = 60
# by rule: public, community, team; "" where it is not said at all. A rule that is not here is a note for all.
_LEVELS: dict[str, tuple[Level | Literal[""], ...]] = {
    "empty": ("must", "must", "must"),
    "private-unclosed": ("must", "must", "must"), "private-embed": ("must", "must", "must"),
    "credit": ("must", "must", "must"),
    "name": ("must", "should", ""), "name-within": ("should", "note", ""), "private-name": ("should", "note", "note"),
    "author": ("should", "should", "note"), "no-address": ("should", "note", "note"),
    "own-words": ("should", "should", "note"), "altered": ("should", "should", "note"),
    "stale": ("should", "note", "note"), "length": ("should", "note", "note"), "much": ("should", "note", ""),
    "picture": ("should", "should", "should"), "alt": ("should", "should", "note"),
    "licence": ("should", "note", ""),
    "vault-syntax": ("should", "should", "note"), "chapter": ("should", "should", "should"),
    "nowhere": ("should", "should", "should"), "open-code": ("should", "should", "should"),
    "limit": ("should", "should", "should"), "dead": ("should", "should", "note"),
}
_AUDIENCES = ("public", "community", "team")


@dataclass(frozen=True, slots=True)
class Known:
    """What the check asks beside the text; each answers for itself when nothing is known.

    ``has_picture`` says whether the vault has a picture, ``is_picture`` whether it can be shown, ``not_shown`` are
    files of the draft's folder that the draft does not show, ``open_code`` those of its files that end in code never
    closed, ``borders`` the places at which a chapter of it begins or ends in the text, ``names`` words that only the
    team may read, ``words_of`` gives the words of a highlight, None for one that is gone, ``has_changed`` says whether
    its source reads otherwise by now, and ``credited`` gives the quotation with its credit whose words these are, ""
    when nobody knows. ``author_of`` says who made the source of a link where the source itself does not, ``read_on``
    the day a highlight was made (2026-11-20), and ``newer`` what stands in its place now: "" when nobody knows.
    ``leads`` says whether a link leads to a heading of the draft itself. ``no_language``: nothing tells in which
    language the draft is.
    """

    has_picture: Callable[[str], bool] = lambda _target: True
    is_picture: Callable[[str], bool] = lambda _target: True
    not_shown: tuple[str, ...] = ()
    open_code: tuple[str, ...] = ()
    borders: tuple[int, ...] = ()
    names: tuple[str, ...] = ()
    words_of: Callable[[str], str | None] = lambda _highlight_id: None
    has_changed: Callable[[str], bool] = lambda _highlight_id: False
    credited: Callable[[str], str] = lambda _words: ""
    author_of: Callable[[WikiLink], str] = lambda _link: ""
    read_on: Callable[[str], str] = lambda _highlight_id: ""
    newer: Callable[[str], str] = lambda _highlight_id: ""
    leads: Callable[[WikiLink, LinkTarget], bool] = lambda _link, _target: False
    no_language: bool = False


def level_of(rule: str, audience: str) -> Level | Literal[""]:
    """Return how much a rule asks of what leaves to an audience, "" for nothing."""
    return _LEVELS.get(rule, ("note", "note", "note"))[_AUDIENCES.index(audience)]


def found(rule: str, audience: str, where: str, message: str, place: tuple[int, int] = (-1, -1),
          mend: Mend | None = None, more: tuple[Mend, ...] = ()) -> list[Finding]:
    """Return a finding at the level of its audience, or none."""
    level = level_of(rule, audience)
    return [Finding(rule, level, where, message, "", *place, mend, more)] if level else []


def shortened(words: str) -> str:
    """Return the beginning of some words, by which a person knows them."""
    line = " ".join(words.split())
    return line if len(line) <= _SHOWN else line[: _SHOWN - 1] + "…"
