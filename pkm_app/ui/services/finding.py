"""What the window needs for finding things again: one search, saved searches, the list of terms."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from pkm_app.flow.search import Found
    from pkm_app.sense.queries import SavedQuery
    from pkm_app.sense.terms import TermGroup


class Search(Protocol):
    """flow.search: notes, highlights, articles, drafts and sources at once."""

    def search(self, query: str, places: Sequence[str] = (), limit: int = 50, typing: bool = False,
               counts: bool = False) -> Found:
        """Find, best first."""


class Queries(Protocol):
    """sense.queries: quick."""

    def listing(self, unasked: bool = False) -> Sequence[SavedQuery]:
        """The saved searches over everything. Raises StorageProblem."""

    def save(self, name: str, query: str) -> SavedQuery:
        """Save one; one of the same name is replaced."""

    def rename(self, name: str, new: str) -> SavedQuery:
        """Give one another name."""

    def remove(self, name: str) -> SavedQuery:
        """Forget one."""


class Terms(Protocol):
    """sense.terms: quick."""

    def listing(self) -> Sequence[TermGroup]:
        """All groups, own ones first."""

    def add(self, terms: Iterable[str]) -> TermGroup:
        """Say that terms mean the same."""

    def remove(self, term: str) -> TermGroup:
        """Take an own group away, or let one of the program's not count."""

    def restore(self, term: str) -> TermGroup:
        """Let a group of the program count again."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Saved searches and terms."""

    queries: Queries
    terms: Terms
