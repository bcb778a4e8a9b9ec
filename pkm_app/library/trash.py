"""Deleting moves a file to ``.trash/`` in the vault, where it keeps its folder and name, and can be put back."""

from __future__ import annotations

import os
import re
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from pkm_app.base.errors import NotFound, StorageProblem
from pkm_app.library.exchange import move_new, sync_folder

FOLDER = ".trash"
_DELETED = re.compile(r" \(deleted \d{4}-\d\d-\d\d \d{6}(?: \d+)?\)(?=\.[^.]*\Z|\Z)")


class Trash:
    """The trash of one vault. Paths are relative to the vault with ``/``; callers have checked them."""

    def __init__(self, root: Path) -> None:
        self._root = root

    def put(self, path: str, at: datetime) -> str:
        """Move a file to the trash, never over anything; return where it lies now. Raises NotFound, StorageProblem."""
        stem, extension = _split(path)
        stamp = f"{at:%Y-%m-%d %H%M%S}"
        names = [path, f"{stem} (deleted {stamp}){extension}"]
        names += [f"{stem} (deleted {stamp} {number}){extension}" for number in range(2, 1000)]
        return self._move(path, [f"{FOLDER}/{name}" for name in names])

    def put_back(self, trashed: str) -> str:
        """Move a file from the trash to where it was, or beside what stands there now; return its path."""
        path = _DELETED.sub("", trashed.removeprefix(FOLDER + "/"))
        stem, extension = _split(path)
        return self._move(trashed, [path, *(f"{stem} ({number}){extension}" for number in range(2, 1000))])

    def contents(self) -> list[str]:
        """Return the paths of everything in the trash, in order."""
        found = []
        for folder, _, names in os.walk(self._root / FOLDER):
            found += [(Path(folder) / name).relative_to(self._root).as_posix() for name in names]
        return sorted(found)

    def _move(self, path: str, names: list[str]) -> str:
        source = self._root / path
        try:
            for name in names:
                target = self._root / name
                target.parent.mkdir(parents=True, exist_ok=True)
                with suppress(FileExistsError):
                    move_new(source, target)
                    sync_folder(target.parent)
                    sync_folder(source.parent)
                    return name
        except FileNotFoundError:
            raise NotFound("There is no file {path}.", path=path) from None
        except OSError as error:
            raise StorageProblem("{path} cannot be moved: {reason}. It is where it was.", path=path,
                                 reason=error.strerror or str(error)) from error
        raise StorageProblem("{path} cannot be moved: too many files have its name there already.", path=path)


def _split(path: str) -> tuple[str, str]:
    folder, slash, name = path.rpartition("/")
    stem, dot, extension = name.rpartition(".")
    return (folder + slash + stem, dot + extension) if stem else (path, "")
