"""The side of Share: for whom and where to, what to look at before it leaves, and the one button that places it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from pkm_app.share.model import CheckResult, Finding, OutletSettings
from pkm_app.ui.boxes import clear
from pkm_app.ui.i18n import Worded, noop, tr
from pkm_app.ui.room import Context
from pkm_app.ui.share.outlet_form import AUDIENCES, OutletForm
from pkm_app.ui.widgets import Button, Card, Icon, Label, Panel

_LOOKS = {"must": ("triangle-alert", "error"), "should": ("triangle-alert", "warning"), "note": ("info", "ink2")}
RULES = {
    "credit": noop("A quotation names no author and no source"),
    "own-words": noop("Nothing of your own stands after a quotation"),
    "length": noop("A quotation is long"),
    "link": noop("A link goes out as plain words"),
    "private": noop("Private parts stay in"),
    "private-unclosed": noop("A private part is never closed, so all after it stays in"),
    "private-embed": noop("The draft shows a private file"),
}


class SharePanel(Worded, Panel):
    """``send`` fires with the outlet's name; ``chosen`` with the audience when another outlet is chosen."""

    send = Signal(str)
    chosen = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__(context.look, "paper", "l")
        self._context = context
        self._outlets: Sequence[OutletSettings] = ()
        self._current = context.services.settings.get("share.outlet")
        self._rows = QVBoxLayout()
        self._rows.setSpacing(2)
        self._form = OutletForm(context)
        self._form.hide()
        self._form.added.connect(self._added)
        self._form.closed.connect(self._form.hide)
        self._findings = QVBoxLayout()
        self._findings.setSpacing(12)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 0, 0, 14)
        outer.addWidget(self._make_area(), 1)
        self._button = Button(context.look, "send", "filled", "share")
        self._button.clicked.connect(self.press)
        hint = Label(context.look, "ink2", 12)
        hint.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.say(hint.setText, "Nothing is published. You finish it there.")
        foot = QVBoxLayout()
        foot.setContentsMargins(14, 0, 14, 0)
        foot.addWidget(self._button, 0, Qt.AlignmentFlag.AlignHCenter)
        foot.addWidget(hint)
        outer.addLayout(foot)
        self.load()

    def load(self) -> None:
        """Read the outlets."""
        outlets = self._context.services.share.outlets
        self._context.relay.call(outlets.outlets, self._show_outlets, self._context.notices.problem)

    def audience(self) -> str:
        """Return the audience of the chosen outlet; without one the strictest, public."""
        outlet = self._outlet()
        return outlet.audience if outlet else "public"

    def show_check(self, result: CheckResult | None) -> None:
        """Show what was found."""
        clear(self._findings)
        if result is None:
            return
        if not result.findings:
            self._findings.addWidget(self._line("check", "ok", tr("Nothing to mend."), ""))
        for finding in result.findings[:12]:
            self._findings.addWidget(self._finding(finding))
        share = tr("{percent} % of the words are quoted.", percent=round(result.quoted_share * 100))
        self._findings.addWidget(self._line("quote", "ink2", share, ""))

    def set_busy(self, busy: bool) -> None:
        """Let the button rest while something is being sent."""
        self._button.setEnabled(not busy and self._outlet() is not None)

    def words_changed(self) -> None:
        self._show_outlets(self._outlets)

    def _make_area(self) -> QWidget:
        look = self._context.look
        column = QWidget()
        box = QVBoxLayout(column)
        box.setContentsMargins(14, 20, 14, 16)
        box.setSpacing(8)
        where = Label(look, "ink2", 11, 600)
        self.say(where.setText, "For whom, and where to")
        card = Card(6, 2)
        card.box.addLayout(self._rows)
        add = Button(look, "plus", stage="share")
        self.say(add.setText, "Add an outlet")
        add.clicked.connect(self._begin_form)
        before = Label(look, "ink2", 11, 600)
        self.say(before.setText, "Before it leaves")
        for widget in (where, card):
            box.addWidget(widget)
        box.addWidget(add, 0, Qt.AlignmentFlag.AlignLeft)
        box.addWidget(self._form)
        box.addSpacing(8)
        box.addWidget(before)
        box.addLayout(self._findings)
        box.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(column)
        area.viewport().setAutoFillBackground(False)
        column.setAutoFillBackground(False)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return area

    def _show_outlets(self, outlets: Sequence[OutletSettings]) -> None:
        self._outlets = outlets
        clear(self._rows)
        if self._outlet() is None:
            self._current = outlets[0].name if outlets else ""
        for outlet in outlets:
            row = Button(self._context.look, "globe", stage="share")
            row.setCheckable(True)
            row.setChecked(outlet.name == self._current)
            row.setText(f"{outlet.name} · {tr(AUDIENCES[outlet.audience])}")
            row.clicked.connect(lambda _on, one=outlet.name: self._choose(one))
            self._rows.addWidget(row)
        if not outlets:
            empty = Label(self._context.look, "ink2", 13, wrap=True)
            empty.setText(tr("No place to share yet. A WordPress site takes your drafts directly."))
            self._rows.addWidget(empty)
        chosen = self._outlet()
        self._button.setText(tr("Save as draft on {name}", name=chosen.name) if chosen else tr("Save as draft"))
        self._button.setEnabled(chosen is not None)

    def _choose(self, name: str) -> None:
        self._current = name
        self._context.services.settings.put("share.outlet", name)
        self._show_outlets(self._outlets)
        self.chosen.emit(self.audience())

    def _outlet(self) -> OutletSettings | None:
        return next((outlet for outlet in self._outlets if outlet.name == self._current), None)

    def _begin_form(self) -> None:
        self._form.show()
        self._form.begin()

    def _added(self, name: str) -> None:
        self._form.hide()
        self._current = name
        self.load()

    def press(self) -> None:
        """Send to the chosen outlet, if there is one."""
        outlet = self._outlet()
        if outlet is not None:
            self.send.emit(outlet.name)

    def _finding(self, finding: Finding) -> QWidget:
        icon, role = _LOOKS[finding.level]
        return self._line(icon, role, tr(RULES.get(finding.rule, finding.message)), finding.where)

    def _line(self, icon: str, role: str, words: str, where: str) -> QWidget:
        look = self._context.look
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(Icon(look, icon, role), 0, Qt.AlignmentFlag.AlignTop)
        texts = QVBoxLayout()
        texts.setSpacing(1)
        said = Label(look, "ink", 13, wrap=True)
        said.setText(words)
        texts.addWidget(said)
        if where:
            place = Label(look, "ink2", 12, wrap=True)
            place.setText(where)
            texts.addWidget(place)
        row.addLayout(texts, 1)
        return holder
