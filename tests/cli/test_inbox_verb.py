"""The inbox from the command line: every verb takes in what lies there, ``pkm inbox`` says what stays."""

from __future__ import annotations

import os

from tests.cli.terminal import Terminal
from tests.flow.capture_desk import POST
from tests.seek.files import encrypted_pdf, pdf
from tests.servers.loopback import Loopback, reply


def lay(terminal: Terminal, name: str, data: bytes) -> None:
    path = terminal.vault / "inbox" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    os.utime(path, (1_700_000_000, 1_700_000_000))


def test_any_verb_takes_in_and_says_what_stays_once(terminal: Terminal) -> None:
    lay(terminal, "report.pdf", pdf("Words of it.", title="The report"))
    lay(terminal, "locked.pdf", encrypted_pdf())
    first = terminal.run("articles")
    assert "The report" in first.out
    assert "“locked.pdf” is encrypted" in first.err
    assert terminal.run("articles").err == ""
    assert os.listdir(terminal.vault / "inbox") == ["locked.pdf"]
    said = terminal.json("inbox", code=1)
    assert said["taken"] == []
    assert [one["name"] for one in said["left"]] == ["locked.pdf"]
    lay(terminal, "thought.txt", b"A thought")
    assert [one["title"] for one in terminal.json("inbox", code=3)["taken"]] == ["A thought"]
    (terminal.vault / "inbox/locked.pdf").unlink()
    assert terminal.run("inbox").out.strip() == "The inbox is empty."


def test_an_empty_file_is_named(terminal: Terminal) -> None:
    lay(terminal, "photo.pdf", b"")
    assert "“photo.pdf” is empty" in terminal.run("articles").err
    assert terminal.run("articles").err == "", "said once"
    assert "Stays: photo.pdf: “photo.pdf” is empty" in terminal.run("inbox", code=1).out
    os.utime(terminal.vault / "inbox/photo.pdf")  # just now: a synchroniser may still be bringing it
    assert terminal.run("articles").err == ""
    assert [one["name"] for one in terminal.json("inbox", code=1)["left"]] == ["photo.pdf"]
    assert os.listdir(terminal.vault / "inbox") == ["photo.pdf"]


def test_no_private_address_from_the_inbox_is_asked(terminal: Terminal) -> None:
    with Loopback() as server:
        server.pages["/post"] = reply(POST, content_type="text/html")
        lay(terminal, "a.url", b"[InternetShortcut]\nURL=" + server.address("/post").encode())
        left = terminal.json("inbox", code=1)["left"]
        assert server.seen == []
    assert "a.url" in left[0]["name"]
    assert terminal.json("articles") == []


def test_a_page_with_little_text_keeps_it(terminal: Terminal) -> None:
    lay(terminal, "sub.html", b"<html><head><title>Sub</title></head><body><p>Ask Jan.</p></body></html>")
    lay(terminal, "links.html", b"<title>Links</title><body><ul><li><a href='https://a.example/'>One blog</a></ul>")
    told = terminal.run("articles", "--view", "all")
    assert told.err == ""
    for title, words in (("Sub", "Ask Jan."), ("Links", "One blog")):
        article = next(row for row in terminal.json("articles", "--view", "all") if row["title"] == title)
        assert terminal.json("highlight", article["article_id"], words)["highlight_id"]


def test_a_page_without_any_text_is_taken_in_and_that_is_said(terminal: Terminal) -> None:
    lay(terminal, "empty.html", b"<html><head><title>Nothing</title></head><body><script>x()</script></body></html>")
    told = terminal.run("articles", "--view", "all")
    assert "stays in the inbox" not in told.err
    assert "“empty.html” was taken in" in told.err
    assert not os.listdir(terminal.vault / "inbox")
