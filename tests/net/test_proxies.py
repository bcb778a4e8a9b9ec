"""Through SOCKS proxies that really stand on this machine; what is said when a proxy does not lead there."""

from __future__ import annotations

import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from pkm_app.base.errors import NetworkProblem, Problem
from pkm_app.net.clock import Clock
from pkm_app.net.connect import dial
from pkm_app.net.fetch import NetFetcher
from pkm_app.net.outlets import Outlets
from pkm_app.net.proxy import Proxy, Routes
from pkm_app.net.socks import SocksError, lead_to
from pkm_app.net.target import parse
from pkm_app.seek.model import FetchRequest
from pkm_app.share.model import OutletSettings
from tests.servers.loopback import Loopback, reply
from tests.servers.socks import Socks

Serve = Callable[..., Loopback]
Through = Callable[..., NetFetcher]
FILES = Path(__file__).resolve().parents[1] / "servers" / "tls"


@pytest.fixture
def through() -> Iterator[Through]:
    """Makes a fetcher that goes through a proxy: ``through("socks5h://127.0.0.1:1080")``."""
    made: list[NetFetcher] = []

    def make(address: str, script: str = "") -> NetFetcher:
        proxies = {"all": address} if address else {}
        made.append(NetFetcher("1", routes=lambda: Routes(proxies, lambda _: False, script)))
        return made[-1]

    yield make
    for fetcher in made:
        fetcher.close()


def problem(fetcher: NetFetcher, address: str, typed: bool = False) -> NetworkProblem:
    with pytest.raises(NetworkProblem) as caught:
        fetcher.fetch(FetchRequest(address, typed=typed))
    assert len(str(caught.value).splitlines()) == 1
    return caught.value


@pytest.mark.parametrize(("scheme", "login", "version"), [
    ("socks5h", None, 5), ("socks5h", ("mé", "hunter2"), 5), ("socks", None, 5), ("socks4a", None, 4),
    ("socks4a", ("me", ""), 4),
])
def test_names_are_looked_up_by_the_proxy(
        serve: Serve, through: Through, scheme: str, login: tuple[str, str] | None, version: int) -> None:
    end = serve({"/a": reply(b"fine"), "/b": reply(b"more")})
    with Socks(end.port, login) as proxy:
        pair = f"{login[0]}:{login[1]}@" if login else ""
        fetcher = through(f"{scheme}://{pair}127.0.0.1:{proxy.port}")
        assert fetcher.fetch(FetchRequest("http://feeds.example/a")).body == b"fine"
        assert fetcher.fetch(FetchRequest("http://feeds.example/b")).body == b"more"
        assert problem(fetcher, "http://127.9/").kind == "not-allowed"
    assert proxy.asked == [(version, "feeds.example", 80)], "one connection, kept"
    assert [seen.path for seen in end.seen] == ["/a", "/b"], "it is asked as if it stood there itself"
    assert not [name for seen in end.seen for name in seen.headers if "proxy" in name]


@pytest.mark.parametrize(("scheme", "version"), [("socks5", 5), ("socks4", 4)])
def test_addresses_are_looked_up_here_and_watched(
        serve: Serve, through: Through, scheme: str, version: int, monkeypatch: pytest.MonkeyPatch) -> None:
    places = {"feeds.example": "1.2.3.4", "inside.example": "10.0.0.7"}
    monkeypatch.setattr("pkm_app.net.connect._look_up", lambda host, port, clock: [(2, (places[host], port))])
    end = serve({"*": reply(b"fine")})
    with Socks(end.port) as proxy:
        fetcher = through(f"{scheme}://127.0.0.1:{proxy.port}")
        assert fetcher.fetch(FetchRequest("http://feeds.example/")).body == b"fine"
        assert problem(fetcher, "http://inside.example/").kind == "not-allowed"
        assert fetcher.fetch(FetchRequest("http://inside.example:81/", typed=True)).body == b"fine"
    assert proxy.asked == [(version, "1.2.3.4", 80), (version, "10.0.0.7", 81)]


@pytest.fixture
def tls() -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(FILES / "server.pem")
    return context


def test_https_goes_through_and_is_checked(
        serve: Serve, through: Through, tls: ssl.SSLContext, monkeypatch: pytest.MonkeyPatch) -> None:
    end = serve({"*": reply(b"secure")}, tls=tls)
    with Socks(end.port) as proxy:
        address = f"socks5h://127.0.0.1:{proxy.port}"
        assert problem(through(address), "https://feeds.example/").kind == "certificate"
        monkeypatch.setenv("SSL_CERT_FILE", str(FILES / "authority.pem"))
        assert through(address).fetch(FetchRequest("https://feeds.example/")).body == b"secure"
    assert proxy.asked == [(5, "feeds.example", 443)] * 2


