"""A highlight at the side of Sense: its words, where they are from, whether they are used; to be dragged or put into
the note, and with a line to write in where it still waits for words."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QMimeData, QPoint, Qt, Signal
from PySide6.QtGui import QDrag, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QHBoxLayout

from pkm_app.content.wikilinks import has_own_words
from pkm_app.sense.model import Highlight
from pkm_app.ui.i18n import tr
from pkm_app.ui.pasted import HIGHLIGHT
from pkm_app.ui.room import Context
from pkm_app.ui.waiting import WaitingRow
from pkm_app.ui.widgets import Button, Card, Label, Quote, name

_INDENT = 13  # pixels: in line with the quoted words
_LEAST = 110  # of whom the words are from that are seen beside whether they are used


class HighlightCard(Card):
    """``quoted`` fires with its id when it shall be put into the note."""

    quoted = Signal(str)

    def __init__(self, context: Context, highlight: Highlight, credit: str) -> None:
        super().__init__(12, 6)
        self._highlight = highlight
        self._pressed: QPoint | None = None
        look = context.look
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.box.addWidget(Quote(look, highlight.exact, highlight.colour, 14))
        self._credit = Label(look, "ink2", 12)
        self._credit.setText(credit)
        self._credit.setToolTip("")
        self._used = Label(look, "ink2", 12).hug()
        self._used.setText(f"· {self._state()}")
        put = Button(look, "corner-down-left", stage="sense")
        name(put, tr("Quote in this note: {words}", words=highlight.exact))
        put.clicked.connect(lambda: self.quoted.emit(highlight.highlight_id))
        self._tail = QHBoxLayout()
        self._tail.setSpacing(4)
        self._tail.addWidget(self._used)
        self._tail.addStretch(1)
        self._tail.addWidget(put)
        beside = self._used.fontMetrics().horizontalAdvance(self._used.text()) + self._tail.spacing()
        self._beside = beside + put.sizeHint().width() + _INDENT + 4  # pixels beside the credit, however it stands now
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setContentsMargins(_INDENT, 0, 0, 0)
        self._row.setSpacing(4)
        self._row.addWidget(self._credit, 1)
        self._row.addLayout(self._tail)
        self.box.addLayout(self._row)
        self.waiting: WaitingRow | None = None
        if not has_own_words(highlight.comment):
            self.waiting = WaitingRow(context, highlight, quoted=False)
            self.box.addWidget(self.waiting)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt's own: whom the words are from stands on a line of its own where it would be cut to next to nothing."""
        super().resizeEvent(event)
        edges, direction = self.box.contentsMargins(), QBoxLayout.Direction
        room = self.width() - edges.left() - edges.right() - self._beside
        apart = room < min(self._credit.fontMetrics().horizontalAdvance(self._credit.text()), _LEAST)
        if apart == (self._row.direction() == direction.TopToBottom):
            return
        self._row.setDirection(direction.TopToBottom if apart else direction.LeftToRight)
        self._row.setSpacing(0 if apart else 4)
        self._used.setText(self._state() if apart else f"· {self._state()}")

    def _state(self) -> str:
        return tr("used") if self._highlight.used_in else tr("not used yet")

    def dragged(self) -> QMimeData:
        """Return what is carried while it is dragged: into the editor its id, elsewhere its words."""
        data = QMimeData()
        data.setData(HIGHLIGHT, QByteArray(self._highlight.highlight_id.encode()))
        data.setText(self._highlight.exact)
        return data

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None:
            return
        moved = (event.position().toPoint() - self._pressed).manhattanLength()
        if moved >= QApplication.startDragDistance():
            self._pressed = None
            drag = QDrag(self)
            drag.setMimeData(self.dragged())
            width = min(260, self.width())
            drag.setPixmap(self.grab().scaledToWidth(width, Qt.TransformationMode.SmoothTransformation))
            drag.exec(Qt.DropAction.CopyAction)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pressed = None
