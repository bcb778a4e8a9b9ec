"""Feed health: all sources that need a look, with the reason, what to do, and the acts for it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from pkm_app.seek.health import Health
from pkm_app.seek.model import Feed
from pkm_app.ui.boxes import widgets_in
from pkm_app.ui.empty import WIDE, EmptyState
from pkm_app.ui.i18n import Worded, tr
from pkm_app.ui.relay import Job
from pkm_app.ui.room import Context
from pkm_app.ui.scrolling import scrolling
from pkm_app.ui.seek.following import say_unfollowed
from pkm_app.ui.seek.health_card import HealthCard
from pkm_app.ui.widgets import Button, Label, Panel

MOST = 60  # cards that are made at once; mending some brings the others
_WIDTH = 760


class FeedHealth(Worded, Panel):
    """Loads when it is shown, and again when something of the feeds changed while it is seen."""

    def __init__(self, context: Context) -> None:
        super().__init__(context.look, "paper")
        self._context = context
        self._job: Job | None = None
        self._shown: Sequence[Health] = ()
        look = context.look
        heading = Label(look, "ink", 25, 600, wrap=True, family="reading")
        self._line = Label(look, "ink2", 13, wrap=True)
        self.say(heading.setText, "Feed health")
        self._all = Button(look, "refresh-cw", "outlined")
        self.say(self._all.setText, "Test all of these")
        self._all.clicked.connect(self.test_all)
        head = QHBoxLayout()
        head.addWidget(heading, 1)
        head.addWidget(self._all, 0, Qt.AlignmentFlag.AlignBottom)
        self._cards, self._rest = QVBoxLayout(), Label(look, "ink2", 13, wrap=True)
        self._cards.setSpacing(12)
        self._well = EmptyState(look, "circle-check", "seek", WIDE)
        self.say(self._well.set_words, "All your sources are fine.")
        column = QWidget()
        column.setMaximumWidth(_WIDTH)
        box = QVBoxLayout(column)
        box.setContentsMargins(0, 24, 0, 34)
        box.setSpacing(6)
        box.addLayout(head)
        box.addWidget(self._line)
        box.addSpacing(10)
        box.addLayout(self._cards)
        box.addWidget(self._rest)
        box.addWidget(self._well, 1)
        box.addStretch(1)
        page = QWidget()
        row = QHBoxLayout(page)
        row.setContentsMargins(34, 0, 34, 0)
        row.addWidget(column, 1)
        row.addStretch(0)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolling(page))
        context.relay.listen("feeds", self._changed)

    def load(self) -> None:
        """Read anew how the feeds are."""
        tending = self._context.services.tending
        self._context.relay.call(lambda: tending.health(remarkable=True), self._show, self._context.notices.problem)

    def test_all(self) -> None:
        """Fetch all that are listed, now."""
        if self._job is not None and not self._job.over:
            return
        ids = [health.feed.feed_id for health in self._shown if not health.well]
        if ids:
            self._job = self._context.relay.start(
                self._context.services.tending.test(ids), tr("Testing %n source(s)", len(ids)), lambda _: self.load())

    def cards(self) -> list[HealthCard]:
        """Return the cards, in their order."""
        return widgets_in(self._cards, HealthCard)

    def words_changed(self) -> None:
        self._show(self._shown)

    def _changed(self, ids: tuple[str, ...]) -> None:
        if self.isVisible():
            self.load()

    def _show(self, found: Sequence[Health]) -> None:
        self._shown = found
        here = {card.health.feed.feed_id: card for card in self.cards()}
        for place, health in enumerate(found[:MOST]):
            card = here.pop(health.feed.feed_id, None)
            if card is None:
                card = HealthCard(self._context, health)
                card.unfollow.connect(self._unfollow)
            else:  # as it stands: a person may be typing an address in it
                card.show_health(health)
            if self._cards.indexOf(card) != place:
                self._cards.insertWidget(place, card)
        for card in here.values():
            self._cards.removeWidget(card)
            card.hide()
            card.deleteLater()
        ill = sum(not health.well for health in found)
        self._line.setText(
            tr("%n source(s) bring nothing at the moment; PKM tries again by itself where that makes sense.", ill)
            if ill else tr("Nothing is wrong; some are quiet or are moving."))
        self._line.setVisible(bool(found))
        self._all.setVisible(bool(ill))
        self._rest.setText(tr("And %n more.", len(found) - MOST) if len(found) > MOST else "")
        self._rest.setVisible(len(found) > MOST)
        self._well.setVisible(not found)

    def _unfollow(self, feed_id: str) -> None:
        seek = self._context.services.seek

        def unfollowed(feed: Feed) -> None:
            say_unfollowed(self._context, feed, self.load)
            self.load()

        self._context.relay.call(lambda: seek.unfollow(feed_id), unfollowed, self._context.notices.problem)
