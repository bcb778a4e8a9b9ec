from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from pkm_app.base.errors import Ambiguous, NotFound, Refused
from pkm_app.content.highlights import add_highlight
from pkm_app.content.quotation import quotation, read_quotations
from pkm_app.content.vaultfile import VaultFile
from pkm_app.sense.notes import NewNote
from pkm_app.sense.service import SenseService
from tests.fakes.vault import MemoryVault

NOW = datetime(2026, 11, 20, 13, 12, 3, tzinfo=UTC)
ONE, TWO = "hl-abcdefghij", "hl-abczzzzzzz"
SOURCE = "sources/Jan - Talk.md"


@pytest.fixture
def vault() -> MemoryVault:
    made = MemoryVault()
    body = add_highlight(add_highlight("", ONE, "the first words", "Mine."), TWO, "other words")
    made.outside(SOURCE, VaultFile.new(
        {"id": "01src", "type": "source", "title": "Talk", "author": "Jan", "updated": "2020-01-01T00:00:00+00:00"},
        body).to_bytes())
    return made


@pytest.fixture
def sense(vault: MemoryVault) -> SenseService:
    return SenseService(vault, lambda: NOW)


def test_a_note_quotes_by_a_beginning_that_decides(sense: SenseService, vault: MemoryVault) -> None:
    note_id, path = sense.new_note(NewNote("What I learnt", "Own words.\n"), ["hl-abcd", TWO])
    body = vault.load(path).file.body
    assert body.startswith("Own words.\n\n> the first words\n")
    assert [(q.highlight_id, q.credit) for q in read_quotations(body)] == [(ONE, "Jan, Talk"), (TWO, "Jan, Talk")]
    assert sense.find(note_id[:10]).path == path == "notes/What I learnt.md"
    assert vault.find_highlight(ONE).used_in == (path,)


@pytest.mark.parametrize(("note", "quotes", "problem"), [
    (NewNote(" "), (), Refused), (NewNote("T", maturity="ripe"), (), Refused), (NewNote("T"), ("hl-nope",), NotFound),
    (NewNote("T"), ("hl-abc",), Ambiguous), (NewNote("T"), ("",), NotFound),
])
def test_what_is_refused_writes_nothing(sense: SenseService, vault: MemoryVault, note: NewNote,
                                        quotes: tuple[str, ...], problem: type[Exception]) -> None:
    before = dict(vault.files)
    with pytest.raises(problem):
        sense.new_note(note, quotes)
    assert vault.files == before


def test_a_link_names_the_folder_only_where_two_share_a_name(sense: SenseService, vault: MemoryVault) -> None:
    card = vault.find(SOURCE)
    assert sense.link_name(card) == "Jan - Talk"
    vault.outside("drafts/jan - talk.md", b"x")
    assert sense.link_name(card) == "Jan - Talk"  # capitals decide
    vault.outside("drafts/Jan - Talk.md", b"x")
    assert sense.link_name(card) == "sources/Jan - Talk"
    assert vault.resolve(sense.link_name(card), "drafts/x.md") == SOURCE


def test_lists_by_tag_with_the_tags_under_it_and_by_maturity(sense: SenseService) -> None:
    sense.new_note(NewNote("A", tags=("Leren/samen",), maturity="seed"))
    sense.new_note(NewNote("B", "#leren inline"))
    sense.new_note(NewNote("C", tags=("lerend",)))
    assert {card.title for card in sense.cards(tag="#leren")} == {"A", "B"}
    assert [card.title for card in sense.cards(maturity="seed")] == ["A"]
    assert [card.title for card in sense.cards(("source",))] == ["Talk"]


def test_a_save_changes_the_words_and_the_time_and_no_more(sense: SenseService, vault: MemoryVault) -> None:
    loaded = sense.load(SOURCE)
    after, saved = sense.save(SOURCE, loaded.file.body + "More.\n", loaded, {"private": True, "lang": None})
    assert (saved.written, after.digest) == (True, saved.digest)
    now = vault.load(SOURCE).file
    assert now.body == loaded.file.body + "More.\n"
    assert (now.private, now.text_field("updated")) == (True, NOW.astimezone().isoformat(timespec="seconds"))
    again, nothing = sense.save(SOURCE, now.body, after)
    assert (again, nothing.written) == (after, False)


