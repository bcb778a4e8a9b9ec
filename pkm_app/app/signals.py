"""Ctrl C on the terminal and the end of a session close the window as its own button does: what was typed is kept.

Qt's loop runs no Python while nothing happens, so a handler alone would wait for the next move of the mouse: Python
writes a byte into a socket that the loop listens to.
"""

from __future__ import annotations

import contextlib
import signal
import socket
from collections.abc import Callable, Iterator
from types import FrameType

from PySide6.QtCore import QSocketNotifier

_ENDING = (signal.SIGINT, signal.SIGTERM)


@contextlib.contextmanager
def closing_on_signals(close: Callable[[], object]) -> Iterator[None]:
    """Call ``close`` from the event loop when the program is asked to end; put back what was before."""
    hears, tells = socket.socketpair()
    with hears, tells:
        hears.setblocking(False)
        tells.setblocking(False)
        former = signal.set_wakeup_fd(tells.fileno(), warn_on_full_buffer=False)
        handlers = {number: signal.signal(number, _heard) for number in _ENDING}
        notifier = QSocketNotifier(hears.fileno(), QSocketNotifier.Type.Read)

        def told() -> None:
            with contextlib.suppress(BlockingIOError):
                hears.recv(64)
            close()

        notifier.activated.connect(told)
        try:
            yield
        finally:
            notifier.setEnabled(False)
            signal.set_wakeup_fd(former)
            for number, handler in handlers.items():
                signal.signal(number, handler)


def _heard(_number: int, _frame: FrameType | None) -> None:
    """The byte that Python writes says it."""
