"""The page of Sense, and what goes on between its three columns."""
from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress

from PySide6.QtCore import QModelIndex, QSize, Qt
from PySide6.QtWidgets import QSplitter

from pkm_app.base.errors import NotFound, Problem
from pkm_app.flow.highlighting import PlacedHighlight
from pkm_app.sense.model import FileCard, Loaded
from pkm_app.ui.blank import BlankPage
from pkm_app.ui.boxes import stacked
from pkm_app.ui.geometry import keep_columns
from pkm_app.ui.i18n import Worded
from pkm_app.ui.lull import Lull
from pkm_app.ui.room import Context
from pkm_app.ui.sense.acts import NoteActs
from pkm_app.ui.sense.card_rows import CardRow, highlight_row
from pkm_app.ui.sense.highlight_page import HighlightPage
from pkm_app.ui.sense.left import SenseList
from pkm_app.ui.sense.listing import Listing
from pkm_app.ui.sense.looking_back import LookingBack
from pkm_app.ui.sense.note_page import NotePage
from pkm_app.ui.sense.person_page import PersonPage
from pkm_app.ui.sense.removing import remove_highlight
from pkm_app.ui.sense.rereading import Rereading
from pkm_app.ui.sense.retitling import Retitling
from pkm_app.ui.sense.side import SensePanel
from pkm_app.ui.turns import Turns

_ROOM_FOR_THREE = 860  # pixels
_LISTS = {"person": "people", "questions": "questions", "highlight": "highlights"}  # where each kind is shown


