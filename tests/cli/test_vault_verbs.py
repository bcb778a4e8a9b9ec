from __future__ import annotations

from pathlib import Path

from tests.cli.terminal import Terminal


def two_notes(terminal: Terminal) -> tuple[str, str]:
    first = terminal.json("note", "First", "--tag", "leren", stdin="Words. #leren/samen")["path"]
    second = terminal.json("note", "Second", stdin="As [[First|the first]] says.")["path"]
    return first, second


def text(terminal: Terminal, path: str) -> str:
    return (terminal.vault / path).read_text(encoding="utf-8")


def test_a_note_is_renamed_with_its_links_and_back(terminal: Terminal) -> None:
    first, second = two_notes(terminal)
    before = terminal.files()
    done = terminal.json("rename", first, "Eerste")
    assert done == {"path": "notes/Eerste.md", "changed": ["notes/Eerste.md", second]}
    assert "[[Eerste|the first]]" in text(terminal, second)
    assert "title: Eerste" in text(terminal, "notes/Eerste.md")
    assert "renamed" in terminal.run("undo", "--list").out
    assert terminal.json("undo")["path"] == first
    assert terminal.files() == before
    assert "Say what" in terminal.refused("rename", first, " ")
    assert "nowhere" in terminal.refused("rename", "nowhere", "x")


def test_a_tag_is_renamed_in_all_files_and_back(terminal: Terminal) -> None:
    first, _ = two_notes(terminal)
    assert terminal.json("tag", "rename", "leren", "#learning")["changed"] == [first]
    assert "#learning/samen" in text(terminal, first)
    assert terminal.json("tag", "list") == [{"tag": "learning", "files": 1}, {"tag": "learning/samen", "files": 1}]
    terminal.run("undo")
    assert "#leren/samen" in text(terminal, first)
    assert "no tag" in terminal.refused("tag", "rename", "leren", "two words")
    assert "No file has" in terminal.refused("tag", "rename", "other", "x")


def test_there_may_be_nothing_to_take_back(terminal: Terminal) -> None:
    assert "no change" in terminal.refused("undo")
    assert terminal.json("undo", "--list") == []
    assert terminal.json("tag", "list") == []


def test_a_change_that_was_cut_off_is_finished_at_the_next_start(terminal: Terminal) -> None:
    first, second = two_notes(terminal)
    terminal.run("rename", first, "Eerste")
    done = next((terminal.data / "data" / "changes").glob("*/done/*.json"))
    begun = done.parent.parent / "begun" / done.name
    done.rename(begun)
    (Path(terminal.vault) / second).write_text(
        text(terminal, second).replace("[[Eerste|", "[[First|"), encoding="utf-8")
    assert "cut off" in terminal.run("notes").err
    assert "[[Eerste|the first]]" in text(terminal, second)
    assert terminal.run("notes").err == ""
