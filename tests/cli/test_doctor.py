"""The doctor over real files: each trouble is listed with its mend, mended, and the mend taken back."""

from __future__ import annotations

import pytest

from tests.cli.terminal import Terminal

ID = "---\nid: 01abc\ntitle: {}\n---\n"


def look(terminal: Terminal, *more: str) -> dict[tuple[str, str], dict[str, object]]:
    return {(row["rule"], row["path"]): row for row in terminal.json("doctor", *more)}


def put(terminal: Terminal, **files: str) -> None:
    for name, text in files.items():
        path = terminal.vault / "notes" / f"{name}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())


def text(terminal: Terminal, name: str) -> str:
    return (terminal.vault / "notes" / f"{name}.md").read_bytes().decode()


def test_a_sound_vault_has_nothing_wrong(terminal: Terminal) -> None:
    put(terminal, One="[[Two]] ![[picture.png]] [web](https://x.org/a.md)\n", Two="x\n")
    assert terminal.json("doctor", "--fix") == []
    assert terminal.run("doctor").out == "Nothing is wrong.\n"


@pytest.mark.parametrize("copy", [
    "One (conflict 2026-11-20 141203)", "One.sync-conflict-20261120-141203-ABCDEFG",
    "One (Ann's conflicted copy 2026-11-20)"])
def test_both_versions_come_together_and_part_again(terminal: Terminal, copy: str) -> None:
    mine = ID.format("One") + "First.\n\nMine.\n\nLast.\n"
    put(terminal, One=mine, **{copy: ID.format("One") + "First.\n\nTheirs.\n\nLast.\n\nAdded.\n"})
    row = look(terminal)["conflict", f"notes/{copy}.md"]
    assert "second version" in str(row["message"])
    assert row["fixable"] is True
    assert row["fixed"] is False
    assert look(terminal, "--fix")["conflict", f"notes/{copy}.md"]["fixed"] is True
    assert text(terminal, "One") == ID.format("One") + "First.\n\nMine.\n\nTheirs.\n\nLast.\n\nAdded.\n"
    assert look(terminal) == {}
    assert (terminal.vault / ".trash" / "notes" / f"{copy}.md").exists()
    terminal.run("undo")
    assert text(terminal, "One") == mine
    assert "Theirs." in text(terminal, copy)


def test_a_copy_that_says_the_same_goes_and_one_without_its_file_gets_the_name_back(terminal: Terminal) -> None:
    put(terminal, **{"A": "Same.\n", "A (conflict 2026-11-20 141203)": "Same.\n",
                     "B.sync-conflict-20261120-141203-ABCDEFG": "Alone.\n"})
    assert len(look(terminal, "--fix")) == 2
    assert sorted(p.name for p in (terminal.vault / "notes").iterdir()) == ["A.md", "B.md"]


def test_two_files_of_one_id_and_two_of_the_same_words(terminal: Terminal) -> None:
    put(terminal, A=ID.format("A") + "x\n", B2=ID.format("B") + "y\n", C="The same.\n", D4="The same.\n")
    found = look(terminal, "--fix")
    assert set(found) == {("double-id", "notes/B2.md"), ("twin", "notes/D4.md")}
    assert text(terminal, "B2") != ID.format("B") + "y\n"
    assert not (terminal.vault / "notes" / "D4.md").exists()
    assert look(terminal) == {}
    terminal.run("undo")
    terminal.run("undo", terminal.json("undo", "--list")[0]["plan_id"])


def test_a_link_to_what_was_renamed_elsewhere_is_healed(terminal: Terminal) -> None:
    put(terminal, A="To [[B|him]], [[C]], [[Gone]] and [[a TITLE]].\n", B="Words of B.\n",
        C="---\nid: c1\n---\nWords of C.\n", T="---\ntitle: A title\n---\nx\n")
    terminal.run("notes")
    (terminal.vault / "notes" / "B.md").rename(terminal.vault / "notes" / "Bee.md")
    (terminal.vault / "notes" / "C.md").rename(terminal.vault / "notes" / "Cee.md")
    put(terminal, Cee="---\nid: c1\n---\nOther words of C.\n")
    terminal.run("notes")
    found = [row for row in terminal.json("doctor", "--fix") if row["rule"] == "broken"]
    assert sorted(row["fixable"] for row in found) == [False, True, True, True]
    assert text(terminal, "A") == "To [[Bee|him]], [[Cee]], [[Gone]] and [[T]].\n"
    assert terminal.json("history", "notes/Cee.md")["versions"]


def test_a_credit_gets_the_name_its_source_has_now(reader: Terminal) -> None:
    article = reader.json("articles")[0]["article_id"]
    made = reader.json("highlight", article, "social learning is about conversations")
    note = reader.json("note", "Mine", "--quote", made["highlight_id"])["path"]
    source = reader.vault / made["source_path"]
    source.rename(source.with_name("Renamed by hand.md"))
    found = look(reader, "--fix")
    assert found["broken", note]["fixed"] is True
    assert f"[[Renamed by hand#^{made['highlight_id']}|" in (reader.vault / note).read_text(encoding="utf-8")


