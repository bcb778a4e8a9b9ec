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


def test_links_go_in_both_directions(terminal: Terminal) -> None:
    first, second = two_notes(terminal)
    third = terminal.json("note", "Third", stdin="The word first and `First` in code, then [[Gone|x]].")["path"]
    rows = terminal.json("links", second)
    assert rows == [{"direction": "to", "path": first, "target": "First", "broken": False, "title": "First",
                     "context": "As the first says."}]
    rows = terminal.json("links", first)
    assert [(row["direction"], row["path"], row["target"]) for row in rows] == [
        ("from", second, "First"), ("mention", third, "first")]
    context = "The word first and First in code, then x."
    assert terminal.json("links", third) == [{"direction": "to", "path": "", "target": "Gone", "broken": True,
                                              "title": "", "context": context}]
    assert terminal.json("links", "--broken") == terminal.json("links", third, "--broken") == [
        {"direction": "to", "path": third, "target": "Gone", "broken": True, "title": "Third", "context": context}]
    assert "Gone" in terminal.run("links", third).out
    terminal.run("links", code=2)


def test_what_is_related_says_why(terminal: Terminal) -> None:
    first, second = two_notes(terminal)
    tagged = terminal.json("note", "Elsewhere", "--tag", "leren", stdin="Other.")["path"]
    alike = terminal.json("note", "Gemeenschappen", stdin="Over netwerken van vakgenoten die samen ontdekken.")["path"]
    other = terminal.json("note", "Netwerk", stdin="Vakgenoten in netwerken ontdekken veel.")["path"]
    rows = {row["path"]: row["why"] for row in terminal.json("related", first)}
    assert rows[second][0] == "link"
    assert "tag" in rows[tagged]
    assert other not in rows
    assert terminal.json("related", alike)[0]["path"] == other
    assert "words" in terminal.run("related", alike).out


def test_a_sentence_is_traced_from_draft_to_address(reader: Terminal) -> None:
    article = reader.json("articles")[0]["article_id"]
    made = reader.json("highlight", article, "social learning is about conversations")
    note = reader.json("note", "Mine", "--quote", made["highlight_id"], stdin="So it is.")
    draft = reader.json("draft", "--from", note["note_id"])
    tree = reader.json("trace", draft["draft_id"])
    source = next(node for node in tree["rests_on"] if node["kind"] == "source")
    assert source["url"] == "https://blog.example/5"
    assert [node["id"] for node in source["rests_on"]] == [made["highlight_id"]]
    forward = reader.json("trace", made["highlight_id"][:8])
    assert {node["path"] for node in forward["used_in"]} >= {note["path"], draft["path"]}
    assert reader.json("trace", article)["used_in"][0]["path"] == made["source_path"]
    shown = reader.run("trace", made["highlight_id"]).out
    assert "used in note Mine" in shown
    assert "nowhere" in reader.refused("trace", "nowhere")
