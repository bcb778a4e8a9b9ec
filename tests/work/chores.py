"""What the test processes are asked to do. Imported in children, so it imports little."""

from __future__ import annotations

import ctypes
import os
import re
import sys
import threading
from pathlib import Path

from pkm_app.base.errors import NotAFeed
from pkm_app.base.events import Changed, Operation, Progress

_KEPT: list[bytearray] = []


def echo(value: object) -> object:
    return value


def no_feed(number: int) -> None:
    raise NotAFeed("This is no feed: {number}", number=number)


def spin() -> None:
    while True:
        pass


def spin_without_letting_go() -> None:
    """Backtrack for centuries inside one call of the interpreter: no other Python thread runs meanwhile."""
    re.match(r"(a+)+$", "a" * 60 + "b")


def wait_for_ever() -> None:
    threading.Event().wait()


def rest(seconds: float) -> float:
    threading.Event().wait(seconds)
    return seconds


def crash() -> None:
    ctypes.string_at(0)


def fill(megabytes: int) -> int:
    return len(bytearray(b"x") * (megabytes * 1024 * 1024)) // (1024 * 1024)


def keep(megabytes: int) -> int:
    _KEPT.append(bytearray(b"x") * (megabytes * 1024 * 1024))
    return len(_KEPT[-1]) // (1024 * 1024)


def meet(folder: str, me: str, other: str) -> int:
    Path(folder, me).touch()
    while not Path(folder, other).exists():
        threading.Event().wait(0.005)
    return os.getpid()


def mark_and_wait(file: str) -> None:
    Path(file + "~").write_text(str(os.getpid()))
    os.replace(file + "~", file)
    threading.Event().wait()


def modules() -> list[str]:
    return sorted(sys.modules)


def steps(count: int) -> Operation[tuple[int, int]]:
    for number in range(count):
        yield Progress(number, count)
    yield Changed("feeds", ("a", "b"))
    return count, os.getpid()


def refused() -> Operation[None]:
    yield Progress(0, 1)
    raise NotAFeed("This is no feed: {number}", number=7)


def mistaken() -> Operation[None]:
    yield Progress(0, 1)
    raise ValueError("a mistake")


def crashing() -> Operation[None]:
    yield Progress(0, 1)
    crash()


def greedy() -> Operation[None]:
    yield Progress(0, 1)
    fill(400)


def quiet(folder: str) -> Operation[None]:
    """Say once that it has begun, then nothing; leave a word when it is closed."""
    try:
        yield Progress(1, 9, str(os.getpid()))
        threading.Event().wait()
    finally:
        Path(folder, "closed").touch()


def stubborn() -> Operation[None]:
    try:
        yield Progress(1, 9, str(os.getpid()))
        threading.Event().wait()
    finally:
        threading.Event().wait()


def with_a_helper() -> Operation[int]:
    """Use a process of its own, as a refresh does."""
    from pkm_app.work.worker import WorkerPool  # here: the processes of other tests are to know nothing of it

    pool = WorkerPool("inner", 1, 30, 256)
    try:
        pid = pool.call(os.getpid)
        yield Progress(1, 2, str(pid))
        pool.call(wait_for_ever)
        return pid
    finally:
        pool.close()


def niceness() -> Operation[int]:
    yield Progress(0, 1)
    return os.nice(0)


def loaded() -> Operation[list[str]]:
    yield Progress(0, 1)
    return modules()
