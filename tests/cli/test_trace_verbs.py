"""What left: one's own feed of it, and the way back from what one meets outside."""

from __future__ import annotations

from pathlib import Path

from tests.cli.terminal import Terminal


def test_an_empty_feed_is_said_to_be_empty(terminal: Terminal, tmp_path: Path) -> None:
    words = ("outgoing-feed", "-o", str(tmp_path / "feed.xml"), "--title", "Mine", "--author", "Me", "--address",
             "https://me.example/feed.xml", "--force")
    terminal.json("notes")
    assert "The feed is empty" in terminal.run(*words).err
    assert terminal.json(*words)["entries"] == 0
    record = terminal.vault / "shared" / "2026-11-20 Post.md"
    record.parent.mkdir()
    record.write_text("---\nid: 01shared0000000\ntype: shared\ntitle: Post\naudience: public\nfate: published\n"
                      "published_url: https://me.example/post\ncreated: 2026-11-20T10:00:00+01:00\n---\nWhat I say.\n",
                      encoding="utf-8")
    said = terminal.run(*words)
    assert said.err == ""
    assert "1 entry" in said.out
    assert "https://me.example/post" in terminal.run("trace", "https://me.example/post").out
    assert "Nothing here is called" in terminal.refused("trace", "words that never left from here")
