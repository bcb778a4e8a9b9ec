from pathlib import Path

import pytest

from pkm_app.base.errors import StorageProblem
from pkm_app.library.subscriptions import Subscriptions
from pkm_app.seek.model import Subscription
from tests.library.processes import in_processes

ONE = Subscription("http://a.example/feed", "A", "http://a.example/", "Learning/Social", "worth it")
TWO = Subscription("http://127.0.0.1:8000/feed", "B", local=True)


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    (tmp_path / "vault").mkdir()
    (tmp_path / "locks").mkdir()
    return tmp_path / "vault"


def opened(vault: Path) -> Subscriptions:
    return Subscriptions(vault, vault.parent / "locks")


def test_no_file_is_an_empty_list_and_a_missing_vault_is_not(vault: Path):
    assert list(opened(vault).load()) == []
    vault.rmdir()
    with pytest.raises(StorageProblem, match="vault"):
        opened(vault).load()


def test_what_was_saved_is_loaded_and_nothing_else_is_left_in_the_vault(vault: Path):
    opened(vault).save([ONE, TWO])
    assert sorted(opened(vault).load(), key=lambda s: s.title) == [ONE, TWO]
    assert [p.name for p in vault.iterdir()] == ["subscriptions.opml"]


def test_what_other_programs_put_there_stays(vault: Path):
    file = vault / "subscriptions.opml"
    opened(vault).save([ONE])
    file.write_text(file.read_text().replace("<outline ", '<outline theirs="kept" ').replace(
        "</body>", "<!-- a remark --></body>"))
    opened(vault).save([ONE, TWO])
    assert 'theirs="kept"' in file.read_text()
    assert "<!-- a remark -->" in file.read_text()


def test_a_change_that_changes_nothing_writes_nothing(vault: Path):
    opened(vault).save([ONE])
    before = (vault / "subscriptions.opml").stat()
    assert list(opened(vault).change(lambda known: list(known))) == [ONE]
    after = (vault / "subscriptions.opml").stat()
    assert (after.st_mtime_ns, after.st_ino) == (before.st_mtime_ns, before.st_ino)


def test_what_the_edit_raises_is_passed_on_and_the_lock_is_free_again(vault: Path):
    def refuse(known):
        raise KeyError("no")

    with pytest.raises(KeyError):
        opened(vault).change(refuse)
    opened(vault).save([ONE])
    assert list(opened(vault).load()) == [ONE]


@pytest.mark.parametrize("damage", [lambda data: b"", lambda data: b"no list", lambda data: data[:len(data) // 2]])
def test_trap_14_an_unreadable_list_is_never_an_empty_one(vault: Path, damage):
    opened(vault).save([ONE, TWO])
    file = vault / "subscriptions.opml"
    file.write_bytes(spoilt := damage(file.read_bytes()))
    with pytest.raises(StorageProblem):
        opened(vault).load()
    with pytest.raises(StorageProblem):
        opened(vault).change(lambda known: [*known, ONE])
    assert file.read_bytes() == spoilt


def test_processes_that_follow_at_once_all_find_their_feed_in_the_list(vault: Path):
    in_processes(follow_some, [(str(vault), n) for n in range(4)])
    assert len(opened(vault).load()) == 4 * 8
    assert [p.name for p in vault.iterdir()] == ["subscriptions.opml"]


def follow_some(vault: str, number: int) -> None:
    for n in range(8):
        new = Subscription(f"http://{number}.example/{n}", f"{number}/{n}")
        opened(Path(vault)).change(lambda known, new=new: [*known, new])
