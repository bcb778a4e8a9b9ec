"""Pictures in the cache folder, within a bound: those not seen for longest go first."""

from __future__ import annotations

import hashlib
import os
import secrets
import threading
from contextlib import suppress
from pathlib import Path

from pkm_app.base.errors import StorageProblem
from pkm_app.content.pictures import Picture

MOST_BYTES = 200 * 1024 * 1024
_KINDS = {"png": "image/png", "jpg": "image/jpeg"}


class PictureCache:
    """Implements seek.pictures.PictureCache. Thread-safe; several processes may use one folder."""

    def __init__(self, folder: Path, most_bytes: int = MOST_BYTES) -> None:
        self._folder = folder
        self._most = most_bytes
        self._lock = threading.Lock()
        self._held: int | None = None

    def get(self, address: str) -> Picture | None:
        """The picture of an address, None when it is not (or no longer) kept."""
        for ending, kind in _KINDS.items():
            path = self._path(address, ending)
            with suppress(OSError):  # not there, or another process has just let it go
                data = path.read_bytes()
                os.utime(path)
                return Picture(data, kind)
        return None

    def put(self, address: str, picture: Picture) -> None:
        """Keep a picture. Raises StorageProblem when the folder cannot be written."""
        path = self._path(address, picture.ending)
        part = path.with_name(f"{path.name}.{secrets.token_hex(4)}.part")
        try:
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            part.write_bytes(picture.data)
            os.replace(part, path)
        except OSError as error:
            with suppress(OSError):
                part.unlink()
            raise StorageProblem("The picture could not be kept in {path}: {reason}.", path=self._folder,
                                 reason=error.strerror or error) from error
        with self._lock:
            self._held = (self._count() if self._held is None else self._held + len(picture.data))
            if self._held > self._most:
                self._held = self._let_go()

    def _count(self) -> int:
        return sum(size for _, size, _ in self._files())

    def _let_go(self) -> int:
        files = sorted(self._files())
        held = sum(size for _, size, _ in files)
        for _, size, path in files:
            if held <= self._most * 9 // 10:
                break
            with suppress(OSError):  # gone already, or in use elsewhere: the next time
                os.unlink(path)
                held -= size
        return held

    def _files(self) -> list[tuple[float, int, str]]:
        found = []
        for entry in os.scandir(self._folder):
            with suppress(OSError):
                stat = entry.stat(follow_symlinks=False)
                found.append((stat.st_mtime, stat.st_size, entry.path))
        return found

    def _path(self, address: str, ending: str) -> Path:
        return self._folder / f"{hashlib.sha256(address.encode('utf-8', 'replace')).hexdigest()}.{ending}"
