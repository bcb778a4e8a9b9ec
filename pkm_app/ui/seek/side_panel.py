"""The left column of Seek: the side list, why a source is ill, the field for a new one, and the way to Discover."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QItemSelectionModel, QObject, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from pkm_app.ui.flow_layout import FlowLayout
from pkm_app.ui.i18n import Worded
from pkm_app.ui.room import Context
from pkm_app.ui.seek.add_source import AddSource
from pkm_app.ui.seek.side import SideList
from pkm_app.ui.seek.side_ask import SideAsk
from pkm_app.ui.seek.side_rows import SideRow
from pkm_app.ui.widgets import Button, Icon, Label, Panel

WIDTH = 254

_LOW = 460  # pixels of height below which the list, the field and the buttons do not all have room

class SidePanel(Worded, Panel):
    """``list`` is the list of sources, ``add`` the field for an address, ``discover`` a button that stays down."""

    def __init__(self, context: Context) -> None:
        look = context.look
        super().__init__(look, "panel", "r")
        self.setFixedWidth(WIDTH)
        self.list = SideList(look)
        self.say(self.list.setAccessibleName, "Sources")
        self.add, self.ask = AddSource(context), SideAsk(look)
        add, self.discover = Button(look, "plus", "outlined"), Button(look, "compass")
        self.say(add.setText, "Add source")
        self.say(self.discover.setText, "Discover")
        self.discover.setCheckable(True)
        add.clicked.connect(self.add.begin)
        self._icon, self.reason = Icon(look, "triangle-alert", "warning", 14), Label(look, "warning", 12, wrap=True)
        ill = QHBoxLayout()
        ill.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        ill.addWidget(self.reason, 1)
        buttons = FlowLayout(gap=4)
        buttons.addWidget(add)
        buttons.addWidget(self.discover)
        box = QVBoxLayout(self)
        box.setContentsMargins(10, 12, 11, 12)
        box.addWidget(self.list, 1)
        box.addSpacing(6)
        box.addLayout(ill)
        box.addWidget(self.ask)
        box.addWidget(self.add)
        box.addLayout(buttons)
        self._beside_adding = (add, self.discover)
        self.list.installEventFilter(self)
        self.add.installEventFilter(self)
        for part in (self.reason, self._icon):
            part.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (watched is self.list and isinstance(event, QResizeEvent)
                and event.size().height() < event.oldSize().height()):
            self._keep_in_sight()
        if watched is self.add and event.type() in (QEvent.Type.Show, QEvent.Type.Hide):
            self._make_room_for_adding()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room_for_adding()

    def _make_room_for_adding(self) -> None:
        """In a low window the buttons below make room while an address is asked for: what is said of it is long."""
        for button in self._beside_adding:
            button.setVisible(self.add.isHidden() or self.height() >= _LOW)

    def _keep_in_sight(self) -> None:
        """Scroll to what is chosen once the list has its room: there is less of it now."""
        QTimer.singleShot(0, self.list, lambda: self.list.scrollTo(self.list.currentIndex()))

    def mark_discover(self, on: bool) -> None:
        """Mark Discover as the place that is shown, or else the row that is chosen: one place at a time."""
        self.discover.setChecked(on)
        row = self.list.chosen()
        if on:
            self.list.clearSelection()
        elif row is not None:
            self.list.selectionModel().select(self.list.currentIndex(), QItemSelectionModel.SelectionFlag.Select)
        self.show_reason(row)

    def show_reason(self, row: SideRow | None) -> None:
        """Say why the source of a row is ill; nothing for one that is well, or while Discover is shown."""
        reason = row.reason if row is not None and not self.discover.isChecked() else ""
        if reason == self.reason.text():
            return
        self.reason.setText(reason)
        self.reason.setVisible(bool(reason))
        self._icon.setVisible(bool(reason))
        self._keep_in_sight()
