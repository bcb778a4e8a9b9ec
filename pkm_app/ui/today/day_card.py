"""The card of which Today is made: an icon, a title, and rows; and the row that leads somewhere."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout

from pkm_app.base.errors import Problem
from pkm_app.ui.boxes import clear
from pkm_app.ui.i18n import Worded, problem_text
from pkm_app.ui.look import Look
from pkm_app.ui.room import Context
from pkm_app.ui.widgets import Card, Icon, Label, tip

T = TypeVar("T")


class DayCard(Worded, Card):
    """A card that asks for what it shows when the day is entered. ``key`` is its setting, ``today.<name>``.

    ``wanted_changed`` fires when it has something to show now, or nothing any more.
    """

    wanted_changed = Signal()
    key = ""

    def __init__(self, context: Context, icon: str, role: str, words: str, spacing: int = 2) -> None:
        super().__init__(16, 8)
        self.context = context
        self._asked = 0
        self._stands: object = None  # what the rows were made of
        self.empty = False  # nothing to show, and nothing that belongs here to be said
        self.say(self.setAccessibleName, words)
        title = Label(context.look, role, 13, 600)
        self.say(title.setText, words)
        self.head = QHBoxLayout()  # what else belongs beside the title goes to its end
        self.head.setSpacing(7)
        self.head.addWidget(Icon(context.look, icon, role))
        self.head.addWidget(title, 1)
        self.box.addLayout(self.head)
        self.box.addSpacing(2)
        self.rows = QVBoxLayout()
        self.rows.setSpacing(spacing)
        self.box.addLayout(self.rows)

    def load(self) -> None:
        """Ask for what is shown; for overriding."""

    def wanted(self) -> bool:
        """Return whether the person wants this card."""
        return self.context.services.settings.get(f"today.{self.key}", "on") != "off"

    def ask(self, question: Callable[[], T], show: Callable[[T], None]) -> None:
        """Ask off the main thread; only the latest answer is shown, and a failure is said in the card."""
        self._asked += 1
        number = self._asked

        def came(answer: T) -> None:
            if number == self._asked:
                show(answer)

        def failed(problem: Problem) -> None:
            if number == self._asked:
                self.show_problem(problem)

        self.context.relay.call(question, came, failed)

    def show_problem(self, problem: Problem) -> None:
        """Say in the card why it shows nothing."""
        self._stands = None
        clear(self.rows)
        self.rows.addWidget(self.said(problem_text(problem), "error"))

    def new_rows(self, shown: object) -> bool:
        """Clear the rows unless they show just this, for new ones lose the focus; say whether they are to be filled."""
        wanted = (self.context.language.code, shown)
        if wanted == self._stands:
            return False
        self._stands = wanted
        clear(self.rows)
        return True

    def said(self, words: str, role: str = "ink2") -> Label:
        """Return a line of plain words for the card."""
        label = Label(self.context.look, role, 13, wrap=True)
        label.setText(words)
        return label

    def set_empty(self, empty: bool) -> None:
        """Say whether there is anything to show."""
        if self.empty != empty:
            self.empty = empty
            self.wanted_changed.emit()


class DayRow(QAbstractButton):
    """Two lines that lead somewhere: what it is, and what is with it. Read as one sentence."""

    def __init__(self, look: Look, icon: str, role: str, title: str, beside: str) -> None:
        super().__init__()
        self._look, self._icon, self._role = look, icon, role
        self._title, self._beside = title, beside
        self.setText(title.replace("&", "&&"))
        self.setAccessibleName(f"{title}, {beside}" if beside else title)
        tip(self, "" if len(title) < 40 else title)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(200, self._pitch(13) + (self._pitch(12) if self._beside else 0) + 8)

    def minimumSizeHint(self) -> QSize:
        return QSize(60, self.sizeHint().height())

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: object) -> None:
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, look = QPainter(self), self._look
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        if self.underMouse() or self.hasFocus():
            painter.setPen(QPen(look.color("ink"), 2) if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.setBrush(look.color("panel"))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 7, 7)
        first = self._pitch(13)
        icon = look.icons.pixmap(self._icon, self._role, 16, self.devicePixelRatioF())
        painter.drawPixmap(QPointF(4, 4 + round((first - 16) / 2)), icon)
        width = self.width() - 32
        self._line(painter, self._title, QRectF(27, 4, width, first), 13, "ink")
        if self._beside:
            self._line(painter, self._beside, QRectF(27, 4 + first, width, self._pitch(12)), 12, "ink2")

    def _line(self, painter: QPainter, words: str, box: QRectF, size: int, role: str) -> None:
        font = self._look.font("text", size)
        painter.setFont(font)
        painter.setPen(self._look.color(role))
        cut = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, int(box.width()))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), cut)

    def _pitch(self, size: int) -> int:
        return QFontMetrics(self._look.font("text", size)).height() + 2
