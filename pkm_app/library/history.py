"""Former versions of the vault's files, kept outside it on this machine for 90 days."""

from __future__ import annotations

import hashlib
import os
import re
import threading
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

from pkm_app.base.errors import NotFound, StorageProblem
from pkm_app.library.files import AlreadyThere, digest, read_file, save_file, sweep
from pkm_app.sense.model import Version

APART = timedelta(minutes=5)
KEPT = timedelta(days=90)
_NAME = re.compile(r"(\d{8}T\d{6})\.(\d{6})Z-([0-9a-f]{16})\.version")


class History:
    """Versions by path, at most one in five minutes, except that the version before the first edit since the
    program started is always kept. Thread-safe."""

    def __init__(self, folder: Path, now: Callable[[], datetime]) -> None:
        self._folder = folder
        self._now = now
        self._touched: set[str] = set()
        self._lock = threading.Lock()

    def keep(self, path: str, data: bytes, always: bool = False) -> bool:
        """Keep a version that is about to be replaced; say whether it was.

        ``always``: whenever the last one was kept. Raises StorageProblem when it cannot be kept.
        """
        with self._lock:
            try:
                kept = self._keep(path, data, always or path not in self._touched)
            except (OSError, StorageProblem) as error:
                reason = error.strerror if isinstance(error, OSError) else str(error)
                raise StorageProblem(
                    "The former version of {path} cannot be kept in the history, so the file was not changed. {reason}",
                    path=path, reason=reason) from error
            self._touched.add(path)
            return kept

    def versions(self, path: str) -> list[Version]:
        """Return what is kept of a file, oldest first and numbered from 1."""
        return [Version(number, _time(file), file.stat().st_size)
                for number, file in enumerate(self._files(path), 1)]

    def read(self, path: str, number: int) -> bytes:
        """Return the bytes of a version. Raises NotFound."""
        files = self._files(path)
        if not 1 <= number <= len(files):
            raise NotFound("There is no version {number} of {path}: it has {count}.", number=number, path=path,
                           count=len(files))
        return read_file(files[number - 1])

    def follow(self, old: str, new: str) -> None:
        """A file has another path now: what was kept of it is found under that one. Raises StorageProblem."""
        with self._lock:
            source, target = self._of(old), self._of(new)
            try:
                files = self._files(old)
                if files:
                    target.mkdir(parents=True, exist_ok=True, mode=0o700)
                    for file in files:
                        os.replace(file, target / file.name)
                    (source / "path").unlink(missing_ok=True)
                    with suppress(AlreadyThere):
                        save_file(target / "path", new.encode("utf-8", "surrogateescape"), None)
            except OSError as error:
                raise StorageProblem("The history of {path} cannot be moved: {reason}.", path=old,
                                     reason=error.strerror or str(error)) from error

    def paths(self) -> list[str]:
        """Return the paths of which something is kept, those of files that are gone included."""
        found = []
        with suppress(FileNotFoundError):
            for folder in sorted(self._folder.iterdir()):
                if folder.is_dir():
                    with suppress(NotFound):
                        found.append(read_file(folder / "path").decode("utf-8", "surrogateescape"))
        return sorted(found)

    def prune(self) -> int:
        """Remove versions older than 90 days and what killed saves left; return how many versions."""
        removed = 0
        before = self._now().astimezone(UTC) - KEPT
        with self._lock:
            for path in self.paths():
                sweep(self._of(path))
                old = [file for file in self._files(path) if _time(file) < before]
                for file in old:
                    file.unlink(missing_ok=True)
                removed += len(old)
        return removed

    def prune_daily(self) -> int:
        """The same, when that was not done for a day. Raises StorageProblem."""
        mark = self._folder / "pruned"
        now = self._now().timestamp()
        try:
            if not self._folder.exists() or (mark.exists() and 0 <= now - mark.stat().st_mtime < 86400):
                return 0
            removed = self.prune()
            mark.touch()
            os.utime(mark, (now, now))
        except OSError as error:
            raise StorageProblem("The history {path} cannot be tidied: {reason}.", path=self._folder,
                                 reason=error.strerror or str(error)) from error
        return removed

    def _keep(self, path: str, data: bytes, always: bool) -> bool:
        now = self._now().astimezone(UTC)
        for last in self._files(path)[-1:]:
            soon = timedelta(0) <= now - _time(last) < APART
            if last.name[24:40] == digest(data)[:16] or (soon and not always):
                return False
        folder = self._of(path)
        for made in (self._folder.parent, self._folder, folder):
            made.mkdir(parents=True, exist_ok=True, mode=0o700)
        name = f"{now:%Y%m%dT%H%M%S.%f}Z-{digest(data)[:16]}.version"
        for file, content in (("path", path.encode("utf-8", "surrogateescape")), (name, data)):
            if not (folder / file).exists():
                with suppress(AlreadyThere):
                    save_file(folder / file, content, None)
        return True

    def _files(self, path: str) -> list[Path]:
        folder = self._of(path)
        try:
            return [folder / name for name in sorted(os.listdir(folder)) if _NAME.fullmatch(name)]
        except FileNotFoundError:
            return []
        except OSError as error:
            raise StorageProblem("The history of {path} cannot be read: {reason}.", path=path,
                                 reason=error.strerror) from error

    def _of(self, path: str) -> Path:
        name = hashlib.sha256(path.encode("utf-8", "surrogateescape")).hexdigest()[:32]
        return self._folder / name


def _time(file: Path) -> datetime:
    return datetime.strptime(file.name[:22], "%Y%m%dT%H%M%S.%f").replace(tzinfo=UTC)
