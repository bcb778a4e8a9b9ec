"""The commands of the window for whatever is open in its room: an article, a source, a note."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from pkm_app.ui.commands import Command
from pkm_app.ui.room import Context


def thing_commands(context: Context, window: QWidget, thing: Callable[[], str]) -> list[Command]:
    """Return the commands; ``thing`` says what is open, by path or id, "" for nothing."""
    def attach() -> None:
        """Let what is open serve a learning question."""
        from pkm_app.ui.question_picker import QuestionPicker

        QuestionPicker(context, thing(), window).open()

    def person() -> None:
        """Make the page of the person whose article or source is open, and go there."""
        name, people = thing(), context.services.taking.people
        context.relay.call(lambda: people.add(name), lambda card: context.go("person", card.path),
                           context.notices.problem)

    def whence() -> None:
        name = thing()
        trace(context, window, thing="" if "://" in name else name)

    return [
        Command("window.question", "Attach to a learning question", "Q", attach, lambda: bool(thing())),
        Command("window.person", "The author’s own page", "P", person, lambda: bool(thing())),
        Command("window.trace", "Where does this come from?", "Ctrl+Shift+T", whence),
    ]


def trace(context: Context, window: QWidget, words: str = "", thing: str = "") -> None:
    """Open the window that says where words, or a thing, come from."""
    from pkm_app.ui.trace_dialog import TraceDialog

    TraceDialog(context, window, words, thing).open()
