"""What is said after a source was followed, with its undo; the same from every place where one can follow."""

from __future__ import annotations

from collections.abc import Callable

from pkm_app.seek.model import Feed
from pkm_app.ui.i18n import tr
from pkm_app.ui.room import Context
from pkm_app.ui.services import Followed


def say_followed(context: Context, followed: Followed, undone: Callable[[], None] | None = None) -> None:
    """Say whom the person follows now; ``undone`` is called when it was taken back."""
    seek, relay = context.services.seek, context.relay

    gone: list[Feed] = []

    def unfollowed(feed: Feed) -> None:
        gone[:] = [feed]
        relay.tell("feeds")
        relay.tell("articles")
        if undone is not None:
            undone()

    def undo() -> None:
        relay.call(lambda: seek.unfollow(followed.feed_id), unfollowed, context.notices.problem)

    def again() -> None:
        if gone:
            operation = seek.follow(gone[0].address, gone[0].folder, gone[0].why)
            relay.start(operation, tr("Following {address}", address=followed.title),
                        lambda result: say_followed(context, result, undone), context.notices.problem)

    context.notices.say(tr("You follow {title}. %n new article(s).", followed.new, title=followed.title), undo, again)
    relay.tell("feeds")
    relay.tell("articles")


def unfollow(context: Context, feed_id: str, then: Callable[[], object]) -> None:
    """Stop following a feed, say so, and do what comes then."""
    def unfollowed(feed: Feed) -> None:
        then()
        say_unfollowed(context, feed)

    context.relay.call(lambda: context.services.seek.unfollow(feed_id), unfollowed, context.notices.problem)


def say_unfollowed(context: Context, feed: Feed, undone: Callable[[], None] | None = None) -> None:
    """Say that the person follows a feed no longer; undo follows it again, with its folder and reason."""
    title, seek, relay = feed.title or feed.address, context.services.seek, context.relay

    def followed(result: Followed) -> None:
        relay.tell("feeds")
        relay.tell("articles")
        if undone is not None:
            undone()

    def undo() -> None:
        again = seek.follow(feed.address, feed.folder, feed.why)
        relay.start(again, tr("Following {address}", address=title), followed)

    def again() -> None:
        named = next((one for one in seek.feeds() if one.address == feed.address), None)
        if named is not None:
            relay.call(lambda: seek.unfollow(named.feed_id), lambda gone: say_unfollowed(context, gone, undone),
                       context.notices.problem)

    context.notices.say(tr("You no longer follow {title}. What you kept stays.", title=title), undo, again)
    relay.tell("feeds")
    relay.tell("articles")
