"""Searches over everything that a person saved under a name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from pkm_app.base.errors import NotFound, Refused

MOST = 500


@dataclass(frozen=True, slots=True)
class SavedQuery:
    """What is searched for, under a name; all that narrows it stands in the query itself."""

    name: str
    query: str


class QueryFile(Protocol):
    """Where they are kept (library.queries)."""

    def load(self, unasked: bool = False) -> tuple[SavedQuery, ...]:
        """Read them; ``unasked``, a file that is online only is not fetched. Raises StorageProblem when they cannot be
        understood."""

    def save(self, queries: tuple[SavedQuery, ...]) -> None:
        """Write them, keeping what others put there. Raises StorageProblem."""


class Queries:
    """The saved searches over everything, in the order in which they were saved."""

    def __init__(self, file: QueryFile) -> None:
        self._file = file

    def listing(self, unasked: bool = False) -> Sequence[SavedQuery]:
        """Return them; ``unasked``, none of a file that is online only. Raises StorageProblem."""
        return self._file.load(unasked)

    def save(self, name: str, query: str) -> SavedQuery:
        """Save a search; one of the same name is replaced. Raises Refused for one without a name or words."""
        saved = SavedQuery(" ".join(name.split()), " ".join(query.split()))
        if not saved.name:
            raise Refused("A saved search needs a name.")
        if not saved.query:
            raise Refused("Say what to search for.")
        known = self._file.load()
        others = tuple(one for one in known if one.name.casefold() != saved.name.casefold())
        if len(others) >= MOST:
            raise Refused("{count} searches are saved; forget one first.", count=MOST)
        self._file.save((*others, saved) if len(others) == len(known) else tuple(
            saved if one.name.casefold() == saved.name.casefold() else one for one in known))
        return saved

    def rename(self, name: str, new: str) -> SavedQuery:
        """Give one another name. Raises NotFound, Refused."""
        saved, title = self.named(name), " ".join(new.split())
        if not title:
            raise Refused("A saved search needs a name.")
        if any(one.name.casefold() == title.casefold() and one != saved for one in self._file.load()):
            raise Refused("There is a saved search “{name}” already.", name=title)
        renamed = replace(saved, name=title)
        self._file.save(tuple(renamed if one == saved else one for one in self._file.load()))
        return renamed

    def remove(self, name: str) -> SavedQuery:
        """Forget one and return it. Raises NotFound."""
        saved = self.named(name)
        self._file.save(tuple(one for one in self._file.load() if one != saved))
        return saved

    def named(self, name: str) -> SavedQuery:
        """Return the one of this name. Raises NotFound."""
        wanted = " ".join(name.split()).casefold()
        for saved in self._file.load():
            if saved.name.casefold() == wanted:
                return saved
        raise NotFound("There is no saved search “{name}”.", name=name)
