"""The verbs that look after all of it: what is wrong and the mend, a backup, and its way back."""

from __future__ import annotations

import click

from pkm_app.base.errors import Problem
from pkm_app.base.events import finish
from pkm_app.cli.context import Settings, tell
from pkm_app.cli.verbs import Verb
from pkm_app.sense.doctor import Trouble


@click.command(cls=Verb)
@click.option("--fix", is_flag=True, help="Carry out each mend that PKM can do itself; `pkm undo` takes it back.")
@click.pass_context
def doctor(ctx: click.Context, fix: bool) -> None:
    """Say what is wrong in your PKM folder and beside it, with a mend for each."""
    settings = ctx.ensure_object(Settings)
    failed = False
    with settings.open() as app:
        finish(app.indexer.drain())
        found = settings.run(app.doctor.look())
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


VERBS = [doctor]
