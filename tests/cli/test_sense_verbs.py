from __future__ import annotations

import pytest

from tests.cli.terminal import Terminal

WORDS = "social learning is about conversations"


def highlight(reader: Terminal, *more: str) -> dict[str, str]:
    article = reader.json("articles")[0]["article_id"]
    return dict(reader.json("highlight", article[:8], WORDS, *more))


def test_a_highlight_is_made_listed_and_taken_away(reader: Terminal) -> None:
    made = highlight(reader, "--comment", "Yes.", "--colour", "green")
    assert set(made) == {"highlight_id", "source_path", "exact", "prefix", "suffix"}
    assert made["exact"] == WORDS
    row = reader.json("highlights")[0]
    article = reader.json("articles", "--view", "all")[0]["article_id"]
    assert row == {"highlight_id": made["highlight_id"], "article_id": article, "exact": WORDS, "comment": "Yes.",
                   "anchor": "exact", "used_in": [], "source_path": made["source_path"]}
    assert reader.json("highlights", article[:8]) == [row]
    assert reader.json("highlights", "--unsensed") == reader.json("highlights", article, "--unsensed") == []
    gone = reader.json("unhighlight", made["highlight_id"][:7])
    assert gone["highlight_id"] == made["highlight_id"]
    assert reader.json("highlights") == []
    assert "No highlights" in reader.run("highlights").out


def test_words_in_two_places_are_shown_and_a_prefix_decides(reader: Terminal) -> None:
    article = reader.json("articles")[0]["article_id"]
    told = reader.refused("highlight", article, "asked the same question")
    assert "Each asked the same question" in told
    assert "All asked the same question" in told
    made = reader.json("highlight", article, "asked the same question", "--prefix", "All ")
    assert made["prefix"].endswith("All ")
    assert "not in" in reader.refused("highlight", article, "words that are not there")
    reader.run("highlight", article, WORDS, "--colour", "purple", code=2)


def test_a_source_edited_by_hand_is_read_back(reader: Terminal) -> None:
    made = highlight(reader)
    path = reader.vault / made["source_path"]
    path.write_text(path.read_text(encoding="utf-8") + "\nWritten in another editor.\n", encoding="utf-8")
    assert reader.json("highlights")[0]["comment"] == "Written in another editor."
    article = reader.json("articles")[0]["article_id"]
    reader.json("highlight", article, "Post 5 says")
    assert "Written in another editor." in path.read_text(encoding="utf-8")
    assert len(reader.json("highlights")) == 2


def test_a_note_with_all_there_is_to_say(reader: Terminal) -> None:
    made = highlight(reader)
    note = reader.json("note", "Wat ik leerde", "--tag", "leren", "--tag", "#samen", "--lang", "nl", "--private",
                       "--maturity", "seed", "--quote", made["highlight_id"][:9], stdin="Mijn woorden.\r\nMeer.\r\n")
    assert set(note) == {"note_id", "path"}
    text = (reader.vault / note["path"]).read_text(encoding="utf-8")
    assert "Mijn woorden.\nMeer.\n\n> social learning" in text
    assert f"#^{made['highlight_id']}|Julian Stodd, Post 5]]" in text
    row = reader.json("notes", "--tag", "samen", "--maturity", "seed")[0]
    assert (row["note_id"], row["private"], row["lang"]) == (note["note_id"], True, "nl")
    assert row["tags"] == ["leren", "samen"]
    assert reader.json("highlights")[0]["used_in"] == [note["path"]]


@pytest.mark.parametrize("stdin", ["", b"\xef\xbb\xbfWith a mark\n"])
def test_a_note_takes_what_comes_in(terminal: Terminal, stdin: str | bytes) -> None:
    note = terminal.json("note", "N", stdin=stdin)
    text = (terminal.vault / note["path"]).read_text(encoding="utf-8")
    assert text.endswith("---\nWith a mark\n" if stdin else "---\n\n")


