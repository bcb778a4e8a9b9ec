"""The page of the day: a greeting, and cards in two columns, or in one where there is little room."""

from __future__ import annotations

from typing import get_args

from PySide6.QtCore import QDate, QLocale, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from pkm_app.base.events import Subject
from pkm_app.ui.i18n import Worded, tr
from pkm_app.ui.room import Context
from pkm_app.ui.scrolling import scrolling
from pkm_app.ui.today.day_card import DayCard
from pkm_app.ui.today.finds_card import FindsCard
from pkm_app.ui.today.mirror import MirrorCard
from pkm_app.ui.today.questions_card import QuestionsCard
from pkm_app.ui.today.waiting_card import WaitingCard
from pkm_app.ui.today.year_card import YearCard
from pkm_app.ui.welcome import SampleNote
from pkm_app.ui.widgets import Label, Panel

_WIDEST = 1180
_TWO_COLUMNS = 780  # pixels from which two stand side by side
_ROOMY = 1090  # pixels from which there is room beside the cards
_SOON = 120  # milliseconds: many things change at once, and are looked at once


class TodayPage(Worded, Panel):
    """Shows the cards that a person wants."""

    def __init__(self, context: Context) -> None:
        super().__init__(context.look, "paper")
        self._context = context
        self._two = True
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.say(self.setAccessibleName, "Today")
        self._heading = Label(context.look, "ink", 27, 600, family="reading")
        self._question = Label(context.look, "ink2", 13)
        self.say(self._question.setText, "What would you like to find out?")
        self.waiting, self.questions, self.finds = WaitingCard(context), QuestionsCard(context), FindsCard(context)
        self.mirror, self.year = MirrorCard(context), YearCard(context)
        self.cards: tuple[DayCard, ...] = (self.questions, self.waiting, self.finds, self.year, self.mirror)
        self._nothing = Label(context.look, "ink2", 14, wrap=True)
        self.say(self._nothing.setText, "You have put all cards of this page away. The settings bring them back.")
        self._grid = QGridLayout()
        self._grid.setSpacing(16)
        self._column = QWidget()
        box = QVBoxLayout(self._column)
        box.setContentsMargins(0, 28, 0, 28)
        box.setSpacing(4)
        self._first = SampleNote(context)
        box.addWidget(self._first)
        box.addWidget(self._heading)
        box.addWidget(self._question)
        box.addSpacing(18)
        box.addWidget(self._nothing)
        box.addLayout(self._grid)
        box.addStretch(1)
        self._middle = QWidget()
        self._margins = QVBoxLayout(self._middle)
        self._margins.setContentsMargins(0, 0, 0, 0)
        self._margins.addWidget(self._column)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolling(self._middle))
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON)
        self._soon.timeout.connect(self.load)
        for card in self.cards:
            card.setParent(self._column)  # before it is ever shown, or it would be a window
            card.wanted_changed.connect(self._arrange)
        for subject in get_args(Subject):
            context.relay.listen(subject, self._changed)
        self._arrange()
        self.words_changed()

    def load(self) -> None:
        """Ask for what is shown; it appears when it is there."""
        self._greet()
        self._first.look_again()
        self._arrange()
        for card in self.cards:
            if card.wanted():
                card.load()

    def words_changed(self) -> None:
        self._greet()
        if self.isVisible():
            self._soon.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        side = max(28, min(92, (self.width() - _ROOMY) // 3), (self.width() - _WIDEST) // 2)
        self._margins.setContentsMargins(side, 0, side, 0)
        two = self.width() - 2 * side >= _TWO_COLUMNS
        if two != self._two:
            self._two = two
            self._arrange()

    def _greet(self) -> None:
        now = self._context.services.now()
        day = QLocale().toString(QDate(now.year, now.month, now.day), "dddd").capitalize()
        part = tr("{day} morning") if now.hour < 12 else tr("{day} afternoon") if now.hour < 18 else tr("{day} evening")
        self._heading.setText(part.format(day=day))

    def _changed(self, ids: tuple[str, ...]) -> None:
        if self.isVisible():
            self._soon.start()

    def _arrange(self) -> None:
        """Put the cards that are wanted where they belong; what is put away leaves its room to the others."""
        shown = [card for card in self.cards if card.wanted() and not card.empty]
        for card in self.cards:
            self._grid.removeWidget(card)
            card.setVisible(card in shown)
        self._nothing.setVisible(not any(card.wanted() for card in self.cards))
        left = [card for card in (self.waiting, self.mirror) if card in shown]
        right = [card for card in (self.questions, self.finds, self.year) if card in shown]
        if not self._two or not left or not right:
            for row, card in enumerate(shown):
                self._grid.addWidget(card, row, 0, 1, 2)
            self._stretch(())
            return
        beside_mirror = self.year in right or len(right) == 1  # nothing else is as low as the mirror
        rows = max(len(left), len(right) + (0 if beside_mirror or len(left) == 1 else 1))
        above = rows - 1 if len(left) == 2 else rows
        self._grid.addWidget(left[0], 0, 0, above, 1)
        if len(left) == 2:
            self._grid.addWidget(left[1], above, 0, 1, 1)
        for row, card in enumerate(right):
            side = Qt.AlignmentFlag.AlignTop if card is self.finds and card is right[-1] else Qt.AlignmentFlag(0)
            self._grid.addWidget(card, row, 1, rows - row if card is right[-1] else 1, 1, side)  # no hole below finds
        self._stretch((above - 1,))

    def _stretch(self, growing: tuple[int, ...]) -> None:
        self._grid.setColumnStretch(0, 16)
        self._grid.setColumnStretch(1, 11)
        for row in range(6):
            self._grid.setRowStretch(row, int(row in growing))
