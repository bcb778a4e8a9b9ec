"""Another title for the open note: its file and every link to it follow, off the main thread, and it can be undone.

What is typed meanwhile waits: no save begins while the file may be about to move.
"""

from __future__ import annotations

from threading import Event

from pkm_app.base.errors import Problem
from pkm_app.sense.changes import Done
from pkm_app.ui.i18n import tr
from pkm_app.ui.room import Context
from pkm_app.ui.sense.note_page import NotePage

_PATIENCE = 30.0  # seconds that leaving waits for a renaming under way


class _Flight:
    """A renaming under way on a runner thread; whoever sees its end first takes the result."""

    def __init__(self, context: Context, path: str, title: str, before: str) -> None:
        self.path, self.title, self.before = path, title, before
        self._links = context.services.writing.links
        self.over = Event()
        self.taken = False
        self.result: Done | Problem | None = None

    def run(self) -> None:
        """Rename; on any thread."""
        try:
            self.result = self._links.rename(self.path, self.title)
        except Problem as problem:
            self.result = problem
        finally:
            self.over.set()


class Retitling:
    """Renames the file of a note page."""

    def __init__(self, context: Context, note: NotePage) -> None:
        self._context, self._note = context, note
        self._flight: _Flight | None = None
        note.retitled.connect(self.begin)

    @property
    def busy(self) -> bool:
        """Whether the open file may be about to move."""
        return self._flight is not None

    def begin(self) -> None:
        """Rename the open file to what stands in the title field, if that is another title."""
        flight = self._take_off()
        if flight is not None:
            self._context.relay.call(flight.run, lambda _: self._landed(flight))

    def rest(self) -> None:
        """Leave nothing half done: finish what is under way, and take over a title that was typed and not entered."""
        if self._flight is None:
            flight = self._take_off()
            if flight is not None:
                flight.run()
        flight = self._flight
        if flight is not None and flight.over.wait(_PATIENCE):
            self._landed(flight)

    def _take_off(self) -> _Flight | None:
        title, card = self._note.typed_title(), self._note.card
        if self._flight is not None or card is None or not title or title == card.title:
            return None
        if not self._note.keeper.rest():
            return None
        self._note.keeper.hold()
        self._flight = _Flight(self._context, card.path, title, card.title)
        return self._flight

    def _landed(self, flight: _Flight) -> None:
        if flight.taken:
            return
        flight.taken = True
        self._flight = None
        note, keeper = self._note, self._note.keeper
        if isinstance(flight.result, Done):
            if keeper.path == flight.path:
                sense = self._context.services.sense
                loaded = sense.load(flight.result.path)
                note.show_moved(sense.find(loaded.path), loaded)
            self._say(flight, flight.result)
            self._context.relay.tell("notes", flight.path, flight.result.path, *flight.result.changed)
        else:
            keeper.release()
            if flight.result is not None:
                self._context.notices.problem(flight.result)

    def _again(self, former: _Flight) -> None:
        """Rename once more what undo gave its former title back."""
        note, flight = self._note, _Flight(self._context, former.path, former.title, former.before)
        if note.keeper.path == flight.path:
            if self._flight is not None or not note.keeper.rest():
                return
            note.keeper.hold()
            self._flight = flight
        self._context.relay.call(flight.run, lambda _: self._landed(flight))

    def _say(self, flight: _Flight, done: Done) -> None:
        sense, links = self._context.services.sense, self._context.services.writing.links
        relay, notices = self._context.relay, self._context.notices
        others = len([path for path in done.changed if path != done.path])
        if done.path == flight.path:
            return  # the name of the file is as it was: only its title changed, as one sees

        def back() -> str:
            path = links.undo_rename(done.path).path
            if sense.find(path).title != flight.before:
                sense.set_field(path, "title", flight.before)
            return path

        def undo() -> None:
            note = self._note
            here = note.keeper.path == done.path
            if here and not note.keeper.rest():
                return
            if here:
                note.keeper.hold()

            def returned(path: str) -> None:
                if note.keeper.path == done.path:
                    note.show_moved(sense.find(path), sense.load(path))
                relay.tell("notes", done.path, path)

            def failed(problem: Problem) -> None:
                note.keeper.release()
                notices.problem(problem)

            relay.call(back, returned, failed)

        notices.say(tr("“{old}” is now called “{new}”.", old=flight.before, new=flight.title) if not others else
                    tr("“{old}” is now called “{new}”; links in %n other file(s) follow.", others, old=flight.before,
                       new=flight.title), undo, lambda: self._again(flight))
