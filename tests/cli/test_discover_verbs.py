"""Discover without a window."""

from __future__ import annotations

import json

import pytest

from pkm_app.net.fetch import NetFetcher
from pkm_app.seek.model import FetchRequest, FetchResponse
from tests.cli.terminal import Terminal
from tests.servers.loopback import Loopback, reply

CONTRACT = {"id", "name", "homepage", "feed", "language", "chapter", "cited_for", "followed"}
PAGE = b'<!doctype html><link rel="alternate" type="application/rss+xml" href="/a"><link rel="alternate" ' \
       b'type="application/rss+xml" href="/b">'
FEED = '<rss version="2.0"><channel><title>{0}</title><item><guid>{0}</guid><title>x</title></item></channel></rss>'


def test_the_catalogue(terminal: Terminal) -> None:
    rows = terminal.json("catalogue")
    assert all(set(row) > CONTRACT for row in rows)
    assert len(rows) == 63
    assert rows[0]["act"] in ("follow", "look"), "the list does not begin with who cannot be followed"
    assert not any(row["followed"] for row in rows)
    dutch = terminal.json("catalogue", "--lang", "nl", "--chapter", "2", "--search", "mooc")
    assert 0 < len(dutch) < len(rows)
    assert all("2" in (row["chapter"], *row["also_in"]) and "mooc" in str(row).lower() for row in dutch)
    assert [row["id"] for row in terminal.json("catalogue", "harold-jarche")] == ["harold-jarche"]
    terminal.run("catalogue", "--lang", "fr", code=2)
    assert "no recommended source" in terminal.refused("catalogue", "nobody")
    assert "No source fits" in terminal.run("catalogue", "--search", "zzzz").out


def test_of_several_feeds_the_command_line_lists_the_addresses(terminal: Terminal) -> None:
    with Loopback() as server:
        server.pages.update({"/": reply(PAGE, content_type="text/html")})
        for name in "ab":
            server.pages[f"/{name}"] = reply(FEED.format(name.upper()).encode(), content_type="application/rss+xml")
        said = terminal.refused("follow", server.address("/"))
        assert server.address("/a") in said
        assert server.address("/b") in said
        assert terminal.json("feeds") == []
        assert terminal.json("follow", server.address("/b"))["title"] == "B"


def test_a_look_asks_the_sites_and_follows_nothing(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    with Loopback() as server:
        server.pages["/feed/"] = reply(FEED.format("Te-learning").encode(), content_type="application/rss+xml")
        real = NetFetcher.fetch

        def led_here(self: NetFetcher, request: FetchRequest) -> FetchResponse:
            path = "/feed/" if request.address == "https://te-learning.nl/feed/" else "/nothing"
            answer = real(self, FetchRequest(server.address(path), typed=True))
            return FetchResponse(request.address, answer.status, answer.body, answer.content_type)

        monkeypatch.setattr(NetFetcher, "fetch", led_here)
        said = terminal.run("catalogue", "wilfred-rubens", "ennuonline", "--look", "--json", code=3)
        rubens, ennu = json.loads(said.out)
        assert (rubens["act"], rubens["address"]) == ("follow", "https://te-learning.nl/feed/")
        assert (ennu["act"], "404" in ennu["reason"]) == ("site", True)
        assert "Ennuonline" in said.err
        assert terminal.json("feeds") == []
        assert terminal.json("catalogue", "wilfred-rubens")[0]["act"] == "follow", "it is remembered"
