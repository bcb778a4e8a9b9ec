"""The inbox on a real disk: what lies there, what is whole, what is remembered."""

from __future__ import annotations

import os
import threading
from datetime import UTC, datetime
from pathlib import Path

import pytest

from pkm_app.flow.inbox import Waiting
from pkm_app.library.inbox import InboxFolder
from tests import systems

OLD_NS = 1_700_000_000_000_000_000


@pytest.fixture
def door(tmp_path: Path) -> InboxFolder:
    (tmp_path / "vault/inbox/phone").mkdir(parents=True)
    return InboxFolder(tmp_path / "vault", "device-a", tmp_path / "data/inbox.json")


def lay(folder: Path, name: str, data: bytes = b"words", old: bool = True) -> Path:
    path = folder / "vault/inbox" / name
    path.write_bytes(data)
    if old:
        os.utime(path, ns=(OLD_NS, OLD_NS))
    return path


@systems.needs_pipes
def test_whole_files_are_seen_and_no_others(door: InboxFolder, tmp_path: Path) -> None:
    lay(tmp_path, "a.txt")
    lay(tmp_path, "phone/b.pdf", b"%PDF")
    for name in ("empty.txt", ".hidden.txt", "c.pdf.part", "~$d.docx", "note.md"):
        lay(tmp_path, name, b"" if name.startswith("empty") else b"x")
    (tmp_path / "vault/inbox/link.txt").symlink_to(tmp_path / "vault/inbox/a.txt")
    os.mkfifo(tmp_path / "vault/inbox/pipe.txt")
    assert door.waiting() == [Waiting("a.txt", 5, OLD_NS), Waiting("empty.txt", 0, OLD_NS),
                              Waiting("phone/b.pdf", 4, OLD_NS)]


def test_a_vault_without_an_inbox_has_nothing_waiting(tmp_path: Path) -> None:
    assert InboxFolder(tmp_path, "device-a", tmp_path / "inbox.json").waiting() == []


def test_a_file_that_is_still_written_is_left_until_it_is_whole(door: InboxFolder, tmp_path: Path) -> None:
    lay(tmp_path, "still.txt", b"whole a moment ago", old=False)
    assert [one.name for one in door.waiting()] == ["still.txt"]
    growing = lay(tmp_path, "growing.txt", b"half", old=False)
    stop = threading.Event()

    def write() -> None:
        with growing.open("ab") as file:
            while not stop.wait(0.1):
                file.write(b" and more")
                file.flush()

    writer = threading.Thread(target=write)
    writer.start()
    try:
        assert [one.name for one in door.waiting()] == ["still.txt"]
    finally:
        stop.set()
        writer.join()


def test_what_was_taken_goes_to_the_trash_unless_it_became_another(door: InboxFolder, tmp_path: Path) -> None:
    path = lay(tmp_path, "a.txt", b"changed")
    door.remove("a.txt", b"words")
    assert path.read_bytes() == b"changed"
    door.remove("a.txt", b"changed")
    door.remove("a.txt", b"changed")
    assert not path.exists()
    assert (tmp_path / "vault/.trash/inbox/a.txt").read_bytes() == b"changed"


def test_what_was_taken_is_known_on_every_device(door: InboxFolder, tmp_path: Path) -> None:
    assert not door.was_taken(b"words")
    door.note_taken(b"words")
    other = InboxFolder(tmp_path / "vault", "device-b", tmp_path / "other.json")
    other.note_taken(b"others")
    assert door.was_taken(b"others")
    assert other.was_taken(b"words")
    assert not other.was_taken(b"wor")


def test_what_was_tried_is_remembered_and_a_damaged_memory_is_none(door: InboxFolder, tmp_path: Path) -> None:
    tried = {Waiting("a.txt", 5, OLD_NS): datetime(2026, 11, 26, tzinfo=UTC)}
    (tmp_path / "data").mkdir()
    door.note_tried(tried)
    assert door.tried() == tried
    door.note_tried({})
    assert door.tried() == {}
    (tmp_path / "data/inbox.json").write_text("[[1]]")
    assert door.tried() == {}
