"""The Share room: write, look at it as it will stand there, mend, place it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from pkm_app.ui.commands import Command
from pkm_app.ui.i18n import noop
from pkm_app.ui.room import Context
from pkm_app.ui.share.page import SharePage
from pkm_app.ui.theme import Stage


class ShareRoom:
    """Plugs the page into the shell."""

    stage: Stage = "share"

    def __init__(self, context: Context) -> None:
        self._page = SharePage(context)

    def widget(self) -> QWidget:
        return self._page

    def title(self) -> str:
        return noop("Share")

    def icon(self) -> str:
        return "send"

    def commands(self) -> Sequence[Command]:
        page = self._page
        return (
            Command("share.new", noop("New draft"), "Ctrl+N", page.new_draft, room="share"),
            Command("share.preview", noop("Preview"), "Ctrl+E", page.toggle_preview, page.has_draft, room="share"),
            Command("share.send", noop("Save as draft"), "Ctrl+Return", page.send_now, page.has_draft, room="share"),
            Command("share.export", noop("Export to a file"), "Ctrl+Shift+E", page.export, page.has_draft,
                    room="share"),
            Command("share.outlet", noop("Add an outlet"), "A", page.add_outlet, room="share"),
            Command("share.drawer", noop("Put something into your draft"), "Ctrl+J", page.composing.toggle_drawer,
                    page.has_draft, room="share"),
            Command("share.parts", noop("Parts of your draft"), "Ctrl+Shift+O", page.composing.toggle_parts,
                    page.has_draft, room="share"),
            Command("share.chapter", noop("New chapter"), "", page.composing.new_chapter,
                    lambda: page.has_draft() and page.composing.has_chapters(), room="share"),
            Command("share.up", noop("Move this part up"), "Alt+Up", lambda: page.composing.move_here(-1),
                    page.has_draft, room="share"),
            Command("share.down", noop("Move this part down"), "Alt+Down", lambda: page.composing.move_here(1),
                    page.has_draft, room="share"),
            Command("share.addresses", noop("Try the addresses"), "", page.try_addresses, page.has_draft, room="share"),
            Command("share.save", noop("Save now"), "Ctrl+S", page.rest, page.has_draft, room="share"),
        )

    def entered(self) -> None:
        self._page.entered()

    def open(self, kind: str, name: str) -> bool:
        return kind == "draft" and self._page.open(name)

    def thing(self) -> str:
        return ""

    def rest(self) -> None:
        self._page.rest()
