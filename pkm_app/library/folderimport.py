"""A folder of Markdown, or an Obsidian vault, taken into the vault as it is: byte for byte, folders and all."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
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
    paths = VaultPaths(vault.root)
    target = f"notes/{file_name(real.name, '')}"
    files = list(_files(real))
    added: dict[str, str] = {}
    known = 0
    failed: list[Problem] = []
    plan_id = new_file_id(now())
    try:
        for number, file in enumerate(files, 1):
            yield Progress(number, len(files), file.name)
            relative = file.relative_to(real).as_posix()
            try:
                path, its_digest = _take(vault, paths, file, f"{target}/{relative}", dry_run)
            except Problem as problem:
                failed.append(problem)
                yield Failed(relative, problem.template, problem.values)
                continue
            if path:
                added[path] = its_digest
            else:
                known += 1
    finally:
        if added and not dry_run:
            note_added(log, Plan(plan_id, "{count} files were taken in from “{folder}”.", stamp(now()),
                                 values={"count": str(len(added)), "folder": real.name}, added=tuple(added.items())))
    return FolderImported(len(added), known, tuple(failed), tuple(added), plan_id if added and not dry_run else "")


def _take(vault: FileVault, paths: VaultPaths, file: Path, path: str, dry_run: bool) -> tuple[str, str]:
    """Copy one file; return its path in the vault ("" when the very same is there) and its digest."""
    data = read_file(file)
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
