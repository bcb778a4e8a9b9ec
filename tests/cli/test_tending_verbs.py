"""How feeds are, and what can be mended, on the command line; changed articles and the version that was read."""

from __future__ import annotations

import re
from email.utils import formatdate
from pathlib import Path

import pytest

from tests.cli.conftest import FEED, ITEM
from tests.cli.terminal import Terminal
from tests.servers.loopback import Loopback, redirect, reply

HTML = reply(b"<html><body>No longer</body></html>", content_type="text/html")


def feed(server: Loopback, *numbers: int, more: str = "") -> bytes:
    items = "".join(ITEM.format(n=n) for n in numbers).replace("conversations.", f"conversations.{more}")
    items = re.sub("<pubDate>.*?</pubDate>", f"<pubDate>{formatdate()}</pubDate>", items)  # not quiet, whenever it runs
    return FEED.format(home=server.address("/"), items=items).encode()


@pytest.fixture
def server(tmp_path: Path):
    with Loopback() as one:
        one.pages["/feed"] = reply(feed(one, 1, 2), content_type="application/rss+xml")
        yield one


@pytest.fixture
def at_home(terminal: Terminal, server: Loopback) -> Terminal:
    terminal.json("follow", server.address("/feed"), "--folder", "Blogs", "--why", "Because")
    return terminal


@pytest.mark.parametrize(("answer", "status", "words"), [
    (reply(b"", "410 Gone"), "gone", "gone for good"),
    (reply(b"", "404 Not Found"), "gone", "404"),
    (reply(b"", "403 Forbidden"), "blocked", "does not let us"),
    (reply(b"", "429 Too Many Requests", retry_after="600"), "blocked", "wait 10 minutes"),
    (reply(b"", "500 Oops"), "failed", "fault of its own"),
    (HTML, "not-a-feed", "no feed at this address"),
])
def test_an_ill_feed_says_why_and_what_to_do(at_home: Terminal, server: Loopback, answer, status, words) -> None:
    server.pages["/feed"] = answer
    (tested,) = at_home.json("feed", "test", "Over leren", code=1)
    assert (tested["status"], tested["outcome"]) == (status, "failed")
    assert words in tested["reason"]
    assert len(tested["advice"]) > 20
    (listed,) = at_home.json("feeds", "--ill")
    assert {name: listed[name] for name in ("status", "reason", "advice")} == {
        name: tested[name] for name in ("status", "reason", "advice")}
    shown = at_home.run("feeds", "--ill").out
    assert listed["reason"] in shown
    assert listed["advice"] in shown
    assert listed["reason"] in at_home.run("feeds").out
    server.pages["/feed"] = reply(feed(server, 1, 2, 3))
    if "429" not in words and status != "blocked":
        (well,) = at_home.json("feed", "test", "Over leren")
        assert (well["status"], well["new"], well["reason"]) == ("fine", 1, "")
        assert at_home.json("feeds", "--ill") == []
        assert at_home.run("feeds", "--ill").out == "All your sources are fine.\n"


def test_a_host_that_wishes_peace_is_not_asked_and_that_is_said(at_home: Terminal, server: Loopback) -> None:
    server.pages["/feed"] = reply(b"", "429 Too Many Requests", retry_after="600")
    at_home.json("feed", "test", "Over leren", code=1)
    asked = len(server.seen)
    assert "asks to wait" in at_home.run("refresh", "--force").err
    said = at_home.run("feed", "test", "Over leren", code=1)
    assert "was not asked" in said.err
    assert len(server.seen) == asked


