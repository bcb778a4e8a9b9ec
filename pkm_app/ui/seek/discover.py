"""Discover: cards of recommended sources, the living first. Nothing is followed by itself."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from pkm_app.seek.recommend import Look, Recommended
from pkm_app.ui.boxes import widgets_in
from pkm_app.ui.flow_layout import FlowLayout
from pkm_app.ui.i18n import Worded, noop, tr
from pkm_app.ui.room import Context
from pkm_app.ui.scrolling import ScrollArea
from pkm_app.ui.seek.exchanging import Exchanging
from pkm_app.ui.seek.source_card import SourceCard
from pkm_app.ui.widgets import Button, Label, Panel

CHAPTERS = (("", noop("All")), ("1", noop("Chapter 1")), ("2", noop("Chapter 2")), ("3", noop("Chapter 3")),
            ("about", noop("Introduction")), ("also", noop("Beside the eBook")))
LANGUAGES = (("en", noop("English")), ("nl", noop("Dutch")))
_AT_ONCE = 6  # cards made in one turn, so that making sixty never holds the window


class Discover(Worded, Panel):
    """``address`` carries what looks like an address and is to be followed; ``imported`` fires after an import."""

    address = Signal(str)
    imported = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__(context.look, "paper")
        self._context = context
        self._chapter = self._lang = ""
        self._to_read = False
        self._waiting: list[Recommended] = []
        self.exchanging = Exchanging(context, self)
        self.exchanging.imported.connect(self.imported)
        look = context.look
        heading, line = Label(look, "ink", 25, 600, family="reading"), Label(look, "ink2", 13, wrap=True)
        self.say(heading.setText, "Whom would you like to follow?")
        self.say(line.setText,
                 "The people whom the eBook “Social Learning: Aan de slag!” quotes, and some who are read beside it. "
                 "Who still writes comes first. Follow those you find worth your while; nothing is added by itself.")
        line.setMaximumWidth(640)
        page = QWidget()
        self._cards = FlowLayout(gap=12, column=300)
        self._none = Label(look, "ink2", 13, wrap=True)
        self.say(self._none.setText, "No source fits that. Choose another chapter or language, or other words.")
        self._none.hide()
        box = QVBoxLayout(page)
        box.setContentsMargins(34, 24, 34, 34)
        box.setSpacing(4)
        box.addWidget(heading)
        box.addWidget(line)
        box.addSpacing(10)
        box.addLayout(self._make_search())
        box.addSpacing(8)
        box.addLayout(self._make_chips())
        box.addSpacing(10)
        box.addWidget(self._none)
        box.addLayout(self._cards)
        box.addStretch(1)
        area = ScrollArea()
        area.setWidget(page)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)

    def load(self) -> None:
        """Read the recommended sources anew."""
        recommending = self._context.services.follow.recommending
        self._context.relay.call(recommending.cards, self._show, self._context.notices.problem)

    def cards(self) -> list[SourceCard]:
        """Return the cards that are made, shown or not."""
        return widgets_in(self._cards, SourceCard)

    def take_in(self, path: str) -> None:
        """Take in a file of subscriptions."""
        self.exchanging.take_in(path)

    def look_at_all(self) -> None:
        """Ask the sites of all cards that are shown whether a feed answers; nothing is followed."""
        wanted = [card.card.source.id for card in self.cards() if not card.isHidden() and card.card.act == "look"]
        if not wanted:
            self._context.notices.say(tr("Of all that are shown here it is known what they offer."))
            return
        self.look.setEnabled(False)
        self._context.relay.start(
            self._context.services.follow.recommending.look(wanted), tr("Looking which feeds answer"), self._looked,
            self._not_looked)

    def words_changed(self) -> None:
        self._filter(self.field.text())

    def _make_search(self) -> FlowLayout:
        self.field = QLineEdit()
        self.say(self._name_field, "Paste a web address, or search this list")
        self.field.setMinimumWidth(296)
        self.field.textChanged.connect(self._filter)
        self.field.returnPressed.connect(self._enter)
        take = Button(self._context.look, "upload", "outlined")
        self.say(take.setText, "Import subscriptions")
        take.clicked.connect(self.exchanging.ask_and_take_in)
        self.look = Button(self._context.look, "refresh-cw", "outlined")
        self.say(self.look.setText, "See who answers")
        self.look.clicked.connect(self.look_at_all)
        row = FlowLayout(gap=8)
        for widget in (self.field, take, self.look):
            row.addWidget(widget)
        return row

    def _make_chips(self) -> FlowLayout:
        chips = FlowLayout(gap=6)
        self.chips: dict[str, Button] = {}
        for key, words in (*CHAPTERS, *LANGUAGES, ("read", noop("To read"))):
            chip = Button(self._context.look, "book-open" if key == "read" else "", kind="chip", stage="seek")
            chip.setCheckable(True)
            chip.setChecked(key == "")
            self.say(chip.setText, words)
            chip.clicked.connect(lambda checked=False, chosen=key: self._choose(chosen, checked))
            self.chips[key] = chip
            chips.addWidget(chip)
        return chips

    def _show(self, cards: Sequence[Recommended]) -> None:
        """Cards that are here already are brought up to date in their place; else all are made, a few in a turn."""
        known = {card.card.source.id: card for card in self.cards()}
        if known and not self._waiting and {card.source.id for card in cards} == set(known):
            for card in cards:
                known[card.source.id].show_card(card)
            self._filter(self.field.text())
            return
        self._cards.clear()
        making = bool(self._waiting)
        self._waiting = list(cards)
        if not making:
            self._make_some()

    def _make_some(self) -> None:
        some, self._waiting = self._waiting[:_AT_ONCE], self._waiting[_AT_ONCE:]
        for card in some:
            made = SourceCard(self._context, card)
            self._cards.addWidget(made)  # first: shown before it stands anywhere, it would be a window of its own
            made.setVisible(self._fits(made, self._wanted()))
        if self._waiting:
            QTimer.singleShot(0, self, self._make_some)
        else:
            self._filter(self.field.text())

    def _choose(self, key: str, on: bool) -> None:
        if key == "read":
            self._to_read = on
        elif key in dict(LANGUAGES):
            self._lang = key if on else ""
        else:
            self._chapter = key
        for name, chip in self.chips.items():
            chip.setChecked(name == self._lang if name in dict(LANGUAGES) else self._to_read if name == "read"
                            else name == self._chapter)
        self._filter(self.field.text())

    def _filter(self, text: str) -> None:
        wanted = self._wanted()
        shown = 0
        for card in self.cards():
            fits = self._fits(card, wanted)
            shown += fits
            if card.isHidden() == fits:
                card.setVisible(fits)
        self._none.setVisible(not shown and not self._waiting)

    def _wanted(self) -> list[str]:
        text = self.field.text()
        return [] if _is_address(text) else text.casefold().split()

    def _fits(self, card: SourceCard, wanted: Sequence[str]) -> bool:
        source = card.card.source
        return ((not self._chapter or self._chapter in source.chapters()) and self._lang in ("", *source.language.split(
            ", ")) and (not self._to_read or card.card.readable) and all(word in source.words() for word in wanted))

    def _enter(self) -> None:
        if _is_address(self.field.text()):
            self.address.emit(self.field.text().strip())
            self.field.clear()

    def _looked(self, looks: Sequence[Look]) -> None:
        self.look.setEnabled(True)
        found = sum(bool(look.address) for look in looks)
        self._context.notices.say(tr("%n feed(s) answered.", found))
        self.load()

    def _not_looked(self, problem: object) -> None:
        self.look.setEnabled(True)
        self._context.notices.problem(problem)  # type: ignore[arg-type]  # the relay brings problems only
        self.load()

    def _name_field(self, words: str) -> None:
        self.field.setPlaceholderText(words)
        self.field.setAccessibleName(words)


def _is_address(text: str) -> bool:
    text = text.strip()
    return "://" in text or text.startswith(("feed:", "@")) or ("." in text and " " not in text)
