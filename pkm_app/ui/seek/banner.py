"""A line between toolbar and text: what is going on with this article, and what can be done about it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout

from pkm_app.ui.look import Look
from pkm_app.ui.widgets import Button, Icon, Label, Panel


class Banner(Panel):
    """Says one thing at a time, with acts beside it; hidden while there is nothing to say."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, "panel", "b")
        self._look = look
        self._icon = Icon(look, "info", "ink2", 15)
        self.text = Label(look, "ink", 13, wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 7, 10, 8)
        row.setSpacing(8)
        row.addWidget(self._icon)
        row.addWidget(self.text, 1)
        self._row = row
        self.buttons: list[Button] = []
        self.hide()

    def show_words(self, words: str, icon: str = "info", *acts: str | Callable[[], None]) -> None:
        """Say something; ``acts`` are words and what they do, in turn."""
        for old in self.buttons:
            self._row.removeWidget(old)
            old.deleteLater()
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
            self._row.addWidget(button)
            self.buttons.append(button)
        self.show()
