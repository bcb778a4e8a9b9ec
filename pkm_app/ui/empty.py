"""An empty place: what belongs here, and the one act that fills it.

How to use it: ``EmptyState(look, "rss", "seek")``, then ``self.say(empty.set_words, "…")`` and, where there is an
act, ``self.say(empty.act.setText, "Add source")`` and ``empty.act.clicked.connect(…)``.
"""

from __future__ import annotations

import re

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pkm_app.ui.look import Look
from pkm_app.ui.theme import Stage
from pkm_app.ui.widgets import Button, Icon, Label

WIDE = 360  # pixels of the words where a whole page is empty
_WIDTH = 200  # of the words, narrow enough for the narrowest list
_GAP = 14
_LAST = re.compile(r" (\S{1,2})$")


class EmptyState(QWidget):
    """``act`` is hidden until it has a text."""

    def __init__(self, look: Look, icon: str, stage: Stage, width: int = _WIDTH) -> None:
        super().__init__()
        self._width = width
        self._words = Label(look, "ink2", 14, wrap=True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._words.setFixedWidth(width)
        self.act = ActButton(look, stage)
        box = self._box = QVBoxLayout(self)
        box.setSpacing(_GAP)
        box.addStretch(2)
        self._icon = Icon(look, icon, "ink3", 28)
        box.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignHCenter)
        box.addWidget(self._words, 0, Qt.AlignmentFlag.AlignHCenter)
        box.addWidget(self.act, 0, Qt.AlignmentFlag.AlignHCenter)
        box.addStretch(3)

    def show_icon(self, icon: str, role: str = "ink3") -> None:
        """Show another icon."""
        self._icon.show_icon(icon, role)

    def set_low(self, low: bool) -> None:
        """Leave the picture out where there is hardly room for words and act."""
        self._icon.setVisible(not low)
        self._box.setSpacing(_GAP // 2 if low else _GAP)

    def set_words(self, words: str) -> None:
        """Say what belongs here."""
        tied = _LAST.sub("\u00a0\\1", words)  # one letter, or a key, stands alone on no line
        metrics = self._words.fontMetrics()
        self._words.setText(" ".join(_fitting(word, metrics, self._width) for word in tied.split(" ")))
        self._words.setFixedHeight(self._words.heightForWidth(self._width))
        self.setAccessibleName(words)


def _fitting(word: str, metrics: QFontMetrics, width: int) -> str:
    """Return a word with places where it may be broken: none where there is room for it."""
    if metrics.horizontalAdvance(word) <= width:
        return word
    lines = [""]
    for letter in word:
        if lines[-1] and metrics.horizontalAdvance(lines[-1] + letter) > width:
            lines.append("")
        lines[-1] += letter
    return "\u200b".join(lines)


class ActButton(Button):
    """The one act; shows itself when it is given a text."""

    def __init__(self, look: Look, stage: Stage) -> None:
        super().__init__(look, "", "filled", stage)
        self.hide()

    def setText(self, text: str) -> None:
        super().setText(text)
        self.setVisible(bool(text))
