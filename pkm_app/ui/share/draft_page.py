"""The middle of Share: one draft, written or looked at as it will stand there."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QImage, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pkm_app.content.clean import clean_html
from pkm_app.content.language import guess
from pkm_app.sense.model import FileCard, Loaded
from pkm_app.share.kinds import KINDS
from pkm_app.share.model import OutletSettings
from pkm_app.share.preview import Preview
from pkm_app.share.richtext import RichText
from pkm_app.ui.history import HistoryDialog
from pkm_app.ui.i18n import Worded, figures, tr
from pkm_app.ui.reading_document import Head, make_document
from pkm_app.ui.room import Context
from pkm_app.ui.share.draft_editor import DraftEditor
from pkm_app.ui.share.fidelity import as_lines, for_whom, what_is_lost
from pkm_app.ui.share.true_preview import body_of, head_of, images_of
from pkm_app.ui.title_field import TitleField
from pkm_app.ui.widgets import Button, Panel, name

_NARROW = 650  # pixels of the page; below, the buttons of the bar are icons


class DraftPage(Worded, Panel):
    """``settled`` fires when a save has ended, ``shown`` when another text is shown, ``preview_wanted`` when the person
    looks at the preview."""

    settled = Signal()
    shown = Signal()
    preview_wanted = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__(context.look, "surface")
        self._context = context
        self._is_narrow = True  # until it is shown: a page that nobody sees takes no room from its neighbours
        self.editor = DraftEditor(context)
        self.pane, self.keeper, self.preview = self.editor.pane, self.editor.keeper, self.editor.preview
        self.say(self.pane.setAccessibleName, "Text of the draft")
        self.say(self.pane.setPlaceholderText, "Your words…")
        self.editor.settled.connect(self.settled)
        self.editor.turned.connect(self._turned)
        self._head = self._make_head()
        self.editor.put_head(self._head)
        self._fill_bar()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.editor)
        self.pane.installEventFilter(self)

    @property
    def card(self) -> FileCard | None:
        """The open file, None where there is none."""
        return self.editor.card

    def show_draft(self, card: FileCard, loaded: Loaded, editable: bool) -> None:
        """Show a draft, or (not editable) what left."""
        if self._title.text() != card.title:
            self._title.setText(card.title)
            self._title.setCursorPosition(0)  # a long title shows its beginning
        self._title.setReadOnly(not editable)
        self.editor.show_file(card, loaded, editable)
        self._previewing.setEnabled(editable)
        self.about.setEnabled(editable)
        self.shown.emit()

    def described(self) -> None:
        """Take in what the file says of itself by now: in which language its words are looked through."""
        file = self._context.services.sense.load(self.keeper.path).file
        self.editor.spelling.set_language(file.text_field("lang") or guess(file.body))

    def forget(self) -> None:
        """Show nothing any more: the file is gone."""
        self.editor.close_file()

    def write_title(self, words: str = "") -> None:
        """Put the caret into the title with these words of it selected; all of it without words, or where they do not
        stand in it."""
        self._title.setFocus()
        if not (words and self._title.select(words)):
            self._title.selectAll()

    def show_writing(self) -> None:
        """Show the text to be written."""
        self.editor.show_preview(False)

    def show_history(self) -> None:
        """Show former versions of the open draft."""
        if self.keeper.rest():
            HistoryDialog(self._context, self.keeper.path, self.editor, self, "share").open()

    def show_preview(self, preview: Preview, outlet: OutletSettings | None = None) -> None:
        """Show a draft as it would leave, to an outlet as it will be there."""
        self._show_html(body_of(preview), head_of(preview, outlet), images_of(preview))

    def show_pasted(self, rich: RichText, outlet: OutletSettings) -> None:
        """Show a draft as it stands in a place into which it is pasted, and what is lost there."""
        kind = KINDS[outlet.kind]
        lost, changed = what_is_lost(rich)
        said = [for_whom(outlet)]
        if lost:
            said.append(tr("Lost there: {features}", features=lost))
        if changed:
            said.append(tr("Only the words stay of: {features}", features=changed))
        if kind.limit:
            said.append(tr("{length} of {limit} characters", length=figures(len(rich.plain)),
                           limit=figures(kind.limit)))
        html = as_lines(rich) if outlet.kind == "linkedin" else clean_html(rich.shown)
        self._show_html(html, Head("", rich.title, " · ".join(said)))

    def _show_html(self, html: str, head: Head, pictures: Mapping[str, QImage] | None = None) -> None:
        self.preview.show_document(make_document(html, self._context.look, 18, head, "share", pictures=pictures))
        self.editor.show_preview(True)

    def is_preview(self) -> bool:
        """Return whether the preview is shown."""
        return self.editor.is_preview()

    def words_changed(self) -> None:
        self._name_buttons()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            left = self.pane.column_left()
            self._fit_bar()
            self._title.fit_window(self.window().height())
            self._head_box.setContentsMargins(left, 28, max(12, self.pane.width() - left - self.pane.column()), 14)
        return super().eventFilter(watched, event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit_bar()

    def _fit_bar(self) -> None:
        narrow = self.width() < _NARROW or not self.isVisible()
        if narrow != self._is_narrow:
            self._is_narrow = narrow
            self._name_buttons()

    def _make_head(self) -> QWidget:
        head = QWidget()
        self._title = TitleField(self._context.look)
        self.say(self._title.setAccessibleName, "Title")
        self._title.textEdited.connect(self._title_edited)
        self._title.returnPressed.connect(self.pane.setFocus)
        self._head_box = QVBoxLayout(head)
        self._head_box.addWidget(self._title)
        return head

    def _fill_bar(self) -> None:
        look, bar = self._context.look, self.editor.bar
        bar.fit(0)
        bar.preview.hide()  # here it is one of two, and shows what an outlet shows
        self._writing, self._previewing = Button(look, "", stage="share"), Button(look, "", stage="share")
        self.adding, self.ordering = Button(look, "plus", stage="share"), Button(look, "list", stage="share")
        self._writing.clicked.connect(self.show_writing)
        self._previewing.clicked.connect(self._want_preview)
        self.say(lambda words: name(self.ordering, words), "Parts of your draft")
        for button in (self._writing, self._previewing):
            button.one_of()
        for button in (self.adding, self.ordering):
            button.setCheckable(True)
        self._writing.setChecked(True)
        bar.row.insertWidget(0, self._writing)
        bar.row.insertWidget(1, self._previewing)
        bar.row.insertSpacing(2, 6)
        bar.row.addWidget(self.adding)
        bar.row.addWidget(self.ordering)
        self.about = Button(look, "tag", stage="share")
        self.say(lambda words: name(self.about, words), "About this draft")
        self.editor.foot.addWidget(self.about)
        history = Button(look, "history", stage="share")
        self.say(lambda words: name(history, words), "Former versions")
        history.clicked.connect(self.show_history)
        self.editor.foot.addWidget(history)
        self._name_buttons()

    def _name_buttons(self) -> None:
        narrow = self._is_narrow
        for button, words, icon in ((self._writing, tr("Write"), "pen-line"), (self._previewing, tr("Preview"), "eye")):
            name(button, words)
            button.setText("" if narrow else words)
            button.set_icon(icon if narrow else "")
        name(self.adding, tr("Notes, highlights and articles to put in"))
        self.adding.setText("" if narrow else tr("Add"))

    def _want_preview(self) -> None:
        self._turned(self.is_preview())  # until it is there; it may be refused
        self.preview_wanted.emit()

    def _turned(self, on: bool) -> None:
        self._head.setVisible(not on)
        self._writing.setChecked(not on)
        self._previewing.setChecked(on)

    def _title_edited(self, text: str) -> None:
        if text.strip():
            self.keeper.set_field("title", text.strip())
