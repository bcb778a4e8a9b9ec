"""What was done to many files at once and can be taken back, the latest first."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from pkm_app.sense.changes import Plan
from pkm_app.ui.boxes import clear
from pkm_app.ui.care.plain_names import plainly
from pkm_app.ui.dates import moment
from pkm_app.ui.i18n import Worded, tr
from pkm_app.ui.room import Context
from pkm_app.ui.widgets import Button, Label, name

_SHOWN = 12


class PastChanges(Worded, QWidget):
    """``wanted`` carries the id of a change that shall be taken back."""

    wanted = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._plans: Sequence[Plan] = ()
        title = Label(context.look, "ink", 16, 600, family="reading")
        self.say(title.setText, "What was changed in many files")
        self._rows = QVBoxLayout()
        self._rows.setSpacing(2)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 18, 0, 0)
        box.addWidget(title)
        box.addLayout(self._rows)
        self.hide()

    def load(self) -> None:
        """Ask what there is."""
        self._context.relay.call(self._context.services.care.changes, self._show, self._context.notices.problem)

    def words_changed(self) -> None:
        self._show(self._plans)

    def _show(self, plans: Sequence[Plan]) -> None:
        self._plans = plans
        clear(self._rows)
        for plan in list(plans)[:-_SHOWN - 1:-1]:
            self._rows.addWidget(self._row(plan))
        self.setVisible(bool(plans))

    def _row(self, plan: Plan) -> QWidget:
        look = self._context.look
        said, when = Label(look, "ink", 13, wrap=True), Label(look, "ink2", 12).hug()
        text = plainly(plan.what, dict(plan.values or {}))
        said.setText(text)
        when.setText(moment(datetime.fromisoformat(plan.made), self._context.services.now()))
        back = Button(look, "undo-2")
        back.setText(tr("Take back"))
        name(back, f"{tr('Take back')}: {text}")
        back.clicked.connect(lambda: self.wanted.emit(plan.plan_id))
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(12)
        line.addWidget(said, 1)
        line.addWidget(when)
        line.addWidget(back)
        return row
