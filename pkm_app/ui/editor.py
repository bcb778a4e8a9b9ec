"""The editor that every room can use: toolbar, writing pane, preview, count of words, spelling, completion, pictures.

How to use it::

    editor = Editor(context, "sense")
    editor.show_file(card, loaded)      # a file that was read just now; words are saved by themselves
    editor.keeper.set_field(...)        # a line of the front matter goes along with the next save
    editor.keeper.rest()                # before leaving
    editor.bar.row, editor.bar.more_acts, editor.put_head(widget), editor.foot

``followed`` carries what a link in the text leads to: an address, or the target of a link to one's own file;
``settled`` fires when all that was written is in the file. A room that counts, quotes or previews otherwise overrides
``look_again``, ``quote``, or ``make_preview``.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from pkm_app.content.language import guess
from pkm_app.content.quotation import word_counts
from pkm_app.sense.model import FileCard, Loaded
from pkm_app.ui.boxes import Pages
from pkm_app.ui.completion import LinkCompletion
from pkm_app.ui.dialogs import choose_file
from pkm_app.ui.editor_bar import EditorBar
from pkm_app.ui.find_bar import FindBar
from pkm_app.ui.i18n import Worded, tr
from pkm_app.ui.preview import PreviewPane
from pkm_app.ui.recents import remember
from pkm_app.ui.room import Context
from pkm_app.ui.saving import FileKeeper, State
from pkm_app.ui.spell_watch import SpellWatch
from pkm_app.ui.theme import Stage
from pkm_app.ui.widgets import Label, Panel
from pkm_app.ui.writing import WritingPane

_GUESSED = 4000  # characters from which the language of a note that names none is told
_COUNT_AFTER = 800  # milliseconds without a key


class Editor(Worded, Panel):
    """Edits one file of the vault at a time."""

    followed = Signal(str)
    settled = Signal()

    def __init__(self, context: Context, stage: Stage) -> None:
        super().__init__(context.look, "surface")
        self._context = context
        self.card: FileCard | None = None
        self.pane = WritingPane(context.look, stage)
        self.bar = EditorBar(context, self.pane, stage)
        self.keeper = FileKeeper(context, self.pane.text, self._show_state)
        self.spelling = SpellWatch(context, self.pane)
        self.completion = LinkCompletion(context, self.pane, lambda: self.keeper.path)
        self.preview = PreviewPane(context, stage)
        self.say(self.preview.setAccessibleName, "Preview")
        self._stack = Pages()
        self._stack.addWidget(self.pane)
        self._stack.addWidget(self.preview)
        self._counting = QTimer(self)
        self._counting.setSingleShot(True)
        self._counting.timeout.connect(self.look_again)
        self._connect()
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(0)
        self._box.addWidget(self.bar)
        self._box.addWidget(self._stack, 1)
        self.finding = FindBar(context.look, self.pane, stage)
        self._box.addWidget(self.finding)
        self._box.addWidget(self._make_foot())
        self.pane.installEventFilter(self)

    def put_head(self, head: QWidget) -> None:
        """Let a widget stand between the toolbar and the text."""
        self._box.insertWidget(1, head)

    def show_file(self, card: FileCard, loaded: Loaded, editable: bool = True) -> None:
        """Show a file that was read just now; one that is not ``editable`` is only read."""
        again = self.card is not None and self.card.path == card.path
        self.card = card
        remember(self._context.services.settings, card.type, card.path, card.title)
        self.spelling.set_language(card.lang or guess(loaded.file.body[:_GUESSED]))
        self.pane.show_text(self.keeper.opened(loaded), again)
        self.pane.setReadOnly(not (editable and loaded.file.front_readable))
        self.bar.set_editable(not self.pane.isReadOnly())
        if self.is_preview():
            self.make_preview() if again else self.turn(False)
        self.look_again()

    def close_file(self) -> None:
        """Show no file any more."""
        self.keeper.opened(None)
        self.card = None

    def is_preview(self) -> bool:
        """Return whether the preview is shown."""
        return self._stack.currentWidget() is self.preview

    def show_preview(self, on: bool) -> None:
        """Show how the text reads, or the text to be written."""
        if on:
            self.make_preview()
        self.turn(on)
        (self.preview if on else self.pane).setFocus()

    def turn(self, on: bool) -> None:
        """Show the preview as it is, or the text; the focus stays where it is."""
        self._stack.setCurrentWidget(self.preview if on else self.pane)
        self.bar.set_writing(not on)

    def replace_text(self, text: str) -> None:
        """Put another text in place of all of it, as one step that can be undone and is saved as typing is."""
        cursor = self.pane.textCursor()
        cursor.select(cursor.SelectionType.Document)
        cursor.insertText(text)

    def choose_picture(self) -> None:
        """Ask for a picture and put it at the caret."""
        path = choose_file(self, tr("Choose a picture"), tr("Pictures") + " (*.png *.jpg *.jpeg *.gif *.webp *.bmp)")
        if path:
            self._take_pictures([path])

    def words_changed(self) -> None:
        self.look_again()

    def measure(self, text: str) -> object:
        """Count what there is to count in a text; on any thread."""
        return word_counts(text)

    def summed(self, found: object) -> str:
        """Say what was counted, below the text."""
        own, quoted = getattr(found, "own", 0), getattr(found, "quoted", 0)
        words = tr("%n own word(s)", own)
        return f"{words} · {tr('%n quoted', quoted)}" if quoted else words

    def look_again(self) -> None:
        """Count off the main thread: in a long note it takes longer than a key may."""
        self._counting.stop()
        text = self.pane.text()
        self._context.relay.call(lambda: self.measure(text), self._counted)

    def make_preview(self) -> None:
        """Show in the preview how the text reads."""
        self.preview.show_text(self.pane.text(), self.keeper.path)

    def begin_finding(self) -> None:
        """Find words in the text, and replace them."""
        if self.is_preview():
            self.show_preview(False)
        self.finding.begin()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.bar.fit(self.width())
        return super().eventFilter(watched, event)

    def _connect(self) -> None:
        self.pane.written.connect(self.keeper.touched)
        self.pane.written.connect(lambda: self._counting.start(_COUNT_AFTER))
        self.pane.followed.connect(self.followed)
        self.pane.pictures.connect(self._take_pictures)
        self.pane.dropped.connect(self.quote)
        self.preview.followed.connect(self.followed)
        self.bar.previewed.connect(self.show_preview)
        self.bar.picture_wanted.connect(self.choose_picture)

    def quote(self, highlight_id: str) -> None:
        """Put a highlight with its credit after the caret's paragraph."""
        sense = self._context.services.sense
        self._context.relay.call(lambda: sense.quotation(highlight_id), self.pane.insert_block,
                                 self._context.notices.problem)

    def _take_pictures(self, given: list[bytes | str]) -> None:
        """Take pictures (bytes, or the path of a file) into the vault and put them at the caret."""
        pictures, cursor = self._context.services.writing.pictures, self.pane.textCursor()

        def take() -> list[str]:
            return [pictures.put_file(one) if isinstance(one, str) else pictures.put(one) for one in given]

        def put(paths: list[str]) -> None:
            cursor.insertText("\n".join(f"![[{path.rpartition('/')[2]}]]" for path in paths))

        self._context.relay.call(take, put, self._context.notices.problem)

    def _make_foot(self) -> QWidget:
        bar = Panel(self._context.look, "surface", "t")
        bar.setFixedHeight(30)
        self.count = Label(self._context.look, "ink2", 12).hug()
        self.foot = QHBoxLayout(bar)
        self.foot.setContentsMargins(16, 1, 12, 0)
        self.foot.setSpacing(6)
        self.foot.addWidget(self.count)
        self.foot.addStretch(1)
        return bar

    def _show_state(self, state: State) -> None:
        self.bar.show_state(state)
        if state == "saved" and self.card is not None:
            self.settled.emit()

    def _counted(self, found: object) -> None:
        self.count.setText(self.summed(found))
