"""A highlight at the side of Sense: its words, where they are from, whether they are used; to be dragged or put into
the note, and with a line to write in where it still waits for words."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QMimeData, QPoint, Qt, Signal
from PySide6.QtGui import QDrag, QMouseEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout

from pkm_app.content.wikilinks import has_own_words
from pkm_app.sense.model import Highlight
from pkm_app.ui.i18n import tr
from pkm_app.ui.pasted import HIGHLIGHT
from pkm_app.ui.room import Context
from pkm_app.ui.waiting import WaitingRow
from pkm_app.ui.widgets import Button, Card, Label, Quote, name


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
        about = Label(look, "ink2", 12)
        about.setText(credit)
        about.setToolTip("")
        used = Label(look, "ink2", 12).hug()
        used.setText(f"· {tr('used') if highlight.used_in else tr('not used yet')}")
        put = Button(look, "corner-down-left", stage="sense")
        name(put, tr("Quote in this note: {words}", words=highlight.exact))
        put.clicked.connect(lambda: self.quoted.emit(highlight.highlight_id))
        row = QHBoxLayout()
        row.setContentsMargins(13, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(about, 1)
        row.addWidget(used)
        row.addWidget(put)
        self.box.addLayout(row)
        self.waiting: WaitingRow | None = None
        if not has_own_words(highlight.comment):
            self.waiting = WaitingRow(context, highlight, quoted=False)
            self.box.addWidget(self.waiting)

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
