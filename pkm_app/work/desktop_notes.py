"""Notifications by the service that desktops of Linux have for them, GNOME among them, which shows no tray."""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pkm_app.work.desktop_bus import DesktopBus


class DesktopNotes:
    """Shows one notification at a time; the newest takes the place of the one before. Every call may wait for the
    desktop, so none belongs on the main thread.

    The connection stays open: GNOME takes the notifications of a program away once that is gone from the bus.
    """

    def __init__(self, address: str = "SESSION") -> None:
        self._address, self._last, self._turn = address, 0, Lock()
        self._bus: DesktopBus | None = None

    def works(self) -> bool:
        """Return whether this desktop has a service for notifications, running or to be started when it is needed."""
        with self._turn:
            try:
                return self._reached().has_service()
            except OSError:
                self._hang_up()
                return False

    def tell(self, title: str, words: str) -> bool:
        """Show a notification; return whether the desktop took it."""
        with self._turn:
            try:
                self._last = self._reached().notify(self._last, title, words)
            except OSError:
                self._hang_up()
                return False
            return True

    def take_back(self) -> None:
        """Take the notification away, if it still stands."""
        with self._turn:
            number, self._last = self._last, 0
            if number:
                try:
                    self._reached().take_back(number)
                except OSError:  # closed by hand, or the desktop was left: it stands nowhere any more
                    self._hang_up()

    def close(self) -> None:
        """Leave the bus."""
        with self._turn:
            self._hang_up()

    def _reached(self) -> DesktopBus:
        if self._bus is None:
            from pkm_app.work.desktop_bus import DesktopBus  # not before it is needed: the window goes first

            self._bus = DesktopBus(self._address)
        return self._bus

    def _hang_up(self) -> None:
        self._last = 0
        if self._bus is not None:
            self._bus.close()
            self._bus = None
