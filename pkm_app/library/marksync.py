"""Takes the marks of the vault into the database, where they are not yet."""

from __future__ import annotations

from pkm_app.base.errors import Problem
from pkm_app.library.articles import Articles
from pkm_app.library.database import Database
from pkm_app.library.marks import Marks


def adopt_marks(marks: Marks, articles: Articles, db: Database, vault: str = "") -> list[Problem]:
    """Adopt what the files of marks say, if another device wrote, or this database is new or had another ``vault``.

    What this device marks is in the database at once, so its own file counts only for a new database. Returns
    what could not be read. Raises StorageProblem.
    """
    present = f"{vault}\n{marks.signature()}"
    row = db.read(lambda c: c.execute("SELECT state FROM adopted WHERE subject = 'marks'").fetchone())
    if row is not None and row[0] == present:
        return []
    merged = marks.load()
    articles.adopt_marks(merged.marks)
    db.write(lambda c: c.execute("INSERT OR REPLACE INTO adopted VALUES ('marks', ?)", (present,)))
    return list(merged.skipped)
