"""The middle of Sense: one file, with its title, what it is, a toolbar and the writing pane."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from pkm_app.sense.model import FileCard, Loaded
from pkm_app.ui.dates import language_name
from pkm_app.ui.i18n import Worded, noop, tr
from pkm_app.ui.room import Context
from pkm_app.ui.saving import FileKeeper, State
from pkm_app.ui.widgets import Button, Icon, Label, Panel, name
from pkm_app.ui.writing import WritingPane

_TOOLS = (("bold", noop("Bold"), "bold"), ("italic", noop("Italic"), "italic"), ("link", noop("Link"), "link"),
          ("text-quote", noop("Quotation"), "quote"), ("list", noop("List"), "bullets"))
_STATES: dict[State, tuple[str, str, str]] = {
    "saved": (noop("Saved"), "check", "ink2"), "writing": (noop("Writing…"), "pen-line", "ink2"),
    "failed": (noop("Not saved"), "triangle-alert", "error"),
}
_NEXT_MATURITY = {"": "seed", "seed": "half-baked", "half-baked": "baked", "baked": ""}
MATURITY = {"": noop("No maturity"), "seed": noop("Seed"), "half-baked": noop("Half-baked"), "baked": noop("Baked")}


class NotePage(Worded, Panel):
    """Edits one file of the vault. ``used`` fires with its path when it shall go into a draft."""

    used = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__(context.look, "surface")
        self._context = context
        self.card: FileCard | None = None
        self.pane = WritingPane(context.look, "sense")
        self.keeper = FileKeeper(context, self.pane.text, self._show_state)
        self.pane.written.connect(self.keeper.touched)
        self.say(self.pane.setAccessibleName, "Text of the note")
        self.say(self.pane.setPlaceholderText, "In your own words…")
        self._head = self._make_head()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self._make_bar())
        box.addWidget(self._head)
        box.addWidget(self.pane, 1)
        self.pane.installEventFilter(self)

    def show_file(self, card: FileCard, loaded: Loaded) -> None:
        """Show a file that was read just now."""
        again = self.card is not None and self.card.path == card.path
        self.card = card
        if self._title.text() != card.title:
            self._title.setText(card.title)
            self._title.setCursorPosition(0)  # a long title shows its beginning
        self._title.setReadOnly(card.type != "note")
        self.pane.show_text(self.keeper.opened(loaded), again)
        self.pane.setReadOnly(not loaded.file.front_readable)
        self._show_chips()
        self._place_head()

    def close_file(self) -> None:
        """Show no file any more."""
        self.keeper.opened(None)
        self.card = None

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

    def _make_bar(self) -> QWidget:
        bar = Panel(self._context.look, "surface", "b")
        bar.setFixedHeight(48)
        row = QHBoxLayout(bar)
        row.setContentsMargins(14, 0, 12, 1)
        row.setSpacing(4)
        for icon, words, method in _TOOLS:
            tool = Button(self._context.look, icon, stage="sense")
            self.say(partial(name, tool), words)
            tool.clicked.connect(getattr(self.pane, method))
            row.addWidget(tool)
        row.addStretch(1)
        self._state_icon = Icon(self._context.look, "check", "ink2", 15)
        self._state = Label(self._context.look, "ink2", 12).hug()
        row.addWidget(self._state_icon)
        row.addWidget(self._state)
        row.addSpacing(8)
        use = Button(self._context.look, "send", "filled", "sense")
        self.say(use.setText, "Use in a draft")
        use.clicked.connect(lambda: self._context.commands.run("sense.use"))
        row.addWidget(use)
        return bar

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
            self.card = replace(self.card, **card)  # type: ignore[arg-type]  # every caller names its fields
            self.keeper.set_field(key, value)
            self._show_chips()

    def _title_edited(self, text: str) -> None:
        if text.strip():
            self._change("title", text.strip(), title=text.strip())

    def _toggle_private(self) -> None:
        if self.card is not None:
            private = not self.card.private
            self._change("private", True if private else None, private=private)

    def _next_language(self) -> None:
        if self.card is not None:
            lang = "en" if self.card.lang == "nl" else "nl"
            self._change("lang", lang, lang=lang)

    def _next_step(self) -> None:
        if self.card is not None:
            step = _NEXT_MATURITY.get(self.card.maturity, "seed")
            self._change("maturity", step or None, maturity=step)

    def _show_state(self, state: State) -> None:
        words, icon, role = _STATES[state]
        self._state_icon.show_icon(icon, role)
        self._state.set_role(role)
        self.say(self._state.setText, words)

