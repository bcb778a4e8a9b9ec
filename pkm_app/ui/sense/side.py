"""The side of Sense: highlights that wait to be used, and the question of what value one adds."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from pkm_app.flow.highlighting import PlacedHighlight
from pkm_app.ui.boxes import clear
from pkm_app.ui.flow_layout import FlowLayout
from pkm_app.ui.i18n import Worded, noop, tr
from pkm_app.ui.room import Context
from pkm_app.ui.scrolling import scrolling
from pkm_app.ui.sense.highlight_card import HighlightCard
from pkm_app.ui.sense.links_panel import LinksPanel
from pkm_app.ui.waiting import WaitingRow
from pkm_app.ui.widgets import Button, Label, Panel

VALUES = {
    "filter": (noop("Filter"), noop("Filter: by which criterion did you choose this?")),
    "validate": (noop("Validate"), noop("Validate: how do you know that this holds?")),
    "synthesise": (noop("Synthesise"),
                   noop("Synthesise: which pattern runs through these sources that none of them says?")),
    "present": (noop("Present"), noop("Present: how would you show this to somebody who has one minute?")),
    "customise": (noop("Customise"), noop("Customise: what does this mean for your own people?")),
}
_SHOWN = 3  # highlights until one asks for more
_MOST = 60
_NARROWEST = 232


class SensePanel(Worded, Panel):
    """``quoted`` fires with a highlight to put into the note, ``valued`` with the value chosen ("" for none)."""

    quoted = Signal(str)
    valued = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__(context.look, "paper", "l")
        self._context = context
        self.setMinimumWidth(_NARROWEST)
        self._shown: object = None
        self._all = False
        self._placed: Sequence[PlacedHighlight] = ()
        self._heading = Label(context.look, "ink2", 11, 600)
        self._cards = QVBoxLayout()
        self._cards.setSpacing(8)
        column = QWidget()
        box = QVBoxLayout(column)
        box.setContentsMargins(14, 22, 14, 20)
        box.setSpacing(8)
        self._top = QHBoxLayout()
        self._top.addWidget(self._heading, 1)
        box.addLayout(self._top)
        box.addLayout(self._cards)
        self._more = Button(context.look, "chevron-down", "plain", "sense")
        self._more.clicked.connect(self._show_more)
        self._more.hide()  # until it is known how many more there are
        box.addWidget(self._more)
        self.links = LinksPanel(context)
        box.addSpacing(8)
        box.addWidget(self.links)
        box.addSpacing(8)
        box.addWidget(self._make_values())
        box.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 0, 0, 0)
        outer.addWidget(scrolling(column))

    def put_at_top(self, button: QWidget) -> None:
        """Let a button stand at the end of the first line."""
        self._top.addWidget(button)

    def show_highlights(self, placed: Sequence[PlacedHighlight]) -> None:
        """Show what can be quoted, latest source first, those not used yet before the others."""
        ordered = sorted(placed, key=lambda one: bool(one.highlight.used_in))[:_MOST]
        shown = [(one.highlight.highlight_id, one.highlight.exact, one.highlight.colour, one.credit,
                  bool(one.highlight.used_in), bool(one.highlight.comment.strip())) for one in ordered]
        if shown == self._shown or any(row.is_writing() for row in self.findChildren(WaitingRow)):
            return  # what stands there keeps its place and its focus
        self._shown = shown
        self._heading.setText(f"{tr('From your sources')} · {len(placed)}" if placed else tr("From your sources"))
        clear(self._cards)
        for one in ordered[: _MOST if self._all else _SHOWN]:
            card = HighlightCard(self._context, one.highlight, one.credit)
            card.quoted.connect(self.quoted)
            self._cards.addWidget(card)
        self._more.setVisible(len(ordered) > _SHOWN and not self._all)
        self._more.setText(tr("%n more", len(ordered) - _SHOWN))
        self._placed = placed
        if not placed:
            empty = Label(self._context.look, "ink2", 13, wrap=True)
            empty.setText(tr("What you highlight while reading stands here, ready to be quoted with its credit."))
            self._cards.addWidget(empty)

    def _show_more(self) -> None:
        self._all, self._shown = True, None
        self.show_highlights(self._placed)

    def show_around(self, path: str, valuable: bool) -> None:
        """Show what is around a file, nothing for ""; ``valuable``: and ask which value one adds in it."""
        self.links.show_for(path)
        self._values.setVisible(valuable)

    def show_value(self, value: str) -> None:
        """Show which value the open note adds."""
        for key, chip in self._chips.items():
            chip.setChecked(key == value)
        self._question.setText(tr(VALUES[value][1]) if value in VALUES else "")

    def words_changed(self) -> None:
        chosen = next((key for key, chip in self._chips.items() if chip.isChecked()), "")
        self.show_value(chosen)
        self._shown = None
        self.show_highlights(self._placed)

    def _make_values(self) -> QWidget:
        self._values = QWidget()
        title = Label(self._context.look, "ink2", 11, 600)
        self.say(title.setText, "What value do you add?")
        self._chips: dict[str, Button] = {}
        chips = QWidget()
        flow = FlowLayout(chips)
        for key, (words, _) in VALUES.items():
            chip = Button(self._context.look, "", "chip", "sense")
            chip.setCheckable(True)
            self.say(chip.setText, words)
            chip.clicked.connect(lambda on, one=key: self._choose(one if on else ""))
            self._chips[key] = chip
            flow.addWidget(chip)
        self._question = Label(self._context.look, "ink2", 12, wrap=True)
        box = QVBoxLayout(self._values)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        box.addWidget(title)
        box.addWidget(chips)
        box.addWidget(self._question)
        return self._values

    def _choose(self, value: str) -> None:
        self.show_value(value)
        self.valued.emit(value)
