"""The verbs of making sense: looking back at notes, and changing what is known of one."""

from __future__ import annotations

import click

from pkm_app.cli.context import Settings, pick
from pkm_app.cli.counted import counted
from pkm_app.cli.verbs import Verb


@click.command(cls=Verb)
@click.option("--limit", type=click.IntRange(1, 1_000_000), default=12, show_default=True)
@click.option("--seen", metavar="NOTE", help="This one was looked at: still true, or it may wait.")
@click.option("--mark", metavar="NOTE", help="Mark this one to be looked at again.")
@click.option("--unmark", metavar="NOTE", help="Take the mark away.")
@click.option("--every", type=click.IntRange(0, 3660), metavar="DAYS", help="Set the rhythm; 0: only when you ask.")
@click.pass_obj
def review(settings: Settings, limit: int, seen: str | None, mark: str | None, unmark: str | None,
           every: int | None) -> None:
    """Show which notes ask to be looked at again, and why."""
    with settings.open() as app:
        looks = app.writing.review
        if every is not None:
            looks.set_rhythm(every)
        done = [looks.seen(seen)] if seen else []
        done += [looks.mark(name, on) for name, on in ((mark, True), (unmark, False)) if name]
        if done or every is not None:
            settings.show({"changed": [one.path for one in done], "every_days": looks.rhythm().days},
                          "\n".join(one.path for one in done) or f"Every {counted(every or 0, 'day', 'days')}.")
            return
        found = looks.listing(limit)
        settings.show([{**pick(one, "path", "title", "why", "years", "excerpt"), "since": one.since.isoformat()}
                       for one in found], lambda: "\n".join(
            f"{one.why:<10}  {one.since}  {one.title}  ({one.path})" for one in found) or "Nothing to look back at.")


VERBS = [review]
