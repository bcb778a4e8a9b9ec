"""The reading pane: a column of 66 characters, quotations with a bar, highlights under the words.

How to use it::

    pane = ReadingPane(look, "seek")
    pane.show_document(make_document(html, look, 18, head))
    pane.set_marks([Mark(id, start, end, "yellow")])     # positions of the document, see textmap
    pane.selected.connect(...)                           # a selection was ended (by mouse or keys), or taken away
    pane.inserts.show([(widget, start, end)])            # stands in the text, under the paragraph of its mark
    pane.set_footing(widget)                             # stands under the text and scrolls with it

Links open in the browser, and only http, https and mailto. Nothing in a document is fetched or read from disk.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QRectF, Qt, QUrl, Signal
from PySide6.QtGui import (
    QDesktopServices,
    QFocusEvent,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCursor,
    QTextFrameFormat,
)
from PySide6.QtWidgets import QTextBrowser, QWidget

from pkm_app.ui.apart import paint_mark
from pkm_app.ui.look import Look
from pkm_app.ui.reading_boxes import boxes
from pkm_app.ui.reading_document import Prepared, nothing, recolour
from pkm_app.ui.reading_inserts import Inserts
from pkm_app.ui.reading_signs import paint_signs
from pkm_app.ui.reading_touch import TouchReading
from pkm_app.ui.reading_type import ReadingType
from pkm_app.ui.theme import Stage

_SAMPLE = "the quick reading of een gewone zin in twee talen, with its usual spaces"
_OPENED = ("http", "https", "mailto")
_FOOT = 48
_CARET = 2  # pixels; it is seen by who goes through the text with keys, else one would take it for a field
_CARET_KEYS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End)


@dataclass(frozen=True, slots=True)
class Mark:
    """A highlight in the document; ``start`` and ``end`` are its positions."""

    id: str
    start: int
    end: int
    colour: str


class ReadingPane(QTextBrowser):
    """Shows prepared documents. ``selected`` fires with True when there is a selection to act on."""

    selected = Signal(bool)
    mark_clicked = Signal(str)
    moved = Signal()  # the text was scrolled
    MARGIN = 28  # pixels that stay free beside the column, at least

    def __init__(self, look: Look, stage: Stage = "seek") -> None:
        super().__init__()
        self._look, self._stage = look, stage
        self._type = ReadingType()
        self._marks: list[Mark] = []
        self._footing: QWidget | None = None
        self.page_address = QUrl()  # where the article is on the web: links into it stay in the text
        self.inserts = Inserts(self, self.boxes)
        self._prepared: Prepared | None = None
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextBrowserInteraction | Qt.TextInteractionFlag.TextSelectableByKeyboard)
        self.setCursorWidth(0)
        self.anchorClicked.connect(self._open)
        TouchReading(self, self.selected.emit, self._pressed)
        self.verticalScrollBar().valueChanged.connect(self._place_footing)
        self.verticalScrollBar().valueChanged.connect(lambda value: self.moved.emit())
        look.changed.connect(self._recolour)

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Return nothing, whatever is named: Qt would read local files and fetch style sheets."""
        return nothing(kind)

    def show_document(self, prepared: Prepared, size: int | ReadingType = 18) -> None:
        """Show a document from its beginning; in the size, and of the width and face, in which it was made."""
        old = self._prepared
        self.inserts.forget()
        self._prepared, self._marks = prepared, []
        self._type = size if isinstance(size, ReadingType) else ReadingType(size)
        prepared.document.setParent(self)
        self.setExtraSelections([])  # Qt would keep them with places in a text that goes, and crash on the next ones
        self.setDocument(prepared.document)
        if old is not None:
            old.document.deleteLater()
        cursor = QTextCursor(prepared.document)
        cursor.setPosition(prepared.body_start)
        self.setTextCursor(cursor)
        self.setCursorWidth(0)
        self.verticalScrollBar().setValue(0)
        self._set_margins()
        self.refoot()

    def set_marks(self, marks: Sequence[Mark]) -> None:
        """Paint these highlights from now on."""
        self._marks = list(marks)
        self.viewport().update()

    def set_footing(self, widget: QWidget) -> None:
        """Let a widget stand under the text, in its column; call refoot() when its height changed."""
        self._footing = widget
        widget.setParent(self.viewport())
        widget.show()
        self.refoot()

    def column(self) -> int:
        """Return the width of the reading column in pixels."""
        metrics = QFontMetricsF(self._look.font(self._type.family, self._type.size))
        return round(metrics.horizontalAdvance(_SAMPLE) / len(_SAMPLE) * self._type.characters)

    def top(self) -> int:
        """Return the position that stands first in the view, 0 for the very beginning."""
        return self.cursorForPosition(QPoint(2, 6)).position() if self.verticalScrollBar().value() else 0

    def show_top(self, position: int) -> None:
        """Scroll so that a position stands first in the view."""
        self.document().size()  # laid out to its end: until then there is nowhere to scroll to
        cursor = QTextCursor(self.document())
        cursor.setPosition(min(position, self.document().characterCount() - 1))
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + self.cursorRect(cursor).top() - 6 if position else 0)

    def page(self, by: int = 1) -> bool:
        """Go one screen on (or back), keeping two lines in sight; False when there is no more."""
        bar = self.verticalScrollBar()
        before = bar.value()
        bar.setValue(before + by * (self.viewport().height() - 2 * round(self._type.size * 1.65)))
        return bar.value() != before

    def selection_box(self) -> QRectF:
        """Return where the selection ends, as a box in the viewport: the line its last character is on."""
        cursor = self.textCursor()
        end = QTextCursor(cursor)
        end.setPosition(max(cursor.selectionEnd() - 1, cursor.selectionStart()))
        boxes = self.boxes(end.position(), end.position() + 1)
        return boxes[-1] if boxes else QRectF(self.cursorRect(end))

    @property
    def marks(self) -> tuple[Mark, ...]:
        """The highlights that are painted."""
        return tuple(self._marks)

    def mark(self, mark_id: str) -> Mark | None:
        """Return a highlight by its id, None for one that is not in the text."""
        return next((mark for mark in self._marks if mark.id == mark_id), None)

    def mark_at(self, position: int) -> str:
        """Return the id of the highlight at a position of the document, "" for none."""
        return next((mark.id for mark in self._marks if mark.start <= position <= mark.end), "")

    def reveal(self, mark_id: str) -> None:
        """Scroll to a highlight."""
        mark = next((mark for mark in self._marks if mark.id == mark_id), None)
        if mark is not None:
            cursor = self.textCursor()
            cursor.setPosition(mark.start)
            self.setTextCursor(cursor)
            self.ensureCursorVisible()

    def refoot(self) -> None:
        """Make room under the text for what stands there."""
        width = self.viewport().width()  # as the text has it: wider than the column where there is no scroll bar
        self.inserts.set_width(width)
        if self._footing is None:
            return
        self._footing.setFixedWidth(width)
        layout = self._footing.layout()
        tall = layout.totalHeightForWidth(width) if layout and layout.hasHeightForWidth() else -1
        self._footing.resize(width, tall if tall >= 0 else self._footing.sizeHint().height())
        frame = self.document().rootFrame()
        form = QTextFrameFormat(frame.frameFormat())
        wanted = _FOOT + self._footing.height() + self.inserts.under()
        if form.bottomMargin() != wanted:
            form.setBottomMargin(wanted)
            frame.setFrameFormat(form)
        self._place_footing()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._set_margins()
        super().resizeEvent(event)
        self.refoot()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for mark in self._marks:
            for box in self.boxes(mark.start, mark.end):
                paint_mark(painter, box, self._look, mark.colour)
        paint_signs(painter, self._look, self._stage, self.document(),
                    self.cursorForPosition(self.viewport().rect().topLeft()).block(),
                    self.verticalScrollBar().value(), self.viewport().height())
        painter.end()
        super().paintEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        if event.key() in _CARET_KEYS:
            self.setCursorWidth(_CARET)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self.setCursorWidth(_CARET)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setCursorWidth(0)
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        cursor = self.textCursor()
        self.selected.emit(cursor.hasSelection())
        if not cursor.hasSelection():
            self._pressed(self.cursorForPosition(event.position().toPoint()).position())

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        super().keyReleaseEvent(event)
        if event.key() == Qt.Key.Key_Shift or event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.selected.emit(self.textCursor().hasSelection())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.viewport().update()

    def _pressed(self, position: int) -> None:
        found = self.mark_at(position)
        if found:
            self.mark_clicked.emit(found)

    def _open(self, url: QUrl) -> None:
        page = url.toString().partition("#")[0]
        here = page in ("", self.page_address.toString().partition("#")[0])
        if url.hasFragment() and here and self._has_place(url.fragment()):  # a footnote, or the way back from it
            before = self.cursorWidth()
            self.setCursorWidth(_CARET)  # Qt finds no place for a caret without width
            self.scrollToAnchor(url.fragment())
            self.setCursorWidth(before)
            return
        if url.scheme().lower() in _OPENED:
            QDesktopServices.openUrl(url)

    def _has_place(self, name: str) -> bool:
        block = self.document().begin()
        while block.isValid():
            iterator = block.begin()
            while not iterator.atEnd():
                if name in iterator.fragment().charFormat().anchorNames():
                    return True
                iterator += 1
            block = block.next()
        return False

    def _inner(self) -> int:
        bar = self.verticalScrollBar().sizeHint().width()
        return min(self.column(), max(120, self.width() - 2 * self.MARGIN - bar))

    def _set_margins(self) -> None:
        free = max(0, self.width() - self.verticalScrollBar().sizeHint().width() - self._inner())
        self.setViewportMargins(free // 2, 0, free - free // 2, 0)

    def _place_footing(self) -> None:
        if self._footing is not None:
            layout = self.document().documentLayout()
            y = layout.documentSize().height() - self._footing.height() - self.verticalScrollBar().value()
            self._footing.move(0, round(y - 16))

    def _recolour(self) -> None:
        if self._prepared is not None:
            recolour(self._prepared.document, self._look, self._stage)
        self.viewport().update()

    def boxes(self, start: int, end: int) -> list[QRectF]:
        """Return where a range of positions is in the viewport, one box a line, only those in sight."""
        return boxes(self.document(), start, end, self.verticalScrollBar().value(), self.viewport().height())
