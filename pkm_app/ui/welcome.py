"""The first steps, on one page: which language, which folder, where to begin. They can be left and taken up again."""

from __future__ import annotations

import os

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from pkm_app.base.errors import Problem
from pkm_app.ui.dialogs import choose_folder
from pkm_app.ui.flow_layout import FlowLayout
from pkm_app.ui.i18n import LANGUAGES, Worded, noop, problem_text, tr
from pkm_app.ui.room import Context
from pkm_app.ui.scrolling import scrolling
from pkm_app.ui.widgets import Button, Card, Icon, Label, Panel, name

_WIDEST = 760


class FolderChoice(Worded, QWidget):
    """The folder that will be used, with the system's own dialog to choose another. ``chosen`` carries it."""

    chosen = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.folder = context.services.beginning.folder
        self.setAcceptDrops(True)  # a folder can be dropped here, in the settings as well
        self.path = Label(context.look, "ink", 14, 500, wrap=True)
        self.told = Label(context.look, "ink2", 12, wrap=True)
        self.act = Button(context.look, "folder-open", "outlined")
        self.say(self.act.setText, "Choose another folder")
        self.act.clicked.connect(self._choose)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        box.addWidget(self.path)
        box.addWidget(self.told)
        box.addWidget(self.act, 0, Qt.AlignmentFlag.AlignLeft)
        self.show_folder(self.folder)

    def show_folder(self, folder: str) -> None:
        """Show a folder as the one that will be used."""
        self.folder = folder
        self.path.setText(folder.replace("/", "/\u200b").replace("\\", "\\\u200b"))  # it may break at each folder
        self.say(self.path.setAccessibleName, "Your PKM folder: {folder}", folder=folder)
        self.told.hide()

    def take(self, folder: str) -> None:
        """Look at a folder that was chosen, and take it if it will do."""
        beginning = self._context.services.beginning

        def looked(holds_notes: bool) -> None:
            self.show_folder(folder)
            self._tell(tr("There are files in this folder already. They stay exactly as they are.") if holds_notes
                       else tr("This folder is empty. PKM makes its own folders in it."), "ink2")
            self.chosen.emit(folder)

        self._context.relay.call(lambda: beginning.check(folder), looked, self.refuse)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Qt's own: a folder that is dragged here can be dropped."""
        if _folder_in(event.mimeData()):
            event.acceptProposedAction()
        else:
            event.ignore()  # what else is dropped is for the window

    def dropEvent(self, event: QDropEvent) -> None:
        """Qt's own: choose the folder that was dropped."""
        folder = _folder_in(event.mimeData())
        if folder:
            event.acceptProposedAction()
            self.take(folder)

    def refuse(self, problem: Problem) -> None:
        """Say why a folder will not do; the former one stays."""
        self._tell(problem_text(problem), "error")

    def _choose(self) -> None:
        folder = choose_folder(self, tr("Your PKM folder"), self.folder)
        if folder:
            self.take(folder)

    def _tell(self, words: str, role: str) -> None:
        self.told.set_role(role)
        self.told.setText(words)
        self.told.show()


def _folder_in(data: QMimeData) -> str:
    """Return the one folder that is dragged, "" for anything else."""
    paths = [url.toLocalFile() for url in data.urls() if url.isLocalFile()]
    return paths[0] if len(paths) == 1 and os.path.isdir(paths[0]) else ""


class FolderDrop(QObject):
    """Lets a folder be dropped anywhere on a page, as if on its FolderChoice."""

    def __init__(self, page: QWidget, choice: FolderChoice) -> None:
        super().__init__(page)
        self._choice = choice
        page.setAcceptDrops(True)
        page.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDragEnterEvent):
            self._choice.dragEnterEvent(event)
            return event.isAccepted()
        if isinstance(event, QDropEvent) and event.type() == QEvent.Type.Drop and _folder_in(event.mimeData()):
            self._choice.dropEvent(event)
            return True
        return False


