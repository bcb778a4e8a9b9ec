"""What the test processes are asked to do. Imported in children: standard library only."""

from __future__ import annotations

import ctypes
import os
import re
import sys
import threading
from pathlib import Path

from pkm_app.base.errors import NotAFeed

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
