"""Save a file: the contract through which everything goes that a person wrote.

A save is atomic: whoever looks, and whatever is killed or full or unplugged meanwhile, finds the old bytes or
the new ones, whole. It is never blind: what it displaced is compared with what the saver had loaded, and if
somebody else had written there, their bytes are put beside it under a name of their own, never over anything.
"""

from __future__ import annotations

import errno
import hashlib
import os
import platform
import re
import secrets
import stat
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from pkm_app.base.errors import NotFound, StorageProblem
from pkm_app.library.exchange import WAYS, Way, displace, folder_lock, move_new, sync_file, sync_folder
from pkm_app.library.windows import held_by_another, in_use, patiently, reach

MAX_BYTES = 64 * 1024 * 1024
_LONGEST_NAME = 255
_PART = re.compile(
    r"\.(?P<name>.+)\.(?P<host>[A-Za-z0-9-]+)\.(?P<token>[0-9a-f]{8})\."
    r"(?:new|x(?P<loaded>[0-9a-f]{16})-(?P<fresh>[0-9a-f]{16}))\.pkm-part(?P<copying>~?)", re.DOTALL)
_TRIES = 20
_HOUR = 3600.0


@dataclass(frozen=True, slots=True)
class SaveOutcome:
    """``digest`` is of the bytes to give as loaded at the next save; ``conflict`` is the file that now holds what
    somebody else had written there meanwhile; ``written`` is False when there was nothing to write."""

    digest: str
    conflict: Path | None = None
    written: bool = True


class AlreadyThere(StorageProblem):
    """A file that was to be new is there."""


