"""The Share room: write, look at it as it will stand there, mend, place it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from pkm_app.ui import staying_in, writing_acts
from pkm_app.ui.commands import Command, always
from pkm_app.ui.i18n import noop
from pkm_app.ui.on_demand import OnDemand
from pkm_app.ui.room import Context
from pkm_app.ui.share.what_left import WhatLeft
from pkm_app.ui.theme import Stage

if TYPE_CHECKING:
    from pkm_app.ui.share.page import SharePage


class ShareRoom:
    """Plugs the page into the shell."""

    stage: Stage = "share"

    def __init__(self, context: Context) -> None:
        self._context = context
        self.page = OnDemand(self._build)
        self._watch = WhatLeft(context)

    def _build(self) -> SharePage:
        from pkm_app.ui.share.page import SharePage

        return SharePage(self._context, self._watch)

    def title(self) -> str:
        return noop("Share")

    def icon(self) -> str:
        return "send"

    def commands(self) -> Sequence[Command]:
        do, ask, has = self.page.act, self.page.ask, self.page.ask(lambda it: it.has_draft())
        can_write = ask(lambda it: it.can_write())
        in_book = ask(lambda it: it.has_draft() and it.composing.chapters.there())
        return (
            _command("new", noop("New draft"), "Ctrl+N", do(lambda it: it.new_draft())),
            _command("preview", noop("Preview"), "Ctrl+E", do(lambda it: it.toggle_preview()), has),
            _command("send", noop("Save as draft"), "Ctrl+Return", do(lambda it: it.send_now()), has),
            _command("export", noop("Export to a file"), "Ctrl+Shift+E", do(lambda it: it.exporting.choose()), has),
            _command("outlet", noop("Add an outlet"), "A", do(lambda it: it.add_outlet())),
            _command("drawer", noop("Put something into your draft"), "Ctrl+J",
                     do(lambda it: it.composing.toggle_drawer()), has),
            _command("parts", noop("Parts of your draft"), "Ctrl+Shift+O",
                     do(lambda it: it.composing.toggle_parts()), has),
            _command("chapter", noop("New chapter"), "", do(lambda it: it.composing.chapters.begin()), in_book),
            _command("question", noop("Chapter from a question"), "Ctrl+Shift+K",
                     do(lambda it: it.composing.chapters.choose_question()), in_book),
            _command("up", noop("Move this part up"), "Alt+Up", do(lambda it: it.composing.move_here(-1)), has),
            _command("down", noop("Move this part down"), "Alt+Down", do(lambda it: it.composing.move_here(1)), has),
            _command("bold", noop("Bold"), "Ctrl+B", do(lambda it: it.draft.pane.bold()), can_write),
            _command("italic", noop("Italic"), "Ctrl+I", do(lambda it: it.draft.pane.italic()), can_write),
            _command("heading", noop("Heading"), "Ctrl+H",
                     do(lambda it: writing_acts.heading(it.draft.pane)), can_write),
            _command("tick", noop("Task with a box"), "Ctrl+L", do(lambda it: it.tick()), can_write),
            *(_command(kind, words, "", do(partial(_keep_in, kind)), can_write)
              for words, kind in staying_in.KINDS),
            _command("follow", noop("Follow the link under the caret"), "Ctrl+Shift+L",
                     do(lambda it: it.draft.pane.follow()), has),
            _command("find", noop("Find in this draft"), "Ctrl+F", do(lambda it: it.draft.editor.begin_finding()), has),
            _command("about", noop("About this draft"), "Ctrl+Shift+I", do(lambda it: it.describing.open()), has),
            _command("history", noop("Former versions"), "Ctrl+Shift+H", do(lambda it: it.draft.show_history()), has),
            _command("side", noop("Before it leaves"), "Ctrl+Shift+P", do(lambda it: it.turns.toggle())),
            _command("addresses", noop("Try the addresses"), "", do(lambda it: it.desk.try_addresses()), has),
            _command("feed", noop("Your own feed"), "", do(self._open_feed)),
            _command("save", noop("Save now"), "Ctrl+S", do(lambda it: it.rest()), has),
        )

    def _open_feed(self, page: SharePage) -> None:
        from pkm_app.ui.share.own_feed import OwnFeed

        OwnFeed(self._context, page).open()

    def entered(self) -> None:
        self.page().entered()

    def open(self, kind: str, name: str) -> bool:
        return kind == "draft" and self.page().open(name)

    def thing(self) -> str:
        return ""

    def rest(self) -> None:
        self.page.of(lambda page: page.rest(), None)


def _keep_in(kind: staying_in.Kind, page: SharePage) -> None:
    page.draft.editor.bar.keep_in(kind)


def _command(name: str, words: str, key: str, act: Callable[[], object],
             enabled: Callable[[], bool] = always) -> Command:
    return Command(f"share.{name}", words, key, act, enabled, "share", name in writing_acts.WRITING)
