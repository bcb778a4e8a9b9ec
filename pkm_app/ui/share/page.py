"""The page of Share, and what goes on between its three columns."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from pkm_app.base.errors import Problem
from pkm_app.sense.model import FileCard
from pkm_app.share.model import Published
from pkm_app.ui.dialogs import choose_file_to_write
from pkm_app.ui.i18n import Worded, tr
from pkm_app.ui.room import Context
from pkm_app.ui.share.draft_page import DraftPage
from pkm_app.ui.share.draft_rows import DraftList, draft_rows
from pkm_app.ui.share.panel import SharePanel
from pkm_app.ui.widgets import Button, Label, Panel

_MOST = 500
_QUIET = 400  # milliseconds after a save before the check looks again


class SharePage(Worded, QSplitter):
    """List, draft, side."""

    def __init__(self, context: Context) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._context = context
        self._wanted = ""
        self._draft = DraftPage(context)
        self._draft.preview_wanted.connect(self._preview)
        self._panel = SharePanel(context)
        self._panel.send.connect(self._send)
        self._panel.chosen.connect(lambda _audience: self._check())
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_QUIET)
        self._timer.timeout.connect(self._check)
        self._draft.settled.connect(self._timer.start)
        self._empty = self._make_empty()
        self._middle = QStackedWidget()
        self._middle.addWidget(self._empty)
        self._middle.addWidget(self._draft)
        self.addWidget(self._make_left())
        self.addWidget(self._middle)
        self.addWidget(self._panel)
        self.setHandleWidth(0)
        self.setChildrenCollapsible(False)
        self.setStretchFactor(1, 1)
        self.setSizes([236, 764, 290])
        for subject in ("drafts", "shared"):
            context.relay.listen(subject, self._changed)

    def entered(self) -> None:
        """Come in."""
        kept = self._context.services.settings.get("share.open")
        if kept and self._draft.card is None and not self._wanted:
            self._wanted = kept
        self._load()
        self._panel.load()
        self._list.setFocus()

    def open(self, name: str) -> bool:
        """Show a draft by path or id."""
        card = self._context.services.sense.find(name)
        self._wanted = card.path
        self._load()
        return True

    def rest(self) -> None:
        """Save what is unsaved and keep the place."""
        self._draft.keeper.rest()
        self._context.services.settings.put("share.open", self._draft.keeper.path)

    def has_draft(self) -> bool:
        """Return whether a draft is open that can still be changed."""
        return self._middle.currentWidget() is self._draft and self._is_draft()

    def new_draft(self) -> None:
        """Begin an empty draft."""
        drafting = self._context.services.share.drafting

        def made(result: tuple[str, str]) -> None:
            self._wanted = result[1]
            self._context.relay.tell("drafts", result[1])

        self._context.relay.call(lambda: drafting.new_draft((), tr("New draft")), made, self._context.notices.problem)

    def toggle_preview(self) -> None:
        """Go from writing to the preview, or back."""
        if self._draft.is_preview():
            self._draft.show_writing()
        else:
            self._preview()

    def send_now(self) -> None:
        """Do what the button at the right does."""
        self._panel.press()

    def export(self) -> None:
        """Write the draft to a file the person chooses."""
        self.rest()
        chosen = choose_file_to_write(self, tr("Export to a file"), self._draft.card.title if self._draft.card else "",
                                      {"html": tr("Web page (*.html)"), "md": tr("Markdown (*.md)")})
        if not chosen:
            return
        share, path, audience = self._context.services.share, self._draft.keeper.path, self._panel.audience()
        form = "markdown" if chosen.lower().endswith((".md", ".markdown")) else "html"

        def work() -> int:
            data, cut = share.publishing.export(path, form, audience)
            share.write_file(chosen, data)
            return cut

        def done(cut: int) -> None:
            left = " " + tr("%n private part(s) left out", cut) + "." if cut else ""
            self._context.notices.say(tr("Written: {path}.", path=chosen) + left)

        self._context.relay.call(work, done, self._context.notices.problem)

    def words_changed(self) -> None:
        self._load()

    def _make_left(self) -> QWidget:
        look = self._context.look
        panel = Panel(look, "panel", "r")
        panel.setMinimumWidth(200)
        new = Button(look, "plus", "outlined", "share")
        self.say(new.setText, "New draft")
        new.clicked.connect(self.new_draft)
        self._list = DraftList(look)
        self.say(self._list.setAccessibleName, "Drafts and what was shared")
        self._list.selectionModel().currentChanged.connect(self._chosen)
        export = Button(look, "file-down", stage="share")
        self.say(export.setText, "Export to a file")
        export.clicked.connect(lambda: self._context.commands.run("share.export"))
        box = QVBoxLayout(panel)
        box.setContentsMargins(10, 12, 11, 12)
        row = QHBoxLayout()
        row.addWidget(new)
        row.addStretch(1)
        box.addLayout(row)
        box.addWidget(self._list, 1)
        box.addWidget(export, 0, Qt.AlignmentFlag.AlignLeft)
        return panel

    def _make_empty(self) -> QWidget:
        look = self._context.look
        page = Panel(look, "surface")
        words = Label(look, "ink2", 15, wrap=True, family="reading")
        words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        words.setMaximumWidth(420)
        self.say(words.setText, "Here what you made of it becomes a text for others. A draft begins with a note of "
                                "yours, and every quotation brings its credit along.")
        begin = Button(look, "plus", "filled", "share")
        self.say(begin.setText, "New draft")
        begin.clicked.connect(self.new_draft)
        box = QVBoxLayout(page)
        box.addStretch(2)
        box.addWidget(words, 0, Qt.AlignmentFlag.AlignHCenter)
        box.addSpacing(14)
        box.addWidget(begin, 0, Qt.AlignmentFlag.AlignHCenter)
        box.addStretch(3)
        return page

    def _load(self) -> None:
        sense = self._context.services.sense
        rows = draft_rows(sense.cards(("draft",), limit=_MOST), sense.cards(("shared",), limit=_MOST))
        self._list.rows.update_rows(rows)
        if self._wanted and self._list.choose(self._wanted):
            self._wanted = ""

    def _chosen(self, _index: QModelIndex, _before: QModelIndex) -> None:
        row = self._list.chosen()
        if row is None or row.kind == "heading" or row.id == self._draft.keeper.path:
            return
        self._draft.keeper.rest()
        card: FileCard = self._context.services.sense.find(row.id)
        self._draft.show_draft(card, self._context.services.sense.load(card.path), row.kind == "draft")
        self._middle.setCurrentWidget(self._draft)
        self._check()

    def _is_draft(self) -> bool:
        return self._draft.card is not None and self._draft.card.type == "draft"

    def _check(self) -> None:
        if not self._is_draft():
            self._panel.show_check(None)
            return
        publishing, path = self._context.services.share.publishing, self._draft.keeper.path
        audience = self._panel.audience()
        self._context.relay.call(lambda: publishing.check(path, audience), self._panel.show_check, self._no_check)

    def _no_check(self, problem: Problem) -> None:
        self._panel.show_check(None)
        self._context.notices.problem(problem)

    def _preview(self) -> None:
        self._draft.keeper.rest()
        publishing, path = self._context.services.share.publishing, self._draft.keeper.path
        audience = self._panel.audience()
        self._context.relay.call(lambda: publishing.rendered(path, audience), self._draft.show_preview,
                                 self._context.notices.problem)

    def _send(self, outlet: str) -> None:
        if not self.has_draft():
            return
        self._draft.keeper.rest()
        operation = self._context.services.share.publishing.publish(self._draft.keeper.path, outlet)
        self._panel.set_busy(True)
        self._context.relay.start(operation, tr("Saving as draft on {name}", name=outlet), self._sent, self._not_sent)

    def _sent(self, done: Published) -> None:
        self._panel.set_busy(False)
        words = {
            "created": tr("Your draft stands there now. Finish it there: {address}", address=done.edit_url or done.url),
            "updated": tr("Your draft there is up to date: {address}", address=done.edit_url or done.url),
            "unchanged": tr("Your draft there is the same already: {address}", address=done.edit_url or done.url),
        }
        self._context.notices.say(words[done.action])
        self._reread()

    def _not_sent(self, problem: Problem) -> None:
        self._panel.set_busy(False)
        self._context.notices.problem(problem)

    def _changed(self, ids: tuple[str, ...]) -> None:
        self._load()
        if self._draft.keeper.path in ids and not self._draft.keeper.is_unsaved():
            self._reread()

    def _reread(self) -> None:
        """Take in what was written into the open file by sending it, or by another program."""
        path = self._draft.keeper.path
        if path and not self._draft.keeper.is_unsaved():
            loaded = self._context.services.sense.load(path)
            if loaded.file.body == self._draft.pane.text():
                self._draft.keeper.opened(loaded)
            else:
                self._draft.show_draft(self._context.services.sense.find(path), loaded, self._is_draft())
