"""Many fetches at once on a few threads, kind to each host, ended cleanly when nobody wants the rest."""

from __future__ import annotations

import threading
from collections import OrderedDict, deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Generic, TypeVar

from pkm_app.base.errors import Problem
from pkm_app.net.clock import Clock, Stopped
from pkm_app.net.hosts import Hosts
from pkm_app.net.target import parse
from pkm_app.seek.model import FetchRequest, FetchResponse

T = TypeVar("T")
One = Callable[[FetchRequest, Clock, bool], FetchResponse]

_WAITING = 64  # results that may wait for whoever takes them; then the fetching waits
_TOGETHER = 8  # results that are given in one go
_MOMENT = 0.05  # seconds that the first of them waits for the others at most


def run_all(requests: Iterable[FetchRequest], one: One, then: Callable[[FetchResponse], T], hosts: Hosts,
            threads: int) -> Iterator[Sequence[tuple[FetchRequest, T | Problem]]]:
    """Fetch all with ``one``, pass each through ``then``, and give the results as they come, some at a time.

    The third argument of ``one`` says that a place at the request's host is taken for it; it gives it back.
    """
    batch = _Batch(requests, one, then, hosts)
    workers = [threading.Thread(target=batch.work, name=f"pkm-fetch-{number}", daemon=True)
               for number in range(min(threads, batch.left))]
    try:
        for worker in workers:
            worker.start()
        while batch.left:
            yield batch.results()
    finally:
        batch.stop()
        for worker in workers:
            if worker.ident is not None:
                worker.join()


class _Batch(Generic[T]):
    """What is still to do, by host, and what is done. Everything is guarded by the lock of ``hosts``.

    ``left`` counts the results that were not taken yet.
    """

    def __init__(self, requests: Iterable[FetchRequest], one: One, then: Callable[[FetchResponse], T],
                 hosts: Hosts) -> None:
        self._one = one
        self._then = then
        self._hosts = hosts
        self._done: deque[tuple[FetchRequest, T | Problem] | Exception] = deque()
        self._came = threading.Condition(hosts.lock)
        self._clocks: set[Clock] = set()
        self._stopped = False
        by_host: dict[str, deque[FetchRequest]] = {}
        self.left = 0
        for request in requests:
            try:
                host = parse(request.address).bare_host
            except Problem as problem:
                self._done.append((request, problem))
            else:
                by_host.setdefault(host, deque()).append(request)
            self.left += 1
        # The longest row first, since two at a time its end comes last.
        self._todo = OrderedDict(sorted(by_host.items(), key=lambda item: -len(item[1])))

    def work(self) -> None:
        """Fetch until nothing is left: the life of one thread."""
        host = ""
        while (taken := self._take(host)) is not None:
            host, request, clock = taken
            try:
                result: tuple[FetchRequest, T | Problem] | Exception = request, self._do(request, clock)
            except Stopped:
                return
            except Exception as error:  # noqa: BLE001  a fault of ours: told to whoever takes the results
                result = error
            self._put(result, clock)

    def results(self) -> list[tuple[FetchRequest, T | Problem]]:
        """Wait for the next result, and a moment for those that come right behind it."""
        with self._hosts.changed:
            self._came.wait_for(lambda: self._done)
            self._came.wait_for(self._enough, _MOMENT)
            found: list[tuple[FetchRequest, T | Problem]] = []
            full = len(self._done) >= _WAITING
            while self._done and len(found) < _TOGETHER:
                result = self._done[0]
                if isinstance(result, Exception):
                    if found:
                        break  # what came before it counts
                    raise result
                found.append(result)
                self._done.popleft()
            self.left -= len(found)
            if full:
                self._hosts.changed.notify_all()
        return found

    def _enough(self) -> bool:
        return len(self._done) >= min(_TOGETHER, self.left)

    def stop(self) -> None:
        """Take no more, and end what is under way."""
        with self._hosts.changed:
            self._stopped = True
            self._todo.clear()
            for clock in self._clocks:
                clock.stop()
            self._hosts.changed.notify_all()

    def _do(self, request: FetchRequest, clock: Clock) -> T | Problem:
        try:
            return self._then(self._one(request, clock, True))
        except Problem as problem:
            return problem

    def _take(self, last: str) -> tuple[str, FetchRequest, Clock] | None:
        with self._hosts.changed:
            while not self._stopped and self._todo:
                host = self._choose(last)
                if host is not None:
                    row = self._todo[host]
                    request = row.popleft()
                    if not row:
                        del self._todo[host]
                    clock = Clock(request.seconds)
                    self._clocks.add(clock)
                    return host, request, clock
                self._hosts.changed.wait()
        return None

    def _choose(self, last: str) -> str | None:
        """Take a place at a host: the one just asked (its connection is open), else one nobody asks now."""
        if last in self._todo and self._hosts.try_enter(last):
            return last
        for quiet in (True, False):
            for host in self._todo:
                if (not quiet or not self._hosts.busy(host)) and self._hosts.try_enter(host):
                    return host
        return None

    def _put(self, result: tuple[FetchRequest, T | Problem] | Exception, clock: Clock) -> None:
        with self._hosts.changed:
            self._clocks.discard(clock)
            while len(self._done) >= _WAITING and not self._stopped:
                self._hosts.changed.wait()
            self._done.append(result)
            if len(self._done) == 1 or self._enough():
                self._came.notify()
