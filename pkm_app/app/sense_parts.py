"""The parts of Sense: notes, highlights, and one search over everything."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from pkm_app.app.adapters import now
from pkm_app.app.follow_parts import FollowParts
from pkm_app.base.events import finish

if TYPE_CHECKING:
    from pkm_app.flow.highlight_edits import HighlightEdits
    from pkm_app.flow.highlighting import Highlighting
    from pkm_app.flow.search import Found, SearchAll
    from pkm_app.library.plans import Plans
    from pkm_app.sense.changes import Done, Plan
    from pkm_app.sense.renaming import Renaming
    from pkm_app.sense.service import SenseService
    from pkm_app.sense.tagging import Tagging


class SenseParts(FollowParts):
    """Services of Sense over the adapters."""

    @cached_property
    def sense(self) -> SenseService:
        """Notes and highlights."""
        from pkm_app.sense.service import SenseService

        return SenseService(self.vault, now)

    @cached_property
    def renaming(self) -> Renaming:
        """Another title for a file, and for every link to it."""
        from pkm_app.sense.renaming import Renaming

        return Renaming(self.vault, self.vault.link_map(self.db), self._plans, now)

    @cached_property
    def tagging(self) -> Tagging:
        """The tags of the whole vault."""
        from pkm_app.sense.tagging import Tagging

        return Tagging(self.vault, self._plans, now)

    def past_changes(self) -> Sequence[Plan]:
        """Changes over many files that can be taken back, oldest first."""
        return self._plans.past()

    def take_back(self, plan_id: str = "") -> Done:
        """Take back a change over many files, the last one when none is named. Raises NotFound, Refused."""
        from pkm_app.base.ids import new_file_id
        from pkm_app.sense.changes import take_back
        from pkm_app.sense.notes import stamp

        return take_back(self.vault, self._plans, plan_id, new_file_id(now()), stamp(now()))

    @cached_property
    def _plans(self) -> Plans:
        from pkm_app.library.plans import Plans

        return Plans(self.profile.data / "changes", self.vault.root)

    @cached_property
    def highlighting(self) -> Highlighting:
        """Highlights in articles."""
        from pkm_app.flow.highlighting import Highlighting

        return Highlighting(self.articles, self.vault, self.sources, self.sense)

    @cached_property
    def highlight_edits(self) -> HighlightEdits:
        """Editing highlights, each act undoable."""
        from pkm_app.flow.highlight_edits import HighlightEdits

        return HighlightEdits(self.vault, self.sources)

    @cached_property
    def search_all(self) -> SearchAll:
        """One search over everything."""
        from pkm_app.flow.search import SearchAll

        return SearchAll(self.indexer, self.articles)

    def search(self, query: str, places: Sequence[str] = (), limit: int = 50) -> Found:
        """Search everything, with what was written just now already in the index."""
        finish(self.indexer.drain())
        return self.search_all.search(query, places, limit)
