"""How much memory a process and all that it started really take: the sum of their PSS (shared pages count once)."""

from __future__ import annotations

import re
import threading
from pathlib import Path

_PSS = re.compile(r"^Pss:\s+(\d+) kB", re.MULTILINE)
_EVERY = 0.25  # seconds between two looks


def tree(pid: int) -> list[int]:
    """Return a process and all that descend from it."""
    found = [pid]
    for known in found:
        for task in Path(f"/proc/{known}/task").glob("*/children"):
            try:
                found += [int(child) for child in task.read_text().split()]
            except OSError:
                continue  # it has ended meanwhile
    return found


def pss(pid: int) -> float:
    """Return the megabytes of one process, 0 when it has ended."""
    try:
        found = _PSS.search(Path(f"/proc/{pid}/smaps_rollup").read_text())
    except OSError:
        return 0.0
    return int(found[1]) / 1024 if found else 0.0


class Peak:
    """Looks at a process now and then until it is closed; ``whole`` is the highest sum, ``own`` its own share then."""

    def __init__(self, pid: int) -> None:
        self.whole = self.own = 0.0
        self._pid = pid
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Look no more."""
        self._over.set()
        self._thread.join()

    def _look(self) -> None:
        while not self._over.wait(_EVERY):
            own = pss(self._pid)
            whole = own + sum(pss(pid) for pid in tree(self._pid)[1:])
            if whole > self.whole:
                self.whole, self.own = whole, own
