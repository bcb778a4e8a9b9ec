"""The Sense room: choose at the left, write in the middle, quote from the right."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from pkm_app.ui import staying_in
from pkm_app.ui.commands import Command, always
from pkm_app.ui.i18n import noop
from pkm_app.ui.on_demand import OnDemand
from pkm_app.ui.room import Context
from pkm_app.ui.theme import Stage
from pkm_app.ui.writing_acts import WRITING

if TYPE_CHECKING:
    from pkm_app.ui.sense.page import SensePage

_KINDS = ("note", "source", "highlight", "person", "questions", "capture", "write-about")


class SenseRoom:
    """Plugs the page into the shell."""

    stage: Stage = "sense"

    def __init__(self, context: Context) -> None:
        self._context = context
        self.page = OnDemand(self._build)

    def _build(self) -> SensePage:
        from pkm_app.ui.sense.page import SensePage

        return SensePage(self._context)

    def title(self) -> str:
        return noop("Sense")

    def icon(self) -> str:
        return "highlighter"

    def commands(self) -> Sequence[Command]:
        do, has = self.page.act, self.page.ask(lambda it: it.has_file())
        return (
            _command("new", noop("New note"), "Ctrl+N", do(lambda it: it.acts.new_note())),
            _command("template", noop("New note from a template"), "Ctrl+Alt+N", do(lambda it: it.choose_template())),
            _command("use", noop("Use in a draft"), "Ctrl+Return", do(lambda it: it.acts.use_in_draft()), has),
            _command("save", noop("Save now"), "Ctrl+S", do(lambda it: it.save()), has),
            _command("quote", noop("Quote the first highlight not used yet"), "Ctrl+Shift+Q",
                     do(lambda it: it.acts.quote_first()), has),
            _command("bold", noop("Bold"), "Ctrl+B", do(lambda it: it.note.pane.bold()), has),
            _command("italic", noop("Italic"), "Ctrl+I", do(lambda it: it.note.pane.italic()), has),
            _command("heading", noop("Heading"), "Ctrl+H", do(lambda it: it.acts.heading()), has),
            _command("tick", noop("Task with a box"), "Ctrl+L", do(lambda it: it.acts.tick()), has),
            *(_command(kind, words, "", do(partial(_keep_in, kind)), has)
              for words, kind in staying_in.KINDS),
            _command("follow", noop("Follow the link under the caret"), "Ctrl+Shift+O",
                     do(lambda it: it.note.pane.follow()), has),
            _command("find", noop("Find in this note"), "Ctrl+F", do(lambda it: it.acts.find()), has),
            _command("preview", noop("Preview"), "Ctrl+E", do(lambda it: it.acts.preview()), has),
            _command("history", noop("Former versions"), "Ctrl+Shift+H", do(lambda it: it.acts.history()), has),
            _command("waiting", noop("Waiting for your words"), "Ctrl+Shift+W", do(lambda it: it.back.show_waiting())),
            _command("review", noop("Look back"), "Ctrl+Shift+R", do(lambda it: it.back.show_review())),
            _command("again", noop("Look at this again later"), "Ctrl+Shift+M",
                     do(lambda it: it.acts.mark_again()), has),
            _command("side", noop("From your sources"), "Ctrl+Shift+P", do(lambda it: it.turns.toggle())),
            _command("next", noop("Next"), "J", do(lambda it: it.step(1))),
            _command("previous", noop("Previous"), "Shift+K", do(lambda it: it.step(-1))),
            _command("delete", noop("Move to the trash"), "Ctrl+Shift+Backspace", do(lambda it: it.acts.delete()), has),
        )

    def entered(self) -> None:
        self.page().entered()

    def open(self, kind: str, name: str) -> bool:
        if kind in _KINDS:
            self.page().open(kind, name)
        return kind in _KINDS

    def thing(self) -> str:
        return self.page.of(lambda page: page.thing(), "")

    def rest(self) -> None:
        self.page.of(lambda page: page.rest(), None)


def _keep_in(kind: staying_in.Kind, page: SensePage) -> None:
    page.note.editor.bar.keep_in(kind)


def _command(name: str, words: str, key: str, act: Callable[[], object],
             enabled: Callable[[], bool] = always) -> Command:
    return Command(f"sense.{name}", words, key, act, enabled, "sense", name in WRITING)
