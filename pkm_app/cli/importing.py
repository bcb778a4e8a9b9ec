"""The verb that takes in what others made: subscriptions, exports of other programs, folders of notes."""

from __future__ import annotations

from itertools import zip_longest
from pathlib import Path

import click

from pkm_app.app.taking_in import KINDS, import_path
from pkm_app.cli.context import Settings, tell
from pkm_app.cli.counted import counted
from pkm_app.cli.verbs import Verb


@click.command("import", cls=Verb)
@click.argument("file", metavar="FILE|DIR", type=click.Path(path_type=Path))
@click.option("--allow-private", is_flag=True, help="Also addresses on this machine or network (OPML).")
@click.option("--dry-run", is_flag=True, help="Say what would be taken in; change nothing.")
@click.option("--kind", type=click.Choice(KINDS), default="auto", show_default=True, help="What it is.")
@click.pass_context
def import_(ctx: click.Context, file: Path, allow_private: bool, dry_run: bool, kind: str) -> None:
    """Take in subscriptions (OPML), highlights and bookmarks of other programs, a folder of notes, or a document."""
    settings = ctx.ensure_object(Settings)
    with settings.open() as app:
        done = settings.run(import_path(app, file, kind, allow_private, dry_run), [])
        for reason in done.failed:
            tell(str(reason))
        for notice in done.told:
            settings.say(str(notice))
        said = (f"{done.added} {'would be ' if dry_run else ''}added, {done.known} known already, "
                f"{len(done.failed)} not taken.")
        lines = [f"{line} ({counted(count, 'highlight', 'highlights')})" if count else line
                 for line, count in zip_longest(done.lines, done.marked)]
        told = {"items": lines} if dry_run else {}
        settings.show({"added": done.added, "known": done.known, "failed": [str(one) for one in done.failed], **told},
                      "\n".join([*(lines if dry_run else ()), said]))
    if done.failed:
        ctx.exit(3 if done.added or done.known else 1)


VERBS = [import_]
