"""What came in, was written and left, counted from the database."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from pkm_app.library.articles import Articles
from pkm_app.library.database import Database
from pkm_app.library.filecache import FileCache
from pkm_app.library.tallies import Tallies
from pkm_app.library.vault import FileVault
from pkm_app.seek.model import Entry, Feed, FeedUpdate
from pkm_app.sense.notes import NewNote
from pkm_app.sense.service import SenseService

NOW = datetime(2026, 11, 23, 9, 40, tzinfo=UTC)


@pytest.fixture
def db(tmp_path: Path):
    database = Database(tmp_path / "pkm.db")
    yield database
    database.close()


def come_in(db: Database, name: str, when: datetime, count: int) -> None:
    """Articles that were all written on one day long ago, and came in at the time that is said."""
    feed = Feed(name, f"http://{name}.example/feed", title=name)
    store = Articles(db)
    store.put_feed(feed)
    written = NOW - timedelta(days=900)
    entries = [Entry(f"{name}-{n}", f"http://{name}.example/{n}", f"T{n}", "", written, None, "<p>x</p>", "x", "en",
                     "x") for n in range(count)]
    store.apply(FeedUpdate(feed, tuple((one.uid, one) for one in entries)), when)


def test_articles_count_where_they_came_in_not_when_they_were_written(db: Database) -> None:
    assert list(Tallies(db).came_in(NOW)) == []
    for name, days, count in (("old", 100, 4), ("june", 30, 3), ("week", 8, 5), ("now", 0, 2)):
        come_in(db, name, NOW - timedelta(days=days), count)
    hour = NOW.replace(minute=0)
    assert dict(Tallies(db).came_in(NOW - timedelta(days=40))) == {
        hour - timedelta(days=30): 3, hour - timedelta(days=8): 5, hour: 2}
    assert sum(number for _, number in Tallies(db).came_in(NOW - timedelta(days=200))) == 14
    Articles(db).drop_feed("week")
    assert sum(number for _, number in Tallies(db).came_in(NOW - timedelta(days=40))) == 5


def test_what_is_older_is_not_read(db: Database) -> None:
    come_in(db, "old", NOW - timedelta(days=100), 400)
    come_in(db, "new", NOW, 2)
    asked: list[int] = []

    class Watching:
        def read(self, fn):
            return db.read(lambda c: fn(Counting(c)))

    class Counting:
        def __init__(self, connection) -> None:
            self._connection = connection

        def execute(self, sql, values=()):
            if "GROUP BY" in sql:
                asked.append(values[0])
            return self._connection.execute(sql, values)

    assert sum(number for _, number in Tallies(Watching()).came_in(NOW - timedelta(days=1))) == 2  # type: ignore[arg-type]
    first = db.read(lambda c: c.execute("SELECT min(seq) FROM articles WHERE feed_id = 'new'").fetchone())[0]
    assert asked == [first]


def test_notes_and_comments_count_and_what_left(db: Database, tmp_path: Path) -> None:
    (tmp_path / "vault").mkdir()
    vault = FileVault(tmp_path / "vault", FileCache(db), tmp_path / "history", "here", lambda: NOW)
    vault.prepare()
    tallies, since = Tallies(db), NOW - timedelta(days=7)
    SenseService(vault, lambda: NOW).new_note(NewNote("New", "Words.\n"))
    SenseService(vault, lambda: NOW - timedelta(days=20)).new_note(NewNote("Older", "Words.\n"))
    (tmp_path / "vault" / "notes" / "Odd.md").write_text("---\ncreated: some day\n---\nWords.\n")
    for folder in ("shared", "sources"):
        (tmp_path / "vault" / folder).mkdir(exist_ok=True)
    (tmp_path / "vault" / "shared" / "Left.md").write_text(
        f"---\nid: 01left\ntype: shared\ncreated: {NOW.isoformat()}\n---\nAs it left.\n")
    (tmp_path / "vault" / "sources" / "S.md").write_text(
        "---\nid: 01source\ntype: source\n---\n"
        "> One\n\n^hl-aaaaaaaaaa\n\nMine.\n\n> Two\n\n^hl-bbbbbbbbbb\n\n[[New]]\n\n> Three\n\n^hl-cccccccccc\n")
    for _ in vault.scan():
        pass
    db.write(lambda c: c.execute("UPDATE vault_highlights SET made = ?", (NOW.isoformat(),)))
    assert list(tallies.made_yours(since)) == [NOW, NOW], "a note, and a comment that is more than a link"
    assert list(tallies.given_on(since)) == [NOW]
    assert len(tallies.made_yours(NOW - timedelta(days=30))) == 3
