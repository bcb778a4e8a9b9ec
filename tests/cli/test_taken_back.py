"""What one command marked, another takes back."""

from __future__ import annotations

from tests.cli.conftest import FEED, ITEM
from tests.cli.terminal import Terminal
from tests.cli.test_triage_verbs import titles
from tests.servers.loopback import Loopback, reply


def test_marks_are_taken_away_again(reader: Terminal) -> None:
    article = reader.json("articles")[0]["article_id"]
    for verb, view in (("later", "later"), ("keep", "kept")):
        reader.run(verb, article)
        assert len(titles(reader, "--view", view)) == 1
        reader.run(verb, article, "--off")
        assert titles(reader, "--view", view) == []
    reader.run("done", article)
    assert "Post 5" not in titles(reader)
    reader.run("done", article, "--off")
    assert "Post 5" in titles(reader)
    assert "sources/Julian Stodd - Post 5.md" in reader.files()


def test_a_list_marked_as_read_is_undone_and_done_again(reader: Terminal) -> None:
    reader.run("read", reader.json("articles")[0]["article_id"])
    assert "no change" in reader.refused("undo")
    reader.run("read-all")
    assert titles(reader, "--unread") == []
    assert [row["plan_id"] for row in reader.json("undo", "--list")] == ["read-all"]
    assert reader.json("undo")["articles"] == 4
    assert titles(reader, "--unread") == ["Post 4", "Post 3", "Post 2", "Post 1"], "what was read before stays read"
    assert reader.json("undo")["articles"] == 4
    assert titles(reader, "--unread") == []
    reader.run("read-all")  # nothing more to mark: what was marked can be taken back still
    assert reader.json("undo", "read-all")["articles"] == 4


def test_undo_takes_back_what_happened_last(reader: Terminal) -> None:
    reader.run("read-all")
    reader.run("note", "One", stdin="Words.")
    reader.run("rename", "notes/One.md", "Two")
    (plan, ) = [row for row in reader.json("undo", "--list") if row["plan_id"] != "read-all"]
    assert plan["what"]
    assert reader.json("undo", plan["plan_id"])["path"] == "notes/One.md"
    assert reader.json("undo", "read-all")["articles"] == 5
    assert len(titles(reader, "--unread")) == 5


def test_the_list_of_subscriptions_is_written_over_when_asked(reader: Terminal) -> None:
    file = str(reader.folder / "out.opml")
    reader.run("opml", file)
    assert "--force" in reader.refused("opml", file)
    reader.run("opml", file, "--force")


def test_a_quiet_source_shows_no_count(reader: Terminal) -> None:
    assert reader.json("feeds")[0]["quiet"] is False
    assert "   5  Over leren" in reader.run("feeds").out
    reader.run("organise", "Over leren", "--quiet-source")
    assert reader.json("feeds")[0]["quiet"] is True
    assert "   -  Over leren" in reader.run("feeds").out


def test_pictures_are_allowed_for_one_source(reader: Terminal) -> None:
    assert reader.json("organise", "Over leren", "--counted")["pictures"] is False
    assert reader.json("organise", "Over leren", "--pictures")["pictures"] is True
    assert "with pictures" in reader.run("organise", "Over leren", "--counted").out
    assert reader.json("organise", "Over leren", "--no-pictures")["pictures"] is False
    reader.run("road", "--pictures", "all", code=None)
    assert "all sources" in reader.refused("organise", "Over leren", "--no-pictures")


def test_each_version_that_was_highlighted_is_reached(terminal: Terminal) -> None:
    with Loopback() as server:
        def say(words: str) -> None:
            items = ITEM.format(n=1).replace("Post 1 says", words)
            server.pages["/feed"] = reply(FEED.format(home=server.address("/"), items=items).encode(),
                                          content_type="application/rss+xml")
            if terminal.json("feeds"):
                terminal.json("refresh", "--force")
            else:
                terminal.json("follow", server.address("/feed"))

        for words, marked in (("The first text says", "social learning"), ("The second text says", "conversations"),
                              ("The third text says", "The third")):
            say(words)
            article = terminal.json("articles")[0]["article_id"]
            terminal.json("highlight", article, marked)
    rows = terminal.json("show", article, "--versions")
    assert [(row["version"], row["as_now"]) for row in rows] == [(1, True), (2, False), (3, False)]
    assert terminal.json("show", article)["text"].startswith("The third")
    assert terminal.json("show", article, "--highlighted")["text"].startswith("The second"), "today's text is no other"
    assert terminal.json("show", article, "--number", "3")["text"].startswith("The first")
    assert "as it is now" in terminal.run("show", article, "--versions").out
    assert "3 versions" in terminal.refused("show", article, "--number", "4")
    terminal.run("show", article, "--full", "--versions", code=2)
