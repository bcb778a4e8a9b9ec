"""The verbs that keep the list of subscriptions in order: names, reasons, folders, quiet sources."""

from __future__ import annotations

import click

from pkm_app.cli.context import Settings, pick
from pkm_app.cli.verbs import Verb, VerbGroup


@click.command(cls=Verb)
@click.argument("feed")
@click.option("--title", default=None, help="Call it so.")
@click.option("--why", default=None, help="Why I follow; \"\" for no reason.")
@click.option("--folder", "folders", multiple=True, help="Put it in this folder, and in no other; may be repeated.")
@click.option("--top", is_flag=True, help="Put it in no folder.")
@click.option("--quiet-source/--counted", "silence", default=None, help="Show no counts of it, or show them again.")
@click.option("--pictures/--no-pictures", "pictures", default=None, help="Allow its pictures to be fetched, or not.")
@click.pass_obj
def organise(settings: Settings, feed: str, title: str | None, why: str | None, folders: tuple[str, ...], top: bool,
             silence: bool | None, pictures: bool | None) -> None:
    """Change name, reason, folders, silence or pictures of a source you follow."""
    from pkm_app.seek.organising import Wishes

    if title is None and why is None and not folders and not top and silence is None and pictures is None:
        raise click.UsageError("Say what to change: --title, --why, --folder, --top, --quiet-source, --counted, "
                               "--pictures or --no-pictures.")
    if top and folders:
        raise click.UsageError("--top and --folder cannot both be.")
    with settings.open() as app:
        found = app.seek.find_feed(feed)
        if pictures is not None:
            app.pictures.allow_feed(found.feed_id, pictures)
        app.organising.edit(found, Wishes(title, why, ("",) if top else folders or None, silence))
        allowed = app.pictures.allows_feed(found.feed_id)
        mine = [one for one in app.organising.placements() if one.feed.feed_id == found.feed_id]
        after = mine[0].feed
        settings.show(
            {**pick(after, "feed_id", "title", "address", "why"), "folders": [one.folder for one in mine],
             "quiet": mine[0].quiet, "pictures": allowed},
            f"“{after.title}”: {', '.join(one.folder or '(no folder)' for one in mine)}"
            + (" (quiet)" if mine[0].quiet else "") + (" (with pictures)" if allowed else "")
            + (f". Why: {after.why}" if after.why else ""))


@click.group(cls=VerbGroup)
def folder() -> None:
    """Rename, move and remove the folders of your sources."""


@folder.command("list")
@click.pass_obj
def list_folders(settings: Settings) -> None:
    """List the folders, with how many sources and unread articles each holds."""
    with settings.open() as app:
        rows: dict[str, dict[str, object]] = {}
        for one in app.organising.placements():
            row = rows.setdefault(one.folder, {"folder": one.folder, "sources": 0, "unread": 0})
            row["sources"] = int(str(row["sources"])) + 1
            row["unread"] = int(str(row["unread"])) + (0 if one.quiet else one.feed.unread)
        settings.show(list(rows.values()), lambda: "\n".join(
            f"{row['sources']:>4} {row['unread']:>6}  {row['folder'] or '(no folder)'}" for row in rows.values())
            or "You follow nobody yet.")


@folder.command("rename")
@click.argument("name")
@click.argument("new")
@click.pass_obj
def rename_folder(settings: Settings, name: str, new: str) -> None:
    """Give a folder another name or place: a/b is b within a. Where that exists the two become one."""
    with settings.open() as app:
        moved = app.organising.rename_folder(name, new)
        settings.show({"folder": new, "moved": len(moved)}, f"“{name}” is now “{new}”.")


@folder.command("remove")
@click.argument("name")
@click.pass_obj
def remove_folder(settings: Settings, name: str) -> None:
    """Take a folder away; the sources in it move up."""
    with settings.open() as app:
        moved = app.organising.remove_folder(name)
        settings.show({"folder": name, "moved": len(moved)}, f"The folder “{name}” is gone; its sources moved up.")


VERBS = [organise, folder]
