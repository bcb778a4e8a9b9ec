"""The toolbar over the article: what can be done with it, in words where there is room for them, else in signs."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout

from pkm_app.seek.model import Article
from pkm_app.ui.i18n import Worded, noop, tr
from pkm_app.ui.look import Look
from pkm_app.ui.widgets import Button, Panel, name

_WORDED = (("done", "check", noop("Done")), ("keep", "star", noop("Keep")), ("later", "clock", noop("Later")),
           ("full", "file-text", noop("Full text")))
_SIGNS = (("open", "external-link", noop("Open in the browser")), ("type", "a-large-small", noop("Size and typeface")))
_WRITE = noop("Write about it")
_EDGE = 10


class ArticleBar(Worded, Panel):
    """``asked`` carries what is wanted: done, keep, later, full, open, type, write."""

    asked = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__(look, "paper", "b")
        self.setFixedHeight(44)
        row = QHBoxLayout(self)
        row.setContentsMargins(_EDGE, 0, _EDGE, 1)
        row.setSpacing(2)
        row.addStretch(1)
        self.buttons: dict[str, Button] = {}
        for key, icon, _ in _WORDED:
            button = self.buttons[key] = Button(look, icon, icon_role="seek" if key == "keep" else "")
            button.setCheckable(True)
            row.addWidget(button)
        for key, icon, words in _SIGNS:
            button = self.buttons[key] = Button(look, icon)
            self.say(partial(name, button), words)
            row.addWidget(button)
        self.buttons["write"] = Button(look, "pen-line", "filled", "seek")
        row.addSpacing(8)
        row.addWidget(self.buttons["write"])
        for key, button in self.buttons.items():
            button.clicked.connect(lambda checked=False, key=key: self.asked.emit(key))
        self._wordy = True
        self.words_changed()

    def show_article(self, article: Article | None, full: bool = False) -> None:
        """Show what was done with the article, or that there is none."""
        for button in self.buttons.values():
            button.setEnabled(article is not None)
        if article is not None:
            for key, on in (("keep", article.kept), ("later", article.later), ("done", article.done), ("full", full)):
                self.buttons[key].setChecked(on)
            self.buttons["full"].setEnabled(article.url.startswith("http"))
            self.buttons["open"].setEnabled(article.url.startswith("http"))

    def minimumSizeHint(self) -> QSize:
        return QSize(280, 44)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wordy = self.width() >= self._needed
        if wordy != self._wordy:
            self._wordy = wordy
            self._put_words()

    def words_changed(self) -> None:
        self._wordy = True
        self._put_words()
        self._needed = sum(button.sizeHint().width() + 2 for button in self.buttons.values()) + 8 + 2 * _EDGE
        self._wordy = self.width() >= self._needed
        self._put_words()

    def _put_words(self) -> None:
        for key, words in [*((key, words) for key, _, words in _WORDED), ("write", _WRITE)]:
            button = self.buttons[key]
            button.setText(tr(words) if self._wordy else "")
            name(button, tr(words))
