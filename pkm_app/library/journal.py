"""Each sending is noted before it begins, so that a lost answer never leads to a second draft."""

from __future__ import annotations

from pkm_app.library.database import Database
from pkm_app.share.model import Begun


class Journal:
    """Implements share.ports.SendJournal in the profile's database."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def intend(self, draft_id: str, outlet: str, begun: Begun) -> None:
        """Remember that a sending begins; what is known of the last one that ended well stays."""
        self._db.write(lambda c: c.execute(
            """INSERT INTO sendings (draft_id, outlet, marker, sending, imprint) VALUES (?, ?, ?, ?, ?)
               ON CONFLICT (draft_id, outlet) DO UPDATE SET marker = excluded.marker, sending = excluded.sending,
                   imprint = excluded.imprint""",
            (draft_id, outlet, begun.marker, begun.digest, begun.imprint)).rowcount)

    def pending(self, draft_id: str, outlet: str) -> Begun | None:
        """The sending that began and was not settled."""
        row = self._db.read(lambda c: c.execute(
            "SELECT marker, sending, imprint FROM sendings WHERE draft_id = ? AND outlet = ? AND marker <> ''",
            (draft_id, outlet)).fetchone())
        return Begun(row["marker"], row["sending"], row["imprint"]) if row else None

    def forget(self, draft_id: str, outlet: str) -> None:
        """Nothing is pending any more; what is known of the last sending that ended well stays."""
        self._db.write(lambda c: c.execute(
            "UPDATE sendings SET marker = '', sending = '', imprint = '' WHERE draft_id = ? AND outlet = ?",
            (draft_id, outlet)).rowcount)

    def settle(self, draft_id: str, outlet: str, remote_id: str, version: str, digest: str) -> None:
        """The sending ended well: what stands there now, and a digest of what we sent."""
        self._db.write(lambda c: c.execute(
            """INSERT INTO sendings (draft_id, outlet, remote_id, version, digest) VALUES (?, ?, ?, ?, ?)
               ON CONFLICT (draft_id, outlet) DO UPDATE SET marker = '', sending = '', imprint = '',
                   remote_id = excluded.remote_id, version = excluded.version, digest = excluded.digest""",
            (draft_id, outlet, remote_id, version, digest)).rowcount)

    def last(self, draft_id: str, outlet: str) -> tuple[str, str, str] | None:
        """(remote_id, version, digest) of the last sending that ended well."""
        row = self._db.read(lambda c: c.execute(
            "SELECT remote_id, version, digest FROM sendings WHERE draft_id = ? AND outlet = ? AND remote_id <> ''",
            (draft_id, outlet)).fetchone())
        return (row["remote_id"], row["version"], row["digest"]) if row else None
