"""Ready messages to the authors whom a draft quotes; the person copies them and sends them, never the program."""

from __future__ import annotations

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pkm_app.share.aftermath import Left
from pkm_app.share.creditback import Message
from pkm_app.ui.boxes import clear
from pkm_app.ui.flow_layout import FlowLayout
from pkm_app.ui.i18n import Worded, tr
from pkm_app.ui.room import Context
from pkm_app.ui.scrolling import scrolling
from pkm_app.ui.widgets import Button, Card, Label


class CreditCards(Worded, QWidget):
    """A card for each author."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._shown: tuple[Message, ...] | None = None
        column = QWidget()
        self.rows = QVBoxLayout()
        self.rows.setSpacing(12)
        below = QVBoxLayout(column)
        below.setContentsMargins(24, 16, 24, 24)
        below.addLayout(self.rows)
        below.addStretch(1)  # no alignment: a layout that is aligned is not asked for its height by its width
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(scrolling(column))

    def show_record(self, record: Left) -> None:
        """Show the messages for the draft of a record."""
        afterwards = self._context.services.share.afterwards
        self._context.relay.call(lambda: afterwards.credits(record.draft_id or record.path), self._show,
                                 self._context.notices.problem)

    def words_changed(self) -> None:
        if self._shown is not None:
            self._show(self._shown)

    def _show(self, messages: tuple[Message, ...]) -> None:
        self._shown = messages
        clear(self.rows)
        for message in messages:
            self.rows.addWidget(self._card(message))
        if not messages:
            none = Label(self._context.look, "ink2", 13, wrap=True)
            none.setText(tr("This draft quotes nobody by name, so there is nobody to tell."))
            self.rows.addWidget(none)

    def _card(self, message: Message) -> Card:
        look = self._context.look
        card = Card(14, 8)
        author = Label(look, "ink", 14, 600)
        author.setText(message.author)
        subject = Label(look, "ink2", 12, wrap=True)
        subject.setText(message.subject)
        text = Label(look, "ink", 13, wrap=True)
        text.setText(message.text)
        text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        acts = QWidget()
        flow = FlowLayout(acts)
        copy = Button(look, "copy", "outlined", "share")
        copy.setText(tr("Copy the message"))
        copy.setAccessibleName(f"{tr('Copy the message')}: {message.author}")
        copy.clicked.connect(lambda: self._copy(message))
        flow.addWidget(copy)
        for address in message.addresses[:3]:
            there = Button(look, "external-link", stage="share")
            there.setText(tr("Open {host}", host=QUrl(address).host()))
            there.clicked.connect(lambda _on=False, url=address: QDesktopServices.openUrl(QUrl(url)))
            flow.addWidget(there)
        for widget in (author, subject, text, acts):
            card.box.addWidget(widget)
        return card

    def _copy(self, message: Message) -> None:
        QGuiApplication.clipboard().setText(f"{message.subject}\n\n{message.text}")
        self._context.notices.say(tr("The message to {name} is copied: look it over and send it.", name=message.author))
