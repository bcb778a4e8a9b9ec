"""What was marked as read at once the last time, on this machine, so that another command can take it back."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path

from pkm_app.base.errors import NotFound
from pkm_app.library.files import digest, read_file, save_file
from pkm_app.seek.triage import MarkedRead, ReadAtOnce


class LastRead:
    """Implements seek.triage.LastRead in ``folder``, for the one vault ``root``."""

    def __init__(self, folder: Path, root: Path) -> None:
        of_this = digest(str(root).encode("utf-8", "surrogateescape"))[:16]
        self._file = folder / f"{of_this}.json"

    def load(self) -> ReadAtOnce | None:
        """Return it, None where nothing is remembered or what stands there cannot be understood."""
        try:
            said = json.loads(read_file(self._file))
            marked = MarkedRead(tuple(map(str, said["ids"])), tuple(map(str, said["urls"])))
            return ReadAtOnce(marked, datetime.fromisoformat(said["at"]), bool(said["read"]))
        except (NotFound, ValueError, KeyError, TypeError):
            return None  # then there is only nothing to take back

    def save(self, last: ReadAtOnce) -> None:
        """Remember it in place of the one before. Raises StorageProblem."""
        data = json.dumps({"at": last.at.isoformat(), "read": last.read, "ids": last.marked.ids,
                           "urls": last.marked.urls}).encode()
        try:
            before = digest(read_file(self._file))
        except NotFound:
            before = None
            self._file.parent.mkdir(parents=True, exist_ok=True)
        save_file(self._file, data, before)
