"""One line asked beside the work, at the foot of the side list: a name, a folder, a reason, words to mute."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QLineEdit, QListView, QSizePolicy

from pkm_app.base.errors import Problem
from pkm_app.ui.flow_layout import FlowLayout
from pkm_app.ui.i18n import Worded, problem_text
from pkm_app.ui.look import Look
from pkm_app.ui.widgets import Button, Card, Label, name
from pkm_app.ui.wrong import Wrong


class SideAsk(Worded, Card):
    """Asks one thing at a time; Escape closes it. What was typed stays where it could not be done."""

    def __init__(self, look: Look) -> None:
        super().__init__(10, 6)
        self._look = look
        self._done: Callable[[str], None] | None = None
        self._title, self._problem = Label(look, "ink", 12, 600, wrap=True), Wrong(look, 12)
        self.field = QLineEdit()
        self.ok, cancel = Button(look, "", "filled", "seek"), Button(look)
        self.say(self.ok.setText, "Save")
        self.say(cancel.setText, "Cancel")
        self._chips = FlowLayout(gap=4)
        buttons = QHBoxLayout()
        buttons.addWidget(self.ok)
        buttons.addWidget(cancel)
        buttons.addStretch(1)
        self.box.addWidget(self._title)
        self.box.addWidget(self.field)
        self.box.addLayout(self._chips)
        self.box.addWidget(self._problem)
        self.box.addLayout(buttons)
        self.field.returnPressed.connect(self._enter)
        self.ok.clicked.connect(self._enter)
        cancel.clicked.connect(self.hide)
        self.hide()

    def ask(self, title: str, value: str, done: Callable[[str], None], offers: Sequence[str] = (),
            about: str = "") -> None:
        """Ask for what ``title`` says, translated here with ``about`` for its ``{title}``; ``done`` gets the line.

        ``offers`` complete what is typed.
        """
        self.say(self._title.setText, title, title=about)
        self.say(self.field.setAccessibleName, title, title=about)
        self.field.setText(value)
        completer = QCompleter(list(offers), self.field)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        offered = QListView()
        offered.setObjectName("offers")  # a window of its own: without a name it would have no ground
        completer.setPopup(offered)
        self.field.setCompleter(completer)
        self._done = done
        self.show_chips((), lambda word: None)
        self.say_problem("")
        self.show()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.field.selectAll()

    def show_chips(self, words: Sequence[str], gone: Callable[[str], None], what: str = "") -> None:
        """Show words that can be taken away, each by its own button, named by ``what`` with the word."""
        self._chips.clear()
        for word in words:
            chip = Button(self._look, "x", "chip")
            chip.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
            chip.setText(word)
            name(chip, f"{what}: {word}")
            chip.clicked.connect(lambda checked=False, gone_word=word: gone(gone_word))
            self._chips.addWidget(chip)

    def failed(self, problem: Problem) -> None:
        """Say what could not be done; the line stays."""
        self.say_problem(problem_text(problem))
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def say_problem(self, words: str) -> None:
        """Say what is wrong, "" for nothing."""
        self._problem.tell(words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    def _enter(self) -> None:
        if self._done is not None:
            self._done(self.field.text().strip())
