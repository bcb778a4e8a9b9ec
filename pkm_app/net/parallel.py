"""Many fetches at once on a few threads, kind to each host, bounded in bytes, ended cleanly when nobody wants the rest.

Each exchange begins with a claim of a megabyte, and waits for that. One that grows while there is no room for more is
broken off and done again at the end, with a claim of all it may need: the small ones never wait for the large.
"""

from __future__ import annotations

import threading
from collections import OrderedDict, deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Generic, TypeAlias, TypeVar

from pkm_app.base.errors import NetworkProblem, Problem
from pkm_app.net.clock import Clock, Stopped
from pkm_app.net.hosts import Hosts
from pkm_app.net.room import ROOM, STEP, Claim, NoRoom, Room
from pkm_app.net.target import parse
from pkm_app.seek.model import FetchRequest, FetchResponse

T = TypeVar("T")
_Result: TypeAlias = tuple[FetchRequest, T | Problem] | Exception
One = Callable[[FetchRequest, Clock, Claim], FetchResponse]

_WAITING = 64  # results that may wait for whoever takes them; then the fetching waits
_TOGETHER = 8  # results that are given in one go
_MOMENT = 0.05  # seconds that the first of them waits for the others at most


def run_all(requests: Iterable[FetchRequest], one: One, then: Callable[[FetchResponse], T], hosts: Hosts,
            threads: int, room: int = ROOM) -> Iterator[Sequence[tuple[FetchRequest, T | Problem]]]:
    """Fetch all with ``one``, pass each through ``then``, and give the results as they come, some at a time.

    A place at the request's host is taken for ``one``, which gives it back. The bodies that are about and the results
    that nobody took yet hold about ``room`` bytes at most, or are one alone; a result may say its ``weight``.
    """
    batch = _Batch(requests, one, then, hosts, room)
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
                 hosts: Hosts, room: int) -> None:
        self._one = one
        self._then = then
        self._hosts = hosts
        self._room = Room(hosts.changed, room)
        self._most = room // 4  # bytes that are given in one go
        self._large: deque[tuple[str, FetchRequest]] = deque()  # broken off, to be done once more
        self._done: deque[tuple[_Result[T], Claim]] = deque()
        self._given: list[Claim] = []  # of the results that were given last
        self._came = threading.Condition(hosts.lock)
        self._clocks: set[Clock] = set()
        self._stopped = False
        by_host: dict[str, deque[FetchRequest]] = {}
        self.left = 0
        for request in requests:
            try:
                host = parse(request.address).bare_host
            except Problem as problem:
                self._done.append(((request, problem), self._room.claim(0)))
            else:
                by_host.setdefault(host, deque()).append(request)
            self.left += 1
        # The longest row first, since two at a time its end comes last.
        self._todo = OrderedDict(sorted(by_host.items(), key=lambda item: -len(item[1])))

    def work(self) -> None:
        """Fetch until nothing is left: the life of one thread."""
        host = ""
        while (taken := self._take(host)) is not None:
            host, request, clock, claim = taken
            try:
                result: _Result[T] = request, self._do(request, clock, claim)
            except Stopped:
                return
            except NoRoom:
                self._put_off(host, request, clock, claim)
                continue
            except Exception as error:  # noqa: BLE001  a fault of ours: told to whoever takes the results
                result = error
            self._put(result, clock, claim)
            del result

    def results(self) -> list[tuple[FetchRequest, T | Problem]]:
        """Wait for the next result, and a moment for those that come right behind it."""
        with self._hosts.changed:
            for claim in self._given:
                claim.settle(0)
            self._given.clear()
            self._came.wait_for(lambda: self._done)
            self._came.wait_for(self._enough, _MOMENT)
            found: list[tuple[FetchRequest, T | Problem]] = []
            full, weight = len(self._done) >= _WAITING, 0
            while self._done and len(found) < _TOGETHER:
                result, claim = self._done[0]
                weight += claim.size
                if found and weight > self._most:
                    break
                if isinstance(result, Exception):
                    if found:
                        break  # what came before it counts
                    raise result
                found.append(result)
                self._given.append(claim)
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
            self._large.clear()
            for clock in self._clocks:
                clock.stop()
            self._hosts.changed.notify_all()

    def _do(self, request: FetchRequest, clock: Clock, claim: Claim) -> T | Problem:
        try:
            return self._then(self._one(request, clock, claim))
        except Problem as problem:
            return problem
        except MemoryError:
            return NetworkProblem("What {host} sent needs more memory than there is, and was given up.",
                                  kind="too-big", host=parse(request.address).bare_host)

    def _take(self, last: str) -> tuple[str, FetchRequest, Clock, Claim] | None:
        with self._hosts.changed:
            while not self._stopped and self.left > len(self._done):
                taken = self._take_small(last) if self._todo else self._take_large()
                if taken is not None:
                    clock = Clock(taken[1].seconds)
                    self._clocks.add(clock)
                    host, request, claim = taken
                    return host, request, clock, claim
                self._hosts.changed.wait()
        return None

    def _take_small(self, last: str) -> tuple[str, FetchRequest, Claim] | None:
        host = self._choose(last) if self._room.fits(STEP) else None
        if host is None:
            return None
        row = self._todo[host]
        request = row.popleft()
        if not row:
            del self._todo[host]
        return host, request, self._room.claim(STEP)

    def _take_large(self) -> tuple[str, FetchRequest, Claim] | None:
        for place, (host, request) in enumerate(self._large):
            if not self._room.fits(request.max_bytes):
                return None
            if self._hosts.try_enter(host):
                del self._large[place]
                return host, request, self._room.claim(request.max_bytes)
        return None

    def _put_off(self, host: str, request: FetchRequest, clock: Clock, claim: Claim) -> None:
        with self._hosts.changed:
            self._clocks.discard(clock)
            claim.settle(0)
            if not self._stopped:
                self._large.append((host, request))
            self._hosts.changed.notify_all()

    def _choose(self, last: str) -> str | None:
        """Take a place at a host: the one just asked (its connection is open), else one nobody asks now."""
        if last in self._todo and self._hosts.try_enter(last):
            return last
        for quiet in (True, False):
            for host in self._todo:
                if (not quiet or not self._hosts.busy(host)) and self._hosts.try_enter(host):
                    return host
        return None

    def _put(self, result: _Result[T], clock: Clock, claim: Claim) -> None:
        weight = 0 if isinstance(result, Exception) else int(getattr(result[1], "weight", 0))
        with self._hosts.changed:
            self._clocks.discard(clock)
            claim.settle(weight)
            while len(self._done) >= _WAITING and not self._stopped:
                self._hosts.changed.wait()
            self._done.append((result, claim))
            if not self._todo and not self._large:
                self._hosts.changed.notify_all()  # whoever waits for one to be put off may go
            if len(self._done) == 1 or self._enough():
                self._came.notify()
