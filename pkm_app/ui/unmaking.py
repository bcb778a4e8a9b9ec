"""Taking back that a file was made, and doing it again: it goes to the trash, and comes from there."""

from __future__ import annotations

from collections.abc import Callable

from pkm_app.base.events import Subject
from pkm_app.sense.model import FileCard
from pkm_app.ui.room import Context


def unmaking(context: Context, path: str, subject: Subject) -> tuple[Callable[[], None], Callable[[], None]]:
    """Return undo and redo for a file that has just been made, for ``notices.say``."""
    sense, relay, notices = context.services.sense, context.relay, context.notices
    trashed: list[str] = []

    def gone(done: tuple[FileCard, str]) -> None:
        trashed.append(done[1])
        relay.tell(subject, path)

    def undo() -> None:
        relay.call(lambda: sense.discard(path), gone, notices.problem)

    def again() -> None:
        if trashed:
            name = trashed.pop()
            relay.call(lambda: sense.undelete(name), lambda there: relay.tell(subject, there), notices.problem)

    return undo, again
