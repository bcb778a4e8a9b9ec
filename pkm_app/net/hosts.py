"""Manners towards one host: at most two exchanges at once, and its wish to be left alone honoured as a whole."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

from pkm_app.base.errors import NetworkProblem
from pkm_app.net.clock import Clock

AT_ONCE = 2
LONGEST_WISH = 24 * 3600.0  # seconds; who asks for more is asked again after a day
USUAL_WISH = 60.0  # for a 429 that does not say how long


class Hosts:
    """What is known of each host while the program runs.

    ``changed`` is the condition under which all of it is read and written; it is notified when a place is free.
    """

    def __init__(self, at_once: int = AT_ONCE, now: Callable[[], float] = time.monotonic) -> None:
        self.changed = threading.Condition()
        self._at_once = at_once
        self._now = now
        self._busy: dict[str, int] = {}
        self._until: dict[str, float] = {}

    def busy(self, host: str) -> int:
        """Return how many exchanges with a host run now. Call it while holding ``changed``."""
        return self._busy.get(host, 0)

    def try_enter(self, host: str) -> bool:
        """Take a place at a host if there is one. Call it while holding ``changed``."""
        if self.busy(host) >= self._at_once:
            return False
        self._busy[host] = self.busy(host) + 1
        return True

    def enter(self, host: str, clock: Clock) -> None:
        """Wait for a place at a host and take it. Raises TimeoutError and Stopped as the clock does."""
        with self.changed:
            while not self.try_enter(host):
                self.changed.wait(min(clock.left(), 0.25))

    def leave(self, host: str) -> None:
        """Give a place back."""
        with self.changed:
            left = self.busy(host) - 1
            if left:
                self._busy[host] = left
            else:
                del self._busy[host]
            self.changed.notify_all()

    def wish(self, host: str, seconds: float) -> None:
        """The host asked to be left alone for so many seconds."""
        with self.changed:
            self._until[host] = max(self._until.get(host, 0.0), self._now() + min(seconds, LONGEST_WISH))

    def refuse_while_unwanted(self, host: str) -> None:
        """Raise NetworkProblem (``blocked``) while a host wishes to be left alone."""
        if not self._until:
            return
        with self.changed:
            seconds = self._until.get(host, 0.0) - self._now()
            if seconds <= 0:
                self._until.pop(host, None)
                return
        raise left_alone(host, seconds)


def left_alone(host: str, seconds: float) -> NetworkProblem:
    """Return the problem that says how long a host wishes to be left alone."""
    if seconds < 90:
        return NetworkProblem("{host} gets more requests than it wants, and asks to wait {seconds} seconds.",
                              kind="blocked", host=host, seconds=max(1, round(seconds)))
    return NetworkProblem("{host} gets more requests than it wants, and asks to wait {minutes} minutes.",
                          kind="blocked", host=host, minutes=round(seconds / 60))
