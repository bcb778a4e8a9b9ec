"""The page of the day: a greeting, and cards in two columns, or in one where there is little room."""

from __future__ import annotations

from typing import get_args

from PySide6.QtCore import QDate, QLocale, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from pkm_app.base.events import Subject
from pkm_app.ui.i18n import Worded, tr
from pkm_app.ui.room import Context
from pkm_app.ui.scrolling import scroll_for, scrolling
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
_LEFT, _RIGHT = 16, 11  # what the columns have of the width
_GAP = 16  # pixels between cards
_ROOMY = 1090  # pixels from which there is room beside the cards
_SOON = 120  # milliseconds: many things change at once, and are looked at once


class TodayPage(Worded, Panel):
    """Shows the cards that a person wants."""

    def __init__(self, context: Context) -> None:
        super().__init__(context.look, "paper")
        self._context = context
        self._two = True
        self.say(self.setAccessibleName, "Today")
        self._heading = Label(context.look, "ink", 27, 600, family="reading")
        self._question = Label(context.look, "ink2", 13)
        self.say(self._question.setText, "What would you like to find out?")
        self.waiting, self.questions, self.finds = WaitingCard(context), QuestionsCard(context), FindsCard(context)
        self.mirror, self.year = MirrorCard(context), YearCard(context)
        self.cards: tuple[DayCard, ...] = (self.questions, self.waiting, self.finds, self.year, self.mirror)
        self._nothing = Label(context.look, "ink2", 14, wrap=True)
        self.say(self._nothing.setText, "You have put all cards of this page away. The settings bring them back.")
        self._beside, self._columns = QHBoxLayout(), (QVBoxLayout(), QVBoxLayout())
        for column, share in zip(self._columns, (_LEFT, _RIGHT), strict=True):
            column.setSpacing(_GAP)
            column.addStretch(1)  # each card is as high as what stands in it, whatever stands beside it
            self._beside.addLayout(column, share)
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
        box.addLayout(self._beside)
        box.addStretch(1)
        self._middle = QWidget()
        self._margins = QVBoxLayout(self._middle)
        self._margins.setContentsMargins(0, 0, 0, 0)
        self._margins.addWidget(self._column)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        area = scrolling(self._middle)
        scroll_for(self, area)
        outer.addWidget(area)
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
            for column in self._columns:
                column.removeWidget(card)
            card.setVisible(card in shown)
        self._nothing.setVisible(not any(card.wanted() for card in self.cards))
        left: list[DayCard] = [card for card in (self.waiting, self.mirror) if card in shown]
        right: list[DayCard] = [card for card in (self.questions, self.finds, self.year) if card in shown]
        if not self._two or not left or not right:
            left, right = shown, []
        for column, cards in zip(self._columns, (left, right), strict=True):
            for row, card in enumerate(cards):
                column.insertWidget(row, card)
        self._beside.setStretch(1, _RIGHT if right else 0)
        self._beside.setSpacing(_GAP if right else 0)
