"""The door of the vault: files that a phone, a mail program or a person laid into ``inbox/``.

What was taken in before is remembered by the digests of its bytes, per device, in ``.pkm/taken/``: files that only one
device appends to, so synchronisers never meet a conflict in them.
"""

from __future__ import annotations

import json
import os
import stat
import threading
import time
from collections.abc import Mapping
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from pkm_app.base.errors import NotFound, StorageProblem
from pkm_app.flow.inbox import Waiting
from pkm_app.library.files import AlreadyThere, digest, read_file, save_file
from pkm_app.library.synchronisers import is_stray
from pkm_app.library.trash import Trash
from pkm_app.library.windows import patiently, reach

FOLDER = "inbox"
TAKEN = ".pkm/taken"
_SETTLED_NS = 2_000_000_000  # a file nobody wrote to for so long is whole
_SECOND_LOOK = 1.0  # seconds
_MOST = 1000


class InboxFolder:
    """Implements flow.inbox.Inbox in one vault."""

    def __init__(self, root: Path, device: str, memory: Path) -> None:
        self._root = Path(os.path.realpath(root))
        self._device = device
        self._memory = memory
        self._trash = Trash(self._root)
        self._never = threading.Event()

    def waiting(self) -> list[Waiting]:
        """Return what lies there and is whole: nobody wrote to it for two seconds, or while it was looked at twice."""
        first = self._look()
        fresh = {name for name, (_, at) in first.items() if time.time_ns() - at < _SETTLED_NS}
        if fresh:
            self._never.wait(_SECOND_LOOK)
            again = self._look()
            first = {name: seen for name, seen in first.items() if again.get(name) == seen}
        return [Waiting(name, size, at) for name, (size, at) in sorted(first.items())]

    def read(self, name: str) -> bytes:
        """Return the bytes of a file. Raises NotFound, StorageProblem."""
        return read_file(self._root / FOLDER / name)

    def remove(self, name: str, data: bytes) -> None:
        """Move a file with these bytes to the trash; one that became another meanwhile stays. Raises StorageProblem."""
        with suppress(NotFound):
            if digest(self.read(name)) == digest(data):
                self._trash.put(f"{FOLDER}/{name}", datetime.now().astimezone())

    def was_taken(self, data: bytes) -> bool:
        """Say whether these very bytes were taken in before, on whatever device."""
        wanted = digest(data)
        with suppress(OSError), os.scandir(self._root / TAKEN) as entries:
            for entry in entries:
                if entry.name.endswith(".txt") and entry.is_file():
                    with suppress(NotFound, StorageProblem):
                        if wanted.encode() in read_file(Path(entry.path)).split():
                            return True
        return False

    def note_taken(self, data: bytes) -> None:
        """Remember that these bytes were taken in. Raises StorageProblem."""
        folder = self._root / TAKEN
        path = folder / f"{self._device}.txt"
        try:
            folder.mkdir(parents=True, exist_ok=True)
            flags = os.O_WRONLY | os.O_CREAT | os.O_APPEND
            handle = patiently(lambda: os.open(reach(path), flags, 0o666))
            try:
                os.write(handle, f"{digest(data)}\n".encode())
                os.fsync(handle)
            finally:
                os.close(handle)
        except OSError as error:
            raise StorageProblem("{path} was not saved: {reason}. The file is as it was.", path=path,
                                 reason=error.strerror or str(error)) from error

    def tried(self) -> dict[Waiting, datetime]:
        """Return what could not be taken in, with the time from which it is worth another try."""
        try:
            rows = json.loads(read_file(self._memory))
            return {Waiting(str(name), int(size), int(at)): datetime.fromisoformat(again)
                    for name, size, at, again in rows}
        except (NotFound, StorageProblem, ValueError, TypeError):
            return {}  # then all of it is simply tried once more

    def note_tried(self, tried: Mapping[Waiting, datetime]) -> None:
        """Remember that for the next start of the program. Raises StorageProblem."""
        rows = [(one.name, one.size, one.changed_ns, again.isoformat()) for one, again in tried.items()]
        data = json.dumps(rows).encode()
        try:
            before = digest(read_file(self._memory))
        except NotFound:
            before = None
        with suppress(AlreadyThere):  # another verb was quicker; what it noted is as good
            save_file(self._memory, data, before)

    def _look(self) -> dict[str, tuple[int, int]]:
        found: dict[str, tuple[int, int]] = {}
        top = self._root / FOLDER
        for folder, folders, names in os.walk(top):
            folders[:] = [one for one in folders if not is_stray(one) and not (Path(folder) / one).is_symlink()]
            for name in names:
                path = Path(folder) / name
                with suppress(OSError, UnicodeEncodeError):
                    info = os.lstat(path)
                    shown = path.relative_to(top).as_posix()
                    shown.encode("utf-8")
                    note = name.lower().endswith(".md")  # it is a note of the vault already, wherever it lies
                    if stat.S_ISREG(info.st_mode) and not note and not is_stray(name) and len(found) < _MOST:
                        found[shown] = (info.st_size, info.st_mtime_ns)
        return found
