from __future__ import annotations

from tests.cli.terminal import Terminal


def test_a_note_is_marked_looked_at_and_unmarked(reader: Terminal) -> None:
    made = reader.json("note", "To look at again", stdin="Words.\n")
    assert reader.json("review") == []
    assert reader.json("review", "--mark", made["note_id"])["changed"] == [made["path"]]
    found = reader.json("review")
    assert [(one["path"], one["why"]) for one in found] == [(made["path"], "marked")]
    assert "marked" in reader.run("review").out
    reader.run("review", "--seen", made["path"])
    assert "reviewed: " in (reader.vault / made["path"]).read_text(encoding="utf-8")
    reader.run("review", "--unmark", made["note_id"])
    assert reader.json("review") == []
    assert reader.json("review", "--every", "30")["every_days"] == 30
    assert "every_days = 30" in (reader.vault / ".pkm" / "review.toml").read_text(encoding="utf-8")
    assert "nothing here is called nope" in reader.refused("review", "--seen", "nope").lower()


def test_what_is_known_of_a_note_is_changed(reader: Terminal) -> None:
    made = reader.json("note", "Thought", "--tag", "one", stdin="Words.\n")
    path = reader.vault / made["path"]
    body = path.read_text(encoding="utf-8").split("---\n")[2]
    assert reader.json("edit", made["note_id"], "--maturity", "baked", "--value", "synthesise", "--private",
                       "--tag", "two", "--untag", "one")["changed"] == [made["path"]]
    text = path.read_text(encoding="utf-8")
    assert "maturity: baked\n" in text
    assert "value: synthesise\n" in text
    assert "private: true\n" in text
    assert text.split("---\n")[2] == body
    assert reader.json("notes", "--tag", "two")[0]["maturity"] == "baked"
    assert reader.json("notes", "--tag", "one") == []
    reader.run("edit", made["note_id"], "--maturity", "none", "--not-private")
    text = path.read_text(encoding="utf-8")
    assert "maturity" not in text
    assert "private" not in text
    reader.run("edit", made["note_id"], code=2)
    reader.run("edit", made["note_id"], "--maturity", "ripe", code=2)


def test_the_trash_is_shown_and_gives_back(reader: Terminal) -> None:
    made = reader.json("note", "Gone", stdin="Words.\n")
    before = (reader.vault / made["path"]).read_bytes()
    assert reader.json("trash") == []
    reader.run("delete", made["note_id"])
    trashed = reader.json("trash")[0]["path"]
    assert reader.json("trash", "--put-back", trashed)["path"] == made["path"]
    assert (reader.vault / made["path"]).read_bytes() == before
    assert "empty" in reader.run("trash").out
    assert "no" in reader.refused("trash", "--put-back", "../../etc/passwd").lower()
