"""A refresh that is cut short: Ctrl C, a kill, a network that goes, a computer that sleeps. Nothing is half stored, and
the next refresh goes on."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterator

import pytest

from pkm_app.seek.model import Subscription
from pkm_app.seek.opmlwrite import write_opml
from tests.cli.conftest import FEED, ITEM
from tests.cli.terminal import Terminal
from tests.cli.test_process import _hear_interrupts
from tests.journeys.program import Program
from tests.servers.loopback import Answer, HangUp, Loopback, Seen, Talk, reply

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")

FEEDS, POSTS = 12, 5
QUICK = 6  # feeds that answer at once; the others wait for what the test does


@pytest.fixture
def server() -> Iterator[Loopback]:
    with Loopback() as one:
        yield one


@pytest.fixture
def program(terminal: Terminal, server: Loopback) -> Program:
    """A profile that follows twelve feeds and has fetched none."""
    terminal.folder.joinpath("mine.opml").write_bytes(write_opml(
        [Subscription(server.address(f"/{n}"), f"Feed {n}") for n in range(FEEDS)]))
    terminal.json("import", str(terminal.folder / "mine.opml"), "--allow-private")
    return Program(terminal.vault, terminal.data, terminal.folder)


def whole(n: int) -> bytes:
    items = "".join(ITEM.format(n=post).replace("blog.example", f"b{n}.example") for post in range(1, POSTS + 1))
    return FEED.format(home=f"https://b{n}.example/", items=items).replace("Over leren", f"Feed {n}").encode()


def serve_all(server: Loopback) -> None:
    for n in range(FEEDS):
        server.pages[f"/{n}"] = reply(whole(n), content_type="application/rss+xml")


def serve_half(server: Loopback, then: Answer) -> threading.Event:
    """Let the first feeds answer, the others do ``then``; give what is set once one of those was asked."""
    asked = threading.Event()

    def noted(talk: Talk, seen: Seen) -> None:
        asked.set()
        then(talk, seen)

    serve_all(server)
    for n in range(QUICK, FEEDS):
        server.pages[f"/{n}"] = noted
    return asked


def begin(program: Program) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "pkm_app", "refresh", "--json"], env=program.environment(), text=True,
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True,
        preexec_fn=_hear_interrupts)


def silent(talk: Talk, _seen: Seen) -> None:
    talk.until_hung_up()




def counts(program: Program) -> dict[str, int]:
    """How many articles each feed has, asked of the database itself."""
    path = next(program.data.rglob("pkm.db"))
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True, timeout=10) as db:
        assert db.execute("PRAGMA quick_check").fetchone()[0] == "ok"
        return dict(db.execute("SELECT f.feed_id, count(a.seq) FROM feeds AS f LEFT JOIN articles AS a USING (feed_id) "
                               "GROUP BY f.feed_id").fetchall())


def check_and_go_on(program: Program, server: Loopback) -> None:
    """Each feed is whole or as it was, with its words; the next refresh brings what is missing, once."""
    found = counts(program)
    assert len(found) == FEEDS
    assert set(found.values()) <= {0, POSTS}
    stored = sum(found.values())
    serve_all(server)
    program.json("refresh")
    assert set(counts(program).values()) == {POSTS}
    articles = program.json("articles", "--view", "all", "--limit", "200")
    assert len({article["article_id"] for article in articles}) == FEEDS * POSTS
    found_words = program.json("search", "conversations", "--in", "articles", "--limit", "200")["results"]
    assert len(found_words) == FEEDS * POSTS
    assert {feed["status"] for feed in program.json("feeds")} <= {"fine", "quiet"}
    assert stored <= FEEDS * POSTS


def test_ctrl_c_in_the_middle_of_a_refresh(program: Program, server: Loopback) -> None:
    asked = serve_half(server, silent)
    process = begin(program)
    assert asked.wait(60)
    os.killpg(process.pid, signal.SIGINT)
    out, err = process.communicate(timeout=60)
    assert (process.returncode, '"error"' in out) == (1, True)
    assert err.strip() == "Stopped. What was done until now is kept."
    check_and_go_on(program, server)


def test_a_kill_in_the_middle_of_a_refresh(program: Program, server: Loopback) -> None:
    asked = serve_half(server, silent)
    process = begin(program)
    assert asked.wait(60)
    os.killpg(process.pid, signal.SIGKILL)
    process.communicate(timeout=60)
    check_and_go_on(program, server)


def test_the_network_goes_in_the_middle_of_a_refresh(program: Program, server: Loopback) -> None:
    """Half an answer, then nothing: those feeds fail and say so, the others are whole."""
    def cut(talk: Talk, seen: Seen) -> None:
        body = whole(int(seen.path.strip("/")))
        talk.send(f"HTTP/1.1 200 OK\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body[: len(body) // 2])
        raise HangUp

    serve_half(server, cut)
    process = begin(program)
    process.communicate(timeout=60)
    assert process.returncode == 3
    assert sorted(counts(program).values()) == [0] * (FEEDS - QUICK) + [POSTS] * QUICK
    assert {feed["status"] for feed in program.json("feeds", "--ill")} == {"failed"}
    check_and_go_on(program, server)


def test_the_computer_sleeps_in_the_middle_of_a_refresh(program: Program, server: Loopback) -> None:
    """It stands still with connections open; when it wakes, the other sides have long hung up."""
    slept = threading.Event()

    def hung_up(talk: Talk, _seen: Seen) -> None:
        while not slept.is_set():
            talk.pause(0.02)
        raise HangUp

    asked = serve_half(server, hung_up)
    process = begin(program)
    assert asked.wait(60)
    os.killpg(process.pid, signal.SIGSTOP)
    slept.set()
    threading.Event().wait(1.5)  # that it stands still is what is tried, and a time is all there is to it
    os.killpg(process.pid, signal.SIGCONT)
    process.communicate(timeout=60)
    assert process.returncode == 3
    check_and_go_on(program, server)
