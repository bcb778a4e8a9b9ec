import os
from pathlib import Path

import pytest

from pkm_app.base.errors import NotFound, StorageProblem
from pkm_app.library.history import History
from tests.library.house import Clock


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def history(tmp_path: Path, clock: Clock) -> History:
    return History(tmp_path / "history", clock)


def kept(history: History, path: str = "a.md") -> list[bytes]:
    return [history.read(path, version.number) for version in history.versions(path)]


def test_nothing_is_kept_of_what_was_never_saved(history):
    assert history.versions("a.md") == []
    assert history.paths() == []
    assert history.prune_daily() == 0
    with pytest.raises(NotFound):
        history.read("a.md", 1)


def test_versions_are_numbered_from_the_oldest_with_their_time_and_size(history, clock):
    begin = clock()
    assert history.keep("a.md", b"one")
    clock.forward(minutes=5)
    assert history.keep("a.md", b"three")
    assert [(v.number, v.saved, v.bytes) for v in history.versions("a.md")] == [(1, begin, 3), (2, clock(), 5)]
    assert kept(history) == [b"one", b"three"]


def test_one_in_five_minutes_unless_asked_for(history, clock):
    history.keep("a.md", b"1")
    clock.forward(minutes=4, seconds=59)
    assert not history.keep("a.md", b"2")
    assert history.keep("a.md", b"3", always=True)
    clock.forward(minutes=5)
    assert history.keep("a.md", b"4")
    assert kept(history) == [b"1", b"3", b"4"]


def test_a_clock_that_was_put_back_stops_nothing(history, clock):
    history.keep("a.md", b"1")
    clock.forward(days=-10)
    assert history.keep("a.md", b"2")
    assert sorted(kept(history)) == [b"1", b"2"]


def test_the_same_words_are_kept_once(history, clock):
    history.keep("a.md", b"1")
    clock.forward(hours=1)
    assert not history.keep("a.md", b"1", always=True)
    assert kept(history) == [b"1"]


def test_files_have_their_own_versions(history):
    for path in ("a.md", "b/a.md", "A.md", "é.md", "x" * 250 + ".md"):
        history.keep(path, path.encode())
        assert kept(history, path) == [path.encode()]
    assert history.paths() == sorted(("a.md", "b/a.md", "A.md", "é.md", "x" * 250 + ".md"))


def test_ninety_days(history, clock, tmp_path):
    history.keep("a.md", b"old")
    clock.forward(days=50)
    history.keep("a.md", b"newer")
    assert history.prune_daily() == 0
    clock.forward(days=41)
    assert history.prune_daily() == 1
    assert kept(history) == [b"newer"]
    clock.forward(hours=23)
    history.keep("b.md", b"x")
    clock.forward(days=91)
    assert history.prune_daily() == 2
    assert history.prune_daily() == 0


def test_versions_are_for_their_owner_alone(history, tmp_path):
    history.keep("a.md", b"x")
    folders = [Path(where) for where, _, _ in os.walk(tmp_path / "history")]
    assert len(folders) == 2
    if os.name == "posix":
        assert {folder.stat().st_mode & 0o777 for folder in folders} == {0o700}


def test_a_history_that_cannot_be_written_is_said(history, tmp_path):
    (tmp_path / "history").write_bytes(b"in the way")
    with pytest.raises(StorageProblem, match=r"The former version of a\.md cannot be kept in the history"):
        history.keep("a.md", b"x")
