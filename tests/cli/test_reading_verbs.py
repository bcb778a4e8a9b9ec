"""The verbs of reading, typed."""

from __future__ import annotations

from tests.cli.terminal import Terminal


def test_a_highlight_gets_another_colour_other_words_and_company(reader: Terminal) -> None:
    article = reader.json("articles")[0]["article_id"]
    one = reader.json("highlight", article, "social learning", "--comment", "Mine.")["highlight_id"]
    two = reader.json("highlight", article, "conversations")["highlight_id"]
    changed = reader.json("rehighlight", one, "--colour", "blue", "--words", "social learning is about")
    assert (changed["highlight_id"], changed["colour"]) == (one, "blue")
    assert changed["exact"] == "social learning is about"
    joined = reader.json("rehighlight", two, "--join", one)
    assert (joined["highlight_id"], joined["comment"]) == (one, "Mine.")
    assert joined["exact"] == "social learning is about conversations"
    assert [row["highlight_id"] for row in reader.json("highlights")] == [one]


def test_what_cannot_be_changed_is_said(reader: Terminal) -> None:
    article = reader.json("articles")[0]["article_id"]
    one = reader.json("highlight", article, "social learning")["highlight_id"]
    assert "--colour" in reader.refused("rehighlight", one)
    assert "black" in reader.refused("rehighlight", one, "--colour", "black")
    assert "not in" in reader.refused("rehighlight", one, "--words", "nowhere at all")
    assert reader.json("highlights")[0]["exact"] == "social learning"
