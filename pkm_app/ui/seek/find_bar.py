"""Find in the article: a field above the text, all places marked, the next one with Return."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QTextEdit

from pkm_app.ui.i18n import Worded, tr
from pkm_app.ui.look import Look
from pkm_app.ui.reading import ReadingPane
from pkm_app.ui.widgets import Button, Label, Panel, name

_MOST = 1000  # places that are marked


class FindBar(Worded, Panel):
    """Belongs to one pane; hidden until it is asked for."""

    def __init__(self, look: Look, pane: ReadingPane) -> None:
        super().__init__(look, "panel", "b")
        self._look, self._pane = look, pane
        self._found: list[QTextCursor] = []
        self.field = QLineEdit()
        self.say(self.field.setPlaceholderText, "Find in this article")
        self.say(self.field.setAccessibleName, "Find in this article")
        self.count = Label(look, "ink2", 12).hug()
        before, after, close = Button(look, "chevron-up"), Button(look, "chevron-down"), Button(look, "x")
        self.say(partial(name, before), "Previous place")
        self.say(partial(name, after), "Next place")
        self.say(partial(name, close), "Close")
        before.clicked.connect(lambda: self.step(-1))
        after.clicked.connect(lambda: self.step(1))
        close.clicked.connect(self.close_bar)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 8, 7)
        row.setSpacing(4)
        row.addWidget(self.field, 1)
        row.addWidget(self.count)
        for button in (before, after, close):
            row.addWidget(button)
        self.field.textChanged.connect(self._look_for)
        self.field.installEventFilter(self)
        look.changed.connect(self.forget)  # the text may be laid out anew, and old places lead nowhere
        self.hide()

    def begin(self) -> None:
        """Ask for words; those that are selected stand there already."""
        words = self._pane.textCursor().selectedText()
        self.show()
        if words and "\u2029" not in words:
            self.field.setText(words)
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()
        self._look_for()

    def close_bar(self) -> None:
        """Take the marks away and go back to the text."""
        self.hide()
        self._found = []
        self._mark()
        self._pane.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def forget(self) -> None:
        """Another text is shown: look for the words in that."""
        self._found = []
        if self.isVisible():
            self._look_for()

    def step(self, by: int) -> None:
        """Go to the next or the previous place, and round at the end."""
        if not self._found:
            return
        here = self._pane.textCursor()
        at = next((n for n, one in enumerate(self._found) if one.selectionStart() == here.selectionStart()
                   and here.hasSelection()), None)
        if at is None:
            later = [n for n, one in enumerate(self._found) if one.selectionStart() >= here.position()]
            at = (later[0] if later else 0) if by > 0 else (later[0] - 1 if later else len(self._found) - 1)
        else:
            at += by
        at %= len(self._found)
        self._pane.setTextCursor(self._found[at])
        self._pane.ensureCursorVisible()
        self.count.setText(tr("{number} of {total}", number=at + 1, total=len(self._found)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape:
                self.close_bar()
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.step(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
                return True
        return super().eventFilter(watched, event)

    def _look_for(self) -> None:
        self._found = []
        words, document = self.field.text(), self._pane.document()
        place = QTextCursor(document)
        while words and len(self._found) < _MOST:
            place = document.find(words, place)
            if place.isNull():
                break
            self._found.append(QTextCursor(place))
        self.count.setText("" if not words else tr("%n place(s)", len(self._found)))
        self._mark()

    def _mark(self) -> None:
        form = QTextCharFormat()
        form.setBackground(self._look.color("seek-mark"))
        form.setForeground(self._look.color("ink"))
        marks = []
        for one in self._found:
            mark = QTextEdit.ExtraSelection()
            mark.cursor, mark.format = one, form
            marks.append(mark)
        self._pane.setExtraSelections(marks)
