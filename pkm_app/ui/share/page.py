"""The page of Share, and what goes on between its three columns."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QSize, Qt
from PySide6.QtWidgets import QSplitter

from pkm_app.base.errors import NotFound, Problem
from pkm_app.sense.model import FileCard
from pkm_app.ui import writing_acts
from pkm_app.ui.blank import BlankPage
from pkm_app.ui.boxes import Pages, stacked
from pkm_app.ui.following import follow
from pkm_app.ui.geometry import keep_columns
from pkm_app.ui.i18n import Worded, tr
from pkm_app.ui.room import Context
from pkm_app.ui.share.check_desk import CheckDesk
from pkm_app.ui.share.composing import Composing
from pkm_app.ui.share.describing import DescribingDesk
from pkm_app.ui.share.draft_page import DraftPage
from pkm_app.ui.share.draft_rows import DraftRow, draft_rows
from pkm_app.ui.share.drafts_panel import DraftsPanel
from pkm_app.ui.share.export import ExportDesk
from pkm_app.ui.share.left_page import LeftPage
from pkm_app.ui.share.panel import SharePanel
from pkm_app.ui.share.previewing import show_preview
from pkm_app.ui.share.sending import Sending
from pkm_app.ui.share.what_left import WhatLeft
from pkm_app.ui.turns import Turns

_MOST = 500
_ENOUGH = 804  # pixels for three columns
_STARTS = 6  # notes offered to start a draft from


class SharePage(Worded, QSplitter):
    """List, draft, side."""

    def __init__(self, context: Context, watch: WhatLeft) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._context, self._watch = context, watch
        self._was_seen = False
        self._wanted = self._left_path = ""
        self.draft = DraftPage(context)
        self.draft.preview_wanted.connect(self._preview)
        self._panel = SharePanel(context)
        self.desk = CheckDesk(context, self.draft, self._panel, self._open_path)
        self._check = self.desk.look
        self.exporting = ExportDesk(context, self.draft, self._panel.audience, self.desk.result)
        self.describing = DescribingDesk(context, self.draft)
        self._sending = Sending(context, self.draft, self._panel, self._reread)
        self._panel.send.connect(self._send)
        self._panel.chosen.connect(self._chosen_outlet)
        self._panel.added.connect(self.write)
        self._blank = self._make_blank()
        self.left = LeftPage(context)
        self._middle = stacked(self._blank, self.draft, self.left)
        self.left.opened.connect(self._go_to)
        self.left.known.connect(self._load)
        watch.changed.connect(self._show_rows)
        drafts = DraftsPanel(context, self.new_draft, self.start_from)
        self._list = drafts.list
        self._list.selectionModel().currentChanged.connect(self._chosen)
        self._list.pressed_on.connect(self._pressed)
        self.addWidget(drafts)
        self.addWidget(self._middle)
        column = Pages()
        self.composing = Composing(context, self.draft, self._panel, column)
        self.addWidget(column)
        self.setHandleWidth(0)
        self.setChildrenCollapsible(False)
        self.setStretchFactor(1, 1)
        fill = keep_columns(self, context.services.settings, "share.splitter", (236, 764, 290))
        self.turns = Turns(self, _ENOUGH, fill, context.look, "share", "Before it leaves")
        self._panel.put_at_top(self.turns.closer)
        drafts.put_below(self.turns.opener)
        self.composing.opened.connect(self.turns.show_side)
        self.composing.closed.connect(self.turns.show_list)
        self.draft.pane.left.connect(self._to_list)
        self.draft.editor.followed.connect(self._follow)
        for subject in ("notes", "drafts", "shared"):
            context.relay.listen(subject, self._changed)

    def entered(self) -> None:
        """Come in."""
        self._was_seen = True
        kept = self._context.services.settings.get("share.open")
        if kept and not self._shown_path() and not self._wanted:
            self._wanted = kept
        self._load()
        self._panel.load()
        self._to_list()
        self._watch.ask_quietly()

    def open(self, name: str) -> bool:
        """Show a draft by path or id."""
        card = self._context.services.sense.find(name)
        self._wanted = card.path
        self._load()
        if self._shown_path() != card.path:
            self._open(card)  # it is older than what the list shows
        return True

    def rest(self) -> None:
        """Save what is unsaved and keep the place."""
        self.draft.keeper.rest()
        if self._was_seen:
            self._context.services.settings.put("share.open", self._shown_path())

    def has_draft(self) -> bool:
        """Return whether a draft is open that can still be changed."""
        return self._middle.currentWidget() is self.draft and self._is_draft()

    def can_write(self) -> bool:
        """Return whether a text is open that can be written in, and its preview is not in the way."""
        return self.has_draft() and not self.draft.pane.isReadOnly() and not self.draft.is_preview()

    def new_draft(self) -> None:
        """Begin an empty draft."""
        self._begin((), tr("New draft"))

    def start_from(self, template: str, title: str, days: int = 7) -> None:
        """Begin a draft from a template, in the language of the window; finds look back so many days."""
        self._begin((), title, template, self._context.language.code, days)

    def _begin(self, names: tuple[str, ...], title: str, template: str = "post", tongue: str = "",
               days: int = 7) -> None:
        drafting, otherwise = self._context.services.share.drafting, self._context.language.code

        def made(result: tuple[str, str]) -> None:
            self._wanted = result[1]
            self._context.relay.tell("drafts", result[1])
            self.draft.write_title()

        self._context.relay.call(
            lambda: drafting.new_draft(names, title, template, tongue, days=days, otherwise=otherwise), made,
            self._context.notices.problem)

    def toggle_preview(self) -> None:
        """Go from writing to the preview, or back."""
        if self.draft.is_preview():
            self.draft.show_writing()
        else:
            self._preview()

    def send_now(self) -> None:
        """Do what the button at the right does."""
        self._panel.press()
        if self._panel.is_held_up():
            self.turns.show_side()  # what is to be mended stands there

    def add_outlet(self) -> None:
        """Open the form for a new place to share."""
        self.turns.show_side()
        self._panel.begin_form()

    def tick(self) -> None:
        """Tick the box of the caret's line, or give the line one."""
        writing_acts.tick(self.draft.pane)

    def write(self) -> None:
        """Put the caret into the text."""
        self.draft.show_writing()
        self.draft.pane.setFocus()

    def words_changed(self) -> None:
        self._load()
        self.desk.say_again()

    def minimumSizeHint(self) -> QSize:
        """Ask for no width: the columns take turns where there is little."""
        return QSize(0, super().minimumSizeHint().height())

    def _to_list(self) -> None:
        self.turns.show_list()
        self._list.setFocus()

    def _make_blank(self) -> BlankPage:
        page = BlankPage(self._context.look, "plus", "share")
        self.say(page.set_words, "Here what you made of it becomes a text for others. A draft begins with a note of "
                                 "yours, and every quotation brings its credit along.")
        self.say(page.act.setText, "New draft")
        page.act.clicked.connect(self.new_draft)
        return page

    def _load(self) -> None:
        self._show_rows()
        self._watch.load()

    def _show_rows(self) -> None:
        sense = self._context.services.sense
        rows = draft_rows(sense.cards(("draft",), limit=_MOST), self._watch.records[:_MOST],
                          sense.cards(("note",), limit=_STARTS))
        self._list.rows.update_rows(rows)
        if self._wanted and self._list.choose(self._wanted):
            self._wanted = ""

    def _chosen(self, _index: QModelIndex, _before: QModelIndex) -> None:
        row = self._list.chosen()
        if row is None or row.kind not in ("draft", "shared") or row.id == self._shown_path():
            return
        try:
            self._open(self._context.services.sense.find(row.id))
        except Problem as problem:  # another program was quicker: it is gone, or cannot be read
            self._context.notices.problem(problem)

    def _pressed(self, row: DraftRow) -> None:
        if row.kind == "start":
            self._begin((row.id,), "")
        elif self._list.hasFocus() and row.kind == "draft" and self.draft.card is not None:
            self.write()

    def _open(self, card: FileCard) -> None:
        """Open a draft. One whose words cannot be saved stays open: nothing typed is left behind unseen."""
        if not self.draft.keeper.rest():
            self._list.choose(self.draft.keeper.path)
            return
        if card.type == "shared":
            self.draft.forget()
            self.left.show_record(card.path)
            self._middle.setCurrentWidget(self.left)
        else:
            self.draft.show_draft(card, self._context.services.sense.load(card.path), card.type == "draft")
            self._middle.setCurrentWidget(self.draft)
        self._left_path = card.path if card.type == "shared" else ""
        self._check()

    def _shown_path(self) -> str:
        return self._left_path or self.draft.keeper.path

    def _follow(self, target: str) -> None:
        follow(self._context, target, self.draft.keeper.path, lambda title: self._context.notices.warn(
            tr("There is no note called “{title}” yet.", title=title)))

    def _go_to(self, name: str) -> None:
        """Go to a draft, to what an answer is kept as, or to what a text rests on."""
        try:
            card = self._context.services.sense.find(name)
        except Problem as problem:
            self._context.notices.problem(problem)
            return
        kind = {"draft": "draft", "shared": "draft", "source": "source"}.get(card.type, "note")
        self._context.go(kind, card.path)

    def _is_draft(self) -> bool:
        return self.draft.card is not None and self.draft.card.type == "draft"

    def _open_path(self, path: str) -> bool:
        try:
            self._open(self._context.services.sense.find(path))
        except Problem as problem:
            self._context.notices.problem(problem)
        self._list.choose(path)
        return self.draft.keeper.path == path

    def _chosen_outlet(self, _audience: str) -> None:
        self._check()
        if self.draft.is_preview():
            self._preview()

    def _preview(self) -> None:
        if self.draft.keeper.rest():
            show_preview(self._context, self.draft, self._panel, self._preview)

    def _send(self, outlet: str) -> None:
        if self.has_draft():
            self._sending.send(outlet)

    def _changed(self, ids: tuple[str, ...]) -> None:
        if self.isVisible():  # who comes in looks anew
            self._load()
        if not ids or self.draft.keeper.path in ids:
            self._reread()
        if self._left_path and self._left_path in ids:
            self.left.show_record(self._left_path)

    def _reread(self) -> None:
        """Take in what was written into the open file by sending it, or by another program."""
        path = self.draft.keeper.path
        if not path or self.draft.keeper.is_unsaved():
            return
        try:
            loaded = self._context.services.sense.load(path)
            if loaded.digest != self.draft.keeper.digest:
                self.draft.show_draft(self._context.services.sense.find(path), loaded, self._is_draft())
                self._check()
                if self.draft.is_preview():
                    self._preview()
        except NotFound:
            self.draft.forget()
            self._check()
            self._middle.setCurrentWidget(self._blank)
            self._context.notices.warn(tr("The file that was open here is gone from your PKM folder."))
