"""https: only with a certificate that can be trusted, and under the same clock."""

from __future__ import annotations

import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from pkm_app.base.errors import NetworkProblem
from pkm_app.net.fetch import NetFetcher
from pkm_app.net.proxy import Routes
from pkm_app.net.target import parse
from pkm_app.net.trouble import problem_of
from pkm_app.seek.model import FetchRequest
from tests.servers.loopback import HangUp, Loopback, Seen, Talk, redirect, reply
from tests.servers.misbehaviour import drip

Serve = Callable[..., Loopback]
FILES = Path(__file__).resolve().parents[1] / "servers" / "tls"


@pytest.fixture
def tls() -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(FILES / "server.pem")
    return context


@pytest.fixture
def trusting(monkeypatch: pytest.MonkeyPatch) -> Iterator[NetFetcher]:
    """A fetcher on a system that trusts the authority of these tests, told the usual way."""
    monkeypatch.setenv("SSL_CERT_FILE", str(FILES / "authority.pem"))
    one = NetFetcher("1", routes=lambda: Routes({}))
    yield one
    one.close()


def kind(fetcher: NetFetcher, address: str, seconds: float = 20) -> str:
    with pytest.raises(NetworkProblem) as caught:
        fetcher.fetch(FetchRequest(address, typed=True, seconds=seconds))
    assert len(str(caught.value).splitlines()) == 1
    return caught.value.kind


def test_a_trusted_server_is_read_and_its_connection_kept(
        trusting: NetFetcher, serve: Serve, tls: ssl.SSLContext) -> None:
    server = serve({"/": reply(b"fine"), "/on": redirect("/")}, tls=tls)
    for path in ("/", "/on", "/"):
        assert trusting.fetch(FetchRequest(server.address(path, host="localhost"), typed=True)).body == b"fine"
    assert server.connections == 1


def test_a_certificate_nobody_vouches_for(fetcher: NetFetcher, serve: Serve, tls: ssl.SSLContext) -> None:
    server = serve({"/": reply(b"fine")}, tls=tls)
    assert kind(fetcher, server.address()) == "certificate"
    assert server.seen == []


def test_a_certificate_of_another_host(trusting: NetFetcher, serve: Serve, tls: ssl.SSLContext) -> None:
    server = serve({"/": reply(b"fine")}, tls=tls, host="127.0.0.2")
    assert kind(trusting, server.address()) == "certificate"
    assert server.seen == []


def test_no_tls_at_all(trusting: NetFetcher, serve: Serve) -> None:
    server = serve({"/": reply(b"fine")})
    assert kind(trusting, server.address().replace("http:", "https:")) == "broken"


def test_trap_08_the_clock_runs_during_the_handshake_and_over_tls(
        trusting: NetFetcher, serve: Serve, tls: ssl.SSLContext) -> None:
    secure = serve({"/": drip(b"HTTP/1.1 200 OK\r\n\r\n", b"x" * 200)}, tls=tls)
    assert kind(trusting, secure.address(), seconds=0.6) == "timeout"
    with Silent() as silent:
        assert kind(trusting, f"https://127.0.0.1:{silent.port}/", seconds=0.6) == "timeout"


def test_closing_ends_a_handshake_and_an_answer_over_tls(
        trusting: NetFetcher, serve: Serve, tls: ssl.SSLContext) -> None:
    asked = threading.Event()

    def late(talk: Talk, seen: Seen) -> None:
        asked.set()
        talk.pause(60)
        reply(b"late")(talk, seen)

    secure = serve({"/": late}, tls=tls)
    quick = serve({"/": reply(b"quick")})
    came: list[bytes] = []
    with Silent() as silent:
        wanted = [FetchRequest(quick.address(), typed=True), FetchRequest(secure.address(host="localhost"), typed=True),
                  FetchRequest(f"https://127.0.0.1:{silent.port}/", typed=True)]
        running = trusting.fetch_all(wanted, lambda response: came.append(response.body))
        next(running)
        asked.wait()
        silent.connected.wait()
        running.close()
    assert came == [b"quick"]


