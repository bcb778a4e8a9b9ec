"""Does something when it is due."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from datetime import datetime, timedelta

_log = logging.getLogger(__name__)

_LONGEST = timedelta(minutes=10)  # the computer may sleep and clocks may be set, so look again now and then
_SHORTEST = timedelta(seconds=1)


def pause_until(due: datetime | None, now: datetime) -> timedelta:
    """How long to wait before looking again: until ``due`` (None: nothing is planned), within sane bounds."""
    if due is None:
        return _LONGEST
    return min(max(due - now, _SHORTEST), _LONGEST)


class Schedule:
    """A thread that calls ``act`` when ``next_due`` says that it is time.

    ``next_due`` gives the moment at which something falls due (aware), or None; ``act`` must see to it that the
    moment moves on. Both run on the schedule's thread; what they raise is logged, and the schedule goes on.
    """

    def __init__(self, next_due: Callable[[], datetime | None], act: Callable[[], object],
                 now: Callable[[], datetime]) -> None:
        self._next_due = next_due
        self._act = act
        self._now = now
        self._wake = threading.Event()
        self._closed = False
        self._thread = threading.Thread(target=self._run, name="schedule", daemon=True)

    def start(self) -> None:
        """Begin to watch."""
        self._thread.start()

    def look_again(self) -> None:
        """Say that what is due may have changed."""
        self._wake.set()

    def close(self) -> None:
        """Stop, and wait for an ``act`` under way."""
        self._closed = True
        self._wake.set()
        if self._thread.ident is not None:
            self._thread.join()

    def _run(self) -> None:
        while not self._closed:
            pause = _LONGEST
            try:
                due = self._next_due()
                if due is not None and due <= self._now():
                    self._act()
                    due = self._next_due()
                pause = pause_until(due, self._now())
            except Exception:  # noqa: BLE001  logged, and tried again
                _log.exception("what was due could not be done")
            self._wake.wait(pause.total_seconds())
            self._wake.clear()
