"""A SOCKS proxy on loopback for tests: versions 4, 4a and 5, with a password if one is given."""

from __future__ import annotations

import contextlib
import select
import socket
import struct
import threading
from types import TracebackType
from typing import Self


class Socks:
    """Leads every host to the port ``there`` of this machine; ``asked`` keeps (version, host, port) of each wish.

    ``login`` is the user and password it wants; ``refuses`` is the code of RFC 1928 that it answers to everybody.
    """

    def __init__(self, there: int = 0, login: tuple[str, str] | None = None, refuses: int = 0) -> None:
        self.asked: list[tuple[int, str, int]] = []
        self._there, self._login, self._refuses = there, login, refuses
        self._closing = threading.Event()
        self._listening = socket.create_server(("127.0.0.1", 0))
        self._listening.settimeout(0.05)
        self.port = int(self._listening.getsockname()[1])
        self._threads = [threading.Thread(target=self._accept)]
        self._threads[0].start()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None,
                 trace: TracebackType | None) -> None:
        self._closing.set()
        for thread in self._threads:
            thread.join()
        self._listening.close()

    def _accept(self) -> None:
        while not self._closing.is_set():
            with contextlib.suppress(TimeoutError):
                connection, _ = self._listening.accept()
                thread = threading.Thread(target=self._serve, args=(connection,))
                self._threads.append(thread)
                thread.start()

    def _serve(self, connection: socket.socket) -> None:
        with connection, contextlib.suppress(OSError, EOFError):
            connection.settimeout(None)
            version = _take(connection, 1)[0]
            if (self._four if version == 4 else self._five)(connection):
                self._join(connection)

    def _four(self, connection: socket.socket) -> bool:
        _, port, place = struct.unpack("!BH4s", _take(connection, 7))
        user = _until_null(connection)
        host = _until_null(connection) if place[:3] == b"\0\0\0" and place[3] else socket.inet_ntoa(place)
        self.asked.append((4, host, port))
        known = self._login is None or user == self._login[0]
        fine = known and not self._refuses
        connection.sendall(bytes((0, 90 if fine else 91 if known else 93)) + bytes(6))
        return fine

    def _five(self, connection: socket.socket) -> bool:
        methods = _take(connection, _take(connection, 1)[0])
        wanted = 2 if self._login else 0
        if wanted not in methods:
            connection.sendall(b"\x05\xff")
            return False
        connection.sendall(bytes((5, wanted)))
        if self._login:
            _take(connection, 1)
            said = tuple(_take(connection, _take(connection, 1)[0]).decode() for _ in range(2))
            connection.sendall(bytes((1, said != self._login)))
            if said != self._login:
                return False
        kind = _take(connection, 4)[3]
        if kind == 3:
            host = _take(connection, _take(connection, 1)[0]).decode()
        else:
            host = socket.inet_ntop(*((socket.AF_INET, _take(connection, 4)) if kind == 1 else
                                      (socket.AF_INET6, _take(connection, 16))))
        self.asked.append((5, host, struct.unpack("!H", _take(connection, 2))[0]))
        bound = b"\x03\x04here\x00\x00" if self._refuses == 0 else b"\x01" + bytes(6)  # a name, as some answer
        connection.sendall(bytes((5, self._refuses, 0)) + bound)
        return not self._refuses

    def _join(self, connection: socket.socket) -> None:
        with socket.create_connection(("127.0.0.1", self._there)) as there:
            pairs = {connection: there, there: connection}
            while not self._closing.is_set():
                for ready in select.select(list(pairs), [], [], 0.05)[0]:
                    data = ready.recv(65536)
                    if not data:
                        return
                    pairs[ready].sendall(data)


def _take(connection: socket.socket, count: int) -> bytes:
    data = b""
    while len(data) < count:
        piece = connection.recv(count - len(data))
        if not piece:
            raise EOFError
        data += piece
    return data


def _until_null(connection: socket.socket) -> str:
    return b"".join(iter(lambda: _take(connection, 1), b"\0")).decode()
