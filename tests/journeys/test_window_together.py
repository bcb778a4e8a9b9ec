"""Several programs on one profile at once: windows, verbs, and one that ends badly."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pkm_app.app import open_app
from pkm_app.app.window import open_shell
from pkm_app.content.vaultfile import parse_vault_file
from tests.journeys.program import Program
from tests.journeys.window_end import take_away

pytestmark = [pytest.mark.window, pytest.mark.slow]
_PATIENCE = 60  # seconds


def wait_until(done: Callable[[], bool], what: str) -> None:
    end, pause = time.monotonic() + _PATIENCE, threading.Event()
    while not done():
        assert time.monotonic() < end, what
        pause.wait(0.05)


def holder(program: Program) -> int:
    """Return the process that is the window of this profile, 0 for none."""
    lock = program.data / "data" / "window.lock"
    try:
        words = lock.read_text().split()  # Qt writes its process first
    except FileNotFoundError:
        return 0
    return int(words[0]) if words else 0


@pytest.fixture
def windows(program: Program) -> Iterator[Callable[[], subprocess.Popen[str]]]:
    """Starts windows as processes of their own and ends them."""
    started: list[subprocess.Popen[str]] = []

    def start() -> subprocess.Popen[str]:
        process = program.start()
        started.append(process)
        wait_until(lambda: holder(program) == process.pid or process.poll() is not None, "no window came up")
        return process

    yield start
    for process in started:
        if process.poll() is None:
            process.kill()
        process.communicate()


def test_a_second_window_raises_the_first_and_ends_well(
        qtbot: QtBot, qapp: QApplication, program: Program) -> None:
    with open_app(str(program.vault), str(program.data)) as app, open_shell(app) as opened:
        assert opened is not None
        shell = opened.shell
        shell.showMinimized()
        assert shell.isMinimized()
        second = program.start()
        qtbot.waitUntil(lambda: second.poll() is not None, timeout=_PATIENCE * 1000)
        out, err = second.communicate()
        assert (second.returncode, out, err) == (0, "", "")
        qtbot.waitUntil(lambda: not shell.isMinimized())
        assert shell.isVisible()
        take_away(shell)


def test_a_window_that_was_killed_blocks_no_other(
        program: Program, windows: Callable[[], subprocess.Popen[str]]) -> None:
    first = windows()
    first.send_signal(signal.SIGKILL)
    first.wait()
    assert (program.data / "data" / "window.lock").exists(), "it had no time to tidy up"
    second = windows()
    assert second.poll() is None
    assert holder(program) == second.pid


class Feeds(BaseHTTPRequestHandler):
    """Three feeds of forty posts; each takes its time."""

    def log_message(self, *_args: object) -> None:
        """Say nothing."""

    def do_GET(self) -> None:
        threading.Event().wait(0.3)
        name = self.path.strip("/").removesuffix(".xml")
        items = "".join(
            f"<item><guid>{name}-{n}</guid><title>{name} {n}</title><link>http://127.0.0.1/{name}/{n}</link>"
            f"<description>Kennisdeling in {name}, nummer {n}: een zin om te bewaren.</description></item>"
            for n in range(40))
        body = (f'<?xml version="1.0"?><rss version="2.0"><channel><title>{name}</title>'
                f"<link>http://127.0.0.1/</link>{items}</channel></rss>").encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/rss+xml")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@pytest.fixture
def feeds() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Feeds)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


def test_ten_verbs_at_once_beside_a_window(
        program: Program, feeds: str, windows: Callable[[], subprocess.Popen[str]]) -> None:
    for name in ("tuinen", "bruggen", "gidsen"):
        program.json("follow", f"{feeds}/{name}.xml")
    articles = {a["title"]: a["article_id"] for a in program.json("articles", "--limit", "200")}
    assert len(articles) == 120
    base = program.json("note", "Basis", stdin="Waar het concept op rust.")
    window = windows()
    refresh = program.start("refresh", "--force", "--json")
    verbs = [
        ["note", "Eerste steen", "--json"], ["note", "Tweede steen", "--json"], ["note", "Derde steen", "--json"],
        ["highlight", articles["tuinen 7"], "nummer 7", "--json"], ["search", "kennisdeling", "--json"],
        ["articles", "--json"], ["keep", articles["bruggen 3"], "--json"],
        ["draft", "--from", base["note_id"], "--title", "Steen op steen", "--json"],
        ["refresh", "--force", "--json"], ["feeds", "--json"],
    ]
    running = [program.start(*verb) for verb in verbs]
    for verb, process in [*zip(verbs, running, strict=True), (["refresh"], refresh)]:
        out, err = process.communicate(timeout=_PATIENCE * 2)
        assert process.returncode == 0, f"{verb}: {err}"
        json.loads(out)
    assert window.poll() is None

    nothing_harmed(program)
    for query, kind, count in (("steen", "note", 3), ("nummer 7", "highlight", 1), ("steen", "draft", 1),
                               ("bruggen", "source", 1), ("kennisdeling", "article", 40)):
        hits = program.json("search", query, "--limit", "200")["results"]
        found = [hit for hit in hits if hit["kind"] == kind]
        assert len(found) >= count, f"{query}: {[(hit['kind'], hit['title']) for hit in hits]}"
    assert "bruggen 3" in [a["title"] for a in program.json("articles", "--view", "kept")]

    window.send_signal(signal.SIGKILL)
    window.wait()
    again = windows()
    wait_until(lambda: again.poll() is None and holder(program) == again.pid, "it did not start again")
    nothing_harmed(program)


def nothing_harmed(program: Program) -> None:
    """Every database is sound, every file of the vault is whole, and no half-written file lies about."""
    for file in (program.data / "data").rglob("*.db"):
        with sqlite3.connect(file) as db:
            assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)], file
            assert db.execute("PRAGMA foreign_key_check").fetchall() == []
        db.close()
    files = [path for path in program.vault.rglob("*.md") if ".pkm" not in path.parts]
    assert len(files) >= 7
    for path in files:
        file = parse_vault_file(path.read_bytes())
        assert file.front_readable, path
        assert file.text_field("id"), path
        assert file.to_bytes() == path.read_bytes(), path
    assert not [path for path in Path(program.vault).rglob("*") if "conflict" in path.name.lower()]
