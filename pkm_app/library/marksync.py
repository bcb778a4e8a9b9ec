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


def marked_without_article(db: Database) -> list[str]:
    """Return the addresses of what was kept or put in Later and is not in the stream."""
    rows = db.read(lambda c: c.execute(
        """SELECT DISTINCT CASE WHEN m.url <> '' THEN m.url ELSE 'urn:pkm:article:' || m.article_id END AS address
           FROM marks AS m WHERE (m.kept OR m.later) AND CASE WHEN m.url <> ''
               THEN NOT EXISTS (SELECT 1 FROM articles AS a WHERE a.url = m.url AND a.url <> '')
               ELSE NOT EXISTS (SELECT 1 FROM articles AS a WHERE a.article_id = m.article_id) END""").fetchall())
    return [row["address"] for row in rows]
