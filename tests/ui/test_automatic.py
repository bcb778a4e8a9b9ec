"""Refreshing by itself: when feeds fall due, on return of the network, never against the person's choice."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtNetwork import QNetworkInformation
from pytestqt.qtbot import QtBot

from pkm_app.app.automatic import FIRST, Automatic, Network
from pkm_app.seek.model import Feed
from pkm_app.seek.pace import GATHERED
from pkm_app.ui.shell import Shell

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
REACH = QNetworkInformation.Reachability


class Info:
    """What the system says, as a test wants it."""

    def __init__(self, reach: REACH = REACH.Online, metered: bool = False) -> None:
        self.reach, self.metered = reach, metered

    def reachability(self) -> REACH:
        return self.reach

    def isMetered(self) -> bool:  # noqa: N802
        return self.metered


class World:
    """Everything around, set by the test."""

    def __init__(self, info: Info | None) -> None:
        self.now, self.choice, self.battery = NOW, "auto", False
        self.begun: list[datetime] = []
        self.returned: list[datetime] = []
        self.feeds = [Feed("f", "https://a.example/feed", next_due=NOW - timedelta(hours=1))]
        self.info = info
        self.network = Network(info, loaded=True)  # type: ignore[arg-type]  # a stand-in for Qt's own
        self.automatic = Automatic(lambda: self.feeds, lambda: self.begun.append(self.now), lambda: self.choice,
                                   lambda: self.now, self.network, lambda: self.battery,
                                   returned=lambda: self.returned.append(self.now))


@pytest.fixture
def world() -> World:
    return World(Info())


def test_the_window_opens_in_peace_and_then_what_is_due_is_fetched(world: World) -> None:
    assert world.automatic.next_due() == NOW + FIRST
    world.now += FIRST
    world.automatic.act()
    assert world.begun == [NOW + FIRST]
    assert world.automatic.next_due() == world.now + GATHERED


def test_who_wants_to_ask_is_left_to_ask(world: World) -> None:
    world.choice = "ask"
    assert world.automatic.next_due() is None


def test_a_metered_line_and_no_line_are_left_alone(world: World) -> None:
    assert world.info is not None
    world.info.metered = True
    world.network.look()
    assert world.automatic.next_due() is None
    world.info.metered, world.info.reach = False, REACH.Disconnected
    world.network.look()
    assert world.automatic.next_due() is None


def test_on_return_of_the_network_what_waited_is_fetched_at_once(world: World) -> None:
    assert world.info is not None
    world.now += timedelta(hours=1)
    world.automatic.act()
    world.info.reach = REACH.Disconnected
    world.network.look()
    world.now += timedelta(minutes=1)
    world.info.reach = REACH.Online
    world.network.look()
    assert not world.returned
    due = world.automatic.next_due()
    assert due is not None
    assert due <= world.now
    assert world.returned == [world.now]  # what could not be reached was made due
    world.automatic.next_due()
    assert len(world.returned) == 1


def test_where_the_system_says_nothing_the_schedule_holds() -> None:
    world = World(None)
    assert (world.network.online, world.network.metered) == (None, None)
    assert world.automatic.next_due() == NOW + FIRST


def test_the_systems_own_word_can_be_asked(qtbot: QtBot) -> None:
    network = Network()
    assert network.online in (True, False, None)
    assert network.metered in (True, False, None)


def test_the_schedule_begins_by_itself(qtbot: QtBot) -> None:
    begun: list[int] = []
    feeds = [Feed("f", "https://a.example/feed")]

    def begin() -> None:
        begun.append(1)
        feeds.clear()

    automatic = Automatic(lambda: feeds, begin, lambda: "auto", lambda: datetime.now(UTC),
                          Network(None, loaded=True), lambda: None, first=timedelta(0))
    automatic.start()
    try:
        qtbot.waitUntil(lambda: begun == [1])
    finally:
        automatic.close()


def test_a_refresh_that_begins_by_itself_never_stops_one_under_way(shell: Shell, qtbot: QtBot) -> None:
    started: list[object] = []
    shell.relay.job_started.connect(started.append)
    shell.refresh_by_itself()
    shell.refresh_by_itself()
    assert len(started) == 1
    qtbot.waitUntil(lambda: shell._refreshing is None)


def test_the_choice_is_in_the_settings(shell: Shell) -> None:
    page = shell.pages.settings
    assert page is not None
    buttons = page._buttons["refresh"]
    assert buttons["auto"].isChecked()
    buttons["ask"].click()
    assert shell.context.services.settings.get("refresh") == "ask"
    assert buttons["ask"].isChecked()
