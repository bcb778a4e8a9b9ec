"""The page of Sense, and what goes on between its three columns."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from pkm_app.flow.highlighting import PlacedHighlight
from pkm_app.sense.model import FileCard, FileType, Highlight, Loaded
from pkm_app.sense.notes import NewNote
from pkm_app.ui.i18n import Worded, noop, tr
from pkm_app.ui.room import Context
from pkm_app.ui.sense.card_rows import CardList, file_row, highlight_row
from pkm_app.ui.sense.highlight_page import HighlightPage
from pkm_app.ui.sense.note_page import NotePage
from pkm_app.ui.sense.side import SensePanel
from pkm_app.ui.widgets import Button, Label, Panel, name

_KINDS = {"notes": noop("Notes"), "highlights": noop("Highlights"), "sources": noop("Sources")}
_TYPES: dict[str, FileType] = {"notes": "note", "sources": "source"}
_MOST = 1000


class SensePage(Worded, QSplitter):
    """List, middle, side."""

    def __init__(self, context: Context) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._context = context
        self._kind = "notes"
        self._wanted = ""
        self._placed: dict[str, PlacedHighlight] = {}
        self.note = NotePage(context)
        self._highlight = HighlightPage(context)
        self._highlight.write.connect(self.write_about)
        self._highlight.removed.connect(self._remove_highlight)
        self._empty = self._make_empty()
        self._middle = QStackedWidget()
        for widget in (self._empty, self.note, self._highlight):
            self._middle.addWidget(widget)
        self._panel = SensePanel(context)
        self._panel.quoted.connect(self._quote)
        self._panel.valued.connect(lambda value: self.note.keeper.set_field("value", value or None))
        self.addWidget(self._make_left())
        self.addWidget(self._middle)
        self.addWidget(self._panel)
        self.setHandleWidth(0)
        self.setChildrenCollapsible(False)
        self.setStretchFactor(1, 1)
        self.setSizes([300, 700, 290])
        self._show_kind("notes")
        for subject in ("notes", "sources"):
            context.relay.listen(subject, self._files_changed)
        context.relay.listen("highlights", self._highlights_changed)

    def entered(self) -> None:
        """Come in: lists are looked at anew, the focus is where work goes on."""
        self._load_list()
        self._load_panel()
        kept = self._context.services.settings.get("sense.open")
        if self.note.card is None and kept and self._kind == "notes":
            self._wanted = kept
        self._list.setFocus()

    def open(self, kind: str, name_: str) -> bool:
        """Show a note, source or highlight; ``capture`` begins a new note."""
        if kind == "capture":
            self.new_note()
            return True
        if kind not in ("note", "source", "highlight"):
            return False
        if kind == "highlight":
            self._wanted = name_
            self._show_kind("highlights")
            return True
        card = self._context.services.sense.find(name_)
        self._show_kind("sources" if card.type == "source" else "notes")
        self._wanted = card.path
        self._open_file(card)
        return True

    def rest(self) -> None:
        """Save what is unsaved and keep the place."""
        self.note.keeper.rest()
        self._highlight.rest()
        self._context.services.settings.put("sense.open", self.note.keeper.path)

    def has_file(self) -> bool:
        """Return whether a file is open."""
        return self._middle.currentWidget() is self.note

    def new_note(self) -> None:
        """Begin a note."""
        self._write(NewNote(tr("New note")), ())

    def write_about(self, highlight_id: str) -> None:
        """Begin a note that quotes a highlight."""
        highlight = self._placed[highlight_id].highlight
        self._write(NewNote(" ".join(highlight.exact.split()[:7])), (highlight_id,))

    def use_in_draft(self) -> None:
        """Compose a draft of the open file and go there."""
        self.note.keeper.rest()
        path = self.note.keeper.path
        drafting = self._context.services.share.drafting

        def composed(result: tuple[str, str]) -> None:
            self._context.relay.tell("drafts", result[1])
            self._context.go("draft", result[1])

        self._context.relay.call(lambda: drafting.new_draft((path,)), composed, self._context.notices.problem)

    def save_now(self) -> None:
        """Save at once what would be saved soon."""
        self.note.keeper.rest()

    def quote_first(self) -> None:
        """Put the first highlight that was not used yet into the note."""
        waiting = [p for p in self._placed.values() if not p.highlight.used_in] or list(self._placed.values())
        if waiting:
            self._quote(waiting[0].highlight.highlight_id)

    def step(self, by: int) -> None:
        """Go to the next or previous row."""
        self._list.step(by)

    def delete(self) -> None:
        """Move the open file to the trash."""
        self.note.keeper.rest()
        path, sense = self.note.keeper.path, self._context.services.sense

        def gone(card: FileCard) -> None:
            self.note.keeper.opened(None)
            self.note.card = None
            self._middle.setCurrentWidget(self._empty)
            self._context.notices.say(tr("“{title}” is in the trash of your PKM folder.", title=card.title))
            self._context.relay.tell("notes", card.path)

        self._context.relay.call(lambda: sense.delete(path), gone, self._context.notices.problem)

    def _make_left(self) -> QWidget:
        look = self._context.look
        panel = Panel(look, "paper", "r")
        panel.setMinimumWidth(240)
        head = Panel(look, "paper", "b")
        head.setFixedHeight(48)
        self._heading = Label(look, "ink", 13, 600)
        new = Button(look, "square-pen", stage="sense")
        self.say(lambda text: name(new, text), "New note")
        new.clicked.connect(self.new_note)
        row = QHBoxLayout(head)
        row.setContentsMargins(14, 0, 10, 1)
        row.addWidget(self._heading, 1)
        row.addWidget(new)
        chips = Panel(look, "paper", "b")
        line = QHBoxLayout(chips)
        line.setContentsMargins(12, 6, 8, 7)
        line.setSpacing(6)
        self._chips: dict[str, Button] = {}
        for kind, words in _KINDS.items():
            chip = Button(look, "", "chip", "sense")
            chip.setCheckable(True)
            self.say(chip.setText, words)
            chip.clicked.connect(lambda _on, one=kind: self._show_kind(one))
            self._chips[kind] = chip
            line.addWidget(chip)
        line.addStretch(1)
        self._list = CardList(look, self._context.services.now)
        self._list.selectionModel().currentChanged.connect(self._chosen)
        box = QVBoxLayout(panel)
        box.setContentsMargins(0, 0, 1, 0)
        box.setSpacing(0)
        box.addWidget(head)
        box.addWidget(chips)
        box.addWidget(self._list, 1)
        return panel

    def _make_empty(self) -> QWidget:
        look = self._context.look
        page = Panel(look, "surface")
        words = Label(look, "ink2", 15, wrap=True, family="reading")
        words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        words.setMaximumWidth(420)
        self.say(words.setText, "Here you write in your own words: what you read, what it means to you, what you "
                                "will try. A note begins with one sentence.")
        begin = Button(look, "square-pen", "filled", "sense")
        self.say(begin.setText, "Write a note")
        begin.clicked.connect(self.new_note)
        box = QVBoxLayout(page)
        box.addStretch(2)
        box.addWidget(words, 0, Qt.AlignmentFlag.AlignHCenter)
        box.addSpacing(14)
        box.addWidget(begin, 0, Qt.AlignmentFlag.AlignHCenter)
        box.addStretch(3)
        return page

    def _show_kind(self, kind: str) -> None:
        self._kind = kind
        for one, chip in self._chips.items():
            chip.setChecked(one == kind)
        self.say(self._heading.setText, _KINDS[kind])
        self.say(self._list.setAccessibleName, _KINDS[kind])
        self._load_list()

    def _load_list(self) -> None:
        if self._kind == "highlights":
            self._load_panel()
            return
        cards = self._context.services.sense.cards((_TYPES[self._kind],), limit=_MOST)
        self._list.rows.update_rows([file_row(card) for card in cards])
        self._choose_wanted()

    def _load_panel(self) -> None:
        listing = self._context.services.highlighting
        self._context.relay.call(listing.listing, self._show_placed, self._context.notices.problem)

    def _show_placed(self, placed: Sequence[PlacedHighlight]) -> None:
        self._placed = {one.highlight.highlight_id: one for one in placed}
        self._panel.show_highlights(placed)
        if self._kind == "highlights":
            self._list.rows.update_rows([highlight_row(one) for one in placed])
            self._choose_wanted()

    def _choose_wanted(self) -> None:
        if self._wanted and self._list.choose(self._wanted):
            self._wanted = ""
        if not self._list.rows.rowCount() and not self.has_file():
            self._middle.setCurrentWidget(self._empty)

    def _chosen(self, index: QModelIndex, _before: QModelIndex) -> None:
        row = self._list.chosen()
        if row is None:
            return
        if self._kind == "highlights":
            self.note.keeper.rest()
            self._highlight.show_highlight(self._placed[row.id])
            self._middle.setCurrentWidget(self._highlight)
        elif row.id != self.note.keeper.path or not self.has_file():
            self._open_file(self._context.services.sense.find(row.id))

    def _open_file(self, card: FileCard) -> None:
        if card.path == self.note.keeper.path and self.note.keeper.is_unsaved():
            self._middle.setCurrentWidget(self.note)
            return
        self.note.keeper.rest()
        loaded: Loaded = self._context.services.sense.load(card.path)
        self.note.show_file(card, loaded)
        self._panel.show_value(card.value)
        self._middle.setCurrentWidget(self.note)

    def _write(self, note: NewNote, quotes: Sequence[str]) -> None:
        sense = self._context.services.sense

        def made(result: tuple[str, str]) -> None:
            self._wanted = result[1]
            self._show_kind("notes")
            self._open_file(sense.find(result[1]))
            self.note.write_title()
            self._context.relay.tell("notes", result[1])

        self._context.relay.call(lambda: sense.new_note(note, quotes), made, self._context.notices.problem)

    def _quote(self, highlight_id: str) -> None:
        if not self.has_file():
            self.write_about(highlight_id)
            return
        sense = self._context.services.sense
        self._context.relay.call(lambda: sense.quotation(highlight_id), self.note.pane.insert_block,
                                 self._context.notices.problem)

    def _remove_highlight(self, highlight_id: str) -> None:
        sense = self._context.services.sense

        def gone(highlight: Highlight) -> None:
            self._middle.setCurrentWidget(self._empty)
            self._context.notices.say(tr("The highlight is gone; the history of its source still has it."))
            self._context.relay.tell("highlights", highlight.highlight_id)

        self._context.relay.call(lambda: sense.remove_highlight(highlight_id), gone, self._context.notices.problem)

    def _files_changed(self, ids: tuple[str, ...]) -> None:
        if self._kind != "highlights":
            self._load_list()
        if self.note.keeper.path in ids and not self.note.keeper.is_unsaved():
            self._reread()

    def _reread(self) -> None:
        """Take in what another program wrote into the open file; an unsaved text is never touched."""
        sense = self._context.services.sense
        loaded = sense.load(self.note.keeper.path)
        if self.note.card is not None and loaded.file.body != self.note.pane.text():
            self.note.show_file(sense.find(loaded.path), loaded)

    def _highlights_changed(self, ids: tuple[str, ...]) -> None:
        if self.isVisible():
            self._load_panel()
