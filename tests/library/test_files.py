"""The contract 'save a file', whatever way of exchanging the file system has."""

import os
import platform
import re
import stat
import sys
from contextlib import nullcontext
from datetime import datetime
from pathlib import Path

import pytest

from pkm_app.base.errors import NotFound, StorageProblem
from pkm_app.library import exchange
from pkm_app.library.files import AlreadyThere, digest, put_beside, read_file, save_file, sweep

AT = datetime(2026, 11, 20, 14, 12, 3)
HOST = re.sub(r"[^A-Za-z0-9-]+", "-", platform.node())[:32] or "host"
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="links and marks of POSIX")


@pytest.fixture(params=[way.__name__ for way in exchange.WAYS])
def ways(request) -> tuple[exchange.Way, ...]:
    return (getattr(exchange, request.param),)


@pytest.fixture
def note(tmp_path: Path) -> Path:
    path = tmp_path / "note.md"
    path.write_bytes(b"old")
    return path


def names(folder: Path) -> list[str]:
    return sorted(os.listdir(folder))


def part(name: str, phase: str, host: str = HOST) -> str:
    return f".{name}.{host}.0123abcd.{phase}.pkm-part"


def test_a_new_file_is_written_and_its_digest_told(tmp_path):
    outcome = save_file(tmp_path / "new.md", b"words", None)
    assert outcome.written
    assert outcome.conflict is None
    assert outcome.digest == digest(b"words")
    assert (tmp_path / "new.md").read_bytes() == b"words"
    assert names(tmp_path) == ["new.md"]


def test_what_must_be_new_never_goes_over_anything(note):
    with pytest.raises(AlreadyThere):
        save_file(note, b"new", None)
    assert note.read_bytes() == b"old"
    assert names(note.parent) == ["note.md"]


def test_a_save_replaces_what_was_loaded(note, ways):
    outcome = save_file(note, b"new", digest(b"old"), ways=ways)
    assert (outcome.digest, outcome.conflict, outcome.written) == (digest(b"new"), None, True)
    assert note.read_bytes() == b"new"
    assert names(note.parent) == ["note.md"]


def test_a_save_that_changes_nothing_writes_nothing(note):
    before = os.stat(note)
    assert not save_file(note, b"old", digest(b"old")).written
    after = os.stat(note)
    assert (before.st_mtime_ns, before.st_ino) == (after.st_mtime_ns, after.st_ino)


def test_what_somebody_else_wrote_the_same_is_not_written_again(note):
    note.write_bytes(b"both wrote this")
    outcome = save_file(note, b"both wrote this", digest(b"old"))
    assert not outcome.written
    assert outcome.digest == digest(b"both wrote this")


def test_a_save_of_what_was_loaded_leaves_a_strangers_edit_alone(note):
    note.write_bytes(b"theirs")
    outcome = save_file(note, b"old", digest(b"old"))
    assert not outcome.written
    assert note.read_bytes() == b"theirs"
    # The digest is still the loaded one, so that the next save knows it does not build on their words.
    assert outcome.digest == digest(b"old")


def test_what_somebody_else_wrote_is_put_beside(note, ways):
    note.write_bytes(b"theirs")
    outcome = save_file(note, b"mine", digest(b"old"), at=AT, ways=ways)
    assert note.read_bytes() == b"mine"
    assert outcome.conflict == note.with_name("note (conflict 2026-11-20 141203).md")
    assert outcome.conflict.read_bytes() == b"theirs"
    assert names(note.parent) == ["note (conflict 2026-11-20 141203).md", "note.md"]


def test_a_conflict_copy_never_goes_over_another(note, ways):
    taken = note.with_name("note (conflict 2026-11-20 141203).md")
    taken.write_bytes(b"an earlier one")
    note.write_bytes(b"theirs")
    outcome = save_file(note, b"mine", digest(b"old"), at=AT, ways=ways)
    assert outcome.conflict == note.with_name("note (conflict 2026-11-20 141203) 2.md")
    assert taken.read_bytes() == b"an earlier one"
    assert outcome.conflict.read_bytes() == b"theirs"


