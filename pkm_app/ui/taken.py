"""What happens in the window once something was taken in: it is said, with undo, lists look again, and it opens."""

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
        self._tell(done)
        notices = self._context.notices
        if not done.known:
            self._say(done)
        elif done.notice is not None:
            notices.problem(done.notice)
        elif done.highlight_id:
            notices.say(tr("Captured: “{title}”.", title=done.title))  # it may have been highlighted before as well
        else:
            notices.say(tr("“{title}” was here already.", title=done.title))
        if going:
            self._context.go("note" if done.note_id else "article", done.path if done.note_id else done.article_id)

    def _say(self, done: Captured) -> None:
        relay, notices = self._context.relay, self._context.notices
        back, gone = self._context.services.taking.uncapturing, list[str]()

        def undo() -> None:
            relay.in_turn(lambda: gone.append(back.take_back(done)), lambda _: self._tell(done), notices.problem)

        def given() -> Captured | None:
            return back.give_again(done, gone.pop()) if gone else None  # none when it could not be taken back

        def here(given: Captured | None) -> None:
            if given is not None:
                self._tell(given)
                self._say(given)

        def again() -> None:
            relay.in_turn(given, here, notices.problem)

        words = tr("Captured: “{title}”.", title=done.title)
        if done.notice is None:
            notices.say(words, undo, again)
        else:
            notices.keep(words, undo, again)
            notices.problem(done.notice)

    def _tell(self, done: Captured) -> None:
        relay = self._context.relay
        if done.note_id or not done.article_id:
            relay.tell("notes", done.path)
            return
        relay.tell("articles", done.article_id)
        relay.tell("sources", done.path)
        if done.highlight_id:
            relay.tell("highlights", done.highlight_id)
