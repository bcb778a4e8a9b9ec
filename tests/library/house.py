"""A real vault on a real disk with a real database, as the tests of the library use it."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

from pkm_app.base.events import Event, Operation
from pkm_app.library.database import Database
from pkm_app.library.filecache import FileCache
from pkm_app.library.vault import FileVault


class Clock:
    """A clock that stands still until it is put forward."""

    def __init__(self) -> None:
        self.time = datetime(2026, 11, 20, 13, 12, 3, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.time

    def forward(self, **how: float) -> None:
        self.time += timedelta(**how)


class House:
    """One profile with one vault in ``folder``."""

    def __init__(self, folder: Path) -> None:
        self.root = folder / "vault"
        self.history = folder / "data" / "history"
        self.clock = Clock()
        self.db = Database(folder / "data" / "pkm.db")
        self.cache = FileCache(self.db)
        self.vault = self.session()

    def session(self) -> FileVault:
        """The vault as a program sees it that has just been started."""
        return FileVault(self.root, self.cache, self.history, "this-machine", self.clock)

    def write(self, path: str, data: bytes) -> None:
        """Another program writes a file."""
        (self.root / path).parent.mkdir(parents=True, exist_ok=True)
        (self.root / path).write_bytes(data)

    def read(self, path: str) -> bytes:
        return (self.root / path).read_bytes()

    def files(self, folder: str = "") -> list[str]:
        """Every file there is, hidden ones too."""
        return sorted((Path(where) / name).relative_to(self.root).as_posix()
                      for where, _, names in os.walk(self.root / folder) for name in names)

    def scan(self, absence_is_meant: bool = False):
        return drive(self.vault.scan(absence_is_meant))[0]

    def queued(self) -> list[str]:
        rows = self.db.read(lambda c: c.execute("SELECT path FROM index_queue ORDER BY path").fetchall())
        return [row["path"] for row in rows]

    def empty_queue(self) -> None:
        self.db.write(lambda c: c.execute("DELETE FROM index_queue"))


@contextmanager
def house(folder: Path) -> Iterator[House]:
    made = House(folder)
    try:
        yield made
    finally:
        made.db.close()


def drive(operation: Operation) -> tuple[object, list[Event]]:
    """Run an operation to its end; return its result and its events."""
    events: list[Event] = []
    while True:
        try:
            events.append(next(operation))
        except StopIteration as end:
            return end.value, events
