"""``pkm check --mend``: findings that can be put right in more than one way."""

from __future__ import annotations

import re
from pathlib import Path

from tests.cli.conftest import FEED, ITEM
from tests.cli.terminal import Terminal
from tests.servers.loopback import Loopback, reply

SENTENCE = "Post 1 says that social learning is about conversations."


def draft(terminal: Terminal, quotation: str) -> Path:
    path = terminal.vault / terminal.json("draft", "--title", "What grows")["path"]
    head = path.read_text(encoding="utf-8").rpartition("---\n")[0]
    path.write_text(f"{head}---\n{quotation}\n\nWhat I think of it.\n", encoding="utf-8")
    return path


def test_words_that_changed_in_their_source_are_kept_with_the_day_or_quoted_anew(terminal: Terminal) -> None:
    with Loopback() as server:
        post = FEED.format(home=server.address("/"), items=ITEM.format(n=1))
        server.pages["/feed"] = reply(post.encode(), content_type="application/rss+xml")
        terminal.json("follow", server.address("/feed"))
        article = terminal.json("articles")[0]["article_id"]
        marked = terminal.json("highlight", article, SENTENCE)["highlight_id"]
        note = terminal.json("note", "Mine", "--quote", marked, stdin="")
        quoted = (terminal.vault / note["path"]).read_text(encoding="utf-8").rpartition("---\n")[2].strip()
        path = draft(terminal, quoted)
        assert "changed since" not in terminal.run("check", str(path), code=None).out
        server.pages["/feed"] = reply(post.replace("is about conversations", "is about doing things together").encode(),
                                      content_type="application/rss+xml")
        terminal.json("refresh", "--force")
    said = terminal.run("check", str(path), code=None).out
    assert "There stands now: “" in said
    assert "(--mend stale or --mend stale:newer)" in said
    before = path.read_bytes()
    assert "Mended: 1" in terminal.run("check", str(path), "--mend", "stale", code=None).err
    assert re.search(r", as read on \d{1,2} [A-Z][a-z]+ 20\d\d\n", path.read_text(encoding="utf-8"))
    path.write_bytes(before)
    assert "Mended: 1" in terminal.run("check", str(path), "--mend", "stale:newer", code=None).err
    assert "is about doing things together" in path.read_text(encoding="utf-8")
    assert "changed since" not in terminal.run("check", str(path), code=None).out


def test_a_credit_gets_the_author_that_the_recommended_sources_know(terminal: Terminal) -> None:
    terminal.json("notes")
    page = terminal.vault / "sources" / "A post.md"
    page.parent.mkdir(exist_ok=True)
    page.write_text("---\ntype: source\nkind: page\ntitle: A post\nurl: https://joitskehulsebosch.blogspot.com/2009/x.html\n"
                    "---\n", encoding="utf-8")
    path = draft(terminal, "> so it is\n>\n> — [[A post|A post]]")
    shown = terminal.run("check", str(path), code=None).out
    assert "It is from Joitske Hulsebosch." in shown
    assert "(--mend author or --mend author:author-unknown)" in shown
    terminal.run("check", str(path), "--mend", "author", code=None)
    assert "> — [[A post|Joitske Hulsebosch, A post]]\n" in path.read_text(encoding="utf-8")
