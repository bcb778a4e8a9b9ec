"""Composing: what comes into a draft from the drawer, and the order of its parts. Each act is one step of undo."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QStackedWidget

from pkm_app.flow.offers import Offer
from pkm_app.share.outline import moved, outline, part_at, placed
from pkm_app.ui.i18n import tr
from pkm_app.ui.room import Context
from pkm_app.ui.share.chapters import Chapters
from pkm_app.ui.share.draft_page import DraftPage
from pkm_app.ui.share.drawer import Drawer
from pkm_app.ui.share.panel import SharePanel
from pkm_app.ui.share.parts_list import PartsPanel
from pkm_app.ui.share.spots import show_spot, units
from pkm_app.ui.writing import WritingPane

_QUIET = 300  # milliseconds without a key before the parts are read anew


class Composing(QObject):
    """The right column: the check, or the drawer, or the parts. ``opened`` and ``closed`` fire with the last two."""

    opened = Signal()
    closed = Signal()

    def __init__(self, context: Context, draft: DraftPage, panel: SharePanel, column: QStackedWidget) -> None:
        super().__init__(column)
        self._context, self._draft, self._panel, self._column = context, draft, panel, column
        self.drawer, self.parts = Drawer(context), PartsPanel(context)
        self.chapters = Chapters(context, draft)
        for page in (panel, self.drawer, self.parts):
            column.addWidget(page)
        self.drawer.taken.connect(self.take)
        self.drawer.list.chapter.connect(lambda offer: self.chapters.make((offer.id,)))
        self.drawer.closed.connect(self.show_check)
        self.parts.closed.connect(self.show_check)
        self.parts.empty_chapter.clicked.connect(self.chapters.begin)
        self.parts.question_chapter.clicked.connect(self.chapters.choose_question)
        self.parts.list.wanted.connect(self._go)
        self.parts.list.moved.connect(self.move)
        self.parts.list.placed.connect(self._place)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_QUIET)
        self._timer.timeout.connect(self._show_parts)
        draft.pane.written.connect(self._timer.start)
        draft.editor.dropped.connect(self._put)
        draft.editor.measured.connect(self._show_measured)
        draft.shown.connect(self._show_chapters)
        draft.adding.clicked.connect(self.toggle_drawer)
        draft.ordering.clicked.connect(self.toggle_parts)
        self._mark()

    def toggle_drawer(self) -> None:
        """Open the drawer, or close it."""
        if self._column.currentWidget() is self.drawer:
            self.show_check()
            return
        self._column.setCurrentWidget(self.drawer)
        self._mark()
        self.opened.emit()
        self.drawer.begin()

    def toggle_parts(self) -> None:
        """Show the parts, or the check again."""
        if self._column.currentWidget() is self.parts:
            self.show_check()
            return
        self._column.setCurrentWidget(self.parts)
        self._mark()
        self.opened.emit()
        self._show_parts()
        self.parts.list.setFocus()

    def show_check(self) -> None:
        """Show the check again; writing goes on."""
        self._column.setCurrentWidget(self._panel)
        self._mark()
        self.closed.emit()
        self._draft.pane.setFocus()

    def take(self, offer: Offer) -> None:
        """Put an offer in where the caret is."""
        self._put(offer.id)

    def move_here(self, by: int) -> None:
        """Move the part in which the caret is, or the one that is chosen in the list."""
        if self.parts.list.hasFocus():
            self.move(self.parts.list.currentIndex().row(), by)
            return
        text = self._draft.pane.text()
        before = self._draft.pane.textCursor().position()
        place = len(text.encode("utf-16-le", "surrogatepass")[: 2 * before].decode("utf-16-le", "surrogatepass"))
        self.move(part_at(outline(text), place), by)

    def move(self, at: int, by: int) -> None:
        """Move a part before or behind its neighbour."""
        self._become(at, *moved(self._draft.pane.text(), at, by))

    def _place(self, at: int, before: int) -> None:
        self._become(at, *placed(self._draft.pane.text(), at, before))

    def _become(self, before: int, text: str, at: int) -> None:
        pane = self._draft.pane
        if pane.isReadOnly() or at < 0:
            return
        if text == pane.text() and before == at:
            return
        replace_text(pane, text)
        self.parts.show_text(text, self._draft.editor.audience, at)
        start = outline(text)[at].start
        cursor = pane.textCursor()
        cursor.setPosition(units(text, start))
        pane.setTextCursor(cursor)
        pane.ensureCursorVisible()

    def _put(self, name: str) -> None:
        pane, path = self._draft.pane, self._draft.keeper.path
        if not path or pane.isReadOnly():
            self._context.notices.warn(tr("Open a draft first, then put this in."))
            return
        drafting = self._context.services.share.drafting

        def put(markdown: str) -> None:
            if path == self._draft.keeper.path:
                self._draft.show_writing()
                put_block(pane, markdown)

        self._context.relay.call(lambda: drafting.piece(name, path), put, self._context.notices.problem)

    def _go(self, number: int) -> None:
        text = self._draft.pane.text()
        parts = outline(text)
        if number < len(parts):
            start = parts[number].start
            first = text.find("\n", start)
            self._draft.show_writing()
            show_spot(self._draft.pane, text, start, first if first >= 0 else len(text))

    def _show_parts(self) -> None:
        """Look at the parts off the main thread: of a whole book they take longer than a key may."""
        if self._column.currentWidget() is not self.parts:
            return
        self._draft.editor.look_again()

    def _show_measured(self) -> None:
        editor = self._draft.editor
        if editor.found is not None:
            self.parts.show_measured(editor.found, editor.book, self.parts.list.currentIndex().row())

    def _show_chapters(self) -> None:
        there = self.chapters.there()
        self.parts.show_chapter_acts(there)
        self.drawer.show_chapter_acts(there)

    def _mark(self) -> None:
        shown = self._column.currentWidget()
        self._draft.adding.setChecked(shown is self.drawer)
        self._draft.ordering.setChecked(shown is self.parts)


def put_block(pane: WritingPane, markdown: str) -> None:
    """Put a block in behind the paragraph or quotation in which the caret is; a new paragraph waits behind it."""
    cursor = pane.textCursor()
    while cursor.block().text().strip() and cursor.block().next().isValid() and cursor.block().next().text().strip():
        cursor.movePosition(QTextCursor.MoveOperation.NextBlock)
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    cursor.beginEditBlock()
    above = cursor.block().previous()
    before = "\n\n" if cursor.block().text().strip() else "\n" if above.isValid() and above.text().strip() else ""
    below = cursor.block().next()
    cursor.insertText(before + markdown + "\n\n")
    place = cursor.position()
    if below.isValid() and below.text().strip():
        cursor.insertText("\n")  # what is written here is a paragraph of its own
    cursor.endEditBlock()
    cursor.setPosition(place)
    pane.setTextCursor(cursor)
    pane.ensureCursorVisible()
    pane.setFocus()


def replace_text(pane: WritingPane, text: str) -> None:
    """Make the text of the pane this one by changing only what differs, as one step that can be undone."""
    before = pane.text()
    start = next((n for n, (a, b) in enumerate(zip(before, text, strict=False)) if a != b), min(len(before), len(text)))
    most = min(len(before), len(text)) - start
    end = next((n for n in range(most) if before[-1 - n] != text[-1 - n]), most)
    cursor = pane.textCursor()
    cursor.beginEditBlock()
    cursor.setPosition(units(before, start))
    cursor.setPosition(units(before, len(before) - end), QTextCursor.MoveMode.KeepAnchor)
    cursor.insertText(text[start : len(text) - end])
    cursor.endEditBlock()
