"""Manners towards one host: at most two exchanges at once, and its wish to be left alone honoured as a whole."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Mapping
from typing import Protocol, Self

from pkm_app.base.errors import NetworkProblem
from pkm_app.net.clock import Clock

AT_ONCE = 2
LONGEST_WISH = 24 * 3600.0  # seconds; who asks for more is asked again after a day
USUAL_WISH = 60.0  # for a 429 or 503 that does not say how long


class WishMemory(Protocol):
    """Keeps the wishes of hosts between two runs of the program, and between two that run at once."""

    def load(self) -> Mapping[str, float]:
        """Return until when (seconds since the epoch) each host wishes to be left alone."""

    def note(self, host: str, until: float) -> None:
        """Remember a wish."""


class Hosts:
    """What is known of each host. ``now`` is the time in seconds since the epoch.

    ``changed`` is the condition under which all of it is read and written; it is notified when a place is free.
    """

    def __init__(self, at_once: int = AT_ONCE, now: Callable[[], float] = time.time,
                 memory: WishMemory | None = None) -> None:
        self._memory = memory
        self.lock = threading.RLock()
        self.changed = threading.Condition(self.lock)
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
            until = self._until[host] = max(self._until.get(host, 0.0), self._now() + min(seconds, LONGEST_WISH))
        if self._memory is not None:
            self._memory.note(host, until)

    def recall(self) -> None:
        """Learn what was wished in former runs, or from another that runs now."""
        for host, until in (self._memory.load() if self._memory is not None else {}).items():
            with self.changed:
                self._until[host] = max(self._until.get(host, 0.0), until)

    def refuse_while_unwanted(self, host: str) -> None:
        """Raise NetworkProblem (``wait``) while a host wishes to be left alone."""
        if not self._until:
            return
        with self.changed:
            seconds = self._until.get(host, 0.0) - self._now()
            if seconds <= 0 or seconds > LONGEST_WISH + 1:  # over, or the clock was set back
                self._until.pop(host, None)
                return
        raise left_alone(host, seconds, "wait")


class Place:
    """The one place that a fetch holds, from redirect to redirect, and gives back at the end.

    Between two hops at one host it is kept: others wait for it, and whoever gave it up would wait behind them.
    ``host`` is where it is held already, empty for nowhere.
    """

    def __init__(self, hosts: Hosts, host: str = "") -> None:
        self._hosts = hosts
        self._host = host

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self._give_back()

    def move(self, host: str, clock: Clock) -> None:
        """Hold a place at ``host``. Raises Stopped as the clock does, and NetworkProblem (``timeout``)."""
        if host == self._host:
            return
        self._give_back()
        try:
            self._hosts.enter(host, clock)
        except TimeoutError:
            raise NetworkProblem("{host} was too busy with our other requests to be asked in time.",
                                 kind="timeout", host=host) from None
        self._host = host

    def _give_back(self) -> None:
        if self._host:
            self._hosts.leave(self._host)
        self._host = ""


def left_alone(host: str, seconds: float, kind: str = "blocked") -> NetworkProblem:
    """Return the problem that says how long a host wishes to be left alone: ``wait`` among its values, in seconds.

    ``kind`` is ``wait`` where it was therefore not asked at all.
    """
    wait = max(1, round(seconds))
    if seconds < 90:
        return NetworkProblem("{host} gets more requests than it wants, and asks to wait {seconds} seconds.",
                              kind=kind, host=host, seconds=wait, wait=wait)
    return NetworkProblem("{host} gets more requests than it wants, and asks to wait {minutes} minutes.",
                          kind=kind, host=host, minutes=round(seconds / 60), wait=wait)
