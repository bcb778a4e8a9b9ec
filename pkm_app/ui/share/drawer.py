"""The drawer of a draft: notes, highlights and kept articles to put in, by key, double click or dragging."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from PySide6.QtCore import (
    QEvent,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QListView, QMenu, QStyleOptionViewItem, QVBoxLayout, QWidget

from pkm_app.flow.offers import KINDS, Offer, OfferKind
from pkm_app.ui.flow_layout import FlowLayout
from pkm_app.ui.i18n import Worded, noop, tr
from pkm_app.ui.look import Look
from pkm_app.ui.painting import line, paint_ground, painting
from pkm_app.ui.pasted import HIGHLIGHT
from pkm_app.ui.room import Context
from pkm_app.ui.row_delegate import RowDelegate
from pkm_app.ui.rows import ROW, Index, KeyedRows
from pkm_app.ui.widgets import Button, Label, Panel, name

HEIGHT = 52
_WAIT = 200  # milliseconds of silence before a search starts
_ICONS = {"note": "notebook-pen", "highlight": "highlighter", "article": "newspaper"}
_CHOICES: tuple[tuple[str, tuple[OfferKind, ...]], ...] = (
    (noop("All"), KINDS), (noop("Highlights"), ("highlight",)), (noop("Notes"), ("note",)),
    (noop("Kept"), ("article",)))


class OfferRows(KeyedRows[Offer]):
    """The model; a row that is dragged carries the id of its thing."""

    def key(self, row: Offer) -> Hashable:
        return row.kind, row.id

    def sentence(self, row: Offer) -> str:
        return ", ".join(filter(None, (" ".join(row.words.split()), row.about)))

    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsDragEnabled

    def mimeTypes(self) -> list[str]:
        return [HIGHLIGHT]

    def mimeData(self, indexes: Sequence[QModelIndex | QPersistentModelIndex]) -> QMimeData:
        data = QMimeData()
        for index in list(indexes)[:1]:
            offer: Offer = index.data(ROW)
            data.setData(HIGHLIGHT, offer.id.encode())
        return data


class OfferDelegate(RowDelegate):
    """Paints an icon, the words in one line, and who said them in another."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(160, HEIGHT)

    def paint_row(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        offer: Offer = index.data(ROW)
        look, box = self._look, QRectF(option.rect)
        with painting(painter):
            chosen = paint_ground(painter, option, look, "share", 7)
            icon = "circle-help" if offer.question else _ICONS[offer.kind]
            pixmap = look.icons.pixmap(icon, "share" if chosen else "ink2", 16, painter.device().devicePixelRatio())
            top = box.y() + (5 if offer.about else (HEIGHT - 22) / 2)  # one line stands in the middle
            painter.drawPixmap(QPointF(box.x() + 8, top + 4), pixmap)
            left, width = box.x() + 32, box.width() - 40
            font = look.font("reading", 14) if offer.kind == "highlight" else look.font("text", 13, 500)
            line(painter, QRectF(left, top, width, 22), " ".join(offer.words.split()), font, look.color("ink"))
            line(painter, QRectF(left, box.y() + 27, width, 18), " ".join(offer.about.split()), look.font("text", 12),
                 look.color("ink2"))


class OfferList(QListView):
    """The rows; ``taken`` fires with the one that Return or a double click is pressed on, ``chapter`` with the one that
    shall become a chapter (Ctrl Return, or the menu)."""

    taken = Signal(object)
    chapter = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.in_book = False
        self.rows = OfferRows(self)
        self.setModel(self.rows)
        self.setItemDelegate(OfferDelegate(look, self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setDragEnabled(True)
        self.setDragDropMode(QListView.DragDropMode.DragOnly)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        look.changed.connect(self.viewport().update)
        self.doubleClicked.connect(lambda index: self.taken.emit(index.data(ROW)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or not index.isValid():
            super().keyPressEvent(event)
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier and self.can_be_chapter(index.data(ROW)):
            self.chapter.emit(index.data(ROW))
        else:
            self.taken.emit(index.data(ROW))

    def event(self, event: QEvent) -> bool:
        """Keep Ctrl Return, which sends elsewhere in the room."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and event.key() in (
                Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            event.accept()
            return True
        return super().event(event)

    def can_be_chapter(self, offer: Offer) -> bool:
        """Return whether a row can become a chapter of the draft that is open."""
        return self.in_book and offer.kind == "note"

    def menu_at(self, index: Index) -> QMenu:
        """Return the menu of a row."""
        offer: Offer = index.data(ROW)
        menu = QMenu(self)
        menu.addAction(tr("Put it in"), lambda: self.taken.emit(offer))
        if self.can_be_chapter(offer):
            menu.addAction(tr("Make it a chapter"), lambda: self.chapter.emit(offer))
        return menu

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        index = self.indexAt(event.pos()) if event.reason() == event.Reason.Mouse else self.currentIndex()
        if index.isValid():
            menu = self.menu_at(index)
            menu.aboutToHide.connect(menu.deleteLater)
            menu.popup(event.globalPos())


class Drawer(Worded, Panel):
    """``taken`` fires with an offer to put in, ``closed`` when the person wants the check back."""

    taken = Signal(object)
    closed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__(context.look, "paper", "l")
        self._context = context
        look = context.look
        self._kinds: tuple[OfferKind, ...] = KINDS
        self._asked = 0
        heading = Label(look, "ink2", 11, 600)
        self.say(heading.setText, "Put into your draft")
        close = Button(look, "x", stage="share")
        self.say(lambda words: name(close, words), "Close")
        close.clicked.connect(self.closed)
        self.field = QLineEdit()
        self.field.setProperty("stage", "share")
        self.field.setClearButtonEnabled(True)
        self.say(self.field.setPlaceholderText, "Search what you have")
        self.say(self.field.setAccessibleName, "Search what you have")
        self.list = OfferList(look)
        self.say(self.list.setAccessibleName, "Notes, highlights and kept articles")
        self.list.taken.connect(self.taken)
        self._empty = Label(look, "ink2", 13, wrap=True)
        self._empty.hide()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_WAIT)
        self._timer.timeout.connect(self.load)
        self.field.textEdited.connect(lambda _text: self._timer.start())
        self.field.returnPressed.connect(self._to_list)
        top = QHBoxLayout()
        top.addWidget(heading, 1)
        top.addWidget(close)
        box = QVBoxLayout(self)
        box.setContentsMargins(14, 10, 10, 14)
        box.setSpacing(8)
        box.addLayout(top)
        box.addWidget(self.field)
        box.addWidget(self._make_chips())
        box.addWidget(self._empty)
        rows = QVBoxLayout()
        rows.setSpacing(0)
        rows.addWidget(self.list, 1)
        rows.addWidget(self._make_foot())
        box.addLayout(rows, 1)

    def _make_foot(self) -> QWidget:
        """Return what can be done with a row; the line above it ends the list, wherever that is cut off."""
        look = self._context.look
        hint = Label(look, "ink2", 12, wrap=True)
        self.say(hint.setText, "Enter puts it in where you write; you can drag it there, too. Its credit comes along.")
        self._chapter_hint = Label(look, "ink2", 12, wrap=True)
        self.say(self._chapter_hint.setText, "Ctrl Enter makes a note a chapter of your eBook; a learning question "
                                             "brings along all that hangs on it.")
        self._chapter_hint.hide()
        foot = Panel(look, "paper", "t")
        box = QVBoxLayout(foot)
        box.setContentsMargins(0, 9, 0, 0)
        box.addWidget(hint)
        box.addWidget(self._chapter_hint)
        return foot

    def show_chapter_acts(self, on: bool) -> None:
        """Offer to make chapters, in an eBook."""
        self.list.in_book = on
        self._chapter_hint.setVisible(on)

    def begin(self) -> None:
        """Put the caret into the search field, with what there is below it."""
        self.load()
        self.field.setFocus()
        self.field.selectAll()

    def load(self) -> None:
        """Look for what fits."""
        self._timer.stop()
        self._asked += 1
        number, query, kinds, offers = self._asked, self.field.text(), self._kinds, self._context.services.share.offers

        def show(found: Sequence[Offer]) -> None:
            if number != self._asked:
                return
            self.list.rows.update_rows(found)
            self._empty.setVisible(not found)
            nothing = tr("Nothing here yet. Highlight words while you read, write a note, or keep an article.")
            self._empty.setText(tr("Nothing found for “{query}”", query=query.strip()) if query.strip() else nothing)

        self._context.relay.call(lambda: offers.find(query, kinds), show, self._context.notices.problem)

    def words_changed(self) -> None:
        self.load()

    def _to_list(self) -> None:
        self.load()
        self.list.setFocus()
        if self.list.rows.rows and not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(self.list.rows.index(0))

    def _make_chips(self) -> QWidget:
        holder = QWidget()
        row = FlowLayout(holder, 6)
        self._chips: list[Button] = []
        for words, kinds in _CHOICES:
            chip = Button(self._context.look, kind="chip", stage="share")
            self.say(chip.setText, words)
            chip.one_of()
            chip.setChecked(kinds == KINDS)
            chip.clicked.connect(lambda _on=False, chosen=kinds: self._choose(chosen))
            self._chips.append(chip)
            row.addWidget(chip)
        return holder

    def _choose(self, kinds: tuple[OfferKind, ...]) -> None:
        self._kinds = kinds
        self.load()