def test_an_edit_between_the_look_and_the_exchange_is_found_in_what_was_displaced(note):
    def late_editor(finished: Path, target: Path, aside: Path) -> Path:
        target.write_bytes(b"written at the last moment")
        return exchange.WAYS[0](finished, target, aside)

    outcome = save_file(note, b"mine", digest(b"old"), ways=(late_editor,))
    assert note.read_bytes() == b"mine"
    assert outcome.conflict is not None
    assert outcome.conflict.read_bytes() == b"written at the last moment"


def test_a_file_that_vanished_meanwhile_is_written_again(note):
    note.unlink()
    assert save_file(note, b"mine", digest(b"old")).written
    assert note.read_bytes() == b"mine"


def test_a_file_that_vanishes_at_the_last_moment_is_written_again(note):
    def vanishing(finished: Path, target: Path, aside: Path) -> Path:
        target.unlink(missing_ok=True)
        return exchange.WAYS[0](finished, target, aside)

    assert save_file(note, b"mine", digest(b"old"), ways=(vanishing,)).conflict is None
    assert note.read_bytes() == b"mine"
    assert names(note.parent) == ["note.md"]


def test_another_way_is_taken_where_one_is_closed(note):
    def closed(finished: Path, target: Path, aside: Path) -> Path:
        raise exchange.ClosedWayError(38, "not here")

    assert save_file(note, b"new", digest(b"old"), ways=(closed, *exchange.WAYS)).written
    with pytest.raises(StorageProblem, match="The file is as it was"):
        save_file(note, b"newer", digest(b"new"), ways=(closed,))
    assert note.read_bytes() == b"new"
    assert names(note.parent) == ["note.md"]


def test_the_way_of_windows_says_elsewhere_that_it_is_closed(note):
    if sys.platform == "win32":
        assert exchange.WAYS[0] is exchange.by_replace_file
    else:
        with pytest.raises(exchange.ClosedWayError):
            exchange.by_replace_file(note, note, note)


@POSIX
def test_what_cannot_be_compared_is_kept(note):
    def a_folder_came(finished: Path, target: Path, aside: Path) -> Path:
        target.unlink()
        target.mkdir()
        return exchange.by_exchange(finished, target, aside)

    outcome = save_file(note, b"mine", digest(b"old"), at=AT, ways=(a_folder_came,))
    assert outcome.conflict is not None
    assert outcome.conflict.is_dir()
    assert note.read_bytes() == b"mine"


@POSIX
def test_the_rights_of_a_file_stay(note, ways):
    note.chmod(0o640)
    save_file(note, b"new", digest(b"old"), ways=ways)
    assert stat.S_IMODE(note.stat().st_mode) == 0o640


@POSIX
def test_a_link_is_followed_and_stays_a_link(note):
    link = note.with_name("link.md")
    link.symlink_to("note.md")
    save_file(link, b"new", digest(b"old"))
    assert link.is_symlink()
    assert note.read_bytes() == b"new"


def test_a_read_only_file_is_left_alone_with_one_sentence(note):
    note.chmod(0o444)
    with pytest.raises(StorageProblem, match=r"note\.md is read-only, or the disk it is on, so it was not changed\.$"):
        save_file(note, b"new", digest(b"old"))
    assert note.read_bytes() == b"old"
    assert names(note.parent) == ["note.md"]
    note.chmod(0o644)


def test_a_missing_folder_is_said(tmp_path):
    with pytest.raises(StorageProblem, match="its folder is not there"):
        save_file(tmp_path / "nowhere" / "note.md", b"new", None)


def test_a_folder_in_the_files_place_is_said(tmp_path):
    (tmp_path / "note.md").mkdir()
    with pytest.raises(StorageProblem):
        save_file(tmp_path / "note.md", b"new", digest(b"old"))
    with pytest.raises(AlreadyThere):
        save_file(tmp_path / "note.md", b"new", None)
    assert names(tmp_path) == ["note.md"]


