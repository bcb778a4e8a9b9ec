"""A copy of a database while others read and write it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from pkm_app.base.errors import StorageProblem


def copy_database(source: Path, target: Path) -> None:
    """Write a consistent copy; where there is no database yet, nothing. Raises StorageProblem."""
    if not source.exists():
        return
    try:
        live = sqlite3.connect(f"file:{source}?mode=ro", uri=True)
        with closing(live), closing(sqlite3.connect(target)) as copy:
            live.backup(copy)
    except sqlite3.Error as error:
        raise StorageProblem("The database {path} cannot be copied: {reason}.", path=source, reason=error) from error
