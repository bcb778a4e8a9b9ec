"""The verbs for the vault as a whole: other titles and tags with every link, and taking that back."""

from __future__ import annotations

import click

from pkm_app.cli.context import Settings, pick
from pkm_app.cli.verbs import Verb, VerbGroup
from pkm_app.sense.changes import Done


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
    """Take back the last change over many files: a renaming, or a mend of the doctor. A second time does it again."""
    with settings.open() as app:
        if listing:
            past = app.past_changes()
            settings.show([{**pick(plan, "plan_id", "made"), "what": str(plan)} for plan in past],
                          "\n".join(f"{plan.plan_id}  {plan.made}  {plan}" for plan in past) or "Nothing.")
            return
        done = app.take_back(change)
        _show(settings, done, f"Taken back: {_files(done)}")


def _show(settings: Settings, done: Done, text: str) -> None:
    for path in done.conflicts:
        settings.say(f"Another program wrote at the same moment; its words are in {path}.")
    settings.show({"path": done.path, "changed": list(done.changed)}, text)


def _files(done: Done) -> str:
    return f"{len(done.changed)} files changed." if len(done.changed) != 1 else "1 file changed."


VERBS = [rename, tag, undo]
