"""Hosts that asked to be left alone, remembered between two runs of the program."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from datetime import UTC, datetime

from pkm_app.library.article_rows import to_iso
from pkm_app.library.database import Connection, Database


class HostWishes:
    """Implements net.hosts.WishMemory on the profile's database. Times are seconds since the epoch."""

    def __init__(self, db: Database, now: Callable[[], float] = time.time) -> None:
        self._db = db
        self._now = now

    def load(self) -> Mapping[str, float]:
        """Return until when each host wishes to be left alone; wishes that are over are left out."""
        rows = self._db.read(lambda c: c.execute(
            "SELECT host, until_time FROM host_wishes WHERE until_time > ?", (self._text(self._now()),)).fetchall())
        return {row[0]: datetime.fromisoformat(row[1]).timestamp() for row in rows}

    def note(self, host: str, until: float) -> None:
        """Remember a wish; those that are over go."""
        def run(connection: Connection) -> None:
            connection.execute("DELETE FROM host_wishes WHERE until_time <= ?", (self._text(self._now()),))
            connection.execute("INSERT OR REPLACE INTO host_wishes VALUES (?, ?)", (host, self._text(until)))

        self._db.write(run)

    def _text(self, seconds: float) -> str:
        return to_iso(datetime.fromtimestamp(seconds, UTC))
