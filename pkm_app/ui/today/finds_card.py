"""Candidates for Friday's Finds: what was kept this week and is in no draft yet."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt

from pkm_app.base.errors import Problem
from pkm_app.flow.finds import Candidate
from pkm_app.ui.i18n import noop, tr
from pkm_app.ui.room import Context
from pkm_app.ui.today.day_card import DayCard, DayRow
from pkm_app.ui.unmaking import unmaking
from pkm_app.ui.widgets import Button

SHOWN = 4


class FindsCard(DayCard):
    """The card of finds, with the draft that can be made of them."""

    key = "finds"

    def __init__(self, context: Context) -> None:
        super().__init__(context, "calendar-heart", "share", noop("Friday’s Finds"))
        self._found: Sequence[Candidate] = ()
        self.act = Button(context.look, "", "outlined", "share")
        self.act.clicked.connect(self._act)
        self.box.addSpacing(2)
        self.box.addWidget(self.act, 0, Qt.AlignmentFlag.AlignLeft)
        self.box.addStretch(1)
        self._show(())

    def load(self) -> None:
        """Ask what was kept."""
        self.ask(self.context.services.today.finds, self._show)

    def words_changed(self) -> None:
        self._say_act()

    def show_problem(self, problem: Problem) -> None:
        super().show_problem(problem)
        self.act.hide()

    def _show(self, found: Sequence[Candidate]) -> None:
        self._found = found
        if self.new_rows(found):
            self._fill(found)
        self._say_act()

    def _fill(self, found: Sequence[Candidate]) -> None:
        for one in found[:SHOWN]:
            beside = " · ".join(filter(None, (one.credit, tr("%n highlight(s)", one.highlights)
                                              if one.highlights else "")))
            row = DayRow(self.context.look, "star", "seek", one.title or tr("Without a title"), beside)
            row.clicked.connect(lambda _=False, one=one: self.context.go(one.kind, one.name))
            self.rows.addWidget(row)
        if len(found) > SHOWN:
            self.rows.addWidget(self.said(tr("and %n more", len(found) - SHOWN)))
        if not found:
            self.rows.addWidget(self.said(tr(
                "What you keep in the course of a week comes together here, to be passed on with its credits.")))

    def _say_act(self) -> None:
        follows = bool(self._found) or bool(self.context.services.seek.feeds())
        self.act.show()
        if self._found:
            self.act.setText(tr("Start with these"))
        elif not follows:
            self.act.setText(tr("Find people to follow"))
        else:
            self.act.setText(tr("Go and read"))

    def _act(self) -> None:
        if not self._found:
            self.context.go("seek" if self.context.services.seek.feeds() else "discover", "")
            return
        # not by their names: what was left over before comes along behind them
        drafting, language = self.context.services.share.drafting, self.context.language.code
        self.act.setEnabled(False)
        self.context.relay.call(lambda: drafting.new_draft((), "", "finds", language), self._made, self._failed)

    def _failed(self, problem: Problem) -> None:
        self.act.setEnabled(True)
        self.context.notices.problem(problem)

    def _made(self, made: tuple[str, str]) -> None:
        self.act.setEnabled(True)
        self.context.notices.say(tr("A draft was made of these. Everything in it carries its credit."),
                                 *unmaking(self.context, made[1], "drafts"))
        self.context.relay.tell("drafts", made[1])
        self.context.go("draft", made[0])
