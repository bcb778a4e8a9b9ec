"""What every list of outlets, keyring and journal does: on real files, keyring and database, and on the stand-ins."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from pkm_app.base.errors import Refused
from pkm_app.library.choices import OutletChoices
from pkm_app.library.database import Database
from pkm_app.library.journal import Journal
from pkm_app.library.secrets import KeyringSecrets
from pkm_app.library.turns import SendingTurns
from pkm_app.share.model import Begun, OutletSettings
from pkm_app.share.ports import OutletFile, Secrets, SendJournal, Turns
from tests.fakes.share import DictJournal, DictSecrets, ListOutlets, ThreadTurns

BLOG = OutletSettings("blog", "wordpress", "https://blog.example/", "writer", "public")


@pytest.fixture(params=["real", "fake"])
def outlets(request: pytest.FixtureRequest, tmp_path: Path) -> OutletFile:
    return OutletChoices(tmp_path) if request.param == "real" else ListOutlets()


@pytest.fixture(params=["real", "fake"])
def secrets(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Secrets:
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "tests.fakes.keyring.FileKeyring")
    monkeypatch.setenv("PKM_TEST_KEYRING", str(tmp_path / "keyring.json"))
    return KeyringSecrets() if request.param == "real" else DictSecrets()


@pytest.fixture(params=["real", "fake"])
def journal(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[SendJournal]:
    if request.param == "fake":
        yield DictJournal()
        return
    db = Database(tmp_path / "pkm.db")
    yield Journal(db)
    db.close()


def test_a_sending_is_pending_until_it_is_settled_and_each_place_has_its_own(journal: SendJournal) -> None:
    one, two = Begun("pkm-d", "x", "words x"), Begun("pkm-d2", "y", "words y")
    assert (journal.pending("d", "blog"), journal.last("d", "blog")) == (None, None)
    journal.intend("d", "blog", one)
    assert (journal.pending("d", "blog"), journal.last("d", "blog")) == (one, None)
    journal.settle("d", "blog", "7", "v1", "x")
    assert (journal.pending("d", "blog"), journal.last("d", "blog")) == (None, ("7", "v1", "x"))
    journal.intend("d", "blog", two)
    assert (journal.pending("d", "blog"), journal.last("d", "blog")) == (two, ("7", "v1", "x"))
    journal.forget("d", "blog")
    journal.forget("d", "nowhere")
    assert (journal.pending("d", "blog"), journal.last("d", "blog")) == (None, ("7", "v1", "x"))
    for other in (("d", "crew"), ("e", "blog")):
        assert (journal.pending(*other), journal.last(*other)) == (None, None)


@pytest.fixture(params=["real", "fake"])
def turns(request: pytest.FixtureRequest, tmp_path: Path) -> Turns:
    return SendingTurns(tmp_path, 0.05) if request.param == "real" else ThreadTurns(0.05)


def test_a_turn_is_had_by_one_alone_and_ends_with_its_block(turns: Turns) -> None:
    with turns.take("drafts/One.md"), pytest.raises(Refused), turns.take("drafts/One.md"):
        pytest.fail("two at once")
    with pytest.raises(KeyError), turns.take("drafts/One.md"):
        raise KeyError
    with turns.take("drafts/One.md"):
        pass


def test_what_was_saved_is_loaded_in_its_order(outlets: OutletFile) -> None:
    assert list(outlets.load()) == []
    both = [replace(BLOG, name="z"), replace(BLOG, audience="team")]
    outlets.save(both)
    assert list(outlets.load()) == both
    outlets.save([])
    assert list(outlets.load()) == []


def test_trap_25_no_password_in_an_address(outlets: OutletFile) -> None:
    with pytest.raises(Refused):
        outlets.save([replace(BLOG, address="https://writer:geheim@blog.example/")])
    assert list(outlets.load()) == []


def test_a_secret_is_kept_until_it_is_forgotten(secrets: Secrets) -> None:
    assert secrets.get(BLOG) is None
    secrets.forget(BLOG)
    secrets.put(BLOG, "geheim")
    assert secrets.get(BLOG) == secrets.get(replace(BLOG, name="other", audience="team")) == "geheim"
    secrets.forget(BLOG)
    assert secrets.get(BLOG) is None


@pytest.mark.parametrize("other", [
    replace(BLOG, kind="ghost"), replace(BLOG, user="editor"), replace(BLOG, address="https://other.example/"),
    replace(BLOG, address="http://blog.example/"), replace(BLOG, address="https://blog.example:8443/"),
    replace(BLOG, address="elsewhere.example"),
])
def test_a_secret_is_given_to_its_own_place_alone(secrets: Secrets, other: OutletSettings) -> None:
    secrets.put(BLOG, "geheim")
    assert secrets.get(other) is None


def test_addresses_without_a_scheme_do_not_share_a_secret(secrets: Secrets) -> None:
    secrets.put(replace(BLOG, address="mine.example"), "geheim")
    assert secrets.get(replace(BLOG, address="mine.example/blog")) == "geheim"
    assert secrets.get(replace(BLOG, address="theirs.example")) is None
