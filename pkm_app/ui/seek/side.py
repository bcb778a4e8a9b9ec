"""The side list of Seek as it is painted, folded, and taken hold of: sources are dragged into folders."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QMimeData, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QDrag,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QResizeEvent,
)
from PySide6.QtWidgets import QApplication, QStyleOptionViewItem

from pkm_app.ui.look import Look
from pkm_app.ui.painting import line, paint_ground, painting
from pkm_app.ui.row_delegate import RowDelegate
from pkm_app.ui.row_list import RowList
from pkm_app.ui.rows import ROW, Index
from pkm_app.ui.seek.side_rows import SideRow, SideRows
from pkm_app.ui.widgets import paint_tile

HEIGHT = 30
INDENT = 14
MIME = "application/x-pkm-side-row"


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
            box.adjust(row.depth * INDENT, 0, 0, 0)
            if row.kind == "folder":
                self._paint_folder(painter, box, row, chosen)
                return
            mark = QRectF(box.x() + 9, box.y() + (box.height() - 16) / 2, 16, 16)
            if row.icon:
                role = "warning" if row.reason or row.kind == "page" else "seek" if chosen else "ink"
                ratio = painter.device().devicePixelRatio()
                painter.drawPixmap(QPointF(mark.x(), mark.y()), look.icons.pixmap(row.icon, role, 16, ratio))
            else:
                paint_tile(painter, mark, row.text, look, row.site)
            words, small = look.font("text", 13, 600 if chosen else 400), look.font("text", 12, 600 if chosen else 400)
            ink = look.color("seek" if chosen else "ink")
            taken = 0.0
            if row.count:
                where = QRectF(box.right() - 60, box.y(), 52, box.height())
                taken = line(painter, where, row.number(), small, look.color("seek" if chosen else "ink2"), True) + 8
            line(painter, QRectF(box.x() + 33, box.y(), box.width() - 42 - taken, box.height()), row.text, words, ink)

    def _paint_folder(self, painter: QPainter, box: QRectF, row: SideRow, chosen: bool) -> None:
        look, ink = self._look, "seek" if chosen else "ink2"
        ratio = painter.device().devicePixelRatio()
        icon = look.icons.pixmap("chevron-down" if row.open else "chevron-right", ink, 12, ratio)
        painter.drawPixmap(QPointF(box.x() + 7, box.y() + (box.height() - 12) / 2), icon)
        small, taken = look.font("text", 11, 600), 0.0
        if row.count:
            where = QRectF(box.right() - 60, box.y(), 52, box.height())
            taken = line(painter, where, row.number(), look.font("text", 12), look.color(ink), True) + 8
        line(painter, QRectF(box.x() + 23, box.y(), box.width() - 31 - taken, box.height()), row.text, small,
             look.color(ink))


class SideList(RowList):
    """``folded`` carries the path of a folder to be opened or closed, ``dropped`` a row and the folder it goes into."""

    folded = Signal(str)
    dropped = Signal(object, str)

    def __init__(self, look: Look) -> None:
        super().__init__(look, "panel")
        self.rows = SideRows(self)
        self.setModel(self.rows)
        self.setItemDelegate(SideDelegate(look, self))
        self.setAcceptDrops(True)
        self.viewport().setAcceptDrops(True)
        self._pressed: tuple[QPoint, SideRow] | None = None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt's own; what of the height is less than a row stays empty, so that all rows that are shown are whole."""
        super().resizeEvent(event)
        rest = self.contentsRect().height() % HEIGHT
        if self.viewportMargins().bottom() != rest:
            self.setViewportMargins(0, 0, 0, rest)

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

    def reveal(self, feed_id: str, folder: str) -> bool:
        """Choose a source, opening the folders in which it stands."""
        parts = folder.split("/") if folder else []
        for depth in range(1, len(parts) + 1):
            at = self.rows.find(("folder", "/".join(parts[:depth])))
            if at >= 0 and not self.rows.rows[at].open:
                self.folded.emit(self.rows.rows[at].id)
        return self.choose("feed", feed_id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.chosen()
        wanted = {Qt.Key.Key_Left: False, Qt.Key.Key_Right: True}.get(Qt.Key(event.key()))
        if row is not None and row.kind == "folder" and wanted is not None:
            if row.open != wanted:
                self.folded.emit(row.id)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        row = self.row_at(place)
        if event.button() == Qt.MouseButton.LeftButton and row is not None and row.kind in ("feed", "folder"):
            if row.kind == "folder" and place.x() < 24 + row.depth * INDENT:
                self.folded.emit(row.id)
                return
            self._pressed = (place, row)
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None or not event.buttons() & Qt.MouseButton.LeftButton:
            super().mouseMoveEvent(event)
            return
        start, row = self._pressed
        if (event.position().toPoint() - start).manhattanLength() >= QApplication.startDragDistance():
            self._pressed = None
            drag = QDrag(self)
            drag.setMimeData(mime_of(row))
            drag.exec(Qt.DropAction.MoveAction)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pressed = None
        super().mouseReleaseEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self._judge(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self._judge(event)

    def dropEvent(self, event: QDropEvent) -> None:
        moving, target = self._moving(event.mimeData()), self.row_at(event.position().toPoint())
        if moving is not None:
            event.acceptProposedAction()
            self.dropped.emit(moving, target.folder if target is not None else "")

    def row_at(self, place: QPoint) -> SideRow | None:
        """Return the row at a point of the viewport."""
        index = self.indexAt(place)
        return index.data(ROW) if index.isValid() else None

    def _judge(self, event: QDragMoveEvent) -> None:
        if self._moving(event.mimeData()) is not None:
            event.acceptProposedAction()
        else:
            event.ignore()  # what comes from elsewhere is for the window

    def _moving(self, data: QMimeData) -> SideRow | None:
        if not data.hasFormat(MIME):
            return None
        kind, _, rest = bytes(data.data(MIME).data()).decode().partition("\n")
        name, _, folder = rest.partition("\n")
        found = (row for row in self.rows.rows if (row.kind, row.id, row.folder) == (kind, name, folder))
        return next(found, None)


def mime_of(row: SideRow) -> QMimeData:
    """Return what is dragged for a row; it means something in this list only."""
    data = QMimeData()
    data.setData(MIME, QByteArray(f"{row.kind}\n{row.id}\n{row.folder}".encode()))
    return data
