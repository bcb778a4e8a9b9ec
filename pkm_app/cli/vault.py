"""The verbs for the vault as a whole: other titles and tags with every link, and taking that back."""

from __future__ import annotations

from datetime import UTC, datetime

import click

from pkm_app.cli.context import Settings
from pkm_app.cli.counted import counted
from pkm_app.cli.verbs import Verb, VerbGroup
from pkm_app.seek.triage import ReadAtOnce
from pkm_app.sense.changes import Done

_READ_ALL = "read-all"  # the name of the last list that was marked as read at once


@click.command(cls=Verb)
@click.argument("file")
@click.argument("title")
@click.pass_obj
def rename(settings: Settings, file: str, title: str) -> None:
    """Give a file another title; its name and every link to it follow."""
    with settings.open() as app:
        done = settings.run(app.renaming.rename(file, title))
        _show(settings, done, f"{done.path}: {_files(done)}")


@click.group(cls=VerbGroup)
def tag() -> None:
    """Tags over all files."""


@tag.command("rename")
@click.argument("old")
@click.argument("new")
@click.pass_obj
def rename_tag(settings: Settings, old: str, new: str) -> None:
    """Give a tag another name in all files; where the new one exists the two become one."""
    with settings.open() as app:
        done = settings.run(app.tagging.rename(old, new))
        _show(settings, done, _files(done))


@tag.command("list")
@click.pass_obj
def list_tags(settings: Settings) -> None:
    """List all tags with the number of files that have them."""
    with settings.open() as app:
        counts = app.tagging.counts()
        settings.show([{"tag": name, "files": count} for name, count in counts.items()],
                      "\n".join(f"{count:>5}  {name}" for name, count in counts.items()) or "No tags.")


@click.command(cls=Verb)
@click.argument("change", required=False, default="")
@click.option("--list", "listing", is_flag=True, help="Only show what can be taken back.")
@click.pass_obj
def undo(settings: Settings, change: str, listing: bool) -> None:
    """Take back the last change over many files or articles: a renaming, a mend of the doctor, a list marked as read.

    A second time does it again.
    """
    with settings.open() as app:
        past, last = app.past_changes(), app.last_read.load()
        if listing:
            rows = [(plan.plan_id, plan.made, str(plan)) for plan in past]
            if last is not None:
                rows.append((_READ_ALL, f"{last.at.astimezone().isoformat(timespec='seconds')}", _what(last)))
            rows.sort(key=lambda row: datetime.fromisoformat(row[1]))
            settings.show([{"plan_id": name, "made": made, "what": what} for name, made, what in rows],
                          "\n".join(map("  ".join, rows)) or "Nothing.")
            return
        if last is not None and (change == _READ_ALL or (not change and not (
                past and datetime.fromisoformat(past[-1].made) > last.at))):
            settings.run(app.triage.put_back(last.marked, read=not last.read))
            app.last_read.save(ReadAtOnce(last.marked, datetime.now(UTC), read=not last.read))
            number = len(last.marked.ids)
            now = "unread again" if last.read else "marked as read"
            settings.show({"path": "", "changed": [], "articles": number},
                          f"Taken back: {counted(number, 'article is', 'articles are')} {now}.")
            return
        done = app.take_back(change)
        _show(settings, done, f"Taken back: {_files(done)}")


def _what(last: ReadAtOnce) -> str:
    return f"{counted(len(last.marked.ids), 'article', 'articles')} marked as {'read' if last.read else 'unread'}"


def _show(settings: Settings, done: Done, text: str) -> None:
    for path in done.conflicts:
        settings.say(f"Another program wrote at the same moment; its words are in {path}.")
    settings.show({"path": done.path, "changed": list(done.changed)}, text)


def _files(done: Done) -> str:
    return f"{counted(len(done.changed), 'file', 'files')} changed."


VERBS = [rename, tag, undo]
