"""Paths of the vault: relative, with ``/``, and never leading outside it."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path, PureWindowsPath

from pkm_app.base.errors import NotFound, Refused, StorageProblem
from pkm_app.content.filenames import taken_among


class VaultPaths:
    """Where the files of one vault are. Links are followed as long as they stay inside."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.real_root = Path(os.path.realpath(root))

    def locate(self, path: str) -> tuple[str, Path]:
        """Return a path in its plain form and the file it means. Raises Refused when it leads out of the vault."""
        clean, file = self.locate_folder(path)
        if not clean:
            raise NotFound("There is no file {path}.", path=path or "without a name")
        return clean, file

    def locate_folder(self, path: str) -> tuple[str, Path]:
        """The same, where "" is the vault itself."""
        parts = [part for part in path.split("/") if part not in ("", ".")]
        odd = any(part == ".." or "\0" in part for part in parts)
        if os.name == "nt":
            odd = odd or any("\\" in part or ":" in part for part in parts)
        if odd or path.startswith("/") or PureWindowsPath(path).drive:
            raise _leads_out(path)
        clean = "/".join(parts)
        if clean != clean.encode("utf-8", "replace").decode("utf-8"):
            raise NotFound("{path} is no name of a file: it is not text in UTF-8.", path=clean)
        file = self.real_root / clean
        try:
            real = Path(os.path.realpath(file))
        except OSError as error:  # a link that leads to itself
            raise StorageProblem("{path} cannot be read: {reason}.", path=path, reason=error.strerror) from error
        if not real.is_relative_to(self.real_root):
            raise _leads_out(path)
        return clean, file

    def relative(self, file: Path) -> str:
        """Return a file inside the vault as a path."""
        return Path(os.path.realpath(file)).relative_to(self.real_root).as_posix()

    def as_named(self, name: str) -> str:
        """Turn what a person typed for a file into a path, where it is one; anything else comes back as it is."""
        name = name.encode("utf-8", "replace").decode("utf-8").replace("\0", "�")
        given = Path(name)
        if given.is_absolute() and Path(os.path.realpath(given)).is_relative_to(self.real_root):
            return self.relative(given)
        return name.removeprefix("./")

    def names_in(self, folder: Path) -> Callable[[str], bool]:
        """Return a function that says whether a name is taken in a folder, capitals and Unicode form aside."""
        try:
            return taken_among(os.listdir(folder))
        except OSError as error:
            raise StorageProblem("The folder {path} cannot be read: {reason}.", path=folder,
                                 reason=error.strerror) from error

    def listing(self, folder: str) -> list[str]:
        """Return the names in a folder given as a path; none for a folder that is not there."""
        try:
            return sorted(os.listdir(self.locate_folder(folder)[1]))
        except FileNotFoundError:
            return []
        except OSError as error:
            raise StorageProblem("The folder {path} cannot be read: {reason}.", path=folder,
                                 reason=error.strerror) from error

    def make_folder(self, folder: Path) -> None:
        """Make a folder of the vault. Raises StorageProblem."""
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise StorageProblem("The folder {path} cannot be made: {reason}. Nothing was written.", path=folder,
                                 reason=error.strerror or str(error)) from error

    def make_root(self, nothing_known: bool) -> None:
        """Make the vault's folder when it is new. Raises StorageProblem when it is gone, or cannot be made."""
        if self.real_root.exists():
            raise StorageProblem("The PKM folder {path} is no folder. Choose another with --vault.", path=self.root)
        if not nothing_known:
            raise StorageProblem("The PKM folder {path} is not there. Connect its disk or choose another with --vault; "
                                 "nothing was written.", path=self.root)
        self.make_folder(self.real_root)


def _leads_out(path: str) -> Refused:
    return Refused("{path} leads out of your PKM folder.", path=path)
