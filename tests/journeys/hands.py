"""Two hands on a keyboard: every key goes to whatever has the focus, as it would at a desk."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from pkm_app.ui.shell import Shell

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
Seen = TypeVar("Seen", bound=QWidget)
_PATIENCE = 60_000  # milliseconds: servers answer, processes start, and the machine may be busy


class Hands:
    """Presses keys; never touches a widget."""

    def __init__(self, qtbot: QtBot, shell: Shell) -> None:
        self._qtbot, self._shell = qtbot, shell

    def focus(self) -> QWidget:
        """Return what has the focus."""
        return QApplication.focusWidget() or self._shell

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
              times: int = 1) -> None:
        for _ in range(times):
            self._qtbot.keyClick(self.focus(), key, modifier)

    def type(self, text: str) -> None:
        for letter in text:
            if letter.isascii():
                self._qtbot.keyClicks(self.focus(), letter)
                continue
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):  # QtTest knows ASCII only
                QApplication.sendEvent(self.focus(), QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))

    def tab_to(self, accessible_name: str) -> None:
        """Press Tab until a control with this name has the focus."""
        for _ in range(80):
            if self.focus().accessibleName() == accessible_name or getattr(self.focus(), "shown_text", str)() == (
                    accessible_name):
                return
            self.press(Qt.Key.Key_Tab)
        raise AssertionError(f"Tab does not lead to {accessible_name}")

    def see(self, kind: type[Seen]) -> Seen:
        """Wait until a page of this kind is seen, and return it; a room is built when one first goes there."""
        self.until(lambda: any(page.isVisible() for page in self._shell.findChildren(kind)))
        return next(page for page in self._shell.findChildren(kind) if page.isVisible())

    def until(self, done: Callable[[], bool], what: str = "") -> None:
        """Wait for the window."""
        self._qtbot.waitUntil(done, timeout=_PATIENCE)
