"""The page that stands where nothing is open yet: what belongs here, and the one act that begins it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout

from pkm_app.ui.i18n import Worded
from pkm_app.ui.look import Look
from pkm_app.ui.theme import Stage
from pkm_app.ui.widgets import Button, Label, Panel

_WIDTH = 420


class BlankPage(Worded, Panel):
    """``self.say(page.set_words, "…")`` and ``self.say(page.act.setText, "…")`` give it its words."""

    def __init__(self, look: Look, icon: str, stage: Stage) -> None:
        super().__init__(look, "surface")
        self._words = Label(look, "ink2", 15, wrap=True, family="reading")
        self._words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.act = Button(look, icon, "filled", stage)
        box = QVBoxLayout(self)
        box.addStretch(2)
        box.addWidget(self._words, 0, Qt.AlignmentFlag.AlignHCenter)
        box.addSpacing(14)
        box.addWidget(self.act, 0, Qt.AlignmentFlag.AlignHCenter)
        box.addStretch(3)

    def set_words(self, words: str) -> None:
        """Say what belongs here."""
        self._words.setText(words)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """Little: the words follow the width, and the columns beside this one need theirs."""
        return QSize(220, 200)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        width = max(160, min(_WIDTH, self.width() - 48))
        self._words.setFixedSize(width, self._words.heightForWidth(width))
