"""A small form beside the work: where shall drafts go? It is tried before it is kept."""

from __future__ import annotations

from typing import get_args

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from pkm_app.base.errors import Problem
from pkm_app.share.model import Audience, OutletSettings
from pkm_app.ui.flow_layout import FlowLayout
from pkm_app.ui.i18n import Worded, noop, problem_text, tr
from pkm_app.ui.room import Context
from pkm_app.ui.widgets import Button, Card, Label

AUDIENCES: dict[Audience, str] = {"public": noop("Public"), "community": noop("Community"), "team": noop("Team")}
_FIELDS = (("name", noop("Name, for example blog")), ("address", noop("Address of your WordPress site")),
           ("user", noop("User name there")), ("secret", noop("Application password")))


class OutletForm(Worded, Card):
    """``added`` fires with the name of the outlet that was kept, ``closed`` when the person thinks better of it."""

    added = Signal(str)
    closed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__(12, 8)
        self._context = context
        look = context.look
        self._fields: dict[str, QLineEdit] = {}
        for key, words in _FIELDS:
            field = QLineEdit()
            field.setProperty("stage", "share")
            self.say(field.setPlaceholderText, words)
            self.say(field.setAccessibleName, words)
            field.returnPressed.connect(self._add)
            self._fields[key] = field
            self.box.addWidget(field)
        self._fields["secret"].setEchoMode(QLineEdit.EchoMode.Password)
        self._audience = QComboBox()
        self.say(self._audience.setAccessibleName, "For whom")
        self.box.addWidget(self._audience)
        hint = Label(look, "ink2", 12, wrap=True)
        self.say(hint.setText, "In WordPress you make an application password under Users, Profile. It is kept in your "
                               "system's keyring and nowhere else.")
        self.box.addWidget(hint)
        self._wrong = Label(look, "error", 12, wrap=True)
        self._wrong.hide()
        self.box.addWidget(self._wrong)
        self._try = Button(look, "check", "filled", "share")
        self.say(self._try.setText, "Try and keep")
        self._try.clicked.connect(self._add)
        never = Button(look, "x", stage="share")
        self.say(never.setText, "Cancel")
        never.clicked.connect(self.closed)
        holder = QWidget()
        row = FlowLayout(holder)
        row.addWidget(self._try)
        row.addWidget(never)
        self.box.addWidget(holder)
        self.words_changed()

    def begin(self) -> None:
        """Put the caret into the first field."""
        self._fields["name"].setFocus()

    def words_changed(self) -> None:
        chosen = max(0, self._audience.currentIndex())
        self._audience.clear()
        for key, words in AUDIENCES.items():
            self._audience.addItem(tr(words), key)
        self._audience.setCurrentIndex(chosen)

    def _add(self) -> None:
        texts = {key: field.text().strip() for key, field in self._fields.items()}
        if "" in texts.values():
            self._say(tr("Fill in all four fields."))
            return
        audience: Audience = get_args(Audience)[self._audience.currentIndex()]
        settings = OutletSettings(texts["name"], "wordpress", texts["address"], texts["user"], audience)
        outlets, secret = self._context.services.share.outlets, texts["secret"]
        self._try.setEnabled(False)
        self._wrong.hide()

        def kept(who: str) -> None:
            self._try.setEnabled(True)
            self._fields["secret"].clear()
            self._context.notices.say(tr("“{name}” is ready: signed in as {who}.", name=settings.name, who=who))
            self.added.emit(settings.name)

        self._context.relay.call(lambda: outlets.add(settings, secret), kept, self._failed)

    def _failed(self, problem: Problem) -> None:
        self._try.setEnabled(True)
        self._say(problem_text(problem))

    def _say(self, words: str) -> None:
        self._wrong.setText(words)
        self._wrong.show()
