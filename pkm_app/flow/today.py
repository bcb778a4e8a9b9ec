"""What a day begins with: questions, what waits for one's own words, finds of the week, a note of a year ago, and a
mirror of twelve weeks. It shows; it counts nothing up, compares nothing and asks for nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Protocol

from pkm_app.base.errors import NotFound
from pkm_app.content.wikilinks import has_own_words
from pkm_app.flow.finds import Candidate
from pkm_app.flow.questions import Question
from pkm_app.sense.model import FileCard, Highlight
from pkm_app.sense.ports import Vault
from pkm_app.sense.review import LookBack

WEEKS = 12
WEEK = 7  # days


@dataclass(frozen=True, slots=True)
class Waiting:
    """A highlight that waits for one's own words, and whom it is credited to: ``Jane Hart, 10 ways``."""

    highlight: Highlight
    credit: str


@dataclass(frozen=True, slots=True)
class Week:
    """A week from its Monday on: how many articles came in, how many notes and comments a person wrote, how often
    something left."""

    start: date
    came_in: int = 0
    made_yours: int = 0
    given_on: int = 0

    @property
    def number(self) -> int:
        """Its number as calendars print it (ISO 8601)."""
        return self.start.isocalendar().week


class Tally(Protocol):
    """Counts by time (library.tallies). Moments are aware; those before ``since`` may be among them."""

    def came_in(self, since: datetime) -> Sequence[tuple[datetime, int]]:
        """How many articles came in within the hour that begins then."""

    def made_yours(self, since: datetime) -> Sequence[datetime]:
        """When notes were made, and highlights that have words of one's own."""

    def given_on(self, since: datetime) -> Sequence[datetime]:
        """When something left."""


class Asking(Protocol):
    """flow.questions."""

    def listing(self, answered: bool = False) -> Sequence[Question]:
        """The open questions with what serves them."""


class Gathering(Protocol):
    """flow.drafting."""

    def candidates(self, days: int, most: int) -> Sequence[Candidate]:
        """What Friday's Finds could be made of."""


class LookingBack(Protocol):
    """sense.review."""

    def year_ago(self) -> LookBack | None:
        """The note that was made about this day of a former year."""


class Today:
    """Answers what the room of the day asks; each answer by itself, so that none waits for another."""

    def __init__(self, vault: Vault, asking: Asking, gathering: Gathering, review: LookingBack, tally: Tally,
                 now: Callable[[], datetime]) -> None:
        self._vault = vault
        self._asking = asking
        self._gathering = gathering
        self._review = review
        self._tally = tally
        self._now = now

    def questions(self) -> Sequence[Question]:
        """Return the open learning questions with what serves them, the latest first."""
        return self._asking.listing()

    def waiting(self, most: int) -> tuple[Sequence[Waiting], int]:
        """Return the highlights that wait for one's own words, the latest first, at most so many; and how many there
        are in all."""
        found = [one for one in self._vault.highlights() if not has_own_words(one.comment)]
        found.sort(key=lambda one: (one.made, one.highlight_id), reverse=True)
        return [Waiting(one, self._credit(one)) for one in found[:most]], len(found)

    def finds(self, most: int = 40) -> Sequence[Candidate]:
        """Return what was kept within a week and is in no draft yet, the latest first."""
        return self._gathering.candidates(WEEK, most)

    def year_ago(self) -> LookBack | None:
        """Return the note that was made about this day of a former year, None when there is none."""
        return self._review.year_ago()

    def weeks(self) -> Sequence[Week]:
        """Return twelve weeks, the oldest first; the last one is the one we are in."""
        today = self._now().astimezone()
        first = today.date() - timedelta(days=today.weekday() + WEEK * (WEEKS - 1))
        since = datetime.combine(first, time(), today.tzinfo)
        counts = [[0, 0, 0] for _ in range(WEEKS)]

        def count(kind: int, when: datetime, number: int = 1) -> None:
            at = (when.astimezone(today.tzinfo).date() - first).days // WEEK
            if 0 <= at < WEEKS:
                counts[at][kind] += number

        for when, number in self._tally.came_in(since):
            count(0, when, number)
        for when in self._tally.made_yours(since):
            count(1, when)
        for when in self._tally.given_on(since):
            count(2, when)
        return [Week(first + timedelta(days=WEEK * at), *numbers) for at, numbers in enumerate(counts)]

    def _credit(self, highlight: Highlight) -> str:
        card: FileCard | None = None
        with suppress(NotFound):  # it went away between the two looks
            card = self._vault.find(highlight.source_path)
        if card is None:
            return ""
        return card.credit
