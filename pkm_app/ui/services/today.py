"""What the window needs for the room of the day. None of it is quick: ``relay.call``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from pkm_app.flow.finds import Candidate
    from pkm_app.flow.questions import Question
    from pkm_app.flow.today import Waiting, Week
    from pkm_app.sense.review import LookBack


class Today(Protocol):
    """flow.today."""

    def questions(self) -> Sequence[Question]:
        """The open learning questions with what serves them."""

    def waiting(self, most: int) -> tuple[Sequence[Waiting], int]:
        """What waits for one's own words, at most so many, and how many there are in all."""

    def finds(self, most: int = 40) -> Sequence[Candidate]:
        """What was kept within a week and is in no draft yet."""

    def year_ago(self) -> LookBack | None:
        """The note of a year ago."""

    def weeks(self) -> Sequence[Week]:
        """Twelve weeks, the oldest first."""
