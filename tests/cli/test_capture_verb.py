"""``pkm capture``: pages, files, passages and thoughts, as they are typed."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.cli.conftest import FEED
from tests.cli.terminal import Terminal
from tests.flow.capture_desk import POST
from tests.seek.files import encrypted_pdf, pdf
from tests.servers.loopback import Loopback, reply


def test_a_page_is_captured_highlighted_and_shown(terminal: Terminal) -> None:
    with Loopback() as server:
        server.pages["/post"] = reply(POST, content_type="text/html")
        done = terminal.json("capture", server.address("/post"), "--title", "Mine", "--via", "Karin Bos")
    assert (done["kind"], done["title"], done["known"]) == ("page", "Mine", False)
    assert [row["article_id"] for row in terminal.json("articles")] == [done["article_id"]]
    found = terminal.refused("highlight", done["source_id"], "conversations")
    assert "stand in 6 places" in found
    assert "surround" in terminal.run("show", done["article_id"]).out


def test_standard_input_is_a_thought_or_a_passage(terminal: Terminal) -> None:
    note = terminal.json("capture", "-", "--title", "On the train", stdin="What I thought.\n")
    assert set(note) == {"note_id", "path", "title"}
    assert (terminal.vault / note["path"]).read_text(encoding="utf-8").endswith("---\nWhat I thought.\n")
    book = terminal.json("capture", "-", "--kind", "book", "--title", "A book", "--page", "73", stdin="Its words.")
    assert terminal.json("highlights")[0]["highlight_id"] == book["highlight_id"]
    more = terminal.json("capture", book["source_id"], "--words", "More of it", "--page", "80")
    assert (more["path"], more["known"]) == (book["path"], True)


def test_a_file_is_captured_once_and_highlighted_on_its_page(terminal: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "report.pdf"
    file.write_bytes(pdf("One.", "Two words here.", title="The report"))
    done = terminal.json("capture", str(file))
    assert (done["kind"], done["title"]) == ("pdf", "The report")
    assert terminal.json("capture", str(file))["known"] is True
    made = terminal.json("highlight", done["path"], "Two words")
    assert "> Two words\n>\n> p. 2" in (terminal.vault / made["source_path"]).read_text(encoding="utf-8")
    assert (terminal.vault / "attachments/report.pdf").read_bytes() == file.read_bytes()
    assert terminal.json("highlights", done["source_id"])[0]["anchor"] == "exact"


def test_what_cannot_be_captured_says_so_in_one_sentence(terminal: Terminal, tmp_path: Path) -> None:
    locked = tmp_path / "locked.pdf"
    locked.write_bytes(encrypted_pdf())
    for arguments, sentence in (
        ((str(locked),), "is encrypted"), ((str(tmp_path),), "is a folder"), (("-",), "no words came in"),
        (("not an address",), "There is no web address"), (("file:///etc/passwd",), "only http and https"),
        (("-", "--kind", "book", "--words", "x"), "needs a title"),
        (("-", "--kind", "book", "--title", "T", "--words", "x", "--page", "the first"), "is no place"),
    ):
        assert sentence in terminal.refused("capture", *arguments)
    assert "not both" in terminal.run("capture", "-", "--page", "1", "--at", "1:00", code=2).err
    assert not (terminal.vault / "sources").exists()


def test_an_episode_that_came_by_feed_is_credited_with_its_time(terminal: Terminal) -> None:
    item = ("<item><guid>{0}</guid><title>Episode {0}</title><link>https://pod.example/{0}</link>"
            "<description>About learning.</description></item>")
    with Loopback() as server:
        server.pages["/feed"] = reply(FEED.format(home=server.address("/"), items=item.format("one.mp3") +
                                                  item.format("two")).encode(), content_type="application/rss+xml")
        terminal.json("follow", server.address("/feed"))
    for name, opens in (("one.mp3", "one.mp3#t=200"), ("two", "two")):
        done = terminal.json("capture", f"https://pod.example/{name}", "--at", "3:20", "--words", "Learning is work.")
        assert done["kind"] == "podcast"
        draft = terminal.json("draft", "--title", name, "--from", done["highlight_id"])["draft_id"]
        file = terminal.folder / f"{name}.md"
        terminal.run("export", draft, "--format", "markdown", "-o", str(file))
        assert f"3:20](<https://pod.example/{opens}>)" in file.read_text(encoding="utf-8")
    assert "no time" in terminal.refused("capture", "https://pod.example/two", "--at", "99:99", "--words", "x")


def test_a_source_from_another_device_or_of_a_lost_database_is_read_again(terminal: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "report.pdf"
    file.write_bytes(pdf("One.", "Two words here.", title="The report"))
    done = terminal.json("capture", str(file), "--words", "Two words")
    terminal.json("later", done["article_id"])
    shutil.rmtree(terminal.data)
    assert [row["article_id"] for row in terminal.json("articles", "--view", "later")] == [done["article_id"]]
    assert "Two words here." in terminal.run("show", done["source_id"]).out
    assert terminal.json("highlights", done["path"])[0]["anchor"] == "exact"
    assert terminal.json("capture", str(file))["known"] is True
