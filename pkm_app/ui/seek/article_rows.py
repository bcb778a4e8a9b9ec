"""The article list: a model that loads more while it is scrolled, and the one delegate that paints it."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QModelIndex, QObject, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QPainter
from PySide6.QtWidgets import QAbstractScrollArea, QStyleOptionViewItem

from pkm_app.seek.lists import Place, place_of
from pkm_app.seek.model import Article
from pkm_app.ui.dates import short
from pkm_app.ui.i18n import tr
from pkm_app.ui.joints import SOFT, jointed
from pkm_app.ui.look import Look
from pkm_app.ui.painting import line, paint_ground, painting
from pkm_app.ui.row_delegate import RowDelegate
from pkm_app.ui.row_list import RowList
from pkm_app.ui.rows import ROW, Index, KeyedRows
from pkm_app.ui.widgets import lay_out

PAGE = 200
HEIGHT = 98
_PITCH = 18.5
_CACHED = 400
Load = Callable[[int, Place | None], Sequence[Article]]


@dataclass(frozen=True, slots=True)
class Reread:
    """Rows that were read anew, with the list they belong to."""

    load: Load | None
    limit: int
    rows: Sequence[Article]


@dataclass(frozen=True, slots=True)
class FurtherRows:
    """Rows that go on where the list ended, with the list they belong to; ``more`` says whether it goes on again."""

    load: Load | None
    rows: Sequence[Article]
    more: bool


class ArticleRows(KeyedRows[Article]):
    """Articles, newest first. ``load(limit, before)`` reads a page; ``hold`` is an id that stays while it is read.

    ``short`` asks for what ``reading_on`` reads, to be read on another thread and given to ``go_on``: a list that must
    be searched for is never read here.
    """

    short = Signal()
    renewed = Signal()  # these are the rows of another list, or of another moment

    def __init__(self, now: Callable[[], datetime], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._now = now
        self._load: Load | None = None
        self._more = self._waiting = False
        self._quick = True
        self.hold = ""

    def key(self, row: Article) -> Hashable:
        return row.article_id

    def sentence(self, row: Article) -> str:
        when = short(row.published or row.fetched, self._now())
        state = [tr("unread")] if not row.read else []
        state += [tr("kept")] if row.kept else []
        state += [tr("for later")] if row.later else []
        return ", ".join([row.author or row.feed_title, row.title or tr("Without a title"), when, *state])

    def show(self, load: Load) -> None:
        """Show another list: its first page, read at once, as are those after it."""
        self._load, self._quick, self._waiting = load, True, False
        rows = load(PAGE, None)
        self._more = len(rows) == PAGE
        self.update_rows(rows)
        self.renewed.emit()

    def begin(self, load: Load) -> None:
        """Begin another list without reading it: what ``reading`` reads then comes with ``take``."""
        self._load, self._more, self._quick, self._waiting = load, False, False, False
        self.update_rows(())

    def look_again(self) -> None:
        """Take in what changed in the store, read now; as many rows as are here, and the held one stays."""
        self.take(self.reading()())

    def reading(self) -> Callable[[], Reread]:
        """Return what reads the rows of now anew; it may run on any thread, and ``take`` gets its result."""
        load, limit = self._load, max(PAGE, len(self.rows))
        return lambda: Reread(load, limit, list(load(limit, None)) if load else [])

    def take(self, reread: Reread) -> None:
        """Become what was read, unless another list is shown meanwhile."""
        if reread.load is None or reread.load is not self._load:
            return
        wanted = list(reread.rows)
        held = self.find(self.hold)
        if held >= 0 and all(row.article_id != self.hold for row in wanted):
            row = self.rows[held]
            at = next((n for n, other in enumerate(wanted) if place_of(other) < place_of(row)), len(wanted))
            wanted.insert(at, row)
        self._more = self._more or len(wanted) >= reread.limit
        self.update_rows(wanted)
        self.renewed.emit()

    def has_more(self) -> bool:
        """Return whether the list goes on after the rows that are here."""
        return self._more

    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and self._more and not self._waiting

    def fetchMore(self, parent: Index = QModelIndex()) -> None:  # noqa: B008  Qt's own signature
        if self._load is None or not self.rows or self._waiting:
            return
        if self._quick:
            self.go_on(self.reading_on()(None))
        else:
            self._waiting = True
            self.short.emit()

    def reading_on(self, most: int = PAGE) -> Callable[[Place | None], FurtherRows]:
        """Return what reads the next rows, at most so many, and none after a place; it may run on any thread."""
        load, before = self._load, place_of(self.rows[-1]) if self.rows else None

        def read(upto: Place | None) -> FurtherRows:
            rows = list(load(most, before)) if load else []
            wanted = [row for row in rows if upto is None or place_of(row) >= upto]
            return FurtherRows(load, wanted, len(rows) == most or len(wanted) < len(rows))

        return read

    def go_on(self, further: FurtherRows) -> None:
        """Add what was read, unless another list is shown meanwhile."""
        if further.load is not self._load:
            return
        self._waiting, self._more = False, further.more
        known = {row.article_id for row in self.rows}
        self.append([row for row in further.rows if row.article_id not in known])

    def stop_waiting(self) -> None:
        """Nothing will come of what was asked for: it may be asked for again."""
        self._waiting = False


class ArticleDelegate(RowDelegate):
    """Author and time, title, two lines of excerpt; a dot before what is unread. Every row is as high."""

    def __init__(self, look: Look, now: Callable[[], datetime], parent: QObject) -> None:
        super().__init__(look, parent)
        self._now = now
        self._broken: dict[tuple[str, int], list[str]] = {}

    def moment(self) -> Hashable:
        return self._now().replace(second=0, microsecond=0)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, HEIGHT)

    def paint_row(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: Article = index.data(ROW)
        look, box = self._look, QRectF(option.rect)
        x, width = box.x() + 27, box.width() - 42
        small, excerpt = look.font("text", 12), look.font("text", 13)
        with painting(painter):
            paint_ground(painter, option, look, "seek", 0, rule=True)
            if not row.read:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(look.color("seek"))
                painter.drawEllipse(QPointF(box.x() + 15, box.y() + 20), 3.5, 3.5)
            top = QRectF(x, box.y() + 11, width, 18)
            when = short(row.published or row.fetched, self._now())
            taken = line(painter, top, when, small, look.color("ink2"), True) + 8
            taken += self._marks(painter, row, top, taken)
            line(painter, top.adjusted(0, 0, -taken, 0), row.author or row.feed_title, small, look.color("ink2"))
            bold = look.font("text", 13, 400 if row.read else 600)
            ink = look.color("ink2" if row.read else "ink")
            line(painter, QRectF(x, box.y() + 30, width, 20), row.title or tr("Without a title"), bold, ink)
            painter.setPen(look.color("ink2"))
            for number, text in enumerate(self._excerpt(row, int(width))):
                where = QRectF(x, box.y() + 50 + number * _PITCH, width + 2, _PITCH)
                line(painter, where, text, excerpt, look.color("ink2"))

    def _marks(self, painter: QPainter, row: Article, top: QRectF, taken: float) -> float:
        x = top.right() - taken - 14
        width = 0.0
        for on, icon in ((row.kept, "star"), (row.later, "clock")):
            if on:
                pixmap = self._look.icons.pixmap(icon, "seek", 13, painter.device().devicePixelRatio())
                painter.drawPixmap(QPointF(x - width + 1, top.y() + 2), pixmap)
                width += 18
        return width

    def _excerpt(self, row: Article, width: int) -> list[str]:
        key = (row.excerpt, width)
        if key not in self._broken:
            if len(self._broken) >= _CACHED:
                self._broken.clear()
            text = jointed(" ".join(row.excerpt.split())[:400])
            layout = lay_out(text, self._look.font("text", 13), width, _PITCH, 2)
            shown, units = layout.text(), layout.text().encode("utf-16-le")
            ranges = [(layout.lineAt(n).textStart(), layout.lineAt(n).textLength()) for n in range(layout.lineCount())]
            self._broken[key] = [
                _ended(units[start * 2:(start + length) * 2].decode("utf-16-le", "ignore")) for start, length in ranges
            ] if shown else []
        return self._broken[key]


def _ended(words: str) -> str:
    """Return the words of a line, with a hyphen where a word goes on in the next."""
    return f"{words[:-1]}-" if words.endswith(SOFT) else words.strip()


class ArticleList(RowList):
    """The article list as a widget; ``rows`` is its model."""

    def __init__(self, look: Look, now: Callable[[], datetime]) -> None:
        super().__init__(look, "paper")
        self.rows = ArticleRows(now, self)
        self.setModel(self.rows)
        self.setItemDelegate(ArticleDelegate(look, now, self))
        self.opened = ""  # the id of the article that is open, which may stand in other lists
        self.rows.renewed.connect(self._mark_opened)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Qt would make the first row the current one, which opens it: a person chooses, not the focus."""
        if self.currentIndex().isValid():
            super().focusInEvent(event)
        else:
            QAbstractScrollArea.focusInEvent(self, event)

    def chosen(self) -> Article | None:
        """Return the article that is chosen."""
        index = self.currentIndex()
        return index.data(ROW) if index.isValid() else None

    def choose(self, article_id: str) -> bool:
        """Choose an article, if it is loaded."""
        at = self.rows.find(article_id)
        if at >= 0:
            self.setCurrentIndex(self.rows.index(at))
        return at >= 0

    def hold(self, article_id: str) -> str:
        """Take note which article is open: its row stays while it is read. Return the one before."""
        before, self.rows.hold, self.opened = self.rows.hold, article_id, article_id
        return before

    def _mark_opened(self) -> None:
        """Let the row of the open article be the chosen one where none is and it can be seen: it was opened before its
        list was there, or stands in this list too. What is in sight stays where it is."""
        at = self.rows.find(self.opened) if self.opened and not self.currentIndex().isValid() else -1
        if at >= 0 and self.viewport().rect().intersects(self.visualRect(self.rows.index(at))):
            self.setAutoScroll(False)
            self.setCurrentIndex(self.rows.index(at))
            self.setAutoScroll(True)

    def step(self, by: int, unread: bool = False) -> bool:
        """Go to the next or previous (unread) article of those that are here. False where there is none."""
        at = self.currentIndex().row() + by
        if not unread and at >= len(self.rows.rows) and self.rows.canFetchMore(QModelIndex()):
            self.rows.fetchMore()
        while 0 <= at < len(self.rows.rows):
            if not unread or not self.rows.rows[at].read:
                self.setCurrentIndex(self.rows.index(at))
                return True
            at += by
        return False
