"""Taking back that a file was made, and doing it again: it goes to the trash, and comes from there."""

from __future__ import annotations

from collections.abc import Callable

from pkm_app.base.errors import Problem
from pkm_app.base.events import Subject
from pkm_app.sense.model import FileCard
from pkm_app.ui.room import Context


class _Made:
    """A file that was made; whoever wants it back while it is still on its way out gets it after that."""

    def __init__(self, context: Context, path: str, subject: Subject) -> None:
        self._context, self._path, self._subject = context, path, subject
        self._trashed = ""
        self._wanted = self._leaving = False

    def undo(self) -> None:
        self._leaving = True
        self._context.relay.call(lambda: self._context.services.sense.discard(self._path), self._gone, self._failed)

    def again(self) -> None:
        if self._leaving:
            self._wanted = True
        elif self._trashed:
            name, self._trashed = self._trashed, ""
            self._context.relay.call(lambda: self._context.services.sense.undelete(name), self._back,
                                     self._context.notices.problem)

    def _gone(self, done: tuple[FileCard, str]) -> None:
        self._leaving, self._trashed = False, done[1]
        self._context.relay.tell(self._subject, self._path)
        if self._wanted:
            self._wanted = False
            self.again()

    def _failed(self, problem: Problem) -> None:
        self._leaving = self._wanted = False
        self._context.notices.problem(problem)

    def _back(self, there: str) -> None:
        self._path = there
        self._context.notices.keep("", self.undo, self.again)
        self._context.relay.tell(self._subject, there)


def unmaking(context: Context, path: str, subject: Subject) -> tuple[Callable[[], None], Callable[[], None]]:
    """Return undo and redo for a file that has just been made, for ``notices.say``."""
    made = _Made(context, path, subject)
    return made.undo, made.again
