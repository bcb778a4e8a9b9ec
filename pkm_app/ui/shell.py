"""The window: rail, top bar with the search field, the rooms, and the strip below them.

How to use it: ``start.make_window`` builds it. ``shell.add_room(room)`` plugs a room in (see room.Room),
``shell.go(kind, id)`` opens a thing wherever it is at home, ``shell.context`` is what rooms are given.
Window size, place and the room last seen are kept in the settings.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QVBoxLayout, QWidget

from pkm_app.base.errors import Problem
from pkm_app.seek.model import RefreshResult
from pkm_app.ui.boxes import Pages
from pkm_app.ui.commands import Command, Commands
from pkm_app.ui.drops import Drops
from pkm_app.ui.finder import Finder
from pkm_app.ui.focus_order import focus_next
from pkm_app.ui.geometry import OnScreens, keep_geometry, restore_geometry
from pkm_app.ui.help_commands import help_commands
from pkm_app.ui.i18n import Language, Worded, noop, tr
from pkm_app.ui.look import Look
from pkm_app.ui.menus import Menus
from pkm_app.ui.notices import Notices
from pkm_app.ui.notify import Notifier
from pkm_app.ui.palette import Palette
from pkm_app.ui.rail import Rail
from pkm_app.ui.recents import lately
from pkm_app.ui.relay import Job, Relay
from pkm_app.ui.room import Context, Room
from pkm_app.ui.search_commands import search_commands
from pkm_app.ui.services import Services
from pkm_app.ui.side_pages import CARE, SidePages
from pkm_app.ui.spoken import Whisper
from pkm_app.ui.strip import Strip
from pkm_app.ui.thing_commands import thing_commands, trace
from pkm_app.ui.top_bar import TopBar
from pkm_app.ui.undoing import Undoing

_PLACES = {
    "today": (noop("Go to Today"), "G, T"), "seek": (noop("Go to Seek"), "G, K"),
    "sense": (noop("Go to Sense"), "G, N"), "share": (noop("Go to Share"), "G, D"),
}


class Shell(Worded, QMainWindow):
    """The main window. ``closing`` fires once, after the rooms have put everything to rest; ``begun`` once, when the
    first steps are left, or at once where there are none to take; ``built`` when the page of a room is in its place."""

    closing = Signal()
    begun = Signal()
    built = Signal()

    def __init__(self, services: Services, look: Look, language: Language) -> None:
        super().__init__()
        self._services, self._look, self._language = services, look, language
        self._rooms: dict[str, Room] = {}
        self._current = self._refreshed = ""
        self._refreshing: Job | None = None
        self._refresh_told = False
        self.relay = Relay(services.runner, self)
        self.notices = Notices(self)
        self.notifier = Notifier(self, services.settings, self.relay, services.desktop)
        self.commands = Commands(self, services.settings)
        self.context = Context(services, look, language, self.relay, self.commands, self.notices, self.go)
        self.setWindowTitle("PKM")
        self._menus = Menus(self.menuBar(), self.commands)
        self._build()
        self.setAcceptDrops(True)
        Drops(self.context, self, self.finder.field)
        self.commands.add(self._own_commands())
        self.commands.add(search_commands(self.pages.search))
        self.finder.words_changed()
        self._restore()

    def add_room(self, room: Room) -> None:
        """Plug a room in; the order of calls is the order of the rail."""
        self._rooms[room.stage] = room
        self.rail.add(room)
        room.page.place = partial(self._place, room.stage)
        words, key = _PLACES[room.stage]
        self.commands.add([Command(f"go.{room.stage}", words, key, lambda: self.show_room(room.stage))])
        self.commands.add(room.commands())

    def come_forward(self) -> None:
        """Come to the front: the program was started a second time."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def begin(self) -> None:
        """Show the first steps to who has not begun, else the room last seen, once all rooms are in."""
        if self._services.beginning.is_first():
            self.show_welcome()
            return
        then, last = self._services.beginning.take_then(), self._services.settings.get("window.room", "today")
        first = next(stage for stage in self._rooms if self.rail.shows(stage))
        self.show_room(last if self.rail.shows(last) and not then else first)
        if then and then != self._current:
            self.go(then, "")

    def is_beginning(self) -> bool:
        """Return whether the first steps are on the screen."""
        return self._current == "welcome"

    def show_room(self, stage: str) -> None:
        """Go to a room."""
        self._leave_welcome(stage)
        if self._current in self._rooms and self._current != stage:
            self._rooms[self._current].rest()
        self._current = stage
        room = self._rooms[stage]
        self._stack.setCurrentWidget(room.page())
        self.rail.show_room(stage)
        self.say(self._title.setText, room.title())
        self.commands.enter(stage)
        self._services.settings.put("window.room", stage)
        room.entered()

    def show_settings(self, name: str = "") -> None:
        """Go to the settings, to the one of this name (see ``setting_words``) if any."""
        self._show_page("settings", self.pages.settings, "Settings", "settings")
        self.pages.settings.entered(name)

    def show_welcome(self) -> None:
        """Take the first steps, or take them up again."""
        self._show_page("welcome", self.pages.welcome, noop("First steps"), "")
        self.pages.welcome.begin()

    def show_care(self, name: str) -> None:
        """Go to a page of care: ``checkup`` or ``import``."""
        words = {"checkup": noop("Check-up"), "import": noop("Take in from elsewhere")}[name]
        self._show_page(name, self.pages.care(name), words, "settings")
        self.pages.care(name).entered()

    def show_search(self, query: str) -> None:
        """Go to the page of results; "" as it was left."""
        page = self.pages.search()
        self._show_page("search", page, noop("Search"), "search")
        if query:
            page.begin(query)
        else:
            page.entered()

    def _show_page(self, name: str, page: QWidget, words: str, rail: str) -> None:
        self._leave_welcome(name)
        if self._current in self._rooms:
            self._rooms[self._current].rest()
        self._current = name
        self._stack.setCurrentWidget(page)
        self.rail.show_room(rail)
        self.say(self._title.setText, words)
        self.commands.enter(name)

    def _leave_welcome(self, going_to: str) -> None:
        if self._current == "welcome" and going_to != "welcome":
            self._services.beginning.put_off()
            self.begun.emit()

    def go(self, kind: str, name: str) -> None:
        """Open a thing wherever it is at home, going to that room. What is gone is said, not raised."""
        pages: dict[str, Callable[[], None]] = {
            "search": lambda: self.show_search(name), "settings": lambda: self.show_settings(name),
            "trace": lambda: trace(self.context, self, name),
            **{care: partial(self.show_care, care) for care in CARE},
            **{stage: partial(self.show_room, stage) for stage in self._rooms}}
        if kind in pages:
            pages[kind]()
            return
        for stage, room in self._rooms.items():
            try:
                if room.open(kind, name):
                    if self._current != stage:
                        self.show_room(stage)
                    else:
                        room.entered()
                    return
            except Problem as problem:
                self.notices.problem(problem)
                return
        self.notices.warn(tr("This cannot be opened here."))

    def refresh(self) -> None:
        """Fetch what is due; pressed again, stop."""
        if self._refreshing is not None:
            self.relay.stop(self._refreshing)
            return
        self.refresh_by_itself()
        self._refresh_told = True

    def refresh_by_itself(self) -> None:
        """Fetch what is due, unless that is under way."""
        if self._refreshing is not None:
            return
        self._refresh_told = False  # nobody asked, so nobody waits to hear how it went
        operation = self._services.seek.refresh()
        self._refreshing = self.relay.start(operation, tr("Refreshing your sources"), self._refresh_done)
        self.rail.show_refreshed("", True)

    def closeEvent(self, event: QCloseEvent) -> None:
        for room in self._rooms.values():
            room.rest()
        keep_geometry(self, self._services.settings)
        self.relay.finish()
        self.relay.close()
        self.closing.emit()
        super().closeEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        return focus_next(self, forward)

    def words_changed(self) -> None:
        self.rail.show_refreshed(self._refreshed, self._refreshing is not None)

    def _place(self, stage: str, page: QWidget) -> None:
        page.setProperty("stage", stage)  # its accent, for all that is in it
        self._stack.addWidget(page)
        self.built.emit()

    def _build(self) -> None:
        self.rail = Rail(self._look)
        self.rail.chosen.connect(self.show_room)
        self.rail.heed(self._services.settings, self.relay)
        self.rail.refresh.connect(self.refresh)
        self.rail.settings.connect(self.show_settings)
        settings = self._services.settings
        self.finder = Finder(self._look, self.relay, self._services.search, self.commands,
                             Palette(self.commands, settings), self.go, lambda: lately(settings, self._current))
        self.relay.job_ended.connect(self._job_ended)
        self._stack = Pages()
        self.pages = SidePages(self.context, self._stack, self.begun.emit)
        right = QVBoxLayout()
        right.setSpacing(0)
        bar = TopBar(self._look, self.finder, self.commands)
        self._title = bar.title
        right.addWidget(bar)
        right.addWidget(self._stack, 1)
        right.addWidget(Strip(self._look, self.relay, self.notices))
        middle = QWidget()
        row = QHBoxLayout(middle)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addLayout(right, 1)
        self.setCentralWidget(middle)
        whisper = Whisper(self._look, middle)
        self.notices.whispered.connect(lambda words: whisper.tell(words))  # not the method itself: see tell_role

    def _own_commands(self) -> list[Command]:
        undoing = Undoing(self.notices)
        return [
            Command("window.search", "Search", "Ctrl+K", self.finder.begin),
            Command("window.find", "Search everything", "/", self.finder.begin),
            Command("window.results", "Results and saved searches", "Ctrl+Shift+F", lambda: self.show_search("")),
            Command("window.capture", "Capture", "Ctrl+Shift+N", self._capture),
            *thing_commands(self.context, self, self._thing),
            Command("window.refresh", "Refresh", "F5", self.refresh),
            Command("window.undo", "Undo", "Ctrl+Z", undoing.undo, undoing.can_undo),
            Command("window.redo", "Redo", "Ctrl+Shift+Z", undoing.redo, undoing.can_redo),
            *help_commands(self.context, self),
            Command("window.welcome", "First steps", "", self.show_welcome),
            Command("window.settings", "Settings", "Ctrl+,", self.show_settings),
            Command("window.checkup", "Check-up", "", lambda: self.show_care("checkup")),
            Command("window.import", "Take in from elsewhere", "", lambda: self.show_care("import")),
            Command("window.close", "Close the window", "Ctrl+Q", self.close),
        ]

    def _capture(self) -> None:
        from pkm_app.ui.capture import CaptureDialog

        CaptureDialog(self.context, self).open()

    def _thing(self) -> str:
        """What is open in the room, "" for nothing."""
        return self._rooms[self._current].thing() if self._current in self._rooms else ""

    def _refresh_done(self, results: tuple[RefreshResult, ...]) -> None:
        self._refreshed = self._services.now().strftime("%H:%M")
        self.notifier.refreshed(results)
        if self._refresh_told:
            self.notices.say(tr("%n new article(s).", sum(one.new for one in results)))

    def _job_ended(self, job: Job) -> None:
        if job is self._refreshing:
            self._refreshing = None
            self.rail.show_refreshed(self._refreshed, False)

    def _restore(self) -> None:
        enlarged = self._services.settings.get("scale", "100") != "100"  # then a screen holds less
        OnScreens(self, enlarged)
        self.resize(1280, 800)
        restore_geometry(self, self._services.settings)
