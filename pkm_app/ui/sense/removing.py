"""Taking a highlight away: it can be had back at once, and its source's history still has it after that."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from pkm_app.ui.edit_highlights import edit_highlights
from pkm_app.ui.i18n import tr
from pkm_app.ui.room import Context


def remove_highlight(context: Context, highlight_id: str, then: Callable[[], None]) -> None:
    """Take a highlight out of its source, say so, and go on with ``then``. Undo puts it back and shows it."""
    edit_highlights(context, partial(context.services.reading.edits.remove, highlight_id),
                    tr("The highlight is gone; the history of its source still has it."), then,
                    lambda: context.go("highlight", highlight_id))
