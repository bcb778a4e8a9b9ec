"""What a screen reader is to say although the focus is elsewhere, in the way that each system's readers hear it.

``SpokenLabel`` is for a sentence that appears: what happened, what went wrong; ``Whisper`` for one that only a screen
reader needs. ``speak_row`` is for the row one has
come to in a list under a field that keeps the focus; ``back_in`` tells that the field is written in again.

Linux is a case of its own: Orca knows announcements only since its version 45, and Debian 12 and Ubuntu 22.04 have
older ones. All of its versions say what appears as a notification, and the row that is told to have the focus.
"""

from __future__ import annotations

import sys

from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from pkm_app.ui.look import Look
from pkm_app.ui.told import tell_role
from pkm_app.ui.widgets import Label

_STAYS = 5000  # milliseconds in which a reader may ask for the sentence again
_BY_ROLE = sys.platform.startswith("linux")


class SpokenLabel(Label):
    """A label whose sentence is said once, when it appears."""

    def __init__(self, look: Look, role: str = "ink", size: int = 13) -> None:
        super().__init__(look, role, size, wrap=True)
        if _BY_ROLE:
            tell_role(self, QAccessible.Role.Notification)

    def tell(self, words: str, urgent: bool = False) -> None:
        """Show a sentence and have it said; ``urgent`` interrupts what is being said."""
        self.hide()  # what is shown already does not appear
        self.setText(words)
        self.setAccessibleName(words)
        self.show()
        if not _BY_ROLE:
            announce(self, words, urgent)


class Whisper(SpokenLabel):
    """A sentence for the ear alone: what shows itself to those who see it."""

    def __init__(self, look: Look, window: QWidget) -> None:
        super().__init__(look)
        self.setParent(window)
        self.setGeometry(0, 0, 1, 1)  # a place, without which nothing counts as shown
        self._gone = QTimer(self)
        self._gone.setSingleShot(True)
        self._gone.setInterval(_STAYS)
        self._gone.timeout.connect(self.hide)
        self.hide()

    def tell(self, words: str, urgent: bool = False) -> None:
        super().tell(words, urgent)
        self._gone.start()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw nothing."""


def speak_row(field: QWidget, view: QAbstractItemView, row: QModelIndex) -> None:
    """Have a row of a list said, while a field keeps the focus."""
    if not _BY_ROLE:
        announce(field, str(row.data(Qt.ItemDataRole.AccessibleTextRole)))
        return
    event = QAccessibleEvent(view, QAccessible.Event.Focus)
    event.setChild(row.row())
    QAccessible.updateAccessibility(event)


def back_in(field: QWidget) -> None:
    """Tell that the field has the focus again, after a row was said."""
    if _BY_ROLE:
        QAccessible.updateAccessibility(QAccessibleEvent(field, QAccessible.Event.Focus))


def announce(widget: QWidget, words: str, urgent: bool = False) -> None:
    """Have words said by the announcement of Windows, macOS and newer readers of Linux."""
    said = QAccessibleAnnouncementEvent(widget, words)
    if urgent:
        said.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
    QAccessible.updateAccessibility(said)
