"""The verbs for keeping up: narrowed lists, all read at once, saved searches, muted words, old articles."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import click

from pkm_app.cli.context import Settings, pick
from pkm_app.cli.counted import counted
from pkm_app.cli.seek import ARTICLE, lines
from pkm_app.cli.verbs import Verb, VerbGroup
from pkm_app.seek.triage import ReadAtOnce

if TYPE_CHECKING:
    from pkm_app.app.parts import App
    from pkm_app.seek.lists import Wanted

_VIEWS = click.Choice(["inbox", "kept", "later", "all"])
_FOREVER = 0


def _narrowing(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options by which a list is narrowed, the same for every verb."""
    for option in reversed((
        click.option("--view", type=_VIEWS, default="inbox", show_default=True),
        click.option("--feed", "feed_name", default="", help="Only this source."),
        click.option("--folder", default="", help="Only the sources of this folder, and of those in it."),
        click.option("--search", default="", help="Only what holds these words, in any form."),
        click.option("--author", default="", help="Only by authors of whose names these are beginnings."),
        click.option("--lang", type=click.Choice(["", "nl", "en"]), default="", help="Only in this language."),
        click.option("--unread", is_flag=True, help="Only what is unread."),
    )):
        command = option(command)
    return command


def _search_of(app: App, name: str, options: dict[str, Any]) -> Any:
    from pkm_app.seek.triage import SavedSearch

    feed = app.seek.find_feed(options["feed_name"]).address if options["feed_name"] else ""
    if options["folder"]:
        app.organising.feeds_in(options["folder"])
    return SavedSearch(name, options["view"], options["search"], options["author"], options["lang"], options["folder"],
                       feed, options["unread"])


def _wanted(app: App, saved: str, options: dict[str, Any]) -> Wanted:
    from pkm_app.seek.triage import wanted_of

    search = app.triage.search_named(saved) if saved else _search_of(app, "", options)
    return wanted_of(search, app.organising.placements())


@click.command(cls=Verb)
@_narrowing
@click.option("--saved", default="", help="The list of this saved search; the other options then do not count.")
@click.option("--limit", type=click.IntRange(1, 1_000_000), default=50, show_default=True)
@click.pass_obj
def articles(settings: Settings, /, saved: str, limit: int, **options: Any) -> None:
    """List articles, newest first."""
    with settings.open() as app:
        rows = app.triage.listing(_wanted(app, saved, options), limit)
        settings.show([pick(row, *ARTICLE) for row in rows], lambda: lines(rows) or "Nothing here.")


@click.command("read-all", cls=Verb)
@_narrowing
@click.option("--saved", default="", help="The list of this saved search; the other options then do not count.")
@click.pass_obj
def read_all(settings: Settings, /, saved: str, **options: Any) -> None:
    """Mark all of a list as read, whether shown or not. They stay where they are: read is not done."""
    with settings.open() as app:
        done = settings.run(app.triage.mark_all_read(_wanted(app, saved, options)))
        if done.ids:
            app.last_read.save(ReadAtOnce(done, datetime.now(UTC)))
        settings.show({"read": len(done.ids)}, f"{counted(len(done.ids), 'article', 'articles')} marked as read."
                      + (" `undo` takes that back." if done.ids else ""))


@click.group(cls=VerbGroup)
def saved() -> None:
    """Searches to see again; the window shows them in the side list."""


@saved.command("list")
@click.pass_obj
def list_saved(settings: Settings) -> None:
    """List the saved searches."""
    names = ("name", "view", "words", "author", "language", "folder", "feed", "unread")
    with settings.open() as app:
        rows = app.triage.searches()
        settings.show([pick(row, *names) for row in rows], lambda: "\n".join(
            f"{row.name}: " + ", ".join(str(value) for value in pick(row, *names[1:]).values() if value)
            for row in rows) or "No searches are saved.")


@saved.command("add")
@click.argument("name")
@_narrowing
@click.pass_obj
def add_saved(settings: Settings, /, name: str, **options: Any) -> None:
    """Save a search under a name; one of the same name is replaced."""
    with settings.open() as app:
        app.triage.save_search(_search_of(app, name, options))
        settings.show({"name": name}, f"Saved: {name}")


@saved.command("remove")
@click.argument("name")
@click.pass_obj
def remove_saved(settings: Settings, name: str) -> None:
    """Forget a saved search; nothing else changes."""
    with settings.open() as app:
        settings.show({"name": app.triage.remove_search(name).name}, f"Forgotten: {name}")


@click.group(cls=VerbGroup)
def mute() -> None:
    """Words that keep an article out of the inbox; it is still found in its source and by searching."""


@mute.command("list")
@click.pass_obj
def list_muted(settings: Settings) -> None:
    """List the muted words."""
    with settings.open() as app:
        settings.show(list(app.triage.muted()), "\n".join(app.triage.muted()) or "No words are muted.")


@mute.command("add")
@click.argument("words")
@click.pass_obj
def add_muted(settings: Settings, words: str) -> None:
    """Mute a word, or several one after another."""
    with settings.open() as app:
        settings.run(app.triage.mute(words))
        settings.show(list(app.triage.muted()), f"Muted: {words}")


@mute.command("remove")
@click.argument("words")
@click.pass_obj
def remove_muted(settings: Settings, words: str) -> None:
    """Let words be heard again; what they kept out of the inbox comes back."""
    with settings.open() as app:
        settings.run(app.triage.mute(words, on=False))
        settings.show(list(app.triage.muted()), f"Heard again: {words}")


@click.command(cls=Verb)
@click.option("--older", type=int, default=None, metavar="DAYS", help="Those older than so many days go.")
@click.option("--dry-run", is_flag=True, help="Say how many would go; change nothing.")
@click.option("--from-now-on", is_flag=True, help="Do so after every refresh.")
@click.option("--never", is_flag=True, help="Let articles stay from now on.")
@click.pass_obj
def prune(settings: Settings, older: int | None, dry_run: bool, from_now_on: bool, never: bool) -> None:
    """Let old articles go, but for what is kept, in Later or highlighted. They do not come back."""
    if (older is None) != never:
        raise click.UsageError("Say how old with --older DAYS, or --never to let articles stay.")
    with settings.open() as app:
        if older is None:
            app.settings.put("seek.keep_days", str(_FOREVER))
            settings.show({"pruned": 0, "keep_days": _FOREVER}, "Articles stay from now on.")
            return
        number = app.triage.old(older) if dry_run else settings.run(app.triage.prune(older))
        if from_now_on and not dry_run:
            app.settings.put("seek.keep_days", str(older))
        settings.show({"pruned": number, "keep_days": int(app.settings.get("seek.keep_days", "0"))},
                      counted(number, "article", "articles") + (
                          " would go." if dry_run else " is gone." if number == 1 else " are gone."))


VERBS = [articles, read_all, saved, mute, prune]
