"""A new highlight, with undo and redo: what was written at it goes and comes with it."""

from __future__ import annotations

from collections.abc import Callable

from pkm_app.flow.highlight_edits import Edited
from pkm_app.seek.model import Article
from pkm_app.sense.model import Highlight
from pkm_app.ui.acting import Act, act_in_turn
from pkm_app.ui.i18n import tr
from pkm_app.ui.room import Context


def add_highlight(context: Context, article: Article, add: Callable[[], Highlight],
                  made: Callable[[Highlight], None], again: Callable[[Callable[[], Highlight]], None]) -> None:
    """Highlight beside the window; ``made`` follows. ``again`` is given what does it once more.

    Where these very words were highlighted already nothing is new, so nothing is taken back.
    """
    highlighting, edits = context.services.highlighting, context.services.reading.edits
    known, gone = set[str](), list[Edited]()

    def do() -> Highlight:
        known.update(one.highlight.highlight_id for one in highlighting.of_article(article))
        return add()

    def take_back(one: Highlight) -> None:
        if one.highlight_id not in known:
            gone.append(edits.remove(one.highlight_id))

    def once_more() -> Highlight:
        if not gone:
            return add()
        edited = gone.pop()
        edits.undo(edited)
        return edited.highlight

    act_in_turn(context, Act(do, take_back, tr("Highlighted."), lambda: again(once_more), made,
                             lambda one: context.relay.tell("highlights", one.highlight_id), silent=True))
