"""The menus, made from the commands: every command stands in exactly one of them.

How to use it: ``Menus(window.menuBar(), commands)``. A menu is filled at the start, and anew when it opens, so that
words, keys and what can be done are those of the moment; what belongs to another room is not shown. Where a command has
no place of its own in ``_PLACES`` it stands in the menu of its room, or in the first one.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from pkm_app.ui.commands import Command, Commands
from pkm_app.ui.i18n import Worded, noop, tr

MENUS = {
    "file": noop("&File"), "edit": noop("&Edit"), "go": noop("&Go"), "today": noop("&Today"),
    "article": noop("&Article"), "highlight": noop("H&ighlight"), "source": noop("S&ources"), "note": noop("&Note"),
    "draft": noop("&Draft"), "help": noop("&Help"),
}
_ROOMS = {"today": "today", "seek": "article", "sense": "note", "share": "draft"}
_PLACES = {
    "go": ("window.search", "window.find", "seek.next", "seek.previous", "seek.page", "seek.back", "seek.discover",
           "seek.health", "sense.next", "sense.previous", "sense.waiting", "sense.review"),
    "edit": ("window.undo", "window.redo", "seek.find", "seek.filter", "sense.find", "sense.bold", "sense.italic",
             "sense.heading", "sense.tick", "sense.internal", "sense.private", "share.find", "share.bold",
             "share.italic", "share.heading", "share.tick", "share.internal", "share.private", "window.question",
             "window.person", "window.trace"),
    "highlight": ("seek.highlight", "seek.yellow", "seek.green", "seek.blue", "seek.pink", "seek.note",
                  "seek.next-mark", "seek.previous-mark", "seek.reshape", "seek.join", "seek.remove-mark"),
    "source": ("seek.add", "seek.import", "seek.export", "seek.read-screen", "seek.read-all", "seek.why", "seek.move",
               "seek.rename", "seek.mute", "seek.save-search", "seek.unfollow"),
    "help": ("window.guide", "window.keys", "window.about"),
}
HEADINGS = (noop("Act"), noop("Key"))  # of a table of commands
_ROLES = {"window.settings": QAction.MenuRole.PreferencesRole, "window.close": QAction.MenuRole.QuitRole,
          "window.about": QAction.MenuRole.AboutRole}


def menu_of(command: Command) -> str:
    """Return in which menu a command stands."""
    for menu, names in _PLACES.items():
        if command.id in names:
            return menu
    if command.id.startswith("go."):
        return "go"
    return _ROOMS.get(command.room, "file")


def grouped(commands: Commands) -> list[tuple[str, list[Command]]]:
    """Return every command of the program by the untranslated words of its menu, in the order of the menus."""
    known = [commands.get(name) for name in commands.ids()]
    groups = [(words, [command for command in known if menu_of(command) == name])
              for name, words in MENUS.items()]
    return [(words, found) for words, found in groups if found]


class Menus(Worded, QWidget):
    """Keeps a menu bar in step with the commands."""

    def __init__(self, bar: QMenuBar, commands: Commands) -> None:
        super().__init__(bar)
        self.hide()
        self._bar, self._commands = bar, commands
        self._menus: dict[str, QMenu] = {}
        for name, words in MENUS.items():
            menu = self._menus[name] = bar.addMenu("")
            self.say(menu.setTitle, words)
            menu.aboutToShow.connect(lambda name=name: self.fill(name))
        commands.changed.connect(self._show_menus)
        commands.changed.connect(self._fill_once)
        opening = QShortcut(QKeySequence("F10"), bar)  # Qt leaves it to the desktop, and many leave it to the program
        opening.activated.connect(self.open_first)

    def open_first(self) -> None:
        """Open the first menu, from where the arrow keys lead to the others."""
        if not self._bar.isNativeMenuBar():
            self._bar.setActiveAction(next(one for one in self._bar.actions() if one.isVisible()))

    def fill(self, name: str) -> None:
        """Put into a menu what can be done in this room, greyed where it cannot be done now."""
        menu = self._menus[name]
        menu.clear()
        for command in self._commands.all():
            if menu_of(command) == name:
                menu.addAction(self._action(command, menu))

    def _action(self, command: Command, menu: QMenu) -> QAction:
        action = QAction(tr(command.words).replace("&", "&&"), menu)
        # shown with the words; the key itself is bound in one place, for the window
        action.setShortcut(QKeySequence(self._commands.key(command.id)))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.setEnabled(command.enabled())
        action.setMenuRole(_ROLES.get(command.id, QAction.MenuRole.NoRole))
        action.triggered.connect(lambda: self._commands.run(command.id))
        return action

    def _fill_once(self) -> None:
        """Fill every menu once the commands are known: macOS puts About, Settings and Quit into a menu of the program's
        own, and finds them only where they stand already."""
        if any(command.id in _ROLES for command in self._commands.all()):
            self._commands.changed.disconnect(self._fill_once)
            for name in MENUS:
                self.fill(name)

    def _show_menus(self) -> None:
        used = {menu_of(command) for command in self._commands.all()}
        for name, menu in self._menus.items():
            menu.menuAction().setVisible(name in used)
