"""Numbered migrations: they run by themselves, each in one transaction, checked before it is kept.

``PRAGMA user_version`` holds the number of the last one that ran. A backup is made before each, except for
a database in which nothing stands yet.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from importlib import resources
from typing import Any, Protocol

from pkm_app.base.errors import Refused, StorageProblem

_NAME = re.compile(r"(\d{4})_([a-z_]+)\.sql")


class Connection(Protocol):
    """The part of a database connection (in autocommit) that migrations use."""

    def execute(self, sql: str, /) -> Any:
        """Run one statement and give its cursor."""

    @property
    def in_transaction(self) -> bool:
        """Whether a transaction is open."""


@dataclass(frozen=True, slots=True)
class Migration:
    """One step. ``sql`` is statements without any of BEGIN, COMMIT and ROLLBACK."""

    number: int
    subject: str
    sql: str


def bundled_migrations() -> tuple[Migration, ...]:
    """Return the steps that come with the program, numbered from 1 without a gap."""
    found = []
    for file in resources.files("pkm_app.library").joinpath("migrations").iterdir():
        match = _NAME.fullmatch(file.name)
        if match:
            found.append(Migration(int(match[1]), match[2], file.read_text(encoding="utf-8")))
    found.sort(key=lambda migration: migration.number)
    if [migration.number for migration in found] != list(range(1, len(found) + 1)):
        raise ValueError(f"migrations are numbered from 1 without a gap, not {[m.number for m in found]}")
    return tuple(found)


def migrate(
    connection: Connection, migrations: Sequence[Migration], backup: Callable[[Migration], None],
    complete: Callable[[str], bool],
) -> int:
    """Bring a database up to date and return how many steps that took.

    ``backup`` is called before each step while nobody else can write; ``complete`` tells whether a text is a
    whole statement. Raises Refused for a database that is newer
    than the program, StorageProblem when it fails its check after a step; whatever is raised, the step that
    was running left nothing behind.
    """
    steps = 0
    empty = False
    newest = migrations[-1].number if migrations else 0
    while True:
        connection.execute("BEGIN IMMEDIATE")
        try:
            version = _version(connection)
            if version > newest:
                raise Refused(
                    "The database was made by a newer PKM (its version is {version}, this program knows {newest}). "
                    "Install the newer program; nothing was changed.", version=version, newest=newest)
            if version == newest:
                connection.execute("ROLLBACK")
                return steps
            migration = migrations[version]
            empty = empty or not connection.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone()
            if not empty:
                backup(migration)
            for statement in statements(migration.sql, complete):
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {migration.number}")
            _check(connection, migration)
            connection.execute("COMMIT")
        except BaseException:
            _give_up(connection)
            raise
        steps += 1


def up_to_date(connection: Connection, migrations: Sequence[Migration]) -> bool:
    """Say whether no step is needed, without taking any lock."""
    return _version(connection) == (migrations[-1].number if migrations else 0)


def statements(sql: str, complete: Callable[[str], bool]) -> Iterator[str]:
    """Split a script into statements; a trigger with its inner statements is one.

    Needed because the driver's own way of running a script would first end our transaction.
    """
    pending = ""
    for line in sql.splitlines(keepends=True):
        pending += line
        if complete(pending):
            yield pending
            pending = ""
    if any(line.strip() and not line.lstrip().startswith("--") for line in pending.splitlines()):
        raise ValueError(f"a migration ends inside a statement: {pending.strip()[:80]}")


def _version(connection: Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _check(connection: Connection, migration: Migration) -> None:
    verdicts = [row[0] for row in connection.execute("PRAGMA integrity_check(5)").fetchall()]
    strays = connection.execute("PRAGMA foreign_key_check").fetchall()
    if verdicts != ["ok"] or strays:
        raise StorageProblem(
            "The database did not pass its check after step {number} ({subject}); it was left as it was before.",
            number=migration.number, subject=migration.subject)


def _give_up(connection: Connection) -> None:
    # An error such as a full disk may already have ended the transaction.
    if connection.in_transaction:
        connection.execute("ROLLBACK")
