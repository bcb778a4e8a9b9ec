"""Servers that misbehave get nothing out of it: one problem with one sentence, in bounded time and memory."""

from __future__ import annotations

import gzip
import threading
import zlib
from collections.abc import Callable

import pytest

from pkm_app.base.errors import NetworkProblem
from pkm_app.net.fetch import NetFetcher
from pkm_app.seek.model import FetchRequest
from tests.servers.loopback import HangUp, Loopback, Seen, Talk, reply
from tests.servers.misbehaviour import BAD, FEED, MB, OK, hidden_second_answer

Serve = Callable[..., Loopback]
SOON = 0.6  # seconds for what is to run out of time; whatever else is wrong is found out without a clock


@pytest.mark.parametrize("name", BAD)
def test_trap_08_a_misbehaving_server_is_survived(name: str, fetcher: NetFetcher, serve: Serve) -> None:
    answer, kind = BAD[name]
    server = serve({"/": answer, "/good": reply(FEED)})
    seconds = SOON if kind == "timeout" else 30
    with pytest.raises(NetworkProblem) as caught:
        fetcher.fetch(FetchRequest(server.address(), typed=True, max_bytes=MB, seconds=seconds))
    assert caught.value.kind == kind
    if kind != "not-allowed":
        assert "127.0.0.1" in str(caught.value)
    assert len(str(caught.value).splitlines()) == 1
    assert fetcher.fetch(FetchRequest(server.address("/good"), typed=True)).body == FEED


def test_trap_08_the_clock_runs_over_all_redirects_together(fetcher: NetFetcher, serve: Serve) -> None:
    """Each hop is quick enough, the chain is not."""

    def slow_hop(talk: Talk, seen: Seen) -> None:
        talk.pause(0.2)
        step = int(seen.path[1:])
        where = f"Location: /{step + 1}\r\n" if step < 8 else ""
        talk.send(f"HTTP/1.1 {302 if where else 200} Ok\r\n{where}Content-Length: 0\r\n\r\n".encode())

    server = serve({"*": slow_hop})
    with pytest.raises(NetworkProblem) as caught:
        fetcher.fetch(FetchRequest(server.address("/0"), typed=True, seconds=0.7))
    assert caught.value.kind == "timeout"


def test_trap_08_what_follows_an_answer_is_no_answer_to_the_next_question(fetcher: NetFetcher, serve: Serve) -> None:
    poisoned = threading.Event()

    def afterwards(talk: Talk, _seen: Seen) -> None:
        talk.send(OK + b"Content-Length: 4\r\n\r\nfine")
        talk.pause(0.05)
        talk.send(OK + b"Content-Length: 6\r\n\r\npoison")
        poisoned.set()

    server = serve({"/": hidden_second_answer, "/late": afterwards, "/next": reply(FEED)})
    assert fetcher.fetch(FetchRequest(server.address(), typed=True)).body == b"fine"
    assert fetcher.fetch(FetchRequest(server.address("/next"), typed=True)).body == FEED
    assert fetcher.fetch(FetchRequest(server.address("/late"), typed=True)).body == b"fine"
    poisoned.wait()
    assert fetcher.fetch(FetchRequest(server.address("/next"), typed=True)).body == FEED


@pytest.mark.parametrize("size", [MB, MB + 1])
@pytest.mark.parametrize("packed", [False, True])
def test_the_limit_is_exact(size: int, packed: bool, fetcher: NetFetcher, serve: Serve) -> None:
    body = b"x" * size
    answer = reply(gzip.compress(body), content_encoding="gzip") if packed else reply(body)
    request = FetchRequest(serve({"/": answer}).address(), typed=True, max_bytes=MB)
    if size > MB:
        with pytest.raises(NetworkProblem, match="1 MB") as caught:
            fetcher.fetch(request)
        assert caught.value.kind == "too-big"
    else:
        assert fetcher.fetch(request).body == body


def bare_deflate(body: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(body) + packer.flush()


PACKED = gzip.compress(FEED, mtime=0)  # the same bytes in every process, for they name the test


@pytest.mark.parametrize(("encoding", "body"), [
    ("gzip", PACKED), ("x-gzip", PACKED), ("GZIP", PACKED),
    ("deflate", zlib.compress(FEED)), ("deflate", bare_deflate(FEED)), ("identity", FEED),
    ("gzip", gzip.compress(FEED[:9], mtime=0) + gzip.compress(FEED[9:], mtime=0)), ("gzip", PACKED + b"\0" * 9),
])
def test_one_packing_is_read(encoding: str, body: bytes, fetcher: NetFetcher, serve: Serve) -> None:
    server = serve({"/": reply(body, content_encoding=encoding)})
    assert fetcher.fetch(FetchRequest(server.address(), typed=True)).body == FEED


def test_a_body_whose_end_is_the_end_of_the_connection(fetcher: NetFetcher, serve: Serve) -> None:
    def old(talk: Talk, _seen: Seen) -> None:
        talk.send(b"HTTP/1.0 200 OK\r\nContent-Type: text/xml\r\n\r\n" + FEED)
        raise HangUp

    assert fetcher.fetch(FetchRequest(serve({"/": old}).address(), typed=True)).body == FEED


def test_a_connection_that_the_server_gave_up_is_made_anew(fetcher: NetFetcher, serve: Serve) -> None:
    def once(talk: Talk, _seen: Seen) -> None:
        talk.send(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok")
        raise HangUp

    server = serve({"/": once})
    for _ in range(5):
        assert fetcher.fetch(FetchRequest(server.address(), typed=True)).body == b"ok"
    assert len(server.seen) == 5


def test_a_connection_is_kept_and_used_again(fetcher: NetFetcher, serve: Serve) -> None:
    server = serve({"/": reply(FEED), "/gone": reply(b"no", "404 Not Found"), "/same": reply(b"", "304 Not Modified")})
    for _ in range(3):
        assert fetcher.fetch(FetchRequest(server.address(), typed=True)).body == FEED
        assert fetcher.fetch(FetchRequest(server.address("/same"), etag='"1"', typed=True)).status == 304
        with pytest.raises(NetworkProblem):
            fetcher.fetch(FetchRequest(server.address("/gone"), typed=True))
    assert server.connections == 1
