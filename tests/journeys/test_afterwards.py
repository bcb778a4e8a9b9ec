"""After it left: somebody finishes the draft in a real WordPress, publishes it there, and another answers."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import feedparser
import pytest

from tests.contracts.houses import as_admin
from tests.journeys.program import Program

pytestmark = [pytest.mark.server, pytest.mark.slow, pytest.mark.xdist_group("wordpress")]


def kinds(node: dict[str, Any]) -> set[str]:
    return {str(node["kind"])}.union(*map(kinds, [*node["used_in"], *node["rests_on"]]))


def test_placed_then_published_then_answered(program: Program, wordpress: dict[str, Any], tmp_path: Path) -> None:
    site = wordpress
    program.json("follow", site["url"])
    article = next(a for a in program.json("articles") if a["title"].startswith("Post 2"))
    marked = program.json("highlight", article["article_id"], "A quotation — ünïcode")
    note = program.json("note", "After", "--quote", marked["highlight_id"], stdin="What I make of it.\n")
    draft = program.json("draft", "--from", note["note_id"], "--title", "After it left")["draft_id"]
    program.run("outlet", "add", "blog", "--kind", "wordpress", "--address", site["url"], "--user", "writer",
                stdin=site["users"]["writer"]["app_password"] + "\n")
    placed = program.json("publish", draft, "--outlet", "blog")
    [record] = program.json("shared", "--look")
    assert (record["fate"], record["url"], record["replies"]) == ("placed", "", 0)

    content = as_admin(site, "GET", f"posts/{placed['remote_id']}?context=edit")["content"]["raw"]
    as_admin(site, "POST", f"posts/{placed['remote_id']}", {"content": f"{content}\n<p>Finished there.</p>",
                                                            "status": "publish"})
    compared = program.json("shared", draft, "--compare")
    assert (compared["fate"], compared["changed"]) == ("published", True)
    assert compared["url"].startswith(site["url"])
    assert [piece["words"] for piece in compared["pieces"] if piece["kind"] != "same"] == ["Finished there."]

    program.run("reply", draft, "--by", "Karin Bos", stdin="I see it otherwise.\n")
    assert program.json("shared")[0]["replies"] == 1
    trace = program.json("trace", record["record_id"])
    assert {"shared", "draft", "highlight", "source"} <= kinds(trace)
    [message] = program.json("credit-back", draft)
    assert compared["url"] in message["text"]
    feed = tmp_path / "feed.xml"
    program.run("outgoing-feed", "-o", str(feed), "--title", "Mine", "--author", "Me", "--address",
                "https://me.example/feed.xml")
    assert [entry.link for entry in feedparser.parse(feed.read_bytes()).entries] == [compared["url"]]
    assert "no draft" in program.run("publish", draft, "--outlet", "blog", code=1).stderr
    assert as_admin(site, "GET", f"posts/{placed['remote_id']}?context=edit")["content"]["raw"].endswith(
        "Finished there.</p>")
