"""A small web server on loopback for tests: it says what it is told to say, byte by byte where needed."""

from __future__ import annotations

import contextlib
import select
import socket
import ssl
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import TracebackType
from typing import Self


@dataclass(frozen=True)
class Seen:
    """A request as it arrived; header names in lower case."""

    method: str
    path: str
    headers: Mapping[str, str]
    body: bytes = b""


class Talk:
    """One side of a connection, for who answers a request."""

    def __init__(self, connection: socket.socket, closing: threading.Event) -> None:
        self._connection = connection
        self.closing = closing

    def send(self, data: bytes) -> None:
        """Send bytes as they are. Raises OSError when the other side hung up."""
        self._connection.sendall(data)

    def pause(self, seconds: float) -> None:
        """Wait, but not when the server is to end. Raises OSError then."""
        if self.closing.wait(seconds):
            raise OSError("the server ends")

    def ask(self, host: str, port: int, seen: Seen) -> bytes:
        """Ask another server the same, and return its whole answer as it came."""
        fields = {**seen.headers, "connection": "close"}
        head = "".join(f"{name}: {value}\r\n" for name, value in fields.items())
        with socket.create_connection((host, port)) as there:
            there.sendall(f"{seen.method} {seen.path} HTTP/1.1\r\n{head}\r\n".encode() + seen.body)
            return b"".join(iter(lambda: there.recv(65536), b""))

    def join(self, host: str, port: int) -> None:
        """Pass everything on between the other side and another server, as a proxy does, until one hangs up."""
        with socket.create_connection((host, port)) as there:
            pairs = {self._connection: there, there: self._connection}
            while not self.closing.is_set():
                for ready in select.select(list(pairs), [], [], 0.05)[0]:
                    data = ready.recv(65536)
                    if not data:
                        return
                    pairs[ready].sendall(data)

    def until_hung_up(self) -> None:
        """Say nothing more until the other side or the server ends it."""
        while not self.closing.is_set():
            self._connection.settimeout(0.05)
            with contextlib.suppress(TimeoutError):
                if not self._connection.recv(1024):
                    return


Answer = Callable[[Talk, Seen], None]


def reply(body: bytes = b"", status: str = "200 OK", **headers: str) -> Answer:
    """Answer properly: ``content_type="text/html"`` becomes a header Content-Type; the length is told."""
    fields = {name.replace("_", "-"): value for name, value in headers.items()}
    lines = [f"HTTP/1.1 {status}", *(f"{name}: {value}" for name, value in fields.items())]
    if not status.startswith(("304", "204")):
        lines.append(f"Content-Length: {len(body)}")
    head = "\r\n".join(lines).encode() + b"\r\n\r\n"
    return lambda talk, seen: talk.send(head if seen.method == "HEAD" else head + body)


def redirect(location: str, status: str = "302 Found", **headers: str) -> Answer:
    """Send the asker on."""
    return reply(b"", status, location=location, **headers)


def raw(data: bytes) -> Answer:
    """Send these bytes and hang up."""

    def answer(talk: Talk, _seen: Seen) -> None:
        talk.send(data)
        raise HangUp

    return answer


class HangUp(Exception):  # noqa: N818  not an error: the way to end a connection
    """An answer raises it to end the connection."""


class Loopback:
    """Serves ``pages`` (path without query -> answer) on ``host`` until it is closed; unknown paths are 404.

    ``seen`` holds all requests in order of arrival, ``connections`` counts them, ``most`` is how many requests
    were being answered at the same time at most.
    """

    def __init__(self, host: str = "127.0.0.1", pages: Mapping[str, Answer] | None = None,
                 tls: ssl.SSLContext | None = None) -> None:
        self.pages: dict[str, Answer] = dict(pages or {})
        self.seen: list[Seen] = []
        self.connections = 0
        self.most = 0
        self._now = 0
        self._tls = tls
        self._lock = threading.Lock()
        self._closing = threading.Event()
        self._open: set[socket.socket] = set()
        self._threads: list[threading.Thread] = []
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        self._listening = socket.create_server((host, 0), family=family, backlog=256)
        self.host, self.port = host, int(self._listening.getsockname()[1])
        self._accepting = threading.Thread(target=self._accept, daemon=True)
        self._accepting.start()

    def address(self, path: str = "/", host: str = "") -> str:
        """Return the address of a path, by another name of this host if one is given."""
        name = host or (f"[{self.host}]" if ":" in self.host else self.host)
        return f"{'https' if self._tls else 'http'}://{name}:{self.port}{path}"

    def close(self) -> None:
        """End everything and wait for it."""
        self._closing.set()
        with contextlib.suppress(OSError):
            self._listening.shutdown(socket.SHUT_RDWR)
        self._listening.close()
        self._accepting.join()
        with self._lock:
            for connection in self._open:
                with contextlib.suppress(OSError):
                    socket.socket.shutdown(connection, socket.SHUT_RDWR)
        for thread in self._threads:
            thread.join()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None,
                 trace: TracebackType | None) -> None:
        self.close()

    def _accept(self) -> None:
        while not self._closing.is_set():
            try:
                connection, _ = self._listening.accept()
            except OSError:
                return
            with self._lock:
                self.connections += 1
                self._open.add(connection)
                thread = threading.Thread(target=self._serve, args=(connection,), daemon=True)
                self._threads.append(thread)
            thread.start()

    def _serve(self, connection: socket.socket) -> None:
        try:
            if self._tls is not None:
                connection = self._secure(self._tls, connection)
            self._talk(connection)
        except (OSError, HangUp):
            pass  # the other side has what it wanted, or wants no more
        finally:
            with self._lock:
                self._open.discard(connection)
            connection.close()

    def _secure(self, tls: ssl.SSLContext, connection: socket.socket) -> ssl.SSLSocket:
        with self._lock:  # wrapping takes the number of the socket away: closing must find the new one
            secure = tls.wrap_socket(connection, server_side=True, do_handshake_on_connect=False)
            self._open.discard(connection)
            self._open.add(secure)
        try:
            secure.do_handshake()
        except OSError:
            with self._lock:
                self._open.discard(secure)
            secure.close()
            raise
        return secure

    def _talk(self, channel: socket.socket) -> None:
        with channel.makefile("rb") as reading:
            while line := reading.readline(65537):
                if not line.rstrip().endswith((b"HTTP/1.1", b"HTTP/1.0")):
                    raise HangUp  # not HTTP: a TLS greeting, for one
                method, path, _ = line.decode("latin-1").split(" ", 2)
                headers: dict[str, str] = {}
                while (field := reading.readline(65537).decode("latin-1").strip()):
                    name, _, value = field.partition(":")
                    headers[name.strip().lower()] = value.strip()
                body = reading.read(int(headers.get("content-length", "0")))
                self._answer(channel, Seen(method, path, headers, body))
                if headers.get("connection") == "close":
                    return

    def _answer(self, channel: socket.socket, seen: Seen) -> None:
        with self._lock:
            self.seen.append(seen)
            self._now += 1
            self.most = max(self.most, self._now)
        try:
            page = self.pages.get(seen.path.partition("?")[0]) or self.pages.get("*") or reply(b"no", "404 Not Found")
            page(Talk(channel, self._closing), seen)
        finally:
            with self._lock:
                self._now -= 1
