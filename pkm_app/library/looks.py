"""What looks at recommended sources found, remembered by this machine: it can be asked again at any time."""

from __future__ import annotations

import json
from collections.abc import Mapping

from pkm_app.base.errors import Problem
from pkm_app.library.article_rows import from_iso, optional_iso, to_iso
from pkm_app.library.database import Database, Row
from pkm_app.seek.recommend import Look


class Looks:
    """Implements seek.recommend.LookLog on the profile's database."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def load(self) -> Mapping[str, Look]:
        """The last look at each source, by its id."""
        rows = self._db.read(lambda c: c.execute(
            "SELECT source_id, looked, address, title, last_post, problem, settled FROM looks").fetchall())
        return {row["source_id"]: look for row in rows if (look := _look_of(row)) is not None}

    def put(self, look: Look) -> None:
        """Remember a look in place of the one before."""
        problem = json.dumps(_written(look.problem)) if look.problem is not None else ""
        self._db.write(lambda c: c.execute(
            "INSERT OR REPLACE INTO looks VALUES (?, ?, ?, ?, ?, ?, ?)",
            (look.source_id, to_iso(look.looked), look.address, look.title, optional_iso(look.last_post), problem,
             int(look.settled))).rowcount)


def _look_of(row: Row) -> Look | None:
    looked = from_iso(row["looked"])
    if looked is None:
        return None
    problem = _read(json.loads(row["problem"])) if row["problem"] else None
    return Look(row["source_id"], looked, row["address"], row["title"], from_iso(row["last_post"]), problem,
                bool(row["settled"]))


def _written(problem: Problem) -> list[object]:
    """A problem as a template and its values, so that it can be said in any language later."""
    return [problem.template, {name: _written(value) if isinstance(value, Problem) else value
                               for name, value in problem.values.items()}]


def _read(written: list[object]) -> Problem:
    template, values = written
    assert isinstance(values, dict)
    return Problem(str(template), **{name: _read(value) if isinstance(value, list) else value
                                     for name, value in values.items()})
