"""The verbs of making sense: looking back at notes, and changing what is known of one."""

from __future__ import annotations

from typing import Any

import click

from pkm_app.cli.context import Settings, pick
from pkm_app.cli.verbs import Verb
from pkm_app.sense.notes import MATURITIES, VALUES


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
                          "\n".join(one.path for one in done) or f"Every {every} days.")
            return
        found = looks.listing(limit)
        settings.show([{**pick(one, "path", "title", "why", "years", "excerpt"), "since": one.since.isoformat()}
                       for one in found], lambda: "\n".join(
            f"{one.why:<10}  {one.since}  {one.title}  ({one.path})" for one in found) or "Nothing to look back at.")


@click.command(cls=Verb)
@click.argument("note")
@click.option("--maturity", type=click.Choice(["none", *MATURITIES]))
@click.option("--value", type=click.Choice(["none", *VALUES]), help="What you add.")
@click.option("--lang", metavar="CODE", help="nl, en, ...")
@click.option("--private/--not-private", default=None, help="For me alone, or not.")
@click.option("--tag", "tags", multiple=True, help="Add a tag; may be given more than once.")
@click.option("--untag", "untags", multiple=True, help="Take a tag away.")
@click.pass_obj
def edit(settings: Settings, note: str, maturity: str | None, value: str | None, lang: str | None,
         private: bool | None, tags: tuple[str, ...], untags: tuple[str, ...]) -> None:
    """Change what is known of a note; its text stays as it is."""
    given = {"maturity": maturity, "value": value, "lang": lang}
    changes: dict[str, Any] = {key: None if text == "none" else text for key, text in given.items() if text is not None}
    if private is not None:
        changes["private"] = True if private else None
    if not changes and not tags and not untags:
        raise click.UsageError("Say what to change.")
    with settings.open() as app:
        path = app.sense.find(note).path
        if tags or untags:
            gone = {tag.lstrip("#").casefold() for tag in untags}
            known = app.sense.load(path).file.list_field("tags")
            wanted = dict.fromkeys((*known, *(tag.lstrip("#") for tag in tags)))
            changes["tags"] = [tag for tag in wanted if tag.lstrip("#").casefold() not in gone] or None
        changed = [key for key, new in changes.items() if app.sense.set_field(path, key, new).written]
        settings.show({"path": path, "changed": [path] if changed else []}, path)


VERBS = [review, edit]