class SensePage(Worded, QSplitter):
    """List, middle, side."""

    def __init__(self, context: Context) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._context = context
        self._wanted, self._reloading, self._was_seen = "", False, False
        self._placed: dict[str, PlacedHighlight] = {}
        self.note = NotePage(context)
        self.acts = NoteActs(context, self)
        self._retitling = Retitling(context, self.note)
        self._rereading = Rereading(context, self.note, lambda: self._retitling.busy, self.forget_file)
        self.note.editor.followed.connect(self.acts.follow)
        self._highlight = HighlightPage(context)
        self._highlight.write.connect(self.acts.write_about)
        self._highlight.removed.connect(self._remove_highlight)
        self._blank = self._make_blank()
        self._person = PersonPage(context)
        self._person.wanted.connect(self._open_path)
        self._middle = stacked(self._blank, self.note, self._highlight, self._person)
        self._panel = SensePanel(context)
        self._panel.quoted.connect(self.acts.quote)
        self._panel.links.opened.connect(self.acts.follow)
        self._panel.links.wanted.connect(self.acts.follow)
        self._panel.valued.connect(lambda value: self.note.keeper.set_field("value", value or None))
        self._left = SenseList(context)
        self._left.asked.connect(self._show_kind)
        self._left.new.connect(self.acts.new_note)
        self._left.templates.connect(self.acts.choose_template)
        self.back = LookingBack(context, self._middle, self._left, self.save_now, self.acts.follow)
        self._middle.currentChanged.connect(self._show_around)
        self._list = self._left.list
        self._listing = Listing(context, lambda: self._left.kind, self._show_files)
        self._list.selectionModel().currentChanged.connect(self._chosen)
        self._list.activated.connect(self._go_in)
        self._lull = Lull(self)
        self.note.pane.written.connect(self._lull.touch)
        self.note.pane.left.connect(self._to_list)
        self._highlight.left.connect(self._to_list)
        for column in (self._left, self._middle, self._panel):
            self.addWidget(column)
        self.setHandleWidth(0)
        self.setChildrenCollapsible(False)
        self.setStretchFactor(1, 1)
        fill = keep_columns(self, context.services.settings, "sense.splitter", (300, 700, 290))
        self.turns = Turns(self, _ROOM_FOR_THREE, fill, context.look, "sense", "From your sources")
        self._left.put_below(self.turns.opener)
        self._panel.put_at_top(self.turns.closer)
        self._show_kind("notes")
        context.relay.listen("notes", self._files_changed)
        context.relay.listen("sources", self._files_changed)
        context.relay.listen("highlights", self._highlights_changed)
        context.language.changed.connect(self._load_list)

    def minimumSizeHint(self) -> QSize:
        """Ask for no width: the columns take turns where there is little."""
        return QSize(0, super().minimumSizeHint().height())

    def entered(self) -> None:
        """Come in: lists are looked at anew, the focus is where work goes on."""
        self._was_seen = True
        self.back.entered()
        self._left.saved.look_again()
        self._load_panel()
        kept = self._context.services.settings.get("sense.open")
        if self.note.card is None and kept and self._left.kind == "notes" and not self._wanted:
            with suppress(NotFound):  # it went away since
                self._open_file(self._context.services.sense.find(kept))
        self._load_list()
        self._to_list()

    def open(self, kind: str, name_: str) -> None:
        """Show what is at home here: a note, source, highlight or person, the questions; ``capture`` and
        ``write-about`` begin a note."""
        if kind == "capture":
            self.acts.new_note()
        elif kind == "write-about":
            self.acts.write_about_article(self._context.services.seek.find_article(name_))
        elif kind in _LISTS:
            self._wanted = name_
            self._show_kind(_LISTS[kind])
        else:
            self._open_at_once(self._context.services.sense.find(name_))

    def _to_list(self) -> None:
        self.turns.show_list()
        self._list.setFocus()

    def rest(self) -> None:
        """Save what is unsaved and keep the place."""
        self.save_now()
        self._highlight.rest()
        if self._was_seen:
            self._context.services.settings.put("sense.open", self.note.keeper.path)

    def thing(self) -> str:
        """Return what is open: the path of a file, or the id of a highlight; "" for nothing."""
        if self._middle.currentWidget() is self._highlight:
            row = self._list.chosen()
            return row.id if row is not None and self._left.kind == "highlights" else ""
        return self.note.keeper.path if self.has_file() and self.save_now() else ""

    def has_file(self) -> bool:
        """Return whether a file is open."""
        return self._middle.currentWidget() is self.note

    def show_written(self, path: str) -> None:
        """Show a note that was written just now, with the caret in its title."""
        self._open_at_once(self._context.services.sense.find(path))
        self.note.begin()
        self._context.relay.tell("notes", path)

    def placed(self) -> Mapping[str, PlacedHighlight]:
        """Return the highlights of the moment, by id."""
        return self._placed

    def forget_file(self) -> None:
        """Show the open file no more: it is gone."""
        self.note.close_file()
        self._middle.setCurrentWidget(self._blank)

    def choose_template(self) -> None:
        """Show the templates of notes."""
        self._left.choose_template()

    def save_now(self) -> bool:
        """Save at once what would be saved soon, the title as well; return whether all of it is in the file."""
        self._retitling.rest()
        return self.note.keeper.rest()

    def save(self) -> None:
        """The same as an act."""
        self.save_now()

    def step(self, by: int) -> None:
        """Go to the next or previous row."""
        self._list.step(by)

    def _make_blank(self) -> BlankPage:
        page = BlankPage(self._context.look, "square-pen", "sense")
        self.say(page.set_words, "Here you write in your own words: what you read, what it means to you, what you "
                                 "will try. A note begins with one sentence.")
        self.say(page.act.setText, "Write a note")
        page.act.clicked.connect(self.acts.new_note)
        return page

    def _show_kind(self, kind: str) -> None:
        self._left.show_kind(kind)
        self._load_list()

    def _load_list(self) -> None:
        if self._left.kind == "highlights":
            self._listing.forget()
            self._load_panel()
        elif not self._listing.now():
            self._choose_shown()

    def _show_files(self, rows: Sequence[CardRow]) -> None:
        self._reloading = True  # the row of what is open may come and go; it stays open
        self._left.show_rows(rows)
        self._choose_shown()

    def _choose_shown(self) -> None:
        """Let the list stand at what is open, then open what is wanted besides, once it is there."""
        self._reloading = True
        shown = self._middle.currentWidget() is self._person
        if not self._list.choose(self._person.path if shown else self.note.keeper.path if self.has_file() else ""):
            self._list.setCurrentIndex(QModelIndex())  # so that choosing the row that is there opens it
        self._reloading = False
        self._choose_wanted()

    def _load_panel(self) -> None:
        listing = self._context.services.highlighting
        self._context.relay.call(listing.listing, self._show_placed, self._context.notices.problem)

    def _show_placed(self, placed: Sequence[PlacedHighlight]) -> None:
        self._placed = {one.highlight.highlight_id: one for one in placed}
        self._panel.show_highlights(placed)
        self.back.show_placed(placed)
        if self._left.kind == "highlights":
            self._left.show_rows([highlight_row(one) for one in placed])
            self._choose_wanted()

    def _choose_wanted(self) -> None:
        if self._wanted and self._list.choose(self._wanted):
            self._wanted = ""
        if not self._list.rows.rowCount() and not self.has_file():
            self._middle.setCurrentWidget(self._blank)

    def _chosen(self, index: QModelIndex, _before: QModelIndex) -> None:
        row = self._list.chosen()
        if row is None or self._reloading:
            return
        if self._left.kind == "highlights":
            if row.id in self._placed and self.note.keeper.rest():
                self._highlight.show_highlight(self._placed[row.id])
                self._middle.setCurrentWidget(self._highlight)
        elif self._left.kind == "people":
            if self.save_now():
                self._person.show_person(row.id)
                self._middle.setCurrentWidget(self._person)
                self._show_around()
        elif row.id != self.note.keeper.path or not self.has_file():
            self._open_path(row.id)

    def _open_at_once(self, card: FileCard) -> None:
        """Open a file, whether or not the list has come to it yet."""
        self._wanted = ""
        if card.path != self.note.keeper.path or not self.has_file():
            self._open_file(card)
        self._show_kind("sources" if card.type == "source" else "notes")

    def _open_path(self, path: str) -> None:
        try:
            self._open_file(self._context.services.sense.find(path))
        except Problem as problem:  # another program was quicker: it is gone, or cannot be read
            self._context.notices.problem(problem)

    def _go_in(self, _index: QModelIndex) -> None:
        if self._middle.currentWidget() is self._highlight:
            self._highlight.begin_writing()
        elif self.has_file():
            self.note.pane.setFocus()

    def _open_file(self, card: FileCard) -> None:
        """Open a file. One whose words cannot be saved stays open: nothing typed is left behind unseen."""
        if not self.save_now():
            self._list.choose(self.note.keeper.path)
            self._middle.setCurrentWidget(self.note)
            return
        self._highlight.rest()
        loaded: Loaded = self._context.services.sense.load(card.path)
        self.note.show_file(card, loaded)
        self._panel.show_value(card.value)
        self._middle.setCurrentWidget(self.note)
        self._show_around()

    def _remove_highlight(self, highlight_id: str) -> None:
        remove_highlight(self._context, highlight_id, self._close_highlight)

    def _close_highlight(self) -> None:
        if self._middle.currentWidget() is self._highlight:  # not another page, opened meanwhile
            self._middle.setCurrentWidget(self._blank)

    def _files_changed(self, ids: tuple[str, ...]) -> None:
        self._lull.then("list", self._listing.load)
        self._lull.then("links", self._show_around)
        if not ids or self.note.keeper.path in ids:
            self._lull.then("file", self._rereading.look)

    def _show_around(self) -> None:
        """Let the side show what belongs to the file or person in the middle, and to nothing else."""
        page = self._middle.currentWidget()
        path = self._person.path if page is self._person else self.note.keeper.path if page is self.note else ""
        self._panel.show_around(path, page is self.note)

    def _highlights_changed(self, ids: tuple[str, ...]) -> None:
        if self.isVisible():
            self._load_panel()
