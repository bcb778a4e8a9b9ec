"""Which learning question becomes a chapter? Each with how much hangs on it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from pkm_app.flow.questions import Question
from pkm_app.ui.dialogs import Dialog
from pkm_app.ui.i18n import Worded, tr
from pkm_app.ui.room import Context
from pkm_app.ui.widgets import Button, Label


class QuestionList(Worded, Dialog):
    """``wanted`` carries the path of the question that is chosen."""

    wanted = Signal(str)

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.say(self.setWindowTitle, "Learning question")
        title = Label(context.look, "ink", 17, 600, wrap=True, family="reading")
        self.say(title.setText, "Which question becomes a chapter?")
        about = Label(context.look, "ink2", 13, wrap=True)
        self.say(about.setText, "What hangs on it comes along: notes that link to it, highlights and sources, each "
                                "with its credit. What is private stays.")
        self.list = QListWidget()
        self.list.setObjectName("questions")
        self.list.setProperty("stage", "share")
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.say(self.list.setAccessibleName, "Learning questions")
        self.list.itemActivated.connect(lambda _item: self.choose())
        self._none = Label(context.look, "ink2", 13, wrap=True)
        self.say(self._none.setText, "You have no learning questions yet. Ask one in Today, and let what you read "
                                     "serve it.")
        self._none.hide()
        self._make = Button(context.look, "book-open", "filled", "share")
        self.say(self._make.setText, "Make it a chapter")
        self._make.clicked.connect(self.choose)
        self._make.setEnabled(False)
        cancel = Button(context.look, "x", stage="share")
        self.say(cancel.setText, "Cancel")
        cancel.clicked.connect(self.reject)
        acts = QHBoxLayout()
        acts.addStretch(1)
        acts.addWidget(cancel)
        acts.addWidget(self._make)
        box = QVBoxLayout(self)
        box.setContentsMargins(22, 18, 22, 16)
        box.setSpacing(10)
        for widget in (title, about, self._none, self.list):
            box.addWidget(widget)
        box.addLayout(acts)
        self.resize(480, 400)
        questions = context.services.taking.questions
        context.relay.call(lambda: questions.listing(answered=True), self._arrived, context.notices.problem)

    def choose(self) -> None:
        """Take the question that is chosen."""
        item = self.list.currentItem()
        if item is not None:
            self.wanted.emit(str(item.data(Qt.ItemDataRole.UserRole)))
            self.accept()

    def _arrived(self, questions: Sequence[Question]) -> None:
        shown = [one for one in questions if not one.card.private]
        for question in shown:
            hanging = tr("%n thing(s) hang on it", len(question.served))
            item = QListWidgetItem(f"{question.card.title}\n{hanging}")
            item.setData(Qt.ItemDataRole.UserRole, question.card.path)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{question.card.title}, {hanging}")
            self.list.addItem(item)
        self.list.setVisible(bool(shown))
        self._none.setVisible(not shown)
        self._make.setEnabled(bool(shown))
        if shown:
            self.list.setCurrentRow(0)
            self.list.setFocus()
