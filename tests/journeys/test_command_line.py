"""The whole loop on the command line, against a real WordPress: from a home address to one's own draft there."""

from __future__ import annotations

import base64
import html
import json
import urllib.request
from typing import Any

import pytest

from tests.journeys.program import Program

pytestmark = [pytest.mark.server, pytest.mark.slow, pytest.mark.xdist_group("wordpress")]

NOTE = """Communities groeien niet op bestelling. In onze gemeenschappen hebben we geleerd dat iemand eerst een
vraag moet durven stellen.

The communities that last are those in which somebody answers first.
"""


def read_back(site: dict[str, Any], post: str) -> dict[str, Any]:
    """Ask WordPress itself, past the program: the post as its author sees it."""
    request = urllib.request.Request(f"{site['rest']}wp/v2/posts/{post}?context=edit")
    user = site["users"]["writer"]
    token = base64.b64encode(f"writer:{user['app_password']}".encode()).decode()
    request.add_header("Authorization", f"Basic {token}")
    with urllib.request.urlopen(request, timeout=30) as answer:
        return dict(json.load(answer))


def test_the_loop(program: Program, wordpress: dict[str, Any]) -> None:
    site = wordpress
    followed = program.json("follow", site["url"], "--why", "A colleague who writes about learning")
    assert followed["new"] >= 3
    refreshed = program.json("refresh", "--force")
    assert [feed["outcome"] for feed in refreshed["feeds"]] == ["unchanged"]

    articles = program.json("articles")
    assert {"Post 1 & its “title”", "Post 2 & its “title”"} <= {a["title"] for a in articles}
    article = next(a for a in articles if a["title"].startswith("Post 2"))
    assert article["author"] == "Writer"

    words = "A quotation — ünïcode"
    marked = program.json("highlight", article["article_id"][:8], words, "--comment", "Precies wat ik zocht.")
    assert marked["exact"] == words
    source = (program.vault / marked["source_path"]).read_text(encoding="utf-8")
    assert f"> {words}" in source
    assert f"^{marked['highlight_id']}" in source
    assert "Precies wat ik zocht." in source

    note = program.json("note", "Wat groeit", "--quote", marked["highlight_id"], "--tag", "leren", stdin=NOTE)
    for other_form in ("gemeenschap", "leren", "community"):
        found = program.json("search", other_form)["results"]
        assert note["note_id"] in [hit["id"] for hit in found if hit["kind"] == "note"], other_form

    draft = program.json("draft", "--from", note["note_id"], "--title", "What grows")
    assert program.json("check", draft["draft_id"])["passed"] is True
    program.run("outlet", "add", "blog", "--kind", "wordpress", "--address", site["url"], "--user", "writer",
                stdin=site["users"]["writer"]["app_password"] + "\n")
    placed = program.json("publish", draft["draft_id"], "--outlet", "blog")
    assert placed["action"] == "created"

    post = read_back(site, placed["remote_id"])
    content = html.unescape(post["content"]["raw"])
    assert post["status"] == "draft"
    assert html.unescape(post["title"]["raw"]) == "What grows"
    assert words in content
    assert "Writer" in content
    assert article["url"] in content
    assert "somebody answers first" in content

    again = program.json("publish", draft["draft_id"], "--outlet", "blog")
    assert again["remote_id"] == placed["remote_id"]
    assert again["action"] == "unchanged"
    path = program.vault / draft["path"]
    path.write_text(path.read_text(encoding="utf-8") + "\nNog een gedachte, later.\n", encoding="utf-8")
    third = program.json("publish", draft["draft_id"], "--outlet", "blog")
    assert (third["remote_id"], third["action"]) == (placed["remote_id"], "updated")
    assert "Nog een gedachte" in read_back(site, placed["remote_id"])["content"]["raw"]
    assert program.json("highlights")[0]["anchor"] == "exact"


def test_a_lost_database_makes_no_second_draft(program: Program, wordpress: dict[str, Any]) -> None:
    """The vault alone remembers where a draft stands."""
    site = wordpress
    draft = program.json("draft", "--title", "Once only", "--from", program.json(
        "note", "Once only", stdin="My own words about it.")["note_id"])
    program.run("outlet", "add", "blog", "--kind", "wordpress", "--address", site["url"], "--user", "writer",
                stdin=site["users"]["writer"]["app_password"] + "\n")
    first = program.json("publish", draft["draft_id"], "--outlet", "blog")
    for file in (program.data / "data").glob("*.db*"):
        file.unlink()
    second = program.json("publish", draft["draft_id"], "--outlet", "blog")
    assert (second["remote_id"], second["action"]) == (first["remote_id"], "unchanged")


def test_a_wrong_password_is_one_sentence_and_keeps_nothing(program: Program, wordpress: dict[str, Any]) -> None:
    done = program.run("outlet", "add", "blog", "--kind", "wordpress", "--address", wordpress["url"], "--user",
                       "writer", stdin="not the password\n", code=1)
    assert len(done.stderr.strip().splitlines()) == 1
    assert "password" in done.stderr
    assert program.json("outlet", "list") == []


def test_what_is_private_never_leaves(program: Program, wordpress: dict[str, Any]) -> None:
    site = wordpress
    program.run("outlet", "add", "blog", "--kind", "wordpress", "--address", site["url"], "--user", "writer",
                stdin=site["users"]["writer"]["app_password"] + "\n")
    draft = program.json("draft", "--title", "Half open")
    path = program.vault / draft["path"]
    path.write_text(path.read_text(encoding="utf-8") + "For all.\n\n%% private\nfor me\n%%\n", encoding="utf-8")
    placed = program.json("publish", draft["draft_id"], "--outlet", "blog")
    assert placed["cut"] == 1
    assert "for me" not in read_back(site, placed["remote_id"])["content"]["raw"]
    whole = path.read_text(encoding="utf-8").replace("type: draft", "type: draft\nprivate: true")
    path.write_text(whole, encoding="utf-8")
    refused = program.run("publish", draft["draft_id"], "--outlet", "blog", code=1)
    assert "for you alone" in refused.stderr
