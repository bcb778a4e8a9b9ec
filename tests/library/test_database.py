import os
import threading
from pathlib import Path

import pytest

from pkm_app.base.errors import Problem, Refused, StorageProblem
from pkm_app.library.database import Connection, Database
from tests.library.processes import in_processes


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "pkm.db"


@pytest.fixture
def db(path: Path):
    database = Database(path)
    yield database
    database.close()


def add_feed(name: str):
    def run(connection: Connection) -> None:
        connection.execute("INSERT INTO feeds (feed_id, address) VALUES (?, ?)", (name, f"http://{name}.example/"))
    return run


def feed_ids(connection: Connection) -> list[str]:
    return [row["feed_id"] for row in connection.execute("SELECT feed_id FROM feeds ORDER BY feed_id")]


def test_what_was_written_is_read_by_every_thread(db: Database):
    db.write(add_feed("a"))
    seen = []
    threads = [threading.Thread(target=lambda: seen.append(db.read(feed_ids))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert seen == [["a"]] * 4


def test_it_uses_a_log_so_readers_never_wait_for_the_writer(db: Database):
    assert db.read(lambda c: c.execute("PRAGMA journal_mode").fetchone()[0]) == "wal"
    assert db.write(lambda c: c.execute("PRAGMA synchronous").fetchone()[0]) == 1
    inside, go_on = threading.Event(), threading.Event()

    def slow(connection: Connection) -> None:
        add_feed("slow")(connection)
        inside.set()
        assert go_on.wait(60)

    writer = threading.Thread(target=lambda: db.write(slow))
    writer.start()
    assert inside.wait(60)
    assert db.read(feed_ids) == []
    go_on.set()
    writer.join()
    assert db.read(feed_ids) == ["slow"]


def test_an_exception_undoes_the_work_and_reaches_the_caller(db: Database):
    def half(connection: Connection) -> None:
        add_feed("half")(connection)
        raise KeyError("my own mistake")

    with pytest.raises(KeyError, match="my own mistake"):
        db.write(half)
    assert db.read(feed_ids) == []
    db.write(add_feed("whole"))
    assert db.read(feed_ids) == ["whole"]


def test_a_reader_cannot_write(db: Database):
    with pytest.raises(StorageProblem):
        db.read(add_feed("a"))
    assert db.read(feed_ids) == []


def test_a_read_sees_one_state_from_beginning_to_end(db: Database):
    def twice(connection: Connection) -> tuple[list[str], list[str]]:
        before = feed_ids(connection)
        db.write(add_feed("meanwhile"))
        return before, feed_ids(connection)

    assert db.read(twice) == ([], [])
    assert db.read(feed_ids) == ["meanwhile"]


def test_a_read_inside_a_read_is_allowed_and_a_write_inside_a_write_is_said(db: Database):
    assert db.read(lambda c: db.read(feed_ids)) == []
    with pytest.raises(RuntimeError, match=r"write\(\) inside write\(\)"):
        db.write(lambda c: db.write(add_feed("a")))


def test_work_handed_in_before_closing_is_done_and_later_work_is_refused(path: Path):
    db = Database(path)
    inside, go_on = threading.Event(), threading.Event()

    def slow(_: Connection) -> None:
        inside.set()
        assert go_on.wait(60)

    first, second = (threading.Thread(target=db.write, args=(job,)) for job in (slow, add_feed("last")))
    first.start()
    assert inside.wait(60)
    second.start()
    while db._jobs.empty():  # the second stands in the queue
        threading.Event().wait(0.001)
    go_on.set()
    db.close()
    first.join()
    second.join()
    db.close()
    with pytest.raises(Refused):
        db.write(add_feed("too late"))
    with pytest.raises(Refused):
        db.read(feed_ids)
    again = Database(path)
    assert again.read(feed_ids) == ["last"]
    assert again.take_notices() == []
    again.close()


def test_closing_leaves_no_thread_and_no_log(path: Path):
    before = threading.active_count()
    db = Database(path)
    db.write(add_feed("a"))
    db.read(feed_ids)
    db.close()
    assert threading.active_count() == before
    assert sorted(p.name for p in path.parent.iterdir()) == ["pkm.db", "pkm.db.lock"]


@pytest.mark.parametrize("damage", ["garbage", "head", "middle"])
def test_a_damaged_file_is_put_aside_and_a_new_one_begun(path: Path, damage: str):
    with_feeds(path)
    spoil(path, damage)
    db = Database(path)
    problems = [] if damage == "middle" else db.take_notices()
    if damage == "middle":  # only seen when the pages are read
        with pytest.raises(StorageProblem) as caught:
            db.read(feed_ids)
        problems = [caught.value]
    assert [str(p).count(".") > 0 and "was damaged" in str(p) for p in problems] == [True]
    assert db.read(feed_ids) == []
    db.write(add_feed("new"))
    db.close()
    aside = [p for p in path.parent.iterdir() if "damaged" in p.name and p.suffix == ".db"]
    assert len(aside) == 1
    assert aside[0].stat().st_size > 0


def test_a_deleted_file_is_begun_anew_and_said(path: Path):
    with_feeds(path)
    path.unlink()
    db = Database(path)
    assert [("gone" in str(p)) for p in db.take_notices()] == [True]
    assert db.take_notices() == []
    assert db.read(feed_ids) == []
    db.close()


def test_a_file_deleted_under_a_running_program_is_begun_anew(db: Database, path: Path):
    db.write(add_feed("lost"))
    assert db.read(feed_ids) == ["lost"]
    path.unlink()
    db.write(add_feed("new"))
    assert db.read(feed_ids) == ["new"]
    assert [("gone" in str(p)) for p in db.take_notices()] == [True]
    other = Database(path)
    assert other.read(feed_ids) == ["new"]
    other.close()


def test_a_file_put_aside_by_another_is_left_by_us_too(db: Database, path: Path):
    db.write(add_feed("old"))
    spoil(path, "head")
    other = Database(path)  # puts it aside while we hold it open
    other.write(add_feed("theirs"))
    db.write(add_feed("ours"))
    assert db.read(feed_ids) == other.read(feed_ids) == ["ours", "theirs"]
    other.close()
    db.write(add_feed("third"))
    again = Database(path)
    assert again.read(feed_ids) == ["ours", "theirs", "third"]
    again.close()


def test_a_file_where_the_folder_should_be_is_one_sentence(tmp_path: Path):
    (tmp_path / "data").write_text("not a folder")
    with pytest.raises(StorageProblem) as caught:
        Database(tmp_path / "data" / "pkm.db")
    assert "cannot be opened" in str(caught.value)


def test_a_folder_where_the_file_should_be_is_one_sentence(tmp_path: Path):
    (tmp_path / "pkm.db").mkdir()
    with pytest.raises(Problem):
        Database(tmp_path / "pkm.db")


def test_a_full_disk_is_one_sentence_and_nothing_is_lost(db: Database):
    db.write(add_feed("before"))

    def too_much(connection: Connection) -> None:
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count = {pages + 5}")  # as if the disk ended there
        for n in range(5000):
            connection.execute("INSERT INTO feeds (feed_id, address) VALUES (?, ?)", (f"f{n}", "x" * 1000))

    with pytest.raises(StorageProblem) as caught:
        db.write(too_much)
    assert "disk is full" in str(caught.value)
    assert db.read(feed_ids) == ["before"]
    db.write(lambda c: c.execute("PRAGMA max_page_count = 1000000").fetchone())
    db.write(add_feed("with room again"))


def test_several_processes_write_at_once_and_nothing_is_lost(path: Path):
    in_processes(add_many, [(str(path), f"p{n}") for n in range(4)])
    db = Database(path)
    assert len(db.read(feed_ids)) == 4 * 50
    assert db.read(lambda c: c.execute("PRAGMA integrity_check").fetchone()[0]) == "ok"
    assert db.take_notices() == []
    db.close()


def test_a_killed_process_leaves_whole_transactions(path: Path):
    Database(path).close()
    for _ in range(5):
        in_processes(add_pairs_and_die, [(str(path),)], codes={-9})
    db = Database(path)
    assert db.take_notices() == []
    ids = db.read(feed_ids)
    assert ids
    assert len(ids) % 2 == 0
    assert db.read(lambda c: c.execute("PRAGMA integrity_check").fetchone()[0]) == "ok"
    db.close()


def with_feeds(path: Path) -> None:
    db = Database(path)

    def many(connection: Connection) -> None:
        for n in range(3000):
            connection.execute("INSERT INTO feeds (feed_id, address, why) VALUES (?, 'x', ?)", (f"f{n}", "why " * 20))

    db.write(many)
    db.close()


def spoil(path: Path, damage: str) -> None:
    size = path.stat().st_size
    with path.open("r+b") as file:
        if damage == "garbage":
            file.truncate(0)
            file.write(b"no database at all, only words. " * 1000)
        elif damage == "head":
            file.write(b"\0" * 4096)
        else:
            file.seek(size // 2 // 4096 * 4096)
            file.write(b"\xff" * (size // 4))


def add_many(path: str, name: str) -> None:
    db = Database(Path(path))
    for n in range(50):
        db.write(add_feed(f"{name}-{n}"))
    db.close()


def add_pairs_and_die(path: str) -> None:
    db = Database(Path(path))
    name = os.urandom(4).hex()

    def pair(n: int):
        def run(connection: Connection) -> None:
            add_feed(f"{name}-{n}-a")(connection)
            if n == 7:
                os.kill(os.getpid(), 9)
            add_feed(f"{name}-{n}-b")(connection)
        return run

    for n in range(20):
        db.write(pair(n))
