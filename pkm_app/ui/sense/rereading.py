"""Taking in what another program wrote into the open file; an unsaved text is never touched."""

from __future__ import annotations

from collections.abc import Callable

from pkm_app.base.errors import NotFound, Problem
from pkm_app.sense.model import FileCard, Loaded
from pkm_app.ui.i18n import tr
from pkm_app.ui.room import Context
from pkm_app.ui.sense.note_page import NotePage


class Rereading:
    """``moving`` says whether the open file is about to have another path, ``close`` shows it no more."""

    def __init__(self, context: Context, note: NotePage, moving: Callable[[], bool],
                 close: Callable[[], object]) -> None:
        self._context, self._note = context, note
        self._moving, self._close = moving, close

    def look(self) -> None:
        """Read the open file again, off the main thread, and show it where it says something else now."""
        path, sense = self._note.keeper.path, self._context.services.sense
        if self._may_look(path):
            self._context.relay.call(lambda: (sense.find(path), sense.load(path)),
                                     lambda found: self._came(path, *found),
                                     lambda problem: self._failed(path, problem))

    def _may_look(self, path: str) -> bool:
        keeper = self._note.keeper
        return bool(path) and keeper.path == path and not keeper.is_unsaved() and not self._moving()

    def _came(self, path: str, card: FileCard, loaded: Loaded) -> None:
        if self._may_look(path) and loaded.digest != self._note.keeper.digest:
            self._note.show_file(card, loaded)

    def _failed(self, path: str, problem: Problem) -> None:
        if not self._may_look(path):
            return
        if isinstance(problem, NotFound):
            self._close()
            self._context.notices.warn(tr("The file that was open here is gone from your PKM folder."))
        else:
            self._context.notices.problem(problem)
