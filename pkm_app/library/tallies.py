"""What came in, was written and left, by time: read from the database, which knows the dates of the vault's files."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from pkm_app.content.wikilinks import has_own_words
from pkm_app.library.article_rows import to_iso
from pkm_app.library.database import Connection, Database

_DAY = timedelta(days=1)  # a date written in another zone sorts up to a day away from where it belongs


class Tallies:
    """Implements flow.today.Tally on the profile's database. Reads only the rows of the time that is asked for."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def came_in(self, since: datetime) -> Sequence[tuple[datetime, int]]:
        """How many articles came in within the hour that begins then."""
        def run(connection: Connection) -> list[tuple[str, int]]:
            start = _first_row(connection, to_iso(since))
            rows = connection.execute(
                "SELECT substr(fetched, 1, 13) AS hour, count(*) AS number FROM articles "
                "WHERE seq >= ? AND fetched >= ? GROUP BY hour", (start, to_iso(since))).fetchall()
            return [(row["hour"], row["number"]) for row in rows]

        return [(datetime.fromisoformat(f"{hour}:00:00+00:00"), number) for hour, number in self._db.read(run)]

    def made_yours(self, since: datetime) -> Sequence[datetime]:
        """When notes were made, and highlights that have words of one's own."""
        asked = {"since": (since - _DAY).isoformat()}
        marked = self._db.read(lambda c: c.execute(
            "SELECT made, comment FROM vault_highlights WHERE comment <> '' AND made >= :since", asked).fetchall())
        notes = self._moments(
            "SELECT created AS moment FROM vault_files WHERE type = 'note' AND created >= :since", since)
        moments = [_moment(row["made"]) for row in marked if has_own_words(row["comment"])]
        return [*notes, *(moment for moment in moments if moment is not None and moment >= since)]

    def given_on(self, since: datetime) -> Sequence[datetime]:
        """When something left."""
        return self._moments(
            "SELECT created AS moment FROM vault_files WHERE type = 'shared' AND created >= :since", since)

    def _moments(self, sql: str, since: datetime) -> list[datetime]:
        asked = {"since": (since - _DAY).isoformat()}
        rows = self._db.read(lambda c: c.execute(sql, asked).fetchall())
        found = (_moment(row["moment"]) for row in rows)
        return [moment for moment in found if moment is not None and moment >= since]


def _first_row(connection: Connection, since: str) -> int:
    """Return the number of the first row that came in since then: rows are numbered as they come, so it is looked for
    by halves, and what is older is never read."""
    low, high = connection.execute("SELECT coalesce(min(seq), 0), coalesce(max(seq), 0) + 1 FROM articles").fetchone()
    while low < high:
        middle = (low + high) // 2
        row = connection.execute(
            "SELECT seq, fetched FROM articles WHERE seq >= ? ORDER BY seq LIMIT 1", (middle,)).fetchone()
        if row is None or row["fetched"] >= since:
            high = middle
        else:
            low = row["seq"] + 1
    return int(low)


def _moment(text: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.astimezone()
