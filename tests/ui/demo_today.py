"""The room of the day over a demonstration's vault. The stream is a stand-in, so what came in is counted in it; the
weeks before, which nobody lived through, have numbers that stand still."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from pkm_app.flow.drafting import Drafting
from pkm_app.flow.today import Today
from pkm_app.library.database import Database
from pkm_app.library.tallies import Tallies
from pkm_app.library.vault import FileVault
from pkm_app.ui.services import Taking, Writing
from tests.ui.demo_seek import NOW, DemoSeek, now

_BEFORE = ((30, 4, 1), (39, 6, 1), (22, 3, 0), (34, 8, 2), (28, 9, 1), (38, 8, 2), (16, 4, 0), (33, 11, 2), (42, 9, 3),
           (25, 10, 1), (31, 12, 2))  # of each week before this one, the oldest first


class DemoTallies(Tallies):
    """The dates of the vault, and numbers for the weeks before."""

    def __init__(self, db: Database, seek: DemoSeek) -> None:
        super().__init__(db)
        self._seek = seek

    def came_in(self, since: datetime) -> Sequence[tuple[datetime, int]]:
        now_in = [(article.fetched, 1) for article in self._seek.articles("all", limit=1000)]
        return [*now_in, *((when, numbers[0]) for when, numbers in _weeks())] if now_in else []

    def made_yours(self, since: datetime) -> Sequence[datetime]:
        made = list(super().made_yours(since))
        return [*made, *(when for when, numbers in _weeks() for _ in range(numbers[1]))] if made else []

    def given_on(self, since: datetime) -> Sequence[datetime]:
        if not super().made_yours(since):
            return []
        return [when for when, numbers in _weeks() for _ in range(numbers[2])]


def _weeks() -> list[tuple[datetime, tuple[int, int, int]]]:
    return [(NOW - timedelta(days=7 * (len(_BEFORE) - at)), numbers) for at, numbers in enumerate(_BEFORE)]


def demo_today(seek: DemoSeek, vault: FileVault, taking: Taking, drafting: Drafting, writing: Writing,
               db: Database) -> Today:
    """Return the day."""
    return Today(vault, taking.questions, drafting, writing.review, DemoTallies(db, seek), now)
