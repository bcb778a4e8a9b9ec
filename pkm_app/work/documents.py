"""Reads the files a person lays down in a process of its own: what they hold was made by anybody."""

from __future__ import annotations

from pkm_app.base.errors import Problem
from pkm_app.seek.document import Document, Unreadable
from pkm_app.work import reading
from pkm_app.work.worker import Crashed, NeededTooMuch, TookTooLong, WorkerPool

SECONDS = 30.0  # a book of a thousand pages needs a tenth of it


class Documents:
    """Implements flow.capturing.DocumentReader over a pool of workers. Safe for any thread."""

    def __init__(self, pool: WorkerPool) -> None:
        self._pool = pool

    def read(self, data: bytes, name: str, content_type: str = "", address: str = "") -> Document:
        """Read a file. Raises Unreadable, also for one that passed a limit of time or memory."""
        try:
            return self._pool.call(reading.document, data, name, content_type, address, seconds=SECONDS)
        except (TookTooLong, NeededTooMuch, Crashed) as problem:
            raise _given_up(name, problem) from problem


def _given_up(name: str, problem: Problem) -> Unreadable:
    if isinstance(problem, TookTooLong):
        return Unreadable("“{name}” took longer than {seconds} seconds to read and was given up.", name=name,
                          seconds=SECONDS)
    if isinstance(problem, NeededTooMuch):
        return Unreadable("“{name}” needs too much memory to read and was given up.", name=name)
    return Unreadable("“{name}” ended the process that read it and was given up.", name=name)
