"""What the real vault promises beyond the contract: disks, histories, trash, the cache that follows."""

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from pkm_app.base.errors import NotFound, Refused, StorageProblem
from pkm_app.content.highlights import add_highlight, remove_highlight
from pkm_app.library.files import AlreadyThere
from tests.contracts.vault import HL, anchor, note, source
from tests.library.house import House, house


@pytest.fixture
def home(tmp_path: Path) -> Iterator[House]:
    with house(tmp_path) as made:
        yield made


def edit(home: House, path: str, body: str):
    loaded = home.vault.load(path)
    return home.vault.save(path, loaded.file.with_body(body), loaded.digest)


def bodies(home: House, path: str) -> list[str]:
    numbers = [version.number for version in home.vault.history(path)]
    return [home.vault.version(path, number).decode().rpartition("---\n")[2] for number in numbers]


def test_the_folder_is_made_at_the_first_write(home):
    assert not home.root.exists()
    assert home.vault.cards() == []
    assert not home.root.exists()
    home.vault.create("notes", "One", note())
    assert home.files() == ["notes/One.md"]


def test_a_file_in_the_vaults_place_is_said(tmp_path):
    (tmp_path / "vault").write_text("I am a file")
    with house(tmp_path) as home:
        for attempt in (lambda: home.vault.create("notes", "One", note()), home.scan):
            with pytest.raises(StorageProblem, match="vault"):
                attempt()
    assert (tmp_path / "vault").read_text() == "I am a file"


@pytest.mark.skipif(sys.platform != "linux" or os.geteuid() != 0, reason="only root can mount a small disk")
def test_trap_12_a_full_disk_changes_nothing(home):
    home.root.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(home.root)]
    if subprocess.run(mount, capture_output=True).returncode:
        pytest.skip("this machine does not allow mounting")
    try:
        path = home.vault.create("notes", "One", note(body="old words\n" * 2000)).path
        before, card = home.read(path), home.vault.find(path)
        with pytest.raises(StorageProblem, match="The disk is full"):
            edit(home, path, "new words\n" * 9000)
        with pytest.raises(StorageProblem, match="The disk is full"):
            home.vault.create("notes", "Two", note(body="x" * 100_000))
        with pytest.raises(StorageProblem, match="The disk is full"):
            home.vault.put_snapshot("01src", "<p>" + "x" * 100_000)
        assert home.read(path) == before
        assert home.files() == [path]
        assert home.vault.find(path) == card
        subprocess.run(["mount", "-o", "remount,ro", str(home.root)], check=True)
        for attempt in (lambda: home.vault.delete(path), lambda: home.vault.create("new", "x", note())):
            with pytest.raises(StorageProblem, match="Read-only file system"):
                attempt()
        assert home.read(path) == before
    finally:
        subprocess.run(["umount", str(home.root)], check=True)


def test_a_history_that_cannot_be_written_stops_the_save(home):
    path = home.vault.create("notes", "One", note(body="old\n")).path
    home.history.write_bytes(b"a file in the folder's place")
    with pytest.raises(StorageProblem, match=r"former version of notes/One\.md cannot be kept"):
        edit(home, path, "new\n")
    assert home.vault.load(path).file.body == "old\n"


def test_the_version_before_the_first_edit_of_a_session_is_always_kept(home):
    path = home.vault.create("notes", "One", note(body="1\n")).path
    for number in range(2, 5):
        edit(home, path, f"{number}\n")
    assert bodies(home, path) == ["1\n"]
    home.vault = home.session()
    edit(home, path, "5\n")
    assert bodies(home, path) == ["1\n", "4\n"]


def test_versions_are_five_minutes_apart(home):
    path = home.vault.create("notes", "One", note(body="1\n")).path
    for number in range(2, 10):
        edit(home, path, f"{number}\n")
        home.clock.forward(minutes=2)
    assert bodies(home, path) == ["1\n", "4\n", "7\n"]


def test_a_highlight_that_is_removed_is_in_the_history_however_soon(home):
    body = add_highlight("Mine.\n", HL, "the words", "What I think.")
    path = home.vault.create("sources", "S", source(body="Mine.\n")).path
    edit(home, path, body)
    edit(home, path, remove_highlight(body, HL))
    assert "What I think." in bodies(home, path)[-1]


def test_half_of_the_words_gone_are_in_the_history_however_soon(home):
    path = home.vault.create("notes", "One", note(body="1\n")).path
    edit(home, path, "a long text\n" * 100)
    edit(home, path, "oops\n")
    assert bodies(home, path)[-1] == "a long text\n" * 100


def test_deleting_and_putting_back(home):
    path = home.vault.create("notes", "One", note()).path
    data = home.read(path)
    home.empty_queue()
    home.vault.delete(path)
    assert home.vault.trash() == [".trash/notes/One.md"]
    assert home.queued() == [path]
    assert home.scan().vanished == ()
    assert home.vault.put_back(".trash/notes/One.md") == path
    assert home.read(path) == data
    assert home.vault.find(path).title == "A note"
    for odd in ("notes/One.md", ".trash/../notes/One.md", ".trash/nothing.md"):
        with pytest.raises(NotFound):
            home.vault.put_back(odd)


def test_the_trash_never_clobbers(home):
    for number in range(4):
        path = home.vault.create("notes", "One", note(body=f"{number}\n")).path
        home.vault.delete(path)
    trashed = home.vault.trash()
    assert len(trashed) == 4
    home.vault.create("notes", "One", note(body="4\n"))
    back = [home.vault.put_back(path) for path in trashed]
    assert sorted(back) == ["notes/One (2).md", "notes/One (3).md", "notes/One (4).md", "notes/One (5).md"]
    assert len({home.read(path) for path in [*back, "notes/One.md"]}) == 5


