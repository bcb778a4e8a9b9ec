"""Narrowing a list: words, author, language, source, what is unread; and keeping that as a saved search."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QSizePolicy, QVBoxLayout

from pkm_app.seek.model import Feed
from pkm_app.seek.triage import SavedSearch
from pkm_app.ui.choice import Choice
from pkm_app.ui.flow_layout import FlowLayout
from pkm_app.ui.i18n import Worded, noop, tr
from pkm_app.ui.look import Look
from pkm_app.ui.widgets import Button, Panel, name_clearing

LANGUAGES = (("", noop("Any language")), ("en", noop("English")), ("nl", noop("Dutch")))
_PAUSE = 250  # milliseconds after the last key, before the list follows


class FilterBar(Worded, Panel):
    """``changed`` fires a moment after something was typed or chosen, ``asked_to_save`` when it is to be kept."""

    changed = Signal()
    asked_to_save = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, "paper", "b")
        self.words, self.author, self.language, self.source = QLineEdit(), QLineEdit(), Choice(look), Choice(look)
        self.unread, self._save = Button(look, kind="chip", stage="seek"), Button(look, "search", "chip")
        clear = Button(look, "x", "chip")
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self.changed)
        self._name(self.words, noop("Words"))
        self._name(self.author, noop("Author"))
        self.unread.setCheckable(True)
        self.say(self.unread.setText, "Only unread")
        self.say(self._save.setText, "Save this search")
        self.say(clear.setText, "Clear")
        self.say(self.language.setAccessibleName, "Language")
        self.say(self.source.setAccessibleName, "Source")
        for box in (self.language, self.source):
            box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            box.setMinimumContentsLength(8)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.activated.connect(self._soon)
        self.unread.clicked.connect(self._soon)
        self._save.clicked.connect(self.asked_to_save)
        clear.clicked.connect(self.clear)
        chips = FlowLayout(gap=6)
        for chip in (self.unread, self._save, clear):
            chips.addWidget(chip)
        fields = FlowLayout(gap=6, column=118)
        for widget in (self.words, self.author, self.language, self.source):
            fields.addWidget(widget)
        box_all = QVBoxLayout(self)
        box_all.setContentsMargins(12, 8, 12, 9)
        box_all.setSpacing(7)
        box_all.addLayout(fields)
        box_all.addLayout(chips)
        self.words_changed()
        self.show_feeds(())

    def show_feeds(self, feeds: Sequence[Feed]) -> None:
        """Offer these sources; what is chosen stays."""
        chosen = self.source.currentData()
        self.source.clear()
        self.source.addItem(tr("Any source"), "")
        for feed in dict.fromkeys(feeds):
            self.source.addItem(feed.title or feed.address, feed.address)
        self.source.setCurrentIndex(max(0, self.source.findData(chosen)))

    def narrowing(self) -> SavedSearch:
        """Return what is typed and chosen, as a search without a name."""
        return SavedSearch("", words=self.words.text().strip(), author=self.author.text().strip(),
                           language=str(self.language.currentData() or ""),
                           feed=str(self.source.currentData() or ""), unread=self.unread.isChecked())

    def is_empty(self) -> bool:
        """Say whether nothing narrows the list."""
        return self.narrowing() == SavedSearch("")

    def clear(self, quietly: bool = False) -> None:
        """Narrow no longer; ``quietly`` without telling."""
        if self.is_empty():
            return
        self.words.clear()
        self.author.clear()
        self.language.setCurrentIndex(0)
        self.source.setCurrentIndex(0)
        self.unread.setChecked(False)
        self._pause.stop()
        if not quietly:
            self.changed.emit()

    def words_changed(self) -> None:
        chosen = self.language.currentIndex()
        self.language.clear()
        for code, words in LANGUAGES:
            self.language.addItem(tr(words), code)
        self.language.setCurrentIndex(max(0, chosen))
        if self.source.count():
            self.source.setItemText(0, tr("Any source"))

    def _name(self, field: QLineEdit, words: str) -> None:
        self.say(field.setPlaceholderText, words)
        self.say(field.setAccessibleName, words)
        field.setClearButtonEnabled(True)
        self.say(lambda clear: name_clearing(field, clear), "Clear")
        field.textEdited.connect(self._soon)
        field.returnPressed.connect(self.changed)

    def _soon(self) -> None:
        self._pause.start()
