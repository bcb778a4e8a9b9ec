"""The side list of Share: drafts, what was shared, and what a draft can start from."""

from __future__ import annotations

import re
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import QListView, QStyleOptionViewItem

from pkm_app.sense.model import FileCard
from pkm_app.share.aftermath import Left
from pkm_app.share.fate import Fate
from pkm_app.ui.i18n import noop, tr
from pkm_app.ui.look import Look
from pkm_app.ui.painting import line, paint_ground, painting
from pkm_app.ui.row_delegate import RowDelegate
from pkm_app.ui.rows import ROW, Index, KeyedRows

Kind = Literal["heading", "draft", "shared", "start"]

HEIGHT = 31
_DATED = re.compile(r"(?<=\s)\S*\d\S*(?:\s+\S+){0,2}\s*\Z")  # a word with a digit, and two more at most
_TAIL = 0.75  # of the room at most for the end of a title
_JOINTS = " ,.:;(-–"
_GROUPS = (noop("Drafts"), noop("Shared"), noop("Start from"))
FATES: dict[Fate, str] = {"placed": noop("placed"), "published": noop("published"), "gone": noop("gone")}
FATE_ICONS: dict[Fate, tuple[str, str]] = {
    "placed": ("circle-dashed", "ink2"), "published": ("circle-check", "ok"), "gone": ("circle-x", "warning")}
_ICONS = {"start": ("square-pen", "ink2"), "draft": ("file-text", "ink")}


@dataclass(frozen=True, slots=True)
class DraftRow:
    """A heading, a draft, a record of what left, or a note from which a draft can start; ``id`` is the path. A chapter
    stands below its draft, ``depth`` 1."""

    kind: Kind
    id: str
    text: str
    depth: int = 0
    fate: Fate = "placed"


def draft_rows(drafts: Sequence[FileCard], shared: Sequence[Left], notes: Sequence[FileCard]) -> list[DraftRow]:
    """Return the rows, each group under its heading."""
    groups = (_with_chapters(drafts), [DraftRow("shared", one.path, one.title, 0, one.fate) for one in shared],
              [DraftRow("start", card.path, card.title) for card in notes])
    rows: list[DraftRow] = []
    for heading, group in zip(_GROUPS, groups, strict=True):
        if group:
            rows += [DraftRow("heading", heading, tr(heading)), *group]
    return rows


def _with_chapters(cards: Sequence[FileCard]) -> list[DraftRow]:
    """The drafts in their order, those of a folder below its index, by the names of their files."""
    whole = {_folder(card.path) for card in cards if card.path.endswith("/index.md")}
    rows: list[DraftRow] = []
    for card in cards:
        folder = _folder(card.path)
        if card.path == f"{folder}/index.md":
            rows.append(DraftRow("draft", card.path, card.title))
            inside = sorted((one for one in cards if _folder(one.path) == folder and one is not card),
                            key=lambda one: one.path.casefold())
            rows += [DraftRow("draft", one.path, one.title, 1) for one in inside]
        elif folder not in whole:
            rows.append(DraftRow("draft", card.path, card.title))
    return rows


def _folder(path: str) -> str:
    return path.rpartition("/")[0]


def fitted(title: str, metrics: QFontMetrics, room: int) -> str:
    """Return a title that has room in that many pixels. Of one that ends in a date or a number, "Finds, 20 November",
    the end stays, for it tells the row from others of its kind; of any other the beginning."""
    def cut(text: str) -> str:
        return metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)

    end = _DATED.search(title)
    if end is None or cut(title) == title:
        return cut(title)
    head, tail = title[:end.start()].rstrip(_JOINTS), f"… {end[0]}"
    if metrics.horizontalAdvance(tail) > room * _TAIL:
        return cut(title)
    while head and cut(head + tail) != head + tail:
        head = head[:-1].rstrip(_JOINTS)
    return head + tail


class DraftRows(KeyedRows[DraftRow]):
    """The model."""

    def key(self, row: DraftRow) -> Hashable:
        return row.kind, row.id

    def sentence(self, row: DraftRow) -> str:
        if row.kind == "start":
            return tr("Start a draft from “{title}”", title=row.text)
        return f"{row.text}, {tr(FATES[row.fate])}" if row.kind == "shared" else row.text

    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.isValid() and self.rows[index.row()].kind == "heading":
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)


class DraftDelegate(RowDelegate):
    """Paints an icon and a title; a heading small."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(120, HEIGHT)

    def paint_row(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: DraftRow = index.data(ROW)
        look, box = self._look, QRectF(option.rect)
        with painting(painter):
            if row.kind == "heading":
                line(painter, box.adjusted(9, 6, -8, 0), row.text, look.font("text", 11, 600), look.color("ink2"))
                return
            chosen = paint_ground(painter, option, look, "share", 7)
            icon, role = FATE_ICONS[row.fate] if row.kind == "shared" else _ICONS[row.kind]
            if row.kind == "draft" and row.id.endswith("/index.md"):
                icon = "book-open"
            box = box.adjusted(16 * row.depth, 0, 0, 0)
            if chosen and row.kind != "shared":
                role = "share"
            pixmap = look.icons.pixmap(icon, role, 16, painter.device().devicePixelRatio())
            painter.drawPixmap(QPointF(box.x() + 9, box.y() + (box.height() - 16) / 2), pixmap)
            taken, small = 0.0, look.font("text", 12)
            if row.kind == "shared":
                where = QRectF(box.right() - 88, box.y(), 80, box.height())
                taken = line(painter, where, tr(FATES[row.fate]), small, look.color("ink2"), True) + 8
            words = QRectF(box.x() + 33, box.y(), box.width() - 42 - taken, box.height())
            font = look.font("text", 13, 600 if chosen else 400)
            title = fitted(row.text or tr("Without a title"), QFontMetrics(font), int(words.width()))
            line(painter, words, title, font, look.color("share" if chosen else "ink"))


class DraftList(QListView):
    """The side list as a widget; ``rows`` is its model. ``pressed_on`` fires with the row at Return or a click."""

    pressed_on = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.rows = DraftRows(self)
        self.setModel(self.rows)
        self.setItemDelegate(DraftDelegate(look, self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        look.changed.connect(self.viewport().update)
        self.clicked.connect(lambda index: self.pressed_on.emit(index.data(ROW)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.chosen()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and row is not None:
            self.pressed_on.emit(row)
        else:
            super().keyPressEvent(event)

    def chosen(self) -> DraftRow | None:
        """Return the row that is chosen."""
        index = self.currentIndex()
        return index.data(ROW) if index.isValid() else None

    def choose(self, path: str) -> bool:
        """Choose a draft or a record, if it is here."""
        for kind in ("draft", "shared"):
            at = self.rows.find((kind, path))
            if at >= 0:
                self.setCurrentIndex(self.rows.index(at))
                return True
        return False
