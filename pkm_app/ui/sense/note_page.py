"""The middle of Sense: one file, with its title, what it is, and the editor."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, QSize, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout

from pkm_app.content.tags import inline_tags
from pkm_app.sense.model import FileCard, Loaded
from pkm_app.ui.editor import Editor
from pkm_app.ui.i18n import Worded
from pkm_app.ui.room import Context
from pkm_app.ui.sense.note_head import NoteHead
from pkm_app.ui.widgets import Button, Panel, name

_LEFT_OUT_BELOW = 520  # pixels of the page
_UNSEEN = 240


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
        self.head = NoteHead(context.look)
        self._title = self.head.title
        self._title.textEdited.connect(self._title_edited)
        self._title.returnPressed.connect(self.pane.setFocus)
        self._title.editingFinished.connect(self._title_finished)
        self.head.changed.connect(self._change)
        self.editor.put_head(self.head)
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
        self.head.set_editable(loaded.file.front_readable)
        self.head.show_card(card)
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
        self.head.show_card(card)

    def close_file(self) -> None:
        """Show no file any more."""
        self.editor.close_file()

    def begin(self) -> None:
        """Put the caret into the title of a new note, all of it selected; Return leads below the quotations."""
        self.pane.go_to_end()
        self._title.setFocus()
        self._title.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place_head()
        return super().eventFilter(watched, event)

    def minimumSizeHint(self) -> QSize:
        """Unseen it asks for little, else the columns beside it would give way to what nobody sees."""
        hint = super().minimumSizeHint()
        return hint if self.isVisible() else QSize(min(hint.width(), _UNSEEN), hint.height())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.updateGeometry()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._title.fit_window(self.window().height())
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

    def _place_head(self) -> None:
        left = self.pane.column_left()
        self.head.box.setContentsMargins(left, 28, max(12, self.pane.width() - left - self.pane.column()), 14)
        self.head.place_tags()
        self.editor.bar.fit(self.width())
        words = self.width() >= _LEFT_OUT_BELOW
        self.say(self._use.setText, "Use in a draft" if words else "")
        self.say(lambda text: name(self._use, text), "Use in a draft")

    def _change(self, key: str, value: str | bool | tuple[str, ...] | None) -> None:
        if self.card is None:
            return
        shown = {"private": bool(value), "tags": value or ()}.get(key, value or "")
        self.editor.card = replace(self.card, **{key: shown})  # type: ignore[arg-type]  # the head names its fields
        self.keeper.set_field(key, self._tags_in_front(value) if key == "tags" else value)
        if key == "lang":
            self.editor.spelling.set_language(self.editor.card.lang)
        self.head.show_card(self.editor.card)

    def _tags_in_front(self, tags: object) -> tuple[str, ...] | None:
        """Leave out tags that stand in the text itself: they are there already."""
        inline = {tag[0].lstrip("#").casefold() for tag in inline_tags(self.pane.text())}
        given = tuple(tag for tag in tags if tag.casefold() not in inline) if isinstance(tags, tuple) else ()
        return given or None

    def _title_edited(self, text: str) -> None:
        if self.card is not None:  # it is written when it is entered; until then it survives the program's end
            other = text.strip() if text.strip() != self.card.title else ""
            self._context.services.settings.put(self._title_key(self.card), other)

    def _title_finished(self) -> None:
        if self.card is not None and not self._title.isReadOnly():
            self.retitled.emit()

    def _title_key(self, card: FileCard) -> str:
        return f"unsaved.title.{card.path}"
