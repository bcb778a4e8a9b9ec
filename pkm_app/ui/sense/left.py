"""The left of Sense: what to look through (notes, highlights, sources) and the list itself."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedLayout, QVBoxLayout, QWidget

from pkm_app.ui.empty import EmptyState
from pkm_app.ui.flow_layout import FlowLayout
from pkm_app.ui.i18n import Worded, noop
from pkm_app.ui.little_room import EmptyArea
from pkm_app.ui.room import Context
from pkm_app.ui.search_side import SavedSearches
from pkm_app.ui.sense.card_rows import CardList, CardRow
from pkm_app.ui.widgets import Button, Label, Panel, name

KINDS = {"notes": noop("Notes"), "highlights": noop("Highlights"), "sources": noop("Sources"),
         "questions": noop("Questions"), "people": noop("People")}
_NOTHING = {
    "notes": noop("Your notes stand here, the latest first."),
    "highlights": noop("What you highlight while reading is gathered here. Select some words in an article and "
                       "press H."),
    "sources": noop("Every article that you keep or highlight gets a page of its own here."),
    "questions": noop("What would you like to find out? Open a note, an article or a highlight and press Q."),
    "people": noop("Authors and colleagues get a page here. Open an article of theirs and press P."),
}

_SAVED = 5  # searches that stand here; all are on the search page


class SenseList(Worded, Panel):
    """``asked`` fires with the kind a person wants to look through, ``new`` when a note shall be begun,
    ``templates`` (with the button under which they are shown) when one shall be begun from a template."""

    asked = Signal(str)
    new = Signal()
    templates = Signal(QWidget)
    waiting_wanted = Signal()
    review_wanted = Signal()

    def __init__(self, context: Context) -> None:
        look = context.look
        super().__init__(look, "paper", "r")
        self.kind = "notes"
        self.setMinimumWidth(224)  # the words at its foot are whole, in Dutch too
        self.list = CardList(look, context.services.now)
        self._empty = EmptyState(look, "highlighter", "sense")
        body = QWidget()
        self._lists = QStackedLayout(body)
        self._lists.addWidget(self.list)
        self._no_rows = EmptyArea(self._empty)
        self._lists.addWidget(self._no_rows)
        box = self._box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 1, 0)
        box.setSpacing(0)
        box.addWidget(self._make_head(context))
        box.addWidget(self._make_chips(context))
        box.addWidget(body, 1)
        box.addWidget(self._make_saved(context))
        box.addWidget(self._make_foot(context))
        self.show_kind("notes")

    def show_kind(self, kind: str) -> None:
        """Say what is looked through."""
        self.kind = kind
        for one, chip in self._chips.items():
            chip.setChecked(one == kind)
        self.say(self._heading.setText, KINDS[kind])
        self.say(self.list.setAccessibleName, KINDS[kind])
        self.say(self._empty.set_words, _NOTHING[kind])

    def show_rows(self, rows: Sequence[CardRow]) -> None:
        """Show these, touching only what differs."""
        self.list.rows.update_rows(rows)
        self._lists.setCurrentWidget(self.list if rows else self._no_rows)

    def show_waiting(self, count: int) -> None:
        """Say how many highlights wait for words; nothing where none does."""
        self._waiting.setVisible(count > 0)
        self.say(self._waiting.setText, "Waiting for your words · {number}", number=count)
        self._foot.setVisible(not self._waiting.isHidden() or not self._review.isHidden())

    def show_time_to_look_back(self, on: bool) -> None:
        """Offer to look back, when the rhythm asks for it."""
        self._review.setVisible(on)
        self._foot.setVisible(not self._waiting.isHidden() or not self._review.isHidden())

    def _make_saved(self, context: Context) -> QWidget:
        holder = Panel(context.look, "paper", "t")
        self.saved = SavedSearches(context.look, context.services.finding.queries, context.notices, _SAVED)
        self.saved.chosen.connect(lambda query: context.go("search", query))
        box = QVBoxLayout(holder)
        box.setContentsMargins(8, 7, 8, 6)
        box.addWidget(self.saved)
        self.saved.shown.connect(holder.setVisible)
        self.saved.look_again()
        return holder

    def _make_foot(self, context: Context) -> QWidget:
        self._foot = Panel(context.look, "paper", "t")
        self._waiting = Button(context.look, "quote", "plain", "sense", left=True)
        self._review = Button(context.look, "history", "plain", "sense", left=True)
        self.say(self._review.setText, "Time to look back")
        box = QVBoxLayout(self._foot)
        box.setContentsMargins(2, 6, 2, 6)
        box.setSpacing(2)
        for button, signal in ((self._waiting, self.waiting_wanted), (self._review, self.review_wanted)):
            button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            button.clicked.connect(signal)
            button.hide()
            box.addWidget(button)
        self._foot.hide()
        return self._foot

    def put_below(self, button: QWidget) -> None:
        """Let a button stand below everything."""
        self._box.addWidget(button)

    def choose_template(self) -> None:
        """Show the templates under their button."""
        self.templates.emit(self._more)

    def _make_head(self, context: Context) -> QWidget:
        head = Panel(context.look, "paper", "b")
        head.setFixedHeight(48)
        self._heading = Label(context.look, "ink", 13, 600)
        new = Button(context.look, "square-pen", stage="sense")
        self.say(lambda text: name(new, text), "New note")
        new.clicked.connect(self.new)
        row = QHBoxLayout(head)
        row.setContentsMargins(14, 0, 10, 1)
        self._more = Button(context.look, "chevron-down", stage="sense")
        self.say(lambda text: name(self._more, text), "New note from a template")
        self._more.clicked.connect(self.choose_template)
        row.setSpacing(0)
        row.addWidget(self._heading, 1)
        row.addWidget(new)
        row.addWidget(self._more)
        return head

    def _make_chips(self, context: Context) -> QWidget:
        chips = Panel(context.look, "paper", "b")
        holder = QWidget()
        line = FlowLayout(holder, 6)
        box = QVBoxLayout(chips)
        box.setContentsMargins(12, 7, 8, 8)
        box.addWidget(holder)
        self._chips: dict[str, Button] = {}
        for kind, words in KINDS.items():
            chip = Button(context.look, "", "chip", "sense")
            chip.one_of()
            self.say(chip.setText, words)
            chip.clicked.connect(lambda _on, one=kind: self.asked.emit(one))
            self._chips[kind] = chip
            line.addWidget(chip)
        return chips
