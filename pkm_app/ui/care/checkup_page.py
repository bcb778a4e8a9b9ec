"""Check-up: what is wrong in the PKM folder and beside it, with one mend each; and what can be taken back."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from pkm_app.base.events import Subject
from pkm_app.sense.changes import Done
from pkm_app.sense.doctor import Keep, Trouble
from pkm_app.sense.model import FileCard
from pkm_app.ui.boxes import clear, widgets_in
from pkm_app.ui.care.column import CarePage
from pkm_app.ui.care.past_changes import PastChanges
from pkm_app.ui.care.trouble_card import TroubleCard
from pkm_app.ui.care.two_versions import TwoVersions
from pkm_app.ui.empty import WIDE, EmptyState
from pkm_app.ui.i18n import noop, problem_text, tr
from pkm_app.ui.relay import Job
from pkm_app.ui.room import Context
from pkm_app.ui.widgets import Button, Label

_SUBJECTS: tuple[Subject, ...] = ("notes", "sources", "highlights", "drafts")
MOST = 60  # cards that are made at once; mending some brings the others


class CheckupPage(CarePage):
    """Looks when it is entered, and again after each mend."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, noop("Check-up"), noop("PKM looks your folder through. Every mend can be undone, and "
                                                         "nothing is changed until you say so."))
        self._job: Job | None = None
        self._shown: Sequence[Trouble] = ()
        look = context.look
        self._all, self._again = Button(look, "check-check", "outlined"), Button(look, "refresh-cw", "outlined")
        self.say(self._all.setText, "Mend what PKM can")
        self.say(self._again.setText, "Look again")
        self._all.clicked.connect(self.mend_all)
        self._again.clicked.connect(self.load)
        for button in (self._all, self._again):
            self.head.addWidget(button, 0, Qt.AlignmentFlag.AlignBottom)
        self._all.hide()
        self._line = Label(look, "ink2", 13, 600, wrap=True)
        self._cards = QVBoxLayout()
        self._cards.setSpacing(12)
        self._rest = Label(look, "ink2", 13, wrap=True)
        self._well = EmptyState(look, "circle-check", "seek", WIDE)
        self.say(self._well.set_words, "Nothing is wrong.")
        self._well.hide()
        self._past = PastChanges(context)
        self._past.wanted.connect(self._take_back)
        self.box.addSpacing(8)
        self.box.addWidget(self._line)
        self.box.addLayout(self._cards)
        for widget in (self._rest, self._well, self._past):
            self.box.addWidget(widget)
        self.box.addStretch(1)

    def entered(self) -> None:
        self.load()
        self._again.setFocus()

    def load(self) -> None:
        """Look the folder through."""
        if self._job is not None and not self._job.over:
            return
        if not self._shown:
            self._line.setText(tr("Looking…"))
        self._job = self.context.relay.start(
            self.context.services.care.doctor().look(), tr("Looking your PKM folder through"), self._show,
            self.context.notices.problem)
        self._past.load()

    def cards(self) -> list[TroubleCard]:
        """Return the cards, in their order."""
        return widgets_in(self._cards, TroubleCard)

    def mend_all(self) -> None:
        """Carry out every mend but that of two versions, where a person chooses."""
        wanted = [one for one in self._shown if one.fixable and one.rule != "conflict"]
        if wanted:
            self._mend_these(wanted)

    def _mend_these(self, wanted: Sequence[Trouble]) -> None:
        self.context.relay.start(self.context.services.care.doctor().mend_all(wanted), tr("Mending"),
                                 lambda done: self._mended(done, lambda: self._mend_these(wanted)),
                                 self.context.notices.problem)

    def choose(self, trouble: Trouble, keep: Keep) -> None:
        """Settle two versions."""
        care = self.context.services.care
        self.context.relay.call(lambda: care.doctor().choose(trouble, keep),
                                lambda done: self._mended([done], lambda: self.choose(trouble, keep)),
                                self.context.notices.problem)

    def words_changed(self) -> None:
        self._say_how_many()

    def _mend(self, trouble: Trouble) -> None:
        care = self.context.services.care
        self.context.relay.call(lambda: care.doctor().mend(trouble),
                                lambda done: self._mended([done], lambda: self._mend(trouble)),
                                self.context.notices.problem)

    def _mended(self, done: Sequence[Done], again: Callable[[], None]) -> None:
        relay, notices, care = self.context.relay, self.context.notices, self.context.services.care
        ids = [one.plan_id for one in done if one.plan_id]

        def back() -> None:
            for plan_id in reversed(ids):
                care.take_back(plan_id)

        def undo() -> None:
            relay.call(back, lambda _: self._changed(), notices.problem)

        if ids:
            notices.say(tr("%n thing(s) mended.", len(ids)), undo, again)
        self._changed()

    def _take_back(self, plan_id: str) -> None:
        relay, notices, care = self.context.relay, self.context.notices, self.context.services.care

        def taken(done: Done) -> None:
            notices.say(tr("Taken back: %n file(s) are as they were.", len(done.changed)))
            self._changed()

        relay.call(lambda: care.take_back(plan_id), taken, notices.problem)

    def _changed(self) -> None:
        for subject in _SUBJECTS:
            self.context.relay.tell(subject)
        self.load()

    def _show(self, found: Sequence[Trouble]) -> None:
        known = [(one.rule, problem_text(one)) for one in self._shown]
        self._shown = found
        if known != [(one.rule, problem_text(one)) for one in found] or not self.cards():
            clear(self._cards)
            for trouble in found[:MOST]:
                card = TroubleCard(self.context.look, trouble)
                card.mend.connect(self._mend)
                card.compare.connect(self._compare)
                card.open.connect(self._open)
                self._cards.addWidget(card)
        self._well.setVisible(not found)
        self._all.setVisible(any(one.fixable and one.rule != "conflict" for one in found))
        self._say_how_many()

    def _say_how_many(self) -> None:
        count = len(self._shown)
        self._line.setText(tr("%n thing(s) need a look.", count) if count else "")
        self._line.setVisible(bool(count))
        self._rest.setText(tr("And %n more.", count - MOST) if count > MOST else "")
        self._rest.setVisible(count > MOST)

    def _compare(self, trouble: Trouble) -> None:
        dialog = TwoVersions(self.context, trouble, self)
        dialog.chosen.connect(lambda keep: self.choose(trouble, keep))
        dialog.open()

    def _open(self, trouble: Trouble) -> None:
        if trouble.rule == "orphan":
            self.context.go("highlight", trouble.about)
            return
        sense = self.context.services.sense

        def found(card: FileCard) -> None:
            self.context.go("draft" if card.type in ("draft", "shared") else "note", card.path)

        self.context.relay.call(lambda: sense.find(trouble.path), found, self.context.notices.problem)
