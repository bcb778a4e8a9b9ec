"""Finding and replacing words in the text that is being written.

How to use it: ``bar = FindBar(look, pane, "sense")`` below the pane; ``bar.begin()`` shows it. Return goes to the next
place, Shift Return to the one before, Escape closes it. Replacing all is one step of undo.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor, QTextDocument
from PySide6.QtWidgets import QHBoxLayout, QLineEdit

from pkm_app.ui.i18n import Worded, noop, tr
from pkm_app.ui.look import Look
from pkm_app.ui.theme import Stage
from pkm_app.ui.widgets import Button, Label, Panel, name
from pkm_app.ui.writing import WritingPane

_MOST = 5000  # places that are counted


class FindBar(Worded, Panel):
    """``closed`` fires when the person is done with it."""

    closed = Signal()

    def __init__(self, look: Look, pane: WritingPane, stage: Stage) -> None:
        super().__init__(look, "surface", "t")
        self._pane = pane
        self.words, self.other = QLineEdit(), QLineEdit()
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 8, 6)
        row.setSpacing(6)
        for field, words in ((self.words, noop("Find")), (self.other, noop("Replace with"))):
            field.setProperty("stage", stage)
            self.say(field.setPlaceholderText, words)
            self.say(field.setAccessibleName, words)
            row.addWidget(field, 1)
        self.words.textChanged.connect(lambda _: self._count())
        self.words.returnPressed.connect(self.next)
        self.other.returnPressed.connect(self.replace)
        self._found = Label(look, "ink2", 12).hug()
        row.insertWidget(1, self._found)
        for icon, words, act in (("chevron-down", noop("Next place"), self.next), ("", noop("Replace"), self.replace),
                                 ("", noop("All"), self.replace_all), ("circle-x", noop("Close"), self.close_bar)):
            button = Button(look, icon, "plain" if icon else "outlined", stage)
            self.say(partial(name, button) if icon else button.setText, words)
            button.clicked.connect(act)
            row.addWidget(button)
        self.hide()

    def begin(self) -> None:
        """Show the bar with the selected words in it."""
        chosen = self._pane.textCursor().selectedText()
        if chosen and "\u2029" not in chosen:
            self.words.setText(chosen)
        self.show()
        self.words.setFocus()
        self.words.selectAll()
        self._count()

    def next(self) -> bool:
        """Go to the next place, from the beginning again after the last; False where there is none."""
        return self._go(QTextDocument.FindFlag(0))

    def previous(self) -> bool:
        """Go to the place before."""
        return self._go(QTextDocument.FindFlag.FindBackward)

    def replace(self) -> None:
        """Replace the place one stands on, and go to the next."""
        cursor = self._pane.textCursor()
        if self._pane.isReadOnly() or not self.words.text():
            return
        if cursor.selectedText().casefold() == self.words.text().casefold():
            cursor.insertText(self.other.text())
        self.next()
        self._count()

    def replace_all(self) -> None:
        """Replace every place, as one step that can be undone."""
        words, document = self.words.text(), self._pane.document()
        if self._pane.isReadOnly() or not words:
            return
        edit = QTextCursor(document)
        edit.beginEditBlock()
        place = document.find(words, 0)
        while not place.isNull():
            place.insertText(self.other.text())
            place = document.find(words, place.position())
        edit.endEditBlock()
        self._count()

    def close_bar(self) -> None:
        """Close, and go on writing."""
        self.hide()
        self._pane.setFocus()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and shift and self.words.hasFocus():
            self.previous()
        else:
            super().keyPressEvent(event)

    def _go(self, flags: QTextDocument.FindFlag) -> bool:
        words, document = self.words.text(), self._pane.document()
        if not words:
            return False
        found = document.find(words, self._pane.textCursor(), flags)
        if found.isNull():
            start = QTextCursor(document)
            if flags:
                start.movePosition(QTextCursor.MoveOperation.End)
            found = document.find(words, start, flags)
        if found.isNull():
            return False
        self._pane.setTextCursor(found)
        self._pane.ensureCursorVisible()
        return True

    def _count(self) -> None:
        words = self.words.text().casefold()
        count = min(_MOST, self._pane.text().casefold().count(words)) if words else 0
        self._found.setText("" if not words else tr("%n place(s)", count) if count else tr("Not found"))
