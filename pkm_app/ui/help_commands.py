"""What helps a person with the program itself: the guide, the keys, what it is."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from pkm_app.ui.about import AboutDialog
from pkm_app.ui.commands import Command
from pkm_app.ui.guide import GuideWindow
from pkm_app.ui.keys_dialog import KeysDialog
from pkm_app.ui.room import Context


def help_commands(context: Context, window: QWidget) -> list[Command]:
    """Return the commands of the menu Help."""
    look, version = context.look, context.services.version
    return [
        Command("window.guide", "Guide", "F1", lambda: GuideWindow(context, window).show()),
        Command("window.keys", "Keys", "?", lambda: KeysDialog(look, context.commands, window).open()),
        Command("window.about", "About PKM", "", lambda: AboutDialog(look, version, window).open()),
    ]
