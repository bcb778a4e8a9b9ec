"""Every act once: its id, words, key, when it can be done, and the doing.

How to use it: a room returns its commands from ``commands()``; the shell registers them. A button calls
``commands.run("seek.keep")``, so button, key and command palette do the very same thing::

    Command("seek.keep", "Keep", "S", self.keep, self.has_article, room="seek")

Keys are texts as QKeySequence reads them (``"G, T"`` is g, then t). A person's own key is kept in the settings
under ``keys.<id>``. A single letter is never taken from a field in which someone writes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from pkm_app.ui.services import Settings


def always() -> bool:
    """Return True: for commands that can be done at any time."""
    return True


@dataclass(frozen=True, slots=True)
class Command:
    """``words`` are English and shown through tr(); ``room`` "" means: in every room."""

    id: str
    words: str
    key: str
    act: Callable[[], None]
    enabled: Callable[[], bool] = always
    room: str = ""


_FIELDS = (QLineEdit, QPlainTextEdit, QTextEdit)
_OWN = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo, QKeySequence.StandardKey.Cut,
        QKeySequence.StandardKey.Copy, QKeySequence.StandardKey.Paste, QKeySequence.StandardKey.SelectAll)


class FieldGuard(QObject):
    """Keeps a field in which someone writes from taking Ctrl and a letter for itself where that is a command.

    On some platforms Qt's fields have old habits: Ctrl K deletes to the end of the line, Ctrl E goes there, Ctrl D
    deletes. Undo, redo, cut, copy, paste and select all stay the field's own.
    """

    def __init__(self, is_command: Callable[[QKeySequence], bool], parent: QObject) -> None:
        super().__init__(parent)
        self._is_command = is_command

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if not control or any(event.matches(own) for own in _OWN):
            return False
        if not self._is_command(QKeySequence(event.keyCombination())):
            return False
        event.ignore()
        return True

    def follow(self, old: QWidget | None, new: QWidget | None) -> None:
        """Watch the field that has the focus, and only that one."""
        if isinstance(old, _FIELDS):
            old.removeEventFilter(self)
        if isinstance(new, _FIELDS):
            new.installEventFilter(self)


class Commands:
    """The commands of one window, with their keys."""

    def __init__(self, window: QWidget, settings: Settings) -> None:
        self._window = window
        self._settings = settings
        self._known: dict[str, Command] = {}
        self._shortcuts: dict[str, QShortcut] = {}
        self._room = ""
        self._guard = FieldGuard(self._is_key, window)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._guard.follow)

    def add(self, commands: Iterable[Command]) -> None:
        """Register commands. Raises ValueError when an id is taken."""
        for command in commands:
            if command.id in self._known:
                raise ValueError(f"two commands are called {command.id}")
            self._known[command.id] = command
            key = self.key(command.id)
            if key:
                self._bind(command, key)

    def enter(self, room: str) -> None:
        """Let the keys of this room count, and those of no other."""
        self._room = room
        for name, shortcut in self._shortcuts.items():
            shortcut.setEnabled(self._known[name].room in ("", room))

    def all(self) -> list[Command]:
        """Return every command of this moment's room and of the window, in the order of registration."""
        return [command for command in self._known.values() if command.room in ("", self._room)]

    def ids(self) -> list[str]:
        """Return the ids of every command there is."""
        return list(self._known)

    def key(self, name: str) -> str:
        """Return the key of a command: the person's own, or the one it came with."""
        return self._settings.get(f"keys.{name}", self._known[name].key)

    def set_key(self, name: str, key: str) -> None:
        """Give a command another key, "" for none."""
        self._settings.put(f"keys.{name}", key)
        shortcut = self._shortcuts.get(name)
        if shortcut is None:
            self._bind(self._known[name], key)
        else:
            shortcut.setKey(QKeySequence(key))

    def shown_key(self, name: str) -> str:
        """Return the key as this platform writes it."""
        return QKeySequence(self.key(name)).toString(QKeySequence.SequenceFormat.NativeText)

    def run(self, name: str) -> None:
        """Do a command if it can be done now."""
        command = self._known[name]
        if command.enabled():
            command.act()

    def _is_key(self, key: QKeySequence) -> bool:
        return any(shortcut.isEnabled() and shortcut.key() == key for shortcut in self._shortcuts.values())

    def _bind(self, command: Command, key: str) -> None:
        shortcut = QShortcut(QKeySequence(key), self._window)
        shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
        shortcut.activated.connect(lambda: self._pressed(command.id))
        shortcut.setEnabled(command.room in ("", self._room))
        self._shortcuts[command.id] = shortcut

    def _pressed(self, name: str) -> None:
        focus = QApplication.focusWidget()
        if isinstance(focus, QAbstractButton) and self.key(name) in ("Space", "Return", "Enter"):
            focus.click()  # those keys belong to the button that has the focus
            return
        self.run(name)
