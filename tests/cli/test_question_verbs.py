"""``pkm question`` and ``pkm person``."""

from __future__ import annotations

from tests.cli.terminal import Terminal


def test_a_question_is_asked_served_and_answered(reader: Terminal) -> None:
    asked = reader.json("question", "ask", "How do people learn?", stdin="Why.\n")
    article = reader.json("articles", "--limit", "1")[0]["article_id"]
    note = reader.json("note", "Mine", stdin="Words")["note_id"]
    row = reader.json("question", "attach", "How do people learn?", article, note)
    assert (row["note_id"], row["sources"], row["notes"]) == (asked["note_id"], 1, 1)
    assert {one["title"] for one in reader.json("question", "show", asked["note_id"][:12])["served"]} == {
        "Mine", "Post 5"}
    assert "2  How do people learn?" in reader.run("question", "list").out
    assert reader.json("question", "detach", asked["path"], note)["notes"] == 0
    (feed,) = reader.json("feeds")
    row = reader.json("question", "attach", asked["path"], feed["feed_id"])
    assert (row["feeds"], row["served"][-1]["id"]) == (1, feed["address"])
    assert f"feed       {feed['title']}" in reader.run("question", "show", asked["path"]).out
    assert [one["feeds"] for one in reader.json("today")["questions"]] == [1]
    assert reader.json("question", "detach", asked["path"], feed["address"])["feeds"] == 0
    assert reader.json("question", "answer", asked["path"])["question"] == "answered"
    assert reader.json("question", "list") == []
    assert len(reader.json("question", "list", "--all")) == 1
    assert reader.json("question", "answer", asked["path"], "--reopen")["question"] == "open"
    assert "is no learning question" in reader.refused("question", "attach", note, article)


def test_a_person_has_a_page_with_what_is_here_of_them(reader: Terminal) -> None:
    article = reader.json("articles", "--limit", "1")[0]["article_id"]
    reader.json("highlight", article, "social learning is about conversations")
    made = reader.json("person", "add", article, "--handle", "@julian@learning.example")
    assert (made["path"], made["name"]) == ("people/Julian Stodd.md", "Julian Stodd")
    page = reader.json("person", "show", "Julian Stodd")
    assert [one["exact"] for one in page["highlights"]] == ["social learning is about conversations"]
    assert page["handle"] == "@julian@learning.example"
    assert "highlight  social learning" in reader.run("person", "show", "Julian Stodd").out
    assert [row["name"] for row in reader.json("person", "list")] == ["Julian Stodd"]
    assert b"private: true" in reader.files()["people/Julian Stodd.md"]
    assert "is for you alone" in reader.refused("draft", "--from", made["person_id"])
