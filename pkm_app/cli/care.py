"""The verbs that look after all of it: what is wrong and the mend, a backup, and its way back."""

from __future__ import annotations

from pathlib import Path

import click

from pkm_app.app import restore_backup
from pkm_app.base.errors import NotFound, Problem
from pkm_app.base.events import finish
from pkm_app.cli.context import Settings, tell
from pkm_app.cli.counted import counted
from pkm_app.cli.verbs import Verb
from pkm_app.sense.doctor import Keep, Trouble

KEEP = ("united", "file", "copy", "both")


@click.command(cls=Verb)
@click.option("--fix", is_flag=True, help="Carry out each mend that PKM can do itself; `pkm undo` takes it back.")
@click.option("--choose", metavar="COPY", help="Settle the two versions of a file; name the copy.")
@click.option("--keep", type=click.Choice(KEEP), default="united", show_default=True,
              help="With --choose: the file, its copy, both as files of their own, or one with what both say.")
@click.pass_context
def doctor(ctx: click.Context, fix: bool, choose: str | None, keep: Keep) -> None:
    """Say what is wrong in your PKM folder and beside it, with a mend for each."""
    settings = ctx.ensure_object(Settings)
    failed = False
    with settings.open() as app:
        finish(app.indexer.drain())
        found = settings.run(app.doctor.look())
        if choose:
            trouble = next((one for one in found if one.rule == "conflict" and one.path == choose), None)
            if trouble is None:
                raise NotFound("There is no second version called {path}.", path=choose)
            done = app.doctor.choose(trouble, keep)
            settings.show({"path": done.path, "changed": list(done.changed)}, done.path)
            return
        fixed: list[Trouble] = []
        for trouble in found if fix else ():
            if not trouble.fixable:
                continue
            try:
                app.doctor.mend(trouble)
                fixed.append(trouble)
            except Problem as problem:
                tell(str(problem))
                failed = True
        settings.show([{"rule": one.rule, "path": one.path, "message": str(one), "mend": str(one.mend),
                        "fixable": one.fixable, "fixed": one in fixed} for one in found],
                      lambda: "\n".join(f"{one}\n    {'Done: ' if one in fixed else ''}{one.mend}" for one in found)
                      or "Nothing is wrong.")
    if failed:
        ctx.exit(3)


@click.command(cls=Verb)
@click.argument("file", required=False, type=click.Path(path_type=Path))
@click.pass_obj
def backup(settings: Settings, file: Path | None) -> None:
    """Write all of it into one file, and check it; without a name it lies beside your PKM folder."""
    with settings.open() as app:
        done = settings.run(app.back_up(file))
        settings.show({"path": str(done.path), "bytes": done.bytes, "items": done.items},
                      f"{counted(done.items, 'file', 'files')}, {done.bytes} bytes: {done.path}")


@click.command(cls=Verb)
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--into", required=True, metavar="DIR", type=click.Path(path_type=Path), help="A new or empty folder.")
@click.pass_obj
def restore(settings: Settings, file: Path, into: Path) -> None:
    """Unpack a backup into an empty folder: your PKM folder as vault, the rest as profile."""
    done = settings.run(restore_backup(file, into))
    settings.show({"path": str(done.path), "bytes": done.bytes, "items": done.items},
                  f"{counted(done.items, 'file', 'files')}. Open it with: "
                  f"pkm --vault {done.path / 'vault'} --data {done.path / 'profile'}")


VERBS = [doctor, backup, restore]
