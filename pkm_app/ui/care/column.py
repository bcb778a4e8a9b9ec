"""The form that all pages of care have: a heading, a few words, and a column that scrolls."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from pkm_app.ui.i18n import Worded
from pkm_app.ui.room import Context
from pkm_app.ui.scrolling import scrolling
from pkm_app.ui.widgets import Label, Panel

WIDTH = 760


class CarePage(Worded, Panel):
    """``head`` is the line of the heading, ``box`` the column under the words."""

    def __init__(self, context: Context, heading: str, about: str) -> None:
        super().__init__(context.look, "paper")
        self.context = context
        title = Label(context.look, "ink", 25, 600, wrap=True, family="reading")
        words = Label(context.look, "ink2", 13, wrap=True)
        self.say(title.setText, heading)
        self.say(words.setText, about)
        self.head = QHBoxLayout()
        self.head.addWidget(title, 1)
        column = QWidget()
        column.setMaximumWidth(WIDTH)
        self.box = QVBoxLayout(column)
        self.box.setContentsMargins(0, 24, 0, 34)
        self.box.setSpacing(8)
        self.box.addLayout(self.head)
        self.box.addWidget(words)
        page = QWidget()
        row = QHBoxLayout(page)
        row.setContentsMargins(34, 0, 34, 0)
        row.addStretch(1)
        row.addWidget(column, 1000)  # as wide as it may be, and in the middle of what is wider
        row.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolling(page))

    def entered(self) -> None:
        """The page has just become visible; for overriding."""
