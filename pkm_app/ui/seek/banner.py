"""A line between toolbar and text: what is going on with this article, and what can be done about it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from pkm_app.ui.flow_layout import FlowLayout
from pkm_app.ui.i18n import Worded
from pkm_app.ui.look import Look
from pkm_app.ui.widgets import Button, Icon, Label, Panel

_WORDS = 240  # pixels for the words, at least, where buttons stand beside them


class Banner(Worded, Panel):
    """Says one thing at a time, with acts beside it; hidden while there is nothing to say."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, "panel", "b")
        self._look = look
        self._icon = Icon(look, "info", "ink2", 15)
        self.text = Label(look, "ink", 13, wrap=True)
        said = QHBoxLayout()
        said.setSpacing(8)
        said.addWidget(self._icon)
        said.addWidget(self.text, 1)
        self._acts = QWidget()
        self._flow = FlowLayout(self._acts, gap=6)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(16, 7, 10, 8)
        self._row.setSpacing(8)
        self._row.addLayout(said, 1)
        self._row.addWidget(self._acts)
        self.buttons: list[Button] = []
        self._again: Callable[[], None] | None = None
        self.hide()

    def keep_saying(self, say: Callable[[], None]) -> None:
        """Say something that stays until something is done about it: once more when the language is another.

        ``say`` calls :meth:`show_words`.
        """
        say()
        self._again = say

    def words_changed(self) -> None:
        if self._again is not None and not self.isHidden():
            self.keep_saying(self._again)

    def show_words(self, words: str, icon: str = "info", *acts: str | Callable[[], None]) -> None:
        """Say something; ``acts`` are words and what they do, in turn."""
        self._again = None
        self._flow.clear()
        self.buttons = []
        role = "warning" if icon == "triangle-alert" else "ink2"
        self._icon.show_icon(icon, role)
        self.text.setText(words)
        self.setAccessibleName(words)
        for text, act in zip(acts[::2], acts[1::2], strict=True):
            assert isinstance(text, str)
            assert callable(act)
            button = Button(self._look, kind="outlined")
            button.setText(text)
            button.clicked.connect(lambda checked=False, act=act: act())
            self._flow.addWidget(button)
            self.buttons.append(button)
        self._fit()
        self.show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt's own: the buttons stand beside the words where there is room, else below them."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        wide = sum(button.sizeHint().width() + 6 for button in self.buttons)
        beside = self.width() > wide + _WORDS
        direction = QBoxLayout.Direction
        self._row.setDirection(direction.LeftToRight if beside else direction.TopToBottom)
        self._acts.setMinimumWidth(wide if beside else 0)
        self._acts.setVisible(bool(self.buttons))
