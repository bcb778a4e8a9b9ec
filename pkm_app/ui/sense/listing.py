"""What the list of Sense shows, read off the main thread: one look at a time, however often something changes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from pkm_app.base.errors import Problem
from pkm_app.flow.questions import Question
from pkm_app.sense.model import FileType
from pkm_app.ui.room import Context
from pkm_app.ui.sense.card_rows import CardRow, file_row, question_row

_TYPES: dict[str, FileType] = {"notes": "note", "sources": "source", "people": "person"}
_FIRST, _MOST = 100, 1000  # rows that are read at once, and in all: a card takes some 25 microseconds
T = TypeVar("T")


class Listing:
    """``kind`` says what is wanted at the moment (notes, sources, people, questions), ``show`` gets its rows."""

    def __init__(self, context: Context, kind: Callable[[], str], show: Callable[[Sequence[CardRow]], None]) -> None:
        self._context, self._kind, self._show = context, kind, show
        self._busy = self._again = False
        self._shown = ""  # the kind whose rows are shown

    def now(self) -> bool:
        """Show what a person just asked for: the first files of another kind at once, all the rest soon after. Return
        whether there is anything new to see already."""
        kind = self._kind()
        fresh = kind in _TYPES and kind != self._shown
        if fresh:
            self._shown = kind
            self._show(self._files(kind, _FIRST))
        self.load()
        return fresh

    def forget(self) -> None:
        """The list shows something else now."""
        self._shown = ""

    def load(self) -> None:
        """Look again after something changed, off the main thread, as soon as a look under way has ended."""
        if self._busy:
            self._again = True
            return
        kind = self._kind()
        if kind == "questions":
            listing = self._context.services.taking.questions.listing
            self._ask(kind, lambda: listing(True), _questions)
        elif kind in _TYPES:
            self._ask(kind, lambda: self._files(kind), list)

    def _files(self, kind: str, most: int = _MOST) -> list[CardRow]:
        return [file_row(card) for card in self._context.services.sense.cards((_TYPES[kind],), limit=most)]

    def _ask(self, kind: str, read: Callable[[], T], rows: Callable[[T], list[CardRow]]) -> None:
        def came(found: T) -> None:
            self._busy = False
            if kind == self._kind():
                self._shown = kind
                self._show(rows(found))
            self._look_on(kind)

        def failed(problem: Problem) -> None:
            self._busy = False
            self._context.notices.problem(problem)
            self._look_on(kind)

        self._busy = True
        self._context.relay.call(read, came, failed)

    def _look_on(self, kind: str) -> None:
        if self._again or kind != self._kind():
            self._again = False
            self.load()


def _questions(found: Sequence[Question]) -> list[CardRow]:
    return [question_row(one) for one in found]
