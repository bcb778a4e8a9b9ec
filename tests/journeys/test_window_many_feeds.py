"""The real window fetches many feeds in a process of its own, which it can stop at any moment."""

from __future__ import annotations

import multiprocessing
import os
import threading
from collections.abc import Iterator
from datetime import timedelta
from functools import partial
from multiprocessing.process import BaseProcess
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pkm_app.app import open_app, window
from pkm_app.app.automatic import Automatic
from pkm_app.app.parts import App
from pkm_app.base.events import Failed, finish
from pkm_app.seek.model import Subscription
from pkm_app.seek.opmlwrite import write_opml
from pkm_app.seek.service import MANY
from tests.fakes.seek import rss
from tests.journeys.window_end import take_away
from tests.servers.loopback import Loopback, Seen, Talk, reply

pytestmark = [pytest.mark.window, pytest.mark.slow]
FEEDS = MANY + 4


def feed(number: int) -> bytes:
    return rss(1, 2, title=f"Blog {number}", link=f"https://b{number}.example/")


@pytest.fixture
def server() -> Iterator[Loopback]:
    with Loopback(pages={f"/{number}": reply(feed(number), content_type="application/rss+xml")
                         for number in range(FEEDS)}) as one:
        yield one


@pytest.fixture
def app(tmp_path: Path, server: Loopback, monkeypatch: pytest.MonkeyPatch) -> Iterator[App]:
    """A profile that follows many feeds and has fetched none; nothing is fetched by itself."""
    monkeypatch.setattr(window, "Automatic", partial(Automatic, first=timedelta(hours=1)))
    with open_app(str(tmp_path / "My PKM"), str(tmp_path / "data")) as opened:
        opened.settings.put("language", "en")
        opened.settings.put("refresh", "ask")
        finish(opened.settle())
        items = [Subscription(server.address(f"/{number}"), f"Blog {number}") for number in range(FEEDS)]
        finish(opened.seek.import_opml(write_opml(items), True))
        yield opened


def processes() -> list[BaseProcess]:
    return [process for process in multiprocessing.active_children() if process.name == "refresh"]


def test_many_come_in_from_beside_and_one_that_fails_is_named(
        qapp: QApplication, qtbot: QtBot, app: App, server: Loopback) -> None:
    server.pages["/3"] = reply(b"", "410 Gone")
    seen: set[str] = set()

    def look(talk: Talk, request: Seen) -> None:
        seen.update(thread.name for thread in threading.enumerate())
        seen.update(process.name for process in processes())
        reply(feed(0), content_type="application/rss+xml")(talk, request)

    server.pages["/0"] = look
    with window.open_shell(app) as opened:
        assert opened is not None
        failed: list[Failed] = []
        opened.shell.relay.job_ended.connect(lambda job: failed.extend(job.failures))
        opened.shell.refresh()
        qtbot.waitUntil(lambda: app.seek.count("inbox") == 2 * (FEEDS - 1))
        qtbot.waitUntil(lambda: opened.shell._refreshing is None)
        qtbot.waitUntil(lambda: bool(failed))
        assert "refresh" in seen
        assert not [name for name in seen if name.startswith("pkm-fetch")], "fetched among the window's threads"
        assert [each.subject_id for each in failed] == [app.seek.find_feed("Blog 3").feed_id]
        assert app.seek.find_feed("Blog 3").status == "gone"
        assert not processes()
        take_away(opened.shell)


def test_a_few_are_fetched_right_here(qapp: QApplication, qtbot: QtBot, app: App, server: Loopback) -> None:
    with window.open_shell(app) as opened:
        assert opened is not None
        ids = [feed.feed_id for feed in app.seek.feeds()][:MANY - 1]
        done: list[object] = []
        opened.shell.relay.start(opened.services.seek.refresh(ids), "Refreshing", done.append)
        qtbot.waitUntil(lambda: bool(done))
        assert app.seek.count("inbox") == 2 * (MANY - 1)
        take_away(opened.shell)


@pytest.mark.parametrize("how", ["stopped", "closed", "killed"])
def test_in_the_middle_it_ends_at_once_and_the_next_one_goes_on(
        how: str, qapp: QApplication, qtbot: QtBot, app: App, server: Loopback) -> None:
    def never(talk: Talk, _request: Seen) -> None:
        talk.until_hung_up()

    server.pages["/7"] = never
    with window.open_shell(app) as opened:
        assert opened is not None
        opened.shell.refresh()
        qtbot.waitUntil(lambda: app.seek.count("inbox") > 0)  # some are stored, one is still under way
        qtbot.waitUntil(lambda: any(request.path == "/7" for request in server.seen))
        assert processes()
        if how == "killed":  # another goes on with those that had not come in
            first = processes()[0].pid
            processes()[0].kill()
            qtbot.waitUntil(lambda: app.seek.count("inbox") == 2 * (FEEDS - 1))
            qtbot.waitUntil(lambda: any(each.pid != first for each in processes()))
        if how in ("stopped", "killed"):
            job = opened.shell._refreshing
            assert job is not None
            opened.shell.relay.stop(job)
            qtbot.waitUntil(lambda: not processes())
        take_away(opened.shell)
    assert not processes()
    stored = {each.feed_id: app.seek.count("inbox", each.feed_id) for each in app.seek.feeds()}
    assert set(stored.values()) <= {0, 2}, "each is either wholly stored or as it was"
    server.pages["/7"] = reply(feed(7), content_type="application/rss+xml")
    results = finish(app.seek.refresh())
    assert not [result for result in results if result.outcome == "failed"]
    assert app.seek.count("inbox") == 2 * FEEDS
