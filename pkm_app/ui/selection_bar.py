"""The small bar beside a selection: four colours, note, copy. It takes no focus, so keys go on working."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QEnterEvent, QHideEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QGraphicsDropShadowEffect, QHBoxLayout, QWidget

from pkm_app.ui.i18n import Worded, noop
from pkm_app.ui.look import Look
from pkm_app.ui.reading import ReadingPane
from pkm_app.ui.reading_boxes import selected_range
from pkm_app.ui.theme import HIGHLIGHTS
from pkm_app.ui.widgets import name

_WORDS = {
    "yellow": noop("Highlight in yellow"), "green": noop("Highlight in green"),
    "blue": noop("Highlight in blue"), "pink": noop("Highlight in pink"),
}
_ACTS = {
    "reshape": noop("Give the highlight this extent"), "join": noop("Join with what it touches"), "copy": noop("Copy"),
    "remove": noop("Remove this highlight"),
}
_GAP = 6


class _BarButton(QAbstractButton):
    """A dot of colour, or an icon with or without a word, on ink."""

    def __init__(self, look: Look, icon: str = "", colour: str = "") -> None:
        super().__init__()
        self._look, self._icon, self._colour, self._hover = look, icon, colour, False
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFont(look.font("text", 12, 500))

    def sizeHint(self) -> QSize:
        width = self.fontMetrics().horizontalAdvance(self.text()) + 7 if self.text() else 0
        return QSize(24 + width, 24)

    def enterEvent(self, event: QEnterEvent) -> None:
        self._hover = True
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._hover = False
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._look.theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if self._hover:
            veil = QColor(theme.color("surface"))
            veil.setAlphaF(0.18)
            painter.setBrush(veil)
            painter.drawRoundedRect(QRectF(self.rect()), 6, 6)
        if self._colour:
            painter.setPen(theme.color("surface") if theme.edged else Qt.PenStyle.NoPen)
            painter.setBrush(theme.swatch(self._colour))
            painter.drawEllipse(QPointF(12, 12), 7.5, 7.5)
            return
        painter.drawPixmap(QPointF(4, 4), self._look.icons.pixmap(self._icon, "surface", 16, self.devicePixelRatioF()))
        painter.setPen(theme.color("surface"))
        painter.setFont(self.font())
        painter.drawText(QRectF(27, 0, self.width(), 24), int(Qt.AlignmentFlag.AlignVCenter), self.text())


class SelectionBar(Worded, QWidget):
    """Belongs to one pane. ``colour`` carries the colour pressed; the others nothing.

    It stands below a selection, or below a highlight that was pressed (``mark`` is its id then, else "").
    ``meets`` says how many highlights the selection meets: those can be joined, a single one can be given its extent.
    """

    colour = Signal(str)
    note = Signal()
    copy = Signal()
    remove = Signal()
    join = Signal()
    reshape = Signal()

    def __init__(self, look: Look, pane: ReadingPane) -> None:
        super().__init__(pane)
        self._look, self._pane = look, pane
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 2, 6, 2)
        row.setSpacing(0)
        for colour in HIGHLIGHTS:
            dot = _BarButton(look, colour=colour)
            self.say(partial(name, dot), _WORDS[colour])
            dot.clicked.connect(lambda checked=False, colour=colour: self.colour.emit(colour))
            row.addWidget(dot)
        self.mark = ""
        self.meets: Callable[[], int] = lambda: 0
        self._note = _BarButton(look, "message-square")
        self.say(self._note.setText, "Note")
        self._note.clicked.connect(self.note)
        row.addSpacing(8)
        row.addWidget(self._note)
        row.addSpacing(6)
        self._others: dict[str, _BarButton] = {}
        for key, icon, signal in (("reshape", "text-select", self.reshape), ("join", "combine", self.join),
                                  ("copy", "copy", self.copy), ("remove", "trash-2", self.remove)):
            button = self._others[key] = _BarButton(look, icon)
            self.say(partial(name, button), _ACTS[key])
            button.clicked.connect(signal)
            row.addWidget(button)
        shadow = QGraphicsDropShadowEffect(self)
        shadow.setBlurRadius(14)
        shadow.setOffset(0, 3)
        shadow.setColor(QColor(0, 0, 0, 70))
        self.setGraphicsEffect(shadow)
        pane.selected.connect(self._selected)
        pane.verticalScrollBar().valueChanged.connect(self.hide)
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.color("ink"))
        painter.drawRoundedRect(QRectF(self.rect()), 9, 9)

    def show_mark(self, mark_id: str) -> None:
        """Stand below a highlight, with what can be done to it."""
        mark = self._pane.mark(mark_id)
        boxes = self._pane.boxes(mark.start, mark.end) if mark else []
        if boxes:
            self._stand(mark_id, boxes[0].top(), boxes[-1], False, False)

    def hideEvent(self, event: QHideEvent) -> None:
        self.mark = ""
        super().hideEvent(event)

    def _selected(self, on: bool) -> None:
        if not on:
            self.hide()
            return
        met, box = self.meets(), self._pane.selection_box()
        first = next(iter(self._pane.boxes(*selected_range(self._pane.textCursor()))), box)
        self._stand("", first.top(), box, met >= 1, met == 1)

    def _stand(self, mark_id: str, top: float, box: QRectF, join: bool, reshape: bool) -> None:
        """Stand below the last line (``box``) of what begins at ``top``; where it ends too low for that, above it."""
        self.mark = mark_id
        for key, on in (("reshape", reshape), ("join", join), ("copy", True), ("remove", bool(mark_id))):
            self._others[key].setVisible(on)
        self.adjustSize()
        view = self._pane.viewport().geometry()
        x = view.x() + box.right() - self.width() / 2
        x = max(4, view.x(), min(x, view.right() - self.width()))
        y = view.y() + self._pane.inserts.free_from(box.bottom() + _GAP, self.height())  # below a card in its way
        lowest, above = self._pane.height() - self.height() - 4, top - _GAP - self.height()
        if y > lowest:  # where there is no room above either, it stands as low as it can
            free = above >= 0 and self._pane.inserts.free_from(above, self.height()) == above
            y = view.y() + above if free else lowest
        self.move(round(x), round(y))
        self.show()
        self.raise_()
