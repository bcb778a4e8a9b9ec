"""The real window fetches what is due by itself, and leaves it when its person wants to ask."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import timedelta
from functools import partial
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pkm_app.app import open_app, window
from pkm_app.app.automatic import Automatic
from pkm_app.app.parts import App
from pkm_app.base.events import finish
from pkm_app.seek.model import Subscription
from pkm_app.seek.opmlwrite import write_opml
from tests.fakes.seek import rss
from tests.journeys.window_end import take_away
from tests.servers.loopback import Loopback, reply

pytestmark = [pytest.mark.window, pytest.mark.slow]


@pytest.fixture
def server() -> Iterator[Loopback]:
    with Loopback(pages={"/feed": reply(rss(1, 2), content_type="application/rss+xml")}) as one:
        yield one


@pytest.fixture
def app(tmp_path: Path, server: Loopback, monkeypatch: pytest.MonkeyPatch) -> Iterator[App]:
    """A profile that follows one feed and has never fetched it; the window does not wait before it begins."""
    monkeypatch.setattr(window, "Automatic", partial(Automatic, first=timedelta(0)))
    with open_app(str(tmp_path / "My PKM"), str(tmp_path / "data")) as opened:
        opened.settings.put("language", "en")
        finish(opened.settle())
        finish(opened.seek.import_opml(write_opml([Subscription(server.address("/feed"), "A blog")]), True))
        yield opened


def test_what_is_due_comes_in_without_a_key(qapp: QApplication, qtbot: QtBot, app: App, server: Loopback) -> None:
    with window.open_shell(app) as opened:
        assert opened is not None
        qtbot.waitUntil(lambda: app.seek.count("inbox") == 2)
        qtbot.waitUntil(lambda: opened.shell._refreshing is None)
        take_away(opened.shell)
    assert [seen.path for seen in server.seen] == ["/feed"]


def test_who_wants_to_ask_is_asked_for(qapp: QApplication, qtbot: QtBot, app: App, server: Loopback) -> None:
    app.settings.put("refresh", "ask")
    with window.open_shell(app) as opened:
        assert opened is not None
        qtbot.wait(1500)
        assert server.seen == []
        opened.shell.refresh()
        qtbot.waitUntil(lambda: app.seek.count("inbox") == 2)
        qtbot.waitUntil(lambda: opened.shell._refreshing is None)
        take_away(opened.shell)