def test_a_feed_gets_another_address_and_keeps_what_it_is(at_home: Terminal, server: Loopback) -> None:
    before = at_home.json("feeds")[0]
    ids = {row["article_id"] for row in at_home.json("articles")}
    server.pages["/feed"] = reply(b"", "410 Gone")
    server.pages["/"] = reply(b'<html><link rel="alternate" type="application/rss+xml" href="/new"></html>',
                              content_type="text/html")
    server.pages["/new"] = reply(feed(server, 1, 2, 3), content_type="application/rss+xml")
    at_home.json("feed", "test", "Over leren", code=1)
    moved = at_home.json("feed", "move", "Over leren", server.address("/"))
    assert moved == {"feed_id": before["feed_id"], "title": "Over leren", "address": server.address("/new")}
    after = at_home.json("feeds")[0]
    assert (after["folder"], after["why"], after["status"], after["unread"]) == ("Blogs", "Because", "fine", 3)
    assert ids < {row["article_id"] for row in at_home.json("articles")}
    assert server.address("/new") in (at_home.vault / "subscriptions.opml").read_text("utf-8")


def test_an_address_that_is_no_feed_changes_nothing_unless_it_is_meant(at_home: Terminal, server: Loopback) -> None:
    assert "404" in at_home.refused("feed", "move", "Over leren", server.address("/nowhere"))
    assert at_home.json("feeds")[0]["address"] == server.address("/feed")
    assert "already" in at_home.refused("feed", "move", "Over leren", server.address("/feed"))
    at_home.json("feed", "move", "Over leren", server.address("/nowhere"), "--untested")
    assert at_home.json("feeds")[0]["address"] == server.address("/nowhere")
    assert at_home.json("feed", "test", "Over leren", code=1)[0]["status"] == "gone"
    assert "only http and https" in at_home.refused("feed", "move", "Over leren", "file:///etc/passwd")


def test_a_move_for_good_is_shown_while_it_has_to_prove_itself(at_home: Terminal, server: Loopback) -> None:
    server.pages["/new"] = server.pages["/feed"]
    server.pages["/feed"] = redirect("/new", "301 Moved Permanently")
    (tested,) = at_home.json("feed", "test", "Over leren")
    assert (tested["status"], tested["address"]) == ("moved", server.address("/feed"))
    assert server.address("/new") in tested["reason"]


def test_highlights_stay_with_an_article_whose_address_changes(at_home: Terminal, server: Loopback) -> None:
    article = next(row for row in at_home.json("articles") if row["title"] == "Post 1")
    at_home.json("highlight", article["article_id"], "social learning")
    at_home.json("keep", article["article_id"])
    moved = feed(server, 1, 2).replace(b"https://blog.example/", b"https://elsewhere.example/posts/")
    server.pages["/feed"] = reply(moved.replace(b"Each asked", b"Everybody asked"))
    at_home.json("refresh", "--force")
    assert [row["exact"] for row in at_home.json("highlights", article["article_id"])] == ["social learning"]
    urls = {row["title"]: row["url"] for row in at_home.json("articles", "--view", "all")}
    assert urls == {"Post 1": "https://blog.example/1", "Post 2": "https://elsewhere.example/posts/2"}
    assert len(list((at_home.vault / "sources").glob("*.md"))) == 1


def test_a_changed_article_says_so_and_the_version_that_was_highlighted_stays(
        at_home: Terminal, server: Loopback) -> None:
    article = next(row for row in at_home.json("articles") if row["title"] == "Post 1")
    assert article["changed"] is None
    assert "highlighted nothing" in at_home.refused("show", article["article_id"], "--highlighted")
    at_home.json("highlight", article["article_id"], "Post 1 says that social learning is about conversations")
    before = at_home.json("show", article["article_id"])["text"]
    server.pages["/feed"] = reply(feed(server, 1, 2, more=" Or so we thought.").replace(b"social", b"all"))
    assert at_home.json("refresh", "--force")["feeds"][0]["updated"] == 2
    now = at_home.json("show", article["article_id"])
    assert now["changed"] is not None
    assert "all learning" in now["text"]
    assert "Changed on 20" in at_home.run("show", article["article_id"]).out
    assert at_home.json("show", article["article_id"], "--highlighted")["text"] == before
    assert [row["changed"] is not None for row in at_home.json("articles")] == [True, True]