def test_through_the_systems_proxy(serve: Serve, tls: ssl.SSLContext, monkeypatch: pytest.MonkeyPatch) -> None:
    """The proxy itself stands at a private address, which is fine; what is asked through it must not be private."""
    end = serve({"/": reply(b"secure")}, tls=tls)

    def proxy(talk: Talk, seen: Seen) -> None:
        if seen.method != "CONNECT":
            reply(b"plain")(talk, seen)
            return
        talk.send(b"HTTP/1.1 200 Connected\r\n\r\n")
        talk.join("127.0.0.1", end.port)
        raise HangUp

    middle = serve({"*": proxy})
    monkeypatch.setenv("SSL_CERT_FILE", str(FILES / "authority.pem"))
    monkeypatch.setenv("http_proxy", f"http://me:hunter2@127.0.0.1:{middle.port}")
    monkeypatch.setenv("https_proxy", f"127.0.0.1:{middle.port}")
    monkeypatch.setenv("no_proxy", "direct.invalid")
    fetcher = NetFetcher("1")
    try:
        assert fetcher.fetch(FetchRequest("http://feeds.example/a?b=c")).body == b"plain"
        assert fetcher.fetch(FetchRequest("https://feeds.example/")).body == b"secure"
        for host in ("10.0.0.1", "0x7f.1", "printer.local", "intranet", "[::1]", "100.64.3.4"):
            assert kind_untyped(fetcher, f"http://{host}/") == "not-allowed"
        assert fetcher.fetch(FetchRequest("http://10.0.0.1/", typed=True)).body == b"plain"
        assert kind_untyped(fetcher, "http://direct.invalid/") == "unreachable"
        assert fetcher.fetch(FetchRequest(serve({"/": reply(b"here")}).address(), typed=True)).body == b"here"
    finally:
        fetcher.close()
    assert [(seen.method, seen.path) for seen in middle.seen] == [
        ("GET", "http://feeds.example/a?b=c"), ("CONNECT", "feeds.example:443"), ("GET", "http://10.0.0.1/")]
    assert middle.seen[0].headers["host"] == "feeds.example"
    assert ["proxy-authorization" in seen.headers for seen in middle.seen] == [True, False, True]
    assert "proxy-authorization" not in end.seen[0].headers


def test_a_proxy_that_refuses(serve: Serve) -> None:
    middle = serve({"*": reply(b"", "407 Who are you")})
    fetcher = NetFetcher("1", routes=lambda: Routes({"https": f"http://127.0.0.1:{middle.port}"}))
    told = problem(fetcher, "https://feeds.example/")
    assert (told.kind, "407" in str(told)) == ("unreachable", True)
    fetcher.close()


def problem(fetcher: NetFetcher, address: str) -> NetworkProblem:
    with pytest.raises(NetworkProblem) as caught:
        fetcher.fetch(FetchRequest(address))
    return caught.value


def kind_untyped(fetcher: NetFetcher, address: str) -> str:
    return problem(fetcher, address).kind


class Silent:
    """Takes connections and says nothing, not even hello."""

    def __init__(self) -> None:
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.port = self._socket.getsockname()[1]
        self.connected = threading.Event()
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._take)

    def _take(self) -> None:
        connection, _ = self._socket.accept()
        with connection:
            self.connected.set()
            self._ended.wait()

    def __enter__(self) -> Silent:
        self._thread.start()
        return self

    def __exit__(self, *_error: object) -> None:
        self._ended.set()
        self._thread.join()
        self._socket.close()


@pytest.mark.parametrize(("code", "said"), [
    (9, "not valid yet"), (10, "has expired"), (18, "nobody whom"), (20, "nobody whom"), (62, "of another host"),
    (26, "(unsuitable purpose)")])
def test_the_usual_faults_of_certificates_are_told_in_words(code: int, said: str) -> None:
    error = ssl.SSLCertVerificationError()
    error.verify_code, error.verify_message = code, "unsuitable purpose"
    problem = problem_of(error, parse("https://feeds.example/"), 30, 1)
    assert said in str(problem)
    assert "feeds.example" in str(problem)
    assert problem.kind == "certificate"
