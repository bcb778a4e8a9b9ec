"""The service for notifications on the session bus of a Linux desktop, call by call.

Source: Desktop Notifications Specification 1.2 (org.freedesktop.Notifications).
"""

from __future__ import annotations

from typing import Any

from jeepney import DBusAddress, DBusErrorResponse, new_method_call
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import open_dbus_connection
from jeepney.wrappers import unwrap_msg

_NAME = "org.freedesktop.Notifications"
_AT = DBusAddress("/org/freedesktop/Notifications", bus_name=_NAME, interface=_NAME)
_ENTRY = "org.pkm_workbench.PKM"  # whose window a desktop brings forward when the notification is pressed
_PATIENCE = 5.0  # seconds for one answer
_AS_USUAL = -1  # milliseconds it stays: as the desktop thinks best


class DesktopBus:
    """A connection to the bus at an address, ``SESSION`` for that of the person. Every call waits for its answer and
    raises OSError when there is no bus, no such service, or none that answers."""

    def __init__(self, address: str) -> None:
        try:
            self._bus = open_dbus_connection(address)
        except (KeyError, ValueError, RuntimeError) as problem:  # no address is known, or one that cannot be reached
            raise ConnectionError(str(problem)) from problem

    def has_service(self) -> bool:
        """Return whether the service runs, or would be started for who asks."""
        return bool(self._ask(message_bus.NameHasOwner(_NAME))[0]) or _NAME in self._ask(
            message_bus.ListActivatableNames())[0]

    def notify(self, before: int, title: str, words: str) -> int:
        """Show a notification in the place of the one of this number, 0 for none; return its own number."""
        plain = words.replace("&", "&amp;").replace("<", "&lt;")  # this part is read as markup
        return int(self._ask(new_method_call(_AT, "Notify", "susssasa{sv}i", (
            "PKM", before, _ENTRY, title, plain, [], {"desktop-entry": ("s", _ENTRY)}, _AS_USUAL)))[0])

    def take_back(self, number: int) -> None:
        """Take a notification away."""
        self._ask(new_method_call(_AT, "CloseNotification", "u", (number,)))

    def close(self) -> None:
        """Leave the bus."""
        self._bus.close()

    def _ask(self, call: Any) -> Any:
        try:
            return unwrap_msg(self._bus.send_and_get_reply(call, timeout=_PATIENCE))
        except DBusErrorResponse as problem:
            raise ConnectionError(str(problem)) from problem
