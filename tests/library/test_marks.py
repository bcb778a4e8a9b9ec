from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from pkm_app.base.errors import StorageProblem
from pkm_app.library.marks import Marks
from tests.library.processes import in_processes

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


def later(**amount: float) -> datetime:
    return NOW + timedelta(**amount)


def test_without_a_file_nothing_is_known(tmp_path: Path):
    merged = Marks(tmp_path, "desk").load()
    assert (merged.marks, merged.skipped) == ((), ())


def test_the_last_word_counts_whichever_device_said_it(tmp_path: Path):
    desk, lap = Marks(tmp_path, "desk"), Marks(tmp_path, "lap")
    desk.append(["http://a/1", "", "http://a/2"], "read", True, NOW)
    lap.append(["http://a/1"], "read", False, later(minutes=2))
    desk.append(["http://a/1"], "read", True, later(minutes=1).astimezone(timezone(timedelta(hours=-5))))
    lap.append(["http://a/1"], "kept", True, NOW)
    assert desk.load() == lap.load()
    assert set(desk.load().marks) == {("http://a/1", "read", False), ("http://a/2", "read", True),
                                      ("http://a/1", "kept", True)}
    assert desk.load().marks[-1] == ("http://a/1", "read", False)


def test_a_device_writes_its_own_file_only(tmp_path: Path):
    Marks(tmp_path, "my/desk ..").append(["http://a/1"], "read", True, NOW)
    assert [p.relative_to(tmp_path).as_posix() for p in tmp_path.rglob("*") if p.is_file()] == [
        ".pkm/marks/my-desk.jsonl"]


@pytest.mark.parametrize("torn", range(1, 60, 7))
def test_a_torn_last_line_is_skipped_and_said_and_spoils_nothing_after_it(tmp_path: Path, torn: int):
    marks = Marks(tmp_path, "desk")
    marks.append(["http://a/1"], "read", True, NOW)
    file = tmp_path / ".pkm" / "marks" / "desk.jsonl"
    whole = file.read_bytes()
    file.write_bytes(whole + whole[:torn])
    merged = marks.load()
    assert merged.marks == (("http://a/1", "read", True),)
    assert [("A line of" in str(p) and str(file) in str(p)) for p in merged.skipped] == [True]
    marks.append(["http://a/2"], "later", True, NOW)
    assert ("http://a/2", "later", True) in marks.load().marks


@pytest.mark.parametrize("line", [
    b"\xff\xfe", b"[]", b'"x"', b"null", b"{}", b'{"url": 1, "mark": "read", "on": true, "at": "2026-11-23T09:00:00Z"}',
    b'{"url": "u", "mark": "eaten", "on": true, "at": "2026-11-23T09:00:00Z"}',
    b'{"url": "u", "mark": ["read"], "on": true, "at": "2026-11-23T09:00:00Z"}',
    b'{"url": "u", "mark": "read", "on": "yes", "at": "2026-11-23T09:00:00Z"}',
    b'{"url": "u", "mark": "read", "on": true, "at": "2026-11-23T09:00:00"}',
    b'{"url": "u", "mark": "read", "on": true, "at": 12}',
    b'{"url": "\\ud800", "mark": "read", "on": true, "at": "2026-11-23T09:00:00Z"}', b"[" * 60_000, b"x" * 200_000])
def test_a_line_that_is_no_mark_is_skipped_and_said(tmp_path: Path, line: bytes):
    marks = Marks(tmp_path, "desk")
    marks.append(["http://a/1"], "read", True, NOW)
    with (tmp_path / ".pkm" / "marks" / "desk.jsonl").open("ab") as file:
        file.write(line + b"\n")
    merged = marks.load()
    assert merged.marks == (("http://a/1", "read", True),)
    assert len(merged.skipped) == 1


def test_a_folder_that_cannot_be_made_is_one_sentence(tmp_path: Path):
    (tmp_path / ".pkm").write_text("a file")
    with pytest.raises(StorageProblem):
        Marks(tmp_path, "desk").append(["http://a/1"], "read", True, NOW)


def test_processes_of_one_device_append_at_once_and_no_line_is_lost(tmp_path: Path):
    in_processes(append_many, [(str(tmp_path), n) for n in range(3)])
    merged = Marks(tmp_path, "desk").load()
    assert len(merged.marks) == 3 * 40 * 5
    assert merged.skipped == ()


def append_many(vault: str, number: int) -> None:
    marks = Marks(Path(vault), "desk")
    for n in range(40):
        marks.append([f"http://{number}.example/{n}/{part}" for part in range(5)], "read", True, NOW)
