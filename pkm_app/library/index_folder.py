"""Where the full-text index lies, and whether what lies there may be opened at all.

A Whoosh index is made of pickles: opening a tampered one runs its code. So it is opened only in a folder that
this program made, on this machine, for this database and vault, and that nobody else may write to; whatever
else lies there is thrown away unread.
"""

from __future__ import annotations

import json
import os
import shutil
import stat
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from pkm_app import __version__
from pkm_app.base.errors import Problem

STAMP = "pkm-index.json"
FORMAT = 5  # counts up when documents or fields change, so that an older index is built anew


class NoIndex(Problem):
    """There is no index here that may be opened; it must be built first."""


class Taken(NamedTuple):
    """How taking in went: "done", with how many of the paths were taken in, from the first; or "busy" when another
    process is writing; or "absent" when no usable index is there."""

    state: str
    paths: int = 0


@dataclass(frozen=True, slots=True)
class IndexPlace:
    """Where an index lies, for which vault, and the token of the database it belongs to."""

    folder: str
    vault: str
    token: str

    def may_open(self) -> bool:
        """Say whether an index lies there that this program made here and nobody else could have changed."""
        folder = Path(self.folder)
        try:
            if not _ours(os.lstat(folder), stat.S_ISDIR, private=True):
                return False
            with os.scandir(folder) as entries:
                if not all(_ours(entry.stat(follow_symlinks=False), stat.S_ISREG) for entry in entries):
                    return False
            return (folder / STAMP).read_bytes() == self._stamp()
        except OSError:
            return False

    def make_empty(self) -> None:
        """Make the folder anew, for its owner alone, without a stamp. Raises OSError."""
        self.remove()
        folder = Path(self.folder)
        folder.mkdir(parents=True, mode=0o700)
        folder.chmod(0o700)

    def put_stamp(self) -> None:
        """Say that an index lies here that may be opened. Raises OSError."""
        unfinished = Path(self.folder, STAMP + ".tmp")
        unfinished.write_bytes(self._stamp())
        os.replace(unfinished, Path(self.folder, STAMP))

    def remove(self) -> None:
        """Take away whatever lies there, without reading it; a link goes, what it points at stays. Raises OSError."""
        folder = Path(self.folder)
        if folder.is_symlink() or folder.is_file():
            folder.unlink()
        elif folder.exists():
            shutil.rmtree(folder)

    def _stamp(self) -> bytes:
        """What the stamp must say, to the byte. The folder's own number on its disk is in it: a copy of the folder,
        from a backup or by a synchroniser, has another one."""
        info = os.lstat(self.folder)
        said = {"format": FORMAT, "engine": _engine(), "token": self.token, "vault": self.vault,
                "folder": [info.st_dev, info.st_ino]}
        return json.dumps(said, sort_keys=True).encode()


def _engine() -> str:
    """The version of Whoosh, without importing it: most runs of the program need no index."""
    from importlib import metadata

    try:
        return metadata.version("whoosh3")
    except metadata.PackageNotFoundError:  # a frozen program carries one version of it
        return f"with {__version__}"


def _ours(info: os.stat_result, is_kind: Callable[[int], bool], private: bool = False) -> bool:
    if not is_kind(info.st_mode):
        return False
    if hasattr(os, "geteuid"):
        return info.st_uid == os.geteuid() and not (private and info.st_mode & 0o077)
    return True  # elsewhere the per-user folder's own permissions say who may write
