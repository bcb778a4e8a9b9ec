"""The pictures of the vault, found as Obsidian finds them. Nothing outside the vault is ever read."""

from __future__ import annotations

import os
from pathlib import Path

from pkm_app.base.errors import Problem
from pkm_app.library.paths import VaultPaths
from pkm_app.library.windows import patiently, reach

ATTACHMENTS = "attachments"
_MOST = 40 * 1024 * 1024


class VaultPictures:
    """Implements share.ports.Pictures."""

    def __init__(self, root: Path) -> None:
        self._paths = VaultPaths(root)
        self._by_name: dict[str, str] | None = None

    def read(self, target: str, from_path: str) -> bytes | None:
        """Return the bytes of a picture: named from the file's folder, from the vault's, or lying in attachments.

        None for what is not there, leads out of the vault, is hidden, or has more than 40 MB.
        """
        target = target.strip().replace("\\", "/")
        folder = from_path.rpartition("/")[0]
        tries = [target.lstrip("/")] if target.startswith("/") else [
            os.path.normpath(f"{folder}/{target}") if folder else target, target, f"{ATTACHMENTS}/{target}"]
        for path in tries:
            data = self._file(path)
            if data is not None:
                return data
        named = self._names().get(target.rpartition("/")[2].casefold())
        return self._file(named) if named and "/" not in target else None

    def _file(self, path: str) -> bytes | None:
        if any(part.startswith(".") for part in path.split("/")):
            return None
        try:
            _, file = self._paths.locate(path)
            if not os.path.isfile(reach(file)) or os.stat(reach(file)).st_size > _MOST:
                return None
            return patiently(lambda: Path(reach(file)).read_bytes())
        except (OSError, ValueError, Problem):  # gone meanwhile, no file, or out of the vault: no picture
            return None

    def _names(self) -> dict[str, str]:
        """The files in attachments by their names, folders in it included."""
        if self._by_name is None:
            root = self._paths.real_root
            self._by_name = {}
            for folder, _, files in os.walk(root / ATTACHMENTS):
                for name in files:
                    path = Path(folder, name).relative_to(root).as_posix()
                    self._by_name.setdefault(name.casefold(), path)
        return self._by_name
