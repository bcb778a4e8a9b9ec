from __future__ import annotations

from tests.cli.terminal import Terminal


def test_the_day_on_the_command_line(reader: Terminal) -> None:
    article = reader.json("articles")[0]["article_id"]
    reader.run("keep", article)
    made = reader.json("highlight", article, "social learning is about conversations")
    day = reader.json("today")
    assert [one["highlight_id"] for one in day["waiting"]] == [made["highlight_id"]]
    assert day["waiting"][0]["credit"].startswith("Julian Stodd, Post")
    assert day["waiting_count"] == 1
    assert [one["name"] for one in day["finds"]] == [article]
    assert len(day["weeks"]) == 12
    assert day["weeks"][-1]["came_in"] + day["weeks"][-2]["came_in"] == 5
    assert day["year_ago"] is None
    text = reader.run("today").out
    assert "social learning is about conversations" in text
    assert "came in  made yours  given on" in text
