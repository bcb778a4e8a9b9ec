"""Settings that are kept at once in memory and soon on the disk, so that nobody waits for the disk while typing."""

from __future__ import annotations

import logging
import threading
from typing import Protocol

from pkm_app.base.errors import Problem

_log = logging.getLogger(__name__)
_SOON = 0.5  # seconds in which changes gather


class Keeper(Protocol):
    """Where texts are kept in the end (library.settings)."""

    def get(self, key: str, default: str = "") -> str:
        """The text kept under a key."""

    def put(self, key: str, value: str) -> None:
        """Keep a text, on the disk when this returns."""


class SoonSettings:
    """Passes what is put on to ``keeper`` from a thread of its own. ``close`` writes what is left."""

    def __init__(self, keeper: Keeper) -> None:
        self._keeper = keeper
        self._lock = threading.Lock()
        self._waiting: dict[str, str] = {}
        self._changed = threading.Event()
        self._closing = threading.Event()
        self._thread = threading.Thread(target=self._run, name="settings", daemon=True)
        self._thread.start()

    def get(self, key: str, default: str = "") -> str:
        """Return the text under a key, as it was put last."""
        with self._lock:
            waiting = self._waiting.get(key)
        return self._keeper.get(key, default) if waiting is None else waiting

    def put(self, key: str, value: str) -> None:
        """Keep a text under a key."""
        with self._lock:
            self._waiting[key] = value
        self._changed.set()

    def close(self) -> None:
        """Write what is left and end."""
        self._closing.set()
        self._changed.set()
        self._thread.join()

    def _run(self) -> None:
        while not self._closing.is_set():
            self._changed.wait()
            self._closing.wait(_SOON)
            self._changed.clear()
            self._write()
        self._write()

    def _write(self) -> None:
        with self._lock:
            waiting = dict(self._waiting)
        for key, value in waiting.items():
            try:
                self._keeper.put(key, value)
            except Problem as problem:
                _log.warning("a setting was not kept: %s", problem)  # it is tried again with the next change
                continue
            with self._lock:
                if self._waiting.get(key) == value:
                    del self._waiting[key]
