"""One clock for a whole exchange, and sockets that obey it.

A timeout on each read lets a server that sends a byte now and then hold a thread for ever. Here every single
wait (connecting, the TLS handshake, each header line, each piece of the body) gets only what is left of one
span, and another thread can end all of it at once.
"""

from __future__ import annotations

import contextlib
import socket
import ssl
import threading
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer, WriteableBuffer


class Stopped(Exception):  # noqa: N818  nothing went wrong: somebody said stop
    """The exchange was ended from outside."""


class Clock:
    """How much of a span of ``seconds`` is left, counted from the moment it is made."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self._end = time.monotonic() + seconds
        self._lock = threading.Lock()
        self._held: socket.socket | None = None
        self._stopped = False

    def left(self) -> float:
        """Return the seconds that are left, more than 0. Raises TimeoutError, or Stopped after ``stop``."""
        self.raise_if_stopped()
        left = self._end - time.monotonic()
        if left <= 0:
            raise TimeoutError
        return left

    def raise_if_stopped(self) -> None:
        """Raise Stopped after ``stop``."""
        if self._stopped:
            raise Stopped

    def wait(self, event: threading.Event) -> None:
        """Wait for an event. Raises as ``left`` does."""
        while not event.wait(min(self.left(), 0.05)):
            pass

    def hold(self, sock: socket.socket) -> None:
        """Remember the socket on which the exchange now waits, so that ``stop`` can wake it."""
        with self._lock:
            self._held = sock
        self.left()

    def release(self) -> None:
        """Forget the socket; call it before the socket is closed or given away."""
        with self._lock:
            self._held = None

    def stop(self) -> None:
        """End the exchange now; may be called from any thread, more than once."""
        with self._lock:
            self._stopped = True
            if self._held is not None:
                with contextlib.suppress(OSError):  # not connected yet, or gone already
                    # The plain shutdown also for TLS: no farewell, which could wait for the other side.
                    socket.socket.shutdown(self._held, socket.SHUT_RDWR)


class ClockedSocket(socket.socket):
    """A TCP socket on which no wait goes past its clock."""

    clock: Clock

    def recv_into(self, buffer: WriteableBuffer, nbytes: int = 0, flags: int = 0) -> int:
        """Read what has arrived, waiting no longer than the clock allows."""
        self.settimeout(self.clock.left())
        return super().recv_into(buffer, nbytes, flags)

    def sendall(self, data: ReadableBuffer, flags: int = 0) -> None:
        """Write all, waiting no longer than the clock allows."""
        self.settimeout(self.clock.left())
        super().sendall(data, flags)


class ClockedTLSSocket(ssl.SSLSocket):
    """The same over TLS. ``clock`` is set once the handshake is done; until then the span that was left when
    the connection stood bounds the handshake as a whole."""

    clock: Clock

    def recv_into(self, buffer: WriteableBuffer, nbytes: int | None = None, flags: int = 0) -> int:
        """Read what has arrived, waiting no longer than the clock allows."""
        self.settimeout(self.clock.left())
        return super().recv_into(buffer, nbytes, flags)

    def sendall(self, data: ReadableBuffer, flags: int = 0) -> None:
        """Write all, waiting no longer than the clock allows."""
        self.settimeout(self.clock.left())
        super().sendall(data, flags)
