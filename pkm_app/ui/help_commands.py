"""What helps a person with the program itself: the guide, the keys, what it is. Each is loaded when it is asked for."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from pkm_app.ui.commands import Command
from pkm_app.ui.room import Context


def help_commands(context: Context, window: QWidget) -> list[Command]:
    """Return the commands of the menu Help."""
    def guide() -> None:
        from pkm_app.ui.guide import GuideWindow

        GuideWindow(context, window).show()

    def keys() -> None:
        from pkm_app.ui.keys_dialog import KeysDialog

        KeysDialog(context.look, context.commands, window).open()

    def about() -> None:
        from pkm_app.ui.about import AboutDialog

        AboutDialog(context.look, context.services.version, window).open()

    return [
        Command("window.guide", "Guide", "F1", guide),
        Command("window.keys", "Keys", "?", keys),
        Command("window.about", "About PKM", "", about),
    ]
