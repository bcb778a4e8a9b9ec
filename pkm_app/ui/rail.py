"""The rail: one button for each room, below them refreshing and settings."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QVBoxLayout

from pkm_app.ui.apart import ring, underline_chosen
from pkm_app.ui.i18n import Worded, tr
from pkm_app.ui.look import Look
from pkm_app.ui.one_of import OneOf
from pkm_app.ui.relay import Relay
from pkm_app.ui.room import Room
from pkm_app.ui.services import Settings
from pkm_app.ui.theme import Stage
from pkm_app.ui.widgets import Panel, name

WIDTH = 76
_SIZES = (11, 10, 9)  # pixels of a word; a smaller one where it is too wide for its tile
_EDGE = 5  # pixels between a tile and the edges of the rail
_CLEAR = 4  # pixels at least between a word and the edges of its tile


class RailButton(OneOf):
    """An icon over a word; checked, it stands on its stage's tint."""

    def __init__(self, look: Look, icon: str, stage: Stage) -> None:
        super().__init__()
        self._look, self._icon, self._stage = look, icon, stage
        self.setFont(look.font("text", 11, 500))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.update)

    def set_icon(self, icon: str) -> None:
        """Show another icon."""
        self._icon = icon
        self.update()

    def word_font(self) -> QFont:
        """Return the font in which the word stands clear of the edges of its tile: that of the rail, or the largest of
        the smaller ones. Bold it needs most, and keeps its size when its tile is chosen."""
        fonts = [self._look.font("text", size, 600) for size in _SIZES]
        room = self.width() - 2 * _CLEAR
        fits = next((font for font in fonts if QFontMetricsF(font).horizontalAdvance(self.text()) <= room), fonts[-1])
        fits.setWeight(QFont.Weight.DemiBold if self.isChecked() else QFont.Weight.Medium)
        return fits

    def sizeHint(self) -> QSize:
        return QSize(WIDTH - 2 * _EDGE, 54)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._look.theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        accent = theme.accent(self._stage)
        role = accent if self.isChecked() else "ink2"
        painter.setPen(Qt.PenStyle.NoPen)
        if self.isChecked() or self.underMouse():
            painter.setBrush(theme.color(theme.tint(self._stage) if self.isChecked() else "line"))
            painter.drawRoundedRect(box, 10, 10)
        if self.isChecked():
            underline_chosen(painter, box, self._look, self._stage, 10)
        if self.hasFocus():
            painter.setPen(ring(self._look, accent))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 9, 9)
        pixmap = self._look.icons.pixmap(self._icon, role, 20, self.devicePixelRatioF())
        painter.drawPixmap(QPointF((self.width() - 20) / 2, 9), pixmap)
        painter.setPen(theme.color(role))
        painter.setFont(self.word_font())
        painter.drawText(QRectF(0, 31, self.width(), 18), int(Qt.AlignmentFlag.AlignCenter), self.text())


class Rail(Worded, Panel):
    """``chosen`` carries the stage of a room; ``refresh`` and ``settings`` are pressed."""

    chosen = Signal(str)
    refresh = Signal()
    settings = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, "panel", "r")
        self._look = look
        self._rooms: dict[str, RailButton] = {}
        self._places = QButtonGroup(self)
        self._places.setExclusive(False)  # a page that belongs to no button leaves all of them off
        self._settings_kept: Settings | None = None
        self.setFixedWidth(WIDTH)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(_EDGE, 12, _EDGE, 12)
        self._box.setSpacing(4)
        self._box.addStretch(1)
        self._refresh = RailButton(look, "refresh-cw", "today")
        self._refresh.clicked.connect(self.refresh)
        self._settings = RailButton(look, "settings", "today")
        self._settings.clicked.connect(self.settings)
        self._make_place(self._settings)
        self.say(self._settings.setText, "Settings")
        for button in (self._refresh, self._settings):
            self._box.addWidget(button)
        self.show_refreshed("", False)

    def add(self, room: Room) -> None:
        """Give a room its button."""
        button = RailButton(self._look, room.icon(), room.stage)
        self._make_place(button)
        self.say(button.setText, room.title())
        button.clicked.connect(lambda: self.chosen.emit(room.stage))
        self._rooms[room.stage] = button
        self._box.insertWidget(len(self._rooms) - 1, button)
        if self._is_away(room.stage):
            button.hide()

    def _make_place(self, button: RailButton) -> None:
        button.one_of()
        self._places.addButton(button)

    def heed(self, settings: Settings, relay: Relay) -> None:
        """Leave out the day for who put it away; a change of mind counts at once."""
        self._settings_kept = settings
        relay.listen("articles", self._look_again)

    def shows(self, stage: str) -> bool:
        """Return whether there is such a room, and it is not put away."""
        return stage in self._rooms and not self._is_away(stage)

    def _is_away(self, stage: str) -> bool:
        return stage == "today" and self._settings_kept is not None and self._settings_kept.get("today", "on") == "off"

    def _look_again(self, ids: tuple[str, ...]) -> None:
        for stage, button in self._rooms.items():
            button.setVisible(not self._is_away(stage))

    def show_room(self, stage: str) -> None:
        """Mark the room that is shown; "settings" and "" are allowed."""
        for known, button in self._rooms.items():
            button.setChecked(known == stage)
        self._settings.setChecked(stage == "settings")

    def show_refreshed(self, time: str, busy: bool) -> None:
        """Show when the feeds were last fetched, or that they are being fetched now."""
        self._refresh.set_icon("loader" if busy else "refresh-cw")
        self._refresh.setText("…" if busy else time or tr("Refresh"))
        words = tr("Refreshing. Press to stop") if busy else tr("Refresh")
        name(self._refresh, f"{words}, {tr('last at {time}', time=time)}" if time and not busy else words)
