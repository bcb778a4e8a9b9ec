"""Many at once: really at once, never more than two at one host, and ended when nobody wants the rest."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from typing import TypeVar

import pytest

from pkm_app.base.errors import NotAFeed, Problem
from pkm_app.net.fetch import NetFetcher
from pkm_app.seek.model import FetchRequest, FetchResponse
from tests.servers.loopback import Answer, Loopback, Seen, Talk, reply

Serve = Callable[..., Loopback]
T = TypeVar("T")


def requests(server: Loopback, count: int) -> list[FetchRequest]:
    return [FetchRequest(server.address(f"/{number}"), typed=True) for number in range(count)]


def flat(running: Iterator[Sequence[T]]) -> list[T]:
    return list(chain.from_iterable(running))


def meeting(count: int) -> Answer:
    """Answer only once so many are being answered at the same time."""
    together = threading.Barrier(count)

    def answer(talk: Talk, _seen: Seen) -> None:
        together.wait(20)
        talk.send(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok")

    return answer


def fetching() -> list[str]:
    return [thread.name for thread in threading.enumerate() if thread.name.startswith("pkm-fetch")]


def test_parallel_is_parallel(fetcher: NetFetcher, serve: Serve) -> None:
    """Sixteen that can only finish together, two on each of eight hosts."""
    answer = meeting(16)
    servers = [serve({"*": answer}, host=f"127.0.0.{number}") for number in range(1, 9)]
    wanted = [request for server in servers for request in requests(server, 2)]
    results = flat(fetcher.fetch_all(wanted, lambda response: response.body))
    assert [result for _, result in results] == [b"ok"] * 16
    assert {request.address for request, _ in results} == {request.address for request in wanted}


def test_one_host_is_never_asked_more_than_two_things_at_once(fetcher: NetFetcher, serve: Serve) -> None:
    def slow(talk: Talk, _seen: Seen) -> None:
        talk.pause(0.01)
        talk.send(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok")

    server = serve({"*": slow})
    results = flat(fetcher.fetch_all(requests(server, 30), lambda response: response.status))
    assert [result for _, result in results] == [200] * 30
    assert server.most <= 2
    assert server.connections <= 2


def test_two_batches_and_single_questions_share_the_two_places(fetcher: NetFetcher, serve: Serve) -> None:
    server = serve({"*": lambda talk, seen: (talk.pause(0.005), reply(b"ok")(talk, seen))[1]})
    threads = [threading.Thread(target=lambda: list(fetcher.fetch_all(requests(server, 12), lambda r: r.status)))
               for _ in range(2)]
    threads += [threading.Thread(target=lambda: fetcher.fetch(requests(server, 1)[0])) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(server.seen) == 28
    assert server.most <= 2


def test_what_goes_wrong_comes_with_its_request(fetcher: NetFetcher, serve: Serve) -> None:
    server = serve({"/0": reply(b"fine"), "/1": reply(b"no feed"), "/2": reply(b"", "410 Gone")})

    def then(response: FetchResponse) -> bytes:
        if response.body != b"fine":
            raise NotAFeed("This is no feed.")
        return response.body

    wanted = [*requests(server, 3), FetchRequest("ftp://x/"), FetchRequest(server.address())]
    results = {request.address: result for request, result in flat(fetcher.fetch_all(wanted, then))}
    assert len(results) == 5
    kinds = [getattr(results[request.address], "kind", type(results[request.address]).__name__) for request in wanted]
    assert kinds == ["bytes", "NotAFeed", "gone", "not-allowed", "not-allowed"]
    assert all(isinstance(result, bytes | Problem) for result in results.values())


def test_a_fault_of_ours_is_not_taken_for_a_problem(fetcher: NetFetcher, serve: Serve) -> None:
    server = serve({"*": reply(b"ok")})
    with pytest.raises(ZeroDivisionError):
        list(fetcher.fetch_all(requests(server, 20), lambda response: 1 // 0))
    assert fetching() == []


def test_closing_ends_what_is_under_way(fetcher: NetFetcher, serve: Serve) -> None:
    """The silent ones would answer in the end; nobody may still be waiting for them then."""
    asked = threading.Semaphore(0)

    def late(talk: Talk, seen: Seen) -> None:
        asked.release()
        talk.pause(60)
        reply(b"late")(talk, seen)

    quick = serve({"*": reply(b"quick")})
    servers = [serve({"*": late}, host=f"127.0.0.{number}") for number in range(2, 6)]
    came: list[bytes] = []
    wanted = [*requests(quick, 1), *(request for server in servers for request in requests(server, 3))]
    running = fetcher.fetch_all(wanted, lambda response: came.append(response.body))
    assert next(running)[0][0] == wanted[0]
    for _ in range(8):
        asked.acquire()
    running.close()
    assert fetching() == []
    assert came == [b"quick"]
    assert sum(len(server.seen) for server in servers) == 8
    assert fetcher.fetch(requests(quick, 1)[0]).body == b"quick"


def test_results_that_nobody_takes_hold_the_fetching_up(fetcher: NetFetcher, serve: Serve) -> None:
    server = serve({"*": reply(b"ok")})
    done = threading.Semaphore(0)
    running = fetcher.fetch_all(requests(server, 300), lambda response: done.release())
    taken = len(next(running))
    for _ in range(taken + 64):
        done.acquire()
    while done.acquire(timeout=0.5):
        pass  # until nothing moves any more
    assert taken + 64 <= len(server.seen) <= taken + 64 + 16
    running.close()
    assert len(server.seen) <= taken + 64 + 16


def test_what_arrives_together_comes_together_and_nobody_waits_for_the_slow(fetcher: NetFetcher, serve: Serve) -> None:
    asked = threading.Event()

    def slow(talk: Talk, seen: Seen) -> None:
        asked.wait(20)
        reply(b"slow")(talk, seen)

    quick = [serve({"*": reply(b"quick")}, host=f"127.0.0.{number}") for number in range(1, 7)]
    late = serve({"*": slow}, host="127.0.0.9")
    wanted = [*requests(late, 1), *(request for server in quick for request in requests(server, 2))]
    running = fetcher.fetch_all(wanted, lambda response: response.body)
    came: list[int] = []
    while sum(came) < 12:
        came.append(len(next(running)))
    assert max(came) > 1
    asked.set()
    assert [result for _, result in next(running)] == [b"slow"]
    assert list(running) == []


def test_what_came_before_a_fault_of_ours_is_given(fetcher: NetFetcher, serve: Serve) -> None:
    server = serve({"*": reply(b"fine"), "/4": reply(b"fault")})
    fine = threading.Semaphore(0)

    def then(response: FetchResponse) -> None:
        if response.body == b"fault":
            for _ in range(4):
                fine.acquire(timeout=20)
            raise ZeroDivisionError
        fine.release()

    got: list[FetchRequest] = []
    with pytest.raises(ZeroDivisionError):
        got.extend(request for together in fetcher.fetch_all(requests(server, 5), then) for request, _ in together)
    assert len(got) >= 3  # the fourth may be on its way still


def test_nothing_wanted_nothing_done(fetcher: NetFetcher) -> None:
    assert list(fetcher.fetch_all([], lambda response: response)) == []


def test_an_iterator_that_was_never_begun_does_nothing(fetcher: NetFetcher, serve: Serve) -> None:
    server = serve({"*": reply(b"ok")})
    fetcher.fetch_all(requests(server, 5), lambda response: response).close()
    assert (server.seen, fetching()) == ([], [])


def test_requests_that_share_a_redirected_host_all_arrive(fetcher: NetFetcher, serve: Serve) -> None:
    """Each waits for a place at the second host without holding one at the first."""
    one = serve({"*": reply(b"ok")})
    two = serve({"*": reply(b"ok")}, host="127.0.0.2")

    def on(talk: Talk, seen: Seen) -> None:
        there = f"http://127.0.0.1:{one.port}/end{seen.path}"
        talk.send(f"HTTP/1.1 302 On\r\nLocation: {there}\r\nContent-Length: 0\r\n\r\n".encode())

    one.pages["*"] = lambda talk, seen: (reply(b"ok") if seen.path.startswith("/end") else on)(talk, seen)
    results = flat(fetcher.fetch_all([*requests(one, 20), *requests(two, 20)], lambda response: response.status))
    assert [result for _, result in results] == [200] * 40
