"""A small form for the names of one's own house, one a line, which the check stops on their way to everybody."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from pkm_app.ui.flow_layout import FlowLayout
from pkm_app.ui.i18n import Worded
from pkm_app.ui.room import Context
from pkm_app.ui.widgets import Button, Card, Label


class NamesForm(Worded, Card):
    """``kept`` fires when the list was written."""

    kept = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__(12, 8)
        self._context = context
        look = context.look
        about = Label(look, "ink2", 12, wrap=True)
        self.say(about.setText, "Names of projects, customers and colleagues that only your team may read, one a line. "
                                "A draft for everybody stops while one stands in it.")
        self.field = QPlainTextEdit()
        self.field.setTabChangesFocus(True)
        self.field.setFixedHeight(110)
        self.field.setProperty("stage", "share")
        self.say(self.field.setAccessibleName, "Names of your own house")
        keep = Button(look, "check", "filled", "share")
        self.say(keep.setText, "Keep")
        keep.clicked.connect(self._keep)
        never = Button(look, "x", stage="share")
        self.say(never.setText, "Cancel")
        never.clicked.connect(self.hide)
        holder = QWidget()
        row = FlowLayout(holder)
        row.addWidget(keep)
        row.addWidget(never)
        for widget in (about, self.field, holder):
            self.box.addWidget(widget)

    def begin(self) -> None:
        """Show the list as it is, the caret in it."""
        names = self._context.services.share.internal_names

        def show(known: Sequence[str]) -> None:
            self.field.setPlainText("\n".join(known))
            self.field.setFocus()

        self._context.relay.call(names.load, show, self._context.notices.problem)

    def _keep(self) -> None:
        names, wanted = self._context.services.share.internal_names, self.field.toPlainText().splitlines()

        def kept(_names: Sequence[str]) -> None:
            self.hide()
            self.kept.emit()

        self._context.relay.call(lambda: names.save(wanted), kept, self._context.notices.problem)
