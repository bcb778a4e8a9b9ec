"""Whether the desktop offers its own dialogs for files to programs that bring their own Qt (Linux).

Source: XDG Desktop Portal, org.freedesktop.portal.FileChooser. Asked on the session bus; a portal that does not run yet
is started by the question, as it would be by the first dialog.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping

_NAME = "org.freedesktop.portal.Desktop"
_PATIENCE = 2.0  # seconds: it runs already on the desktops that have one, and the window waits for the answer
_THEME = "QT_QPA_PLATFORMTHEME"


def theme_for_dialogs(environment: Mapping[str, str]) -> dict[str, str]:
    """Return what to add to the environment before Qt starts, so that dialogs for files are the desktop's.

    The built program alone needs it: it carries no theme of a desktop but the one that asks the portal. Nothing is
    added where somebody chose a theme, there is no screen of a desktop, or no portal answers that can show a dialog.
    """
    built = sys.platform == "linux" and bool(getattr(sys, "frozen", False))
    screen = environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY")
    headless = environment.get("QT_QPA_PLATFORM", "").startswith(("offscreen", "minimal"))
    if not built or _THEME in environment or not screen or headless:
        return {}
    address = environment.get("DBUS_SESSION_BUS_ADDRESS", "")
    return {_THEME: "xdgdesktopportal"} if address and can_show_files(address) else {}


def can_show_files(address: str) -> bool:
    """Return whether a portal on the bus at an address can show a dialog for files."""
    from jeepney import DBusAddress, DBusErrorResponse, Properties
    from jeepney.auth import AuthenticationError
    from jeepney.bus_messages import message_bus
    from jeepney.io.blocking import open_dbus_connection
    from jeepney.wrappers import unwrap_msg

    chooser = DBusAddress("/org/freedesktop/portal/desktop", bus_name=_NAME,
                          interface="org.freedesktop.portal.FileChooser")
    try:
        bus = open_dbus_connection(address)
    except (OSError, ValueError, KeyError, RuntimeError, AuthenticationError):
        return False  # no bus is there: then no desktop's dialogs are either
    try:
        known = [unwrap_msg(bus.send_and_get_reply(ask, timeout=_PATIENCE))[0] for ask in (
            message_bus.NameHasOwner(_NAME), message_bus.ListActivatableNames())]
        if not known[0] and _NAME not in known[1]:
            return False
        # a portal without a part for the desktop at hand has no such interface, and Qt would show nothing at all
        unwrap_msg(bus.send_and_get_reply(Properties(chooser).get("version"), timeout=_PATIENCE))
    except (OSError, DBusErrorResponse):  # a TimeoutError is an OSError
        return False
    finally:
        bus.close()
    return True
