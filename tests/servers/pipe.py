"""A wire to another server of this machine that can be cut: for protocols in which the server speaks first."""

from __future__ import annotations

import contextlib
import select
import socket
import threading
from types import TracebackType
from typing import Self


class Pipe:
    """Passes everything on between whoever connects to ``port`` and a server. With ``trouble`` it fails once what is
    said holds ``word``: "gone" hangs up, "lost" lets it be done and hangs up before the answer, "slow" goes silent."""

    def __init__(self, host: str, port: int, word: bytes) -> None:
        self._there = (host, port)
        self._word = word
        self.trouble = ""
        self._closing = threading.Event()
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._listening.getsockname()[1])
        self._threads = [threading.Thread(target=self._accept, daemon=True)]
        self._threads[0].start()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None,
                 trace: TracebackType | None) -> None:
        self._closing.set()
        self._listening.close()
        for thread in self._threads:
            thread.join(10)

    def _accept(self) -> None:
        self._listening.settimeout(0.1)
        while not self._closing.is_set():
            with contextlib.suppress(OSError):
                connection, _ = self._listening.accept()
                thread = threading.Thread(target=self._serve, args=(connection,), daemon=True)
                self._threads.append(thread)
                thread.start()

    def _serve(self, connection: socket.socket) -> None:
        with connection, contextlib.suppress(OSError), socket.create_connection(self._there) as there:
            self._pass_on(connection, there)

    def _pass_on(self, here: socket.socket, there: socket.socket) -> None:
        said = False
        while not self._closing.is_set():
            for ready in select.select([here, there], [], [], 0.05)[0]:
                data = ready.recv(65536)
                if not data:
                    return
                if ready is here:
                    said = said or bool(self.trouble and self._word in data)
                    if said and self.trouble == "gone":
                        return
                    there.sendall(data)
                elif said and self.trouble == "lost" and not data.startswith(b"+"):
                    return
                elif not (said and self.trouble == "slow"):
                    here.sendall(data)
