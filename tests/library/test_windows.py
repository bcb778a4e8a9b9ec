"""What Windows does otherwise with files, tried everywhere by stand-ins for what the system says."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from pkm_app.base.errors import StorageProblem
from pkm_app.library import exchange, files, marks, windows
from pkm_app.library.exchange import by_copy, by_replace_file, displace
from pkm_app.library.filelock import free_region, lock_region
from pkm_app.library.files import digest, read_file, save_file
from pkm_app.library.profile import find_profile, find_vault
from pkm_app.library.windows import InUse, extended, held_by_another, online_only, patiently

SHARING, LOCKED, DENIED, MAPPED = 32, 33, 5, 1224
DEEP = "\\".join(["Kennis delen"] * 25)


def windows_error(number: int, name: str = "note.md") -> PermissionError:
    error = PermissionError(13, "The process cannot access the file", name)
    error.winerror = number  # type: ignore[attr-defined,unused-ignore]
    return error


def failing(times: int, number: int, act: Callable[..., Any], asked: list[int]) -> Callable[..., Any]:
    """Let a call fail so many times as Windows would, then do what it does."""
    def call(*words: Any, **more: Any) -> Any:
        asked.append(1)
        if len(asked) <= times:
            raise windows_error(number, str(words[0]))
        return act(*words, **more)
    return call


@pytest.mark.parametrize(("path", "reached"), [
    ("C:\\Users\\An\\note.md", "C:\\Users\\An\\note.md"),
    (f"C:\\Users\\An\\OneDrive - Wij BV\\{DEEP}\\n.md", f"\\\\?\\C:\\Users\\An\\OneDrive - Wij BV\\{DEEP}\\n.md"),
    (f"C:/Users/An/x/../{DEEP}/n.md", f"\\\\?\\C:\\Users\\An\\{DEEP}\\n.md"),
    (f"\\\\server\\share\\{DEEP}\\n.md", f"\\\\?\\UNC\\server\\share\\{DEEP}\\n.md"),
    (f"\\\\?\\C:\\{DEEP}\\n.md", f"\\\\?\\C:\\{DEEP}\\n.md"),
    (f"{DEEP}\\relative.md", f"{DEEP}\\relative.md"),
])
def test_a_long_path_gets_the_form_without_a_limit(path: str, reached: str) -> None:
    assert extended(path) == reached


@pytest.mark.skipif(sys.platform == "win32", reason="there it does")
def test_other_systems_are_given_paths_as_they_are() -> None:
    assert windows.reach(Path("/" + "a/" * 200)) == "/" + "/".join("a" * 200)


@pytest.mark.parametrize(("marks", "away"), [
    (0x20, False), (0x400 | 0x20, False), (0x1000, True), (0x40000, True), (0x400000 | 0x400 | 0x20, True),
    (0x80000, False),  # pinned: always kept on this device
])
def test_a_file_that_is_online_only_is_known_by_its_marks(marks: int, away: bool) -> None:
    assert online_only(SimpleNamespace(st_file_attributes=marks)) is away  # type: ignore[arg-type]


def test_a_plain_file_is_on_this_machine(tmp_path: Path) -> None:
    (tmp_path / "note.md").write_text("here")
    assert not online_only(os.stat(tmp_path / "note.md"))


@pytest.mark.parametrize("number", [SHARING, LOCKED, MAPPED])
def test_a_file_that_another_program_holds_is_tried_again(number: int) -> None:
    asked: list[int] = []
    call = failing(3, number, str, asked)
    assert patiently(lambda: call("note.md")) == "note.md"
    assert len(asked) == 4


def test_what_stays_held_is_given_up_after_a_while() -> None:
    asked: list[int] = []
    call = failing(99, SHARING, str, asked)
    with pytest.raises(PermissionError):
        patiently(lambda: call("note.md"), pauses=(0.0, 0.0, 0.0))
    assert len(asked) == 4


def test_access_that_is_denied_is_soon_believed() -> None:
    asked: list[int] = []
    call = failing(99, DENIED, str, asked)
    with pytest.raises(PermissionError):
        patiently(lambda: call("note.md"), pauses=(0.0,) * 8)
    assert len(asked) == 5


def test_any_other_error_is_told_at_once() -> None:
    asked: list[int] = []
    call = failing(99, 112, str, asked)  # the disk is full
    with pytest.raises(PermissionError):
        patiently(lambda: call("note.md"))
    assert len(asked) == 1
    assert not held_by_another(OSError(13, "denied"))


def test_a_note_that_is_held_for_a_moment_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "note.md").write_text("my words")
    asked: list[int] = []
    monkeypatch.setattr(files.os, "open", failing(2, SHARING, os.open, asked))
    assert read_file(tmp_path / "note.md") == b"my words"
    assert len(asked) == 3


def test_a_note_that_stays_held_is_told_in_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "note.md").write_text("my words")
    monkeypatch.setattr(windows.patiently, "__defaults__", ((0.0,),))
    monkeypatch.setattr(files.os, "open", failing(99, SHARING, os.open, []))
    with pytest.raises(InUse, match="held by another program"):
        read_file(tmp_path / "note.md")


@pytest.mark.parametrize("way", [by_copy, exchange.by_link])
def test_a_save_waits_for_who_holds_the_note(
        way: exchange.Way, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    note = tmp_path / "note.md"
    note.write_bytes(b"old")
    asked: list[int] = []
    replaced = os.replace
    monkeypatch.setattr(exchange.os, "replace", lambda a, b: failing(1, SHARING, replaced, asked)(a, b)
                        if str(b) == str(note) else replaced(a, b))
    outcome = save_file(note, b"new", digest(b"old"), ways=(way,))
    assert note.read_bytes() == b"new"
    assert outcome.conflict is None
    assert [file.name for file in tmp_path.iterdir()] == ["note.md"]


def test_a_save_into_a_note_that_stays_held_leaves_all_as_it_was(
        tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    note = tmp_path / "note.md"
    note.write_bytes(b"old")
    replaced = os.replace

    def replace(a: str, b: str) -> None:
        if str(b) == str(note):
            raise windows_error(SHARING, b)
        replaced(a, b)

    monkeypatch.setattr(windows.patiently, "__defaults__", ((0.0,),))
    monkeypatch.setattr(exchange.os, "replace", replace)
    with pytest.raises(StorageProblem, match="held by another program"):
        save_file(note, b"new", digest(b"old"), ways=(by_copy,))
    assert note.read_bytes() == b"old"
    assert [file.name for file in tmp_path.iterdir()] == ["note.md"]


class Kernel:
    """ReplaceFileW as Microsoft describes it, with the end that is wanted."""

    def __init__(self, number: int = 0) -> None:
        self.number = number

    def replace_file(self, target: str, finished: str, aside: str) -> int:
        if not os.path.exists(target):
            return 2
        if self.number in (0, 1177):
            os.rename(target, aside)
        if self.number == 0:
            os.rename(finished, target)
        return self.number


@pytest.fixture
def trio(tmp_path: Path) -> tuple[Path, Path, Path]:
    (tmp_path / "new").write_bytes(b"new")
    (tmp_path / "note.md").write_bytes(b"old")
    return tmp_path / "new", tmp_path / "note.md", tmp_path / "aside"


def test_replacefile_puts_the_old_one_aside(trio: tuple[Path, Path, Path]) -> None:
    new, note, aside = trio
    assert by_replace_file(new, note, aside, Kernel()) == aside
    assert (note.read_bytes(), aside.read_bytes(), new.exists()) == (b"new", b"old", False)


@pytest.mark.parametrize("number", [DENIED, SHARING, 1175, 1176, 1177])
def test_when_replacefile_fails_the_note_is_as_it_was(number: int, trio: tuple[Path, Path, Path]) -> None:
    new, note, aside = trio
    with pytest.raises(OSError, match=r"note\.md"):
        by_replace_file(new, note, aside, Kernel(number))
    assert (note.read_bytes(), new.read_bytes(), aside.exists()) == (b"old", b"new", False)


def test_where_replacefile_is_not_known_the_next_way_is_taken(trio: tuple[Path, Path, Path]) -> None:
    new, note, aside = trio
    ways = (lambda a, b, c: by_replace_file(a, b, c, Kernel(50)), by_copy)
    assert displace(new, note, aside, ways) == aside
    assert (note.read_bytes(), aside.read_bytes()) == (b"new", b"old")


def test_replacefile_says_when_there_is_nothing_to_replace(tmp_path: Path) -> None:
    (tmp_path / "new").write_bytes(b"new")
    with pytest.raises(FileNotFoundError):
        by_replace_file(tmp_path / "new", tmp_path / "gone.md", tmp_path / "aside", Kernel())


def test_a_folder_is_not_flushed_and_not_locked_on_windows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder cannot be opened there as a file can."""
    with monkeypatch.context() as there:
        there.setattr(sys, "platform", "win32")
        there.setattr(exchange.os, "open", lambda *words: pytest.fail("a folder was opened"))
        exchange.sync_folder(tmp_path)
        with exchange.folder_lock(tmp_path) as alone:
            assert not alone


