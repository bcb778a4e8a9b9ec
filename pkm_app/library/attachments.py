"""Pictures of notes and drafts: taken into ``attachments/`` of the vault, cleaned, under a name of their own."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from pkm_app.base.errors import NotFound, Refused, StorageProblem
from pkm_app.content.filenames import file_name
from pkm_app.library.files import AlreadyThere, read_file, save_file
from pkm_app.library.paths import VaultPaths

FOLDER = "attachments"
_SHOWN = 1600  # pixels of the longest side of a picture that is shown in a preview
_LARGEST = 64 << 20

Clean = Callable[[bytes, int], tuple[bytes, str]]  # work.pictures.without_traces, in a process of its own


class Attachments:
    """Implements what the window asks for pictures. Safe for any thread."""

    def __init__(self, vault: Path, clean: Clean, now: Callable[[], datetime]) -> None:
        self._paths = VaultPaths(vault)
        self._clean = clean
        self._now = now

    def put(self, data: bytes, name: str = "") -> str:
        """Take a picture in; return its path in the vault. Raises Refused for what is no picture, StorageProblem."""
        clean, ending = self._clean(data, 0)
        title = name.rpartition(".")[0] or name or f"{self._now().astimezone():%Y-%m-%d %H%M%S}"
        _, folder = self._paths.locate_folder(FOLDER)
        self._paths.make_folder(folder)
        for _ in range(100):
            free = file_name(title, ending, self._paths.names_in(folder))
            with suppress(AlreadyThere):  # somebody took the name meanwhile
                save_file(folder / free, clean, None)
                return f"{FOLDER}/{free}"
        raise StorageProblem("No free name was found for “{title}” in {folder}.", title=title, folder=folder)

    def put_file(self, path: str) -> str:
        """The same for a file of this machine, under its own name. Raises NotFound, too."""
        file = Path(path)
        if file.is_file() and file.stat().st_size > _LARGEST:
            raise Refused("{path} is too large for a picture of a note. Make it smaller first.", path=file.name)
        return self.put(read_file(file), file.name)

    def shown(self, path: str) -> bytes:
        """Return a picture of the vault, cleaned and no larger than a screen. Raises NotFound, Refused."""
        clean, file = self._paths.locate(path)
        if file.is_file() and file.stat().st_size > _LARGEST:
            raise NotFound("There is no picture {path} that could be shown.", path=clean)
        return self._clean(read_file(file), _SHOWN)[0]
