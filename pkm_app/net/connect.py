"""Connections: made under the guard and the clock, kept open for the next question, never more than a few."""

from __future__ import annotations

import contextlib
import socket
import ssl
import threading
import time
from base64 import b64encode
from collections import OrderedDict
from functools import cached_property
from typing import Any

import certifi
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.util import parse_url

from pkm_app.base.errors import NetworkProblem
from pkm_app.net.clock import Clock, ClockedSocket, ClockedTLSSocket
from pkm_app.net.guard import is_public, is_this_machine, names_this_side
from pkm_app.net.proxy import Proxy
from pkm_app.net.socks import lead_to
from pkm_app.net.target import Target

ONE_ADDRESS = 6.0  # seconds for one address of a name that has more
_IDLE = 32  # connections kept open in all
_IDLE_SECONDS = 55.0  # most servers hang up after 60

Connection = HTTPConnection | HTTPSConnection
SocketAddress = tuple[Any, ...]  # (address, port), for IPv6 with flow and scope behind it


class _Plain(HTTPConnection):
    dialled: ClockedSocket

    def _new_conn(self) -> socket.socket:
        return self.dialled


class _Secure(HTTPSConnection):
    dialled: ClockedSocket

    def _new_conn(self) -> socket.socket:
        return self.dialled


class Line:
    """One open connection. ``public`` says that the address it leads to is out in the world."""

    def __init__(self, connection: Connection, public: bool) -> None:
        self.connection = connection
        self.public = public
        self.since = time.monotonic()
        self.used = False

    def start(self, clock: Clock) -> None:
        """Put the line under the clock of the exchange that now uses it."""
        sock = self.connection.sock
        assert isinstance(sock, ClockedSocket | ClockedTLSSocket)
        sock.clock = clock
        clock.hold(sock)

    def close(self) -> None:
        """Hang up."""
        self.connection.close()


