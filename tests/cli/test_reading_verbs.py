"""The verbs of reading, typed."""

from __future__ import annotations

import zipfile

from tests.cli.conftest import FEED
from tests.cli.terminal import Terminal
from tests.seek.test_pagetext import page, paragraphs
from tests.servers.loopback import Loopback, reply


def test_a_highlight_gets_another_colour_other_words_and_company(reader: Terminal) -> None:
    article = reader.json("articles")[0]["article_id"]
    one = reader.json("highlight", article, "social learning", "--comment", "Mine.")["highlight_id"]
    two = reader.json("highlight", article, "conversations")["highlight_id"]
    changed = reader.json("rehighlight", one, "--colour", "blue", "--words", "social learning is about")
    assert (changed["highlight_id"], changed["colour"]) == (one, "blue")
    assert changed["exact"] == "social learning is about"
    joined = reader.json("rehighlight", two, "--join", one)
    assert (joined["highlight_id"], joined["comment"]) == (one, "Mine.")
    assert joined["exact"] == "social learning is about conversations"
    assert [row["highlight_id"] for row in reader.json("highlights")] == [one]


def test_what_cannot_be_changed_is_said(reader: Terminal) -> None:
    article = reader.json("articles")[0]["article_id"]
    one = reader.json("highlight", article, "social learning")["highlight_id"]
    assert "--colour" in reader.refused("rehighlight", one)
    assert "black" in reader.refused("rehighlight", one, "--colour", "black")
    assert "not in" in reader.refused("rehighlight", one, "--words", "nowhere at all")
    assert reader.json("highlights")[0]["exact"] == "social learning"


def test_the_road_fetches_later_whole_names_what_failed_and_writes_a_book(terminal: Terminal) -> None:
    with Loopback() as server:
        item = ("<item><guid>{n}</guid><title>Post {n}</title><link>{link}</link>"
                "<description>Kort …</description></item>")
        items = "".join(item.format(n=n, link=server.address(f"/{n}")) for n in (1, 2))
        server.pages["/feed"] = reply(FEED.format(home=server.address("/"), items=items).encode(),
                                      content_type="application/rss+xml")
        server.pages["/1"] = reply(page(paragraphs()), content_type="text/html; charset=utf-8")
        terminal.json("follow", server.address("/feed"))
        names = [row["article_id"] for row in terminal.json("articles")]
        terminal.json("later", *names)
        file = terminal.folder / "later.epub"
        packed = terminal.json("road", "-o", str(file), "--lang", "nl", code=3)
    assert (packed["articles"], packed["whole"]) == (2, 1)
    assert [one["title"] for one in packed["failed"]] == ["Post 2"]
    assert packed["failed"][0]["reason"]
    with zipfile.ZipFile(file) as book:
        assert packed["bytes"] == file.stat().st_size
        text = "".join(book.read(name).decode() for name in book.namelist() if name.endswith(".xhtml"))
    assert "Sociaal leren" in text
    assert "Voor onderweg" in text
    assert "--force" in terminal.refused("road", "-o", str(file))