@pytest.mark.parametrize(("broken", "key"), [
    ("---\ntitle: Why: now\ntags: [a]\n---\nWords: here.\n", "title"),
    ("---\ntitle: @home\n---\nWords: here.\n", "title"),
    ("---\nmeta:\n\tmore: x\n---\nWords: here.\n", "meta"),
    ("---\ntitle: One\ntags: [a]\nWords here, that go on.\n", "tags"),
    ("---\r\ntitle: \"Half\r\n---\r\nWords: here.\r\n", "title"),
])
def test_first_lines_that_cannot_be_read_are_mended(terminal: Terminal, broken: str, key: str) -> None:
    put(terminal, A=broken)
    found = look(terminal, "--fix")["front", "notes/A.md"]
    assert found["fixed"] is True, found
    words = "Words here, that go on." if "that go on" in broken else "Words: here."
    assert words in text(terminal, "A")
    assert key in text(terminal, "A")
    assert look(terminal) == {}
    terminal.run("undo")
    assert text(terminal, "A") == broken


def test_first_lines_beyond_a_mend_are_left_to_a_person(terminal: Terminal) -> None:
    put(terminal, A="---\n{[\n---\nx\n")
    row = look(terminal, "--fix")["front", "notes/A.md"]
    assert row["fixable"] is row["fixed"] is False
    assert "by hand" in str(row["mend"])
    assert text(terminal, "A") == "---\n{[\n---\nx\n"


def test_what_is_not_there_yet_is_told(terminal: Terminal) -> None:
    put(terminal, **{f"N{n}": f"Words {n}.\n" for n in range(30)})
    terminal.run("notes")
    for n in range(25):
        (terminal.vault / "notes" / f"N{n}.md").write_bytes(b"")
    (terminal.vault / "notes" / ".Far.md.icloud").write_bytes(b"x")
    found = look(terminal)
    assert {path for rule, path in found if rule == "not-here"} == {
        *(f"notes/N{n}.md" for n in range(25)), "notes/Far.md"}


def test_what_lost_its_place_and_what_is_no_file_is_told(reader: Terminal) -> None:
    article = reader.json("articles")[0]["article_id"]
    made = reader.json("highlight", article, "social learning is about conversations")
    source = reader.vault / made["source_path"]
    source.write_text(source.read_text(encoding="utf-8").replace(
        "> social learning is about conversations", "> words that stand nowhere in any of it whatever"),
        encoding="utf-8")
    (reader.vault / ".pkm" / "marks" / "other.jsonl").parent.mkdir(parents=True, exist_ok=True)
    (reader.vault / ".pkm" / "marks" / "other.jsonl").write_text("no line of ours\n", encoding="utf-8")
    (reader.vault / ".pkm" / "outlets.toml").write_text("[[outlet\n", encoding="utf-8")
    rules = {rule for rule, _ in look(reader)}
    assert rules == {"orphan", "marks", "choices"}


def test_two_sources_of_one_address(terminal: Terminal) -> None:
    source = "---\nid: {0}\ntype: source\nurl: https://x.org/{1}\n---\n{0}\n"
    put(terminal, A=source.format("s1", "a"), B2=source.format("s2", "a/"), C=source.format("s3", "c"))
    assert [row["rule"] for row in terminal.json("doctor")] == ["same-source"]


@pytest.mark.parametrize(("keep", "left"), [
    ("file", {"One.md": "Mine.\n"}), ("copy", {"One.md": "Theirs.\n"}),
    ("both", {"One.md": "Mine.\n", "One 2.md": "Theirs.\n"}), ("united", {"One.md": "Mine.\n\nTheirs.\n"})])
def test_a_person_chooses_between_two_versions(terminal: Terminal, keep: str, left: dict[str, str]) -> None:
    copy = "One (conflict 2026-11-20 141203)"
    before = {"One.md": ID.format("One") + "Mine.\n", f"{copy}.md": ID.format("One") + "Theirs.\n"}
    put(terminal, **{name.removesuffix(".md"): words for name, words in before.items()})
    terminal.run("doctor", "--choose", f"notes/{copy}.md", "--keep", keep)
    notes = terminal.vault / "notes"
    found = {path.name: path.read_bytes().decode() for path in notes.iterdir()}
    assert {name: words.rpartition("---\n")[2] for name, words in found.items()} == left
    assert len({words for words in found.values() if "id: 01abc" in words}) == 1
    assert look(terminal) == {}
    terminal.run("undo")
    assert {path.name: path.read_bytes().decode() for path in notes.iterdir()} == before
    assert "no second version" in terminal.refused("doctor", "--choose", "notes/One.md")
