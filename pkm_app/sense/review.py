"""Looking back: which notes ask for it, in the rhythm that a person sets. Nothing is counted, nothing is due.

A note is marked to be looked at again by the tag ``review``, which any other program can set as well. What was looked
at gets ``reviewed: 2026-11-20`` in its front matter, and with that asks for nothing until its time comes round.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal, Protocol

from pkm_app.base.errors import Refused
from pkm_app.sense.model import FileCard, Saved
from pkm_app.sense.notes import MATURITIES
from pkm_app.sense.service import SenseService

MARK = "review"
RHYTHMS = (7, 14, 30, 0)  # days between two looks back; 0: only when one asks
HALF_BAKED = timedelta(days=14)
BAKED = timedelta(days=180)
_NEAR = 3  # days around the day of a year ago
_EACH = 5
_EVERY = 100_000

Why = Literal["marked", "year-ago", "half-baked", "still-true"]


@dataclass(frozen=True, slots=True)
class LookBack:
    """A note that asks to be looked at: ``why``, and ``since`` when (the day it was made or changed last)."""

    path: str
    title: str
    excerpt: str
    why: Why
    since: date
    years: int = 0


@dataclass(frozen=True, slots=True)
class Rhythm:
    """How often a person wants to look back, in days; 0 means only when they ask."""

    days: int = 7


class RhythmFile(Protocol):
    """Where the rhythm is kept (library.rhythm)."""

    def load(self, unasked: bool = False) -> Rhythm:
        """The rhythm that was set; ``unasked``, one that is online only is not fetched and asks for nothing."""

    def save(self, rhythm: Rhythm) -> None:
        """Keep another."""


class Review:
    """Finds what to look back at, and notes what came of it."""

    def __init__(self, sense: SenseService, rhythm: RhythmFile, now: Callable[[], datetime]) -> None:
        self._sense = sense
        self._rhythm = rhythm
        self._now = now

    def rhythm(self) -> Rhythm:
        """Return how often a person wants to look back."""
        return self._rhythm.load()

    def set_rhythm(self, days: int) -> Rhythm:
        """Look back every so many days from now on, 0 for only when asked. Raises Refused for what is no number of
        days."""
        if not 0 <= days <= 3660:
            raise Refused("Give a number of days, or 0 to look back only when you ask.")
        self._rhythm.save(Rhythm(days))
        return Rhythm(days)

    def is_time(self, last: str) -> bool:
        """Say whether the rhythm asks for a look back; ``last`` is the day of the last one (ISO), "" for never."""
        days = self._rhythm.load(unasked=True).days
        then = _day(last)
        return days > 0 and (then is None or self._today() - then >= timedelta(days=days))

    def year_ago(self) -> LookBack | None:
        """Return the oldest note that was made about this day of a former year, whatever else asks for it; None where
        there is none."""
        return min(self._old(self._sense.cards(("note",), limit=_EVERY)), key=_oldest_first, default=None)

    def listing(self, limit: int = 12) -> Sequence[LookBack]:
        """Return what to look back at, each note once: what was marked, what is a year old today or nearly, what is
        half-baked for two weeks, and what was baked half a year ago and may not be true any more."""
        cards = self._sense.cards(("note",), limit=_EVERY)
        marked = [self._item(card, "marked") for card in cards if MARK in (tag.casefold() for tag in card.tags)]
        old = self._old(cards)
        half = [self._item(card, "half-baked") for card in cards
                if card.maturity == "half-baked" and self._age(card) >= HALF_BAKED]
        baked = [self._item(card, "still-true") for card in cards
                 if card.maturity == "baked" and self._age(card) >= BAKED]
        found: dict[str, LookBack] = {}
        for group in (marked, old, half, baked):
            waiting = [item for item in sorted(group, key=_oldest_first) if item.path not in found]
            for item in waiting[:_EACH]:
                found[item.path] = item
        return list(found.values())[:limit]

    def seen(self, name: str) -> Saved:
        """Note that a note was looked at, and is still true or may wait."""
        return self._sense.set_field(self._sense.find(name).path, "reviewed", self._today().isoformat())

    def ripen(self, name: str, maturity: str) -> Saved:
        """Give a note another maturity, "" for none. Raises Refused for an unknown one."""
        if maturity and maturity not in MATURITIES:
            raise Refused("“{maturity}” is no maturity: choose seed, half-baked or baked.", maturity=maturity)
        return self._sense.set_field(self._sense.find(name).path, "maturity", maturity or None)

    def mark(self, name: str, on: bool) -> Saved:
        """Mark a note to be looked at again, or take the mark away. Raises Refused where it stands in the text."""
        card = self._sense.find(name)
        tags = self._sense.load(card.path).file.list_field("tags")
        others = [tag for tag in tags if tag.lstrip("#").casefold() != MARK]
        if not on and len(others) == len(tags) and MARK in (tag.casefold() for tag in card.tags):
            raise Refused("The mark stands in the text of “{title}” as #review. Take it out there.", title=card.title)
        wanted = [*others, MARK] if on else others
        return self._sense.set_field(card.path, "tags", wanted or None)

    def _item(self, card: FileCard, why: Why, years: int = 0) -> LookBack:
        day = _day(card.created) if why == "year-ago" else self._changed(card)
        return LookBack(card.path, card.title, card.excerpt, why, day or self._today(), years)

    def _old(self, cards: Sequence[FileCard]) -> list[LookBack]:
        return [self._item(card, "year-ago", years) for card in cards if (years := self._years(card))]

    def _years(self, card: FileCard) -> int:
        """Return how many years ago a note was made, when that was about this day of the year; else 0.

        What was changed or looked at in these very days asks no more, and not again on the next of them.
        """
        made, today = _day(card.created), self._today()
        if made is None:
            return 0
        days = (today - made).days
        years = round(days / 365.25)
        near = years >= 1 and abs(days - years * 365.25) <= _NEAR
        return years if near and (today - self._changed(card)).days > 2 * _NEAR else 0

    def _age(self, card: FileCard) -> timedelta:
        return self._today() - self._changed(card)

    def _changed(self, card: FileCard) -> date:
        modified = card.modified.astimezone().date() if card.modified else None
        return _day(card.updated) or modified or _day(card.created) or self._today()

    def _today(self) -> date:
        return self._now().astimezone().date()


def _oldest_first(item: LookBack) -> tuple[date, str]:
    return item.since, item.path


def _day(text: str) -> date | None:
    try:
        return datetime.fromisoformat(text).date() if text else None
    except ValueError:
        return None
