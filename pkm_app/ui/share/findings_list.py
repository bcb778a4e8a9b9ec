"""What the check found, what is fine, and who is credited: the middle of the side of Share."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pkm_app.share.model import CheckResult, Finding
from pkm_app.ui.boxes import clear
from pkm_app.ui.flow_layout import FlowLayout
from pkm_app.ui.i18n import Worded, noop, tr
from pkm_app.ui.room import Context
from pkm_app.ui.share.finding_rows import FindingRow, plain_row
from pkm_app.ui.share.names_form import NamesForm
from pkm_app.ui.textlayout import breakable
from pkm_app.ui.widgets import Button, Label

_MOST = 40  # findings shown at once; mending some shows the others
_FINE = (  # what is said where none of these rules found anything
    (("credit", "author", "no-address"), noop("Every quotation names its author")),
    (("own-words",), noop("Every quotation has words of your own")),
    (("length", "much"), noop("Quotations are short")),
    (("altered", "stale"), noop("Quoted words are as you highlighted them")),
    (("private", "private-unclosed", "private-embed", "name"), noop("Nothing private inside")),
)


class FindingsList(Worded, QWidget):
    """``go`` and ``mend`` fire with a finding, ``try_addresses`` when the person wants them asked, ``changed`` when
    the list of names is another."""

    go = Signal(object)
    mend = Signal(object)
    try_addresses = Signal()
    changed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        look = context.look
        self._heading = Label(look, "ink2", 11, 600)
        self.say(self._heading.setText, "Before it leaves")
        self._rows = QVBoxLayout()
        self._rows.setSpacing(8)
        self._credits = QVBoxLayout()
        self._credits.setSpacing(5)
        self._try = Button(look, "link", "chip", "share")
        self.say(self._try.setText, "Try the addresses")
        self.say(self._try.setToolTip, "Asks every address in this draft whether it still answers")
        self._try.clicked.connect(self.try_addresses)
        self._names = Button(look, "eye-off", "chip", "share")
        self.say(self._names.setText, "Names of your own house")
        self._names.clicked.connect(self._show_names)
        self._form = NamesForm(context)
        self._form.hide()
        self._form.kept.connect(self.changed)
        acts = self._acts = QWidget()
        flow = FlowLayout(acts, 6)
        flow.addWidget(self._try)
        flow.addWidget(self._names)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(10)
        box.addWidget(self._heading)
        box.addLayout(self._rows)
        box.addWidget(acts)
        box.addWidget(self._form)
        box.addLayout(self._credits)

    def show_result(self, result: CheckResult | None, credits_: Sequence[str], tried: Sequence[Finding]) -> None:
        """Show what was found, with the addresses that were ``tried``; None shows nothing."""
        clear(self._rows)
        clear(self._credits)
        for widget in (self._heading, self._acts):
            widget.setVisible(result is not None)
        if result is None:
            self._form.hide()
            return
        order = {"must": 0, "should": 1, "note": 2}
        findings = sorted([*result.findings, *tried], key=lambda one: order[one.level])
        for finding in findings[:_MOST]:
            row = FindingRow(self._context.look, finding)
            row.go.connect(self.go)
            row.mend.connect(self.mend)
            self._rows.addWidget(row)
        if len(findings) > _MOST:
            self._say("info", "ink2", tr("And %n more.", len(findings) - _MOST))
        found = {finding.rule for finding in findings}
        for rules, words in _FINE:
            if not found & set(rules) and (credits_ or "private" in rules):
                self._say("check", "ok", tr(words))
        self._say("quote", "ink2", tr("{percent}% of the words are quoted.",
                                      percent=round(result.quoted_share * 100)))
        self._show_credits(credits_)

    def set_busy(self, busy: bool) -> None:
        """Let the button rest while addresses are asked."""
        self._try.setEnabled(not busy)

    def _say(self, icon: str, role: str, words: str) -> None:
        self._rows.addWidget(plain_row(self._context.look, icon, role, words))

    def _show_names(self) -> None:
        self._form.setVisible(not self._form.isVisible())
        if self._form.isVisible():
            self._form.begin()

    def _show_credits(self, credits_: Sequence[str]) -> None:
        look = self._context.look
        if credits_:
            heading = Label(look, "ink2", 11, 600)
            heading.setText(f"{tr('Sources credited')} · {len(credits_)}")
            self._credits.addWidget(heading)
        for words in credits_[:12]:
            line = Label(look, "ink2", 12, wrap=True)
            line.setText(breakable(words))
            self._credits.addWidget(line)
