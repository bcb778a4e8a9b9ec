"""Every act once: its id, words, key, when it can be done, and the doing.

How to use it: a room returns its commands from ``commands()``; the shell registers them. A button calls
``commands.run("seek.keep")``, so button, key and command palette do the very same thing::

    Command("seek.keep", "Keep", "S", self.keep, self.has_article, room="seek")

Keys are texts as QKeySequence reads them (``"G, T"`` is g, then t). A person's own key is kept in the settings
under ``keys.<id>``. A single letter is never taken from a field in which someone writes. Menus, the palette, the list
of keys and the guide's page of keys are made from what stands here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from string import ascii_uppercase

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from pkm_app.base.errors import Refused
from pkm_app.ui.services import Settings


def always() -> bool:
    """Return True: for commands that can be done at any time."""
    return True


@dataclass(frozen=True, slots=True)
class Command:
    """``words`` are English and shown through tr(); ``room`` "" means: in every room; ``writing``: it does something
    to a text while one writes in it."""

    id: str
    words: str
    key: str
    act: Callable[[], object]
    enabled: Callable[[], bool] = always
    room: str = ""
    writing: bool = False


_AS_IT_CAME = "default"  # what is kept for a command whose key was put back
_MOVES = ("Up", "Down", "Left", "Right", "Home", "End", "PgUp", "PgDown")
_FIXED = (
    "Tab", "Shift+Tab", "Ctrl+Tab", "Ctrl+Shift+Tab", "Esc", "Return", "Enter", "Ctrl+C", "Ctrl+X", "Ctrl+V", "Ctrl+A",
    "Backspace", "Ctrl+Backspace", "Ctrl+Del", "Shift+Del", "Ctrl+Ins", "Shift+Ins", "F10", "Shift+F10", "Menu",
    "Alt+F4", "Alt+Space",
    *(with_ + move for move in _MOVES for with_ in ("", "Shift+", "Ctrl+", "Ctrl+Shift+")),
    *(f"Alt+{letter}" for letter in ascii_uppercase))  # they open the menus, whose letters go with the language
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


class Commands(QObject):
    """The commands of one window, with their keys. ``changed`` fires when a key or the room is another."""

    changed = Signal()

    def __init__(self, window: QWidget, settings: Settings) -> None:
        super().__init__(window)
        self._window = window
        self._settings = settings
        self._known: dict[str, Command] = {}
        self._own: dict[str, str] = {}  # the keys a person chose
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
            own = self._settings.get(f"keys.{command.id}", _AS_IT_CAME)
            if own != _AS_IT_CAME:
                self._own[command.id] = own
            self._bind(command)

    def enter(self, room: str) -> None:
        """Let the keys of this room count, and those of no other."""
        self._room = room
        for name, shortcut in self._shortcuts.items():
            shortcut.setEnabled(self._known[name].room in ("", room))
        self.changed.emit()

    def all(self) -> list[Command]:
        """Return every command of this moment's room and of the window, in the order of registration."""
        return [command for command in self._known.values() if command.room in ("", self._room)]

    def elsewhere(self) -> list[Command]:
        """Return the commands of the other rooms, in the order of registration."""
        return [command for command in self._known.values()
                if command.room not in ("", self._room) and _way(command.room) in self._known]

    def ids(self) -> list[str]:
        """Return the ids of every command there is."""
        return list(self._known)

    def get(self, name: str) -> Command:
        """Return a command. Raises KeyError for an id that is none."""
        return self._known[name]

    def key(self, name: str) -> str:
        """Return the key of a command: the person's own, or the one it came with where no other took it."""
        if name in self._own:
            return self._own[name]
        came = self._known[name].key
        taken = any(self._together(name, other) and _overlap(came, own) for other, own in self._own.items())
        return "" if taken else came

    def set_key(self, name: str, key: str) -> None:
        """Give a command another key, "" for none. Raises Refused when the key is taken, or belongs to fields."""
        key = QKeySequence(key).toString()
        if any(_overlap(key, fixed) for fixed in _FIXED):
            raise Refused("{key} moves, edits, closes or opens a menu everywhere; choose another key.", key=shown(key))
        if self._known[name].writing and _is_written(key):
            raise Refused("{key} is written where “{words}” is wanted; choose a key with Ctrl, or another that writes "
                          "nothing.", key=shown(key), words=Refused(self._known[name].words))
        self._refuse_taken(name, key)
        self._settings.put(f"keys.{name}", key)
        self._own[name] = key
        self._rebind()

    def clash(self, name: str, key: str) -> str:
        """Return the id of a command that could not be told from this one by this key; "" when there is none."""
        return next((other for other in self._known if other != name and self._together(name, other)
                     and _overlap(key, self.key(other))), "")

    def reset_key(self, name: str) -> None:
        """Give a command the key it came with. Raises Refused when that is another's now."""
        self._refuse_taken(name, self._known[name].key)
        self._settings.put(f"keys.{name}", _AS_IT_CAME)
        self._own.pop(name, None)
        self._rebind()

    def reset_all(self) -> None:
        """Give every command the key it came with."""
        for name in list(self._own):
            self._settings.put(f"keys.{name}", _AS_IT_CAME)
            del self._own[name]
        self._rebind()

    def is_own(self, name: str) -> bool:
        """Return whether the person chose the key of this command."""
        return name in self._own

    def shown_key(self, name: str) -> str:
        """Return the key as this platform writes it."""
        return shown(self.key(name))

    def run(self, name: str) -> None:
        """Do a command if it can be done now."""
        command = self._known[name]
        if command.enabled():
            command.act()

    def run_there(self, name: str) -> None:
        """Go to the room of a command, and do it there if it can be done now."""
        room = self._known[name].room
        if room not in ("", self._room):
            self.run(_way(room))
        self.run(name)

    def room_of(self, name: str) -> str:
        """Return the room one goes to for a command; "" when it can be done where one is."""
        room = self._known[name].room
        return "" if room in ("", self._room) else room

    def _refuse_taken(self, name: str, key: str) -> None:
        taken = self.clash(name, key)
        if taken:
            raise Refused("{key} is the key of “{words}”. Take it away there first, or choose another.",
                          key=shown(key), words=Refused(self._known[taken].words))

    def _together(self, name: str, other: str) -> bool:
        """Return whether two commands are there at the same time."""
        rooms = {self._known[name].room, self._known[other].room}
        return "" in rooms or len(rooms) == 1

    def _is_key(self, key: QKeySequence) -> bool:
        return any(shortcut.isEnabled() and shortcut.key() == key for shortcut in self._shortcuts.values())

    def _bind(self, command: Command) -> None:
        shortcut = QShortcut(QKeySequence(self.key(command.id)), self._window)
        shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
        shortcut.activated.connect(lambda: self._pressed(command.id))
        shortcut.setEnabled(command.room in ("", self._room))
        self._shortcuts[command.id] = shortcut

    def _rebind(self) -> None:
        for name, shortcut in self._shortcuts.items():
            shortcut.setKey(QKeySequence(self.key(name)))
        self.changed.emit()

    def _pressed(self, name: str) -> None:
        focus = QApplication.focusWidget()
        if isinstance(focus, QAbstractButton) and self.key(name) in ("Space", "Return", "Enter"):
            focus.click()  # those keys belong to the button that has the focus
            return
        self.run(name)


def _way(room: str) -> str:
    """Return the id of the command that leads to a room."""
    return f"go.{room}"


def shown(key: str) -> str:
    """Return a key as this platform writes it."""
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)


def _is_written(key: str) -> bool:
    """Return whether a field takes the first press of a key for a letter, a figure, a sign or a space."""
    first = key.split(", ")[0].removeprefix("Shift+")
    return len(first) == 1 or first == "Space"


def _overlap(one: str, other: str) -> bool:
    """Return whether two keys are the same, or one begins with the other."""
    if not one or not other:
        return False
    first, second = QKeySequence(one), QKeySequence(other)
    none = QKeySequence.SequenceMatch.NoMatch
    return first.matches(second) != none or second.matches(first) != none
