"""The very files that were taken in, kept in the vault's attachments beside what was read out of them."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from pkm_app.base.errors import StorageProblem
from pkm_app.content.filenames import file_name
from pkm_app.library.files import AlreadyThere, save_file
from pkm_app.library.paths import VaultPaths

FOLDER = "attachments"


class OriginalFiles:
    """Implements flow.capturing.Originals in one vault."""

    def __init__(self, root: Path) -> None:
        self._paths = VaultPaths(root)

    def keep(self, data: bytes, name: str) -> str:
        """Write a file to the attachments under a free name; return its path. Raises StorageProblem."""
        where, folder = self._paths.locate_folder(FOLDER)
        self._paths.make_folder(folder)
        last = name.replace("\\", "/").rpartition("/")[2]
        stem, dot, ending = last.rpartition(".")
        for _ in range(100):
            free = file_name(stem or last, f".{ending.lower()}" if dot else "", self._paths.names_in(folder))
            with suppress(AlreadyThere):  # somebody took the name meanwhile
                save_file(folder / free, data, None)
                return f"{where}/{free}"
        raise StorageProblem("No free name was found for “{title}” in {folder}.", title=name, folder=folder)