def test_what_is_no_note_is_refused_and_writes_nothing(terminal: Terminal) -> None:
    assert "UTF-8" in terminal.refused("note", "N", stdin=b"\xff\xfe\x00")
    assert "title" in terminal.refused("note", " ")
    terminal.refused("note", "N", "--quote", "hl-none")
    terminal.run("note", "N", "--maturity", "ripe", code=2)
    terminal.run("note", "half \udcff", code=2)
    assert [path for path in terminal.files() if path.endswith(".md")] == []


def test_search_finds_everything_and_its_places_are_named(reader: Terminal) -> None:
    highlight(reader)
    note = reader.json("note", "Gemeenschappen", stdin="Over gemeenschappen en leren.\n")
    found = reader.json("search", "gemeenschap")
    assert set(found) == {"results", "did_you_mean"}
    assert [set(hit) for hit in found["results"]] == [{"kind", "id", "title", "snippet", "score", "path"}]
    assert found["results"][0]["id"] == note["note_id"]
    kinds = {hit["kind"] for hit in reader.json("search", "conversations")["results"]}
    assert {"article", "highlight"} <= kinds
    only = reader.json("search", "conversations", "--in", "articles, notes", "--limit", "2")["results"]
    assert [hit["kind"] for hit in only] == ["article", "article"]
    assert [row["path"] for row in reader.json("notes", "--search", "leren")] == [note["path"]]
    reader.run("search", "x", "--in", "attic", code=2)


def test_delete_and_history(terminal: Terminal) -> None:
    note = terminal.json("note", "One", stdin="first\n")
    path = terminal.vault / note["path"]
    path.write_text(path.read_text(encoding="utf-8").replace("first", "second"), encoding="utf-8")
    found = terminal.json("history", note["note_id"][:10])
    assert (found["path"], found["changed"], len(found["versions"])) == (note["path"], [], 1)
    restored = terminal.json("history", note["path"], "--restore", "1")
    assert restored == {"path": "notes/One (version 1).md", "changed": ["notes/One (version 1).md"]}
    assert "first" in (terminal.vault / restored["path"]).read_text(encoding="utf-8")
    assert "second" in path.read_text(encoding="utf-8")
    terminal.refused("history", note["path"], "--restore", "9")
    gone = terminal.json("delete", note["note_id"][:10])
    assert gone == {"path": note["path"], "changed": [note["path"]]}
    assert not path.exists()
    assert [p for p in terminal.files() if p.startswith(".trash/") and p.endswith("One.md")]
    terminal.refused("delete", note["note_id"])


def test_what_vanished_is_told_and_comes_back_from_history(terminal: Terminal) -> None:
    notes = [terminal.json("note", f"N{n}", stdin=f"words {n}\n") for n in range(2)]
    (terminal.vault / notes[0]["path"]).unlink()
    assert "pkm history" in terminal.run("notes").err
    restored = terminal.json("history", notes[0]["path"], "--restore", "1")
    assert restored["path"] == notes[0]["path"]
    assert {row["note_id"] for row in terminal.json("notes")} == {note["note_id"] for note in notes}


def test_a_note_begins_from_a_template(reader: Terminal) -> None:
    made = reader.json("note", "Netwerk", "--template", "concept", "--lang", "nl", stdin="Mijn zin.\n")
    text = (reader.vault / made["path"]).read_text(encoding="utf-8")
    assert "**Netwerk** is" in text
    assert "maturity: seed" in text
    assert text.endswith("Mijn zin.\n")
    own = reader.vault / ".pkm" / "templates"
    own.mkdir(parents=True)
    (own / "Week.md").write_text("Week {{week}} of {{year}}: {{title}} {{evil()}}\n", encoding="utf-8")
    made = reader.json("note", "Plan", "--template", "week")
    assert ": Plan {{evil()}}" in (reader.vault / made["path"]).read_text(encoding="utf-8")
    assert "choose from" in reader.refused("note", "Plan", "--template", "nope")
