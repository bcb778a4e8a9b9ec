"""However large the answers, only so many bytes of them are about at once, and the small ones do not wait for them."""

from __future__ import annotations

import gzip
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import chain

import pytest

from pkm_app.base.errors import NetworkProblem
from pkm_app.net.fetch import NetFetcher
from pkm_app.net.proxy import Routes
from pkm_app.net.unpack import Body
from pkm_app.seek.model import FetchRequest, FetchResponse
from tests.net.test_parallel import fetching, requests
from tests.servers.loopback import Loopback, Seen, Talk, reply

MB = 1024 * 1024
ROOM = 12 * MB
LARGE = 5 * MB
Serve = Callable[..., Loopback]


@pytest.fixture
def narrow() -> Iterator[NetFetcher]:
    """A fetcher that has room for two large answers."""
    one = NetFetcher("1.2.3", routes=lambda: Routes({}), room=ROOM)
    yield one
    one.close()


def large(serve: Serve, hosts: int, **headers: str) -> list[FetchRequest]:
    """One large answer on each of so many hosts."""
    body = gzip.compress(b"x" * LARGE) if headers else b"x" * LARGE
    servers = [serve({"*": reply(body, **headers)}, host=f"127.0.0.{number}") for number in range(2, hosts + 2)]
    return [FetchRequest(server.address(), typed=True, max_bytes=LARGE) for server in servers]


class Counting:
    """Takes bodies in, holds the large ones until ``go``, and knows how many bytes it ever held."""

    def __init__(self) -> None:
        self.go = threading.Event()
        self.most = self._held = 0
        self._lock = threading.Lock()

    def __call__(self, response: FetchResponse) -> int:
        size = len(response.body)
        with self._lock:
            self._held += size
            self.most = max(self.most, self._held)
        if size == LARGE:
            self.go.wait(60)
            threading.Event().wait(0.05)  # whoever else is on the way may come, if there is room
        with self._lock:
            self._held -= size
        return size


@pytest.mark.parametrize("packed", [False, True])
def test_large_answers_take_turns_and_the_small_ones_go_first(narrow: NetFetcher, serve: Serve, packed: bool) -> None:
    """Eight that would take 40 MB; none of them is let go before the small ones have all come."""
    small = serve({"*": reply(b"small")})
    big = large(serve, 8, **({"content_encoding": "gzip"} if packed else {}))
    read = Counting()
    got: list[int | Exception] = []
    for together in narrow.fetch_all([*big, *requests(small, 40)], read):
        got += [result for _, result in together]
        if got.count(5) == 40:
            read.go.set()
    assert sorted(got, key=str) == [5] * 40 + [LARGE] * 8
    assert read.most <= ROOM


def test_one_alone_may_be_larger_than_the_room(serve: Serve) -> None:
    fetcher = NetFetcher("1.2.3", routes=lambda: Routes({}), room=2 * MB)
    results = list(chain.from_iterable(fetcher.fetch_all(large(serve, 3), lambda response: len(response.body))))
    assert [size for _, size in results] == [LARGE] * 3
    fetcher.close()


@dataclass
class Heavy:
    weight: int


def test_results_that_nobody_takes_count_by_their_weight(narrow: NetFetcher, serve: Serve) -> None:
    server = serve({"*": reply(b"ok")})
    done = threading.Semaphore(0)

    def then(_response: FetchResponse) -> Heavy:
        done.release()
        return Heavy(4 * MB)

    running = narrow.fetch_all(requests(server, 60), then)
    taken = len(next(running))
    while done.acquire(timeout=0.5):
        pass  # until nothing moves any more
    assert taken == 1
    assert len(server.seen) <= 2 + 3 + 1  # two at once at a host, and what fits
    assert taken + sum(map(len, running)) == 60


def test_those_that_wait_for_room_can_be_stopped(narrow: NetFetcher, serve: Serve) -> None:
    reading = threading.Semaphore(0)
    over = threading.Event()

    def then(response: FetchResponse) -> None:
        if response.body != b"small":
            reading.release()
            over.wait(60)

    small = serve({"*": reply(b"small")})
    running = narrow.fetch_all([*large(serve, 6), *requests(small, 1)], then)
    next(running)
    reading.acquire()
    closing = threading.Thread(target=running.close)
    threading.Timer(0.2, over.set).start()
    closing.start()
    closing.join(60)
    assert not closing.is_alive()
    assert fetching() == []


def test_one_that_needs_more_memory_than_there_is_fails_alone(fetcher: NetFetcher, serve: Serve) -> None:
    def then(response: FetchResponse) -> bytes:
        if response.body == b"huge":
            raise MemoryError
        return response.body

    server = serve({"*": reply(b"ok"), "/3": reply(b"huge")})
    got = dict(chain.from_iterable(fetcher.fetch_all(requests(server, 6), then)))
    (failed,) = [result for result in got.values() if result != b"ok"]
    assert isinstance(failed, NetworkProblem)
    assert str(failed) == "What 127.0.0.1 sent needs more memory than there is, and was given up."


def test_a_packed_body_is_told_while_it_grows() -> None:
    told: list[int] = []
    body = Body("gzip", LARGE, told.append)
    body.add(gzip.compress(b"\0" * LARGE))
    assert body.done() == b"\0" * LARGE
    assert told[-1] == LARGE
    assert max(after - before for before, after in zip([0, *told], told, strict=False)) <= 256 * 1024


def test_who_was_put_off_is_asked_once_more_and_not_oftener(narrow: NetFetcher, serve: Serve) -> None:
    asked: list[str] = []
    lock = threading.Lock()

    def count(talk: Talk, seen: Seen) -> None:
        with lock:
            asked.append(seen.headers["host"])
        reply(b"x" * LARGE)(talk, seen)

    servers = [serve({"*": count}, host=f"127.0.0.{number}") for number in range(2, 10)]
    wanted = [FetchRequest(server.address(), typed=True, max_bytes=LARGE) for server in servers]
    assert len(list(chain.from_iterable(narrow.fetch_all(wanted, lambda response: None)))) == 8
    assert max(map(asked.count, asked)) <= 2
