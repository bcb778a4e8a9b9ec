"""Saving a search over everything, or giving it another name, with undo and redo: one that it replaces comes back.

How to use it: ``keeping.save(name, query)`` and ``keeping.rename(name, new)`` raise Problem, and then nothing was done.
"""

from __future__ import annotations

from collections.abc import Callable

from pkm_app.base.errors import Problem
from pkm_app.ui.i18n import tr
from pkm_app.ui.notices import Notices
from pkm_app.ui.services.finding import Queries


class KeepQuery:
    """``then`` follows whatever was done, taken back or done again."""

    def __init__(self, queries: Queries, notices: Notices, then: Callable[[], None]) -> None:
        self._queries, self._notices, self._then = queries, notices, then

    def save(self, name: str, query: str) -> None:
        """Save a search. Raises Problem."""
        wanted = " ".join(name.split()).casefold()
        before = next((one for one in self._queries.listing() if one.name.casefold() == wanted), None)
        saved = self._queries.save(name, query)

        def back() -> None:
            if before is None:
                self._queries.remove(saved.name)
            else:
                self._queries.save(before.name, before.query)

        self._say(saved.name, back, lambda: self.save(name, query))

    def rename(self, name: str, new: str) -> None:
        """Give a saved search another name. Raises Problem."""
        renamed = self._queries.rename(name, new)
        self._say(renamed.name, lambda: self._queries.rename(renamed.name, name), lambda: self.rename(name, new))

    def _say(self, name: str, back: Callable[[], object], again: Callable[[], None]) -> None:
        def undo() -> None:
            self._said(back)
            self._then()

        self._notices.say(tr("Saved: {name}", name=name), undo, lambda: self._said(again))
        self._then()

    def _said(self, act: Callable[[], object]) -> None:
        try:
            act()
        except Problem as problem:  # changed from elsewhere meanwhile, or the disk is full
            self._notices.problem(problem)