def test_reading(tmp_path, note):
    assert read_file(note) == b"old"
    with pytest.raises(NotFound):
        read_file(tmp_path / "other.md")
    with pytest.raises(StorageProblem):
        read_file(tmp_path)


@POSIX
def test_reading_never_waits_for_a_pipe(tmp_path):
    os.mkfifo(tmp_path / "pipe.md")
    with pytest.raises(StorageProblem, match="not an ordinary file"):
        read_file(tmp_path / "pipe.md")


def test_names_at_the_limit_still_save_and_get_conflict_copies(tmp_path):
    path = tmp_path / ("é" * 125 + ".md")
    save_file(path, b"old", None)
    path.write_bytes(b"theirs")
    outcome = save_file(path, b"mine", digest(b"old"), at=AT)
    assert outcome.conflict is not None
    assert outcome.conflict.read_bytes() == b"theirs"
    assert outcome.conflict.name.endswith("é (conflict 2026-11-20 141203).md")


def test_put_beside_counts(note):
    for number in range(3):
        stray = note.with_name("stray")
        stray.write_bytes(str(number).encode())
        put_beside(stray, note, AT)
    assert names(note.parent) == [
        "note (conflict 2026-11-20 141203) 2.md", "note (conflict 2026-11-20 141203) 3.md",
        "note (conflict 2026-11-20 141203).md", "note.md"]


class TestSweep:
    def test_only_this_hosts_leftovers_go(self, note):
        other = part("note.md", "new", host="another-host")
        for name in (part("note.md", "new"), other, ".hidden", "x.pkm-part"):
            note.with_name(name).write_bytes(b"half a no")
        assert sweep(note.parent) == 1
        assert names(note.parent) == sorted([other, ".hidden", "note.md", "x.pkm-part"])

    def test_former_and_new_versions_go(self, note):
        known = f"x{digest(b'former')[:16]}-{digest(b'new')[:16]}"
        for text in (b"former", b"new"):
            note.with_name(part("note.md", known)).write_bytes(text)
            assert sweep(note.parent) == 1
        assert names(note.parent) == ["note.md"]

    def test_words_of_somebody_else_that_a_kill_left_there_become_a_conflict_copy(self, note):
        known = f"x{digest(b'former')[:16]}-{digest(b'old')[:16]}"
        note.with_name(part("note.md", known)).write_bytes(b"theirs")
        assert sweep(note.parent) == 1
        copies = [name for name in names(note.parent) if "(conflict " in name]
        assert len(copies) == 1
        assert note.with_name(copies[0]).read_bytes() == b"theirs"

    def test_a_second_name_of_what_still_stands_there_goes(self, note):
        known = f"x{digest(b'former')[:16]}-{digest(b'new')[:16]}"
        os.link(note, note.with_name(part("note.md", known)))
        assert sweep(note.parent) == 1
        assert names(note.parent) == ["note.md"]

    def test_a_save_that_ends_while_the_folder_is_waited_for_is_nothing_to_say(self, note, monkeypatch):
        left = note.with_name(part("note.md", f"x{digest(b'former')[:16]}-{digest(b'new')[:16]}"))
        left.write_bytes(b"new")
        monkeypatch.setattr("pkm_app.library.files.folder_lock", lambda _: left.unlink() or nullcontext(True))
        assert sweep(note.parent) == 0

    def test_a_folder_that_is_not_there_is_said(self, tmp_path):
        with pytest.raises(StorageProblem, match="cannot be tidied"):
            sweep(tmp_path / "nowhere")

    @POSIX
    def test_it_leaves_alone_what_another_process_is_writing(self, note):
        with exchange.folder_lock(note.parent) as held:
            assert held
            fresh = note.with_name(part("note.md", "new"))
            fresh.write_bytes(b"being writ")
            read, write = os.pipe()
            child = os.fork()
            if not child:
                exchange._LOCK_SECONDS = 0.05  # in the child alone
                os.write(write, bytes([sweep(note.parent)]))
                os._exit(0)
            assert os.read(read, 1) == b"\0"
            os.waitpid(child, 0)
            os.close(read)
            os.close(write)
            assert fresh.exists()
