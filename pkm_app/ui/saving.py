"""Autosave of one open file: off the main thread, one save under way at a time, nothing typed is ever lost.

How to use it::

    keeper = FileKeeper(context, pane.text, self._state_changed)
    pane.show_text(keeper.opened(loaded))    # a file was read; the words to show are its body, or unsaved ones
    keeper.touched()                         # the person changed something: it is saved soon
    keeper.rest()                            # leaving: what is unsaved is saved before this returns

A conflict (somebody else changed the file meanwhile) is said with the name of the copy that holds their version.
What could not be saved is tried again, and meanwhile kept in the settings, so that it survives the program's end.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from threading import Event
from typing import Literal

from PySide6.QtCore import QElapsedTimer, QTimer

from pkm_app.base.errors import Problem
from pkm_app.sense.model import Loaded, Saved
from pkm_app.ui.i18n import tr
from pkm_app.ui.room import Context

State = Literal["saved", "writing", "failed"]
Value = str | bool | Sequence[str] | None
_QUIET = 700  # milliseconds without a key before a save starts
_LONGEST = 3000  # milliseconds after which it starts though the person goes on typing
_AGAIN = 3000  # milliseconds until a save that failed is tried again
_PATIENCE = 20.0  # seconds that leaving waits for a save under way


class _Flight:
    """A save under way on a runner thread; whoever sees its end first takes the result."""

    def __init__(self, path: str, work: Callable[[], tuple[Loaded, Saved]]) -> None:
        self.path = path
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
        self._fields: dict[str, Value] = {}
        self._sending: dict[str, Value] = {}
        self._dirty = self._held = False
        self._told = ""
        self._since = QElapsedTimer()
        self._timer = QTimer(context.notices)  # ends with the window
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._save)

    @property
    def path(self) -> str:
        """The open file, "" when there is none."""
        return self._loaded.path if self._loaded else ""

    @property
    def digest(self) -> str:
        """The digest of the file as it was read or saved last."""
        return self._loaded.digest if self._loaded else ""

    def opened(self, loaded: Loaded | None) -> str:
        """Take over a file that was read just now; return the words to show."""
        self._timer.stop()
        self._loaded, self._dirty, self._held, self._fields, self._told = loaded, False, False, {}, ""
        self._show("saved")
        if loaded is None:
            return ""
        kept = self._context.services.settings.get(self._key(loaded.path))
        return self._resume(loaded, kept) if kept else loaded.file.body

    def touched(self) -> None:
        """Note that the person changed the text."""
        if self._loaded is None:
            return
        if not self._dirty:
            self._since.start()
        self._dirty = True
        self._show("writing")
        self._timer.start(max(0, min(_QUIET, _LONGEST - self._since.elapsed())))

    def set_field(self, key: str, value: Value) -> None:
        """Change a line of the front matter with the next save, which is soon."""
        self._fields[key] = value
        self.touched()

    def items(self, key: str) -> list[str]:
        """The items of a line of the front matter as it was saved last; one text is a list of one."""
        return list(self._loaded.file.list_field(key)) if self._loaded else []

    def hold(self) -> None:
        """Begin no save: the file is about to move. What is typed meanwhile waits."""
        self._held = True
        self._timer.stop()

    def moved(self, loaded: Loaded) -> None:
        """The open file has another path from now on, and this was read there; what was typed meanwhile is saved."""
        self._loaded = loaded
        self.release()

    def release(self) -> None:
        """Save again as usual."""
        self._held = False
        if self._dirty:
            self._timer.start(_QUIET)

    def is_unsaved(self) -> bool:
        """Return whether something is written that the file does not hold yet."""
        return self._dirty or self._flight is not None

    def rest(self) -> bool:
        """Save what is unsaved, now; return whether all of it is in the file."""
        self._timer.stop()
        if self._flight is not None and self._flight.over.wait(_PATIENCE):
            self._landed(self._flight)
        self._timer.stop()
        if self._loaded is not None and self._dirty and not self._held:
            flight = self._begin()
            flight.run()
            self._landed(flight)
        return not self.is_unsaved()

    def _begin(self) -> _Flight:
        loaded, body, fields = self._loaded, self._text(), dict(self._fields)
        assert loaded is not None
        sense = self._context.services.sense
        self._dirty, self._fields, self._sending = False, {}, fields
        self._flight = _Flight(loaded.path, lambda: sense.save(loaded.path, body, loaded, fields))
        return self._flight

    def _save(self) -> None:
        if self._loaded is None or not self._dirty or self._flight is not None or self._held:
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
        elif flight.result is not None and flight.path == self.path:
            self._failed(flight.result)

    def _done(self, result: tuple[Loaded, Saved]) -> None:
        loaded, saved = result
        if loaded.path == self.path:
            self._loaded = loaded
        if self._context.services.settings.get(self._key(saved.path)):
            self._context.services.settings.put(self._key(saved.path), "")
        self._told = ""
        if saved.conflict:
            self._context.notices.warn(tr(
                "This file was changed elsewhere meanwhile. Both are kept: yours here, the other as “{name}”.",
                name=saved.conflict.rsplit("/", 1)[-1]))
        if self._dirty:
            self._since.start()
            self._timer.start(_QUIET)
        else:
            self._show("saved")
        if saved.written:
            self._context.relay.tell("notes", saved.path)

    def _failed(self, problem: Problem) -> None:
        self._dirty = True  # it stands in the pane still
        self._fields = {**self._sending, **self._fields}
        kept = {"body": self._text(), "fields": self._fields, "digest": self.digest}
        self._context.services.settings.put(self._key(self.path), json.dumps(kept))
        self._show("failed")
        self._timer.start(_AGAIN)
        if str(problem) != self._told:  # once, not at every attempt
            self._told = str(problem)
            self._context.notices.problem(problem)

    def _resume(self, loaded: Loaded, kept: str) -> str:
        """Go on with words that an earlier save could not write; the file they belong to decides on a conflict."""
        words = json.loads(kept)
        self._loaded = replace(loaded, digest=words["digest"])
        self._fields = words["fields"]
        self._dirty = True
        self._since.start()
        self._show("writing")
        self._timer.start(_QUIET)
        self._context.notices.warn(tr("These words were not saved last time. They are here again."))
        return str(words["body"])

    def _key(self, path: str) -> str:
        return f"unsaved.file.{path}"
