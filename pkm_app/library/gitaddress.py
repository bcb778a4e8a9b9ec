"""The address of a git repository as a person gives it, and what git is told of it.

A folder on this machine may have any name a folder has: spaces, brackets, a percent sign, a letter of a drive. It may
be written as it is shown or as a browser writes it (``%20``); git gets the one spelling that it reads back right.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath
from urllib.parse import unquote

from pkm_app.base.errors import Refused

_NET = re.compile(r"git\+((https|ssh)://([^\s@/]+)/[^\s@]{1,2000})\Z")
_FILE = re.compile(r"git\+(file://(.{2,2000}))\Z")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")
_DRIVE = re.compile(r"/?([A-Za-z]:[/\\].+)")


@dataclass(frozen=True, slots=True)
class GitAddress:
    """Where a repository is: ``url`` for git, ``scheme`` https, ssh or file, ``place`` and ``typed`` for people."""

    url: str
    scheme: str
    place: str  # its host, of a folder on this machine its path
    typed: str  # without git+

    @property
    def name(self) -> str:
        """Its last part, without .git."""
        path = unquote(self.url) if self.scheme == "file" else self.url
        return path.rstrip("/").rpartition("/")[2].removesuffix(".git")


def git_address(address: str, *, windows: bool = os.name == "nt") -> GitAddress:
    """Read ``git+https://…``, ``git+ssh://…`` or ``git+file://…``. Raises Refused for anything else, and for one with a
    user or a password in it."""
    found = _NET.match(address)
    if found:
        return GitAddress(url=found[1], scheme=found[2], place=found[3], typed=found[1])
    there = _FILE.match(address)
    folder = _folder(there[2], windows) if there and not _CONTROL.search(unquote(there[2])) else None
    if there is None or folder is None:
        raise Refused("“{address}” is no address of a git repository: it looks like git+https://example.org/me/"
                      "site.git, and holds no password.", address=address.rpartition("@")[2])
    return GitAddress(url=folder.as_uri(), scheme="file", place=str(folder), typed=there[1])


def _folder(written: str, windows: bool) -> PurePath | None:
    """The folder that is meant: as it stands where there is one of that name, else with what is encoded decoded."""
    if not written.startswith("/") and written.lower().startswith("localhost/"):
        written = written[len("localhost"):]
    if not _exists(written):
        written = unquote(written)
    if not windows:
        return PurePosixPath(written) if written.startswith("/") and written.strip("/") else None
    drive = _DRIVE.match(written)
    folder = PureWindowsPath(drive[1] if drive else f"//{written}")  # a share: file://server/share/site.git
    return folder if folder.is_absolute() and folder.name else None


def _exists(written: str) -> bool:
    try:
        return Path(written).exists()
    except (OSError, ValueError):
        return False
