"""Saving a search of Seek, with undo and redo: one of the same name that it replaces comes back."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from pkm_app.seek.triage import SavedSearch
from pkm_app.ui.i18n import tr
from pkm_app.ui.room import Context
from pkm_app.ui.seek.side_ask import SideAsk


def save_search(context: Context, ask: SideAsk, search: SavedSearch) -> None:
    """Save a search; ``ask`` is where its name was asked for, and where it is said if it cannot be saved."""
    relay, notices, triage = context.relay, context.notices, context.services.follow.triage
    name = " ".join(search.name.split())

    def save() -> SavedSearch | None:
        before = next((one for one in triage.searches() if one.name.casefold() == name.casefold()), None)
        triage.save_search(search)
        return before

    def done(before: SavedSearch | None) -> None:
        ask.hide()
        relay.tell("feeds")
        back: Callable[[], object] = partial(triage.remove_search, name)
        if before is not None:
            back = partial(triage.save_search, before)

        def undo() -> None:
            relay.call(back, lambda _: relay.tell("feeds"), notices.problem)

        notices.say(tr("Saved: {name}", name=name), undo, lambda: save_search(context, ask, search))

    relay.call(save, done, ask.failed)
