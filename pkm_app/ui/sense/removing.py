"""Taking a highlight away for good: its source's history still has it."""

from __future__ import annotations

from collections.abc import Callable

from pkm_app.sense.model import Highlight
from pkm_app.ui.i18n import tr
from pkm_app.ui.room import Context


def remove_highlight(context: Context, highlight_id: str, then: Callable[[], None]) -> None:
    """Take a highlight out of its source, say so, and go on with ``then``."""
    sense = context.services.sense

    def gone(highlight: Highlight) -> None:
        then()
        context.notices.say(tr("The highlight is gone; the history of its source still has it."))
        context.relay.tell("highlights", highlight.highlight_id)

    context.relay.in_turn(lambda: sense.remove_highlight(highlight_id), gone, context.notices.problem)
