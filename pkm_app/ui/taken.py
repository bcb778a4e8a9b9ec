"""What happens in the window once something was taken in: it is said, lists look again, and it opens."""

from __future__ import annotations

from pkm_app.flow.captured import Captured
from pkm_app.ui.i18n import tr
from pkm_app.ui.room import Context


class Taken:
    """Shows a thing that was captured."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def show(self, done: object, going: bool = True) -> None:
        """Say it and, where ``going``, open it: a source in Seek, a note in Sense."""
        if not isinstance(done, Captured):
            return
        relay, notices = self._context.relay, self._context.notices
        if done.note_id:
            relay.tell("notes", done.path)
        else:
            relay.tell("articles", done.article_id)
            relay.tell("sources", done.path)
            if done.highlight_id:
                relay.tell("highlights", done.highlight_id)
        if done.notice is not None:
            notices.problem(done.notice)
        elif done.known and not done.highlight_id:
            notices.say(tr("“{title}” was here already.", title=done.title))
        else:
            notices.say(tr("Captured: “{title}”.", title=done.title))
        if going:
            self._context.go("note" if done.note_id else "article", done.path if done.note_id else done.article_id)