def digest(data: bytes) -> str:
    """Return the SHA-256 of the bytes in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def read_file(path: Path) -> bytes:
    """Read a regular file of at most 64 MiB. Raises NotFound, StorageProblem."""
    try:
        # Not to block on a pipe that somebody laid there.
        flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
        handle = patiently(lambda: os.open(reach(path), flags))
        try:
            if not stat.S_ISREG(os.fstat(handle).st_mode):
                raise StorageProblem("{path} is not an ordinary file.", path=path)
            with open(handle, "rb", closefd=False) as file:
                data = file.read(MAX_BYTES + 1)
        finally:
            os.close(handle)
    except FileNotFoundError:
        raise NotFound("There is no file {path}.", path=path) from None
    except OSError as error:
        raise _problem("{path} cannot be read: {reason}.", path, error) from error
    if len(data) > MAX_BYTES:
        raise StorageProblem("{path} is larger than 64 MB, too large for a text.", path=path)
    return data


def save_file(
    path: Path, data: bytes, loaded_digest: str | None, *, at: datetime | None = None, ways: Sequence[Way] = WAYS,
) -> SaveOutcome:
    """Make ``path`` hold ``data``, atomically and durably; when this returns it is on the disk.

    ``loaded_digest`` is of the bytes the saver started from; None means that the file must be new, and
    AlreadyThere is raised when it is not. A save that changes nothing writes nothing. A file that vanished
    meanwhile is written again. A link is followed, never replaced. ``at`` is the (local) time in the name of a
    conflict copy. Raises StorageProblem, and then every file is as it was.
    """
    path = Path(os.path.realpath(path))
    fresh = digest(data)
    try:
        with folder_lock(path.parent):
            for _ in range(_TRIES):
                current = None if loaded_digest is None else _current(path)
                if current is not None and (current == fresh or loaded_digest == fresh):
                    return SaveOutcome(fresh, written=False)
                _refuse_read_only(path)
                with suppress(FileNotFoundError if current is not None else _MeanwhileError):
                    return _write(path, data, loaded_digest, fresh, current is not None, at, ways)
    except OSError as error:
        raise _cannot_save(path, error) from error
    raise StorageProblem("{path} could not be saved: another program keeps changing it. Try again.", path=path)


def sweep(folder: Path) -> int:
    """Remove what killed saves of this machine left in one folder; return how many files that were.

    Only files that carry this host's name, and never one with words in it that nobody else has: such a file
    (another program's text, displaced at the very moment of the kill) becomes a conflict copy.
    Raises StorageProblem when the folder cannot be read or changed.
    """
    try:
        with os.scandir(reach(folder)) as entries:
            found = [(Path(entry.path), match) for entry in entries if (match := is_part(entry.name))]
        found = [(path, match) for path, match in found if match["host"] == _host()]
        if not found:
            return 0
        with folder_lock(folder) as alone:
            return sum(_sweep_one(path, match) for path, match in found if alone or _older_than_an_hour(path))
    except OSError as error:
        raise _problem("{path} cannot be tidied: {reason}.", folder, error) from error


def is_part(name: str) -> re.Match[str] | None:
    """Recognise the name of a temporary file of this program, of whatever host."""
    return _PART.fullmatch(name) if ".pkm-part" in name else None


def put_beside(source: Path, path: Path, at: datetime | None = None) -> Path:
    """Move ``source`` to ``NAME (conflict DATE TIME).EXT`` beside ``path``, with a counter where that is taken."""
    stamp = f"{at or datetime.now():%Y-%m-%d %H%M%S}"
    for number in range(1, 10_000):
        words = f" (conflict {stamp})" if number == 1 else f" (conflict {stamp}) {number}"
        target = path.with_name(_fitted(path.name, words))
        with suppress(FileExistsError):
            move_new(source, target)
            return target
    raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path))


def move_file(source: Path, target: Path, name: str) -> None:
    """Move a file durably, never over another; ``name`` is what a person calls the target. Raises AlreadyThere."""
    try:
        if os.path.lexists(target) and os.path.samefile(source, target):  # other capitals, on a disk that has none
            os.rename(source, target)
        else:
            move_new(source, target)
        sync_folder(target.parent)
        sync_folder(source.parent)
    except FileExistsError:
        raise AlreadyThere("{path} is there already.", path=name) from None
    except OSError as error:
        raise _problem("{path} cannot be moved: {reason}. It is where it was.", source, error) from error


class _MeanwhileError(FileExistsError):
    """A file that had vanished is there again."""


def _current(path: Path) -> str | None:
    try:
        return digest(read_file(path))
    except NotFound:
        return None


def _refuse_read_only(path: Path) -> None:
    # Exchanging names would get past the mark, and so does the superuser; the mark is meant.
    with suppress(FileNotFoundError):
        if not os.stat(reach(path)).st_mode & 0o222 or not os.access(reach(path), os.W_OK):
            raise StorageProblem("{path} is read-only, or the disk it is on, so it was not changed.", path=path)


def _write(path: Path, data: bytes, loaded: str | None, fresh: str, there: bool, at: datetime | None,
           ways: Sequence[Way]) -> SaveOutcome:
    """Write beside, then exchange. Once everything is written the name says which bytes are known, so that a
    sweep can tell a former version from somebody's words."""
    token = secrets.token_hex(4)
    unfinished = _part(path, token, "new")
    finished = _part(path, token, f"x{(loaded or fresh)[:16]}-{fresh[:16]}")
    try:
        _write_part(unfinished, data, path if there else None)
        patiently(lambda: os.rename(reach(unfinished), reach(finished)))
        if there:
            aside = _part(path, secrets.token_hex(4), f"x{(loaded or fresh)[:16]}-{fresh[:16]}")
            displaced = displace(finished, path, aside, ways)
            conflict = _compare(displaced, path, str(loaded), at)
        else:
            conflict = None
            _place_new(finished, path, loaded)
    except BaseException:
        for stray in (unfinished, finished):
            with suppress(OSError):
                stray.unlink(missing_ok=True)
        raise
    return SaveOutcome(fresh, conflict)


def _compare(displaced: Path, path: Path, loaded: str, at: datetime | None) -> Path | None:
    conflict = None
    try:
        if not _known(displaced, loaded):
            conflict = put_beside(displaced, path, at)
        sync_folder(path.parent)
    except OSError:
        os.replace(reach(conflict or displaced), reach(path))  # as it was: what was displaced is somebody's
        raise
    if conflict is None:
        displaced.unlink(missing_ok=True)
    return conflict


def _known(displaced: Path, loaded: str) -> bool:
    try:
        return _current(displaced) in (loaded, None)  # None: a sweep took it, so it was known
    except StorageProblem:
        return False  # nobody can tell, so it is kept


def _place_new(finished: Path, path: Path, loaded: str | None) -> None:
    try:
        move_new(finished, path)
    except FileExistsError:
        if loaded is None:
            raise AlreadyThere("{path} is there already.", path=path) from None
        raise _MeanwhileError from None
    sync_folder(path.parent)


def _write_part(part: Path, data: bytes, like: Path | None) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
    with open(os.open(reach(part), flags, 0o666), "wb") as file:
        file.write(data)
        file.flush()
        if like is not None and hasattr(os, "fchmod"):
            with suppress(PermissionError):
                os.fchmod(file.fileno(), stat.S_IMODE(os.stat(like).st_mode))
        sync_file(file.fileno())


def _sweep_one(part: Path, match: re.Match[str]) -> bool:
    with suppress(FileNotFoundError, NotFound):  # the save that it was of ended before the folder was ours
        if match["loaded"] and not match["copying"]:
            content = digest(read_file(part))
            path = part.with_name(match["name"])
            if content[:16] not in (match["loaded"], match["fresh"]) and content != _current(path):
                put_beside(part, path)
                sync_folder(part.parent)
                return True
        part.unlink()
        return True
    return False


def _older_than_an_hour(path: Path) -> bool:
    with suppress(FileNotFoundError):
        return time.time() - os.stat(path).st_ctime > _HOUR
    return False


def _part(path: Path, token: str, phase: str) -> Path:
    return path.with_name("." + _fitted(path.name, "", 150) + f".{_host()}.{token}.{phase}.pkm-part")


def _fitted(name: str, words: str, longest: int = _LONGEST_NAME) -> str:
    """Put ``words`` between stem and extension; the stem is cut, at a character, where a name gets too long."""
    stem, dot, extension = name.rpartition(".")
    if not stem or len(extension) > 16:
        stem, dot, extension = name, "", ""
    room = longest - len(os.fsencode(words + dot + extension))
    while len(os.fsencode(stem)) > room:
        stem = stem[:-1]
    return stem + words + dot + extension


def _host() -> str:
    return re.sub(r"[^A-Za-z0-9-]+", "-", platform.node())[:32] or "host"


def _cannot_save(path: Path, error: OSError) -> StorageProblem:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return StorageProblem("The disk is full, so {path} was not saved. Make room and save again; "
                              "the file is as it was.", path=path)
    if error.errno == errno.ENOENT:
        return StorageProblem("{path} was not saved: its folder is not there.", path=path)
    return _problem("{path} was not saved: {reason}. The file is as it was.", path, error)


def _problem(template: str, path: Path, error: OSError) -> StorageProblem:
    if held_by_another(error):
        return in_use(path)
    return StorageProblem(template, path=path, reason=error.strerror or str(error))