class Regions:
    """msvcrt's locks, held by ``holder`` at most once."""

    LK_NBLCK, LK_UNLCK = 3, 0

    def __init__(self) -> None:
        self.holder: int | None = None

    def locking(self, fd: int, mode: int, nbytes: int, /) -> None:
        assert (os.lseek(fd, 0, os.SEEK_CUR), nbytes) == (0, 1)  # always the same byte
        if mode == self.LK_UNLCK:
            assert self.holder == fd
            self.holder = None
        elif self.holder not in (None, fd):
            raise PermissionError(13, "Permission denied")
        else:
            self.holder = fd


def test_the_lock_of_windows_is_held_once(tmp_path: Path) -> None:
    regions = Regions()
    first, second = (os.open(tmp_path / "lock", os.O_RDWR | os.O_CREAT) for _ in range(2))
    try:
        os.write(first, b"x")  # and moves on: the lock must not
        assert lock_region(regions, first)
        assert not lock_region(regions, second)
        free_region(regions, first)
        assert lock_region(regions, second)
    finally:
        os.close(first)
        os.close(second)


def test_folders_of_windows_are_three_though_the_system_gives_one(monkeypatch: pytest.MonkeyPatch) -> None:
    local = Path("/Users/An de Vries/AppData/Local/pkm")
    documents = Path("/Users/An de Vries/OneDrive - Bedrijf BV/Documenten")
    monkeypatch.setattr("platformdirs.PlatformDirs", lambda *_, **__: SimpleNamespace(
        user_data_path=local, user_config_path=local, user_cache_path=local / "Cache"))
    monkeypatch.setattr("platformdirs.user_documents_path", lambda: documents)
    profile = find_profile()
    assert len(set(profile.folders())) == 3
    assert all(folder.is_relative_to(local) for folder in profile.folders())
    assert find_vault() == documents / "PKM"  # where the company put Documents, OneDrive too


def test_marks_that_another_program_holds_for_a_moment_are_written_and_read(
        tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    desk, asked = marks.Marks(tmp_path, "desk"), list[int]()
    for number in (1, 2):
        asked.clear()
        with monkeypatch.context() as patched:
            patched.setattr(marks.os, "open", failing(2, SHARING, os.open, asked))
            desk.append([f"https://a.example/{number}"], "kept", True, datetime(2026, 11, 23, 9, number, tzinfo=UTC))
        assert len(asked) == 3
    asked.clear()
    monkeypatch.setattr(marks, "open", failing(2, SHARING, open, asked), raising=False)
    assert len(desk.load().marks) == 2
    assert len(asked) == 3
