"""What is said after a source got another address, with undo and redo; neither fetches anything."""

from __future__ import annotations

from pkm_app.seek.model import Feed
from pkm_app.ui.i18n import tr
from pkm_app.ui.room import Context


def say_moved(context: Context, former: Feed, feed: Feed) -> None:
    """Say that a feed is at its new address; ``former`` is as it was before."""
    relay, notices, tending = context.relay, context.notices, context.services.tending

    def undo() -> None:
        relay.call(lambda: tending.put_back(former), lambda _: relay.tell("feeds"), notices.problem)

    def again() -> None:
        relay.call(lambda: tending.put_back(feed), lambda _: say_moved(context, former, feed), notices.problem)

    notices.say(tr("{title} is at its new address now.", title=feed.title or feed.address), undo, again)
    relay.tell("feeds")
