"""The middle of Share: one draft, written or looked at as it will stand there."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from pkm_app.content.clean import clean_html
from pkm_app.content.quotation import word_counts
from pkm_app.sense.model import FileCard, Loaded
from pkm_app.share.kinds import KINDS
from pkm_app.share.model import OutletSettings, Rendered
from pkm_app.share.outline import meters
from pkm_app.share.richtext import Place, RichText
from pkm_app.ui.i18n import Worded, noop, tr
from pkm_app.ui.reading import ReadingPane
from pkm_app.ui.reading_document import Head, make_document
from pkm_app.ui.room import Context
from pkm_app.ui.saving import FileKeeper, State
from pkm_app.ui.share.fidelity import as_lines, for_whom, what_is_lost, without_title
from pkm_app.ui.widgets import Button, Label, Panel, name, plain_tip
from pkm_app.ui.writing import WritingPane

_STATES: dict[State, str] = {"saved": noop("Saved"), "writing": noop("Writing…"), "failed": noop("Not saved")}
_NARROW = 620  # pixels of the page


class DraftPage(Worded, Panel):
    """``settled`` fires when a save has ended, ``shown`` when another text is shown, ``preview_wanted`` when the person
    looks at the preview."""

    settled = Signal()
    shown = Signal()
    preview_wanted = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__(context.look, "surface")
        self._context = context
        self.card: FileCard | None = None
        self._is_narrow = False
        self.pane = WritingPane(context.look, "share")
        self.keeper = FileKeeper(context, self.pane.text, self._show_state)
        self.pane.written.connect(self.keeper.touched)
        self.say(self.pane.setAccessibleName, "Text of the draft")
        self.say(self.pane.setPlaceholderText, "Your words…")
        self.preview = ReadingPane(context.look, "share")
        self.say(self.preview.setAccessibleName, "Preview")
        write = QWidget()
        box = QVBoxLayout(write)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self._make_head())
        box.addWidget(self.pane, 1)
        self._stack = QStackedWidget()
        self._stack.addWidget(write)
        self._stack.addWidget(self.preview)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self._make_bar())
        outer.addWidget(self._stack, 1)
        self.pane.installEventFilter(self)

    def show_draft(self, card: FileCard, loaded: Loaded, editable: bool) -> None:
        """Show a draft, or (not editable) what left."""
        again = self.card is not None and self.card.path == card.path
        self.card = card
        if self._title.text() != card.title:
            self._title.setText(card.title)
            self._title.setCursorPosition(0)  # a long title shows its beginning
        self._title.setReadOnly(not editable)
        self.pane.show_text(self.keeper.opened(loaded), again)
        self.pane.setReadOnly(not editable or not loaded.file.front_readable)
        self._previewing.setEnabled(editable)
        if not again:
            self.show_writing()
        self._count()
        self.shown.emit()

    def forget(self) -> None:
        """Show nothing any more: the file is gone."""
        self.keeper.opened(None)
        self.card = None

    def write_title(self) -> None:
        """Put the caret into the title, all of it selected."""
        self._title.setFocus()
        self._title.selectAll()

    def show_writing(self) -> None:
        """Show the text to be written."""
        self._stack.setCurrentIndex(0)
        self._writing.setChecked(True)
        self._previewing.setChecked(False)

    def show_preview(self, draft: Rendered, outlet: OutletSettings | None = None) -> None:
        """Show a draft as it would leave to an outlet; its pictures stay where they are."""
        said = [for_whom(outlet)] if outlet else []
        if draft.cut:
            said.append(tr("%n private part(s) left out", draft.cut))
        self._show_html(clean_html(draft.html), Head("", draft.title, " · ".join(said)))

    def show_pasted(self, rich: RichText, outlet: OutletSettings) -> None:
        """Show a draft as it stands in a place into which it is pasted, and what is lost there."""
        kind = KINDS[outlet.kind]
        lost, changed = what_is_lost(rich, cast(Place, kind.place))
        said = [for_whom(outlet)]
        if lost:
            said.append(tr("Lost there: {features}", features=lost))
        if changed:
            said.append(tr("Only the words stay of: {features}", features=changed))
        if kind.limit:
            said.append(tr("{length} of {limit} characters", length=len(rich.plain), limit=kind.limit))
        html = as_lines(rich) if outlet.kind == "linkedin" else clean_html(without_title(rich))
        self._show_html(html, Head("", rich.title, " · ".join(said)))

    def _show_html(self, html: str, head: Head) -> None:
        self.preview.show_document(make_document(html, self._context.look, 18, head, "share"))
        self._stack.setCurrentIndex(1)
        self._writing.setChecked(False)
        self._previewing.setChecked(True)

    def is_preview(self) -> bool:
        """Return whether the preview is shown."""
        return self._stack.currentIndex() == 1

    def words_changed(self) -> None:
        self._count()
        self._name_adding()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            left = self.pane.column_left()
            narrow = self.width() < _NARROW
            if narrow != self._is_narrow:  # the count of words goes before the word on a button
                self._is_narrow = narrow
                self._name_adding()
            self._head_box.setContentsMargins(left, 28, max(12, self.pane.width() - left - self.pane.column()), 14)
        return super().eventFilter(watched, event)

    def _make_head(self) -> QWidget:
        head = QWidget()
        self._title = QLineEdit()
        self._title.setFrame(False)
        self._title.setTextMargins(-2, 0, 0, 0)  # Qt keeps two pixels there; the title stands above its text
        self._title.setFont(self._context.look.font("reading", 27, 600))
        self._title.setStyleSheet("QLineEdit, QLineEdit:focus { border: 0; background: transparent; padding: 0; }")
        self.say(self._title.setAccessibleName, "Title")
        self._title.textEdited.connect(self._title_edited)
        self._title.returnPressed.connect(self.pane.setFocus)
        self._head_box = QVBoxLayout(head)
        self._head_box.addWidget(self._title)
        return head

    def _make_bar(self) -> QWidget:
        look = self._context.look
        bar = Panel(look, "surface", "b")
        bar.setFixedHeight(48)
        self._writing = Button(look, "", stage="share")
        self.say(self._writing.setText, "Write")
        self._writing.clicked.connect(self.show_writing)
        self._previewing = Button(look, "", stage="share")
        self.say(self._previewing.setText, "Preview")
        self._previewing.clicked.connect(self.preview_wanted)
        for button in (self._writing, self._previewing):
            button.setCheckable(True)
        self.adding = Button(look, "plus", stage="share")
        self._name_adding()
        self.ordering = Button(look, "list", stage="share")
        self.say(lambda words: name(self.ordering, words), "Parts of your draft")
        for button in (self.adding, self.ordering):
            button.setCheckable(True)
        self._about = Label(look, "ink2", 12)
        self._about.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._state = Label(look, "ink2", 12)
        self._state.hug()
        row = QHBoxLayout(bar)
        row.setContentsMargins(14, 0, 14, 1)
        row.setSpacing(6)
        row.addWidget(self._writing)
        row.addWidget(self._previewing)
        row.addWidget(self.adding)
        row.addWidget(self.ordering)
        row.addWidget(self._about, 1)
        row.addWidget(self._state)
        return bar

    def _name_adding(self) -> None:
        name(self.adding, tr("Notes, highlights and articles to put in"))
        self.adding.setText("" if self._is_narrow else tr("Add"))

    def _title_edited(self, text: str) -> None:
        if text.strip():
            self.keeper.set_field("title", text.strip())

    def _show_state(self, state: State) -> None:
        self._state.set_role("error" if state == "failed" else "ink2")
        self.say(self._state.setText, _STATES[state])
        if state == "saved" and self.card is not None:
            self._count()
            self.settled.emit()

    def _count(self) -> None:
        counts = word_counts(self.pane.text())
        total = counts.own + counts.quoted
        share = round(100 * counts.quoted / total) if total else 0
        said = [tr("%n word(s)", total), tr("{percent} % quoted", percent=share)]
        sources = sum(1 for meter in meters(self.pane.text()) if meter.credit)
        self._about.setText(" · ".join([*said, tr("%n source(s)", sources)] if sources else said))
        self._about.setToolTip(plain_tip(self._about.text()))
