"""Disks that are full, folders that cannot be written, and what anybody may find while files are being saved."""

import os
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pkm_app.base.errors import StorageProblem
from pkm_app.library import exchange
from pkm_app.library.files import AlreadyThere, digest, save_file

ROOT_ON_LINUX = sys.platform.startswith("linux") and os.geteuid() == 0


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    if not ROOT_ON_LINUX:
        pytest.skip("only root can mount a small disk")
    folder = tmp_path / "disk"
    folder.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(folder)], capture_output=True)
    if mounted.returncode:
        pytest.skip("this machine does not allow mounting")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def test_trap_12_a_full_disk_loses_nothing(small_disk):
    note = small_disk / "note.md"
    save_file(note, b"old words\n" * 2000, None)
    with pytest.raises(StorageProblem, match=r"The disk is full, so .*note\.md was not saved\. Make room"):
        save_file(note, b"new words\n" * 6000, digest(b"old words\n" * 2000))
    assert note.read_bytes() == b"old words\n" * 2000
    assert os.listdir(small_disk) == ["note.md"]
    with pytest.raises(StorageProblem, match="The disk is full"):
        save_file(small_disk / "other.md", b"x" * 100_000, None)
    assert os.listdir(small_disk) == ["note.md"]


def test_a_disk_that_cannot_be_written_is_said(small_disk):
    note = small_disk / "note.md"
    save_file(note, b"old", None)
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    with pytest.raises(StorageProblem, match=r"note\.md is read-only, or the disk it is on"):
        save_file(note, b"new", digest(b"old"))
    with pytest.raises(StorageProblem, match=r"was not saved: Read-only file system\. The file is as it was\."):
        save_file(small_disk / "other.md", b"new", None)
    assert note.read_bytes() == b"old"


@pytest.mark.skipif(not ROOT_ON_LINUX, reason="needs to become another user")
def test_a_folder_that_is_not_ours_is_said():
    with tempfile.TemporaryDirectory() as name:
        note = Path(name) / "note.md"
        note.write_bytes(b"old")
        os.chmod(name, 0o755)
        read, write = os.pipe()
        child = os.fork()
        if not child:
            os.setuid(65534)
            try:
                save_file(Path(name) / "new.md", b"words", None)
            except StorageProblem as problem:
                os.write(write, str(problem).encode())
            os._exit(0)
        os.close(write)
        with open(read, encoding="utf-8") as told:
            assert told.read().endswith("new.md was not saved: Permission denied. The file is as it was.")
        os.waitpid(child, 0)
        assert os.listdir(name) == ["note.md"]


def test_trap_12_a_reader_never_sees_half_a_file(tmp_path):
    note = tmp_path / "note.md"
    texts = [bytes([65 + n]) * 200_000 for n in range(2)]
    save_file(note, texts[0], None)
    seen, stop = set(), threading.Event()

    def look() -> None:
        while not stop.is_set():
            seen.add(note.read_bytes())

    reader = threading.Thread(target=look)
    reader.start()
    for turn in range(60):
        save_file(note, texts[(turn + 1) % 2], digest(texts[turn % 2]))
    stop.set()
    reader.join()
    assert seen <= set(texts)


def test_many_savers_of_one_file_lose_nothing(tmp_path):
    note = tmp_path / "note.md"
    save_file(note, b"start", None)
    texts = [b"words of saver %d" % n for n in range(12)]
    threads = [threading.Thread(target=save_file, args=(note, text, digest(b"start"))) for text in texts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(path.read_bytes() for path in tmp_path.iterdir()) == sorted(texts)


def test_of_many_that_want_to_be_new_one_is(tmp_path):
    won = []

    def create(n: int) -> None:
        try:
            save_file(tmp_path / "note.md", b"%d" % n, None)
        except AlreadyThere:
            return
        won.append(b"%d" % n)

    threads = [threading.Thread(target=create, args=(n,)) for n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [path.read_bytes() for path in tmp_path.iterdir()] == won


STEPS = st.lists(st.tuples(st.sampled_from(["anna", "bob", "outside", "remove"]), st.sampled_from(exchange.WAYS),
                           st.booleans()), max_size=12)


@settings(max_examples=60, deadline=None)
@given(STEPS)
def test_nobodys_words_are_lost_unless_their_heir_had_read_them(steps):
    """Two editors and another program write at will; a text may only go when who replaced it had loaded it."""
    with tempfile.TemporaryDirectory() as name:
        note = Path(name) / "note.md"
        save_file(note, b"start", None)
        loaded = {"anna": b"start", "bob": b"start"}
        alive = {b"start"}
        for number, (who, way, look_first) in enumerate(steps):
            text = f"{who} {number}".encode()
            if who == "remove":
                if note.exists():
                    alive.discard(note.read_bytes())
                    note.unlink()
            elif who == "outside":
                if note.exists():
                    alive.discard(note.read_bytes())
                note.write_bytes(text)
                alive.add(text)
            else:
                if look_first and note.exists():
                    loaded[who] = note.read_bytes()
                if note.exists() and note.read_bytes() == loaded[who]:
                    alive.discard(loaded[who])
                outcome = save_file(note, text, digest(loaded[who]), ways=(way,))
                assert outcome.written
                loaded[who] = text
                alive.add(text)
            assert alive <= {path.read_bytes() for path in Path(name).iterdir()}
            assert not [path for path in Path(name).iterdir() if ".pkm-part" in path.name]
