"""Cards of the settings: choices with what each does, the day's cards, one's own folder, and about the program."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from pkm_app.ui.flow_layout import FlowLayout
from pkm_app.ui.i18n import Worded, noop, tr
from pkm_app.ui.notify import SETTING as NOTIFY
from pkm_app.ui.notify import heard
from pkm_app.ui.room import Context
from pkm_app.ui.setting_words import SETTINGS
from pkm_app.ui.welcome import FolderChoice, leave_sample, open_sample
from pkm_app.ui.widgets import Button, Card, Label


class Choice(Worded, QWidget):
    """One setting: its words, its values as buttons, and what the value that is chosen does."""

    def __init__(self, context: Context, key: str, usual: str, effects: dict[str, str]) -> None:
        super().__init__()
        self._context, self._key, self._usual, self._effects = context, key, usual, effects
        self.label = Label(context.look, "ink2", 13).hug()
        self.say(self.label.setText, SETTINGS[key].words)
        self.told = Label(context.look, "ink2", 12, wrap=True)
        self.buttons: dict[str, Button] = {}
        holder = QWidget()
        flow = FlowLayout(holder, gap=6)
        for value, text in SETTINGS[key].values.items():
            button = Button(context.look, "", "outlined")
            button.one_of()
            self.say(button.setText, text)
            button.clicked.connect(lambda _=False, value=value: self.choose(value))
            self.buttons[value] = button
            flow.addWidget(button)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        box.addWidget(holder)
        box.addWidget(self.told)
        self.show_value()

    def value(self) -> str:
        """Return what is chosen now."""
        return self._context.services.settings.get(self._key, self._usual)

    def choose(self, value: str) -> None:
        """Keep a value; it counts at once."""
        self._context.services.settings.put(self._key, value)
        self.show_value()
        self._context.relay.tell("articles")

    def show_value(self) -> None:
        """Show what is chosen now, and what it does."""
        for value, button in self.buttons.items():
            button.setChecked(value == self.value())
            button.setAccessibleName(f"{self.label.text()}: {button.shown_text()}")
        effect = self._effects.get(self.value(), "")
        self.told.setText(tr(effect) if effect else "")
        self.told.setVisible(bool(effect))

    def words_changed(self) -> None:
        self.show_value()


class ChoicesCard(Worded, Card):
    """Choices below one another, under a heading."""

    def __init__(self, context: Context, words: str, about: str = "") -> None:
        super().__init__(24, 14)
        self.context = context
        heading = Label(context.look, "ink", 19, 600, family="reading")
        self.say(heading.setText, words)
        self.box.addWidget(heading)
        if about:
            told = Label(context.look, "ink2", 13, wrap=True)
            self.say(told.setText, about)
            self.box.addWidget(told)
        self.form = QGridLayout()
        self.form.setHorizontalSpacing(28)
        self.form.setVerticalSpacing(12)
        self.form.setColumnStretch(1, 1)
        self.box.addLayout(self.form)
        self.choices: dict[str, Choice] = {}

    def add(self, key: str, usual: str, effects: dict[str, str]) -> None:
        """Add a choice."""
        choice = self.choices[key] = Choice(self.context, key, usual, effects)
        row = self.form.rowCount()
        self.form.addWidget(choice.label, row, 0, Qt.AlignmentFlag.AlignTop)
        choice.label.setContentsMargins(0, 8, 0, 0)
        self.form.addWidget(choice, row, 1)

    def show_values(self) -> None:
        """Show what is chosen now."""
        for choice in self.choices.values():
            choice.show_value()


class TodayCard(ChoicesCard):
    """Which cards the day has, or no day at all."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, noop("Today"), noop(
            "Today is a mirror, not a score. Put away what does not help you; nothing is lost by it."))
        self.add("today", "on", {
            "on": noop("It stands first at the side."),
            "off": noop("PKM opens with Seek instead, and Today is gone from the side.")})
        for key, effect in (
            ("questions", noop("What you want to learn, with what you found on it.")),
            ("waiting", noop("Highlights you said nothing about yet; write at once.")),
            ("finds", noop("What you kept this week and is in no draft yet.")),
            ("year", noop("A note that you made about this day of a former year.")),
            ("mirror", noop("What came in, what you made yours and what you gave on, by week.")),
        ):
            self.add(f"today.{key}", "on", {"on": effect, "off": noop("Not on Today.")})


class NotifyCard(ChoicesCard):
    """Notifications, which nobody gets unasked."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, noop("Notifications"))
        self.none = Label(context.look, "warning", 12, wrap=True)
        self.say(self.none.setText, "This system shows no notifications. What is new waits in Seek.")
        self.none.hide()
        self.add(NOTIFY, "off", {
            "off": noop("PKM never calls you. What is new waits in Seek."),
            "on": noop("When something came in while you were elsewhere, the system says how many articles.")})
        self.box.addWidget(self.none)

    def show_values(self) -> None:
        """Show what is chosen now, and whether it could be seen here."""
        super().show_values()
        heard(self.context.relay, self.context.services.desktop, self._show_heard)

    def _show_heard(self, seen: bool) -> None:
        self.none.setVisible(not seen)


class PlaceCard(Worded, Card):
    """Where one's own things are, the sample library, the first steps, and about the program."""

    def __init__(self, context: Context) -> None:
        super().__init__(24, 12)
        self._context = context
        heading = Label(context.look, "ink", 19, 600, family="reading")
        self.say(heading.setText, "Where your things are")
        about = Label(context.look, "ink2", 13, wrap=True)
        self.say(about.setText, "Another folder is opened at once, in this window. The former one stays as it is.")
        self.folder = FolderChoice(context)
        self.folder.chosen.connect(self._chosen)
        holder = QWidget()
        flow = FlowLayout(holder, gap=6)
        sample = context.services.beginning.sample
        for words, icon, act in (
            (noop("To my own folder") if sample else noop("Try the sample library"), "book-open",
             lambda: leave_sample(context) if sample else open_sample(context)),
            (noop("First steps"), "compass", lambda: context.commands.run("window.welcome")),
            (noop("About PKM"), "info", lambda: context.commands.run("window.about")),
        ):
            button = Button(context.look, icon, "outlined")
            self.say(button.setText, words)
            button.clicked.connect(lambda _=False, act=act: act())
            flow.addWidget(button)
        for widget in (heading, about, self.folder, holder):
            self.box.addWidget(widget)

    def _chosen(self, folder: str) -> None:
        beginning = self._context.services.beginning

        def kept(reopen: bool) -> None:
            if reopen:
                self._context.commands.run("window.close")

        self._context.relay.call(lambda: beginning.choose(folder), kept, self.folder.refuse)
