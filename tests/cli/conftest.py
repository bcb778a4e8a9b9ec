from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.terminal import Terminal
from tests.servers.loopback import Loopback, reply

FEED = """<?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
<title>Over leren</title><link>{home}</link>{items}</channel></rss>"""
ITEM = """<item><guid>{n}</guid><title>Post {n}</title><link>https://blog.example/{n}</link>
<dc:creator>Julian Stodd</dc:creator><pubDate>Fri, {n:02} Nov 2026 10:00:00 GMT</pubDate>
<description>&lt;p&gt;Post {n} says that social learning is about conversations.&lt;/p&gt;
&lt;p&gt;Each asked the same question. All asked the same question.&lt;/p&gt;</description></item>"""


@pytest.fixture(scope="session")
def followed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, str]]:
    """A profile that follows one feed of five posts, and the address of the feed; the server stays."""
    folder = tmp_path_factory.mktemp("followed")
    with Loopback() as server:
        items = "".join(ITEM.format(n=n) for n in range(1, 6))
        server.pages["/feed"] = reply(FEED.format(home=server.address("/"), items=items).encode(),
                                      content_type="application/rss+xml")
        Terminal(folder).json("follow", server.address("/feed"), "--folder", "Blogs", "--why", "Because")
        yield folder, server.address("/feed")


@pytest.fixture
def reader(followed: tuple[Path, str], tmp_path: Path) -> Terminal:
    """A terminal at which one feed is followed already."""
    shutil.copytree(followed[0], tmp_path / "house")
    return Terminal(tmp_path / "house")


@pytest.fixture
def terminal(tmp_path: Path) -> Terminal:
    """A terminal at which nothing was done yet."""
    return Terminal(tmp_path)
