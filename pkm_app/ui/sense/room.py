"""The Sense room: choose at the left, write in the middle, quote from the right."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from pkm_app.ui.commands import Command
from pkm_app.ui.i18n import noop
from pkm_app.ui.room import Context
from pkm_app.ui.sense.page import SensePage
from pkm_app.ui.theme import Stage


class SenseRoom:
    """Plugs the page into the shell."""

    stage: Stage = "sense"

    def __init__(self, context: Context) -> None:
        self._page = SensePage(context)

    def widget(self) -> QWidget:
        return self._page

    def title(self) -> str:
        return noop("Sense")

    def icon(self) -> str:
        return "highlighter"

    def commands(self) -> Sequence[Command]:
        page = self._page
        return (
            Command("sense.new", noop("New note"), "Ctrl+N", page.new_note, room="sense"),
            Command("sense.use", noop("Use in a draft"), "Ctrl+Return", page.use_in_draft, page.has_file, room="sense"),
            Command("sense.save", noop("Save now"), "Ctrl+S", page.save_now, page.has_file, room="sense"),
            Command("sense.quote", noop("Quote the first highlight not used yet"), "Ctrl+Shift+Q", page.quote_first,
                    page.has_file, room="sense"),
            Command("sense.bold", noop("Bold"), "Ctrl+B", page.note.pane.bold, page.has_file, room="sense"),
            Command("sense.italic", noop("Italic"), "Ctrl+I", page.note.pane.italic, page.has_file, room="sense"),
            Command("sense.next", noop("Next"), "J", lambda: page.step(1), room="sense"),
            Command("sense.previous", noop("Previous"), "Shift+K", lambda: page.step(-1), room="sense"),
            Command("sense.delete", noop("Move to the trash"), "Ctrl+Shift+Backspace", page.delete, page.has_file,
                    room="sense"),
        )

    def entered(self) -> None:
        self._page.entered()

    def open(self, kind: str, name: str) -> bool:
        return self._page.open(kind, name)

    def rest(self) -> None:
        self._page.rest()
