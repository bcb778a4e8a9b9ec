"""The far end of :mod:`pkm_app.work.worker`: what a spawned process does all its life.

This module is imported in every child, so it imports the standard library only, and little of it. What a call
needs is imported when its function is unpickled.
"""

from __future__ import annotations

import multiprocessing
import os
import pickle
import signal
import sys
import threading
import traceback
from multiprocessing.connection import Connection, wait

from pkm_app.base.errors import Problem
from pkm_app.work.answers import FAILURE, MEMORY, MEMORY_EXIT, PROBLEM, READY, RESULT

_GRACE = 1.0  # seconds a child outlives its own limit when nobody is left to end it


def begin(memory_mb: int, nice: int) -> None:
    """What every spawned process does first. Its parameters are those of WorkerPool."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl C is the parent's to handle
    threading.Thread(target=_leave_with_parent, name="parent", daemon=True).start()
    _silence()
    limit_memory(memory_mb)
    if nice and hasattr(os, "nice"):
        os.nice(nice)


def serve(pipe: Connection, memory_mb: int, nice: int = 0) -> None:
    """Answer calls until the other end of ``pipe`` closes. Runs in the spawned process."""
    begin(memory_mb, nice)
    try:
        pipe.send_bytes(READY)
        while True:
            pipe.send_bytes(_answer(pipe.recv_bytes()))
    except (EOFError, OSError):
        return  # the parent closed the pipe or is gone: either way there is nobody to tell
    except MemoryError:  # while a message was taken in or packed, so the pipe is of no more use
        os._exit(MEMORY_EXIT)


def limit_memory(memory_mb: int) -> None:
    """Let this process have no more than so many MiB of its own memory (0 means no limit).

    Linux counts private writable pages (RLIMIT_DATA since 4.7), so a big index mapped from disk costs nothing.
    Windows counts what is committed, in a job object; where it refuses, the time limit alone holds. So it is on macOS,
    which keeps less than it promises: a process has address space beyond any limit there before it begins, and
    setting one is refused as EINVAL.
    """
    if not memory_mb:
        return
    if sys.platform == "win32":
        from pkm_app.work.job_object import limit_this_process

        limit_this_process(memory_mb)
        return
    import resource

    which = resource.RLIMIT_DATA if sys.platform == "linux" else resource.RLIMIT_AS
    most = resource.getrlimit(which)[1]
    wanted = memory_mb * 1024 * 1024
    if most != resource.RLIM_INFINITY:
        wanted = min(wanted, most)
    try:
        resource.setrlimit(which, (wanted, wanted))
    except (ValueError, OSError):  # a number that this system refuses is a ValueError in Python
        if sys.platform == "linux":
            raise


def _answer(message: bytes) -> bytes:
    """Run one pickled (function, arguments, seconds) and pickle how it went as (kind, value)."""
    try:
        function, arguments, seconds = pickle.loads(message)
        _set_alarm(seconds + _GRACE)
        try:
            result = function(*arguments)
        finally:
            _set_alarm(0)
        return pickle.dumps((RESULT, result), pickle.HIGHEST_PROTOCOL)
    except Problem as problem:
        return pickle.dumps((PROBLEM, problem), pickle.HIGHEST_PROTOCOL)
    except MemoryError:
        return pickle.dumps((MEMORY, ""), pickle.HIGHEST_PROTOCOL)
    except BaseException as error:  # noqa: BLE001  every failure is carried home, where it is logged
        return packed_failure(error)


def packed_failure(error: BaseException) -> bytes:
    """Pickle what is no Problem, under way, as (FAILURE, (name, traceback))."""
    told = (type(error).__name__, traceback.format_exc(limit=-20))
    return pickle.dumps((FAILURE, told), pickle.HIGHEST_PROTOCOL)


def _set_alarm(seconds: float) -> None:
    """Die in so many seconds, whatever runs then (0: never).

    The parent ends a call that hangs; this is for a parent that was killed meanwhile. The signal's default
    action needs no interpreter, so it also ends a regular expression that never lets go of it.
    """
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_REAL, seconds)


def _leave_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)


def _silence() -> None:
    """Send what libraries print to nowhere: standard output belongs to the command's answer.

    What matters comes home over the pipe. Done on the descriptors, since allocators and Rust write there.
    """
    nowhere = os.open(os.devnull, os.O_RDWR)
    for descriptor in (0, 1, 2):
        os.dup2(nowhere, descriptor)
    os.close(nowhere)
