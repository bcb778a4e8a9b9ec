"""A note of a year ago: to be opened, or asked whether it is still true."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from pkm_app.sense.model import Saved
from pkm_app.sense.review import LookBack
from pkm_app.ui.flow_layout import FlowLayout
from pkm_app.ui.i18n import noop, tr
from pkm_app.ui.room import Context
from pkm_app.ui.today.day_card import DayCard
from pkm_app.ui.widgets import Button, Label


class YearCard(DayCard):
    """Hidden while no note is about a year old."""

    key = "year"

    def __init__(self, context: Context) -> None:
        super().__init__(context, "history", "ink", noop("A year ago"), 6)
        self.item: LookBack | None = None
        self._doubted = False
        self.empty = True
        self.box.addStretch(1)

    def load(self) -> None:
        """Ask for the note."""
        self.ask(self.context.services.today.year_ago, self._show)

    def words_changed(self) -> None:
        if self.item is not None:
            self._show(self.item)

    def _show(self, item: LookBack | None) -> None:
        if item is None or self.item is None or item.path != self.item.path:
            self._doubted = False
        self.item = item
        focus = self.focusWidget()
        had_focus = focus is not None and self.isAncestorOf(focus)
        if self.new_rows((item, self._doubted)):
            self._fill(item)
            if had_focus:
                self.setFocus()
        self.set_empty(item is None)

    def _fill(self, item: LookBack | None) -> None:
        if item is not None:
            title = Label(self.context.look, "ink", 17, 600, wrap=True, family="reading")
            title.setText(item.title or tr("Without a title"))
            self.rows.addWidget(title)
            if item.years > 1:
                self.rows.addWidget(self.said(tr("%n year(s) ago", item.years)))
            words = " ".join(item.excerpt.split())
            if words:
                self.rows.addWidget(self.said(f"{words[:180].rstrip()}…" if len(words) > 180 else words))
            self.rows.addWidget(self._acts(item))

    def _acts(self, item: LookBack) -> QWidget:
        holder = QWidget()
        flow = FlowLayout(holder, gap=6)
        review, sense = self.context.services.writing.review, self.context.services.sense
        self._act(flow, noop("Open"), item, lambda: self.context.go("note", item.path))
        if not self._doubted:
            self._act(flow, noop("Still true?"), item, self._doubt)
            return holder
        self._act(flow, noop("Still true"), item, lambda: self._do(
            item, lambda: review.seen(item.path), lambda: sense.set_field(item.path, "reviewed", None)))
        self._act(flow, noop("Not any more"), item, lambda: self._do(
            item, lambda: review.mark(item.path, True), lambda: review.mark(item.path, False)))
        return holder

    def _act(self, flow: FlowLayout, words: str, item: LookBack, act: Callable[[], None]) -> None:
        button = Button(self.context.look, "", "outlined", "sense")
        button.setText(tr(words))
        button.setAccessibleName(f"{tr(words)}: {item.title}")
        button.clicked.connect(act)
        flow.addWidget(button)

    def _doubt(self) -> None:
        self._doubted = True
        self._show(self.item)
        buttons = self.findChildren(Button)
        for button in [one for one in buttons if one.shown_text() == tr("Still true") and not one.isHidden()][:1]:
            button.setFocus()

    def _do(self, item: LookBack, act: Callable[[], Saved], back: Callable[[], Saved]) -> None:
        relay, notices = self.context.relay, self.context.notices

        def undo() -> None:
            relay.call(back, lambda _: relay.tell("notes", item.path), notices.problem)

        def again() -> None:
            relay.call(act, done, notices.problem)

        def done(_: Saved) -> None:
            notices.say(tr("“{title}” was looked at.", title=item.title), undo, again)
            relay.tell("notes", item.path)

        relay.call(act, done, notices.problem)