def test_putting_a_version_back_never_clobbers(home):
    path = home.vault.create("notes", "One", note(body="1\n")).path
    edit(home, path, "2\n")
    with pytest.raises(AlreadyThere):
        home.vault.put_back_version(path, 1)
    home.vault.delete(path)
    home.vault.put_back_version(path, 1)
    assert home.vault.load(path).file.body == "1\n"


def test_every_change_is_queued_for_the_index(home):
    path = home.vault.create("notes", "One", note()).path
    assert home.queued() == [path]
    home.empty_queue()
    loaded = home.vault.load(path)
    home.vault.save(path, loaded.file, loaded.digest)
    assert home.queued() == []
    home.write(path, b"theirs\n")
    saved = home.vault.save(path, loaded.file.with_body("mine\n"), loaded.digest)
    assert saved.conflict.startswith("notes/One (conflict ")
    assert home.queued() == sorted([path, saved.conflict])


def test_a_save_the_cache_cannot_follow_is_a_save_all_the_same(home):
    path = home.vault.create("notes", "One", note()).path
    loaded = home.vault.load(path)
    home.db.close()
    assert home.vault.save(path, loaded.file.with_body("mine\n"), loaded.digest).written
    assert b"mine\n" in home.read(path)
    assert len(home.vault.take_notices()) == 1
    assert home.vault.take_notices() == []


@pytest.mark.skipif(sys.platform == "win32", reason="links")
def test_links_lead_nowhere_outside(home, tmp_path):
    (tmp_path / "secret").mkdir()
    (tmp_path / "secret" / "s.md").write_bytes(b"secret")
    home.vault.create("notes", "One", note())
    (home.root / "out").symlink_to(tmp_path / "secret")
    (home.root / "s.md").symlink_to(tmp_path / "secret" / "s.md")
    (home.root / "in.md").symlink_to("notes/One.md")
    (home.root / "sources").symlink_to(tmp_path / "secret")
    for path in ("out/s.md", "s.md", "out"):
        for attempt in (home.vault.load, home.vault.delete, lambda path: home.vault.save(path, note(), "0" * 64)):
            with pytest.raises(Refused, match="leads out of your PKM folder"):
                attempt(path)
    with pytest.raises(Refused):
        home.vault.create("out", "x", note())
    with pytest.raises(Refused):
        home.vault.put_snapshot("01src", "<p>x</p>")
    with pytest.raises(Refused):
        home.vault.put_anchor("01src", anchor())
    loaded = home.vault.load("in.md")
    home.vault.save("in.md", loaded.file.with_body("through the link\n"), loaded.digest)
    assert (home.root / "in.md").is_symlink()
    assert b"through the link" in home.read("notes/One.md")
    assert os.listdir(tmp_path / "secret") == ["s.md"]


def test_a_read_only_file_is_left_alone(home):
    path = home.vault.create("notes", "One", note()).path
    (home.root / path).chmod(0o444)
    with pytest.raises(StorageProblem, match="is read-only"):
        edit(home, path, "new\n")
    assert home.vault.load(path).file == note()
    (home.root / path).chmod(0o644)


def test_an_absolute_path_inside_the_vault_names_a_file(home):
    path = home.vault.create("notes", "One", note()).path
    assert home.vault.find(str(home.root / path)).path == path
    assert home.vault.find("./" + path).path == path
    for odd in ("/etc/passwd", "\udcff", "a\0b"):
        with pytest.raises(NotFound):
            home.vault.find(odd)


def test_snapshots_are_whole_pages_that_fetch_nothing_and_are_cleaned_again(home):
    digest = home.vault.put_snapshot("01src", '<p>Words <img src="https://example.org/x.png"></p>')
    page = home.read(f"sources/snapshots/01src/{digest}.html").decode()
    assert """<meta http-equiv="Content-Security-Policy" content="default-src 'none'">""" in page
    assert " src=" not in page
    kept = home.vault.snapshot("01src", digest)
    assert "<meta" not in kept
    home.write(f"sources/snapshots/01src/{digest}.html", b"<body onload=x()><script>steal()</script><p>Words</p>")
    assert home.vault.snapshot("01src", digest).strip() == "<p>Words</p>"


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b"null", b'{"exact": 3}', b'{"exact": "x", "start": "1"}', b"\xff",
                                  b'{"exact": "x", "start": true}', b"[" * 100_000, b'{"exact": "x", "start": 1e400}'])
def test_an_anchor_that_cannot_be_read_is_none(home, data):
    home.write(f"sources/snapshots/01src/{HL}.json", data)
    home.write("sources/s.md", source(body=add_highlight("", HL, "the words")).to_bytes())
    home.scan()
    assert home.vault.anchor("01src", HL) is None
    assert home.vault.highlights()[0].exact == "the words"


def test_many_sessions_save_at_once_and_nothing_is_lost(home):
    path = home.vault.create("notes", "One", note(body="0\n")).path
    loaded = home.vault.load(path)
    sessions = [home.session() for _ in range(6)]
    threads = [threading.Thread(target=vault.save, args=(path, loaded.file.with_body(f"mine {n}\n"), loaded.digest))
               for n, vault in enumerate(sessions)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    found = sorted(home.read(name).decode().splitlines()[-1] for name in home.files())
    assert found == [f"mine {n}" for n in range(6)]
    home.scan()
    assert {card.path for card in home.vault.cards()} == set(home.files())
