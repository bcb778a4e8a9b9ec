"""Whether the desktop's own dialogs for files can be had: asked of a real bus, with a portal, half of one, and none."""

from __future__ import annotations

import socket
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from pkm_app.work import desktop_portal
from pkm_app.work.desktop_portal import can_show_files, theme_for_dialogs
from tests.servers.notifications import Bus, bus_of_its_own

pytest.importorskip("jeepney", reason="it is installed on Linux only")
from jeepney import HeaderFields, MessageType, new_error, new_method_return
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import DBusConnection, open_dbus_connection

THEME = {"QT_QPA_PLATFORMTHEME": "xdgdesktopportal"}


@pytest.fixture
def bus() -> Iterator[Bus]:
    with bus_of_its_own() as made:
        yield made


@contextmanager
def portal(address: str, shows: bool, answers: bool = True) -> Iterator[None]:
    """A portal that shows dialogs for files, or has no part that can, or says nothing."""
    ours = open_dbus_connection(address)
    ours.send_and_get_reply(message_bus.RequestName("org.freedesktop.portal.Desktop"))
    thread = threading.Thread(target=serve, args=(ours, shows, answers), daemon=True)
    thread.start()
    try:
        yield
    finally:
        ours.sock.shutdown(socket.SHUT_RDWR)  # what is read of it ends
        thread.join(timeout=60)
        ours.close()


def serve(bus: DBusConnection, shows: bool, answers: bool) -> None:
    while True:
        try:
            message = bus.receive()
        except (OSError, EOFError, ValueError):
            return  # the test is over
        if message.header.message_type != MessageType.method_call or not answers:
            continue
        fields = message.header.fields
        if shows and fields[HeaderFields.path] == "/org/freedesktop/portal/desktop" and message.body == (
                "org.freedesktop.portal.FileChooser", "version"):
            bus.send(new_method_return(message, "v", (("u", 4),)))
        else:
            bus.send(new_error(message, "org.freedesktop.DBus.Error.InvalidArgs"))


def test_a_portal_that_can_is_asked_for(bus: Bus) -> None:
    assert not can_show_files(bus.address)
    with portal(bus.address, shows=True):
        assert can_show_files(bus.address)


def test_a_portal_that_cannot_is_left_alone(bus: Bus) -> None:
    with portal(bus.address, shows=False):
        assert not can_show_files(bus.address)


def test_a_portal_that_says_nothing_holds_the_window_for_a_moment_only(
        bus: Bus, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(desktop_portal, "_PATIENCE", 0.3)
    with portal(bus.address, shows=True, answers=False):
        assert not can_show_files(bus.address)


@pytest.mark.parametrize("address", ["unix:path=/nowhere/bus", "odd", ""])
def test_without_a_bus_there_is_none(address: str) -> None:
    assert not can_show_files(address)


def test_the_built_program_alone_takes_it_and_no_choice_is_changed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(desktop_portal, "can_show_files", lambda address: address == "with")
    desktop = {"DISPLAY": ":0", "DBUS_SESSION_BUS_ADDRESS": "with"}
    assert theme_for_dialogs(desktop) == {}
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    assert theme_for_dialogs(desktop) == THEME
    assert theme_for_dialogs({**desktop, "DISPLAY": "", "WAYLAND_DISPLAY": "wayland-0"}) == THEME
    for other in ({"DBUS_SESSION_BUS_ADDRESS": "without"}, {"DBUS_SESSION_BUS_ADDRESS": ""}, {"DISPLAY": ""},
                  {"QT_QPA_PLATFORM": "offscreen"}, {"QT_QPA_PLATFORMTHEME": "gtk3"}, {"QT_QPA_PLATFORMTHEME": ""}):
        assert theme_for_dialogs({**desktop, **other}) == {}, other
    for system in ("win32", "darwin"):
        monkeypatch.setattr(sys, "platform", system)
        assert theme_for_dialogs(desktop) == {}
