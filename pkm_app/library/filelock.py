"""A lock between processes: the operating system lets go of it when its holder dies."""

from __future__ import annotations

import os
import sys
import threading
import time
from pathlib import Path
from types import TracebackType
from typing import Protocol

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_LOOK_AGAIN = 0.01


class FileLock:
    """Held by at most one holder anywhere on this machine. The file itself stays; it says nothing.

    Not re-entrant. ``acquire`` raises OSError where the file cannot be made.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._handle: int | None = None

    def acquire(self, seconds: float = 0.0) -> bool:
        """Try for so long; say whether the lock is ours now."""
        handle = os.open(self._path, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o600)
        until = time.monotonic() + seconds
        pause = threading.Event()
        try:
            while not _try_lock(handle):
                if time.monotonic() >= until:
                    os.close(handle)
                    return False
                pause.wait(_LOOK_AGAIN)
        except BaseException:
            os.close(handle)
            raise
        self._handle = handle
        return True

    def release(self) -> None:
        """Let go. Nothing happens when it is not held."""
        handle, self._handle = self._handle, None
        if handle is not None:
            _unlock(handle)
            os.close(handle)

    def __enter__(self) -> FileLock:
        if not self.acquire(60.0):
            raise TimeoutError(f"{self._path} is held by another program")
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None,
                 trace: TracebackType | None) -> None:
        self.release()


class Regions(Protocol):
    """What of the module msvcrt is needed: Windows locks a region of a file, here its first byte."""

    LK_NBLCK: int
    LK_UNLCK: int

    def locking(self, fd: int, mode: int, nbytes: int, /) -> None:
        """Lock or free so many bytes from where the file stands. Raises OSError where another holds them."""
        ...


def lock_region(regions: Regions, handle: int) -> bool:
    """Try for the first byte, which need not be there."""
    os.lseek(handle, 0, os.SEEK_SET)
    try:
        regions.locking(handle, regions.LK_NBLCK, 1)
    except OSError:
        return False
    return True


def free_region(regions: Regions, handle: int) -> None:
    """Let go of the first byte."""
    os.lseek(handle, 0, os.SEEK_SET)
    regions.locking(handle, regions.LK_UNLCK, 1)


if sys.platform == "win32":

    def _try_lock(handle: int) -> bool:
        return lock_region(msvcrt, handle)

    def _unlock(handle: int) -> None:
        free_region(msvcrt, handle)

else:

    def _try_lock(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def _unlock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_UN)
