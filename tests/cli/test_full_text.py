"""``pkm show --full``: the article from its page, over real connections and through the strangers' process."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.cli.conftest import FEED
from tests.cli.terminal import Terminal
from tests.seek.test_pagetext import page, paragraphs
from tests.servers.loopback import Loopback, reply

ITEM = """<item><guid>{n}</guid><title>Een titel</title><link>{link}</link>
<description>Een samenvatting …</description></item>"""


@pytest.fixture
def server() -> Iterator[Loopback]:
    with Loopback() as one:
        items = ITEM.format(n=1, link=one.address("/post")) + ITEM.format(n=2, link=one.address("/door"))
        one.pages["/feed"] = reply(FEED.format(home=one.address("/"), items=items).encode(),
                                   content_type="application/rss+xml")
        one.pages["/post"] = reply(page(paragraphs()), content_type="text/html; charset=utf-8")
        one.pages["/door"] = reply(page("<p>Please log in.</p>"), content_type="text/html")
        yield one


def test_the_whole_article_comes_and_stays(terminal: Terminal, server: Loopback) -> None:
    terminal.json("follow", server.address("/feed"))
    shown = terminal.json("show", server.address("/post"), "--full")
    assert shown["full"] is True
    assert shown["text"].count("Sociaal leren") == 8
    assert terminal.json("show", server.address("/post"))["text"] == shown["text"]
    terminal.json("refresh", "--force")
    assert terminal.json("show", server.address("/post"))["text"] == shown["text"]
    words = "3. Sociaal leren gebeurt in het dagelijks werk"
    assert terminal.json("highlight", server.address("/post"), words)["exact"] == words


def test_what_failed_is_said_and_not_stored(terminal: Terminal, server: Loopback) -> None:
    terminal.json("follow", server.address("/feed"))
    said = terminal.refused("show", server.address("/door"), "--full")
    assert "No article was found on this page" in said
    shown = terminal.json("show", server.address("/door"))
    assert (shown["full"], shown["text"]) == (False, "Een samenvatting …")
