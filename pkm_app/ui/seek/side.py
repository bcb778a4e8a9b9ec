"""The side list of Seek: Inbox, Kept, Later, then folders with their feeds."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from pkm_app.seek.health import is_ill, reason_of
from pkm_app.seek.model import CAPTURED, Feed, View
from pkm_app.ui.i18n import noop, problem_text, tr
from pkm_app.ui.look import Look
from pkm_app.ui.painting import line, paint_ground, painting
from pkm_app.ui.row_delegate import RowDelegate
from pkm_app.ui.row_list import RowList
from pkm_app.ui.rows import ROW, Index, KeyedRows
from pkm_app.ui.widgets import paint_tile

VIEWS: tuple[tuple[View, str, str], ...] = (
    ("inbox", noop("Inbox"), "inbox"), ("kept", noop("Kept"), "star"), ("later", noop("Later"), "clock"),
)
HEIGHT = 30


@dataclass(frozen=True, slots=True)
class SideRow:
    """``text`` is shown as it is; ``reason`` says in a sentence why a feed is ill. A heading cannot be chosen."""

    kind: Literal["view", "page", "captured", "heading", "feed"]
    id: str
    text: str
    icon: str = ""
    count: int = 0
    reason: str = ""


def side_rows(feeds: Sequence[Feed], counts: bool) -> list[SideRow]:
    """Return the rows of the side list; ``counts`` says whether numbers of unread articles are shown."""
    unread = sum(feed.unread for feed in feeds) if counts else 0
    rows = [SideRow("view", view, tr(words), icon, unread if view == "inbox" else 0) for view, words, icon in VIEWS]
    rows.append(SideRow("captured", CAPTURED, tr("Captured"), "plus"))
    ill = sum(map(is_ill, feeds))
    if ill:
        rows.append(SideRow("page", "health", tr("Feed health"), "triangle-alert", ill))
    folder: str | None = None
    for feed in sorted(feeds, key=lambda feed: (feed.folder == "", feed.folder.casefold())):
        if feed.folder != folder:
            folder = feed.folder
            rows.append(SideRow("heading", f"folder {folder}", folder or tr("Sources")))
        reason = (problem_text(reason_of(feed)) or tr("This source does not answer.")) if is_ill(feed) else ""
        rows.append(SideRow("feed", feed.feed_id, feed.title or feed.address, "triangle-alert" if reason else "",
                            feed.unread if counts else 0, reason))
    return rows


class SideRows(KeyedRows[SideRow]):
    """The model of the side list."""

    def key(self, row: SideRow) -> Hashable:
        return row.kind, row.id

    def sentence(self, row: SideRow) -> str:
        said = tr("%n ill" if row.kind == "page" else "%n unread", row.count) if row.count else ""
        parts = [row.text, said, row.reason]
        return ", ".join(part for part in parts if part)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.ToolTipRole and index.isValid():
            return None  # the sentence under the list's title says it; tips would guess at HTML
        return super().data(index, role)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.isValid() and self.rows[index.row()].kind == "heading":
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)


class SideDelegate(RowDelegate):
    """Paints a view with its icon, a feed with its letter, a heading small."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(120, HEIGHT)

    def paint_row(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: SideRow = index.data(ROW)
        look, box = self._look, QRectF(option.rect)
        with painting(painter):
            if row.kind == "heading":
                line(painter, box.adjusted(9, 6, -8, 0), row.text, look.font("text", 11, 600), look.color("ink2"))
                return
            chosen = paint_ground(painter, option, look, "seek", 7)
            mark = QRectF(box.x() + 9, box.y() + (box.height() - 16) / 2, 16, 16)
            if row.icon:
                role = "warning" if row.reason or row.kind == "page" else "seek" if chosen else "ink"
                ratio = painter.device().devicePixelRatio()
                painter.drawPixmap(QPointF(mark.x(), mark.y()), look.icons.pixmap(row.icon, role, 16, ratio))
            else:
                paint_tile(painter, mark, row.text, look)
            words, small = look.font("text", 13, 600 if chosen else 400), look.font("text", 12, 600 if chosen else 400)
            ink = look.color("seek" if chosen else "ink")
            taken = 0.0
            if row.count:
                where = QRectF(box.right() - 60, box.y(), 52, box.height())
                taken = line(painter, where, str(row.count), small, look.color("seek" if chosen else "ink2"), True) + 8
            line(painter, QRectF(box.x() + 33, box.y(), box.width() - 42 - taken, box.height()), row.text, words, ink)


class SideList(RowList):
    """The side list as a widget."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, "panel")
        self.rows = SideRows(self)
        self.setModel(self.rows)
        self.setItemDelegate(SideDelegate(look, self))

    def chosen(self) -> SideRow | None:
        """Return the row that is chosen."""
        index = self.currentIndex()
        return index.data(ROW) if index.isValid() else None

    def choose(self, kind: str, name: str) -> bool:
        """Choose a row, if it is here."""
        at = self.rows.find((kind, name))
        if at >= 0:
            self.setCurrentIndex(self.rows.index(at))
        return at >= 0
