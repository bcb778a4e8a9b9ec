"""Which question does this serve? One of those that are open, or a new one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget
from shiboken6 import isValid

from pkm_app.base.errors import Problem
from pkm_app.flow.questions import Question, Served
from pkm_app.ui.dialogs import Dialog
from pkm_app.ui.i18n import Worded, problem_text, tr
from pkm_app.ui.room import Context
from pkm_app.ui.widgets import Button, Label
from pkm_app.ui.wrong import Wrong


class QuestionPicker(Worded, Dialog):
    """Attaches ``thing`` (the id of a highlight or article, the address of a feed, or a path) to the question that is
    chosen or asked."""

    def __init__(self, context: Context, thing: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._context, self._thing = context, thing
        self.setProperty("stage", "sense")
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.say(self.setWindowTitle, "Learning question")
        title = Label(context.look, "ink", 17, 600, family="reading")
        self.say(title.setText, "Which question does this serve?")
        self.list = QListWidget()
        self.list.setObjectName("questions")
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.say(self.list.setAccessibleName, "Learning questions")
        self.list.itemActivated.connect(lambda _item: self.attach())
        self.field = QLineEdit()
        self.say(self.field.setPlaceholderText, "What would you like to find out?")
        self.say(self.field.setAccessibleName, "What would you like to find out?")
        self.field.returnPressed.connect(self.attach)
        self._wrong = Wrong(context.look)
        attach = Button(context.look, "check", "filled", "sense")
        self.say(attach.setText, "Attach")
        attach.clicked.connect(self.attach)
        cancel = Button(context.look, stage="sense")
        self.say(cancel.setText, "Cancel")
        cancel.clicked.connect(self.reject)
        acts = QHBoxLayout()
        acts.addStretch(1)
        acts.addWidget(cancel)
        acts.addWidget(attach)
        box = QVBoxLayout(self)
        box.setContentsMargins(22, 18, 22, 16)
        box.setSpacing(10)
        for widget in (title, self.list, self.field, self._wrong):
            box.addWidget(widget)
        box.addLayout(acts)
        self.resize(480, 380)
        context.relay.call(context.services.taking.questions.listing, self._arrived, self._failed)

    def attach(self) -> None:
        """Attach to the question in the field, else to the one that is chosen."""
        questions, asked = self._context.services.taking.questions, self.field.text().strip()
        item = self.list.currentItem()
        chosen = str(item.data(Qt.ItemDataRole.UserRole)) if item is not None else ""
        if not asked and not chosen:
            self._failed(Problem("Choose a question, or write a new one."))
            return
        thing = self._thing

        def work() -> tuple[Served, str]:
            path = questions.ask(asked)[1] if asked else chosen
            return questions.attach(path, thing), path

        attaching = _Attaching(self._context, thing)

        def done(result: tuple[Served, str]) -> None:  # told also when the dialog was closed meanwhile
            attaching.serves(result)
            if isValid(self):
                self.accept()

        self._context.relay.call(work, done, lambda problem: self._failed(problem) if isValid(self) else (
            self._context.notices.problem(problem)))

    def _arrived(self, questions: Sequence[Question]) -> None:
        for question in questions:
            item = QListWidgetItem(question.card.title)
            item.setData(Qt.ItemDataRole.UserRole, question.card.path)
            self.list.addItem(item)
        self.list.setVisible(bool(questions))
        if questions:
            self.list.setCurrentRow(0)
            self.list.setFocus()
        else:
            self.field.setFocus()

    def _failed(self, problem: Problem) -> None:
        self._wrong.tell(problem_text(problem))


class _Attaching:
    """Says what was attached, with undo and redo; lives on when the dialog is gone."""

    def __init__(self, context: Context, thing: str) -> None:
        self._context, self._thing = context, thing

    def serves(self, result: tuple[Served, str]) -> None:
        """Tell that a thing serves the question at a path."""
        served, path = result
        relay, questions, thing = self._context.relay, self._context.services.taking.questions, self._thing

        def again() -> None:
            relay.call(lambda: (questions.attach(path, thing), path), self.serves, self._context.notices.problem)

        def undo() -> None:
            relay.call(lambda: questions.detach(path, served.name), lambda _: self._tell(served, path),
                       self._context.notices.problem)

        self._tell(served, path)
        self._context.notices.say(tr("It serves your question now."), undo, again)

    def _tell(self, served: Served, path: str) -> None:
        self._context.relay.tell("sources" if served.kind in ("source", "highlight") else "notes", served.path)
        if served.kind == "highlight":
            self._context.relay.tell("highlights", served.name)
        self._context.relay.tell("notes", path)
