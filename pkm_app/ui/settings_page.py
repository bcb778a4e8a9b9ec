"""Settings of this machine: language, look, size of everything and of the reading text, motion, what is fetched."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from pkm_app.ui.care.folder_card import FolderCard
from pkm_app.ui.flow_layout import FlowLayout
from pkm_app.ui.i18n import Worded, noop, tr
from pkm_app.ui.scrolling import scroll_for, scrolling
from pkm_app.ui.setting_words import SETTINGS
from pkm_app.ui.settings_cards import NotifyCard, PlaceCard, TodayCard
from pkm_app.ui.theme import SCHEMES
from pkm_app.ui.widgets import Button, Card, Label, Panel

if TYPE_CHECKING:
    from pkm_app.ui.room import Context

_EFFECTS = {  # in the order in which they stand
    "language": noop("Words, dates and numbers of PKM, at once. What you wrote stays as you wrote it."),
    "scheme": noop("Colours, at once. As the system: light by day and dark by night where your system does so."),
    "scale": noop("The window comes again at once in its new size, with all that you wrote."),
    "motion": noop("None: a cursor that does not blink, and menus and lists that are there at once."),
    "reading.size": noop("Of the articles you read; an open one follows at once. Aa above an article changes it too."),
    "counts": noop("Beside your sources. Hidden, nothing counts what you have not read."),
    "refresh": noop("By itself means while the window is open: less often on battery, never over a metered line."),
    "seek.keep_days": noop("What you kept, put in Later, highlighted or captured always stays."),
    "share.ask": noop("Asks the places you sent a draft to whether it is published by now. Nothing else is told them."),
    "spelling": noop("Underlines words that the Dutch and English lists do not know. Nothing you write leaves your "
                     "computer."),
}

_ROOMY = 640  # pixels
_LABELS = 228  # pixels that the longest words of a choice take: the buttons of all cards begin at one place


class SettingsPage(Worded, Panel):
    """One card of choices; each takes effect at once and is kept."""

    def __init__(self, context: Context) -> None:
        super().__init__(context.look, "paper")
        self._context = context
        self._buttons: dict[str, dict[str, Button]] = {}
        look = context.look
        card = Card(24, 16)
        heading = Label(look, "ink", 19, 600, family="reading")
        self.say(heading.setText, "Settings")
        card.box.addWidget(heading)
        self._form = form = QGridLayout()
        form.setHorizontalSpacing(28)
        form.setVerticalSpacing(16)
        form.setColumnStretch(1, 1)
        card.box.addLayout(form)
        for key in _EFFECTS:
            self._row(form, key)
        column = QWidget()
        outer = QVBoxLayout(column)
        outer.setContentsMargins(0, 32, 0, 32)
        column.setMaximumWidth(720)  # here and not on the cards: their height is asked for by the width they get
        outer.addWidget(card)
        outer.setSpacing(14)
        self.cards = (TodayCard(context), NotifyCard(context))
        for part in (*self.cards, PlaceCard(context), FolderCard(context)):
            outer.addWidget(part)
        outer.addStretch(1)
        self._whole = whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        page = QWidget()
        self._line = line = QHBoxLayout(page)
        line.setContentsMargins(48, 0, 48, 0)
        line.addStretch(1)
        line.addWidget(column, 100)
        line.addStretch(1)
        self._area = scrolling(page)
        scroll_for(self, self._area)
        whole.addWidget(self._area)
        self.say(self.setAccessibleName, "Settings")
        look.changed.connect(self._show_choices)
        self._show_choices()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt's own: where there is little room none is given away at the sides."""
        super().resizeEvent(event)
        roomy = event.size().width() > _ROOMY
        side = 48 if roomy else 10
        self._line.setContentsMargins(side, 0, side, 0)
        for form in (self._form, *(card.form for card in self.cards)):
            form.setColumnMinimumWidth(0, _LABELS if roomy else 0)

    def words_changed(self) -> None:
        self._show_choices()

    def entered(self, name: str = "") -> None:
        """Show what is chosen now; ``name`` is a setting, or one of its values, as ``setting_words`` finds it."""
        self._show_choices()
        for card in self.cards:
            card.show_values()
        if button := self._button(name):
            self._whole.activate()  # this moment, so that it has a place to be shown at
            button.setFocus(Qt.FocusReason.TabFocusReason)
            self._area.ensureWidgetVisible(button, 0, 60)
        else:
            self.setFocus()

    def _button(self, name: str) -> Button | None:
        """Return the button of a value, or of the value that is chosen; None where a name is no setting's."""
        key, _, value = name.partition("/")
        buttons = self._buttons.get(key, {})
        for card in self.cards:
            if key in card.choices:
                buttons = card.choices[key].buttons
        return buttons.get(value) or next((one for one in buttons.values() if one.isChecked()), None)

    def _row(self, form: QGridLayout, key: str) -> None:
        setting = SETTINGS[key]
        label = Label(self._context.look, "ink2", 13).hug()
        self.say(label.setText, setting.words)
        holder = QWidget()
        flow = FlowLayout(holder, gap=6)
        self._buttons[key] = {}
        for value, text in setting.values.items():
            button = Button(self._context.look, kind="outlined")
            button.one_of()
            if setting.translated:
                self.say(button.setText, text)
            else:
                button.setText(text)
            button.clicked.connect(lambda checked=False, value=value: self._choose(key, value))
            self._buttons[key][value] = button
            flow.addWidget(button)
        row = form.rowCount()
        label.setContentsMargins(0, 8, 0, 0)
        form.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
        cell = QWidget()
        box = QVBoxLayout(cell)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        box.addWidget(holder)
        told = Label(self._context.look, "ink2", 12, wrap=True)
        self.say(told.setText, _EFFECTS[key])
        box.addWidget(told)
        form.addWidget(cell, row, 1)

    def _choose(self, key: str, value: str) -> None:
        if key == "scale" and value == self._context.services.settings.get("scale", "100"):
            self._show_choices()
            return
        self._context.services.settings.put(key, value)
        if key == "language":
            self._context.language.set(value)
        elif key == "scheme" and value in SCHEMES:
            self._context.look.set_scheme(value)
        elif key == "motion":
            self._context.look.motion.set_still(value == "none")
        elif key == "scale":
            self._context.services.beginning.reopen("settings")
            self._context.commands.run("window.close")
        else:
            self._context.relay.tell("articles")
        self._show_choices()

    def _show_choices(self) -> None:
        settings = self._context.services.settings
        now = {
            "language": self._context.language.code, "scheme": self._context.look.scheme,
            "scale": settings.get("scale", "100"),
            "motion": settings.get("motion", "system"),
            "reading.size": settings.get("reading.size", "18"), "counts": settings.get("counts", "off"),
            "refresh": settings.get("refresh", "auto"),
            "spelling": settings.get("spelling", "on"), "share.ask": settings.get("share.ask", "daily"),
            "seek.keep_days": settings.get("seek.keep_days", "0"),
        }
        for key, buttons in self._buttons.items():
            for value, button in buttons.items():
                button.setChecked(value == now[key])
                button.setAccessibleName(f"{tr(SETTINGS[key].words)}: {button.shown_text()}")
