"""The rows of the search page: what it is and where from, the title, two lines around the words that were found."""

from __future__ import annotations

from collections.abc import Hashable

from PySide6.QtCore import QDate, QLocale, QPointF, QRectF, QSize
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QStyleOptionViewItem

from pkm_app.sense.model import Hit
from pkm_app.ui.i18n import noop, tr
from pkm_app.ui.look import Look
from pkm_app.ui.painting import line, paint_ground, painting
from pkm_app.ui.row_delegate import RowDelegate
from pkm_app.ui.row_list import RowList
from pkm_app.ui.rows import ROW, Index, KeyedRows
from pkm_app.ui.textlayout import lay_out

HEIGHT = 92
OPEN, CLOSE = "⟦", "⟧"
ICONS = {"note": "notebook-pen", "highlight": "quote", "article": "rss", "draft": "send", "source": "link"}
KINDS = {"note": noop("Note"), "highlight": noop("Highlight"), "article": noop("Article of the stream"),
         "draft": noop("Draft"), "source": noop("Source")}
_ACCENTS = {"article": "seek", "draft": "share"}
_PITCH = 18.5
_TITLE = 180  # pixels that a title has before the kind in words


class ResultRows(KeyedRows[Hit]):
    """The model."""

    def key(self, row: Hit) -> Hashable:
        return row.kind, row.id

    def sentence(self, row: Hit) -> str:
        words = " ".join(row.snippet.replace(OPEN, "").replace(CLOSE, "").split())
        return ", ".join(part for part in (tr(KINDS[row.kind]), row.title, words, day(row.date)) if part)


class ResultDelegate(RowDelegate):
    """Kind and date, title, two lines with the words that were found on a tint."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, HEIGHT)

    def paint_row(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: Hit = index.data(ROW)
        look, box = self._look, QRectF(option.rect)
        x, width = box.x() + 50, box.width() - 70
        with painting(painter):
            paint_ground(painter, option, look, "sense", 0, rule=True)
            role = _ACCENTS.get(row.kind, "sense")
            pixmap = look.icons.pixmap(ICONS[row.kind], role, 18, painter.device().devicePixelRatio())
            painter.drawPixmap(QPointF(box.x() + 18, box.y() + 13), pixmap)
            small = look.font("text", 12)
            said = beside_title(row, small, width)
            taken = line(painter, QRectF(x, box.y() + 10, width, 22), said, small, look.color("ink2"), True)
            line(painter, QRectF(x, box.y() + 10, max(40.0, width - taken - 14), 22),
                 row.title or tr("Without a title"), look.font("text", 14, 600), look.color("ink"))
            text, marked = plain_and_marked(row.snippet)
            layout = lay_out(text, look.font("text", 13), width, _PITCH, 2)
            painter.setPen(look.color("ink2"))
            layout.draw(painter, QPointF(x, box.y() + 37), [self._range(layout, *place) for place in marked])

    def _range(self, layout: QTextLayout, start: int, length: int) -> QTextLayout.FormatRange:
        """The words that were found: ink on the yellow of highlights. Beyond what is shown nothing is drawn."""
        found = QTextLayout.FormatRange()
        end = len(layout.text().encode("utf-16-le")) // 2
        found.start, found.length = min(start, end), max(0, min(length, end - start))
        form = QTextCharFormat()
        form.setBackground(self._look.color("yellow"))
        form.setForeground(self._look.color("ink"))
        form.setFontUnderline(self._look.theme.edged)
        found.format = form
        return found


def beside_title(row: Hit, font: QFont, width: float) -> str:
    """Return kind and date; where they would leave a title too little of ``width`` pixels, the date alone: the icon
    tells the kind as well."""
    said = " · ".join(part for part in (tr(KINDS[row.kind]), day(row.date)) if part)
    return day(row.date) if row.date and width - QFontMetricsF(font).horizontalAdvance(said) < _TITLE else said


def day(date: str) -> str:
    """Return a date (2026-11-20, or "") as lists show it."""
    when = QDate.fromString(date, "yyyy-MM-dd")
    return QLocale().toString(when, "d MMM yyyy").replace(".", "") if when.isValid() else ""


def plain_and_marked(snippet: str) -> tuple[str, list[tuple[int, int]]]:
    """Return a snippet without its marks on one line, and where the marked words stand in it, in UTF-16 units."""
    text, marked, start = "", [], -1
    for char in " ".join(snippet.split()):
        if char == OPEN:
            start = _units(text)
        elif char == CLOSE:
            if start >= 0:
                marked.append((start, _units(text) - start))
            start = -1
        else:
            text += char
    return text, marked


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


class ResultList(RowList):
    """The list as a widget; ``results`` is its model."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, "surface")
        self.results = ResultRows(self)
        self.setModel(self.results)
        self.setItemDelegate(ResultDelegate(look, self))

    def chosen(self) -> Hit | None:
        """Return the row that is chosen."""
        index = self.currentIndex()
        return index.data(ROW) if index.isValid() else None

    def step(self, by: int) -> None:
        """Go to the next or previous row."""
        at = max(0, self.currentIndex().row() + by)
        if at < self.results.rowCount():
            self.setCurrentIndex(self.results.index(at))
