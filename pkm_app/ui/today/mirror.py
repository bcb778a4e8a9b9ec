"""Twelve weeks as a small drawing: what came in, what was made one's own, what was given on. A mirror, not a score."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from pkm_app.flow.today import Week
from pkm_app.ui.apart import hatch
from pkm_app.ui.boxes import clear
from pkm_app.ui.i18n import noop, tr
from pkm_app.ui.look import Look
from pkm_app.ui.room import Context
from pkm_app.ui.today.day_card import DayCard
from pkm_app.ui.widgets import Button, Label

KINDS = (("seek", noop("came in")), ("sense", noop("made yours")), ("share", noop("given on")))
_PARTS = {"seek": 54.0, "sense": 24.0, "share": 10.0}  # pixels of the fullest week, each kind by itself
_LEAST = 3.0  # pixels of one
_HEIGHT = 118
_LEGEND = 130


class Bars(QLabel):
    """The drawing. What it shows is said in words by its name: it is a label, for a mere widget is not read out."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._weeks: Sequence[Week] = ()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(_HEIGHT)
        look.changed.connect(self.update)

    def show_weeks(self, weeks: Sequence[Week]) -> None:
        """Show these."""
        self._weeks = weeks
        self.setAccessibleName(f"{tr('Twelve weeks')}. {in_words(weeks)}")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(400, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._weeks:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        step = min(39.0, (self.width() - _LEGEND) / len(self._weeks))
        wide, ground = min(23.0, step * 0.6), _HEIGHT - 22.0
        most = {role: max(1, *(_count(week, role) for week in self._weeks)) for role, _ in KINDS}
        for at, week in enumerate(self._weeks):
            x, y = at * step, ground
            for role, _ in KINDS:
                number = _count(week, role)
                if number:
                    high = max(_LEAST, _PARTS[role] * number / most[role])
                    y -= high
                    painter.setBrush(self._look.color(role))
                    painter.drawRoundedRect(QRectF(x, y, wide, high), 2, 2)
                    hatch(painter, QRectF(x, y, wide, high), self._look, role)
                    y -= 1.5
            self._words(painter, QRectF(x - 8, ground + 4, wide + 16, 16), str(week.number), 11,
                        Qt.AlignmentFlag.AlignHCenter)
        self._legend(painter, len(self._weeks) * step + 14)

    def _legend(self, painter: QPainter, x: float) -> None:
        y = float(_HEIGHT - 22 - 3 * 19 + 4)
        for role, words in KINDS:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._look.color(role))
            painter.drawRect(QRectF(x, y + 4, 9, 9))
            hatch(painter, QRectF(x, y + 4, 9, 9), self._look, role)
            self._words(painter, QRectF(x + 15, y, self.width() - x - 15, 18), tr(words), 12)
            y += 19

    def _words(self, painter: QPainter, box: QRectF, words: str, size: int,
               align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft) -> None:
        font = self._look.font("text", size)
        painter.setFont(font)
        painter.setPen(self._look.color("ink2"))
        cut = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, int(box.width()))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter | align), cut)
        painter.setPen(Qt.PenStyle.NoPen)


class MirrorCard(DayCard):
    """The drawing, and the same in numbers for those who ask."""

    key = "mirror"

    def __init__(self, context: Context) -> None:
        super().__init__(context, "chart-column", "ink", noop("Twelve weeks"), 4)
        self._weeks: Sequence[Week] = ()
        self.bars = Bars(context.look)
        self.toggle = Button(context.look, "list", "chip")
        self.toggle.setCheckable(True)
        self.say(self.toggle.setText, "In numbers")
        self.toggle.clicked.connect(lambda: self._show(self._weeks))
        self.head.addWidget(self.toggle)
        self.box.insertWidget(self.box.indexOf(self.rows), self.bars)

    def load(self) -> None:
        """Ask for the weeks."""
        self.ask(self.context.services.today.weeks, self._show)

    def words_changed(self) -> None:
        self._show(self._weeks)

    def _show(self, weeks: Sequence[Week]) -> None:
        self._weeks = weeks
        clear(self.rows)
        nothing = not any(_count(week, role) for week in weeks for role, _ in KINDS)
        self.bars.setVisible(not nothing)
        self.toggle.setVisible(not nothing)
        self.bars.show_weeks(weeks)
        if nothing:
            self.rows.addWidget(self.said(tr(
                "Here you will see twelve weeks: what came in, what you made yours, what you gave on.")))
        elif self.toggle.isChecked():
            for week in reversed(weeks):
                line = Label(self.context.look, "ink2", 12, wrap=True)
                line.setText(week_in_words(week))
                self.rows.addWidget(line)


def week_in_words(week: Week) -> str:
    """Return a week as one sentence."""
    return tr("Week {number}: {came_in} came in, {made_yours} made yours, {given_on} given on.", number=week.number,
              came_in=week.came_in, made_yours=week.made_yours, given_on=week.given_on)


def in_words(weeks: Sequence[Week]) -> str:
    """Return the weeks in which there was anything in words, the latest first."""
    some = [week for week in reversed(weeks) if any(_count(week, role) for role, _ in KINDS)]
    rest = [tr("Nothing in the other weeks.")] if len(some) < len(weeks) else []
    return " ".join([*map(week_in_words, some), *rest])


def _count(week: Week, role: str) -> int:
    return {"seek": week.came_in, "sense": week.made_yours, "share": week.given_on}[role]
