"""Renaming over real files: every link follows, it happens whole or not at all, and it can be taken back."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from pkm_app.base.errors import NotFound, Refused, StorageProblem
from pkm_app.base.events import finish
from pkm_app.content.wikilinks import links
from pkm_app.library.plans import Plans
from pkm_app.sense.changes import Done, recover, take_back
from pkm_app.sense.renaming import Renaming
from pkm_app.sense.tagging import Tagging
from tests.library.house import House, house

FILES = {
    "notes/Old.md": "---\ntitle: Old # mine\ntags: [a, b/c]\n---\nSee [[Old#Part]] and [[Other]]. #b/c #bc\n",
    "notes/Other.md": "---\r\ntags:\r\n  - B\r\n  - x\r\n---\r\nTo [[Old|him]].\r\n\r\n`[[Old]]` ![[Old]]\r\n",
    "deep/Third.md": "# Third\n[o](../notes/Old.md) #b\n",
    "shared/2026 Sent.md": "---\ntype: shared\n---\n[[Old]] #b\n",
    "notes/Far.md": "Nothing here.\n",
}


@pytest.fixture
def home(tmp_path: Path) -> Iterator[House]:
    with house(tmp_path) as made:
        for path, text in FILES.items():
            made.write(path, text.encode())
        made.scan()
        yield made


def plans(home: House) -> Plans:
    return Plans(home.history.parent / "changes", home.root)


def rename(home: House, name: str, title: str) -> Done:
    links = home.vault.link_map(home.db)
    return finish(Renaming(home.vault, links, plans(home), home.clock).rename(name, title))


def retag(home: House, old: str, new: str) -> Done:
    return finish(Tagging(home.vault, plans(home), home.clock).rename(old, new))


def taken_back(home: House, plan_id: str, new_id: str, made: str) -> Done:
    return take_back(home.vault, plans(home), home.vault.link_map(home.db), plan_id, new_id, made)


def texts(home: House) -> dict[str, str]:
    return {p.relative_to(home.root).as_posix(): p.read_bytes().decode() for p in home.root.rglob("*.md")
            if ".trash" not in p.parts}


def test_the_name_and_every_link_follow_the_title(home: House) -> None:
    done = rename(home, "notes/Old.md", "What: now?")
    assert done.path == "notes/What - now.md"
    assert set(done.changed) == {"notes/What - now.md", "notes/Other.md", "deep/Third.md"}
    assert texts(home) == {
        "notes/What - now.md": '---\ntitle: "What: now?" # mine\ntags: [a, b/c]\n---\n'
                               "See [[What - now#Part]] and [[Other]]. #b/c #bc\n",
        "notes/Other.md": FILES["notes/Other.md"].replace("To [[Old|", "To [[What - now|").replace(
            "![[Old]]", "![[What - now]]"),
        "deep/Third.md": "# Third\n[o](../notes/What%20-%20now.md) #b\n",
        "shared/2026 Sent.md": FILES["shared/2026 Sent.md"], "notes/Far.md": FILES["notes/Far.md"]}
    assert home.vault.backlinks(done.path) == ["deep/Third.md", "notes/Other.md", "shared/2026 Sent.md"][:2]
    assert home.scan().moved == ()


def test_it_is_taken_back_and_done_again(home: House) -> None:
    rename(home, "notes/Old.md", "New")
    after = texts(home)
    assert taken_back(home, "", "b1", "now").path == "notes/Old.md"
    assert texts(home) == FILES
    assert taken_back(home, "", "b2", "now").path == "notes/New.md"
    assert texts(home) == after


def test_what_was_written_since_stays_when_it_is_taken_back(home: House) -> None:
    rename(home, "notes/Old.md", "New")
    home.write("notes/Other.md", home.read("notes/Other.md") + b"A later thought.\r\n")
    taken_back(home, "", "b1", "now")
    assert texts(home)["notes/Other.md"] == FILES["notes/Other.md"] + "A later thought.\r\n"


def test_it_is_not_taken_back_over_another_file(home: House) -> None:
    rename(home, "notes/Old.md", "New")
    home.write("notes/Old.md", b"A new one.\n")
    with pytest.raises(Refused, match="Move it away first"):
        taken_back(home, "", "b1", "now")
    (home.root / "notes/Old.md").unlink()
    (home.root / "notes/New.md").unlink()
    with pytest.raises(Refused, match="not there any more"):
        taken_back(home, "", "b1", "now")
    with pytest.raises(NotFound):
        taken_back(home, "nothing-like-this", "b1", "now")


def test_links_that_were_written_since_follow_when_it_is_taken_back(home: House) -> None:
    rename(home, "notes/Old.md", "New")
    home.write("notes/Far.md", b"Nothing here, but [[New|her]], ![](New.md#Part) and `[[New]]`.\r\n")
    home.write("notes/New.md", home.read("notes/New.md") + b"I am [[New]].\n")
    home.scan()
    before = texts(home)
    assert set(taken_back(home, "", "b1", "now").changed) == {
        "notes/Old.md", "notes/Other.md", "deep/Third.md", "notes/Far.md"}
    assert texts(home) == FILES | {
        "notes/Far.md": "Nothing here, but [[Old|her]], ![](Old.md#Part) and `[[New]]`.\r\n",
        "notes/Old.md": FILES["notes/Old.md"] + "I am [[Old]].\n"}
    taken_back(home, "", "b2", "now")
    assert texts(home) == before


def test_a_link_to_another_file_of_the_former_name_still_means_that_one(home: House) -> None:
    rename(home, "notes/Old.md", "New")
    home.write("deep/Old.md", b"Somebody else.\n")
    home.write("notes/Far.md", b"This is [[Old]], that is [[New]].\n")
    home.scan()
    assert home.vault.resolve("Old", "notes/Far.md") == "deep/Old.md"
    taken_back(home, "", "b1", "now")
    [other, same] = links(home.read("notes/Far.md").decode())
    assert home.vault.resolve(other.target, "notes/Far.md") == "deep/Old.md"
    assert home.vault.resolve(same.target, "notes/Far.md") == "notes/Old.md"
    assert home.vault.resolve(links(home.read("deep/Third.md").decode())[0].target, "deep/Third.md") == "notes/Old.md"


@pytest.mark.parametrize("after", range(12))
def test_a_program_that_is_killed_at_any_step_leaves_it_whole(home: House, monkeypatch, after: int) -> None:
    class Killed(BaseException):
        pass

    count = 0

    def dying(function):
        def run(*args, **kwargs):
            nonlocal count
            count += 1
            if count > after:
                raise Killed
            return function(*args, **kwargs)
        return run

    with monkeypatch.context() as patch:
        for name in ("rename", "replace", "link", "unlink"):
            patch.setattr(os, name, dying(getattr(os, name)))
        for name in ("save", "move"):
            patch.setattr(type(home.vault), name, dying(getattr(type(home.vault), name)))
        try:
            rename(home, "notes/Old.md", "New")
            ended = True
        except Killed:
            ended = False
    again = home.session()
    recover(again, plans(home))
    home.scan()
    there = texts(home)
    if "notes/Old.md" in there:
        assert there == FILES
        assert not ended
    else:
        assert "[[New|him]]" in there["notes/Other.md"]
        assert "../notes/New.md" in there["deep/Third.md"]
        assert "title: New # mine" in there["notes/New.md"]
    assert recover(again, plans(home)) == []


@pytest.mark.skipif(os.name == "nt", reason="marks of POSIX")
def test_where_one_file_refuses_nothing_changes(home: House) -> None:
    (home.root / "notes/Other.md").chmod(0o444)
    with pytest.raises(StorageProblem, match="read-only"):
        rename(home, "notes/Old.md", "New")
    assert texts(home) == FILES
    assert not plans(home).past()
    with pytest.raises(StorageProblem, match="read-only"):
        retag(home, "b", "z")
    assert texts(home) == FILES


def test_only_one_program_at_a_time(home: House) -> None:
    other = plans(home)
    rename(home, "notes/Far.md", "Farther")
    plan = other.past()[0]
    other.begin(plan)
    assert recover(home.vault, plans(home)) == []  # it is at work, not dead
    other.leave()
    assert [p.plan_id for p in recover(home.vault, plans(home))] == [plan.plan_id]


def test_a_title_that_is_taken_gets_a_number_and_odd_titles_stay_inside(home: House) -> None:
    assert rename(home, "notes/Old.md", "other").path == "notes/other 2.md"
    assert rename(home, "notes/other 2.md", "../../out").path.startswith("notes/")
    with pytest.raises(Refused):
        rename(home, "notes/Far.md", "  ")
    assert rename(home, "notes/Far.md", "Far").changed == ()


def test_a_heading_is_the_title_where_there_is_no_other(home: House) -> None:
    assert rename(home, "deep/Third.md", "Th*rd").path == "deep/Th rd.md"
    assert home.read("deep/Th rd.md").startswith(b"# Th\\*rd\n")
    assert rename(home, "notes/Far.md", "Who?").path == "notes/Who.md"
    assert home.read("notes/Who.md") == b'---\ntitle: Who?\n---\nNothing here.\n'


def test_a_draft_that_is_a_folder_keeps_its_place(home: House) -> None:
    home.write("drafts/Long/index.md", b"---\ntype: draft\ntitle: Long\n---\n")
    home.scan()
    assert rename(home, "drafts/Long/index.md", "Longer").path == "drafts/Long/index.md"
    assert b"title: Longer" in home.read("drafts/Long/index.md")


def test_a_tag_and_what_is_under_it_get_another_name_everywhere(home: House) -> None:
    done = retag(home, "#b", "groep/leren")
    assert set(done.changed) == {"notes/Old.md", "notes/Other.md", "deep/Third.md"}
    there = texts(home)
    assert "tags: [a, groep/leren/c]" in there["notes/Old.md"]
    assert "#groep/leren/c #bc" in there["notes/Old.md"]
    assert there["notes/Other.md"] == FILES["notes/Other.md"].replace("- B", "- groep/leren")
    assert there["shared/2026 Sent.md"] == FILES["shared/2026 Sent.md"]
    taken_back(home, done.plan_id, "b1", "now")
    assert texts(home) == FILES


def test_two_tags_become_one(home: House) -> None:
    retag(home, "x", "b")
    assert "tags:\r\n  - B\r\n---" in texts(home)["notes/Other.md"]
    counts = Tagging(home.vault, plans(home), home.clock).counts()
    assert {name.casefold(): count for name, count in counts.items()} == {"a": 1, "b": 2, "b/c": 1, "bc": 1}


@pytest.mark.parametrize(("old", "new", "problem"), [
    ("b", "two words", Refused), ("b", "123", Refused), ("b", "", Refused), ("b", "b/under", Refused),
    ("nowhere", "x", NotFound), ("b", "a//c", Refused)])
def test_what_can_be_no_tag_is_refused(home: House, old: str, new: str, problem: type[Exception]) -> None:
    with pytest.raises(problem):
        retag(home, old, new)
    assert texts(home) == FILES
