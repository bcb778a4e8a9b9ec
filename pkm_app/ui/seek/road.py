"""Ready for the road, in the window: everything in Later fetched whole, and saved as one book."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from pkm_app.base.errors import Problem
from pkm_app.base.events import Failed, Operation
from pkm_app.ui.commands import Command
from pkm_app.ui.dates import whole
from pkm_app.ui.dialogs import choose_file_to_write
from pkm_app.ui.i18n import noop, problem_text, tr
from pkm_app.ui.room import Context

if TYPE_CHECKING:
    from pkm_app.flow.road import Packed

_NAMED = 3  # articles that are named in one notice


class RoadActs:
    """What the two commands do."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._under_way = False

    def commands(self) -> list[Command]:
        """Return the commands of the road."""
        return [
            Command("seek.road", noop("Prepare for the road"), "", self.prepare, lambda: not self._under_way),
            Command("seek.book", noop("Save Later as a book for a reader"), "", self.save_book),
        ]

    def prepare(self) -> None:
        """Fetch everything in Later whole, with its allowed pictures."""
        self._under_way = True
        operation = _named_at_the_end(self._context.services.reading.road.prepare())
        self._context.relay.start(operation, tr("Preparing for the road"), self._packed, self._failed)

    def save_book(self) -> None:
        """Write Later as one EPUB, to a file the person chooses."""
        parent = self._context.notices.parent()
        assert isinstance(parent, QWidget)
        path = choose_file_to_write(parent, tr("Save Later as a book for a reader"), tr("For the road"),
                                    {"epub": tr("EPUB book (*.epub)")})
        if path:
            self.write_book(path)

    def write_book(self, path: str) -> None:
        """Write Later as one EPUB to this file."""
        services, language = self._context.services, self._context.language.code
        road, write_file = services.reading.road, services.share.write_file
        title, now = tr("For the road"), services.now()

        def write() -> tuple[str, ...]:
            book = road.book(title, language, lambda when: whole(when, now))
            write_file(path, book.data)
            return book.stays

        def written(stays: tuple[str, ...]) -> None:
            words = tr("Written: {name}", name=path.replace("\\", "/").rpartition("/")[2])
            for one in stays:
                words += " " + tr("“{title}” stays here: its partner did not agree to be quoted by name.", title=one)
            self._context.notices.say(words)

        self._context.relay.call(write, written, self._context.notices.problem)

    def _packed(self, packed: Packed) -> None:
        self._under_way = False
        words = tr("%n article(s) are here whole.", packed.whole)
        if packed.pictures:
            words += " " + tr("%n picture(s) are with them.", packed.pictures)
        if not packed.missing:
            self._context.notices.say(words)
            return
        parts = [words, *(f"“{one.title}”: {problem_text(one.reason)}" for one in packed.missing[:_NAMED])]
        more = len(packed.missing) - _NAMED
        if more > 0:
            parts.append(tr("And %n other(s).", more))
        self._context.notices.warn(" ".join(parts))

    def _failed(self, problem: Problem) -> None:
        self._under_way = False
        self._context.notices.problem(problem)


def _named_at_the_end(operation: Operation[Packed]) -> Operation[Packed]:
    """Pass an operation on without its single failures: one notice names them all when it has ended."""
    try:
        while True:
            event = next(operation)
            if not isinstance(event, Failed):
                yield event
    except StopIteration as end:
        packed: Packed = end.value
        return packed
    finally:
        operation.close()
