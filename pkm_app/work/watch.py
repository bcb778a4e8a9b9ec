"""One thread that acts when a time is up."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager


class Watch:
    """Calls a function if a guarded block lasts too long, or after a while. Safe to use from any thread.

    One thread serves all of them; it starts with the first and ends with :meth:`close`. What it calls must be quick.
    """

    def __init__(self, name: str) -> None:
        self._name = name
        self._changed = threading.Condition()
        self._guarded: dict[object, tuple[float, Callable[[], None]]] = {}
        self._thread: threading.Thread | None = None
        self._next = float("inf")
        self._closed = False

    @contextmanager
    def guard(self, seconds: float, expired: Callable[[], None]) -> Iterator[None]:
        """Call ``expired`` on the watching thread if the block has not ended after so many seconds.

        Once the block is left ``expired`` has either been called to its end or never will be.
        """
        token = self._put(seconds, expired)
        try:
            yield
        finally:
            with self._changed:
                self._guarded.pop(token, None)

    def later(self, seconds: float, act: Callable[[], None]) -> None:
        """Call ``act`` once on the watching thread after so many seconds, unless this is closed before."""
        self._put(seconds, act)

    def _put(self, seconds: float, act: Callable[[], None]) -> object:
        deadline = time.monotonic() + seconds
        token = object()
        with self._changed:
            self._guarded[token] = (deadline, act)
            if self._thread is None and not self._closed:
                self._thread = threading.Thread(target=self._run, name=self._name, daemon=True)
                self._thread.start()
            if deadline < self._next:  # else the thread wakes early enough by itself
                self._changed.notify()
        return token

    def close(self) -> None:
        """End the thread. Blocks still guarded are no longer watched."""
        with self._changed:
            self._closed = True
            self._changed.notify()
            thread, self._thread = self._thread, None
        if thread is not None:
            thread.join()

    def _run(self) -> None:
        with self._changed:
            while not self._closed:
                now = time.monotonic()
                for token, (deadline, expired) in list(self._guarded.items()):
                    if deadline <= now:
                        del self._guarded[token]
                        expired()
                self._next = min((deadline for deadline, _ in self._guarded.values()), default=float("inf"))
                self._changed.wait(None if self._next == float("inf") else max(0.0, self._next - now))
