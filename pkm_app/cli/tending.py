"""The verbs for tending subscriptions: how they are and why, a test at once, another address."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import click

from pkm_app.base.events import Failed
from pkm_app.cli.context import Settings, pick, plain_value
from pkm_app.cli.verbs import Verb, VerbGroup
from pkm_app.seek.health import Health

_FEED = ("feed_id", "title", "address", "folder", "why", "last_ok", "next_due", "unread")


@click.command(cls=Verb)
@click.option("--ill", is_flag=True, help="Only those that need a look, with what to do.")
@click.pass_obj
def feeds(settings: Settings, ill: bool) -> None:
    """Show subscriptions and how they are."""
    with settings.open() as app:
        rows = app.tending.health(remarkable=ill)
        if not ill:  # in the order of the list, as a person knows it
            order = {feed.feed_id: place for place, feed in enumerate(app.seek.feeds())}
            rows.sort(key=lambda health: order.get(health.feed.feed_id, len(order)))
        nobody = "All your sources are fine." if ill else "You follow nobody yet. Begin with: pkm follow ADDRESS"
        silent = {one.feed.feed_id for one in app.organising.placements() if one.quiet}
        settings.show([{**_values(health), "quiet": health.feed.feed_id in silent} for health in rows],
                      lambda: _lines(rows, ill, silent) or nobody)


@click.group("feed", cls=VerbGroup)
def feed() -> None:
    """Tend a subscription: test it, give it another address."""


@feed.command("test", cls=Verb)
@click.argument("names", metavar="FEED...", nargs=-1, required=True)
@click.pass_context
def test(ctx: click.Context, names: tuple[str, ...]) -> None:
    """Fetch a feed now and say how it is; exit 1 where it is ill."""
    settings = ctx.ensure_object(Settings)
    with settings.open() as app:
        ids = [app.seek.find_feed(name).feed_id for name in names]
        failures: list[Failed] = []
        tested = settings.run(app.tending.test(ids), failures)
        rows = [one.health for one in tested]
        for one in tested:
            if one.result.outcome == "waiting":
                settings.say(f"{one.health.feed.title} was not asked: {one.result.reason}")
        settings.show([{**_values(one.health), "outcome": one.result.outcome, "new": one.result.new,
                        "updated": one.result.updated} for one in tested], _lines(rows, advice=True))
    ill = sum(not health.well for health in rows)
    if ill:
        ctx.exit(3 if ill < len(rows) else 1)


@feed.command("move", cls=Verb)
@click.argument("name", metavar="FEED")
@click.argument("address")
@click.option("--untested", is_flag=True, help="Take the address as it is, without looking whether a feed answers.")
@click.pass_obj
def move(settings: Settings, name: str, address: str, untested: bool) -> None:
    """Give a feed another address; its articles, folder and reason stay."""
    with settings.open() as app:
        moved = settings.run(app.tending.move(app.seek.find_feed(name).feed_id, address, untested))
        settings.show(pick(moved, "feed_id", "title", "address"), f"“{moved.title}” is at {moved.address} now.")


def _values(health: Health) -> dict[str, object]:
    return {**pick(health.feed, *_FEED), "status": health.state, "reason": str(health.reason),
            "advice": str(health.advice), "newest": plain_value(health.newest)}


def _lines(rows: Sequence[Health], advice: bool, silent: Collection[str] = ()) -> str:
    def line(health: Health) -> str:
        one, reason = health.feed, str(health.reason)
        count = "-" if one.feed_id in silent else str(one.unread)  # whose count a person wished not to see
        said = f"{one.feed_id[:8]}  {health.state:<11} {count:>4}  {one.title or one.address}"
        if not advice:
            return said + (f"  ({reason})" if reason else "")
        more = (reason, str(health.advice), one.address)
        return "\n".join([said, *(f"          {words}" for words in more if words)])

    return "\n".join(map(line, rows))


VERBS = [feeds, feed]
