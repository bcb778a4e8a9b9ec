from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from pkm_app.library.articles import Articles
from pkm_app.library.database import Database
from pkm_app.library.marks import Marks
from pkm_app.library.marksync import adopt_marks
from pkm_app.seek.model import Entry, Feed, FeedUpdate

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
FEED = Feed("feed0", "https://blog.example/feed")


class Device:
    """A machine with its own database and its name in the vault."""

    def __init__(self, folder: Path, vault: Path, name: str) -> None:
        self.vault = vault
        self.db = Database(folder / f"{name}.db")
        self.articles = Articles(self.db)
        self.marks = Marks(vault, name)
        self.articles.put_feed(FEED)
        self.articles.apply(FeedUpdate(FEED, new=tuple(
            (f"a{n}", Entry(f"u{n}", f"https://blog.example/{n}", f"T{n}")) for n in range(3))), NOW)

    def adopt(self) -> list[str]:
        return [str(problem) for problem in adopt_marks(self.marks, self.articles, self.db, str(self.vault))]

    def kept(self) -> set[str]:
        return {article.article_id for article in self.articles.articles("kept")}


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Device]:
    made = Device(tmp_path, tmp_path / "vault", "desk")
    yield made
    made.db.close()


def test_a_new_database_adopts_what_this_device_did(desk: Device) -> None:
    desk.marks.append(["https://blog.example/1"], "kept", True, NOW)
    assert desk.adopt() == []
    assert desk.kept() == {"a1"}


def test_what_this_device_marks_is_not_read_again(desk: Device) -> None:
    desk.adopt()
    desk.marks.append(["https://blog.example/1"], "kept", True, NOW)
    desk.adopt()
    assert desk.kept() == set()  # the service has put it into the database itself


def test_what_another_device_did_is_adopted_when_it_arrives(desk: Device, tmp_path: Path) -> None:
    desk.adopt()
    laptop = Marks(desk.vault, "laptop")
    laptop.append(["https://blog.example/2"], "kept", True, NOW)
    desk.adopt()
    assert desk.kept() == {"a2"}
    laptop.append(["https://blog.example/2"], "kept", False, NOW.replace(hour=10))
    desk.adopt()
    assert desk.kept() == set()


def test_another_vault_of_the_same_profile_brings_its_own_marks(desk: Device, tmp_path: Path) -> None:
    desk.adopt()
    other = tmp_path / "other"
    Marks(other, "desk").append(["https://blog.example/0"], "kept", True, NOW)
    assert adopt_marks(Marks(other, "desk"), desk.articles, desk.db, str(other)) == []
    assert desk.kept() == {"a0"}


def test_what_cannot_be_read_is_told_once_and_the_rest_counts(desk: Device) -> None:
    Marks(desk.vault, "laptop").append(["https://blog.example/1"], "kept", True, NOW)
    file = desk.vault / ".pkm" / "marks" / "laptop.jsonl"
    file.write_bytes(b"torn{\n" + file.read_bytes())
    assert len(desk.adopt()) == 1
    assert desk.kept() == {"a1"}
    assert desk.adopt() == []
