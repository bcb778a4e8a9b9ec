"""The parts of a draft in their order, each with how much of it is quoted; and how much is quoted from whom."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QDropEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QListView, QStyleOptionViewItem, QVBoxLayout, QWidget

from pkm_app.flow.measuring import Measured
from pkm_app.share.measure import Measure
from pkm_app.share.outline import Meter, Part, outline
from pkm_app.ui.boxes import clear
from pkm_app.ui.flow_layout import FlowLayout
from pkm_app.ui.i18n import Worded, figures, tr
from pkm_app.ui.look import Look
from pkm_app.ui.painting import line, paint_ground, painting
from pkm_app.ui.room import Context
from pkm_app.ui.row_delegate import RowDelegate
from pkm_app.ui.rows import ROW, Index, KeyedRows
from pkm_app.ui.scrolling import scrolling
from pkm_app.ui.textlayout import breakable
from pkm_app.ui.widgets import Button, Label, Panel, name

HEIGHT = 34
_ICONS = {"text": "text-select", "section": "type", "card": "quote", "chapter": "book-open"}
_BAR = 34  # pixels of the meter
_MOST = 12  # sources named
_DEEPEST = 3  # steps in from the edge


@dataclass(frozen=True, slots=True)
class PartRow:
    """A part, its number, and how deep it stands, 0 to 3."""

    number: int
    part: Part
    depth: int = 0

    @property
    def leaving(self) -> int:
        """Words that leave."""
        return self.part.own + self.part.quoted

    @property
    def share(self) -> float:
        """Quoted words / all words, 0 to 1."""
        total = self.leaving
        return self.part.quoted / total if total else 0.0


def part_rows(parts: Sequence[Part]) -> list[PartRow]:
    """Return the rows: headings as deep as they are below the highest one, the rest below the heading before it."""
    highest = min((part.level for part in parts if part.kind == "section"), default=1)
    rows, depth = [], 0
    for number, part in enumerate(parts):
        if part.kind == "section":
            depth = min(part.level - highest, _DEEPEST - 1) + 1  # of what stands under it
        rows.append(PartRow(number, part, depth - 1 if part.kind == "section" else depth))
    return rows


class PartRows(KeyedRows[PartRow]):
    """The model."""

    def key(self, row: PartRow) -> Hashable:
        return row.number

    def sentence(self, row: PartRow) -> str:
        said = [row.part.title or tr("Without a title"), tr("%n word(s)", row.leaving),
                tr("{percent}% quoted", percent=round(100 * row.share))]
        return ", ".join([*said, tr("%n stay in", row.part.kept)] if row.part.kept else said)

    def flags(self, index: Index) -> Qt.ItemFlag:
        both = Qt.ItemFlag.ItemIsDragEnabled
        return super().flags(index) | both if index.isValid() else Qt.ItemFlag.ItemIsDropEnabled

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction


class PartDelegate(RowDelegate):
    """Paints icon, title, words, and a bar that fills with what is quoted."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(160, HEIGHT)

    def paint_row(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: PartRow = index.data(ROW)
        look, box = self._look, QRectF(option.rect)
        deep = 12 * row.depth
        with painting(painter):
            chosen = paint_ground(painter, option, look, "share", 7)
            role = "share" if chosen else "ink2"
            pixmap = look.icons.pixmap(_ICONS[row.part.kind], role, 14, painter.device().devicePixelRatio())
            painter.drawPixmap(QPointF(box.x() + 8 + deep, box.y() + (HEIGHT - 14) / 2), pixmap)
            words = figures(row.leaving)
            line(painter, QRectF(box.right() - 40, box.y(), 34, HEIGHT), words, look.font("text", 12),
                 look.color("ink2"), True)
            meter = QRectF(box.right() - 46 - _BAR, box.y() + HEIGHT / 2 - 2, _BAR, 4)
            paint_meter(painter, look, meter, row.share, "share-mark" if chosen else "line")
            left = box.x() + 30 + deep
            weight = 600 if row.part.kind == "section" else 400
            line(painter, QRectF(left, box.y(), meter.left() - 8 - left, HEIGHT), row.part.title,
                 look.font("text", 13, weight), look.color("share" if chosen else "ink"))


def paint_meter(painter: QPainter, look: Look, box: QRectF, share: float, rest: str = "line") -> None:
    """Paint how much of something is quoted: the filled part; ``rest`` is the role of what is not."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.color(rest))
    painter.drawRoundedRect(box, 2, 2)
    if share > 0:
        painter.setBrush(look.color("share"))
        painter.drawRoundedRect(QRectF(box.x(), box.y(), max(4.0, box.width() * min(1.0, share)), box.height()), 2, 2)


class PartList(QListView):
    """The rows. ``wanted`` fires with the number of a part to go to, ``moved`` with a number and -1 or 1, ``placed``
    with a number and the one before which it goes."""

    wanted = Signal(int)
    moved = Signal(int, int)
    placed = Signal(int, int)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.rows = PartRows(self)
        self.setModel(self.rows)
        self.setItemDelegate(PartDelegate(look, self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDropIndicatorShown(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        look.changed.connect(self.viewport().update)
        self.clicked.connect(lambda index: self.wanted.emit(index.row()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        at = self.currentIndex().row()
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if at >= 0 and alt and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.moved.emit(at, -1 if event.key() == Qt.Key.Key_Up else 1)
        elif at >= 0 and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.wanted.emit(at)
        else:
            super().keyPressEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        self.drop_at(self.currentIndex().row(), event.position().y())
        event.setDropAction(Qt.DropAction.IgnoreAction)  # the text moves, and the rows follow it
        event.accept()

    def drop_at(self, at: int, y: float) -> None:
        """Take a part that is let go at this height: it goes before the row whose upper half that is."""
        before = round((y + self.verticalOffset()) / HEIGHT)
        if at >= 0:
            self.placed.emit(at, max(0, min(before, len(self.rows.rows))))


class PartsPanel(Worded, Panel):
    """The list with its meters; ``closed`` fires when the person wants the check back."""

    closed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__(context.look, "paper", "l")
        look = self._look_used = context.look
        heading = Label(look, "ink2", 11, 600)
        self.say(heading.setText, "Parts of your draft")
        close = Button(look, "x", stage="share")
        self.say(lambda words: name(close, words), "Close")
        close.clicked.connect(self.closed)
        self.list = PartList(look)
        self.say(self.list.setAccessibleName, "Parts of your draft")
        self._empty = Label(look, "ink2", 13, wrap=True)
        self.say(self._empty.setText, "Headings, quotations and chapters stand here once there are any.")
        self._sums = Label(look, "ink2", 12, wrap=True)
        hint = Label(look, "ink2", 12, wrap=True)
        self.say(hint.setText, "Drag a part to another place, or move it with Alt and the arrows. The bar shows how "
                               "much is quoted.")
        self.empty_chapter, self.question_chapter = Button(look, "plus", "outlined", "share"), Button(
            look, "circle-help", "outlined", "share")
        self.say(self.empty_chapter.setText, "New chapter")
        self.say(self.question_chapter.setText, "Chapter from a question")
        self._chapters = QWidget()
        acts = FlowLayout(self._chapters, 6)
        for button in (self.empty_chapter, self.question_chapter):
            acts.addWidget(button)
        self._chapters.hide()
        self._sources = QVBoxLayout()
        self._sources.setSpacing(6)
        column = QWidget()
        inner = QVBoxLayout(column)
        inner.setContentsMargins(0, 0, 4, 0)
        inner.addLayout(self._sources)
        inner.addStretch(1)
        top = QHBoxLayout()
        top.addWidget(heading, 1)
        top.addWidget(close)
        box = QVBoxLayout(self)
        box.setContentsMargins(14, 10, 10, 14)
        box.setSpacing(8)
        box.addLayout(top)
        box.addWidget(self._chapters)
        box.addWidget(self._sums)
        box.addWidget(self._empty)
        box.addWidget(self.list, 3)
        box.addWidget(hint)
        box.addWidget(scrolling(column), 2)
        self.show_measured(Measured())

    def show_text(self, body: str, audience: str, at: int = -1) -> None:
        """Show the parts of a text that was put in another order, that of number ``at`` chosen."""
        found = self._found
        parts = outline(body, "" if found.private else audience, found.shown)
        self.show_measured(replace(found, parts=parts), self._book, at)

    def show_measured(self, found: Measured, book: Measure | None = None, at: int = -1) -> None:
        """Show the parts of a draft, that of number ``at`` chosen, how much is quoted from whom, and how much leaves of
        the draft and of the eBook of which it is a chapter."""
        self._found, self._book = found, book
        rows = part_rows(found.parts)
        self._sums.setText("\n".join(sums(found, book)))
        self._sums.setVisible(bool(rows))
        self.list.rows.update_rows(rows)
        self.list.setMaximumHeight(HEIGHT * len(rows) + 2 * self.list.frameWidth())  # what is left is for the sources
        self._empty.setVisible(not rows)
        if 0 <= at < len(rows):
            self.list.setCurrentIndex(self.list.rows.index(at))
        self._show_sources(found.sources)

    def show_chapter_acts(self, on: bool) -> None:
        """Offer to add chapters, in an eBook."""
        self._chapters.setVisible(on)

    def words_changed(self) -> None:
        self.show_measured(self._found, self._book, self.list.currentIndex().row())

    def _show_sources(self, found: Sequence[Meter]) -> None:
        clear(self._sources)
        look = self._look_used
        if found:
            heading = Label(look, "ink2", 11, 600)
            heading.setText(tr("Quoted from"))
            self._sources.addWidget(heading)
        for meter in found[:_MOST]:
            words = Label(look, "ink", 12, wrap=True)
            words.setText(breakable(meter.credit) or tr("Nobody named"))
            count = Label(look, "ink2", 12)
            count.setText(f"{tr('%n word(s)', meter.words)} · {tr('%n quotation(s)', meter.times)}")
            source = QWidget()
            both = QVBoxLayout(source)
            both.setContentsMargins(0, 0, 0, 3)
            both.setSpacing(1)
            both.addWidget(words)
            both.addWidget(count)
            self._sources.addWidget(source)


def sums(found: Measured, book: Measure | None) -> Iterator[str]:
    """Say how many words of a draft leave, how many stay in, and the same of the eBook of which it is a chapter."""
    if found.private:
        yield tr("This file is for you alone, so none of its words leave: %n stay in.", found.whole.kept)
        return
    if found.whole.kept:
        yield tr("Leaves: {leaving}. Stays in: {kept}.", leaving=tr("%n word(s)", found.whole.leaving),
                 kept=figures(found.whole.kept))
    if book is not None:
        yield tr("The whole eBook: {words}, {percent}% quoted.", words=tr("%n word(s)", book.leaving),
                 percent=round(100 * book.share))
