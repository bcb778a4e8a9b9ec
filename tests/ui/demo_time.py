"""The time of the demonstration: it stands still unless it is turned, and files are as old as it says."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

from pkm_app.library.filecache import FileCache
from pkm_app.library.vault import FileVault
from tests.ui.demo_seek import NOW


class DemoClock:
    """``back`` is how long before the morning of the demonstration it is."""

    def __init__(self) -> None:
        self.back = timedelta()

    def __call__(self) -> datetime:
        return NOW - self.back


class DatedVault(FileVault):
    """Every file that is written was written in the demonstration's last hour, one after another; not when the
    pictures were drawn."""

    def __init__(self, root: Path, cache: FileCache, history: Path, device: str, now: Callable[[], datetime]) -> None:
        super().__init__(root, cache, history, device, now)
        self._written = 0

    def _record(self, path: str) -> None:
        self._written += 1
        date(self.root / path, NOW - timedelta(hours=1) + timedelta(seconds=self._written))
        super()._record(path)


def date(file: Path, moment: datetime) -> None:
    """Let a file be of a moment."""
    os.utime(file, (moment.timestamp(), moment.timestamp()))
