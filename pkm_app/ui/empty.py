"""An empty place: what belongs here, and the one act that fills it.

How to use it: ``EmptyState(look, "rss", "seek")``, then ``self.say(empty.set_words, "…")`` and, where there is an
act, ``self.say(empty.act.setText, "Add source")`` and ``empty.act.clicked.connect(…)``.
"""

from __future__ import annotations

import re

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pkm_app.ui.look import Look
from pkm_app.ui.theme import Stage
from pkm_app.ui.widgets import Button, Icon, Label

_LONG = re.compile(r"(\S{24})(?=\S)")
_WIDTH = 200  # of the words, narrow enough for the narrowest list


class EmptyState(QWidget):
    """``act`` is hidden until it has a text."""

    def __init__(self, look: Look, icon: str, stage: Stage) -> None:
        super().__init__()
        self._words = Label(look, "ink2", 14, wrap=True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._words.setFixedWidth(_WIDTH)
        self.act = ActButton(look, stage)
        box = QVBoxLayout(self)
        box.setSpacing(14)
        box.addStretch(2)
        self._icon = Icon(look, icon, "ink3", 28)
        box.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignHCenter)
        box.addWidget(self._words, 0, Qt.AlignmentFlag.AlignHCenter)
        box.addWidget(self.act, 0, Qt.AlignmentFlag.AlignHCenter)
        box.addStretch(3)

    def show_icon(self, icon: str, role: str = "ink3") -> None:
        """Show another icon."""
        self._icon.show_icon(icon, role)

    def set_words(self, words: str) -> None:
        """Say what belongs here."""
        self._words.setText(_LONG.sub("\\1\u200b", words))  # a longer word than there is room may break
        self._words.setFixedHeight(self._words.heightForWidth(_WIDTH))
        self.setAccessibleName(words)


class ActButton(Button):
    """The one act; shows itself when it is given a text."""

    def __init__(self, look: Look, stage: Stage) -> None:
        super().__init__(look, "", "filled", stage)
        self.hide()

    def setText(self, text: str) -> None:
        super().setText(text)
        self.setVisible(bool(text))
