"""Adding a source, beside the work: a field, what is going on, and what went wrong and what to do."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout

from pkm_app.base.errors import Problem
from pkm_app.base.events import Event, Progress
from pkm_app.seek.discover import Choice, SeveralFeeds
from pkm_app.ui.boxes import clear, widgets_in
from pkm_app.ui.i18n import Worded, problem_text, tr
from pkm_app.ui.relay import Job
from pkm_app.ui.room import Context
from pkm_app.ui.seek.following import say_followed
from pkm_app.ui.services import Followed
from pkm_app.ui.widgets import Button, Card, Icon, Label, name


class AddSource(Worded, Card):
    """``followed`` carries the id of the new feed; ``closed`` fires when the person has had enough."""

    followed = Signal(str)
    closed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__(10, 6)
        self._context = context
        self._job: Job | None = None
        self._wrong: Problem | None = None  # what is said to be wrong
        look = context.look
        self.field = QLineEdit()
        self.say(self._name_field, "Address of a site or a feed")
        self._follow, self._cancel = Button(look, "", "filled", "seek"), Button(look)
        self.say(self._follow.setText, "Follow")
        self.say(self._cancel.setText, "Cancel")
        self._icon, self._text = Icon(look, "info", "ink2", 14), Label(look, "ink2", 12, wrap=True)
        self._icon.hide()
        self._text.hide()
        said = QHBoxLayout()
        said.setSpacing(6)
        said.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        said.addWidget(self._text, 1)
        buttons = QHBoxLayout()
        buttons.addWidget(self._follow)
        buttons.addWidget(self._cancel)
        buttons.addStretch(1)
        self.box.addWidget(self.field)
        self.box.addLayout(said)
        self._choices = QVBoxLayout()
        self._choices.setSpacing(4)
        self.box.addLayout(self._choices)
        self.box.addLayout(buttons)
        self.field.returnPressed.connect(self.follow)
        self._follow.clicked.connect(self.follow)
        self._cancel.clicked.connect(self.cancel)
        self.hide()

    def begin(self) -> None:
        """Open, with the cursor in the field."""
        self._say("", "")
        clear(self._choices)
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def follow(self) -> None:
        """Follow the address in the field."""
        self.follow_address(self.field.text().strip())

    def follow_address(self, address: str) -> None:
        """Follow an address; the text in the field stays until that is done."""
        clear(self._choices)
        if not address:
            self._say(tr("Paste the address of a site you would like to follow."), "ink2")
            return
        if self._job is not None and not self._job.over:
            return
        self._follow.setEnabled(False)
        self._say(tr("Looking for the feed of {address}…", address=address), "ink2")
        operation = self._context.services.seek.follow(address)
        self._job = self._context.relay.start(
            operation, tr("Following {address}", address=address), self._done, self._failed, self._event)

    def cancel(self) -> None:
        """Stop what is going on, or close."""
        if self._job is not None and not self._job.over:
            self._context.relay.stop(self._job)
            self._follow.setEnabled(True)
            self._say(tr("Stopped."), "ink2")
            return
        self.hide()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.cancel()
        else:
            super().keyPressEvent(event)

    def _event(self, event: Event) -> None:
        if isinstance(event, Progress) and event.label:
            self._say(event.label, "ink2")

    def _done(self, followed: Followed) -> None:
        self._follow.setEnabled(True)
        self.field.clear()
        self.hide()
        say_followed(self._context, followed)
        self.followed.emit(followed.feed_id)

    def _failed(self, problem: Problem) -> None:
        self._follow.setEnabled(True)
        if isinstance(problem, SeveralFeeds):
            self._offer(problem.choices)
            return
        self._say(problem_text(problem), "error")
        self._wrong = problem
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.field.selectAll()

    def _offer(self, choices: Sequence[Choice]) -> None:
        """Let the person choose which of several feeds is meant."""
        self._say(tr("There are several feeds here. Which one do you want to follow?"), "ink2")
        for choice in choices:
            button = Button(self._context.look, "rss", "outlined", left=True)
            button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            button.setText(choice.title or choice.address)
            name(button, tr("Follow {title}, %n post(s), {address}", choice.posts, title=choice.title,
                            address=choice.address))
            button.clicked.connect(partial(self.follow_address, choice.address))
            self._choices.addWidget(button)
            button.show()
        for first in self.choices()[:1]:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def choices(self) -> list[Button]:
        """Return the buttons of the feeds among which to choose."""
        return widgets_in(self._choices, Button)

    def words_changed(self) -> None:
        if self._wrong is not None:
            self._text.setText(problem_text(self._wrong))
            self._text.setAccessibleName(self._text.text())

    def _say(self, text: str, role: str) -> None:
        self._wrong = None
        self._icon.setVisible(bool(text))
        self._text.setVisible(bool(text))
        self._text.setText(text)
        if text:
            self._icon.show_icon("circle-alert" if role == "error" else "info", role)
            self._text.set_role(role)
        self._text.setAccessibleName(text)

    def _name_field(self, words: str) -> None:
        self.field.setPlaceholderText(words)
        self.field.setAccessibleName(words)
