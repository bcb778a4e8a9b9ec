"""The parts of Sense: notes, highlights, and one search over everything."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from pkm_app.app.adapters import now
from pkm_app.app.follow_parts import FollowParts
from pkm_app.app.writing_parts import WritingParts
from pkm_app.base.events import finish

if TYPE_CHECKING:
    from pkm_app.flow.highlight_edits import HighlightEdits
    from pkm_app.flow.highlighting import Highlighting
    from pkm_app.flow.search import Found, SearchAll
    from pkm_app.flow.versions import Versions
    from pkm_app.sense.queries import Queries
    from pkm_app.sense.service import SenseService
    from pkm_app.sense.terms import Terms


class SenseParts(FollowParts):
    """Services of Sense over the adapters."""

    @cached_property
    def sense(self) -> SenseService:
        """Notes and highlights."""
        from pkm_app.sense.service import SenseService

        return SenseService(self.vault, now)

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
    def writing(self) -> WritingParts:
        """What belongs to writing: spelling, pictures, templates, previews."""
        return WritingParts(self)

    @cached_property
    def versions(self) -> Versions:
        """The versions of articles that were highlighted."""
        from pkm_app.flow.versions import Versions

        return Versions(self.articles, self.vault, self.sources)

    @cached_property
    def search_all(self) -> SearchAll:
        """One search over everything."""
        from pkm_app.flow.search import SearchAll

        return SearchAll(self.indexer, self.articles, self.terms.groups)

    @cached_property
    def terms(self) -> Terms:
        """Terms that mean the same."""
        from pkm_app.library.terms import TermsFiles
        from pkm_app.sense.terms import Terms

        return Terms(TermsFiles(self.vault_folder))

    @cached_property
    def queries(self) -> Queries:
        """Searches over everything that are saved."""
        from pkm_app.library.queries import QueriesFile
        from pkm_app.sense.queries import Queries

        return Queries(QueriesFile(self.vault_folder))

    def search(self, query: str, places: Sequence[str] = (), limit: int = 50, counts: bool = False) -> Found:
        """Search everything, with all that is waiting already in the index."""
        finish(self.indexer.drain())
        return self.search_all.search(query, places, limit, counts=counts)
