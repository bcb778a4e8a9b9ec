"""What waits for one's own words: a few highlights, each with its field; what is written there goes, undoably."""

from __future__ import annotations

from collections.abc import Sequence

from pkm_app.flow.today import Waiting
from pkm_app.ui.boxes import widgets_in
from pkm_app.ui.i18n import noop, tr
from pkm_app.ui.room import Context
from pkm_app.ui.today.day_card import DayCard
from pkm_app.ui.waiting import WaitingRow
from pkm_app.ui.widgets import Button

SHOWN = 3


class WaitingCard(DayCard):
    """The card of what was highlighted and not yet thought about."""

    key = "waiting"

    def __init__(self, context: Context) -> None:
        super().__init__(context, "highlighter", "sense", noop("Waiting for your words"), 18)
        self._next = ""

    def load(self) -> None:
        """Ask what waits."""
        self.ask(lambda: self.context.services.today.waiting(SHOWN + 1), self._show)

    def writing_rows(self) -> list[WaitingRow]:
        """Return the rows that are shown, in order."""
        return widgets_in(self.rows, WaitingRow)

    def _show(self, found: tuple[Sequence[Waiting], int]) -> None:
        if any(row.is_writing() for row in self.writing_rows()):
            return  # never rebuilt under a person's hands; the next look shows the rest
        waiting, number = found
        if not self.new_rows(found):
            for row in self.writing_rows():
                row.look_again()
            return
        for one in waiting[:SHOWN]:
            row = WaitingRow(self.context, one.highlight, credit=one.credit)
            row.written.connect(self._written)
            self.rows.addWidget(row)
            if one.highlight.highlight_id == self._next:
                row.begin()
        self._next = ""
        if not waiting:
            self.rows.addWidget(self.said(tr(
                "What you highlight waits here until you have said in your own words what it means to you.")))
        if number > SHOWN:
            more = Button(self.context.look, "highlighter", left=True)
            more.setText(tr("and %n more", number - SHOWN))
            more.setAccessibleName(f"{tr('Waiting for your words')}: {more.shown_text()}")
            more.clicked.connect(self._all)
            self.rows.addWidget(more)
        self.rows.addStretch(1)

    def _written(self, highlight_id: str) -> None:
        """The caret goes to the next one, whose row is made anew."""
        rows = [row.highlight_id for row in self.writing_rows()]
        at = rows.index(highlight_id) if highlight_id in rows else len(rows)
        self._next = next(iter(rows[at + 1:]), "")

    def _all(self) -> None:
        self.context.go("sense", "")
        self.context.commands.run("sense.waiting")
