"""The parts that serve the person rather than a room: the day."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from pkm_app.app.adapters import now
from pkm_app.app.share_parts import ShareParts

if TYPE_CHECKING:
    from pkm_app.app.beginning import Beginning
    from pkm_app.flow.today import Today


class PersonParts(ShareParts):
    """Services of the person over the adapters. ``beginning`` is None where the program opens a folder for a moment,
    as to lay out the sample library."""

    beginning: Beginning | None = None

    @cached_property
    def today(self) -> Today:
        """What a day begins with."""
        from pkm_app.flow.today import Today
        from pkm_app.library.tallies import Tallies

        return Today(self.vault, self.questions, self.drafting, self.writing.review, Tallies(self.db), now)
