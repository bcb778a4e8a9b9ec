"""A folder of Markdown, or an Obsidian vault, taken into the vault as it is: byte for byte, folders and all."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from pkm_app.base.errors import Problem, Refused, StorageProblem
from pkm_app.base.events import Failed, Operation, Progress
from pkm_app.content.filenames import file_name, taken_among
from pkm_app.content.vaultfile import parse_vault_file
from pkm_app.library.files import AlreadyThere, digest, read_file, save_file
from pkm_app.library.paths import VaultPaths
from pkm_app.library.synchronisers import is_stray
from pkm_app.library.vault import FileVault

_OWN = {"subscriptions.opml"}


@dataclass(frozen=True, slots=True)
class FolderImported:
    """How many files came, how many were there already, byte for byte; sentences for those that could not be read."""

    added: int
    known: int
    failed: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()


def import_folder(vault: FileVault, folder: Path, dry_run: bool = False) -> Operation[FolderImported]:
    """Copy the files of a folder to ``notes/<its name>/``; hidden files and what synchronisers leave stay behind.

    A file whose place is taken by other words gets a number; nothing is ever written over. Raises Refused for a
    folder that is, holds or lies in the vault, StorageProblem when it is not there.
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
    added: list[str] = []
    known = 0
    failed: list[str] = []
    for number, file in enumerate(files, 1):
        yield Progress(number, len(files), file.name)
        relative = file.relative_to(real).as_posix()
        try:
            path = _take(vault, paths, file, f"{target}/{relative}", dry_run)
        except Problem as problem:
            failed.append(str(problem))
            yield Failed(relative, problem.template, problem.values)
            continue
        if path:
            added.append(path)
        else:
            known += 1
    return FolderImported(len(added), known, tuple(failed), tuple(added))


def _take(vault: FileVault, paths: VaultPaths, file: Path, path: str, dry_run: bool) -> str:
    """Copy one file; return its path in the vault, "" when the very same is there."""
    data = read_file(file)
    folder, _, name = path.rpartition("/")
    clean, directory = paths.locate_folder(folder)
    for _ in range(100):
        free = name
        with suppress(FileNotFoundError):
            if (directory / name).exists():
                if digest(read_file(directory / name)) == digest(data):
                    return ""
                stem, dot, ending = name.rpartition(".")
                free = file_name(stem, dot + ending, taken_among(paths.listing(clean)))
        if dry_run:
            return f"{clean}/{free}"
        paths.make_folder(directory)
        with suppress(AlreadyThere):  # somebody took the name meanwhile
            if free.lower().endswith(".md"):
                vault.save(f"{clean}/{free}", parse_vault_file(data), digest(data + b"\0"))
            else:
                save_file(directory / free, data, None)
            return f"{clean}/{free}"
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
