"""The list of Sense: notes, sources or highlights as rows of one height, painted by one delegate."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QObject, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyleOptionViewItem

from pkm_app.content.readable import one_line
from pkm_app.content.wikilinks import has_own_words
from pkm_app.flow.highlighting import PlacedHighlight
from pkm_app.flow.questions import Question
from pkm_app.sense.model import FileCard
from pkm_app.sense.review import MARK
from pkm_app.ui.dates import short
from pkm_app.ui.i18n import noop, tr
from pkm_app.ui.joints import jointed
from pkm_app.ui.look import Look
from pkm_app.ui.painting import line, paint_ground, painting
from pkm_app.ui.row_delegate import RowDelegate
from pkm_app.ui.rows import ROW, Index, KeyedRows
from pkm_app.ui.widgets import lay_out

HEIGHT = 104
_PITCH = 18.5


@dataclass(frozen=True, slots=True)
class CardRow:
    """One row: ``id`` is a path or the id of a highlight; ``tags`` are shown as chips."""

    id: str
    title: str
    excerpt: str
    tags: tuple[str, ...] = ()
    when: datetime | None = None
    private: bool = False


def file_row(card: FileCard) -> CardRow:
    """Return the row of a note or source."""
    tags = tuple(tr("Look back") if tag == MARK else tag for tag in card.tags)
    tags = tags or ((card.author,) if card.type == "source" and card.author else ())
    return CardRow(card.path, card.title, card.excerpt, tags, card.modified, card.private)


def highlight_row(placed: PlacedHighlight) -> CardRow:
    """Return the row of a highlight: its words, and what the person thinks of them."""
    found = placed.highlight
    lost = (tr("Lost its place"),) if found.where == "orphan" else (tr("Likely place"),) if (
        found.where == "approximate") else ()
    words = one_line(found.comment) if has_own_words(found.comment) else tr("Waiting for your words")
    return CardRow(found.highlight_id, found.exact, words, (*lost, placed.credit))


def question_row(question: Question) -> CardRow:
    """Return the row of a learning question: what hangs on it stands in its chips."""
    card = question.card
    counts = [tr(words, count) for words, count in (
        (noop("%n source(s)"), question.count("source")), (noop("%n highlight(s)"), question.count("highlight")),
        (noop("%n note(s)"), question.count("note")), (noop("%n that you follow"), question.count("feed"))) if count]
    if card.question == "answered":
        counts.insert(0, tr("answered"))
    return CardRow(card.path, card.title, card.excerpt, tuple(counts) or (tr("nothing yet"),), card.modified)


class CardRows(KeyedRows[CardRow]):
    """The model."""

    def __init__(self, now: Callable[[], datetime], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._now = now

    def key(self, row: CardRow) -> Hashable:
        return row.id

    def sentence(self, row: CardRow) -> str:
        parts = [row.title, row.excerpt, *row.tags, tr("private") if row.private else "",
                 short(row.when, self._now()) if row.when else ""]
        return ", ".join(part for part in parts if part)


class CardDelegate(RowDelegate):
    """Title, two lines of excerpt, chips and time."""

    def __init__(self, look: Look, now: Callable[[], datetime], parent: QObject) -> None:
        super().__init__(look, parent)
        self._now = now

    def moment(self) -> Hashable:
        return self._now().replace(second=0, microsecond=0)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, HEIGHT)

    def paint_row(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: CardRow = index.data(ROW)
        look, box = self._look, QRectF(option.rect)
        x, width = box.x() + 15, box.width() - 30
        with painting(painter):
            paint_ground(painter, option, look, "sense", 0, rule=True)
            title = QRectF(x, box.y() + 10, width - (20 if row.private else 0), 20)
            words, bold = row.title or tr("Without a title"), look.font("text", 13, 600)
            text = " ".join(row.excerpt.split())[:400]
            if text:
                line(painter, title, words, bold, look.color("ink"))
            else:  # there is room for a long title
                painter.setPen(look.color("ink"))
                lay_out(jointed(" ".join(words.split())), bold, title.width(), _PITCH, 3).draw(painter, title.topLeft())
            if row.private:
                pixmap = look.icons.pixmap("lock", "ink2", 13, painter.device().devicePixelRatio())
                painter.drawPixmap(int(x + width - 13), int(box.y() + 13), pixmap)
            painter.setPen(look.color("ink2"))
            lay_out(jointed(text), look.font("text", 13), width, _PITCH, 2).draw(painter, QPointF(x, box.y() + 31))
            self._foot(painter, row, QRectF(x, box.y() + 74, width, 20))

    def _foot(self, painter: QPainter, row: CardRow, box: QRectF) -> None:
        look, font = self._look, self._look.font("text", 12)
        taken = 0.0
        if row.when:
            taken = line(painter, box, short(row.when, self._now()), font, look.color("ink2"), True) + 10
        x = box.x()
        for tag in row.tags:
            room = box.right() - taken - x - 18
            width = min(QFontMetrics(font).horizontalAdvance(tag), room)
            if width < 24:
                return
            chip = QRectF(x + 0.5, box.y() + 0.5, width + 17, 19)
            painter.setPen(QPen(look.color("line"), 1))
            painter.setBrush(look.color("panel"))
            painter.drawRoundedRect(chip, 9.5, 9.5)
            line(painter, chip.adjusted(8, 0, -8, 0), tag, font, look.color("ink2"))
            x += width + 23


class CardList(QListView):
    """The list as a widget; ``rows`` is its model."""

    def __init__(self, look: Look, now: Callable[[], datetime]) -> None:
        super().__init__()
        self.rows = CardRows(now, self)
        self.setModel(self.rows)
        self.setItemDelegate(CardDelegate(look, now, self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        look.changed.connect(self.viewport().update)

    def chosen(self) -> CardRow | None:
        """Return the row that is chosen."""
        index = self.currentIndex()
        return index.data(ROW) if index.isValid() else None

    def choose(self, key: str) -> bool:
        """Choose a row, if it is here."""
        at = self.rows.find(key)
        if at >= 0:
            self.setCurrentIndex(self.rows.index(at))
        return at >= 0

    def step(self, by: int) -> None:
        """Go to the next or previous row."""
        at = self.currentIndex().row() + by
        if 0 <= at < self.rows.rowCount():
            self.setCurrentIndex(self.rows.index(at))
