"""What goes wrong outside is told in one sentence, with exit 1, and loses nothing."""

from __future__ import annotations

import os
import subprocess
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from tests.journeys.program import Program

FEED = b"""<?xml version="1.0"?><rss version="2.0"><channel><title>Good</title><link>http://127.0.0.1/</link>
<item><guid>1</guid><title>One</title><link>http://127.0.0.1/1</link><description>Words to keep.</description></item>
</channel></rss>"""


class Site(BaseHTTPRequestHandler):
    """A site for each way to disappoint."""

    stop = threading.Event()

    def log_message(self, *_args: object) -> None:
        """Say nothing."""

    def do_GET(self) -> None:
        if self.path == "/good.xml":
            self._answer(FEED, "application/rss+xml")
        elif self.path == "/plain":
            self._answer(b"<html><title>No feed here</title><p>Hello</p></html>", "text/html")
        elif self.path == "/broken.xml":
            self._answer(b"this says it is XML, and is not", "application/rss+xml")
        elif self.path == "/huge.xml":
            self._huge()
        elif self.path == "/silent":
            self.stop.wait(60)
        else:
            self.send_error(404)

    def _answer(self, body: bytes, kind: str) -> None:
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def _huge(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "application/rss+xml")
        self.end_headers()
        try:
            self.wfile.write(b"<rss><channel>")
            for _ in range(50):
                self.wfile.write(b"<item><title>" + b"x" * (1024 * 1024 - 30) + b"</title></item>\n")
        except OSError:
            pass  # the program hung up, which is what it should do


@pytest.fixture
def site() -> Iterator[str]:
    Site.stop.clear()
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    Site.stop.set()
    server.shutdown()
    server.server_close()
    thread.join()


def one_sentence(done: subprocess.CompletedProcess[str]) -> str:
    lines = [line for line in done.stderr.splitlines() if line.strip()]
    assert len(lines) == 1, done.stderr
    assert done.stdout == ""
    return lines[0]


@pytest.mark.parametrize(("path", "told"), [
    ("/plain", "feed"), ("/broken.xml", "feed"), ("/huge.xml", "MB"), ("/nowhere", "404"),
])
def test_an_address_that_disappoints(program: Program, site: str, path: str, told: str) -> None:
    program.json("follow", f"{site}/good.xml")
    assert told in one_sentence(program.run("follow", site + path, code=1))
    assert [feed["title"] for feed in program.json("feeds")] == ["Good"]


def test_no_site_at_all(program: Program) -> None:
    sentence = one_sentence(program.run("follow", "http://127.0.0.1:9/", code=1))
    assert "127.0.0.1" in sentence


def test_no_address_at_all(program: Program) -> None:
    one_sentence(program.run("follow", "just some words", code=1))


@pytest.mark.slow
def test_a_server_that_never_answers(program: Program, site: str) -> None:
    assert "30" in one_sentence(program.run("follow", f"{site}/silent", code=1, seconds=100))


def test_a_feed_that_falls_ill_harms_no_other(program: Program, site: str) -> None:
    opml = program.home / "in.opml"
    opml.write_text(f'<opml version="2.0"><body><outline type="rss" text="Ill" xmlUrl="{site}/broken.xml"/>'
                    f'<outline type="rss" text="Good" xmlUrl="{site}/good.xml"/></body></opml>', encoding="utf-8")
    program.run("import", str(opml), "--allow-private")
    done = program.run("refresh", "--force", code=3)
    assert done.stderr.startswith("Ill: ")
    assert "feed" in done.stderr
    assert {feed["title"]: feed["status"] for feed in program.json("feeds")}["Good"] == "fine"


def test_a_folder_that_cannot_be_written(program: Program, tmp_path: Path) -> None:
    blocked = tmp_path / "file-not-folder"
    blocked.write_text("I am a file")
    sentence = one_sentence(program.run("note", "Lost?", "--vault", str(blocked), stdin="words", code=1))
    assert "file-not-folder" in sentence
    assert blocked.read_text() == "I am a file"


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    place = tmp_path / "small"
    place.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", str(place)],
                             capture_output=True, check=False)
    if mounted.returncode:
        if os.environ.get("PKM_REQUIRE_SERVERS"):
            pytest.fail("a small disk could not be mounted")
        pytest.skip("only root can mount a small disk")
    yield place
    subprocess.run(["umount", str(place)], check=True)


def test_a_full_disk_loses_nothing(program: Program, small_disk: Path) -> None:
    vault = str(small_disk)
    kept = program.json("note", "Kept", "--vault", vault, stdin="These words stay.\n")
    before = (small_disk / kept["path"]).read_bytes()
    sentence = one_sentence(program.run("note", "Too much", "--vault", vault, stdin="x" * 400_000, code=1))
    assert "full" in sentence or "space" in sentence
    assert (small_disk / kept["path"]).read_bytes() == before
    assert sorted(p.name for p in (small_disk / "notes").iterdir()) == ["Kept.md"]
    program.json("note", "Room again", "--vault", vault, stdin="Fits.\n")


def test_bad_usage_is_two(program: Program) -> None:
    program.run("articles", "--view", "nonsense", code=2)
    program.run("nonsense", code=2)


def test_json_stays_json_when_it_fails(program: Program) -> None:
    answer = program.json("show", "nothing", code=1)
    assert list(answer) == ["error"]
