"""What other programs do to the vault is noticed, and absence is not taken for deletion."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from pkm_app.base.errors import NotFound, StorageProblem
from pkm_app.base.events import Changed, Failed, Progress
from pkm_app.library.scan import too_many
from pkm_app.library.walk import walk
from tests.contracts.vault import HL, anchor, note, source
from tests.library.house import House, drive, house
from tests.library.nobody import as_nobody
from tests.library.test_files import HOST


@pytest.fixture
def home(tmp_path: Path) -> Iterator[House]:
    with house(tmp_path) as made:
        yield made


def fill(home: House, count: int) -> list[str]:
    paths = [f"notes/n{number:03}.md" for number in range(count)]
    for path in paths:
        home.write(path, f"words of {path}\n".encode())
    home.scan()
    return paths


def paths_of(home: House) -> set[str]:
    return {card.path for card in home.vault.cards()}


def failures(events) -> list[str]:
    return [str(event) for event in events if isinstance(event, Failed)]


def test_new_and_changed_files_are_taken_in_and_told(home):
    home.write("notes/a.md", b"# A\n")
    home.write("sources/s.md", source().to_bytes())
    found, events = drive(home.vault.scan())
    assert found.new == ("notes/a.md", "sources/s.md")
    assert Changed("notes", ("notes/a.md",)) in events
    assert Changed("sources", ("sources/s.md",)) in events
    assert any(isinstance(event, Progress) and event.total == 2 for event in events)
    home.write("notes/a.md", b"# Another\n")
    found, events = drive(home.vault.scan())
    assert (found.new, found.changed) == ((), ("notes/a.md",))
    assert home.vault.find("notes/a.md").title == "Another"


def test_a_scan_of_nothing_new_reads_nothing_and_queues_nothing(home):
    fill(home, 3)
    for path in home.files():
        os.utime(home.root / path, ns=(10**18, 10**18))
    assert home.scan().changed == ()  # the times differ, the words do not
    home.empty_queue()
    (home.root / "notes/n000.md").write_bytes(b"WORDS of notes/n000.md\n")  # of the same size, behind an old time
    os.utime(home.root / "notes/n000.md", ns=(10**18, 10**18))
    found, events = drive(home.vault.scan())
    assert (found.new, found.changed, home.queued()) == ((), (), [])
    assert [event for event in events if not isinstance(event, Progress)] == []


def test_an_edit_of_the_same_size_within_the_same_moment_is_noticed(home):
    home.write("a.md", b"one\n")
    home.scan()
    info = os.stat(home.root / "a.md")
    home.write("a.md", b"two\n")
    os.utime(home.root / "a.md", ns=(info.st_atime_ns, info.st_mtime_ns))  # a clock that has not ticked meanwhile
    assert home.scan().changed == ("a.md",)


def test_a_file_that_vanished_is_forgotten_and_its_words_are_in_the_history(home):
    paths = fill(home, 30)
    (home.root / paths[0]).unlink()
    home.empty_queue()
    found, events = drive(home.vault.scan())
    assert (found.vanished, found.held) == ((paths[0],), False)
    assert failures(events) == [f"{paths[0]} is gone: another program removed it. It can be put back from the history."]
    assert paths[0] not in paths_of(home)
    assert home.queued() == [paths[0]]
    version = home.vault.history(paths[0])[-1]
    home.vault.put_back_version(paths[0], version.number)
    assert home.read(paths[0]) == b"words of notes/n000.md\n"
    assert paths[0] in paths_of(home)


def test_an_edit_from_outside_leaves_the_former_words_in_the_history(home):
    fill(home, 1)
    home.write("notes/n000.md", b"theirs\n")
    home.scan()
    assert home.vault.version("notes/n000.md", 1) == b"words of notes/n000.md\n"


@pytest.mark.parametrize(("absent", "known", "ask"), [
    (20, 1000, False), (21, 1000, True), (5, 100, False), (6, 100, True), (1, 3, False), (2, 3, True), (0, 0, False)])
def test_how_many_are_too_many(absent, known, ask):
    assert too_many(absent, known) is ask


@pytest.mark.parametrize(("count", "gone"), [(100, 6), (420, 21)])
def test_trap_14_many_that_vanish_at_once_are_kept_until_a_person_says_so(home, count, gone):
    paths = fill(home, count)
    for path in paths[:gone]:
        (home.root / path).unlink()
    home.empty_queue()
    found, events = drive(home.vault.scan())
    assert found.held
    assert found.vanished == tuple(paths[:gone])
    assert f"{gone} of {count} files vanished and 0 are empty all at once" in failures(events)[0]
    assert len(home.vault.cards(limit=1000)) == count
    assert home.queued() == []
    assert home.scan().held  # asked again, acted on never
    found, _ = drive(home.vault.scan(absence_is_meant=True))
    assert not found.held
    assert len(home.vault.cards(limit=1000)) == count - gone
    assert home.vault.version(paths[0], 1) == b"words of notes/n000.md\n"


def test_trap_14_many_that_are_emptied_at_once_keep_their_cards(home):
    paths = fill(home, 30)
    for path in paths[:3]:
        home.write(path, b"")
    (home.root / paths[3]).unlink()
    found, events = drive(home.vault.scan())
    assert (found.held, found.emptied, found.vanished) == (True, tuple(paths[:3]), (paths[3],))
    assert "1 of 30 files vanished and 3 are empty" in failures(events)[0]
    assert home.vault.find(paths[0]).excerpt == "words of notes/n000.md"
    home.scan(absence_is_meant=True)
    assert home.vault.find(paths[0]).excerpt == ""
    assert home.vault.version(paths[0], 1) == b"words of notes/n000.md\n"


def test_trap_14_files_that_come_back_are_as_they_were(home):
    paths = fill(home, 40)
    (home.root / "notes").rename(home.root.parent / "elsewhere")
    assert home.scan().held
    (home.root.parent / "elsewhere").rename(home.root / "notes")
    found = home.scan()
    assert (found.held, found.vanished, found.new) == (False, (), ())
    assert paths_of(home) == set(paths)


def test_trap_14_a_vault_that_is_gone_is_said_and_nothing_is_forgotten(home):
    paths = fill(home, 3)
    home.root.rename(home.root.parent / "unplugged")
    with pytest.raises(StorageProblem, match="is not there"):
        home.scan()
    with pytest.raises(StorageProblem, match="is not there"):
        home.vault.create("notes", "New", note())
    assert not home.root.exists()
    (home.root.parent / "unplugged").rename(home.root)
    assert paths_of(home) == set(paths)


@pytest.mark.skipif(sys.platform == "win32", reason="rights of POSIX")
def test_trap_14_a_folder_that_cannot_be_read_is_not_empty(home):
    paths = fill(home, 3)
    home.write("open.md", b"x")
    home.scan()
    (home.root / "notes").chmod(0)
    try:
        with as_nobody(home.root):
            seen, _ = drive(walk(home.root))
    finally:
        (home.root / "notes").chmod(0o755)
    assert seen.unreadable == {"notes": "Permission denied"}
    assert set(seen.files) == {"open.md"}
    assert all(seen.may_hold(path) for path in paths)
    assert not seen.may_hold("notes2/x.md")


@pytest.mark.skipif(sys.platform == "win32", reason="links")
def test_trap_14_a_file_that_cannot_be_read_keeps_its_card(home):
    fill(home, 3)
    (home.root / "notes/n000.md").unlink()
    with open(home.root / "notes/n000.md", "wb") as file:
        file.truncate(65 * 1024 * 1024)
    found, events = drive(home.vault.scan())
    assert found.changed == ()
    assert "larger than 64 MB" in failures(events)[0]
    assert home.vault.find("notes/n000.md").excerpt == "words of notes/n000.md"


def test_a_folder_that_was_renamed_is_no_loss(home):
    paths = fill(home, 40)
    (home.root / "notes").rename(home.root / "thoughts")
    found = home.scan()
    assert (found.held, found.vanished, len(found.moved)) == (False, (), 40)
    assert paths_of(home) == {path.replace("notes/", "thoughts/") for path in paths}


def test_trap_15_what_synchronisers_leave_is_not_ours(home):
    for path in (".stfolder/x.md", ".syncthing.note.md.tmp", "~$note.md", "~syncthing~note.md.tmp", ".obsidian/x.md",
                 ".trash/x.md", ".pkm/x.md", "notes/.hidden.md", "notes/note.md.part", ".stversions/note.md",
                 "desktop.ini", "picture.png", ".git/x.md"):
        home.write(path, b"x")
    home.write("notes/note.md", b"x")
    found = home.scan()
    assert found.new == ("notes/note.md",)
    assert home.files() == sorted(home.files())
    assert len(home.files()) == 14  # nothing of theirs was touched


def test_conflict_copies_are_told(home):
    home.write("notes/note.md", b"x")
    home.write("notes/note.sync-conflict-20261120-141203-ABCDEFG.md", b"y")
    assert home.scan().conflicts == ("notes/note.sync-conflict-20261120-141203-ABCDEFG.md",)


@pytest.mark.skipif(sys.platform == "win32", reason="links")
def test_links_are_followed_only_inside(home, tmp_path):
    (tmp_path / "secret").mkdir()
    (tmp_path / "secret" / "s.md").write_bytes(b"secret")
    home.write("real/a.md", b"a")
    (home.root / "out").symlink_to(tmp_path / "secret")
    (home.root / "out.md").symlink_to(tmp_path / "secret" / "s.md")
    (home.root / "loop").symlink_to(".")
    (home.root / "again").symlink_to("real")
    (home.root / "b.md").symlink_to("real/a.md")
    found, events = drive(home.vault.scan())
    assert len(found.new) == 2
    assert "b.md" in found.new
    assert failures(events) == []


@pytest.mark.skipif(sys.platform != "linux", reason="names are bytes only there")
def test_a_name_that_is_no_text_is_said(home):
    home.write("a.md", b"a")
    with open(os.fsencode(home.root) + b"/\xff.md", "wb") as file:
        file.write(b"x")
    found, events = drive(home.vault.scan())
    assert found.new == ("a.md",)
    assert "its name is not text in UTF-8" in failures(events)[0]


def test_files_are_the_truth(home, tmp_path):
    home.vault.put_anchor("01src", anchor())
    home.write("sources/s.md", source(body=f"> the conversations that surround\n\n^{HL}\n\nWhat I think.\n").to_bytes())
    home.write("notes/n.md", note(body=f"> the conversations\n>\n> — [[s#^{HL}|S]]\n", tags=["x"]).to_bytes())
    home.scan()
    before = (home.vault.cards(), home.vault.highlights(), home.vault.backlinks("sources/s.md"))
    assert before[1][0].used_in == ("notes/n.md",)
    assert before[2] == ["notes/n.md"]
    home.db.close()
    for path in (tmp_path / "data").glob("pkm.db*"):
        path.unlink()
    with house(tmp_path) as anew:
        assert anew.vault.cards() == []
        found = anew.scan()
        assert (found.held, len(found.new)) == (False, 2)
        assert (sorted(anew.vault.cards(), key=str), anew.vault.highlights(), anew.vault.backlinks("sources/s.md")) == (
            sorted(before[0], key=str), before[1], before[2])
        assert anew.queued() == ["notes/n.md", "sources/s.md"]


def test_another_vault_in_the_same_profile_starts_from_nothing(home, tmp_path):
    fill(home, 30)
    home.root = tmp_path / "second"
    home.root.mkdir()
    home.write("b.md", b"x")
    home.vault = home.session()
    assert home.scan().held is False
    assert paths_of(home) == {"b.md"}
    with pytest.raises(NotFound):
        home.vault.version("notes/n000.md", 1)


def test_strays_of_a_kill_go_with_the_next_scan_and_strangers_words_stay(home, tmp_path):
    fill(home, 1)
    home.vault.create("notes", "x", note())
    home.write(f"notes/.n000.md.{HOST}.0123abcd.new.pkm-part", b"half")
    home.write(f"notes/.n000.md.{HOST}.0123abcd.x{'0' * 16}-{'1' * 16}.pkm-part", b"theirs\n")
    home.write(f".pkm/.outlets.toml.{HOST}.0123abcd.new.pkm-part", b"half")
    home.scan()
    left = home.files()
    assert [path for path in left if "pkm-part" in path] == []
    copy = next(path for path in left if "(conflict " in path)
    assert home.read(copy) == b"theirs\n"
    assert home.scan().new == (copy,)


def test_closing_a_scan_halfway_keeps_what_it_took_in(home):
    for number in range(250):
        home.write(f"n{number}.md", b"x%d" % number)
    scan = home.vault.scan()
    while not isinstance(event := next(scan), Progress) or event.total == 0:
        pass
    scan.close()
    assert len(home.vault.cards()) == 100
    assert len(home.scan().new) == 150
