"""One edit of highlights beside the window: done, told to all who show them, and offered to be taken back."""

from __future__ import annotations

from collections.abc import Callable

from pkm_app.flow.highlight_edits import Edited
from pkm_app.ui.acting import Act, act_in_turn
from pkm_app.ui.room import Context


def edit_highlights(context: Context, edit: Callable[[], Edited], words: str,
                    then: Callable[[], None] | None = None, back: Callable[[], None] | None = None) -> None:
    """Do an edit; ``words`` say what became of it. ``then`` follows each time it was done, ``back`` each time it was
    taken back."""
    def tell(edited: Edited, after: Callable[[], None] | None) -> None:
        if after is not None:
            after()
        _tell(context, edited)

    act_in_turn(context, Act(edit, context.services.reading.edits.undo, words,
                             lambda: edit_highlights(context, edit, words, then, back),
                             lambda edited: tell(edited, then), lambda edited: tell(edited, back)))


def _tell(context: Context, edited: Edited) -> None:
    context.relay.tell("highlights", edited.highlight.highlight_id)
    for change in edited.files:
        context.relay.tell("sources" if change is edited.files[0] else "notes", change.path)
