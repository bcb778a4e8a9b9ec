"""What Windows does otherwise with files, in one place: long paths, files that are online only, files held by others.

Everything here can be asked on any system, so that it can be tested on any; elsewhere the answers are those of a system
without such trouble. Written after Microsoft's documentation (Naming Files, Paths, and Namespaces; File Attribute
Constants; System Error Codes; ReplaceFileW).
"""

from __future__ import annotations

import ctypes
import errno
import os
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol, TypeVar

from pkm_app.base.errors import StorageProblem

T = TypeVar("T")

_LONGEST_PATH = 240  # MAX_PATH is 260 with its end; a folder keeps 12 for a name in it
_OFFLINE = 0x1000  # FILE_ATTRIBUTE_OFFLINE
_RECALL_ON_OPEN = 0x40000
_RECALL_ON_DATA_ACCESS = 0x400000  # what OneDrive's "online-only" is
_DATALESS = 0x40000000  # SF_DATALESS of macOS: the same in iCloud Drive

_ACCESS_DENIED, _SHARING_VIOLATION, _LOCK_VIOLATION, _USER_MAPPED = 5, 32, 33, 1224
_HELD = frozenset({_SHARING_VIOLATION, _LOCK_VIOLATION, _USER_MAPPED})
_PAUSES = (0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 0.5, 0.8)  # seconds, two in all: a scanner for viruses is done by then

_NOT_SUPPORTED = frozenset({1, 50, 87})  # INVALID_FUNCTION, NOT_SUPPORTED, INVALID_PARAMETER: another file system
_PLAIN = {2: errno.ENOENT, 3: errno.ENOENT, 5: errno.EACCES, 32: errno.EACCES, 33: errno.EACCES}
_HALF_DONE = 1177  # UNABLE_TO_MOVE_REPLACEMENT_2: the old file has gone to its second name, the new one has not come


class InUse(StorageProblem):
    """Another program holds a file, also after some waiting."""


def reach(path: str | os.PathLike[str]) -> str:
    """Return a path as the system must be given it. Only Windows wants long ones in another form."""
    text = os.fspath(path)
    return extended(text) if sys.platform == "win32" else text


def extended(path: str) -> str:
    r"""Return a long absolute path in the form without a limit (``\\?\C:\...``, ``\\?\UNC\server\share\...``).

    Short ones come back as they are; such a form knows no ``/`` and no ``..``, so both are taken away.
    """
    import ntpath

    if len(path) < _LONGEST_PATH or path.startswith(("\\\\?\\", "\\\\.\\")) or not ntpath.isabs(path):
        return path
    plain = ntpath.normpath(path)
    return f"\\\\?\\UNC\\{plain[2:]}" if plain.startswith("\\\\") else f"\\\\?\\{plain}"


def online_only(info: os.stat_result) -> bool:
    """Say whether a file's bytes are not on this machine, so that reading it would fetch it over the network."""
    marks: int = getattr(info, "st_file_attributes", 0)
    flags: int = getattr(info, "st_flags", 0) if sys.platform == "darwin" else 0
    return bool(marks & (_OFFLINE | _RECALL_ON_OPEN | _RECALL_ON_DATA_ACCESS) or flags & _DATALESS)


def held_by_another(error: OSError) -> bool:
    """Say whether an error means that another program has the file open just now."""
    return getattr(error, "winerror", None) in _HELD


def patiently(act: Callable[[], T], pauses: tuple[float, ...] = _PAUSES) -> T:
    """Do something with a file, and again where another program holds it, for some two seconds.

    Synchronisers, search and scanners for viruses open a file when it has just been written, for a moment. Access that
    is denied is tried again for a fifth of a second only: mostly it is meant.
    """
    clock = threading.Event()
    for number, pause in enumerate(pauses):
        try:
            return act()
        except OSError as error:
            denied = getattr(error, "winerror", None) == _ACCESS_DENIED and number < len(pauses) // 2
            if not denied and not held_by_another(error):
                raise
        clock.wait(pause)
    return act()


def in_use(path: Path) -> InUse:
    """Return the sentence for a file that stayed held."""
    return InUse("{path} is held by another program, so nothing was changed. Close it there, or wait until it has been "
                 "synchronised, and try again.", path=path)


class Kernel(Protocol):
    """The calls of Windows that Python has no function for."""

    def replace_file(self, target: str, finished: str, aside: str) -> int:
        """ReplaceFileW with a backup; 0 when it went well, else the error's number."""
        ...


class RealKernel:
    """The real ones; on Windows only."""

    def replace_file(self, target: str, finished: str, aside: str) -> int:
        """Call ReplaceFileW."""
        library: Any = ctypes.WinDLL("kernel32", use_last_error=True)  # type: ignore[attr-defined,unused-ignore]
        call = library.ReplaceFileW
        call.argtypes = [ctypes.c_wchar_p] * 3 + [ctypes.c_uint32, ctypes.c_void_p, ctypes.c_void_p]
        call.restype = ctypes.c_int
        if call(target, finished, aside, 0, None, None):
            return 0
        return int(ctypes.get_last_error())  # type: ignore[attr-defined,unused-ignore]


def replace_with_backup(target: str, finished: str, aside: str, kernel: Kernel) -> bool:
    """Put ``finished`` in the place of ``target``, which goes to ``aside``, keeping its access rights and streams.

    False: this file system cannot. Raises OSError (FileNotFoundError where nothing is to be replaced), and then
    ``target`` is as it was.
    """
    number = kernel.replace_file(target, finished, aside)
    if not number:
        return True
    if number in _NOT_SUPPORTED:
        return False
    if number == _HALF_DONE:
        os.rename(aside, target)
    raise _error(number, target)


def _error(number: int, path: str) -> OSError:
    if sys.platform == "win32":
        return OSError(None, ctypes.FormatError(number).strip(), path, number)
    code = _PLAIN.get(number, errno.EIO)
    error = OSError(code, os.strerror(code), path)
    error.winerror = number  # type: ignore[attr-defined,unused-ignore]
    return error
