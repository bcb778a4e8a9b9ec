"""The far end of :mod:`pkm_app.work.apart`: a spawned process that drives one operation and tells how it goes.

Imported in that process first, so it imports little; what the operation needs comes when its function is unpickled.
"""

from __future__ import annotations

import os
import pickle
import signal
from multiprocessing.connection import Connection

from pkm_app.base.errors import Problem
from pkm_app.work.answers import EVENT, MEMORY_EXIT, PROBLEM, RESULT
from pkm_app.work.child import begin, packed_failure


class Stop(BaseException):
    """Nobody wants the rest: the operation is closed where it stands."""


def run(pipe: Connection, message: bytes, memory_mb: int, nice: int) -> None:
    """Drive the operation of a pickled (function, arguments) and send each event, then how it ended."""
    begin(memory_mb, nice)
    signal.signal(signal.SIGTERM, _stop)
    try:
        _send(pipe, _drive(pipe, message))
    except Stop:
        return
    except MemoryError:
        os._exit(MEMORY_EXIT)


def _drive(pipe: Connection, message: bytes) -> bytes:
    try:
        function, arguments = pickle.loads(message)
        operation = function(*arguments)
        try:
            while True:
                try:
                    event = next(operation)
                except StopIteration as end:
                    return pickle.dumps((RESULT, end.value), pickle.HIGHEST_PROTOCOL)
                _send(pipe, pickle.dumps((EVENT, event), pickle.HIGHEST_PROTOCOL))
        finally:
            operation.close()
    except Problem as problem:
        return pickle.dumps((PROBLEM, problem), pickle.HIGHEST_PROTOCOL)
    except MemoryError:
        raise
    except Exception as error:  # noqa: BLE001  every failure is carried home, where it is logged
        return packed_failure(error)


def _send(pipe: Connection, message: bytes) -> None:
    try:
        pipe.send_bytes(message)
    except OSError:
        raise Stop from None  # nobody is there to hear it


def _stop(*_: object) -> None:
    signal.signal(signal.SIGTERM, signal.SIG_IGN)  # once: what is closed now shall end in peace
    raise Stop
