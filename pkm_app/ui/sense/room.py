"""The Sense room: choose at the left, write in the middle, quote from the right."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from pkm_app.ui import staying_in
from pkm_app.ui.commands import Command, always
from pkm_app.ui.i18n import noop
from pkm_app.ui.room import Context
from pkm_app.ui.sense.page import SensePage
from pkm_app.ui.theme import Stage
from pkm_app.ui.writing_acts import WRITING


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
        page, acts = self._page, self._page.acts
        pane, has = page.note.pane, page.has_file
        return (
            _command("new", noop("New note"), "Ctrl+N", acts.new_note),
            _command("template", noop("New note from a template"), "Ctrl+Alt+N", page.choose_template),
            _command("use", noop("Use in a draft"), "Ctrl+Return", acts.use_in_draft, has),
            _command("save", noop("Save now"), "Ctrl+S", page.save, has),
            _command("quote", noop("Quote the first highlight not used yet"), "Ctrl+Shift+Q", acts.quote_first, has),
            _command("bold", noop("Bold"), "Ctrl+B", pane.bold, has),
            _command("italic", noop("Italic"), "Ctrl+I", pane.italic, has),
            _command("heading", noop("Heading"), "Ctrl+H", acts.heading, has),
            _command("tick", noop("Task with a box"), "Ctrl+L", acts.tick, has),
            *(_command(kind, words, "", partial(page.note.editor.bar.keep_in, kind), has)
              for words, kind in staying_in.KINDS),
            _command("follow", noop("Follow the link under the caret"), "Ctrl+Shift+O", pane.follow, has),
            _command("find", noop("Find in this note"), "Ctrl+F", acts.find, has),
            _command("preview", noop("Preview"), "Ctrl+E", acts.preview, has),
            _command("history", noop("Former versions"), "Ctrl+Shift+H", acts.history, has),
            _command("waiting", noop("Waiting for your words"), "Ctrl+Shift+W", page.back.show_waiting),
            _command("review", noop("Look back"), "Ctrl+Shift+R", page.back.show_review),
            _command("again", noop("Look at this again later"), "Ctrl+Shift+M", acts.mark_again, has),
            _command("side", noop("From your sources"), "Ctrl+Shift+P", page.turns.toggle),
            _command("next", noop("Next"), "J", lambda: page.step(1)),
            _command("previous", noop("Previous"), "Shift+K", lambda: page.step(-1)),
            _command("delete", noop("Move to the trash"), "Ctrl+Shift+Backspace", acts.delete, has),
        )

    def entered(self) -> None:
        self._page.entered()

    def open(self, kind: str, name: str) -> bool:
        return self._page.open(kind, name)

    def thing(self) -> str:
        return self._page.thing()

    def rest(self) -> None:
        self._page.rest()


def _command(name: str, words: str, key: str, act: Callable[[], None], enabled: Callable[[], bool] = always) -> Command:
    return Command(f"sense.{name}", words, key, act, enabled, "sense", name in WRITING)
