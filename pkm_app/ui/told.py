"""Which role a widget has for screen readers, where Qt's own is not the one that a person should hear."""

from __future__ import annotations

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAccessibleWidget, QWidget


def tell_role(widget: QWidget, role: QAccessible.Role) -> None:
    """Give a widget a role. Only for one without a state, a value or an act of its own: those are not told any more.

    No signal may be connected to a Python method of the widget afterwards, but to a function that calls it: for a
    method PySide gives the widget another meta-object, and Qt goes by that when it looks for what was told.
    """
    told = QAccessibleWidget(widget, role, "")
    QAccessible.registerAccessibleInterface(told)
    # Qt deletes it with the widget, and until then Python must not: it lives as long as this connection
    widget.destroyed.connect(lambda _gone=None, kept=told: None)
