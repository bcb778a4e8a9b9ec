"""The writing pane: Markdown in a column, styled while it is typed, with a bar beside quotations.

How to use it::

    pane = WritingPane(look, "sense")
    pane.show_text(body); pane.text()                 # exactly the characters that are saved
    pane.written.connect(...)                         # the person changed something
    pane.bold(); pane.italic(); pane.link(); pane.quote(); pane.bullets(); pane.heading(); pane.tick(); ...
    pane.insert_block(markdown)                       # a quotation, as a block of its own at the caret
    pane.go_to_end()                                  # a new paragraph after all that stands there
    pane.followed.connect(...)                        # Ctrl and a click on a link, or follow(): where it leads
    pane.pictures.connect(...)                        # pictures were pasted or dropped: bytes, or paths
    pane.dropped.connect(...)                         # the id of a highlight was dropped at the caret
    pane.left.connect(...)                            # Escape: the person wants to go on elsewhere

Undo survives saving: saving never touches the document. Marks are quiet, and hidden but in the caret's own line.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QMimeData, QPoint, QRectF, Qt, QUrl, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
    QTextOption,
)
from PySide6.QtWidgets import QTextEdit

from pkm_app.ui import writing_acts as acts
from pkm_app.ui import writing_marks as marks
from pkm_app.ui.look import Look
from pkm_app.ui.markdown_style import AT_ONCE, ID_LINES, LONG, MarkdownStyle
from pkm_app.ui.pasted import HIGHLIGHT, are_files, has_pictures, link_at, pictures_of
from pkm_app.ui.plain_document import fill, longest_line, text_of
from pkm_app.ui.theme import Stage

CHARACTERS = 68
LINE = 1.65
_SAMPLE = "the quick reading of een gewone zin in twee talen, with its usual spaces"
MARGIN = 24
_DROP = 3  # a line's free space lies above its text, so the bar hangs a little lower
_BAR = 15  # pixels left of the text, in which the bar beside a quotation is painted


class WritingPane(QTextEdit):
    """A plain-text editor with an even line height. ``written`` fires when the person changed the text."""

    written = Signal()
    left = Signal()
    followed = Signal(str)
    pictures = Signal(list)
    dropped = Signal(str)

    def __init__(self, look: Look, stage: Stage, size: int = 18) -> None:
        super().__init__()
        self._look, self._stage, self._size = look, stage, size
        self._loading = False
        self._document, self._away = QTextDocument(self), QTextDocument(self)
        self.setDocument(self._document)
        self.setAcceptRichText(False)
        self.setFrameShape(QTextEdit.Shape.NoFrame)
        self.setFont(look.font("reading", size))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setTabChangesFocus(True)  # a keyboard must be able to leave; lists are indented with spaces
        self.setCursorWidth(2)
        self.document().setDocumentMargin(0)
        self._style = MarkdownStyle(self.document(), look, stage, size, self._hold_view)
        self.textChanged.connect(self._changed)
        self.cursorPositionChanged.connect(self._show_marks)
        look.changed.connect(self.viewport().update)

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Return nothing, whatever is named: what is written here is text."""
        return None

    def show_text(self, text: str, again: bool = False) -> None:
        """Show a text from its beginning, or (``again``, when it changed elsewhere) from about where the caret was.

        Its undo starts anew. Of a long text the first page is styled before this returns, the rest soon after.
        """
        place, top, hidden = self.textCursor().position(), *self._top()
        self._loading = True
        form, low = _at_least(round(self._size * LINE)), _at_least(1)
        fill(self, self._away, text, form, _BAR, lambda: self._begin_text(text), (ID_LINES, low))
        self._loading = False
        document = self.document()
        if again:
            cursor = QTextCursor(document)
            cursor.setPosition(min(place, document.characterCount() - 1))
            self.setTextCursor(cursor)
        first = document.findBlockByNumber(min(top, document.blockCount() - 1) if again else 0)
        if self._style.put_off:
            self._style.catch_up(first)
        above = document.documentLayout().blockBoundingRect(first).top()
        self.verticalScrollBar().setValue(round(above) + hidden if again else 0)
        self._show_marks()

    def _begin_text(self, text: str) -> None:
        self._be_light(longest_line(text) > LONG)
        self._style.put_off = len(text) > AT_ONCE

    def _be_light(self, light: bool) -> None:
        """With a very long paragraph, leave out kerning and the like: with every key all of it is laid out anew."""
        self._style.long_seen = light
        font = QFont(self.font())
        strategy = QFont.StyleStrategy.PreferNoShaping if light else QFont.StyleStrategy.PreferDefault
        if font.styleStrategy() != strategy:
            font.setStyleStrategy(strategy)
            self.setFont(font)
            self._document.setDefaultFont(font)  # it may be away

    def text(self) -> str:
        """Return the text, character by character what a file holds."""
        return text_of(self.document())

    def _top(self) -> tuple[int, int]:
        """Return the number of the first paragraph in sight, and how many pixels of it are above what is seen."""
        block = self.cursorForPosition(QPoint(0, 0)).block()
        above = self.document().documentLayout().blockBoundingRect(block).top()
        return block.blockNumber(), self.verticalScrollBar().value() - round(above)

    def _hold_view(self, change: Callable[[], None]) -> None:
        """Let what is in sight stay where it is, though the paragraphs above it may take more room after a change."""
        if not self.verticalScrollBar().value():
            change()
            return
        top, hidden = self._top()
        change()
        above = self.document().documentLayout().blockBoundingRect(self.document().findBlockByNumber(top)).top()
        self.verticalScrollBar().setValue(round(above) + hidden)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasFormat(HIGHLIGHT) or has_pictures(source) or (source.hasText() and not are_files(source))

    def insertFromMimeData(self, source: QMimeData) -> None:
        found = pictures_of(source)
        if source.hasFormat(HIGHLIGHT):
            self.dropped.emit(bytes(source.data(HIGHLIGHT).data()).decode("ascii", "replace"))
        elif found:
            self.pictures.emit(found)
        elif source.hasText() and not marks.link_to(self, source.text()):
            self.insertPlainText(source.text().replace("\r\n", "\n").replace("\r", "\n"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            acts.new_line(self)  # with Shift, too: a file knows one kind of line end
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        cursor = self.cursorForPosition(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and not self.isReadOnly():
            control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            if control and self._follow(cursor):
                return
            if acts.box_at(cursor.block(), cursor.positionInBlock()):
                self.setTextCursor(cursor)
                acts.tick(self)
                return
        super().mousePressEvent(event)

    def follow(self) -> None:
        """Go where the link under the caret leads."""
        self._follow(self.textCursor())

    def _follow(self, cursor: QTextCursor) -> bool:
        target = link_at(cursor.block().text(), cursor.positionInBlock())
        if target:
            self.followed.emit(target)
        return bool(target)

    def column(self) -> int:
        """Return the width of the writing column in pixels."""
        metrics = QFontMetricsF(self._look.font("reading", self._size))
        return round(metrics.horizontalAdvance(_SAMPLE) / len(_SAMPLE) * CHARACTERS)

    def column_left(self) -> int:
        """Return where the column begins, for what stands above it."""
        return max(MARGIN, (self.width() - self.verticalScrollBar().sizeHint().width() - self._inner()) // 2)

    def bold(self) -> None:
        """Make the selection bold, or begin bold words."""
        marks.around(self, "**", "**")

    def italic(self) -> None:
        """Make the selection italic, or begin italic words."""
        marks.around(self, "*", "*")

    def link(self) -> None:
        """Turn the selection into a link to one's own note of that name."""
        marks.around(self, "[[", "]]")

    def quote(self) -> None:
        """Put the lines of the selection into a quotation."""
        acts.before_lines(self, "> ")

    def bullets(self) -> None:
        """Turn the lines of the selection into a list."""
        acts.list_lines(self)

    def insert_block(self, markdown: str) -> None:
        """Insert text as a block of its own after the paragraph in which the caret is."""
        acts.insert_block(self, markdown)

    def go_to_end(self) -> None:
        """Put the caret into a new paragraph after all that stands there."""
        acts.go_to_end(self, self.text())

    def show_wrong(self, words: frozenset[str]) -> None:
        """Put a wavy line under these words."""
        self._style.show_wrong(words)

    def resizeEvent(self, event: QResizeEvent) -> None:
        left = self.column_left()
        free = max(0, self.width() - self.verticalScrollBar().sizeHint().width() - self._inner() - left)
        self.setViewportMargins(left - _BAR, 0, free, 0)
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        color = self._look.color(self._look.theme.accent(self._stage))
        layout, scroll = self.document().documentLayout(), self.verticalScrollBar().value()
        block: QTextBlock = self.cursorForPosition(QPoint(0, 0)).block()
        bar = QRectF()  # one bar beside all lines of a quotation, so that it has no gaps
        while block.isValid():
            area = layout.blockBoundingRect(block).translated(0, -scroll)
            if area.top() > self.viewport().height():
                break
            if block.text().lstrip().startswith(">"):
                bar = bar.united(QRectF(0, area.top() + _DROP, 3, area.height()))
            elif not bar.isNull():
                painter.fillRect(bar, color)
                bar = QRectF()
            block = block.next()
        painter.fillRect(bar, color)
        painter.end()
        super().paintEvent(event)

    def _inner(self) -> int:
        return min(self.column(), max(120, self.width() - 2 * MARGIN - self.verticalScrollBar().sizeHint().width()))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._show_marks()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._show_marks()

    def _show_marks(self) -> None:
        if not self._loading:
            self._style.show_marks_in(self.textCursor().blockNumber() if self.hasFocus() else -1)

    def _changed(self) -> None:
        """Tell a change of the words from one of their look; undo back to the beginning is one of the words."""
        if self._style.long_seen and not self._loading:
            self._be_light(True)
        document = self.document()
        touched = document.isModified() or document.isRedoAvailable()
        if touched and not self._loading and not self._style.busy:
            self.written.emit()


def _at_least(height: int) -> QTextBlockFormat:
    """Return a form whose lines are this high, in pixels, or as high as what stands in them."""
    form = QTextBlockFormat()
    form.setLineHeight(height, QTextBlockFormat.LineHeightTypes.MinimumHeight.value)
    return form
