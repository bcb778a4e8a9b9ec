"""One after another: what may be done by one program of this machine at a time."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pkm_app.base.errors import Refused, StorageProblem
from pkm_app.library.filelock import FileLock

_PATIENCE = 60.0  # seconds


class SendingTurns:
    """Implements share.ports.Turns by locks in ``folder``, which is of this machine and outside the vault."""

    def __init__(self, folder: Path, patience: float = _PATIENCE) -> None:
        self._folder = folder
        self._patience = patience

    @contextmanager
    def take(self, name: str) -> Iterator[None]:
        """Wait for one's turn with ``name`` and have it for the time of a ``with``."""
        # A few files serve all names: that two of them now and then wait for one another harms nobody.
        slot = hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[0]
        path = self._folder / f"sending-{slot}.lock"
        lock = FileLock(path)
        try:
            taken = lock.acquire(self._patience)
        except OSError as error:
            raise StorageProblem("{path} cannot be used: {reason}.", path=path,
                                 reason=error.strerror or str(error)) from error
        if not taken:
            raise Refused("This draft is just being sent by another window or command. Nothing was sent; try again "
                          "when that has ended.")
        try:
            yield
        finally:
            lock.release()
