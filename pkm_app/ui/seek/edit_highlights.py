"""One edit of highlights beside the window: done, told to all who show them, and offered to be taken back."""

from __future__ import annotations

from collections.abc import Callable

from pkm_app.flow.highlight_edits import Edited
from pkm_app.ui.room import Context


def edit_highlights(context: Context, edit: Callable[[], Edited], words: str) -> None:
    """Do an edit; ``words`` say what became of it."""
    relay, notices, undo_edit = context.relay, context.notices, context.services.reading.edits.undo

    def done(edited: Edited) -> None:
        def undo() -> None:
            relay.call(lambda: undo_edit(edited), lambda _: _tell(context, edited), notices.problem)

        notices.say(words, undo, lambda: edit_highlights(context, edit, words))
        _tell(context, edited)

    relay.call(edit, done, notices.problem)


def _tell(context: Context, edited: Edited) -> None:
    context.relay.tell("highlights", edited.highlight.highlight_id)
    for change in edited.files:
        context.relay.tell("sources" if change is edited.files[0] else "notes", change.path)
