"""Files that a synchroniser keeps online only: known, never vanished, never fetched unasked."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from pkm_app.app import open_app
from pkm_app.base.events import finish
from pkm_app.library import files, marks, subscriptions, tomlchoice
from pkm_app.library.choices import OutletChoices
from pkm_app.library.marks import Marks
from pkm_app.library.own_words import OwnWords
from pkm_app.library.queries import QueriesFile
from pkm_app.library.rhythm import RhythmChoice
from pkm_app.library.seek_choices import SeekChoicesFile
from pkm_app.library.subscriptions import Subscriptions
from pkm_app.seek.model import Subscription
from pkm_app.seek.subscribing import Subscribing, SyncResult
from tests.fakes.articles import FakeArticles
from tests.library.house import House, drive, house
from tests.seek.house import open_house

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


@pytest.fixture
def home(tmp_path: Path) -> Iterator[House]:
    with house(tmp_path / "OneDrive - Bedrijf BV" / "Mijn documenten") as made:
        yield made


def put_online(monkeypatch: pytest.MonkeyPatch, home: House, *paths: str) -> None:
    """From now on these files are online only: to open one would fetch it, which fails the test."""
    away = {os.stat(home.root / path).st_ino for path in paths}
    opened = os.open

    def open_file(path: Any, *words: Any, **more: Any) -> int:
        if os.path.exists(path) and os.stat(path).st_ino in away:
            pytest.fail(f"{path} was fetched")
        return opened(path, *words, **more)

    monkeypatch.setattr("pkm_app.library.walk.online_only", lambda info: info.st_ino in away)
    monkeypatch.setattr(files.os, "open", open_file)


def test_notes_that_went_online_only_are_known_as_they_were_and_not_fetched(
        home: House, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(30):
        home.write(f"notes/Een gedachte {number}.md", f"woorden {number}\n".encode())
    home.scan()
    known = {card.path for card in home.vault.cards()}
    put_online(monkeypatch, home, *known)
    for path in known:
        os.utime(home.root / path, ns=(10**18, 10**18))  # as a synchroniser may: their words are the same
    found, _ = drive(home.session().scan())
    assert (found.vanished, found.emptied, found.changed, found.held) == ((), (), (), False)
    assert found.away == ()
    assert {card.path for card in home.vault.cards()} == known


def test_notes_that_have_never_been_here_are_named_and_not_fetched(
        home: House, monkeypatch: pytest.MonkeyPatch) -> None:
    home.write("notes/Hier.md", b"hier\n")
    home.write("notes/Daar.md", b"daar\n")
    home.write("notes/Ook daar.md", b"ook daar\n")
    put_online(monkeypatch, home, "notes/Daar.md", "notes/Ook daar.md")
    found, _ = drive(home.vault.scan())
    assert found.new == ("notes/Hier.md",)
    assert found.away == ("notes/Daar.md", "notes/Ook daar.md")


def test_a_person_is_told_once_that_notes_are_online_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    vault = tmp_path / "OneDrive - Bedrijf BV" / "PKM"
    (vault / "notes").mkdir(parents=True)
    (vault / "notes" / "Daar.md").write_text("daar\n")
    away = os.stat(vault / "notes" / "Daar.md").st_ino
    monkeypatch.setattr("pkm_app.library.walk.online_only", lambda info: info.st_ino == away)
    with open_app(vault=str(vault), data=str(tmp_path / "data")) as app:
        finish(app.settle())
        said = [str(notice) for notice in app.take_notices()]
        assert len(said) == 1
        assert "A file of your PKM folder is online only" in said[0]
        assert "Daar.md" in said[0]
        finish(app.settle())
        assert app.take_notices() == []


def test_a_note_that_came_back_to_this_machine_is_taken_in(home: House, monkeypatch: pytest.MonkeyPatch) -> None:
    home.write("notes/Daar.md", b"daar\n")
    with monkeypatch.context() as away:
        put_online(away, home, "notes/Daar.md")
        home.scan()
    assert home.scan().new == ("notes/Daar.md",)


def test_marks_of_another_device_that_are_online_only_are_not_fetched_and_count_when_they_are_here(
        home: House, monkeypatch: pytest.MonkeyPatch) -> None:
    here, there = Marks(home.root, "here"), Marks(home.root, "there")
    here.append(["https://a.example/1"], "kept", True, NOW)
    there.append(["https://a.example/2"], "kept", True, NOW)
    away = os.stat(home.root / ".pkm/marks/there.jsonl").st_ino
    monkeypatch.setattr(marks, "online_only", lambda info: info.st_ino == away)
    before = here.signature()
    assert [url for url, *_ in here.load().marks] == ["https://a.example/1"]
    monkeypatch.undo()
    assert here.signature() != before, "that it came is seen"
    assert {url for url, *_ in here.load().marks} == {"https://a.example/1", "https://a.example/2"}


def test_a_list_of_subscriptions_that_is_online_only_ends_no_subscription(
        home: House, monkeypatch: pytest.MonkeyPatch) -> None:
    home.root.mkdir(parents=True, exist_ok=True)
    listed = Subscriptions(home.root, home.root.parent)
    listed.save([Subscription("https://a.example/feed", "A")])
    store = FakeArticles()
    Subscribing(store, listed).sync()
    monkeypatch.setattr(tomlchoice, "online_only", lambda info: True)
    monkeypatch.setattr(subscriptions, "read_file", lambda path: pytest.fail(f"{path} was fetched"))
    assert Subscribing(store, listed).sync() == SyncResult()
    assert [feed.address for feed in store.feeds()] == ["https://a.example/feed"]


CHOICES = {
    ".pkm/outlets.toml": '[[outlet]]\nname = "Blog"\nkind = "hugo"\naddress = "/site"\n',
    ".pkm/seek.toml": 'muted = ["voetbal"]\n[[search]]\nname = "Leren"\nwords = "leren"\n',
    ".pkm/searches.toml": '[[search]]\nname = "Leren"\nquery = "leren"\n',
    ".pkm/words.toml": 'words = ["leervraag"]\n',
    ".pkm/review.toml": "every_days = 3\n",
}


def test_choices_that_are_online_only_are_fetched_when_a_person_asks_and_not_before(
        home: House, monkeypatch: pytest.MonkeyPatch) -> None:
    for path, words in CHOICES.items():
        home.write(path, words.encode())
    outlets, seek, queries = OutletChoices(home.root), SeekChoicesFile(home.root), QueriesFile(home.root)
    words, rhythm = OwnWords(home.root), RhythmChoice(home.root)
    with monkeypatch.context() as away:
        away.setattr(tomlchoice, "online_only", lambda info: True)
        away.setattr(tomlchoice, "read_file", lambda path: pytest.fail(f"{path} was fetched"))
        assert (outlets.load(unasked=True), queries.load(unasked=True)) == ([], ())
        assert (words.load(), rhythm.load(unasked=True).days) == (frozenset(), 0)
        assert (seek.load(unasked=True).muted, seek.load(unasked=True).searches) == ((), ())
    monkeypatch.setattr(tomlchoice, "online_only", lambda info: True)
    assert [outlet.name for outlet in outlets.load()] == ["Blog"]
    assert rhythm.load().days == 3
    words.add("werkvorm")
    assert "leervraag" in (home.root / ".pkm/words.toml").read_text(), "none is lost by adding one"
    assert (seek.load().muted, [search.name for search in queries.load()]) == (("voetbal",), ["Leren"])


def test_muting_a_word_keeps_those_of_a_file_that_was_online_only(
        tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    choices = tmp_path / "PKM" / ".pkm" / "seek.toml"
    choices.parent.mkdir(parents=True)
    choices.write_text(CHOICES[".pkm/seek.toml"])
    with open_app(vault=str(tmp_path / "PKM"), data=str(tmp_path / "data")) as app:
        monkeypatch.setattr(tomlchoice, "online_only", lambda info: info.st_ino == os.stat(choices).st_ino)
        finish(app.settle())
        assert ["seek.toml" in str(notice) for notice in app.take_notices()] == [True]
        assert app.triage.searches(unasked=True) == ()
        finish(app.triage.mute("politiek"))
        assert app.triage.muted() == ("voetbal", "politiek")
        assert [search.name for search in app.triage.searches()] == ["Leren"]


def test_what_is_muted_stays_so_while_the_file_that_says_it_is_online_only(
        tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = open_house(tmp_path)
    house = next(opened)
    choices = house.vault / ".pkm" / "seek.toml"
    choices.parent.mkdir()
    choices.write_text('muted = ["voetbal"]\n')
    house.put("een", text="Alles over voetbal.")
    finish(house.triage.tidy())
    assert house.unread() == 0
    with monkeypatch.context() as away:
        away.setattr(tomlchoice, "online_only", lambda info: info.st_ino == os.stat(choices).st_ino)
        finish(house.triage.tidy())
        assert house.unread() == 0
    finish(house.triage.tidy())
    assert house.unread() == 0
    opened.close()
