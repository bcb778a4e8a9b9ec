"""Looking back: notes that ask to be looked at again, each with its question. All of it may be left alone."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from pkm_app.sense.model import Saved
from pkm_app.sense.review import RHYTHMS, LookBack, Rhythm
from pkm_app.ui.boxes import clear
from pkm_app.ui.dates import day_words
from pkm_app.ui.flow_layout import FlowLayout
from pkm_app.ui.i18n import Worded, noop, tr
from pkm_app.ui.look import Look
from pkm_app.ui.room import Context
from pkm_app.ui.scrolling import scrolling
from pkm_app.ui.widgets import Button, Card, Icon, Label, Panel, name

_RHYTHMS = {7: noop("Every week"), 14: noop("Every two weeks"), 30: noop("Every month"), 0: noop("Only when I ask")}
_ICON, _GAP = 15, 7  # pixels
_ICONS = {"marked": "star", "year-ago": "calendar-heart", "half-baked": "egg", "still-true": "badge-check"}


class _Why(QWidget):
    """Why a note asks to be looked at, and since when: beside it, or below it where both have no room in one row."""

    def __init__(self, look: Look, icon: str, why: str, since: str) -> None:
        super().__init__()
        self._words, self._since = Label(look, "sense", 12, 600, wrap=True), Label(look, "ink2", 12).hug()
        self._words.setText(why)
        self._since.setText(since)
        first = QHBoxLayout()
        first.setSpacing(_GAP)
        first.addWidget(Icon(look, icon, "sense", _ICON))
        first.addWidget(self._words, 1)
        self._rows = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(_GAP)
        self._rows.addLayout(first, 1)
        self._rows.addWidget(self._since)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        words = self._words.fontMetrics().horizontalAdvance(self._words.text())
        narrow = self.width() < _ICON + words + self._since.fontMetrics().horizontalAdvance(
            self._since.text()) + 3 * _GAP
        self._rows.setSpacing(2 if narrow else _GAP)
        self._since.setContentsMargins(_ICON + _GAP if narrow else 0, 0, 0, 0)
        self._rows.setDirection(
            QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)


class ReviewPage(Worded, Panel):
    """``opened`` fires with the path of a note to go on with, ``left`` on Escape, ``looked`` when it was shown."""

    opened = Signal(str)
    left = Signal()
    looked = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__(context.look, "surface")
        self._context = context
        self._items: Sequence[LookBack] | None = None
        title = Label(context.look, "ink", 27, 600, family="reading")
        self.say(title.setText, "Looking back")
        self._cards = QVBoxLayout()
        self._cards.setSpacing(12)
        column = QWidget()
        column.setMaximumWidth(680)
        box = QVBoxLayout(column)
        box.setContentsMargins(24, 28, 24, 32)
        box.setSpacing(10)
        box.addWidget(title)
        box.addWidget(self._make_rhythm())
        box.addSpacing(8)
        box.addLayout(self._cards)
        box.addStretch(1)
        middle = QWidget()
        line = QHBoxLayout(middle)
        line.setContentsMargins(0, 0, 0, 0)
        line.addStretch(1)
        line.addWidget(column, 8, Qt.AlignmentFlag.AlignTop)
        line.addStretch(1)
        self.say(self.setAccessibleName, "Still true?")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolling(middle))

    def load(self) -> None:
        """Ask what there is to look back at."""
        review = self._context.services.writing.review
        self._context.relay.call(lambda: (review.rhythm(), review.listing()), self._came,
                                 self._context.notices.problem)

    def words_changed(self) -> None:
        if self._items is not None:
            self._show(self._items)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _make_rhythm(self) -> QWidget:
        chips = QWidget()
        flow = FlowLayout(chips, gap=6)
        self._rhythm: dict[int, Button] = {}
        for days in RHYTHMS:
            chip = Button(self._context.look, "", "chip", "sense")
            chip.one_of()
            self.say(chip.setText, _RHYTHMS[days])
            chip.clicked.connect(lambda _on, one=days: self._set_rhythm(one))
            self._rhythm[days] = chip
            flow.addWidget(chip)
        return chips

    def _set_rhythm(self, days: int) -> None:
        review = self._context.services.writing.review
        self._context.relay.call(lambda: review.set_rhythm(days), self._show_rhythm, self._context.notices.problem)

    def _show_rhythm(self, rhythm: Rhythm) -> None:
        for days, chip in self._rhythm.items():
            chip.setChecked(days == rhythm.days)

    def _came(self, found: tuple[Rhythm, Sequence[LookBack]]) -> None:
        self._show_rhythm(found[0])
        self._show(found[1])
        self.looked.emit()

    def _show(self, items: Sequence[LookBack]) -> None:
        self._items = items
        clear(self._cards)
        for item in items:
            self._cards.addWidget(self._card(item))
        if not items:
            none = Label(self._context.look, "ink2", 14, wrap=True)
            none.setText(tr("Nothing asks to be looked at now. What you mark, what stays half-baked, what you wrote "
                            "about a year ago and what was baked long ago comes here."))
            self._cards.addWidget(none)

    def _card(self, item: LookBack) -> QWidget:
        look = self._context.look
        card = Card(16, 8)
        title = Label(look, "ink", 16, 600, wrap=True, family="reading")
        title.setText(item.title or tr("Without a title"))
        excerpt = Label(look, "ink2", 13, wrap=True)
        excerpt.setText(" ".join(item.excerpt.split())[:240])
        card.box.addWidget(_Why(look, _ICONS[item.why], _question(item), day_words(item.since)))
        card.box.addWidget(title)
        if excerpt.text():
            card.box.addWidget(excerpt)
        card.box.addWidget(self._acts(item))
        return card

    def _acts(self, item: LookBack) -> QWidget:
        review, sense = self._context.services.writing.review, self._context.services.sense
        holder = QWidget()
        flow = FlowLayout(holder, gap=6)
        self._act(flow, noop("Go on with it"), item, lambda: self.opened.emit(item.path))
        if item.why == "still-true":
            self._act(flow, noop("Still true"), item, lambda: self._do(
                item, lambda: review.seen(item.path), lambda: sense.set_field(item.path, "reviewed", None)))
            self._act(flow, noop("Not any more"), item, lambda: self._do(
                item, lambda: review.ripen(item.path, "half-baked"), lambda: review.ripen(item.path, "baked")))
        elif item.why == "half-baked":
            self._act(flow, noop("It is baked"), item, lambda: self._do(
                item, lambda: review.ripen(item.path, "baked"), lambda: review.ripen(item.path, "half-baked")))
            self._act(flow, noop("Leave it for now"), item, lambda: self._do(
                item, lambda: review.seen(item.path), lambda: sense.set_field(item.path, "reviewed", None)))
        elif item.why == "marked":
            self._act(flow, noop("Take the mark away"), item, lambda: self._do(
                item, lambda: review.mark(item.path, False), lambda: review.mark(item.path, True)))
        else:
            self._act(flow, noop("Seen"), item, lambda: self._do(
                item, lambda: review.seen(item.path), lambda: sense.set_field(item.path, "reviewed", None)))
        return holder

    def _act(self, flow: FlowLayout, words: str, item: LookBack, act: Callable[[], None]) -> None:
        button = Button(self._context.look, "", "outlined", "sense")
        button.setText(tr(words))
        name(button, f"{tr(words)}: {item.title}")
        button.clicked.connect(act)
        flow.addWidget(button)

    def _do(self, item: LookBack, act: Callable[[], Saved], back: Callable[[], Saved]) -> None:
        relay, notices = self._context.relay, self._context.notices

        def undo() -> None:
            relay.call(back, lambda _: self._again(item), notices.problem)

        def done(_: Saved) -> None:
            notices.say(tr("“{title}” was looked at.", title=item.title), undo, lambda: self._do(item, act, back))
            self._again(item)

        relay.call(act, done, notices.problem)

    def _again(self, item: LookBack) -> None:
        self._context.relay.tell("notes", item.path)
        self.load()


def _question(item: LookBack) -> str:
    if item.why == "year-ago":
        return tr("You wrote this %n year(s) ago. What would you say now?", item.years)
    return tr({"marked": noop("You wanted to look at this again."), "half-baked": noop("Half-baked. What is missing?"),
               "still-true": noop("Still true?")}[item.why])
