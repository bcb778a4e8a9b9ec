"""A room is built when one first goes there, and is then all that it would have been."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from pkm_app.ui.on_demand import OnDemand
from pkm_app.ui.seek.page import SeekPage
from pkm_app.ui.sense.page import SensePage
from pkm_app.ui.services import Share
from pkm_app.ui.share import what_left
from pkm_app.ui.share.page import SharePage
from pkm_app.ui.shell import Shell
from pkm_app.ui.staging import stage_around
from pkm_app.ui.today.page import TodayPage
from tests.ui.demo import Demo

pytestmark = pytest.mark.window
PAGES = {"today": TodayPage, "seek": SeekPage, "sense": SensePage, "share": SharePage}


def built(shell: Shell) -> set[str]:
    """Return the rooms whose page is there."""
    return {stage for stage, kind in PAGES.items() if shell.findChildren(kind)}


def test_a_page_is_built_once_and_put_in_its_place_before_it_is_asked(qtbot: QtBot) -> None:
    order: list[str] = []

    def build() -> QWidget:
        order.append("built")
        page = QWidget()
        qtbot.addWidget(page)
        return page

    page = OnDemand(build)
    page.place = lambda _: order.append("placed")
    assert not page.ask(lambda _: True)(), "a page that was never seen denies"
    assert page.of(lambda _: "it", "nothing") == "nothing"
    assert order == []
    page.act(lambda it: order.append(type(it).__name__))()
    assert order == ["built", "placed", "QWidget"]
    assert page() is page()
    assert page.ask(lambda _: True)()
    assert order.count("built") == 1


def test_the_room_last_seen_is_built_and_no_other(demos: Callable[..., Demo], windows: Callable[..., Shell]) -> None:
    services = demos(full=True).services
    first = windows(services, "light", "en")
    assert built(first) == {"today"}
    first.show_room("sense")
    assert built(first) == {"today", "sense"}
    first.close()
    assert built(windows(services, "light", "en")) == {"sense"}


def test_closing_builds_nothing(demos: Callable[..., Demo], windows: Callable[..., Shell]) -> None:
    shell = windows(demos(full=True).services, "light", "en")
    shell.close()
    assert built(shell) == {"today"}


@pytest.mark.parametrize("stage", ["seek", "sense", "share"])
def test_a_page_has_its_place_and_accent_when_it_is_first_wanted(
        qtbot: QtBot, demos: Callable[..., Demo], windows: Callable[..., Shell], stage: str) -> None:
    shell = windows(demos(full=True).services, "dark", "nl")
    told: list[None] = []
    shell.built.connect(partial(told.append, None))
    shell.show()
    qtbot.waitUntil(shell.isActiveWindow)
    qtbot.keyClick(shell, Qt.Key.Key_G)
    qtbot.keyClick(shell, {"seek": Qt.Key.Key_K, "sense": Qt.Key.Key_N, "share": Qt.Key.Key_D}[stage])
    qtbot.waitUntil(lambda: built(shell) == {"today", stage})
    (page,) = shell.findChildren(PAGES[stage])
    qtbot.waitUntil(page.isVisible)
    assert page.window() is shell
    assert stage_around(page) == stage
    assert len(told) == 1


def test_a_thing_at_home_elsewhere_builds_that_room_alone(
        qtbot: QtBot, demos: Callable[..., Demo], windows: Callable[..., Shell]) -> None:
    demo = demos(full=True)
    shell = windows(demo.services, "light", "en")
    shell.show()
    draft = demo.services.sense.cards(("draft",))[0]
    shell.go("draft", draft.path)
    assert built(shell) == {"today", "share"}
    shell.go("article", demo.services.seek.articles("all")[0].article_id)
    assert built(shell) == {"today", "share", "seek"}


def test_acts_of_a_room_nobody_saw_are_found_and_done_there(
        qtbot: QtBot, demos: Callable[..., Demo], windows: Callable[..., Shell]) -> None:
    shell = windows(demos(full=True).services, "light", "en")
    shell.show()
    assert "sense.new" in [command.id for command in shell.commands.elsewhere()]
    assert not shell.commands.get("seek.keep").enabled()
    assert built(shell) == {"today"}
    shell.commands.run_there("sense.review")
    (page,) = shell.findChildren(SensePage)
    qtbot.waitUntil(page.isVisible)
    assert built(shell) == {"today", "sense"}


def test_outlets_are_asked_once_a_day_by_who_never_goes_to_share(
        qtbot: QtBot, demos: Callable[..., Demo], windows: Callable[..., Shell],
        monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(what_left, "AFTER", 0)
    demo = demos(full=True)
    shell = windows(demo.services, "light", "en")
    asked: list[None] = []
    look = demo.services.share.afterwards.look_quietly

    def watched() -> object:
        asked.append(None)
        return look()

    demo.services.share.afterwards.look_quietly = watched  # type: ignore[method-assign,assignment]
    demo.services.settings.put("share.ask", "by hand")
    shell.relay.tell("feeds", "")
    qtbot.wait(50)
    assert asked == [], "the person rather asks"
    demo.services.settings.put("share.ask", "daily")
    shell.relay.tell("feeds", "")
    qtbot.waitUntil(lambda: len(asked) == 1)
    shell.relay.tell("feeds", "")
    shell.show_room("share")
    qtbot.wait(50)
    assert len(asked) == 1, "once a day, by whichever room"
    assert demo.services.settings.get("share.asked") == demo.services.now().date().isoformat()


@pytest.mark.parametrize(("kind", "setting"), [("note", "sense.open"), ("draft", "share.open")])
def test_a_thing_that_is_gone_leaves_the_place_of_a_room_nobody_entered(
        demos: Callable[..., Demo], windows: Callable[..., Shell], kind: str, setting: str) -> None:
    services = demos(full=True).services
    services.settings.put(setting, "where/I-was.md")
    shell = windows(services, "light", "en")
    shell.go(kind, "nowhere/gone.md")
    shell.close()
    assert services.settings.get(setting) == "where/I-was.md"


def test_what_is_made_on_first_call_is_made_once_whichever_threads_ask(demos: Callable[..., Demo]) -> None:
    made, there = [], threading.Barrier(4)
    share = demos().services.share

    def make() -> Share:
        made.append(threading.current_thread().name)
        threading.Event().wait(0.05)  # who comes now would make another
        return share

    services = replace(demos().services, make_share=make)
    got: list[Share] = []

    def ask() -> None:
        there.wait(10)
        got.append(services.share)

    threads = [threading.Thread(target=ask) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(10)
    assert got == [share] * 4
    assert len(made) == 1
