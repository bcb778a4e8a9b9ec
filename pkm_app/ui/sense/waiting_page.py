"""All highlights that wait for one's own words, one under the other, each with its line to write in."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from pkm_app.content.wikilinks import has_own_words
from pkm_app.flow.highlighting import PlacedHighlight
from pkm_app.ui.boxes import clear, widgets_in
from pkm_app.ui.i18n import Worded
from pkm_app.ui.room import Context
from pkm_app.ui.scrolling import scrolling
from pkm_app.ui.waiting import WaitingRow
from pkm_app.ui.widgets import Label, Panel

_SHOWN = 40


class WaitingPage(Worded, Panel):
    """``left`` fires on Escape."""

    left = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__(context.look, "surface")
        self._context = context
        self._placed: Sequence[PlacedHighlight] = ()
        title = Label(context.look, "ink", 27, 600, wrap=True, family="reading")
        self.say(title.setText, "Waiting for your words")
        about = Label(context.look, "ink2", 13, wrap=True)
        self.say(about.setText, "One sentence is enough: what does it mean to you, what will you do with it? Return "
                                "puts it with the highlight.")
        self._none = Label(context.look, "ink2", 14, wrap=True)
        self.say(self._none.setText, "Nothing waits. Every highlight has words of your own.")
        self._none.hide()
        self._rows = QVBoxLayout()
        self._rows.setSpacing(22)
        column = QWidget()
        column.setMaximumWidth(640)
        box = QVBoxLayout(column)
        box.setContentsMargins(24, 28, 24, 32)
        box.setSpacing(8)
        box.addWidget(title)
        box.addWidget(about)
        box.addSpacing(14)
        box.addLayout(self._rows)
        box.addWidget(self._none)
        box.addStretch(1)
        middle = QWidget()
        line = QHBoxLayout(middle)
        line.setContentsMargins(0, 0, 0, 0)
        line.addStretch(1)
        line.addWidget(column, 8, Qt.AlignmentFlag.AlignTop)
        line.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolling(middle))

    def show_waiting(self, placed: Sequence[PlacedHighlight]) -> None:
        """Show those of these highlights that have no words of one's own; never under a person's hands."""
        waiting = [one for one in placed if not has_own_words(one.highlight.comment)]
        known = [one.highlight.highlight_id for one in self._placed]
        fresh = [one.highlight.highlight_id for one in waiting]
        self._placed = waiting
        rows = self.rows()
        if known == fresh and rows:
            return
        if any(row.is_writing() for row in rows):
            return
        clear(self._rows)
        for one in waiting[:_SHOWN]:
            row = WaitingRow(self._context, one.highlight, credit=one.credit)
            row.written.connect(self._written)
            self._rows.addWidget(row)
        self._none.setVisible(not waiting)

    def begin(self) -> None:
        """Put the caret into the first field."""
        for row in self.rows()[:1]:
            row.begin()

    def rows(self) -> list[WaitingRow]:
        """Return the rows that are shown."""
        return widgets_in(self._rows, WaitingRow)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _written(self, highlight_id: str) -> None:
        """Go on with the next one; the row goes with the next look."""
        rows = self.rows()
        at = next((n for n, row in enumerate(rows) if row.highlight_id == highlight_id), -1)
        for row in rows[at + 1 : at + 2]:
            row.begin()
