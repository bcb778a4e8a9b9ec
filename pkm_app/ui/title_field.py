"""The title above a text: one paragraph without marks that wraps, so that a long title is seen whole.

How to use it: as a QLineEdit: ``text``, ``setText``, ``textEdited``, ``returnPressed``, ``editingFinished``.
Return leads on, Tab leaves, and a line break that is pasted becomes a space.
"""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QResizeEvent,
    QTextBlockFormat,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit

from pkm_app.ui.look import Look
from pkm_app.ui.pasted import are_files

_SIZE = 27
_MANY = 99  # lines
_ALWAYS = 3  # lines that are seen in the lowest window; beyond, the title scrolls
_AROUND = 220  # pixels of the window that are neither title nor text
_LINE = 36  # pixels of one line, on every platform


class TitleField(QTextEdit):
    """Grows with what stands in it, in a low window up to half of what there is for title and text."""

    textEdited = Signal(str)  # noqa: N815  as a QLineEdit has it
    returnPressed = Signal()  # noqa: N815  likewise
    editingFinished = Signal()  # noqa: N815  likewise

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._setting = False
        self._most = _MANY
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setStyleSheet("QTextEdit, QTextEdit:focus { border: 0; background: transparent; padding: 0; }")
        self.viewport().setAutoFillBackground(False)
        self.setFont(look.font("reading", _SIZE, 600))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.document().setDocumentMargin(0)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizePolicy(policy)
        self.document().contentsChange.connect(self._changed)
        self.document().documentLayout().documentSizeChanged.connect(lambda _size: self._fit())
        self.setText("")

    def text(self) -> str:
        """Return the title."""
        return self.toPlainText().replace("\n", " ")

    def setText(self, text: str) -> None:
        """Show another title; nothing is said to have been edited, and there is nothing to undo."""
        self._setting = True
        self.setPlainText(" ".join(text.splitlines()))
        cursor = QTextCursor(self.document())
        pitch = QTextBlockFormat()
        pitch.setLineHeight(_LINE, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        cursor.setBlockFormat(pitch)
        self.document().setUndoRedoEnabled(False)
        self.document().setUndoRedoEnabled(True)
        self._setting = False
        self._fit()

    def setCursorPosition(self, position: int) -> None:
        """Put the caret there."""
        cursor = self.textCursor()
        cursor.setPosition(position)
        self.setTextCursor(cursor)

    def select(self, words: str) -> bool:
        """Select the first place of these words, capitals aside; return whether there is one."""
        cursor = self.document().find(words, 0)
        if cursor.isNull():
            return False
        self.setTextCursor(cursor)
        return True

    def selectedText(self) -> str:
        """Return what is selected."""
        return self.textCursor().selectedText()

    def sizeHint(self) -> QSize:
        return QSize(200, self.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(60, self.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.editingFinished.emit()
            self.returnPressed.emit()
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down) and not event.modifiers():
            before = self.textCursor().position()
            super().keyPressEvent(event)
            if self.textCursor().position() == before:
                event.ignore()
        else:
            super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        self.insertPlainText(" ".join(source.text().split()))

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText() and not are_files(source)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.editingFinished.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _changed(self, _place: int, removed: int, added: int) -> None:
        if not self._setting and (removed or added):
            self.textEdited.emit(self.text())

    def fit_window(self, height: int) -> None:
        """Leave room for the text below in a window of this height: a title that needs more scrolls."""
        self._most = max(_ALWAYS, (height - _AROUND) // 2 // _LINE)
        self._fit()

    def _fit(self) -> None:
        whole = max(_LINE, round(self.document().size().height()))
        height = min(whole, self._most * _LINE)
        policies = Qt.ScrollBarPolicy  # what does not show at once is seen to be there
        self.setVerticalScrollBarPolicy(policies.ScrollBarAlwaysOn if whole > height else policies.ScrollBarAlwaysOff)
        if height != self.height():
            self.setFixedHeight(height)
