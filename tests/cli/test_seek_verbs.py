from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.cli.terminal import Terminal

ARTICLE = {"article_id", "title", "author", "feed_title", "url", "published", "language", "read", "kept", "later",
           "changed"}


def first(reader: Terminal) -> str:
    return str(reader.json("articles")[0]["article_id"])


def test_follow_says_what_it_found(terminal: Terminal, followed: tuple[Path, str]) -> None:
    done = terminal.json("follow", followed[1])
    assert set(done) == {"feed_id", "title", "address", "new"}
    assert (done["title"], done["new"]) == ("Over leren", 5)
    assert "already" in terminal.refused("follow", followed[1])


def test_feeds_and_refresh_and_unfollow(reader: Terminal) -> None:
    feed = reader.json("feeds")[0]
    assert set(feed) == {"feed_id", "title", "address", "folder", "why", "status", "reason", "last_ok", "unread",
                         "advice", "newest", "next_due", "quiet"}
    assert (feed["folder"], feed["why"], feed["unread"]) == ("Blogs", "Because", 5)
    waiting = reader.json("refresh")
    assert set(waiting) == {"feeds", "seconds"}
    fetched = reader.json("refresh", feed["feed_id"][:6], "--force")
    assert [set(row) for row in fetched["feeds"]] == [{"feed_id", "outcome", "new", "updated", "reason"}]
    assert fetched["feeds"][0]["outcome"] in ("unchanged", "fetched")
    assert reader.json("unfollow", feed["feed_id"][:6]) == {"feed_id": feed["feed_id"]}
    assert reader.json("feeds") == []
    assert "pkm follow" in reader.run("feeds").out


def test_articles_are_listed_newest_first_with_what_the_contract_names(reader: Terminal) -> None:
    rows = reader.json("articles")
    assert all(set(row) == ARTICLE for row in rows)
    assert [row["title"] for row in rows] == [f"Post {n}" for n in (5, 4, 3, 2, 1)]
    assert re.fullmatch(r"2026-11-05T10:00:00\+00:00", rows[0]["published"])
    assert len(reader.json("articles", "--limit", "2")) == 2
    assert [r["title"] for r in reader.json("articles", "--search", "3")] == ["Post 3"]
    assert reader.json("articles", "--view", "kept") == []
    assert len(reader.json("articles", "--feed", "Over leren")) == 5
    assert "nobody" in reader.refused("articles", "--feed", "nobody")


def test_an_article_is_shown_by_a_beginning_of_its_id_or_its_address(reader: Terminal) -> None:
    article_id = first(reader)
    shown = reader.json("show", article_id[:8])
    assert set(shown) == ARTICLE | {"html", "text", "full"}
    assert reader.json("show", "https://blog.example/5") == shown
    assert reader.run("show", article_id).out.startswith("Post 5\nJulian Stodd · Over leren · 2026-11-05\n")
    assert reader.run("show", article_id, "--html").out.startswith("<p>Post 5")
    assert "no article" in reader.refused("show", "zzzz")
    assert reader.json("show", "zzzz", code=1).keys() == {"error"}


@pytest.mark.parametrize(("verb", "mark", "on"), [
    ("keep", "kept", True), ("later", "later", True), ("read", "read", True), ("unread", "read", False),
])
def test_triage(reader: Terminal, verb: str, mark: str, on: bool) -> None:
    ids = [row["article_id"] for row in reader.json("articles")[:2]]
    rows = reader.json(verb, *ids)
    assert [(row["article_id"], row[mark]) for row in rows] == [(ids[0], on), (ids[1], on)]
    assert all(set(row) == ARTICLE for row in rows)
    sources = [path for path in reader.files() if path.startswith("sources/") and path.endswith(".md")]
    assert len(sources) == (2 if verb in ("keep", "later") else 0)


def test_done_clears_the_inbox(reader: Terminal) -> None:
    reader.json("done", first(reader))
    assert len(reader.json("articles")) == 4
    assert len(reader.json("articles", "--view", "all")) == 5


def test_one_unknown_name_marks_none(reader: Terminal) -> None:
    reader.refused("keep", first(reader), "zzzz")
    assert reader.json("articles", "--view", "kept") == []
    assert not [path for path in reader.files() if path.startswith("sources/")]


def test_import_says_what_it_took_and_what_not(terminal: Terminal, tmp_path: Path) -> None:
    opml = tmp_path / "in.opml"
    opml.write_text('<opml version="2.0"><body><outline xmlUrl="https://a.example/feed" text="A"/>'
                    '<outline xmlUrl="http://127.0.0.1/feed" text="B"/></body></opml>', encoding="utf-8")
    tried = terminal.run("import", str(opml), "--dry-run", "--json", code=3)
    assert terminal.json("feeds") == []
    assert "127.0.0.1" in tried.err
    done = terminal.json("import", str(opml), code=3)
    assert (done["added"], done["known"], len(done["failed"])) == (1, 0, 1)
    assert terminal.json("import", str(opml), "--allow-private") == {"added": 1, "known": 1, "failed": []}
    out = tmp_path / "out.opml"
    written = terminal.json("opml", str(out))
    assert written == {"path": str(out), "bytes": out.stat().st_size}
    assert b"a.example" in out.read_bytes()
    assert "exists" in terminal.refused("opml", str(out))
    assert "your PKM folder" in terminal.refused("opml", str(terminal.vault / "out.opml"))


def test_nothing_taken_is_a_failure(terminal: Terminal, tmp_path: Path) -> None:
    opml = tmp_path / "in.opml"
    opml.write_text('<opml version="2.0"><body><outline xmlUrl="file:///etc/passwd" text="A"/></body></opml>')
    assert terminal.json("import", str(opml), code=1)["added"] == 0
    for path in (tmp_path / "missing.opml", tmp_path):
        terminal.refused("import", str(path))
