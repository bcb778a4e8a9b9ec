"""The same PKM folder with an empty data folder on a new laptop: all as before, nothing old is new, only passwords are
asked; and two laptops that chose while apart agree afterwards."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.cli.conftest import FEED, ITEM
from tests.cli.terminal import Terminal
from tests.servers.loopback import Loopback, reply

COPY = ".sync-conflict-20261126-090000-ABCDEFG"


def laptop(folder: Path, vault: Path) -> Terminal:
    """A machine of its own: its data folder, its keyring, and this PKM folder."""
    folder.mkdir()
    return Terminal(folder, {"PKM_VAULT": str(vault)})


def test_all_is_as_before_and_only_passwords_are_asked(tmp_path: Path) -> None:
    vault = tmp_path / "PKM"
    with Loopback() as server:
        items = "".join(ITEM.format(n=n) for n in range(1, 6))
        server.pages["/feed"] = reply(FEED.format(home=server.address("/"), items=items).encode(),
                                      content_type="application/rss+xml")
        old = laptop(tmp_path / "old", vault)
        old.run("follow", server.address("/feed"), "--folder", "Blogs", "--why", "Because")
        ids = [row["article_id"] for row in old.json("articles", "--view", "all")]
        old.run("read", ids[0], ids[1])
        old.run("keep", ids[1])
        old.run("later", ids[2])
        old.run("done", ids[3])
        made = old.json("highlight", ids[0], "social learning is about conversations", "--comment", "Yes.",
                        "--colour", "green")
        old.json("note", "Mine", "--tag", "leren", "--quote", made["highlight_id"], stdin="Own words.")
        old.run("outlet", "add", "blog", "--kind", "wordpress", "--address", "https://blog.example", "--user", "ann",
                "--audience", "public", stdin="a password of many words\n", code=None)
        old.run("saved", "add", "Over leren", "--search", "leren", "--unread")
        old.run("mute", "add", "voetbal")
        before = {verb: old.json(*verb) for verb in (
            ("articles", "--view", "all"), ("articles", "--view", "kept"), ("articles", "--view", "later"),
            ("articles",), ("highlights",), ("notes",), ("outlet", "list"),
            ("saved", "list"), ("mute", "list"), ("tag", "list"))}
        files = {path: path.read_bytes() for path in vault.rglob("*") if path.is_file()}

        new = laptop(tmp_path / "new", vault)
        new.run("refresh")
        for verb, rows in before.items():
            assert new.json(*verb) == rows, verb
        feeds = new.json("feeds")
        assert [(row["title"], row["folder"], row["why"]) for row in feeds] == [("Over leren", "Blogs", "Because")]
        assert feeds[0]["unread"] == old.json("feeds")[0]["unread"]
        assert {path: path.read_bytes() for path in vault.rglob("*") if path.is_file()} == files
        secrets = (tmp_path / "old" / "keyring.json")
        assert not secrets.exists() or "password of many words" not in "".join(
            data.decode("utf-8", "replace") for data in files.values())
        assert not (tmp_path / "new" / "keyring.json").exists()


def test_what_the_feed_no_longer_has_and_what_was_captured_comes_back(tmp_path: Path) -> None:
    vault = tmp_path / "PKM"
    page = (b"<html><title>A page</title><body><article><p>" + b"Words that were captured on a page. " * 20
            + b"</p></article>")
    with Loopback() as server:
        def feed(*numbers: int) -> None:
            items = "".join(ITEM.format(n=n) for n in numbers)
            server.pages["/feed"] = reply(FEED.format(home=server.address("/"), items=items).encode(),
                                          content_type="application/rss+xml")

        feed(1, 2, 3)
        server.pages["/page"] = reply(page, content_type="text/html")
        old = laptop(tmp_path / "old", vault)
        old.run("follow", server.address("/feed"))
        ids = {row["title"]: row["article_id"] for row in old.json("articles", "--view", "all")}
        old.run("keep", ids["Post 1"])
        old.run("later", ids["Post 2"])
        captured = old.json("capture", server.address("/page"))["article_id"]
        old.run("read", captured)
        file = tmp_path / "letter.txt.html"
        file.write_bytes(page.replace(b"A page", b"A letter"))
        letter = old.json("capture", str(file))["article_id"]
        old.run("keep", letter)
        feed(3)

        new = laptop(tmp_path / "new", vault)
        new.run("refresh")
        for view in ("kept", "later"):
            assert _titles(new, view) == _titles(old, view)
        rows = {row["title"]: row for row in new.json("articles", "--view", "all")}
        assert rows["A page"]["read"] is True
        assert rows["A page"]["article_id"] == captured
        assert "Words that were captured" in new.json("show", captured)["text"]
        assert "social learning" in new.json("show", rows["Post 1"]["article_id"])["text"]
        assert len(new.json("articles", "--view", "all")) == len(rows) == 5
        new.run("refresh", "--force")
        assert len(new.json("articles", "--view", "all")) == 5


def _titles(machine: Terminal, view: str) -> set[str]:
    return {row["title"] for row in machine.json("articles", "--view", view)}


def test_two_laptops_apart_agree_afterwards(tmp_path: Path) -> None:
    with Loopback() as server:
        items = "".join(ITEM.format(n=n) for n in range(1, 6))
        server.pages["/feed"] = reply(FEED.format(home=server.address("/"), items=items).encode(),
                                      content_type="application/rss+xml")
        one = laptop(tmp_path / "one", tmp_path / "PKM one")
        one.run("follow", server.address("/feed"))
        shutil.copytree(tmp_path / "PKM one", tmp_path / "PKM two")
        two = laptop(tmp_path / "two", tmp_path / "PKM two")
        two.run("refresh")
        ids = [row["article_id"] for row in one.json("articles", "--view", "all")]
        one.run("read", ids[0])
        one.run("later", ids[1])
        one.run("mute", "add", "voetbal")
        two.run("mute", "add", "sport")
        one.run("saved", "add", "A", "--search", "a")
        two.run("saved", "add", "B", "--search", "b")
        two.run("keep", ids[2])
        two.run("unread", ids[0])  # later than the other, so this is the last word
        _carry(tmp_path / "PKM one", tmp_path / "PKM two")
        for machine in (one, two):
            rows = {row["article_id"]: row for row in machine.json("articles", "--view", "all")}
            assert rows[ids[0]]["read"] is False
            assert rows[ids[1]]["later"] is True
            assert rows[ids[2]]["kept"] is True
            assert {row["name"] for row in machine.json("saved", "list")} == {"A", "B"}
            assert sorted(str(row) for row in machine.json("mute", "list")) == sorted(
                str(row) for row in one.json("mute", "list"))
            assert len(machine.json("mute", "list")) == 2
        for machine in ("PKM one", "PKM two"):
            names = [path.relative_to(tmp_path).as_posix() for path in (tmp_path / machine).rglob("*conflict*")]
            assert not [name for name in names if ".trash" not in name]


def _carry(one: Path, two: Path) -> None:
    """Do what a synchroniser does: new files go across; of two versions the later one stays, the other beside it."""
    both = {path.relative_to(folder).as_posix() for folder in (one, two) for path in folder.rglob("*")
            if path.is_file()}
    for name in sorted(both):
        here, there = one / name, two / name
        if here.exists() and there.exists() and here.read_bytes() != there.read_bytes():
            older, newer = sorted((here, there), key=lambda path: path.stat().st_mtime_ns)
            lost = older.read_bytes()
            shutil.copy2(newer, older)
            for path in (here, there):
                path.with_name(f"{path.stem}{COPY}{path.suffix}").write_bytes(lost)
        for source, target in ((here, there), (there, here)):
            if source.exists() and not target.exists():
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copy2(source, target)


def test_what_was_imported_from_elsewhere_is_not_new_on_another_machine(tmp_path: Path) -> None:
    vault = tmp_path / "PKM"
    old = laptop(tmp_path / "old", vault)
    rows = "".join(f"Page {n},https://a.example/{n},17000000{n:02},,archive\n" for n in range(30))
    (tmp_path / "pocket.csv").write_text("title,url,time_added,tags,status\n" + rows, encoding="utf-8")
    (tmp_path / "readwise.csv").write_text(
        "Highlight,Book Title,Book Author\nWords to keep,A book,Ann\n", encoding="utf-8")
    for name in ("pocket.csv", "readwise.csv"):
        old.run("import", str(tmp_path / name))
    new = laptop(tmp_path / "new", vault)
    for machine in (old, new):
        assert machine.json("articles", "--view", "all") == []
        assert machine.json("highlights")[0]["exact"] == "Words to keep"
    page = next(path for path in (vault / "sources").iterdir() if "Page 7" in path.name)
    assert new.json("show", f"sources/{page.name}")["title"] == "Page 7"
