"""Where does this come from? A sentence that left, an address, or what is open: back to its highlight, version and
author, and forward to where it was used."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from pkm_app.ui.dialogs import Dialog
from pkm_app.ui.i18n import tr
from pkm_app.ui.room import Context
from pkm_app.ui.traces import Traces
from pkm_app.ui.widgets import Button, Label

_ROOMS = {"shared": "draft"}  # what is opened under another name than it has in a tree


class TraceDialog(Dialog):
    """Begins with ``words`` a person may change, or with the ``thing`` that is open."""

    def __init__(self, context: Context, parent: QWidget, words: str = "", thing: str = "") -> None:
        super().__init__(parent)
        self._context = context
        look = context.look
        self.setWindowTitle(tr("Where does this come from?"))
        self.setAccessibleName(tr("Where does this come from?"))
        about = Label(look, "ink2", 13, wrap=True)
        about.setText(tr("Paste a sentence of something you shared, or the address at which it stands: here you see "
                         "whose words these are, the version you read, and where else you used it."))
        self.field = QLineEdit(words)
        self.field.setProperty("stage", "share")
        self.field.setPlaceholderText(tr("A sentence of it, or an address"))
        self.field.setAccessibleName(tr("A sentence of it, or an address"))
        self.field.returnPressed.connect(self.look)
        self.button = Button(look, "search", "outlined", "share")
        self.button.setText(tr("Look it up"))
        self.button.clicked.connect(self.look)
        asked = QHBoxLayout()
        asked.addWidget(self.field, 1)
        asked.addWidget(self.button)
        self.traces = Traces(context)
        self.traces.opened.connect(self._open)
        close = Button(look)
        close.setText(tr("Close"))
        close.clicked.connect(self.reject)
        self.arrange((about, asked, self.traces), (close,), 640, 620)
        self.field.setFocus()
        if words or thing:
            self.traces.show_whole(words or thing)

    def look(self) -> None:
        """Look up what stands in the field."""
        words = " ".join(self.field.text().split())
        if words:
            self.traces.show_whole(words)

    def _open(self, kind: str, name: str) -> None:
        self.accept()
        self._context.go(_ROOMS.get(kind, kind), name)
