"""The posts that the eBook quotes, without a window: a copy of one on this machine, taken in for Later."""

from __future__ import annotations

import pytest

from pkm_app.net.fetch import NetFetcher
from pkm_app.seek.model import FetchRequest, FetchResponse
from tests.cli.terminal import Terminal
from tests.servers.loopback import Loopback, reply

WORDS = "Formal learning is what many organisations rely on, and social learning is the talk around it. " * 12
PAGE = ("<!doctype html><html lang=en><head><title>An introduction</title></head><body><article>"
        f"<h1>An introduction</h1><p>{WORDS}</p><p>{WORDS}</p></article></body></html>")


def test_the_list_is_shown_by_chapter(terminal: Terminal) -> None:
    rows = terminal.json("reading-list", "--chapter", "1")
    assert {row["id"] for row in rows} >= {"julian-stodd"}
    assert not any(row["here"] for row in rows)
    rows = terminal.json("reading-list")
    assert len(rows) == 14
    beside = [line for line in terminal.run("reading-list").out.splitlines() if "not quoted" in line]
    assert [line.split()[0] for line in beside] == [row["id"] for row in rows if row["post_kind"] == "related"] != []


def test_a_post_is_taken_in_for_later_with_its_author_and_the_tip(
        terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    with Loopback() as server:
        server.pages["*"] = reply(PAGE.encode(), content_type="text/html; charset=utf-8")
        real = NetFetcher.fetch

        def led_here(self: NetFetcher, request: FetchRequest) -> FetchResponse:
            assert not request.typed, "nobody typed this address"
            answer = real(self, FetchRequest(server.address("/post"), typed=True))
            return FetchResponse(request.address, answer.status, answer.body, answer.content_type)

        monkeypatch.setattr(NetFetcher, "fetch", led_here)
        (taken,) = terminal.json("reading-list", "julian-stodd")
        (row,) = terminal.json("articles", "--view", "later")
        assert (row["article_id"], row["title"], row["author"]) == (
            taken["article_id"], "An introduction to Scaffolded Social Learning", "Julian Stodd")
        source = terminal.files()[taken["path"]].decode()
        assert "via: eBook Social Learning" in source
        assert terminal.json("feeds") == [], "nobody is followed by it"
        assert next(row for row in terminal.json("reading-list") if row["id"] == "julian-stodd")["here"]
        assert "no post" in terminal.refused("reading-list", "wilfred-rubens")
        assert "nobody" in terminal.run("reading-list", "nobody", "julian-stodd", code=3).err
