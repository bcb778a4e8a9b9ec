"""The middle of Sense: one file, with its title, what it is, and the editor."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from pkm_app.sense.model import FileCard, Loaded
from pkm_app.ui.dates import language_name
from pkm_app.ui.editor import Editor
from pkm_app.ui.i18n import Worded, noop, tr
from pkm_app.ui.room import Context
from pkm_app.ui.widgets import Button, Label, Panel, name

_NEXT_MATURITY = {"": "seed", "seed": "half-baked", "half-baked": "baked", "baked": ""}
_LEFT_OUT_BELOW = 520  # pixels of the page
MATURITY = {"": noop("No maturity"), "seed": noop("Seed"), "half-baked": noop("Half-baked"), "baked": noop("Baked")}


class NotePage(Worded, Panel):
    """Edits one file of the vault. ``retitled`` fires when a title was entered (Return, or leaving its field)."""

    retitled = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__(context.look, "surface")
        self._context = context
        self.editor = Editor(context, "sense")
        self.pane, self.keeper = self.editor.pane, self.editor.keeper
        self.say(self.pane.setAccessibleName, "Text of the note")
        self.say(self.pane.setPlaceholderText, "In your own words…")
        self._head = self._make_head()
        self.editor.put_head(self._head)
        self._fill_bar()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.editor)
        self.pane.installEventFilter(self)

    @property
    def card(self) -> FileCard | None:
        """The open file as lists show it, with what was changed here since."""
        return self.editor.card

    def show_file(self, card: FileCard, loaded: Loaded) -> None:
        """Show a file that was read just now."""
        typed = self._context.services.settings.get(self._title_key(card)) if card.type == "note" else ""
        if self._title.text() != (typed or card.title):
            self._title.setText(typed or card.title)
            self._title.setCursorPosition(0)  # a long title shows its beginning
        self._title.setReadOnly(card.type != "note" or not loaded.file.front_readable)
        self.editor.show_file(card, loaded)
        self._show_chips()
        self._place_head()

    def typed_title(self) -> str:
        """Return what stands in the title field."""
        return "" if self._title.isReadOnly() else " ".join(self._title.text().split())

    def show_moved(self, card: FileCard, loaded: Loaded) -> None:
        """The open file has another title and path; its undo goes on where its words stayed as they were."""
        if self.card is not None:
            self._context.services.settings.put(self._title_key(self.card), "")
        if loaded.file.body != self.pane.text() and not self.keeper.is_unsaved():
            self.show_file(card, loaded)
            return
        self.editor.card = card
        self.keeper.moved(loaded)
        if not self._title.hasFocus():
            self._title.setText(card.title)
            self._title.setCursorPosition(0)
        self._show_chips()

    def close_file(self) -> None:
        """Show no file any more."""
        self.editor.close_file()

    def begin(self) -> None:
        """Put the caret into the title of a new note, all of it selected; Return leads below the quotations."""
        self.pane.go_to_end()
        self._title.setFocus()
        self._title.selectAll()

    def words_changed(self) -> None:
        self._show_chips()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place_head()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_head()

    def _fill_bar(self) -> None:
        self._use = Button(self._context.look, "send", "filled", "sense")
        self.say(self._use.setText, "Use in a draft")
        self._use.clicked.connect(lambda: self._context.commands.run("sense.use"))
        self.editor.bar.row.addSpacing(4)
        self.editor.bar.row.addWidget(self._use)
        history = Button(self._context.look, "history", stage="sense")
        self.say(lambda text: name(history, text), "Former versions")
        history.clicked.connect(lambda: self._context.commands.run("sense.history"))
        self.editor.foot.addWidget(history)

    def _make_head(self) -> QWidget:
        look = self._context.look
        head = QWidget()
        self._title = QLineEdit()
        self._title.setFrame(False)
        self._title.setTextMargins(-2, 0, 0, 0)  # Qt keeps two pixels there; the title stands above its text
        self._title.setFont(look.font("reading", 27, 600))
        self._title.setStyleSheet("QLineEdit, QLineEdit:focus { border: 0; background: transparent; padding: 0; }")
        self.say(self._title.setAccessibleName, "Title")
        self._title.textEdited.connect(self._title_edited)
        self._title.returnPressed.connect(self.pane.setFocus)
        self._title.editingFinished.connect(self._title_finished)
        self._private = Button(look, "lock-open", "chip", "sense")
        self._private.clicked.connect(self._toggle_private)
        self._language = Button(look, "languages", "chip", "sense")
        self._language.clicked.connect(self._next_language)
        self._maturity = Button(look, "egg", "chip", "sense")
        self._maturity.clicked.connect(self._next_step)
        self._about = Label(look, "ink2", 12)
        chips = QHBoxLayout()
        chips.setSpacing(6)
        for chip in (self._language, self._maturity, self._private, self._about):
            chips.addWidget(chip, 1 if chip is self._about else 0)
        self._head_box = QVBoxLayout(head)
        self._head_box.setSpacing(8)
        self._head_box.addWidget(self._title)
        self._head_box.addLayout(chips)
        return head

    def _place_head(self) -> None:
        left = self.pane.column_left()
        self._head_box.setContentsMargins(left, 28, max(12, self.pane.width() - left - self.pane.column()), 14)
        self.editor.bar.fit(self.width())
        words = self.width() >= _LEFT_OUT_BELOW
        self.say(self._use.setText, "Use in a draft" if words else "")
        self.say(lambda text: name(self._use, text), "Use in a draft")

    def _show_chips(self) -> None:
        if self.card is None:
            return
        note = self.card.type == "note"
        for chip in (self._language, self._maturity, self._private):
            chip.setVisible(note)
        about = [f"#{tag}" for tag in self.card.tags] if note else [self.card.author, self.card.url]
        self._about.setText((" " if note else " · ").join(part for part in about if part))
        self._language.setText(language_name(self.card.lang) or tr("No language"))
        self._maturity.setText(tr(MATURITY.get(self.card.maturity, MATURITY[""])))
        self._private.setText(tr("Private") if self.card.private else tr("Not private"))
        self._private.set_icon("lock" if self.card.private else "lock-open")
        self._private.setAccessibleDescription(tr("A private note never leaves this machine in a draft."))

    def _change(self, key: str, value: str | bool | None, **card: object) -> None:
        if self.card is not None:
            self.editor.card = replace(self.card, **card)  # type: ignore[arg-type]  # every caller names its fields
            self.keeper.set_field(key, value)
            self._show_chips()

    def _title_edited(self, text: str) -> None:
        if self.card is not None:  # it is written when it is entered; until then it survives the program's end
            other = text.strip() if text.strip() != self.card.title else ""
            self._context.services.settings.put(self._title_key(self.card), other)

    def _title_finished(self) -> None:
        if self.card is not None and not self._title.isReadOnly():
            self.retitled.emit()

    def _title_key(self, card: FileCard) -> str:
        return f"unsaved.title.{card.path}"

    def _toggle_private(self) -> None:
        if self.card is not None:
            private = not self.card.private
            self._change("private", True if private else None, private=private)

    def _next_language(self) -> None:
        if self.card is not None:
            lang = "en" if self.card.lang == "nl" else "nl"
            self._change("lang", lang, lang=lang)
            self.editor.spelling.set_language(lang)

    def _next_step(self) -> None:
        if self.card is not None:
            step = _NEXT_MATURITY.get(self.card.maturity, "seed")
            self._change("maturity", step or None, maturity=step)
