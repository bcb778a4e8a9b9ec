"""The Share room: write, look at it as it will stand there, mend, place it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from pkm_app.ui import staying_in, writing_acts
from pkm_app.ui.commands import Command, always
from pkm_app.ui.i18n import noop
from pkm_app.ui.room import Context
from pkm_app.ui.share.own_feed import OwnFeed
from pkm_app.ui.share.page import SharePage
from pkm_app.ui.theme import Stage


class ShareRoom:
    """Plugs the page into the shell."""

    stage: Stage = "share"

    def __init__(self, context: Context) -> None:
        self._context = context
        self._page = SharePage(context)

    def widget(self) -> QWidget:
        return self._page

    def title(self) -> str:
        return noop("Share")

    def icon(self) -> str:
        return "send"

    def commands(self) -> Sequence[Command]:
        page = self._page
        draft, has, composing = page.draft, page.has_draft, page.composing
        pane, chapters = draft.pane, composing.chapters

        def in_book() -> bool:
            return has() and chapters.there()

        return (
            _command("new", noop("New draft"), "Ctrl+N", page.new_draft),
            _command("preview", noop("Preview"), "Ctrl+E", page.toggle_preview, has),
            _command("send", noop("Save as draft"), "Ctrl+Return", page.send_now, has),
            _command("export", noop("Export to a file"), "Ctrl+Shift+E", page.exporting.choose, has),
            _command("outlet", noop("Add an outlet"), "A", page.add_outlet),
            _command("drawer", noop("Put something into your draft"), "Ctrl+J", composing.toggle_drawer, has),
            _command("parts", noop("Parts of your draft"), "Ctrl+Shift+O", composing.toggle_parts, has),
            _command("chapter", noop("New chapter"), "", chapters.begin, in_book),
            _command("question", noop("Chapter from a question"), "Ctrl+Shift+K", chapters.choose_question, in_book),
            _command("up", noop("Move this part up"), "Alt+Up", lambda: composing.move_here(-1), has),
            _command("down", noop("Move this part down"), "Alt+Down", lambda: composing.move_here(1), has),
            _command("bold", noop("Bold"), "Ctrl+B", pane.bold, page.can_write),
            _command("italic", noop("Italic"), "Ctrl+I", pane.italic, page.can_write),
            _command("heading", noop("Heading"), "Ctrl+H", lambda: writing_acts.heading(pane), page.can_write),
            _command("tick", noop("Task with a box"), "Ctrl+L", page.tick, page.can_write),
            *(_command(kind, words, "", partial(draft.editor.bar.keep_in, kind), page.can_write)
              for words, kind in staying_in.KINDS),
            _command("follow", noop("Follow the link under the caret"), "Ctrl+Shift+L", pane.follow, has),
            _command("find", noop("Find in this draft"), "Ctrl+F", draft.editor.begin_finding, has),
            _command("about", noop("About this draft"), "Ctrl+Shift+I", page.describing.open, has),
            _command("history", noop("Former versions"), "Ctrl+Shift+H", draft.show_history, has),
            _command("side", noop("Before it leaves"), "Ctrl+Shift+P", page.turns.toggle),
            _command("addresses", noop("Try the addresses"), "", page.desk.try_addresses, has),
            _command("feed", noop("Your own feed"), "", lambda: OwnFeed(self._context, page).open()),
            _command("save", noop("Save now"), "Ctrl+S", page.rest, has),
        )

    def entered(self) -> None:
        self._page.entered()

    def open(self, kind: str, name: str) -> bool:
        return kind == "draft" and self._page.open(name)

    def thing(self) -> str:
        return ""

    def rest(self) -> None:
        self._page.rest()


def _command(name: str, words: str, key: str, act: Callable[[], None],
             enabled: Callable[[], bool] = always) -> Command:
    return Command(f"share.{name}", words, key, act, enabled, "share", name in writing_acts.WRITING)
