"""Putting a finished file in another one's place, so that what stood there is never lost.

Three ways, the first that the file system allows is taken: the two names are exchanged in one step; the old
file gets a second name before it is replaced; the old file is copied before it is replaced. The branches of
Windows and macOS follow their documentation; what Windows does otherwise stands in :mod:`pkm_app.library.windows`.
"""

from __future__ import annotations

import ctypes
import errno
import os
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import TypeAlias

from pkm_app.library.windows import Kernel, RealKernel, patiently, reach, replace_with_backup

if sys.platform != "win32":
    import fcntl

Way: TypeAlias = Callable[[Path, Path, Path], Path]
"""``way(finished, target, aside)``: ``finished`` comes to stand at ``target``; where the displaced file is now.

Raises FileNotFoundError, with nothing changed, when ``target`` is not there.
"""

_CANNOT = frozenset({errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EPERM, errno.EMLINK, errno.EXDEV})
_AT_FDCWD = -100
_LOCK_SECONDS = 10.0


class ClosedWayError(OSError):
    """This way is not open on this system or in this folder; another one may be."""


def by_exchange(finished: Path, target: Path, aside: Path) -> Path:
    """Exchange the two names in one step (renameat2(2) of Linux, renamex_np(2) of macOS)."""
    _rename(finished, target, swap=True)
    return finished


def by_link(finished: Path, target: Path, aside: Path) -> Path:
    """Give the old file a second name, then replace it. Another program may come between the two steps."""
    try:
        os.link(target, aside)
    except OSError as error:
        raise _cannot(error) from error
    _replace_or_take_back(finished, target, aside)
    return aside


def by_copy(finished: Path, target: Path, aside: Path) -> Path:
    """Copy the old file, then replace it: where a file system knows neither of the better ways."""
    unfinished = aside.with_name(aside.name + "~")
    try:
        with open(reach(target), "rb") as old, open(reach(unfinished), "xb") as copy:
            while block := old.read(1 << 20):
                copy.write(block)
            sync_file(copy.fileno())
        os.replace(reach(unfinished), reach(aside))
    except BaseException:
        unfinished.unlink(missing_ok=True)
        raise
    _replace_or_take_back(finished, target, aside)
    return aside


def _replace_or_take_back(finished: Path, target: Path, aside: Path) -> None:
    try:
        os.replace(reach(finished), reach(target))
    except BaseException:
        aside.unlink(missing_ok=True)
        raise


def by_replace_file(finished: Path, target: Path, aside: Path, kernel: Kernel | None = None) -> Path:
    """ReplaceFileW with a backup: the way of Windows; keeps the file's access rights and streams."""
    if kernel is None and sys.platform != "win32":
        raise ClosedWayError(errno.ENOSYS, "only on Windows")
    if not replace_with_backup(reach(target), reach(finished), reach(aside), kernel or RealKernel()):
        raise ClosedWayError(errno.ENOTSUP, "not on this file system")
    return aside


WAYS: tuple[Way, ...] = (by_replace_file, by_copy) if sys.platform == "win32" else (by_exchange, by_link, by_copy)


def displace(finished: Path, target: Path, aside: Path, ways: Sequence[Way] = WAYS) -> Path:
    """Put ``finished`` in the place of ``target`` by the first way that is open; return where the old one is.

    Raises FileNotFoundError when there is nothing to displace, OSError when no way is open.
    """
    for way in ways:
        with suppress(ClosedWayError):
            return patiently(partial(way, finished, target, aside))
    raise OSError(errno.ENOTSUP, os.strerror(errno.ENOTSUP), str(target))


def move_new(source: Path, target: Path) -> None:
    """Rename, but never over anything: raises FileExistsError when ``target`` is there."""
    if sys.platform == "win32":
        patiently(lambda: os.rename(reach(source), reach(target)))  # refuses by itself to go over another
        return
    with suppress(ClosedWayError):
        _rename(source, target, swap=False)
        return
    try:
        os.link(source, target, follow_symlinks=False)
    except OSError as error:
        if error.errno not in _CANNOT:
            raise
        if os.path.lexists(target):
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(target)) from None
        os.rename(source, target)
    else:
        os.unlink(source)


def _rename(source: Path, target: Path, swap: bool) -> None:
    """Rename with one of the flags that Python's own functions do not have."""
    library = ctypes.CDLL(None, use_errno=True)
    first, second = os.fsencode(source), os.fsencode(target)
    if sys.platform == "darwin" and hasattr(library, "renamex_np"):
        failed = library.renamex_np(first, second, ctypes.c_uint(2 if swap else 4))
    elif sys.platform.startswith("linux") and hasattr(library, "renameat2"):
        failed = library.renameat2(_AT_FDCWD, first, _AT_FDCWD, second, ctypes.c_uint(2 if swap else 1))
    else:
        raise ClosedWayError(errno.ENOSYS, os.strerror(errno.ENOSYS))
    if failed:
        code = ctypes.get_errno()
        raise _cannot(OSError(code, os.strerror(code), str(source), None, str(target)))


def _cannot(error: OSError) -> OSError:
    if error.errno in _CANNOT:
        return ClosedWayError(error.errno, error.strerror)
    return error


def sync_file(handle: int) -> None:
    """Wait until what was written is on the disk itself (macOS has a call of its own for that)."""
    if sys.platform == "darwin":
        with suppress(OSError):
            fcntl.fcntl(handle, fcntl.F_FULLFSYNC)
            return
    os.fsync(handle)


def sync_folder(folder: Path) -> None:
    """Wait until a folder's names are on the disk. Windows has no such call and needs none (NTFS logs names)."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in (errno.EINVAL, errno.ENOTSUP, errno.EBADF):  # some network folders cannot
            raise
    finally:
        os.close(handle)


@contextmanager
def folder_lock(folder: Path) -> Iterator[bool]:
    """Keep this program's other processes from saving and sweeping in a folder meanwhile; say whether it is held.

    Only a courtesy between our own processes: no saved word depends on it, and after ten seconds of waiting, or
    where folders cannot be locked, one goes on without. The system lets go of it when its holder dies.
    """
    if sys.platform == "win32":
        yield False
        return
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        yield _try_for(handle, _LOCK_SECONDS)
    finally:
        os.close(handle)


def _try_for(handle: int, seconds: float) -> bool:
    until = time.monotonic() + seconds
    pause = threading.Event()
    while True:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return True
        except BlockingIOError:
            if time.monotonic() >= until:
                return False
            pause.wait(0.002)
        except OSError:
            return False
