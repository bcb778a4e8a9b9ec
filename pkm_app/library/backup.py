"""All of it in one file, checked after writing, and its way back into an empty folder.

A backup is a ZIP: ``vault/`` as it stands (hidden folders of ours and the trash included), ``profile/data/`` with a
copy of the database and the history, ``profile/config/`` with the settings, and ``manifest.json`` with the SHA-256 of
each. Never in it: passwords (they are in the keyring), the search index (opening a foreign one could run code), locks.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import stat
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from pkm_app.base.errors import Refused, StorageProblem
from pkm_app.base.events import Operation, Progress
from pkm_app.content.filenames import twin_key
from pkm_app.library.database_copy import copy_database
from pkm_app.library.exchange import move_new, sync_folder
from pkm_app.library.files import is_part
from pkm_app.library.profile import Profile

MANIFEST = "manifest.json"
_CHUNK = 1 << 20
_MOST_FILES = 1_000_000
_MOST_BYTES = 1 << 40
_NOT_OURS = re.compile(r"\.lock\Z|-wal\Z|-shm\Z|\A\.stfolder\Z|\A\.stversions\Z|\A\.syncthing\.|\A~\$")
_DEVICE = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|\Z)", re.IGNORECASE)
_OF_THIS_MACHINE = re.compile(rb"(?m)^(?:\"device\"|device|\"vault\"|vault)\s*=.*\n?")


@dataclass(frozen=True, slots=True)
class BackedUp:
    """Where it lies, how large it is, how many files are in it."""

    path: Path
    bytes: int
    items: int


def back_up(target: Path, vault: Path, profile: Profile, database: str, now: datetime) -> Operation[BackedUp]:
    """Write a backup and read it again to check it. Yields Progress.

    Raises Refused when the file is there already or would lie in the vault or the profile, StorageProblem when
    something cannot be read or written; then there is no file.
    """
    target = Path(os.path.abspath(target.expanduser()))
    for folder in (vault, *profile.folders()):
        if Path(os.path.realpath(target)).is_relative_to(os.path.realpath(folder)):
            raise Refused("{path} lies in what is to be backed up; choose a place outside it.", path=target)
    if target.exists():
        raise Refused("{path} exists already; choose another name.", path=target)
    part = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        with tempfile.TemporaryDirectory() as scratch:
            copy = Path(scratch) / database
            copy_database(profile.data / database, copy)
            sources = [*_files(vault, "vault"), *_files(profile.config, "profile/config"),
                       *((file, name) for file, name in _files(profile.data, "profile/data")
                         if name != f"profile/data/{database}")]
            if copy.exists():
                sources.append((copy, f"profile/data/{database}"))
            items = yield from _write(part, sources, now)
        yield Progress(items, items, target.name)
        _check(part)
        move_new(part, target)
        sync_folder(target.parent)
    except FileExistsError:
        raise Refused("{path} exists already; choose another name.", path=target) from None
    except (OSError, zipfile.BadZipFile) as error:
        raise StorageProblem("The backup {path} cannot be written: {reason}.", path=target,
                             reason=getattr(error, "strerror", None) or error) from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)
    return BackedUp(target, target.stat().st_size, items)


def restore(file: Path, folder: Path) -> Operation[BackedUp]:
    """Unpack a backup into an empty (or new) folder: ``vault/`` and ``profile/``. Yields Progress.

    Every name is checked before anything is written, every file against the manifest. Raises Refused for a folder
    that is not empty and for what is no backup or was tampered with, StorageProblem; then the folder is empty.
    """
    folder = Path(os.path.abspath(folder.expanduser()))
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise Refused("{path} is not an empty folder; name a new one.", path=folder)
    was_there = folder.is_dir()
    done = False
    try:
        with zipfile.ZipFile(file) as archive:
            known = _manifest(archive)
            members = _checked(archive, known)
            folder.mkdir(parents=True, exist_ok=True)
            for number, info in enumerate(members, 1):
                yield Progress(number, len(members), info.filename)
                _unpack(archive, info, folder / info.filename, known[info.filename])
        _forget_the_machine(folder / "profile" / "config" / "settings.toml")
        for private in (folder / "profile", *(folder / "profile" / name for name in ("data", "config", "cache"))):
            private.mkdir(parents=True, exist_ok=True)
            private.chmod(0o700)
        (folder / "vault").mkdir(exist_ok=True)
        done = True
        return BackedUp(folder, sum(info.file_size for info in members), len(members))
    except FileNotFoundError:
        raise StorageProblem("There is no file {path}.", path=file) from None
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, ValueError) as error:
        raise Refused("{path} is no backup of PKM, or it is damaged: {reason}.", path=file, reason=error) from error
    except OSError as error:
        raise StorageProblem("{path} cannot be unpacked: {reason}.", path=file,
                             reason=error.strerror or str(error)) from error
    finally:
        if not done and folder.is_dir():
            for made in folder.iterdir():
                shutil.rmtree(made) if made.is_dir() and not made.is_symlink() else made.unlink()
            if not was_there:
                folder.rmdir()


def _files(root: Path, name: str) -> Iterator[tuple[Path, str]]:
    def refuse(error: OSError) -> None:
        raise error

    if not root.is_dir():
        return
    for folder, folders, names in os.walk(root, onerror=refuse):
        folders[:] = sorted(one for one in folders
                            if not _NOT_OURS.search(one) and not (Path(folder) / one).is_symlink())
        for one in sorted(names):
            file = Path(folder) / one
            if not _NOT_OURS.search(one) and not is_part(one) and stat.S_ISREG(os.lstat(file).st_mode):
                yield file, f"{name}/{file.relative_to(root).as_posix()}"


def _write(part: Path, sources: list[tuple[Path, str]], now: datetime) -> Operation[int]:
    digests: dict[str, str] = {}
    with part.open("xb") as out:
        os.chmod(part, 0o600)
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
            for number, (file, name) in enumerate(sources, 1):
                yield Progress(number, len(sources), name)
                digests[name] = _put(archive, file, name)
            archive.writestr(MANIFEST, json.dumps({"program": "pkm", "version": 1, "made": now.isoformat(),
                                                   "files": digests}, indent=1))
        out.flush()
        os.fsync(out.fileno())
    return len(digests)


def _put(archive: zipfile.ZipFile, file: Path, name: str) -> str:
    found = hashlib.sha256()
    moment = max(datetime.fromtimestamp(file.stat().st_mtime).timetuple()[:6], (1980, 1, 1, 0, 0, 0))
    info = zipfile.ZipInfo(name, moment)
    info.compress_type = zipfile.ZIP_DEFLATED
    info.external_attr = 0o600 << 16
    with file.open("rb") as source, archive.open(info, "w", force_zip64=True) as target:
        while chunk := source.read(_CHUNK):
            found.update(chunk)
            target.write(chunk)
    return found.hexdigest()


def _check(part: Path) -> None:
    with zipfile.ZipFile(part) as archive:
        known = _manifest(archive)
        for info in _checked(archive, known):
            with archive.open(info) as source:
                found = hashlib.sha256()
                while chunk := source.read(_CHUNK):
                    found.update(chunk)
            if found.hexdigest() != known[info.filename]:
                raise zipfile.BadZipFile(f"{info.filename} does not read as it was written")


def _manifest(archive: zipfile.ZipFile) -> dict[str, str]:
    try:
        value = json.loads(archive.read(MANIFEST))
        files = value["files"]
        if value["program"] != "pkm" or value["version"] != 1:
            raise ValueError("it was made by another program, or a newer one")
        return {str(name): str(one) for name, one in files.items()}
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError("it has no list of what is in it") from error


def _checked(archive: zipfile.ZipFile, known: dict[str, str]) -> list[zipfile.ZipInfo]:
    """Return the members, each one file of the manifest under a name that is safe everywhere."""
    members = [info for info in archive.infolist() if info.filename != MANIFEST]
    names = [info.filename for info in members]
    if len({twin_key(name) for name in names}) != len({*names}) and os.name == "nt":
        raise ValueError("it holds names that are one here")
    if len(members) > _MOST_FILES or sum(info.file_size for info in members) > _MOST_BYTES:
        raise ValueError("it is larger than any backup")
    if sorted(names) != sorted(known):
        raise ValueError("what is in it is not what it says")
    for info in members:
        parts = info.filename.split("/")
        mode = info.external_attr >> 16
        odd = any(part in ("", ".", "..") or "\\" in part or "\0" in part or (os.name == "nt" and (
            ":" in part or _DEVICE.match(part))) for part in parts)
        if odd or len(parts) < 2 or parts[0] not in ("vault", "profile") or info.is_dir() or (
                mode and stat.S_IFMT(mode) not in (0, stat.S_IFREG)):
            raise ValueError(f"{info.filename[:80]} is no name of a file that could be in it")
        if parts[0] == "profile" and parts[1] not in ("data", "config"):
            raise ValueError(f"{info.filename[:80]} is nothing that belongs in it")
    return members


def _unpack(archive: zipfile.ZipFile, info: zipfile.ZipInfo, target: Path, wanted: str) -> None:
    target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    found = hashlib.sha256()
    with archive.open(info) as source, target.open("xb") as out:
        while chunk := source.read(_CHUNK):
            found.update(chunk)
            out.write(chunk)
    if found.hexdigest() != wanted:
        raise ValueError(f"{info.filename[:80]} is not as it was written")


def _forget_the_machine(settings: Path) -> None:
    """The name of a device must be one machine's alone, and the old folder's place means nothing here."""
    if settings.is_file():
        settings.write_bytes(_OF_THIS_MACHINE.sub(b"", settings.read_bytes()))
