"""A line in which a search is given its name: what it is for, the field, and the button that saves."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from pkm_app.ui.i18n import Worded
from pkm_app.ui.look import Look
from pkm_app.ui.widgets import Button, Label


class Naming(Worded, QWidget):
    """``done`` fires when what stands in ``field`` shall be the name."""

    done = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.field = QLineEdit()
        self.say(self.field.setAccessibleName, "A name for this search")
        self.field.returnPressed.connect(self.done)
        label, save = Label(look, "ink2", 12).hug(), Button(look, "check", "filled", "sense")
        self.say(label.setText, "A name for this search")
        self.say(save.setText, "Save")
        save.clicked.connect(self.done)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for part in (label, self.field, save):
            row.addWidget(part)
