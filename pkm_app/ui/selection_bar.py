"""The small bar below a selection: four colours, note, copy. It takes no focus, so keys go on working."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QGraphicsDropShadowEffect, QHBoxLayout, QWidget

from pkm_app.ui.i18n import Worded, noop, tr
from pkm_app.ui.look import Look
from pkm_app.ui.reading import ReadingPane
from pkm_app.ui.theme import HIGHLIGHTS
from pkm_app.ui.widgets import name

_WORDS = {
    "yellow": noop("Highlight in yellow"), "green": noop("Highlight in green"),
    "blue": noop("Highlight in blue"), "pink": noop("Highlight in pink"),
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
            painter.setBrush(theme.swatch(self._colour))
            painter.drawEllipse(QPointF(12, 12), 7.5, 7.5)
            return
        painter.drawPixmap(QPointF(4, 4), self._look.icons.pixmap(self._icon, "surface", 16, self.devicePixelRatioF()))
        painter.setPen(theme.color("surface"))
        painter.setFont(self.font())
        painter.drawText(QRectF(27, 0, self.width(), 24), int(Qt.AlignmentFlag.AlignVCenter), self.text())


class SelectionBar(Worded, QWidget):
    """Belongs to one pane. ``colour`` carries the colour pressed; ``note`` and ``copy`` nothing."""

    colour = Signal(str)
    note = Signal()
    copy = Signal()

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
        self._note = _BarButton(look, "message-square")
        self.say(self._note.setText, "Note")
        self._note.clicked.connect(self.note)
        self._copy = _BarButton(look, "copy")
        name(self._copy, tr("Copy"))
        self._copy.clicked.connect(self.copy)
        row.addSpacing(8)
        row.addWidget(self._note)
        row.addSpacing(6)
        row.addWidget(self._copy)
        shadow = QGraphicsDropShadowEffect(self)
        shadow.setBlurRadius(14)
        shadow.setOffset(0, 3)
        shadow.setColor(QColor(0, 0, 0, 70))
        self.setGraphicsEffect(shadow)
        pane.selected.connect(self._selected)
        pane.verticalScrollBar().valueChanged.connect(self.hide)
        self.hide()

    def words_changed(self) -> None:
        name(self._copy, tr("Copy"))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.color("ink"))
        painter.drawRoundedRect(QRectF(self.rect()), 9, 9)

    def _selected(self, on: bool) -> None:
        if not on:
            self.hide()
            return
        self.adjustSize()
        box = self._pane.selection_box()
        view = self._pane.viewport().geometry()
        x = view.x() + box.right() - self.width() / 2
        x = max(4, min(x, self._pane.width() - self.width() - 14))
        y = view.y() + box.bottom() + _GAP
        y = min(y, self._pane.height() - self.height() - 4)  # near the lower edge it stands as low as it can
        self.move(round(x), round(y))
        self.show()
        self.raise_()
