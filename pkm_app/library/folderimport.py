"""A folder of Markdown, or an Obsidian vault, taken into the vault as it is: byte for byte, folders and all.

A lone file comes likewise; one of plain text becomes a note with the same words.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from pkm_app.base.errors import Problem, Refused, StorageProblem
from pkm_app.base.events import Failed, Operation, Progress
from pkm_app.base.ids import new_file_id
from pkm_app.content.filenames import file_name, taken_among
from pkm_app.content.vaultfile import parse_vault_file
from pkm_app.library.files import AlreadyThere, digest, read_file, save_file
from pkm_app.library.paths import VaultPaths
from pkm_app.library.synchronisers import is_stray
from pkm_app.library.vault import FileVault
from pkm_app.seek.charset import to_text
from pkm_app.sense.changes import Plan, PlanLog, note_added
from pkm_app.sense.notes import stamp

_OWN = {"subscriptions.opml"}


@dataclass(frozen=True, slots=True)
class FolderImported:
    """How many files came, how many were there already, byte for byte; sentences for those that could not be read."""

    added: int
    known: int
    failed: tuple[Problem, ...] = ()
    lines: tuple[str, ...] = ()
    plan_id: str = ""


def import_folder(vault: FileVault, folder: Path, log: PlanLog, now: Callable[[], datetime],
                  dry_run: bool = False) -> Operation[FolderImported]:
    """Copy the files of a folder to ``notes/<its name>/``; hidden files and what synchronisers leave stay behind.

    A file whose place is taken by other words gets a number; nothing is ever written over. What came is written to
    the ``log``, also when it was stopped half way, and can be taken back. Raises Refused for a folder that is, holds
    or lies in the vault, StorageProblem when it is not there.
    """
    real, root = Path(os.path.realpath(folder)), Path(os.path.realpath(vault.root))
    if not real.is_dir():
        raise StorageProblem("There is no folder {path}.", path=folder)
    if real == root or real.is_relative_to(root) or root.is_relative_to(real):
        raise Refused("{path} is your PKM folder, or one of the two lies in the other. An Obsidian vault opens as it "
                      "is: pkm --vault {path}", path=folder)
    target = f"notes/{file_name(real.name, '')}"
    files = [(file, f"{target}/{file.relative_to(real).as_posix()}") for file in _files(real)]
    plan_id = new_file_id(now())

    def plan(number: int) -> Plan:
        return Plan(plan_id, "One file was taken in from “{folder}”." if number == 1 else
                    "{count} files were taken in from “{folder}”.", "", values={"folder": real.name})

    return (yield from _import(vault, files, plan, log, now, dry_run))


def import_note(vault: FileVault, file: Path, log: PlanLog, now: Callable[[], datetime],
                dry_run: bool = False) -> Operation[FolderImported]:
    """Copy a lone file of Markdown or plain text into ``notes/``, as :func:`import_folder` does.

    Raises Refused for one that lies in the vault, StorageProblem for one that cannot be read.
    """
    if Path(os.path.realpath(file)).is_relative_to(os.path.realpath(vault.root)):
        raise Refused("{path} lies in your PKM folder already.", path=file)
    read_file(file)  # one that cannot be read is no import of which a part failed
    plan = Plan(new_file_id(now()), "“{file}” was taken in.", "", values={"file": file.name})
    target = f"notes/{file_name(file.stem, '.md')}"
    return (yield from _import(vault, [(file, target)], lambda _number: plan, log, now, dry_run))


def _import(vault: FileVault, files: Sequence[tuple[Path, str]], plan_of: Callable[[int], Plan],
            log: PlanLog, now: Callable[[], datetime], dry_run: bool) -> Operation[FolderImported]:
    """Copy each file to its place in the vault; note what came under the plan for so many."""
    paths = VaultPaths(vault.root)
    added: dict[str, str] = {}
    known = 0
    failed: list[Problem] = []
    try:
        for number, (file, wanted) in enumerate(files, 1):
            yield Progress(number, len(files), file.name)
            try:
                path, its_digest = _take(vault, paths, _bytes(file, wanted), wanted, dry_run)
            except Problem as problem:
                failed.append(problem)
                yield Failed(wanted, problem.template, problem.values)
                continue
            if path:
                added[path] = its_digest
            else:
                known += 1
    finally:
        plan = plan_of(len(added))
        if added and not dry_run:
            note_added(log, replace(plan, made=stamp(now()), values={**(plan.values or {}), "count": str(len(added))},
                                    added=tuple(added.items())))
    return FolderImported(len(added), known, tuple(failed), tuple(added), plan.plan_id if added and not dry_run else "")


def _bytes(file: Path, wanted: str) -> bytes:
    data = read_file(file)
    if file.suffix.lower() == ".txt" and wanted.endswith(".md"):
        return to_text(data).replace("\r\n", "\n").encode()  # of any encoding; a note is UTF-8
    return data


def _take(vault: FileVault, paths: VaultPaths, data: bytes, path: str, dry_run: bool) -> tuple[str, str]:
    """Write one file; return its path in the vault ("" when the very same is there) and its digest."""
    folder, _, name = path.rpartition("/")
    clean, directory = paths.locate_folder(folder)
    for _ in range(100):
        free = name
        with suppress(FileNotFoundError):
            if (directory / name).exists():
                if digest(read_file(directory / name)) == digest(data):
                    return "", ""
                stem, dot, ending = name.rpartition(".")
                free = file_name(stem, dot + ending, taken_among(paths.listing(clean)))
        if dry_run:
            return f"{clean}/{free}", ""
        paths.make_folder(directory)
        with suppress(AlreadyThere):  # somebody took the name meanwhile
            if free.lower().endswith(".md"):
                vault.save(f"{clean}/{free}", parse_vault_file(data), digest(data + b"\0"))
            else:
                save_file(directory / free, data, None)
            return f"{clean}/{free}", digest(data)
    raise StorageProblem("No free name was found for “{title}” in {folder}.", title=name, folder=directory)


def _files(root: Path) -> Iterator[Path]:
    for folder, folders, names in os.walk(root):
        folders[:] = sorted(name for name in folders
                            if not is_stray(name) and not _leads_away(Path(folder) / name, root))
        for name in sorted(names):
            if not is_stray(name) and name not in _OWN and not _leads_away(Path(folder) / name, root):
                yield Path(folder) / name


def _leads_away(path: Path, root: Path) -> bool:
    return path.is_symlink() and not Path(os.path.realpath(path)).is_relative_to(root)
