"""Notifications of the desktop, against a real bus with a service that takes the types of the specification only."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from pkm_app.work.desktop_notes import DesktopNotes
from tests.servers.notifications import Bus, bus_of_its_own


@pytest.fixture
def bus() -> Iterator[Bus]:
    with bus_of_its_own() as made:
        yield made


def test_a_notification_reaches_the_desktop_and_the_next_takes_its_place(bus: Bus) -> None:
    notes = DesktopNotes(bus.address)
    assert not notes.works()
    assert not notes.tell("PKM", "Nobody listens.")
    service = bus.serve()
    assert notes.works()
    assert notes.tell("PKM", "3 new articles <b>&amp;")
    told = service.said()
    assert told[:1] == ["Notify"]
    assert told[1:] == ["PKM", 0, "org.pkm_workbench.PKM", "PKM", "3 new articles &lt;b>&amp;amp;", [],
                        {"desktop-entry": ["s", "org.pkm_workbench.PKM"]}, -1]
    assert notes.tell("PKM", "4 new articles.")
    assert service.said()[2] == 7, "in the place of the one before"
    notes.take_back()
    assert service.said() == ["CloseNotification", 7]
    notes.take_back()
    assert notes.tell("PKM", "Again.")
    assert service.said()[:3] == ["Notify", "PKM", 0], "nothing was asked in between"
    notes.close()


def test_a_desktop_that_goes_is_no_trouble_and_one_that_comes_again_is_told(bus: Bus) -> None:
    notes = DesktopNotes(bus.address)
    service = bus.serve()
    assert notes.tell("PKM", "One.")
    service.end()
    notes.take_back()
    assert not notes.works()
    assert not notes.tell("PKM", "Two.")
    again = bus.serve()
    assert notes.tell("PKM", "Three.")
    assert again.said()[5] == "Three."
    notes.close()


def test_without_a_bus_there_are_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    monkeypatch.setenv("XDG_RUNTIME_DIR", "/nowhere")
    for notes in (DesktopNotes(), DesktopNotes("unix:path=/nowhere/bus"), DesktopNotes("odd")):
        assert not notes.works()
        assert not notes.tell("PKM", "Hello.")
        notes.take_back()


@pytest.mark.parametrize("address", ["tcp:host=localhost,port=1", "unixexec:path=/bin/true", "none", ""])
def test_a_bus_that_cannot_be_reached_is_none(address: str) -> None:
    notes = DesktopNotes(address)
    assert not notes.works()
    assert not notes.tell("PKM", "3 new articles.")
    notes.take_back()