class Lines:
    """Opens connections and keeps some that are idle, for all threads.

    Raises NetworkProblem (``not-allowed``) where the guard forbids; OSError, ssl.SSLError and Stopped as they come.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._idle: OrderedDict[tuple[object, ...], list[Line]] = OrderedDict()
        self._count = 0

    def take(self, target: Target, proxy: Proxy | None, private: bool) -> Line | None:
        """Return an idle line to a place, or None. ``private`` allows addresses that are not public."""
        while True:
            with self._lock:
                waiting = self._idle.get(_key(target, proxy))
                # A line that a typed address opened to a private place is not for anything else.
                index = next((n for n, line in enumerate(waiting or ()) if private or line.public), None)
                if waiting is None or index is None:
                    return None
                line = waiting.pop(index)
                self._count -= 1
                if not waiting:
                    del self._idle[_key(target, proxy)]
            # What is readable now is a farewell, or words nobody asked for.
            if time.monotonic() - line.since < _IDLE_SECONDS and line.connection.is_connected:
                return line
            line.close()

    def open(self, target: Target, proxy: Proxy | None, private: bool, clock: Clock) -> Line:
        """Make a new connection."""
        if proxy is not None and not private and names_this_side(target.host):
            raise not_allowed(target.bare_host)
        sock, public = _dial_through(proxy, target, private, clock) if proxy else dial(
            target.host, target.port, clock, private, target.bare_host)
        asked = proxy if proxy is not None and proxy.is_http else None  # the others are not noticed from here on
        host, port = (asked.host, asked.port) if asked else (target.host, target.port)
        connection: _Plain | _Secure
        if target.scheme == "https":
            connection = _Secure(host, port, timeout=None, ssl_context=self._context)
        else:
            connection = _Plain(host, port, timeout=None, proxy=parse_url(asked.address) if asked else None)
        connection.dialled = sock
        try:
            if isinstance(connection, _Secure):
                if asked is not None:
                    connection.set_tunnel(target.bare_host, target.port, headers=asked.headers)
                _shake_hands(connection, sock, clock)
            else:
                connection.connect()
        except BaseException:
            connection.close()
            sock.close()
            raise
        return Line(connection, public)

    def give(self, target: Target, proxy: Proxy | None, line: Line) -> None:
        """Keep a line whose answer was read to its end; the longest unused one goes when there are too many."""
        line.since, line.used = time.monotonic(), True
        gone = None
        with self._lock:
            key = _key(target, proxy)
            self._idle.setdefault(key, []).append(line)
            self._idle.move_to_end(key)
            self._count += 1
            if self._count > _IDLE:
                oldest, lines = next(iter(self._idle.items()))
                gone = lines.pop(0)
                self._count -= 1
                if not lines:
                    del self._idle[oldest]
        if gone is not None:
            gone.close()

    def close(self) -> None:
        """Hang up on all."""
        with self._lock:
            lines = [line for waiting in self._idle.values() for line in waiting]
            self._idle.clear()
            self._count = 0
        for line in lines:
            line.close()

    @cached_property
    def _context(self) -> ssl.SSLContext:
        """The system's certificates (or those SSL_CERT_FILE names), and Mozilla's where a system has none."""
        context = ssl.create_default_context()
        context.load_verify_locations(certifi.where())
        context.sslsocket_class = ClockedTLSSocket
        return context


def _shake_hands(connection: _Secure, sock: ClockedSocket, clock: Clock) -> None:
    """Do the TLS handshake (through the proxy's tunnel, if any) so that ``clock.stop`` can end it."""
    with contextlib.closing(sock.dup()) as held:  # the TLS layer takes the socket's own number away
        clock.hold(held)
        try:
            connection.connect()
        finally:
            clock.release()


def _dial_through(proxy: Proxy, target: Target, private: bool, clock: Clock) -> tuple[ClockedSocket, bool]:
    """Connect to a proxy, and with one that passes bytes on to the target; say with it whether that is public."""
    host, public = target.host, not names_this_side(target.host)
    if not proxy.takes_names:
        found = [str(place[0]) for family, place in resolve(target.host, target.port, clock)
                 if family == socket.AF_INET or proxy.kind != "socks4"]
        host = next((place for place in found if private or is_public(place)), "")
        if not host:
            raise not_allowed(target.bare_host)
        public = is_public(host)
    try:
        sock, _ = dial(proxy.host, proxy.port, clock, True, proxy.host)
    except OSError:
        raise NetworkProblem("The proxy that is set on this computer, {proxy}, cannot be reached.",
                             kind="unreachable", proxy=proxy.address) from None
    if not proxy.is_http:
        try:
            clock.hold(sock)
            lead_to(sock, proxy, host.rstrip("."), target.port)
        except BaseException:
            clock.release()
            sock.close()
            raise
        clock.release()
    return sock, public


def dial(host: str, port: int, clock: Clock, private: bool, name: str) -> tuple[ClockedSocket, bool]:
    """Connect to the first address of a host that answers; say with it whether the address is public.

    Each address is looked at just before the socket connects to it. ``name`` is what errors call the host.
    """
    found = [(family, place) for family, place in resolve(host, port, clock) if private or is_public(str(place[0]))]
    if not found:
        raise not_allowed(name)
    failure: OSError = OSError("no address")
    for number, (family, place) in enumerate(found):
        sock = ClockedSocket(family, socket.SOCK_STREAM)
        sock.clock = clock
        try:
            last = number == len(found) - 1
            sock.settimeout(clock.left() if last else min(clock.left(), ONE_ADDRESS))
            sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            clock.hold(sock)
            sock.connect(place)
            clock.release()
            sock.settimeout(clock.left())
            return sock, is_public(str(place[0]))
        except OSError as error:
            failure = error
            clock.release()
            sock.close()
            clock.left()
        except BaseException:
            clock.release()
            sock.close()
            raise
    raise failure


def resolve(host: str, port: int, clock: Clock) -> list[tuple[int, SocketAddress]]:
    """Return the (family, socket address) pairs of a host. Raises socket.gaierror; the clock bounds the wait."""
    bare = host.rstrip(".")  # the dot that ends a full name is for the name service only
    try:
        return _ask(bare, port, socket.AI_NUMERICHOST)
    except socket.gaierror:
        return _look_up(bare if is_this_machine(bare) else host, port, clock)


def _ask(host: str, port: int, flags: int = 0) -> list[tuple[int, SocketAddress]]:
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=flags)
    return [(family, place) for family, _, _, _, place in found]


def _look_up(host: str, port: int, clock: Clock) -> list[tuple[int, SocketAddress]]:
    """Ask the name service on a thread of its own, since nothing can interrupt the asking."""
    answer: list[list[tuple[int, SocketAddress]] | OSError | UnicodeError] = []
    done = threading.Event()

    def ask() -> None:
        try:
            answer.append(_ask(host, port))
        except (OSError, UnicodeError) as error:
            answer.append(error)
        done.set()

    threading.Thread(target=ask, name="pkm-lookup", daemon=True).start()
    clock.wait(done)
    result = answer[0]
    if isinstance(result, UnicodeError):
        raise socket.gaierror(socket.EAI_NONAME, "no host name")
    if isinstance(result, OSError):
        raise result
    return result


def not_allowed(host: str) -> NetworkProblem:
    """Return the problem of an address on this machine or a private network that nobody typed."""
    return NetworkProblem(
        "{host} is on this machine or a private network, and is only fetched when you give that address yourself.",
        kind="not-allowed", host=host)


def basic(credentials: str) -> str:
    """Return the value of an Authorization header for ``user:password`` (RFC 7617, UTF-8)."""
    return "Basic " + b64encode(credentials.encode()).decode("ascii")


def _key(target: Target, proxy: Proxy | None) -> tuple[object, ...]:
    return (*target.origin, proxy)
