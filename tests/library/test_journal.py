from pathlib import Path

import pytest

from pkm_app.library.database import Database
from pkm_app.library.journal import Journal
from pkm_app.share.model import Begun
from tests.library.processes import in_processes

BEGUN = Begun("pkm-d", "digest", "imprint")


@pytest.fixture
def journal(tmp_path: Path):
    db = Database(tmp_path / "pkm.db")
    yield Journal(db)
    db.close()


def test_nothing_is_known_before_the_first_sending(journal: Journal):
    assert journal.pending("d", "blog") is None
    assert journal.last("d", "blog") is None


def test_a_sending_is_pending_until_it_is_settled(journal: Journal):
    journal.intend("d", "blog", BEGUN)
    assert journal.pending("d", "blog") == BEGUN
    assert journal.pending("d", "other") is journal.pending("e", "blog") is None
    assert journal.last("d", "blog") is None
    journal.settle("d", "blog", "17", "2026-11-23T09:00:00", "digest")
    assert journal.pending("d", "blog") is None
    assert journal.last("d", "blog") == ("17", "2026-11-23T09:00:00", "digest")


def test_a_second_intent_keeps_what_is_known_of_the_first_sending(journal: Journal):
    journal.settle("d", "blog", "17", "v1", "one")
    journal.intend("d", "blog", BEGUN)
    assert journal.last("d", "blog") == ("17", "v1", "one")
    journal.settle("d", "blog", "17", "v2", "two")
    assert journal.last("d", "blog") == ("17", "v2", "two")


def test_trap_24_an_intent_outlives_a_program_killed_while_sending(tmp_path: Path):
    in_processes(intend_and_die, [(str(tmp_path / "pkm.db"),)], codes={-9})
    db = Database(tmp_path / "pkm.db")
    assert Journal(db).pending("d", "blog") == BEGUN
    db.close()


def intend_and_die(path: str) -> None:
    import os
    Journal(Database(Path(path))).intend("d", "blog", BEGUN)
    os.kill(os.getpid(), 9)