def test_an_outlet_is_reached_through_it(
        serve: Serve, tls: ssl.SSLContext, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(FILES / "authority.pem"))
    end = serve({"*": reply(b"", "503 Busy")}, tls=tls)
    with Socks(end.port) as proxy:
        outlets = Outlets("1", routes=lambda: Routes({"all": f"socks5h://127.0.0.1:{proxy.port}"}, lambda _: False))
        outlet = outlets.open(OutletSettings("b", "wordpress", "https://feeds.example/", "u"), "secret")
        with pytest.raises(Problem):
            outlet.check()
        outlets.close()
    assert proxy.asked[0] == (5, "feeds.example", 443)
    assert end.seen


@pytest.mark.parametrize(("code", "told"), [
    (1, "does not let a connection"), (2, "does not let a connection"), (3, "cannot be reached"),
    (4, "cannot be reached"), (5, "refused"), (7, "does not let"),
])
def test_a_proxy_that_does_not_lead_there(through: Through, code: int, told: str) -> None:
    with Socks(refuses=code) as proxy:
        said = problem(through(f"socks5h://127.0.0.1:{proxy.port}"), "http://feeds.example/")
    assert (said.kind, told in str(said), "feeds.example" in str(said)) == ("unreachable", True, True)


@pytest.mark.parametrize("address", ["socks5h://127.0.0.1", "socks5h://me:wrong@127.0.0.1", "socks4a://you@127.0.0.1"])
def test_a_proxy_that_does_not_know_us(through: Through, address: str) -> None:
    with Socks(login=("me", "hunter2")) as proxy:
        said = problem(through(f"{address}:{proxy.port}"), "http://feeds.example/")
    assert "does not accept the name and password" in str(said)
    assert "wrong" not in repr(said.values) + str(said)


@pytest.mark.parametrize("scheme", ["socks5h", "socks4a"])
@pytest.mark.parametrize("answer", [b"HTTP/1.1 400 Bad Request\r\n\r\n", b""])
def test_what_is_no_proxy_of_that_kind(through: Through, scheme: str, answer: bytes) -> None:
    def serve() -> None:
        connection, _ = listening.accept()
        with connection:
            connection.recv(100)
            connection.sendall(answer)

    with socket.create_server(("127.0.0.1", 0)) as listening:
        thread = threading.Thread(target=serve)
        thread.start()
        said = problem(through(f"{scheme}://127.0.0.1:{listening.getsockname()[1]}"), "http://feeds.example/")
        thread.join()
    assert "is none" in str(said)


@pytest.mark.parametrize("scheme", ["http", "socks5h"])
def test_a_proxy_that_is_not_there_is_named_and_not_the_host(through: Through, scheme: str) -> None:
    said = problem(through(f"{scheme}://me:hunter2@127.0.0.1:9"), "http://feeds.example/")
    assert (said.kind, str(said)) == ("unreachable", f"The proxy that is set on this computer, {scheme}://127.0.0.1:9, "
                                                     "cannot be reached.")


def test_a_kind_of_proxy_that_is_not_known_is_not_gone_around(through: Through) -> None:
    for address in ("https://p.example:443", "quic://p.example", "socks9://p.example", "http://[", "socks5://:1"):
        assert "socks5://" in str(problem(through(address), "http://feeds.example/"))


def test_a_proxy_that_stays_silent_is_given_up_in_time(serve: Serve) -> None:
    silent = serve({"*": reply()})  # it waits for a line of HTTP that never comes
    sock, _ = dial("127.0.0.1", silent.port, Clock(0.3), True, "p")
    with sock, pytest.raises((TimeoutError, SocksError)):
        lead_to(sock, Proxy("127.0.0.1", silent.port, "socks5h"), "feeds.example", 80)


def test_a_name_that_is_too_long_for_it_is_refused(serve: Serve) -> None:
    with Socks() as proxy:
        sock, _ = dial("127.0.0.1", proxy.port, Clock(30), True, "p")
        with sock, pytest.raises(SocksError):
            lead_to(sock, Proxy("127.0.0.1", proxy.port, "socks5h"), "a" * 300, 80)
    assert proxy.asked == []


def test_macos_names_a_socks_proxy_apart(serve: Serve) -> None:
    routes = Routes({"socks": "http://10.0.0.9:1080"}, lambda _: False)
    assert routes.to(parse("https://feeds.example/")) == Proxy("10.0.0.9", 1080, "socks5h")


def test_where_a_script_chooses_the_proxy_it_is_said_that_it_is_not_run(serve: Serve, through: Through) -> None:
    fetcher = through("", script="http://p.example/p.pac")
    said = problem(fetcher, "http://no-such-host.invalid/")
    assert said.kind == "unreachable"
    assert "a script (http://p.example/p.pac) chooses the proxy, which PKM does not run: set HTTPS_PROXY" in str(said)
    assert "script" not in str(problem(fetcher, "http://127.0.0.1:9/", typed=True))
    assert "script" not in str(problem(fetcher, serve({"/": reply(b"", "404 No")}).address(), typed=True))
