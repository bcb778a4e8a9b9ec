"""The bar over the rooms: what place this is, the one search field, and Capture."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout

from pkm_app.ui.commands import Commands
from pkm_app.ui.finder import Finder
from pkm_app.ui.i18n import Worded
from pkm_app.ui.look import Look
from pkm_app.ui.widgets import Button, Label, Panel


class TopBar(Worded, Panel):
    """``title`` says where one is."""

    def __init__(self, look: Look, finder: Finder, commands: Commands) -> None:
        super().__init__(look, "paper", "b")
        self.setFixedHeight(48)
        self.title = Label(look, "ink", 17, 600, family="reading").hug()
        self.title.setContentsMargins(0, 0, 12, 0)
        capture = Button(look, "plus")
        self.say(capture.setText, "Capture")
        capture.clicked.connect(lambda: commands.run("window.capture"))
        finder.setMaximumWidth(520)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 16, 1)
        row.addWidget(self.title, 1)
        row.addWidget(finder, 2)
        side = QHBoxLayout()
        side.addStretch(1)
        side.addWidget(capture)
        row.addLayout(side, 1)
