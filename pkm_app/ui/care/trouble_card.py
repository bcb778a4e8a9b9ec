"""One thing that is wrong: what it is, what helps, and the acts for it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from pkm_app.sense.doctor import Trouble
from pkm_app.ui.care.plain_names import plain_name, said_of
from pkm_app.ui.flow_layout import FlowLayout
from pkm_app.ui.i18n import Worded, noop, tr
from pkm_app.ui.look import Look
from pkm_app.ui.widgets import Button, Card, Icon, Label, name

RULES = {
    "conflict": noop("Two versions"), "front": noop("Unreadable"), "twin": noop("Twice the same"),
    "double-id": noop("One id for two"), "same-source": noop("One source twice"), "broken": noop("Link to nothing"),
    "orphan": noop("Lost its place"), "not-here": noop("Not here"), "database": noop("Damaged"),
    "marks": noop("Marks"), "choices": noop("Choices"), "keyring": noop("Passwords"),
}
_OPENS = ("front", "twin", "double-id", "same-source", "broken", "orphan")


class TroubleCard(Worded, Card):
    """``mend``, ``compare`` and ``open`` fire when a person asks for it; each carries the trouble."""

    mend = Signal(object)
    compare = Signal(object)
    open = Signal(object)

    def __init__(self, look: Look, trouble: Trouble) -> None:
        super().__init__(16, 8)
        self.trouble = trouble
        self._look = look
        rule, self._what = Label(look, "warning", 12, 600), Label(look, "ink", 13, wrap=True)
        self._mend = Label(look, "ink2", 13, wrap=True)
        self.say(rule.setText, RULES.get(trouble.rule, "Needs a look"))
        row = QHBoxLayout()
        row.setSpacing(7)
        row.addWidget(Icon(look, "triangle-alert", "warning", 14))
        row.addWidget(rule, 1)
        self.box.addLayout(row)
        self.box.addWidget(self._what)
        self.box.addWidget(self._mend)
        self._named: list[tuple[Button, str]] = []
        acts = self._make_acts()
        if acts is not None:
            self.box.addWidget(acts)
        self.words_changed()

    def words_changed(self) -> None:
        said, helps = said_of(self.trouble), said_of(self.trouble.mend, self.trouble)
        self._what.setText(said)
        self._mend.setText(helps)
        for button, words in self._named:
            name(button, f"{tr(words)}: {plain_name(self.trouble.path)}")
        self.setAccessibleName(f"{tr(RULES.get(self.trouble.rule, 'Needs a look'))}: {said} {helps}")

    def _make_acts(self) -> QWidget | None:
        trouble = self.trouble
        wanted = []
        if trouble.rule == "conflict":
            wanted.append((noop("Look at both"), "copy", self.compare))
        if trouble.fixable:
            wanted.append((noop("Bring together") if trouble.rule == "conflict" else noop("Mend"), "check", self.mend))
        if trouble.rule in _OPENS and trouble.path.lower().endswith(".md"):
            wanted.append((noop("Open"), "external-link", self.open))
        if not wanted:
            return None
        holder = QWidget()
        flow = FlowLayout(holder, gap=6)
        for words, icon, signal in wanted:
            button = Button(self._look, icon, "outlined")
            self.say(button.setText, words)
            self._named.append((button, words))
            button.clicked.connect(lambda _on=False, one=signal: one.emit(trouble))
            flow.addWidget(button)
        return holder
