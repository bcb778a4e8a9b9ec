"""What can be done with a row of the side list: by its menu (with the keyboard too), by a command, or by dragging."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QMenu

from pkm_app.base.errors import Problem
from pkm_app.seek.model import Feed
from pkm_app.seek.organising import Former, Wishes
from pkm_app.seek.triage import SavedSearch
from pkm_app.ui.i18n import noop, tr
from pkm_app.ui.question_picker import QuestionPicker
from pkm_app.ui.room import Context
from pkm_app.ui.seek.side import SideList
from pkm_app.ui.seek.side_ask import SideAsk
from pkm_app.ui.seek.side_rows import SideRow

Entry = tuple[str, Callable[[], None]]


class SideActs(QObject):
    """Names, reasons, folders, silence, saved searches and muted words. Every act says what it did, with undo."""

    def __init__(self, context: Context, side: SideList, ask: SideAsk, unfollow: Callable[[], None],
                 read_all: Callable[[], None]) -> None:
        super().__init__(side)
        self._context, self._side, self._ask = context, side, ask
        self._unfollow, self._read_all = unfollow, read_all
        self._organising, self._triage = context.services.follow.organising, context.services.follow.triage
        side.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        side.customContextMenuRequested.connect(self._menu)
        side.dropped.connect(self.drop)

    def entries(self) -> list[Entry]:
        """Return what can be done with the chosen row, in words and as an act."""
        row = self._side.chosen()
        if row is None:
            return []
        if row.kind == "feed":
            return [(tr("Why I follow…"), self.why), (tr("Rename…"), self.rename), (tr("Move to a folder…"), self.move),
                    (tr("Count its unread articles") if row.quiet else tr("Make quiet: no counts"), self.silence),
                    (tr("Attach to a learning question…"), self.attach), (tr("Mark all as read"), self._read_all),
                    (tr("Unfollow"), self._unfollow)]
        if row.kind == "folder":
            return [(tr("Rename…"), self.rename), (tr("Move to a folder…"), self.move),
                    (tr("Remove the folder, keep its sources"), self.remove), (tr("Mark all as read"), self._read_all)]
        if row.kind == "search":
            return [(tr("Rename…"), self.rename), (tr("Forget this search"), self.remove),
                    (tr("Mark all as read"), self._read_all)]
        if row.kind == "view":
            return [(tr("Mark all as read"), self._read_all), (tr("Mute words…"), self.mute)]
        return []

    def why(self) -> None:
        """Ask why the person follows the chosen source."""
        if feed := self.feed():
            self._ask.ask(noop("Why I follow {title}"), feed.why, lambda words: self._edit(feed, Wishes(why=words)),
                          about=feed.title)

    def attach(self) -> None:
        """Ask which learning question the chosen source serves."""
        if feed := self.feed():
            QuestionPicker(self._context, feed.address, self._side).open()

    def rename(self) -> None:
        """Ask for another name of the chosen source, folder or search."""
        row = self._side.chosen()
        if row is None:
            return
        if feed := self.feed():
            self._ask.ask(noop("Another name"), feed.title, lambda words: self._edit(feed, Wishes(title=words)))
        elif row.kind == "folder":
            above = row.id.rpartition("/")[0]
            self._ask.ask(noop("Another name for the folder"), row.text, lambda words: self._folder(
                lambda: self._organising.rename_folder(row.id, f"{above}/{words}".lstrip("/") if words else "")))
        elif row.kind == "search":
            self._ask.ask(noop("Another name"), row.id, lambda words: self._call(
                lambda: self._triage.rename_search(row.id, words), tr("Renamed.")))

    def move(self) -> None:
        """Ask into which folder the chosen source or folder goes; a new name makes a new one."""
        row, feed = self._side.chosen(), self.feed()
        folders = [one.id for one in self._side.rows.rows if one.kind == "folder"]
        if row is not None and row.kind in ("feed", "folder"):
            title = noop("To which folder? A new name makes one; a/b is b within a; nothing means no folder.")
            value = feed.folder if feed is not None else row.id.rpartition("/")[0]
            self._ask.ask(title, value, lambda words: self.drop(row, words), folders)

    def drop(self, row: SideRow, folder: str) -> None:
        """Put a source or a folder into a folder; "" is none."""
        if row.kind == "feed":
            feed = next((one for one in self._context.services.seek.feeds() if one.feed_id == row.id), None)
            if feed is not None and folder != row.folder:
                kept = [one.folder for one in self._side.rows.rows if one.kind == "feed" and one.id == row.id]
                self._edit(feed, Wishes(folders=[folder if name == row.folder else name for name in kept]))
            else:
                self._ask.hide()
        elif row.kind == "folder" and folder != row.id and folder != row.id.rpartition("/")[0]:
            goal = f"{folder}/{row.text}" if folder else row.text
            self._folder(lambda: self._organising.rename_folder(row.id, goal))

    def silence(self) -> None:
        """Count the chosen source's unread articles no longer, or again."""
        row, feed = self._side.chosen(), self.feed()
        if row is not None and feed is not None:
            self._edit(feed, Wishes(quiet=not row.quiet))

    def remove(self) -> None:
        """Take the chosen folder away, or forget the chosen search."""
        row = self._side.chosen()
        if row is not None and row.kind == "folder":
            self._folder(lambda: self._organising.remove_folder(row.id))
        elif row is not None and row.kind == "search":
            notices, triage = self._context.notices, self._triage

            def forgotten(search: SavedSearch) -> None:
                self._told()
                notices.say(tr("Forgotten: {name}", name=search.name),
                            lambda: self._call(lambda: triage.save_search(search), ""), forget)

            def forget() -> None:
                self._context.relay.call(lambda: triage.remove_search(row.id), forgotten, notices.problem)

            forget()

    def mute(self) -> None:
        """Ask for words to mute, and show those that are."""
        self._ask.ask(noop("Words that keep an article out of the inbox"), "", lambda words: self._mute(words, True))
        self._show_muted()

    def _mute(self, words: str, on: bool) -> None:
        said = tr("Muted: {words}", words=words) if on else tr("Heard again: {words}", words=words)

        def done(_: None) -> None:
            self._context.notices.say(said, lambda: self._unsaid(words, not on), lambda: self._mute(words, on))
            self._context.relay.tell("articles")
            self._ask.field.clear()
            if self._ask.isVisible():
                self._show_muted()

        self._context.relay.start(self._triage.mute(words, on), tr("Looking through the articles"), done,
                                  self._ask.failed)

    def _unsaid(self, words: str, on: bool) -> None:
        """Take muting back; that is no act of its own."""
        self._context.relay.start(self._triage.mute(words, on), tr("Looking through the articles"),
                                  lambda _: self._context.relay.tell("articles"), self._say_problem)

    def _show_muted(self) -> None:
        self._context.relay.call(self._triage.muted, lambda muted: self._ask.show_chips(
            muted, lambda word: self._mute(word, False), tr("Let be heard again")), self._ask.failed)

    def feed(self) -> Feed | None:
        """Return the chosen source, None where the row is none."""
        row = self._side.chosen()
        if row is None or row.kind != "feed":
            return None
        return next((feed for feed in self._context.services.seek.feeds() if feed.feed_id == row.id), None)

    def _edit(self, feed: Feed, wishes: Wishes) -> None:
        self._folder(lambda: self._organising.edit(feed, wishes), tr("Changed: {title}", title=feed.title))

    def _folder(self, act: Callable[[], Former], words: str = "") -> None:
        """Do an act on the list, say so with undo."""
        organising = self._organising

        def done(former: Former) -> None:
            self._told()
            self._context.notices.say(words or tr("The folders are changed."), lambda: self._call(
                lambda: organising.put_back(former), ""), lambda: self._folder(act, words))

        self._context.relay.call(act, done, self._say_problem)

    def _call(self, act: Callable[[], object], words: str) -> None:
        def done(_: object) -> None:
            self._told()
            if words:
                self._context.notices.say(words)

        self._context.relay.call(act, done, self._say_problem)

    def _say_problem(self, problem: Problem) -> None:
        (self._ask.failed if self._ask.isVisible() else self._context.notices.problem)(problem)

    def _told(self) -> None:
        self._ask.hide()
        self._context.relay.tell("feeds")

    def _menu(self, place: QPoint) -> None:
        row = self._side.row_at(place)
        if row is not None and row.kind != "heading":
            self._side.setCurrentIndex(self._side.indexAt(place))
        entries = self.entries()
        if not entries:
            return
        menu = QMenu(self._side)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for words, act in entries:
            menu.addAction(words.replace("&", "&&")).triggered.connect(act)
        menu.popup(self._side.viewport().mapToGlobal(place))
