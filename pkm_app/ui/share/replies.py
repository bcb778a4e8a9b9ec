"""The answers that came back to what left, and a form to keep another."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from pkm_app.flow.captured import Captured
from pkm_app.share.aftermath import Answer, Left
from pkm_app.ui.boxes import clear
from pkm_app.ui.choice import Choice
from pkm_app.ui.i18n import Worded, noop, tr
from pkm_app.ui.room import Context
from pkm_app.ui.scrolling import scrolling
from pkm_app.ui.widgets import Button, Card, Label, Quote

CONSENT = {"no": noop("Stays with me"), "anonymous": noop("May be quoted without a name"),
           "named": noop("May be quoted by name")}
_BUTTON = 8  # pixels that a button keeps free at its left: its icon stands right above the quotation


class Replies(Worded, QWidget):
    """``opened`` fires with the path of an answer to go to, ``kept`` when one was kept."""

    opened = Signal(str)
    kept = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._record: Left | None = None
        self._answers: Sequence[Answer] | None = None
        look = context.look
        self._rows = QVBoxLayout()
        self._rows.setSpacing(10)
        self.by = QLineEdit()
        self.say(self.by.setPlaceholderText, "Who answered?")
        self.say(self.by.setAccessibleName, "Who answered?")
        self.words = QPlainTextEdit()
        self.words.setTabChangesFocus(True)
        self.words.setFixedHeight(96)
        self.say(self.words.setPlaceholderText, "Their words")
        self.say(self.words.setAccessibleName, "Their words")
        for field in (self.by, self.words):
            field.setProperty("stage", "share")
        self.consent = Choice(look)
        self.say(self.consent.setAccessibleName, "How far their words may go")
        keep = Button(look, "check", "filled", "share")
        self.say(keep.setText, "Keep this answer")
        keep.clicked.connect(self.keep)
        form = Card(14, 8)
        heading = Label(look, "ink2", 12, 600)
        self.say(heading.setText, "Somebody answered?")
        for widget in (heading, self.by, self.words, self.consent):
            form.box.addWidget(widget)
        form.box.addWidget(keep, 0, Qt.AlignmentFlag.AlignLeft)
        column = QWidget()
        inner = QVBoxLayout(column)
        inner.setContentsMargins(24, 16, 24, 24)
        inner.setSpacing(14)
        inner.addLayout(self._rows)
        inner.addWidget(form)
        inner.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(scrolling(column))
        self.words_changed()

    def show_record(self, record: Left) -> None:
        """Show the answers to a record."""
        self._record = record
        afterwards = self._context.services.share.afterwards
        self._context.relay.call(lambda: afterwards.answers(record.path), self._show, self._context.notices.problem)

    def keep(self) -> None:
        """Keep what stands in the form; what is missing is said, and nothing is lost."""
        record = self._record
        if record is None:
            return
        by, words, consent = self.by.text(), self.words.toPlainText(), str(self.consent.currentData())
        afterwards = self._context.services.share.afterwards

        def kept(_done: Captured) -> None:
            self.by.clear()
            self.words.clear()
            self.show_record(record)
            self.kept.emit()

        self._context.relay.call(lambda: afterwards.reply(record.path, words, by, consent), kept,
                                 self._context.notices.problem)

    def words_changed(self) -> None:
        chosen = max(0, self.consent.currentIndex())
        self.consent.clear()
        for key, words in CONSENT.items():
            self.consent.addItem(tr(words), key)
        self.consent.setCurrentIndex(chosen)
        if self._answers is not None:
            self._show(self._answers)

    def _show(self, answers: Sequence[Answer]) -> None:
        self._answers = answers
        clear(self._rows)
        look = self._context.look
        for answer in answers:
            card = Card(14, 6)
            card.box.setContentsMargins(14 - _BUTTON, 14, 14, 14)
            head = Button(look, "message-square", stage="share", left=True)
            head.setText(f"{answer.by} · {tr(CONSENT.get(answer.consent, CONSENT['no']))}")
            head.clicked.connect(lambda _on=False, path=answer.path: self.opened.emit(path))
            line, words = QHBoxLayout(), QHBoxLayout()
            line.addWidget(head)
            line.addStretch(1)
            words.setContentsMargins(_BUTTON, 0, 0, 0)
            words.addWidget(Quote(look, answer.words, "share"))
            card.box.addLayout(line)
            card.box.addLayout(words)
            self._rows.addWidget(card)
        if not answers:
            none = Label(look, "ink2", 13, wrap=True)
            none.setText(tr("No answers kept yet. What people say about your post is worth keeping here."))
            self._rows.addWidget(none)
