"""The verb that takes in what others made: subscriptions, exports of other programs, folders of notes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import click

from pkm_app.base.errors import Refused, StorageProblem
from pkm_app.cli.context import Settings, tell
from pkm_app.cli.verbs import Verb
from pkm_app.sense.imports.read import MAX_BYTES, kind_of

if TYPE_CHECKING:
    from pkm_app.app.parts import App

KINDS = ("auto", "opml", "obsidian", "readwise", "hypothesis", "pocket", "instapaper", "markdown", "bookmarks")
_FOLDERS = ("obsidian", "markdown")


class _Result(Protocol):
    @property
    def added(self) -> int: ...

    @property
    def known(self) -> int: ...

    @property
    def failed(self) -> tuple[str, ...]: ...


@click.command("import", cls=Verb)
@click.argument("file", metavar="FILE|DIR", type=click.Path(path_type=Path))
@click.option("--allow-private", is_flag=True, help="Also addresses on this machine or network (OPML).")
@click.option("--dry-run", is_flag=True, help="Say what would be taken in; change nothing.")
@click.option("--kind", type=click.Choice(KINDS), default="auto", show_default=True, help="What it is.")
@click.pass_context
def import_(ctx: click.Context, file: Path, allow_private: bool, dry_run: bool, kind: str) -> None:
    """Take in subscriptions (OPML), highlights and bookmarks of other programs, or a folder of notes."""
    settings = ctx.ensure_object(Settings)
    is_folder = file.is_dir()
    if is_folder != (kind in _FOLDERS) and kind != "auto":
        raise Refused("{path} is a folder; an export of {kind} is a file." if is_folder else
                      "{path} is no folder; {kind} is one.", path=file, kind=kind)
    data = b"" if is_folder else _read(file)
    with settings.open() as app:
        done, lines = _take_in(settings, app, file, data, kind, allow_private, dry_run)
        for reason in done.failed:
            tell(reason)
        said = (f"{done.added} {'would be ' if dry_run else ''}added, {done.known} known already, "
                f"{len(done.failed)} not taken.")
        told = {"items": list(lines)} if dry_run else {}
        settings.show({"added": done.added, "known": done.known, "failed": list(done.failed), **told},
                      "\n".join([*(lines if dry_run else ()), said]))
    if done.failed:
        ctx.exit(3 if done.added or done.known else 1)


def _take_in(settings: Settings, app: App, file: Path, data: bytes, kind: str, allow_private: bool, dry_run: bool
             ) -> tuple[_Result, tuple[str, ...]]:
    if file.is_dir():
        folder = settings.run(app.import_folder(file, dry_run), [])
        return folder, folder.lines
    export = kind_of(file.name, data) if kind == "auto" else kind
    if export in ("readwise", "hypothesis", "pocket", "instapaper", "bookmarks"):
        items = settings.run(app.import_export(export, data, dry_run))  # type: ignore[arg-type]  # one of the five
        return items, items.lines
    return settings.run(app.seek.import_opml(data, allow_private, dry_run)), ()


def _read(file: Path) -> bytes:
    try:
        if file.stat().st_size > MAX_BYTES:
            raise Refused("This file is larger than 100 MB. Export a part of it.")
        return file.read_bytes()
    except OSError as error:
        raise StorageProblem("{path} cannot be read: {reason}.", path=file, reason=error.strerror or error) from None


VERBS = [import_]
