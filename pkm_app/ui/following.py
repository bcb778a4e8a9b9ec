"""Where a link in a text leads: to the web, to a highlight, or to a file of one's own.

How to use it: ``follow(context, target, from_path, missing)``; ``missing`` is called with the title that a link to
nothing names.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from pkm_app.sense.model import FileCard
from pkm_app.ui.room import Context


def follow(context: Context, target: str, from_path: str, missing: Callable[[str], None]) -> None:
    """Go where a link leads that stands in the file ``from_path``."""
    if "://" in target:
        if target.startswith(("http://", "https://")):
            QDesktopServices.openUrl(QUrl(target))
        return
    name, _, block = target.partition("#^")
    if block.startswith("hl-"):
        context.go("highlight", block)
        return

    def found(card: FileCard | None) -> None:
        title = name.rpartition("/")[2].removesuffix(".md")
        if card is not None:
            context.go("draft" if card.type in ("draft", "shared") else "note", card.path)
        elif title.strip():
            missing(title)

    sense = context.services.sense
    context.relay.call(lambda: sense.linked(name, from_path), found, context.notices.problem)
