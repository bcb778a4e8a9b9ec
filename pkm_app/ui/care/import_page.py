"""Taking in what other programs made: first one looks what would come, then one takes it in; it can be undone."""

from __future__ import annotations

from collections.abc import Callable
from itertools import zip_longest

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QHBoxLayout

from pkm_app.base.errors import Problem
from pkm_app.base.events import Subject
from pkm_app.ui.care.column import CarePage
from pkm_app.ui.care.whole_lines import WholeLines
from pkm_app.ui.i18n import noop, problem_text, tr
from pkm_app.ui.relay import Job
from pkm_app.ui.room import Context
from pkm_app.ui.services.care import TakenIn
from pkm_app.ui.widgets import Button, Card, Label

KINDS = {
    "folder": noop("a folder of notes"), "opml": noop("a list of subscriptions"),
    "readwise": noop("highlights of Readwise"), "hypothesis": noop("highlights of Hypothesis"),
    "pocket": noop("what was kept in Pocket"), "instapaper": noop("what was kept in Instapaper"),
    "bookmarks": noop("bookmarks of a browser"), "document": noop("a document"),
}
_SHOWN = 500  # lines
_SUBJECTS: tuple[Subject, ...] = ("notes", "sources", "highlights", "feeds")


class ImportPage(CarePage):
    """``look_at(path)`` says what would come, ``take_in()`` takes that in."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, noop("Take in from elsewhere"), noop(
            "Highlights of Readwise or Hypothesis, what you kept in Pocket or Instapaper, bookmarks of a browser, "
            "lists of subscriptions, and folders of notes, also of Obsidian. You see what would come before anything "
            "comes."))
        look = context.look
        self._path = ""
        self._job: Job | None = None
        self.found: TakenIn | None = None
        self._file, self._folder = Button(look, "file-text", "filled"), Button(look, "folder-open", "outlined")
        self.say(self._file.setText, "Choose a file…")
        self.say(self._folder.setText, "Choose a folder…")
        self._file.clicked.connect(self._ask_file)
        self._folder.clicked.connect(self._ask_folder)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._file)
        row.addWidget(self._folder)
        row.addStretch(1)
        self.box.addSpacing(8)
        self.box.addLayout(row)
        self.box.addSpacing(8)
        self.box.addWidget(self._make_found())
        self.box.addStretch(1)

    def entered(self) -> None:
        self._file.setFocus()

    def look_at(self, path: str) -> None:
        """Say what would come of a file or folder; nothing is changed."""
        if self._job is not None and not self._job.over:
            self.context.relay.stop(self._job)
        self._path, self.found = path, None
        self._show_card(False)
        self._job = self.context.relay.start(
            self.context.services.care.take_in(path, True), tr("Looking first"), self._show,
            self.context.notices.problem)

    def take_in(self) -> None:
        """Take in what was looked at."""
        if self.found is None or (self._job is not None and not self._job.over):
            return
        self._take.setEnabled(False)
        self._take_in(self._path)

    def _take_in(self, path: str) -> None:
        self._job = self.context.relay.start(
            self.context.services.care.take_in(path, False), tr("Taking in"),
            lambda done: self._taken(done, lambda: self._take_in(path)), self._failed)

    def words_changed(self) -> None:
        if self.found is not None:
            self._show(self.found)

    def _make_found(self) -> Card:
        look = self.context.look
        self._card = Card(18, 10)
        self._heading, self._counts = Label(look, "ink", 15, 600, wrap=True), Label(look, "ink2", 13, wrap=True)
        self._failures = Label(look, "warning", 13, wrap=True)
        self._coming = WholeLines(260)
        self._coming.setFont(look.font("text", 13))
        self.say(self._coming.setAccessibleName, "What would come")
        self._take, self._leave = Button(look, "download", "filled"), Button(look)
        self.say(self._take.setText, "Take in")
        self.say(self._leave.setText, "Leave it")
        self._take.clicked.connect(self.take_in)
        self._leave.clicked.connect(lambda: self._show_card(False))
        acts = QHBoxLayout()
        acts.setSpacing(8)
        acts.addWidget(self._take)
        acts.addWidget(self._leave)
        acts.addStretch(1)
        for widget in (self._heading, self._counts, self._failures, self._coming):
            self._card.box.addWidget(widget)
        self._card.box.addLayout(acts)
        self._card.hide()
        return self._card

    def _ask_file(self) -> None:
        path, _ = QFileDialog.getOpenFileName(self, tr("Take in from elsewhere"))
        if path:
            self.look_at(path)

    def _ask_folder(self) -> None:
        path = QFileDialog.getExistingDirectory(self, tr("Take in from elsewhere"))
        if path:
            self.look_at(path)

    def _show(self, found: TakenIn) -> None:
        self.found = found
        name = self._path.replace("\\", "/").rstrip("/").rpartition("/")[2]
        kind = tr(KINDS[found.kind]) if found.kind in KINDS else found.kind
        self._heading.setText(tr("“{name}”: {kind}", name=name, kind=kind))
        words = tr("%n thing(s) would come.", found.added)
        if found.known:
            words += " " + tr("%n are here already.", found.known)
        self._counts.setText(words)
        self._failures.setVisible(bool(found.failed))
        if found.failed:
            self._failures.setText(tr("%n not taken: {reason}", len(found.failed), reason=_said(found.failed[0])))
        more = len(found.lines) - _SHOWN
        lines = [f"{line} ({tr('%n highlight(s)', count)})" if count else line
                 for line, count in zip_longest(found.lines[:_SHOWN], found.marked[:_SHOWN])]
        lines += [tr("And %n more.", more)] if more > 0 else []
        self._coming.setPlainText("\n".join(lines))
        self._coming.setVisible(bool(lines))
        self._take.setEnabled(found.added > 0)
        self._show_card(True)
        (self._take if found.added else self._leave).setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_card(self, on: bool) -> None:
        """Show what would come, or put it away: one act at a time is the next one, and stands out."""
        self._card.setVisible(on)
        self._file.set_kind("outlined" if on else "filled")

    def _taken(self, done: TakenIn, again: Callable[[], None]) -> None:
        relay, notices, care = self.context.relay, self.context.notices, self.context.services.care
        self.found = None
        self._show_card(False)

        def back() -> None:
            relay.call(lambda: care.take_back(done.plan_id), lambda _: self._changed(), notices.problem)

        words = tr("%n thing(s) came.", done.added)
        if done.failed:
            notices.warn(f"{words} " + tr("%n not taken: {reason}", len(done.failed), reason=_said(done.failed[0])))
        if not done.failed or done.plan_id:
            notices.say(words, *((back, again) if done.plan_id else ()))
        self._changed()

    def _failed(self, problem: Problem) -> None:
        self._take.setEnabled(True)
        self.context.notices.problem(problem)

    def _changed(self) -> None:
        for subject in _SUBJECTS:
            self.context.relay.tell(subject)


def _said(reason: Problem | str) -> str:
    return problem_text(reason) if isinstance(reason, Problem) else reason
