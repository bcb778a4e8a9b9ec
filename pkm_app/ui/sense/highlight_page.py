"""One highlight, large: its words, where they are from, and a field for what one thinks of them."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QTextEdit, QVBoxLayout, QWidget

from pkm_app.flow.highlighting import PlacedHighlight
from pkm_app.sense.model import Highlight
from pkm_app.ui.boxes import clear
from pkm_app.ui.flow_layout import FlowLayout
from pkm_app.ui.i18n import Worded, tr
from pkm_app.ui.markdown_style import MarkdownStyle
from pkm_app.ui.read_version import ReadVersionWindow
from pkm_app.ui.room import Context
from pkm_app.ui.scrolling import scrolling
from pkm_app.ui.widgets import Button, Icon, Label, Panel, Quote

_SIZE = 17  # pixels of one's own words


class HighlightPage(Worded, Panel):
    """``write`` fires with the id when a note about it shall be begun, ``removed`` when it shall go."""

    write = Signal(str)
    removed = Signal(str)
    left = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__(context.look, "surface")
        self._context = context
        self._placed: PlacedHighlight | None = None
        self._quote_box = QVBoxLayout()
        self._source = Label(context.look, "ink2", 13, wrap=True)
        self._lost, self._warning = Label(context.look, "warning", 13, wrap=True), QWidget()
        warned = QHBoxLayout(self._warning)
        warned.setContentsMargins(0, 0, 0, 0)
        warned.addWidget(Icon(context.look, "triangle-alert", "warning"), 0, Qt.AlignmentFlag.AlignTop)
        warned.addWidget(self._lost, 1)
        words = Label(context.look, "ink2", 12)
        self.say(words.setText, "Your words on this highlight")
        self._field = QTextEdit()
        self._field.setObjectName("field")
        self._field.setProperty("stage", "sense")
        self._field.setAcceptRichText(False)
        self._field.setTabChangesFocus(True)
        self._field.setFont(context.look.font("reading", _SIZE))
        self._style = MarkdownStyle(self._field.document(), context.look, "sense", _SIZE)  # links as their words
        self._field.cursorPositionChanged.connect(self._show_marks)
        self._field.installEventFilter(self)
        self._field.setFixedHeight(150)
        self.say(self._field.setAccessibleName, "Your words on this highlight")
        self.say(self._field.setPlaceholderText, "In your own words…")
        column = QWidget()
        column.setMaximumWidth(640)
        box = QVBoxLayout(column)
        box.setContentsMargins(24, 40, 24, 24)
        box.setSpacing(12)
        box.addLayout(self._quote_box)
        box.addWidget(self._source)
        box.addWidget(self._warning)
        box.addSpacing(8)
        box.addWidget(words)
        box.addWidget(self._field)
        box.addLayout(self._make_acts())
        box.addStretch(1)
        middle = QWidget()
        line = QHBoxLayout(middle)
        line.setContentsMargins(0, 0, 0, 0)
        line.addStretch(1)
        line.addWidget(column, 12)
        line.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolling(middle))

    def show_highlight(self, placed: PlacedHighlight) -> None:
        """Show a highlight; words that were not saved yet are saved first."""
        self.rest()
        self._placed = placed
        found = placed.highlight
        clear(self._quote_box)
        self._quote_box.addWidget(Quote(self._context.look, found.exact, found.colour, 20))
        self._source.setText(placed.credit)
        self._warning.setVisible(found.where in ("orphan", "approximate"))
        self.say(
            self._lost.setText,
            "Lost its place: the article no longer has these words. Open it, select the words it is about now, and put "
            "the highlight on them." if found.where == "orphan" else "The text has changed; this is the likely place.")
        self._field.setPlainText(found.comment)
        self._open.setVisible(bool(placed.article_id))
        self._version.setVisible(found.where in ("orphan", "approximate"))

    def rest(self) -> None:
        """Save what was written about the highlight."""
        if self._placed is None:
            return
        text = self._field.toPlainText().strip()
        found = self._placed.highlight
        if text == found.comment.strip():
            return
        self._write(found.highlight_id, text, found.comment.strip())

    def _write(self, name_: str, text: str, former: str) -> None:
        sense, relay, notices = self._context.services.sense, self._context.relay, self._context.notices

        def saved(highlight: Highlight) -> None:
            self._saved(highlight)
            notices.say(tr("Your words stand with the highlight."), undo, lambda: self._write(name_, text, former))

        def undo() -> None:
            relay.call(lambda: sense.set_comment(name_, former), taken_back, notices.problem)

        def taken_back(highlight: Highlight) -> None:
            if self._placed is not None and self._placed.highlight.highlight_id == name_:
                self._field.setPlainText(highlight.comment)  # else the words that are gone would be saved once more
            self._saved(highlight)

        relay.call(lambda: sense.set_comment(name_, text), saved, notices.problem)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._field and event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self._style.show_marks_in(
                self._field.textCursor().blockNumber() if event.type() == QEvent.Type.FocusIn else -1)
        return super().eventFilter(watched, event)

    def _show_marks(self) -> None:
        self._style.show_marks_in(self._field.textCursor().blockNumber() if self._field.hasFocus() else -1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def begin_writing(self) -> None:
        """Put the caret into the field."""
        self._field.setFocus()

    def _saved(self, highlight: Highlight) -> None:
        if self._placed is not None and self._placed.highlight.highlight_id == highlight.highlight_id:
            self._placed = replace(self._placed, highlight=highlight)
        self._context.relay.tell("highlights", highlight.highlight_id)

    def _make_acts(self) -> FlowLayout:
        look = self._context.look
        save = Button(look, "check", "outlined", "sense")
        self.say(save.setText, "Save")
        save.clicked.connect(self.rest)
        write = Button(look, "highlighter", "filled", "sense")
        self.say(write.setText, "Write about it")
        write.clicked.connect(lambda: self._emit(self.write))
        self._open = Button(look, "book-open-text", stage="sense")
        self.say(self._open.setText, "Open the article")
        self._open.clicked.connect(self._open_article)
        remove = Button(look, "trash-2", stage="sense")
        self.say(remove.setText, "Remove")
        remove.clicked.connect(lambda: self._emit(self.removed))
        self._version = Button(look, "history", stage="sense")
        self.say(self._version.setText, "The version you read")
        self._version.clicked.connect(self._show_version)
        flow = FlowLayout(gap=6)
        for button in (write, save, self._open, self._version, remove):
            flow.addWidget(button)
        return flow

    def _show_version(self) -> None:
        if self._placed is not None:
            ReadVersionWindow(self._context, self._placed.highlight.highlight_id, self).show()

    def _emit(self, signal: SignalInstance) -> None:
        if self._placed is not None:
            self.rest()
            signal.emit(self._placed.highlight.highlight_id)

    def _open_article(self) -> None:
        if self._placed is not None:
            self._context.go("article", self._placed.article_id)
