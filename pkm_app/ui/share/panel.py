"""The side of Share: for whom and where to, what to look at before it leaves, and the one button that places it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from pkm_app.share.model import CheckResult, Finding, OutletSettings
from pkm_app.ui.boxes import clear, scrolling
from pkm_app.ui.i18n import Worded, noop, tr
from pkm_app.ui.room import Context
from pkm_app.ui.share.outlet_form import AUDIENCES, OutletForm
from pkm_app.ui.widgets import Button, Card, Icon, Label, Panel, plain_tip

_LOOKS = {"must": ("triangle-alert", "error"), "should": ("triangle-alert", "warning"), "note": ("info", "ink2")}
RULES = {
    "credit": noop("A quotation names no author and no source"),
    "own-words": noop("Nothing of your own stands after a quotation"),
    "length": noop("A quotation is long"),
    "link": noop("A link goes out as plain words"),
    "private": noop("Private parts stay in"),
    "private-unclosed": noop("A private part is never closed, so all after it stays in"),
    "private-embed": noop("The draft shows a private file"),
    "anonymous": noop("A conversation goes out without a name"),
    "address": noop("The address of a source is not known; its credit says so"),
    "picture": noop("A picture does not go along"),
    "alt": noop("A picture has no words for who cannot see it"),
    "chapter": noop("A file of the draft's folder is not shown in it"),
    "vault-syntax": noop("Something works in your PKM folder only; it goes out as code"),
}
_NARROWEST = 244
_FINE = (  # what is said where none of these rules found anything
    (("credit",), noop("Every quotation names its author")),
    (("own-words",), noop("Every quotation has words of your own")),
    (("length",), noop("Quotations are short")),
    (("private", "private-unclosed", "private-embed"), noop("Nothing private inside")),
)


class SharePanel(Worded, Panel):
    """``send`` fires with the outlet's name, ``chosen`` with the audience when another outlet is chosen, ``added`` when
    a new one is ready."""

    send = Signal(str)
    chosen = Signal(str)
    added = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__(context.look, "paper", "l")
        self._context = context
        self.setMinimumWidth(_NARROWEST)
        self._outlets: Sequence[OutletSettings] = ()
        self._current = context.services.settings.get("share.outlet")
        self._first = 0
        self._checked = False  # whether a draft that can leave is shown
        self._busy = False
        self._rows = QVBoxLayout()
        self._rows.setSpacing(2)
        self._form = OutletForm(context)
        self._form.hide()
        self._form.added.connect(self._added)
        self._form.closed.connect(self._form.hide)
        self._findings = QVBoxLayout()
        self._findings.setSpacing(12)
        self._credits = QVBoxLayout()
        self._credits.setSpacing(5)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 0, 0, 14)
        outer.addWidget(self._make_area(), 1)
        self._button = Button(context.look, "send", "filled", "share")
        self._button.clicked.connect(self.press)
        self._button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        hint = Label(context.look, "ink2", 12, wrap=True)
        hint.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.say(hint.setText, "Nothing is published. You finish it there.")
        foot = QVBoxLayout()
        foot.setContentsMargins(14, 0, 14, 0)
        foot.addWidget(self._button)
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

    def show_check(self, result: CheckResult | None, credits_: Sequence[str] = ()) -> None:
        """Show what was found, what is fine, and who is credited."""
        clear(self._findings)
        clear(self._credits)
        self._checked = result is not None
        self._before.setVisible(self._checked)
        self._first = sum(one.level == "must" for one in result.findings) if result else 0
        self._show_button()
        if result is None:
            return
        for finding in result.findings[:12]:
            self._findings.addWidget(self._finding(finding))
        found = {finding.rule for finding in result.findings}
        for rules, words in _FINE:
            if not found & set(rules) and (credits_ or "private" in rules):
                self._findings.addWidget(self._line("check", "ok", tr(words), ""))
        self._show_credits(credits_)
        share = tr("{percent} % of the words are quoted.", percent=round(result.quoted_share * 100))
        self._findings.addWidget(self._line("quote", "ink2", share, ""))

    def set_busy(self, busy: bool) -> None:
        """Let the button rest while something is being sent."""
        self._busy = busy
        self._show_button()

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
        add.clicked.connect(self.begin_form)
        self._before = Label(look, "ink2", 11, 600)
        self.say(self._before.setText, "Before it leaves")
        self._before.hide()
        for widget in (where, card):
            box.addWidget(widget)
        box.addWidget(add, 0, Qt.AlignmentFlag.AlignLeft)
        box.addWidget(self._form)
        box.addSpacing(8)
        box.addWidget(self._before)
        box.addLayout(self._findings)
        box.addSpacing(8)
        box.addLayout(self._credits)
        box.addStretch(1)
        return scrolling(column)

    def _show_outlets(self, outlets: Sequence[OutletSettings]) -> None:
        self._outlets = outlets
        clear(self._rows)
        if self._outlet() is None:
            self._current = outlets[0].name if outlets else ""
        for outlet in outlets:
            row = Button(self._context.look, "globe", stage="share", left=True)
            row.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)  # a long name is cut
            row.setToolTip(plain_tip(outlet.name))
            row.setCheckable(True)
            row.setChecked(outlet.name == self._current)
            row.setText(f"{outlet.name} · {tr(AUDIENCES[outlet.audience])}")
            row.clicked.connect(lambda _on, one=outlet.name: self._choose(one))
            self._rows.addWidget(row)
        if not outlets:
            empty = Label(self._context.look, "ink2", 13, wrap=True)
            empty.setText(tr("No place to share yet. A WordPress site takes your drafts directly."))
            self._rows.addWidget(empty)
        self._show_button()

    def _show_button(self) -> None:
        chosen = self._outlet()
        words = tr("Save as draft on {name}", name=chosen.name) if chosen else tr("Save as draft")
        self._button.setText(tr("%n thing(s) first", self._first) if self._first else words)
        self._button.set_icon("triangle-alert" if self._first else "send")
        self._button.setEnabled(chosen is not None and self._checked and not self._busy)

    def _show_credits(self, credits_: Sequence[str]) -> None:
        look = self._context.look
        if credits_:
            heading = Label(look, "ink2", 11, 600)
            heading.setText(f"{tr('Sources credited')} · {len(credits_)}")
            self._credits.addWidget(heading)
        for words in credits_[:12]:
            line = Label(look, "ink2", 12, wrap=True)
            line.setText(words)
            self._credits.addWidget(line)

    def _choose(self, name: str) -> None:
        self._current = name
        self._context.services.settings.put("share.outlet", name)
        self._show_outlets(self._outlets)
        self.chosen.emit(self.audience())

    def _outlet(self) -> OutletSettings | None:
        return next((outlet for outlet in self._outlets if outlet.name == self._current), None)

    def begin_form(self) -> None:
        """Open the form for a new outlet."""
        self._form.show()
        self._form.begin()

    def _added(self, name: str) -> None:
        self._form.hide()
        self._current = name
        self._context.services.settings.put("share.outlet", name)
        self.load()
        self.added.emit()

    def press(self) -> None:
        """Send to the chosen outlet; say what stands in the way."""
        outlet = self._outlet()
        if self._first:
            self._context.notices.warn(tr("Mend first what is marked at the right; then it can leave."))
        elif outlet is None:
            self.begin_form()
        elif not self._busy:
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