def test_what_changes_nothing_writes_nothing_and_keeps_the_time(sense: SenseService, vault: MemoryVault) -> None:
    before = vault.files[SOURCE]
    sense.set_field(SOURCE, "title", "Talk")
    sense.set_comment(ONE, "Mine.")
    loaded = sense.load(SOURCE)
    assert not sense.save(SOURCE, loaded.file.body, loaded, {"lang": None})[1].written
    assert vault.files[SOURCE] == before
    sense.set_field(SOURCE, "tags", ("a", "b"))
    assert vault.load(SOURCE).file.front["tags"] == ["a", "b"]


def test_comments_and_highlights_come_and_go(sense: SenseService, vault: MemoryVault) -> None:
    assert sense.set_comment("hl-abcd", "\nBetter. \n").comment == "Better."
    assert [h.comment for h in vault.highlights()] == ["Better.", ""]
    assert sense.remove_highlight("hl-abcd").highlight_id == ONE
    assert [h.highlight_id for h in vault.highlights()] == [TWO]
    assert "Better." not in vault.load(SOURCE).file.body
    with pytest.raises(NotFound):
        sense.remove_highlight(ONE)
    former = [vault.version(SOURCE, v.number) for v in vault.history(SOURCE)]
    assert any(b"Better." in data for data in former)


def test_a_former_version_comes_back_as_a_copy_of_its_own(sense: SenseService, vault: MemoryVault) -> None:
    path = sense.new_note(NewNote("One", "first\n"))[1]
    vault.save(path, vault.load(path).file.with_field("outlets", ["blog 7"]), vault.load(path).digest)
    loaded = sense.load(path)
    sense.save(path, "second\n", loaded)
    where, versions = sense.history(loaded.file.text_field("id"))
    assert (where, [v.number for v in versions]) == (path, [1, 2])
    restored = sense.restore(path, 2)
    copy = vault.load(restored.path).file
    assert restored.path == "notes/One (version 2).md"
    assert (copy.body, copy.text_field("id"), copy.list_field("outlets")) == ("first\n", "", ())
    assert vault.load(path).file.body == "second\n"
    for number in (0, 3):
        with pytest.raises(NotFound):
            sense.restore(path, number)


def test_a_file_that_is_gone_comes_back_where_it_was(sense: SenseService, vault: MemoryVault) -> None:
    note_id, path = sense.new_note(NewNote("One", "first\n"))
    sense.save(path, "second\n", sense.load(path))
    vault.outside(path, None)
    assert sense.history(path)[0] == path
    restored = sense.restore(path, 1)
    assert (restored.path, vault.find(note_id).path) == (path, path)
    assert vault.load(path).file.body == "first\n"


def test_a_file_that_was_moved_elsewhere_keeps_its_id(sense: SenseService, vault: MemoryVault) -> None:
    note_id, path = sense.new_note(NewNote("One", "first\n"))
    sense.save(path, "second\n", sense.load(path))
    vault.outside("elsewhere/One.md", vault.files[path])
    vault.outside(path, None)
    restored = sense.restore(path, 1)
    assert vault.find(note_id).path == "elsewhere/One.md"
    assert vault.load(restored.path).file.text_field("id") == ""


def test_what_never_was_has_no_history(sense: SenseService) -> None:
    for act in (lambda: sense.history("notes/nothing.md"), lambda: sense.restore("notes/nothing.md", 1)):
        with pytest.raises(NotFound):
            act()


def test_deleting_moves_to_the_trash(sense: SenseService, vault: MemoryVault) -> None:
    note_id, path = sense.new_note(NewNote("One"))
    assert sense.delete(note_id[:9] if note_id[:9] != "01src" else note_id).path == path
    assert list(vault.trash()) == [f".trash/{path}"]
    assert path not in vault.files


def test_times_grow(vault: MemoryVault) -> None:
    clock = iter(NOW + timedelta(seconds=n) for n in range(9))
    sense = SenseService(vault, lambda: next(clock))
    first, second = (sense.new_note(NewNote(t))[0] for t in "AB")
    assert first < second


def test_a_quotation_is_the_one_of_its_source(sense: SenseService) -> None:
    assert sense.quotation(ONE) == quotation("the first words", "Jan - Talk", ONE, "Jan", "Talk")
