"""Learning questions: what one would like to find out, and what hangs on it; asking one takes a line."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from pkm_app.flow.questions import Question
from pkm_app.ui.i18n import noop, tr
from pkm_app.ui.room import Context
from pkm_app.ui.today.day_card import DayCard, DayRow
from pkm_app.ui.unmaking import unmaking
from pkm_app.ui.widgets import Button, name

SHOWN = 5


class AskField(QLineEdit):
    """A line for a question; Escape puts it away."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)


class QuestionsCard(DayCard):
    """The card of learning questions."""

    key = "questions"

    def __init__(self, context: Context) -> None:
        super().__init__(context, "circle-help", "ink", noop("Learning questions"))
        self.field = AskField()
        self.say(self.field.setPlaceholderText, "What would you like to find out?")
        self.say(lambda words: name(self.field, words), "What would you like to find out?")
        self.field.returnPressed.connect(self._ask)
        self.field.hide()
        self.act = Button(context.look, "plus", left=True)
        self.say(self.act.setText, "Ask one")
        self.act.clicked.connect(self.begin)
        self.box.addWidget(self.field)
        self.box.addWidget(self.act, 0, Qt.AlignmentFlag.AlignLeft)
        self.box.addStretch(1)

    def load(self) -> None:
        """Ask for the questions."""
        self.ask(self.context.services.today.questions, self._show)

    def begin(self) -> None:
        """Show the line to ask in, with the caret."""
        self.field.show()
        self.field.setFocus()

    def _show(self, questions: Sequence[Question]) -> None:
        if not self.new_rows(questions):
            return
        for question in questions[:SHOWN]:
            row = DayRow(self.context.look, "circle", "ink2", question.card.title, counts(question))
            row.clicked.connect(lambda _=False, path=question.card.path: self.context.go("note", path))
            self.rows.addWidget(row)
        if len(questions) > SHOWN:
            more = Button(self.context.look, "list", left=True)
            more.setText(tr("and %n more", len(questions) - SHOWN))
            more.setAccessibleName(f"{tr('Learning questions')}: {more.shown_text()}")
            more.clicked.connect(lambda: self.context.go("questions", ""))
            self.rows.addWidget(more)
        if not questions:
            self.rows.addWidget(self.said(tr("A question of your own tells you what to look for.")))

    def _ask(self) -> None:
        title = self.field.text().strip()
        if title:
            questions = self.context.services.taking.questions
            self.context.relay.call(lambda: questions.ask(title), self._asked_one, self.context.notices.problem)

    def _asked_one(self, made: tuple[str, str]) -> None:
        title = self.field.text().strip()
        self.context.notices.say(tr("Asked: {title}", title=title), *unmaking(self.context, made[1], "notes"))
        self.field.clear()
        self.field.hide()
        self.act.setFocus()
        self.context.relay.tell("notes", made[1])


def counts(question: Question) -> str:
    """Return what serves a question in words: ``3 articles, 2 highlights, 1 note``; nothing yet is said as well."""
    found = [
        (question.count("source"), noop("%n article(s)")), (question.count("highlight"), noop("%n highlight(s)")),
        (question.count("note"), noop("%n note(s)")), (question.count("person"), noop("%n people")),
        (question.count("feed"), noop("%n that you follow"))]
    said = ", ".join(tr(words, number) for number, words in found if number)
    return said or tr("nothing hangs on it yet")