class WelcomePage(Worded, Panel):
    """Three cards. ``left`` fires when the person goes on, wherever to."""

    left = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__(context.look, "paper")
        self._context = context
        look = context.look
        title = Label(look, "ink", 27, 600, family="reading")
        self.say(title.setText, "Welcome")
        about = Label(look, "ink2", 14, wrap=True)
        self.say(about.setText, "Follow people worth following, think about what you read, and pass it on with credit. "
                                "Three choices, and you are off; the settings let you change each of them later.")
        column = QWidget()
        box = QVBoxLayout(column)
        box.setContentsMargins(0, 32, 0, 32)
        box.setSpacing(14)
        box.addWidget(title)
        box.addWidget(about)
        box.addSpacing(4)
        box.addWidget(self._language())
        box.addWidget(self._folder())
        box.addWidget(self._begin())
        box.addStretch(1)
        middle = QWidget()
        self._margins = QVBoxLayout(middle)
        self._margins.addWidget(column)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolling(middle))
        self.say(self.setAccessibleName, "Welcome")
        FolderDrop(self, self.choice)

    def begin(self) -> None:
        """Put the focus on the first choice, with the folder of the moment."""
        self.choice.show_folder(self._context.services.beginning.folder)
        self._languages[self._context.language.code].setFocus()

    def words_changed(self) -> None:
        for code, button in self._languages.items():
            button.setChecked(code == self._context.language.code)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        side = max(28, (self.width() - _WIDEST) // 2)
        self._margins.setContentsMargins(side, 0, side, 0)

    def _card(self, icon: str, words: str, about: str) -> Card:
        card = Card(18, 10)
        row = QHBoxLayout()
        row.setSpacing(8)
        title = Label(self._context.look, "ink", 14, 600)
        self.say(title.setText, words)
        row.addWidget(Icon(self._context.look, icon, "ink2", 17))
        row.addWidget(title, 1)
        card.box.addLayout(row)
        if about:
            told = Label(self._context.look, "ink2", 13, wrap=True)
            self.say(told.setText, about)
            card.box.addWidget(told)
        return card

    def _language(self) -> Card:
        card = self._card("languages", noop("Language"), "")
        holder = QWidget()
        flow = FlowLayout(holder, gap=6)
        self._languages: dict[str, Button] = {}
        for code, words in LANGUAGES.items():
            button = Button(self._context.look, "", "outlined")
            button.one_of()
            button.setText(words)
            button.setChecked(code == self._context.language.code)
            button.clicked.connect(lambda _=False, code=code: self._speak(code))
            self._languages[code] = button
            flow.addWidget(button)
        card.box.addWidget(holder)
        return card

    def _folder(self) -> Card:
        card = self._card("folder", noop("Your PKM folder"), noop(
            "Everything you write, choose or quote is kept here as plain files of your own. Notes you have already, as "
            "in a folder of Obsidian, are welcome: PKM changes nothing in them."))
        self.choice = FolderChoice(self._context)
        card.box.addWidget(self.choice)
        return card

    def _begin(self) -> Card:
        card = self._card("compass", noop("Where to begin"), noop(
            "People to follow are suggested, and none is followed unless you say so. The sample library works without "
            "a network, and has a folder of its own: nothing of it comes among your things."))
        holder = QWidget()
        flow = FlowLayout(holder, gap=8)
        self.acts: dict[str, Button] = {}
        for key, icon, kind, words in (
            ("discover", "compass", "filled", noop("Choose people to follow")),
            ("sample", "book-open", "outlined", noop("Try the sample library")),
            ("today", "", "plain", noop("Just begin")),
        ):
            button = Button(self._context.look, icon, kind)  # type: ignore[arg-type]  # each is a Kind
            self.say(button.setText, words)
            button.clicked.connect(lambda _=False, key=key: self._go(key))
            self.acts[key] = button
            flow.addWidget(button)
        card.box.addWidget(holder)
        return card

    def _speak(self, code: str) -> None:
        self._context.services.settings.put("language", code)
        self._context.language.set(code)
        self.words_changed()

    def _go(self, where: str) -> None:
        if where == "sample":
            open_sample(self._context)
            return
        beginning, folder = self._context.services.beginning, self.choice.folder

        def kept(reopen: bool) -> None:
            if reopen:
                self._context.commands.run("window.close")
                return
            self.left.emit()
            self._context.go(where, "")

        self._context.relay.call(lambda: beginning.choose(folder, where), kept, self.choice.refuse)


class SampleNote(Worded, Panel):
    """A line over the day: the first steps can be taken up again, or the sample library left."""

    def __init__(self, context: Context) -> None:
        super().__init__(context.look, "paper")
        self._context = context
        words = Label(context.look, "ink2", 13, wrap=True)
        act = Button(context.look, "", "outlined")
        card = Card(12, 8)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(Icon(context.look, "info", "ink2", 17))
        row.addWidget(words, 1)
        row.addWidget(act)
        card.box.addLayout(row)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 12)
        box.addWidget(card)
        if context.services.beginning.sample:
            self.say(words.setText, "This is the sample library: try whatever you like. Nothing of it comes among your "
                                    "own things.")
            self.say(act.setText, "To my own folder")
            act.clicked.connect(lambda: leave_sample(context))
        else:
            self.say(words.setText, "You left the first steps. They go on where you were.")
            self.say(act.setText, "First steps")
            act.clicked.connect(lambda: context.commands.run("window.welcome"))
        self.say(lambda words: name(self, words), "First steps")
        self.hide()  # until it is asked to look: shown before it has a place, it would be a window

    def look_again(self) -> None:
        """Show itself while there is something to say."""
        beginning = self._context.services.beginning
        self.setVisible(beginning.sample or beginning.state() == "later")


def open_sample(context: Context) -> None:
    """Lay the sample library out and open it: the window closes and comes again."""
    beginning, language = context.services.beginning, context.language.code
    context.relay.call(lambda: beginning.try_sample(language), lambda _: context.commands.run("window.close"),
                       context.notices.problem)


def leave_sample(context: Context) -> None:
    """Go back to one's own folder."""
    context.relay.call(context.services.beginning.leave_sample, lambda _: context.commands.run("window.close"),
                       context.notices.problem)
