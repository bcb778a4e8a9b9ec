"""What stands above the text of a note: its title, and what is known of it: language, maturity, private, tags."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget

from pkm_app.sense.model import FileCard
from pkm_app.ui.dates import LANGUAGE_NAMES, language_name
from pkm_app.ui.flow_layout import FlowLayout
from pkm_app.ui.i18n import Worded, noop, tr
from pkm_app.ui.look import Look
from pkm_app.ui.ripeness import MATURITY
from pkm_app.ui.short_field import ShortField
from pkm_app.ui.title_field import TitleField
from pkm_app.ui.widgets import Button, Icon, Label, name

NEXT_MATURITY = {"": "seed", "seed": "half-baked", "half-baked": "baked", "baked": ""}
_CARET = 12  # pixels beside the words of a field, with room for its caret
_FLAT = "QLineEdit, QLineEdit:focus { border: 0; background: transparent; padding: 0; }"


class NoteHead(Worded, QWidget):
    """``changed`` fires with a key of the front matter and its new value."""

    changed = Signal(str, object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._card: FileCard | None = None
        self._private_as: tuple[str, int, tuple[str, ...]] | None = None  # of whether it is private, in which room
        self.title = TitleField(look)
        self.say(self.title.setAccessibleName, "Title")
        self._language = Button(look, "languages", "chip", "sense")
        self._language.clicked.connect(lambda: self._choose_language())
        self._maturity = Button(look, "egg", "chip", "sense")
        self._maturity.clicked.connect(lambda: self._if_open(self._next_step))
        self._private = Button(look, "lock-open", "chip", "sense")
        self._private.clicked.connect(lambda: self._if_open(self._toggle_private))
        self._tag_icon = Icon(look, "tag", "ink2", 13)
        self.tags = ShortField()
        self.tags.setFrame(False)
        self.tags.setStyleSheet(_FLAT)
        self.tags.setFont(look.font("text", 12))
        self.tags.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.tags.setMinimumWidth(96)
        self.say(self.tags.setPlaceholderText, "Add tags")
        self.say(self.tags.setToolTip, "Add tags, with commas between")
        self.say(self.tags.setAccessibleName, "Tags")
        self.tags.editingFinished.connect(lambda: self._if_open(self._tags_entered))
        self._about = Label(look, "ink2", 12)
        chips, labels = FlowLayout(gap=6, one_row=True), QHBoxLayout()
        self._chips, self._labels = chips, labels
        labels.setSpacing(6)
        for chip in (self._language, self._maturity, self._private):
            chips.addWidget(chip)
        labels.addWidget(self._tag_icon)
        labels.addWidget(self.tags, 1)
        labels.addWidget(self._about, 1)
        self._rows = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._rows.setSpacing(6)
        self._rows.addLayout(chips)
        self._rows.addLayout(labels, 1)
        self.box = QVBoxLayout(self)
        self.box.setSpacing(8)
        self.box.addWidget(self.title)
        self.box.addLayout(self._rows)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.place_tags()

    def place_tags(self) -> None:
        """Where there is no room for all in one row, let the tags stand below."""
        edges, tags, direction = self.box.contentsMargins(), self.tags, QBoxLayout.Direction
        room = self.width() - edges.left() - edges.right()
        self._say_private(room)
        words = tags.fontMetrics().horizontalAdvance(tags.text() or tags.placeholderText()) + _CARET
        wanted = sum((self._chips.sizeHint().width(), self._rows.spacing(), self._tag_icon.width(),
                      self._labels.spacing(), max(tags.minimumWidth(), words)))
        narrow = self._about.isHidden() and room < wanted
        self._rows.setDirection(direction.TopToBottom if narrow else direction.LeftToRight)

    def show_card(self, card: FileCard) -> None:
        """Show what is known of a file."""
        self._card = card
        note = card.type == "note"
        for chip in (self._language, self._maturity, self._private, self._tag_icon, self.tags):
            chip.setVisible(note)
        self._about.setVisible(not note)
        self._about.setText(" · ".join(part for part in (card.author, card.url) if part))
        if not self.tags.hasFocus():
            self.tags.setText(", ".join(card.tags))
            self.tags.setCursorPosition(0)
        self._language.setText(language_name(card.lang) or tr("No language"))
        self._maturity.setText(tr(MATURITY.get(card.maturity, MATURITY[""])))
        self._private.set_icon("lock" if card.private else "lock-open")
        self.place_tags()

    def set_editable(self, on: bool) -> None:
        """Let what is known be changed, or not: where the front matter cannot be read."""
        for chip in (self._language, self._maturity, self._private, self.tags):
            chip.setEnabled(on)

    def words_changed(self) -> None:
        if self._card is not None:
            self.show_card(self._card)

    def language_menu(self) -> QMenu:
        """Return the languages to choose from, the one of the note marked."""
        menu = QMenu(self)
        for code, words in (*LANGUAGE_NAMES.items(), ("", noop("No language"))):
            action = QAction(tr(words), menu)
            action.setCheckable(True)
            action.setChecked(self._card is not None and self._card.lang == code)
            action.triggered.connect(lambda _checked=False, one=code: self.changed.emit("lang", one or None))
            menu.addAction(action)
        return menu

    def _say_private(self, room: int) -> None:
        """Say whether the note is private; of one that is not, in few pixels, the open lock says enough."""
        if self._card is None:
            return
        words = tr("Private") if self._card.private else tr("Not private")
        chips = tuple(chip.text() for chip in (self._language, self._maturity))
        if self._private_as == (words, room, chips):
            return
        self._private_as = words, room, chips
        self._private.setText(words)
        if not self._card.private and self._chips.sizeHint().width() > room:
            self._private.setText("")
        name(self._private, words)
        self._private.setAccessibleDescription(tr("A private note never leaves this machine in a draft."))

    def _choose_language(self) -> None:
        menu = self.language_menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._language.mapToGlobal(QPoint(0, self._language.height() + 4)))

    def _if_open(self, act: Callable[[FileCard], None]) -> None:
        if self._card is not None:
            act(self._card)

    def _next_step(self, card: FileCard) -> None:
        self.changed.emit("maturity", NEXT_MATURITY.get(card.maturity, "seed") or None)

    def _toggle_private(self, card: FileCard) -> None:
        self.changed.emit("private", None if card.private else True)

    def _tags_entered(self, card: FileCard) -> None:
        given = (tag.strip().lstrip("#").strip().replace(" ", "-") for tag in self.tags.text().split(","))
        tags = tuple(dict.fromkeys(tag for tag in given if tag))
        if tags != card.tags:
            self.changed.emit("tags", tags or None)
