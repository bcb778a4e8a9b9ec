"""Autosave of one open file: off the main thread, one save under way at a time, nothing typed is ever lost.

How to use it::

    keeper = FileKeeper(context, pane.text, self._state_changed)
    keeper.opened(loaded)         # a file was read; the pane shows its body
    keeper.touched()              # the person changed something: it is saved soon
    keeper.rest()                 # leaving: what is unsaved is saved before this returns

A conflict (somebody else changed the file meanwhile) is said with the name of the copy that holds their version.
"""

from __future__ import annotations

from collections.abc import Callable
from threading import Event
from typing import Literal

from PySide6.QtCore import QTimer

from pkm_app.base.errors import Problem
from pkm_app.sense.model import Loaded, Saved
from pkm_app.ui.i18n import tr
from pkm_app.ui.room import Context

State = Literal["saved", "writing", "failed"]
_QUIET = 700  # milliseconds without a key before a save starts
_PATIENCE = 20.0  # seconds that leaving waits for a save under way


class _Flight:
    """A save under way on a runner thread; whoever sees its end first takes the result."""

    def __init__(self, work: Callable[[], tuple[Loaded, Saved]]) -> None:
        self._work = work
        self.over = Event()
        self.taken = False
        self.result: tuple[Loaded, Saved] | Problem | None = None

    def run(self) -> None:
        """Save; on any thread."""
        try:
            self.result = self._work()
        except Problem as problem:
            self.result = problem
        finally:
            self.over.set()


class FileKeeper:
    """Keeps one open file. ``state`` is told to ``show`` whenever it changes."""

    def __init__(self, context: Context, text: Callable[[], str], show: Callable[[State], None]) -> None:
        self._context, self._text, self._show = context, text, show
        self._loaded: Loaded | None = None
        self._flight: _Flight | None = None
        self._fields: dict[str, str | bool | None] = {}
        self._sending: dict[str, str | bool | None] = {}
        self._dirty = False
        self._timer = QTimer()
        self._timer.setSingleShot(True)
        self._timer.setInterval(_QUIET)
        self._timer.timeout.connect(self._save)

    @property
    def path(self) -> str:
        """The open file, "" when there is none."""
        return self._loaded.path if self._loaded else ""

    def opened(self, loaded: Loaded | None) -> None:
        """Take over a file that was read just now."""
        self._timer.stop()
        self._loaded, self._dirty, self._fields = loaded, False, {}
        self._show("saved")

    def touched(self) -> None:
        """Note that the person changed the text."""
        if self._loaded is not None:
            self._dirty = True
            self._show("writing")
            self._timer.start()

    def set_field(self, key: str, value: str | bool | None) -> None:
        """Change a line of the front matter with the next save, which is soon."""
        self._fields[key] = value
        self.touched()

    def is_unsaved(self) -> bool:
        """Return whether something is written that the file does not hold yet."""
        return self._dirty or self._flight is not None

    def rest(self) -> None:
        """Save what is unsaved, now."""
        self._timer.stop()
        if self._flight is not None and self._flight.over.wait(_PATIENCE):
            self._landed(self._flight)
        self._timer.stop()
        if self._loaded is not None and self._dirty:
            flight = self._begin()
            flight.run()
            self._landed(flight)

    def _begin(self) -> _Flight:
        loaded, body, fields = self._loaded, self._text(), dict(self._fields)
        assert loaded is not None
        sense = self._context.services.sense
        self._dirty, self._fields, self._sending = False, {}, fields
        self._flight = _Flight(lambda: sense.save(loaded.path, body, loaded, fields))
        return self._flight

    def _save(self) -> None:
        if self._loaded is None or not self._dirty or self._flight is not None:
            return
        flight = self._begin()
        self._context.relay.call(flight.run, lambda _: self._landed(flight))

    def _landed(self, flight: _Flight) -> None:
        if flight.taken:
            return
        flight.taken = True
        self._flight = None
        if isinstance(flight.result, tuple):
            self._done(flight.result)
        elif flight.result is not None:
            self._failed(flight.result)

    def _done(self, result: tuple[Loaded, Saved]) -> None:
        loaded, saved = result
        if self._loaded is not None and loaded.path == self._loaded.path:
            self._loaded = loaded
        if saved.conflict:
            self._context.notices.warn(tr(
                "This file was changed elsewhere meanwhile. Both are kept: yours here, the other as “{name}”.",
                name=saved.conflict.rsplit("/", 1)[-1]))
        if self._dirty:
            self._timer.start()
        else:
            self._show("saved")
        if saved.written:
            self._context.relay.tell("notes", saved.path)

    def _failed(self, problem: Problem) -> None:
        self._dirty = True  # it stands in the pane still, and the next key tries again
        self._fields = {**self._sending, **self._fields}
        self._show("failed")
        self._context.notices.problem(problem)
