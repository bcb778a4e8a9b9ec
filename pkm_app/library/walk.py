"""Looking through the vault's folders: which files are notes, and which folders could not be looked into."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path

from pkm_app.base.events import Operation, Progress
from pkm_app.library.files import is_part
from pkm_app.library.synchronisers import is_stray
from pkm_app.library.windows import online_only, reach

OWN_HIDDEN = (".pkm", ".pkm/marks", ".pkm/templates")


@dataclass(slots=True)
class Seen:
    """``files`` by path: (time of change in ns, size). ``unreadable``: folders and files that did not let
    themselves be looked at, with the reason. ``littered``: folders with temporary files of a killed save.
    ``online_only``: files whose bytes are not on this machine; to read one would fetch it."""

    files: dict[str, tuple[int, int]] = field(default_factory=dict)
    unreadable: dict[str, str] = field(default_factory=dict)
    littered: list[Path] = field(default_factory=list)
    online_only: set[str] = field(default_factory=set)

    def may_hold(self, path: str) -> bool:
        """Say whether a file that was not seen may be there all the same."""
        return any(folder in ("", path) or path.startswith(folder + "/") for folder in self.unreadable)


def walk(root: Path) -> Operation[Seen]:
    """Look through the vault, a folder at a step.

    Hidden folders and what synchronisers leave are passed over; links are followed only inside the vault, and no
    folder is looked into twice.
    """
    seen = Seen()
    real_root = os.path.realpath(root)
    looked_into: set[tuple[int, int]] = set()
    pending = [""]
    while pending:
        folder = pending.pop()
        try:
            with os.scandir(reach(root / folder)) as entries:
                info = os.stat(reach(root / folder))
                if (info.st_dev, info.st_ino) in looked_into:
                    continue
                looked_into.add((info.st_dev, info.st_ino))
                for entry in entries:
                    _look(entry, folder, real_root, seen, pending)
        except OSError as error:
            seen.unreadable[folder] = error.strerror or str(error)
        yield Progress(len(seen.files), 0, folder)
    for folder in OWN_HIDDEN:
        if (root / folder).is_dir() and any(is_part(name) for name in os.listdir(root / folder)):
            seen.littered.append(root / folder)
    return seen


def _look(entry: os.DirEntry[str], folder: str, real_root: str, seen: Seen, pending: list[str]) -> None:
    path = f"{folder}/{entry.name}" if folder else entry.name
    if is_part(entry.name) and Path(entry.path).parent not in seen.littered:
        seen.littered.append(Path(entry.path).parent)
    if is_stray(entry.name):
        return
    try:
        path.encode("utf-8")
        if entry.is_symlink() and not _inside(os.path.realpath(entry.path), real_root):
            return
        if entry.is_dir():
            pending.append(path)
        elif entry.name.lower().endswith(".md") and entry.is_file():
            info = entry.stat()
            seen.files[path] = (info.st_mtime_ns, info.st_size)
            if online_only(info):
                seen.online_only.add(path)
    except UnicodeEncodeError:
        shown = path.encode("utf-8", "replace").decode("utf-8")
        seen.unreadable[shown] = "its name is not text in UTF-8; give it another one"
    except OSError as error:
        seen.unreadable[path] = error.strerror or str(error)


def _inside(path: str, root: str) -> bool:
    return path == root or path.startswith(root.rstrip(os.sep) + os.sep)
