"""The version of an article in which a highlight was made, in a window of its own: one can select in the article beside
it. Plain text, for what is read there is a stranger's.

How to use it: ``ReadVersionWindow(context, highlight_id, parent).show()``.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextBlockFormat, QTextCharFormat
from PySide6.QtWidgets import QHBoxLayout, QTextEdit, QVBoxLayout, QWidget

from pkm_app.base.errors import Problem
from pkm_app.ui.dialogs import Dialog
from pkm_app.ui.i18n import tr
from pkm_app.ui.reading_boxes import cursor_over
from pkm_app.ui.room import Context
from pkm_app.ui.widgets import Button, Label

_LINE = 26


class ReadVersionWindow(Dialog):
    """Shows the text with the highlighted words marked, scrolled to them."""

    def __init__(self, context: Context, highlight_id: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("The version you read"))
        self._context = context
        self._marked = 0, 0
        about = Label(context.look, "ink2", 13, wrap=True)
        about.setText(tr("So the article read when you highlighted it; what you highlighted is underlined."))
        self.shown = QTextEdit()
        self.shown.setReadOnly(True)
        self.shown.setObjectName("field")
        self.shown.setTabChangesFocus(True)
        self.shown.setFont(context.look.font("reading", 16))
        self.shown.setAccessibleName(tr("The version you read"))
        close = Button(context.look, "", "outlined")
        close.setText(tr("Close"))
        close.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(close)
        box = QVBoxLayout(self)
        box.setContentsMargins(18, 16, 18, 14)
        box.setSpacing(10)
        box.addWidget(about)
        box.addWidget(self.shown, 1)
        box.addLayout(row)
        self.resize(min(460, parent.window().width() // 2), min(560, parent.window().height() - 120))
        context.look.changed.connect(self._mark)
        versions = context.services.reading.versions
        context.relay.call(lambda: versions.of_highlight(highlight_id), self._show, self._failed)

    def _show(self, found: tuple[str, int, int]) -> None:
        text, start, end = found
        cursor = self.shown.textCursor()
        pitch = QTextBlockFormat()
        pitch.setLineHeight(_LINE, QTextBlockFormat.LineHeightTypes.MinimumHeight.value)
        cursor.setBlockFormat(pitch)
        cursor.insertText(text[:start])
        place = cursor.position()
        cursor.insertText(text[start:end])
        self._marked = place, cursor.position()
        cursor.insertText(text[end:])
        cursor.setPosition(place)
        self.shown.setTextCursor(cursor)
        self.shown.ensureCursorVisible()
        self._mark()

    def _mark(self) -> None:
        """Mark the highlighted words. The text itself has no colour of its own, so it follows the theme."""
        mark = QTextEdit.ExtraSelection()
        form = QTextCharFormat()
        form.setBackground(self._context.look.color("yellow"))
        form.setFontUnderline(True)
        mark.cursor, mark.format = cursor_over(self.shown.document(), *self._marked), form
        self.shown.setExtraSelections([mark])

    def _failed(self, problem: Problem) -> None:
        self._context.notices.problem(problem)
        self.reject()
