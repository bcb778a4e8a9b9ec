import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from pkm_app.base.errors import Refused, StorageProblem
from pkm_app.library.database import Database
from pkm_app.library.migrate import Migration, bundled_migrations, statements
from tests import systems
from tests.library.processes import in_processes

FIRST = Migration(1, "things", "CREATE TABLE things (name TEXT);\n")
SECOND = Migration(2, "sizes", """
-- every thing gets a size
ALTER TABLE things ADD COLUMN size INTEGER NOT NULL DEFAULT 0;
CREATE TRIGGER sized AFTER INSERT ON things BEGIN
    UPDATE things SET size = length(new.name) WHERE rowid = new.rowid;
    UPDATE things SET size = size + 0;
END;
""")
BROKEN = Migration(2, "broken", "DELETE FROM things;\nCREATE TABLE half (a);\nALTER TABLE nowhere ADD COLUMN b;\n")
STRAY = Migration(2, "stray", """CREATE TABLE wholes (name TEXT PRIMARY KEY);
CREATE TABLE parts (whole TEXT REFERENCES wholes (name));
INSERT INTO parts VALUES (4711);
""")


def names(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as connection:
        return [row[0] for row in connection.execute("SELECT name FROM things ORDER BY rowid")]


def version(path: Path) -> int:
    with closing(sqlite3.connect(path)) as connection:
        return int(connection.execute("PRAGMA user_version").fetchone()[0])


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "pkm.db"
    db = Database(path, [FIRST])
    db.write(lambda c: c.execute("INSERT INTO things VALUES ('one')"))
    db.close()
    return path


def test_the_bundled_steps_are_numbered_from_one_without_a_gap():
    assert [step.number for step in bundled_migrations()] == list(range(1, len(bundled_migrations()) + 1))


def test_a_new_database_takes_every_step_and_needs_no_backup(tmp_path: Path):
    Database(tmp_path / "pkm.db").close()
    assert version(tmp_path / "pkm.db") == len(bundled_migrations())
    assert [p.name for p in tmp_path.iterdir() if "before" in p.name] == []


def test_a_step_keeps_what_is_there_and_leaves_the_old_database_beside(path: Path):
    db = Database(path, [FIRST, SECOND])
    db.write(lambda c: c.execute("INSERT INTO things (name) VALUES ('three')"))
    rows = db.read(lambda c: [tuple(row) for row in c.execute("SELECT name, size FROM things")])
    db.close()
    assert rows == [("one", 0), ("three", 5)]
    assert version(path) == 2
    backup = path.with_name("pkm.before-0002.db")
    assert (names(backup), version(backup)) == (["one"], 1)
    if not systems.WINDOWS:
        assert backup.stat().st_mode & 0o777 == 0o600
    Database(path, [FIRST, SECOND]).close()
    assert version(path) == 2


@pytest.mark.parametrize("bad", [BROKEN, STRAY])
def test_a_step_that_fails_leaves_everything_as_it_was(path: Path, bad: Migration):
    with pytest.raises(StorageProblem):
        Database(path, [FIRST, bad])
    assert (names(path), version(path)) == (["one"], 1)
    with closing(sqlite3.connect(path)) as connection:
        tables = {row[0] for row in connection.execute("SELECT name FROM sqlite_master")}
    assert tables == {"things"}
    db = Database(path, [FIRST, SECOND])
    assert db.read(lambda c: c.execute("SELECT count(*) FROM things").fetchone()[0]) == 1
    db.close()


def test_a_step_that_breaks_a_reference_is_found_by_the_check(path: Path):
    with pytest.raises(StorageProblem) as caught:
        Database(path, [FIRST, STRAY])
    assert "did not pass its check after step 2" in str(caught.value)


def test_a_database_newer_than_the_program_is_refused_with_a_sentence(path: Path):
    Database(path, [FIRST, SECOND]).close()
    before = path.read_bytes()
    with pytest.raises(Refused) as caught:
        Database(path, [FIRST])
    assert "newer PKM" in str(caught.value)
    assert path.read_bytes() == before


def test_a_script_is_split_at_statements_and_not_inside_a_trigger():
    found = list(statements(SECOND.sql, sqlite3.complete_statement))
    assert [s.strip().splitlines()[-1][:14] for s in found] == ["ALTER TABLE th", "END;"]
    assert list(statements("-- only words\n", sqlite3.complete_statement)) == []
    with pytest.raises(ValueError, match="inside a statement"):
        list(statements("CREATE TABLE a (b)\n", sqlite3.complete_statement))


def test_processes_that_start_together_take_each_step_once(tmp_path: Path):
    in_processes(open_and_close, [(str(tmp_path / "pkm.db"),)] * 4)
    assert version(tmp_path / "pkm.db") == len(bundled_migrations())
    assert not [p for p in tmp_path.iterdir() if "damaged" in p.name or "before" in p.name]


def open_and_close(path: str) -> None:
    db = Database(Path(path))
    assert db.take_notices() == []
    db.close()
