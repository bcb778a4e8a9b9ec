"""What can be done in Sense with the open note, and how a new one begins: the acts behind buttons, keys and links."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Protocol

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from pkm_app.flow.highlighting import PlacedHighlight
from pkm_app.seek.model import Article
from pkm_app.sense.model import FileCard
from pkm_app.sense.notes import NewNote
from pkm_app.sense.review import MARK
from pkm_app.sense.templates import Template
from pkm_app.ui import writing_acts
from pkm_app.ui.about_article import note_about
from pkm_app.ui.following import follow
from pkm_app.ui.history import HistoryDialog
from pkm_app.ui.i18n import noop, tr
from pkm_app.ui.room import Context
from pkm_app.ui.sense.note_page import NotePage
from pkm_app.ui.unmaking import unmaking


class Page(Protocol):
    """What the acts need of the page of Sense."""

    note: NotePage

    def has_file(self) -> bool:
        """Whether a file is open."""

    def save_now(self) -> bool:
        """Save at once, the title as well; whether all of it is in the file."""

    def show_written(self, path: str) -> None:
        """Show a note that was written just now, ready to be gone on with."""

    def placed(self) -> Mapping[str, PlacedHighlight]:
        """The highlights of the moment, by id."""

    def forget_file(self) -> None:
        """Show the open file no more: it is gone."""


class NoteActs:
    """One of these belongs to the page."""

    def __init__(self, context: Context, page: Page) -> None:
        self._context, self._page = context, page

    def new_note(self) -> None:
        """Begin an empty note."""
        self._write(NewNote(tr("New note")), ())

    def choose_template(self, button: QWidget) -> None:
        """Show the templates under a button; the one that is chosen begins a note."""
        templates, language = self._context.services.writing.templates, self._context.language.code

        def show(found: Sequence[Template]) -> None:
            menu = QMenu(button)
            for one in found:
                action = QAction(one.title, menu)
                action.triggered.connect(lambda _checked=False, name=one.key: self.from_template(name))
                menu.addAction(action)
            menu.aboutToHide.connect(menu.deleteLater)
            menu.popup(button.mapToGlobal(QPoint(0, button.height() + 4)))

        self._context.relay.call(lambda: templates.listing(language), show, self._context.notices.problem)

    def from_template(self, name: str) -> None:
        """Begin a note from a template."""
        writing, language = self._context.services.writing, self._context.language.code
        title = tr("New note")
        self._context.relay.call(lambda: writing.templates.begin(name, NewNote(title), language),
                                 lambda note: self._write(note, ()), self._context.notices.problem)

    def write_about(self, highlight_id: str) -> None:
        """Begin a note that quotes a highlight."""
        highlight = self._page.placed()[highlight_id].highlight
        self._write(NewNote(" ".join(highlight.exact.split()[:7])), (highlight_id,))

    def write_about_article(self, article: Article) -> None:
        """Begin a note that quotes what was highlighted in an article, or else credits the article itself."""
        highlighting = self._context.services.highlighting
        note = note_about(article)

        def begin(placed: Sequence[PlacedHighlight]) -> None:
            if placed:
                self._write(replace(note, body=""), [one.highlight.highlight_id for one in placed])
            else:
                self._write(note, ())

        self._context.relay.call(lambda: highlighting.of_article(article), begin, self._context.notices.problem)

    def use_in_draft(self) -> None:
        """Compose a draft of the open file and go there."""
        if not self._page.save_now():
            return
        path = self._page.note.keeper.path
        drafting, language = self._context.services.share.drafting, self._context.language.code

        def composed(result: tuple[str, str]) -> None:
            self._context.relay.tell("drafts", result[1])
            self._context.go("draft", result[1])

        self._context.relay.call(lambda: drafting.new_draft((path,), otherwise=language), composed,
                                 self._context.notices.problem)

    def quote(self, highlight_id: str) -> None:
        """Put a highlight with its credit into the open note, or begin one with it."""
        if self._page.has_file():
            self._page.note.editor.quote(highlight_id)
        else:
            self.write_about(highlight_id)

    def quote_first(self) -> None:
        """Put the first highlight that was not used yet into the note."""
        placed = sorted(self._page.placed().values(), key=lambda one: bool(one.highlight.used_in))
        for one in placed[:1]:
            self.quote(one.highlight.highlight_id)

    def tick(self) -> None:
        """Tick the box of the caret's line, or give the line one."""
        writing_acts.tick(self._page.note.pane)

    def heading(self) -> None:
        """Turn the caret's line into a heading, or one of the next level."""
        writing_acts.heading(self._page.note.pane)

    def mark_again(self) -> None:
        """Mark the note to be looked at again, or take the mark away."""
        card = self._page.note.card
        if card is None or not self._page.save_now():
            return
        self._mark(card.path, MARK not in (tag.casefold() for tag in card.tags))

    def _mark(self, path: str, on: bool) -> None:
        review, relay, notices = self._context.services.writing.review, self._context.relay, self._context.notices

        def undo() -> None:
            relay.call(lambda: review.mark(path, not on), lambda _: relay.tell("notes", path), notices.problem)

        def marked(_: object) -> None:
            words = noop("You will meet this note again when you look back.") if on else noop("The mark is gone.")
            notices.say(tr(words), undo, lambda: self._mark(path, on))
            relay.tell("notes", path)

        relay.call(lambda: review.mark(path, on), marked, notices.problem)

    def find(self) -> None:
        """Find words in the note, and replace them."""
        self._page.note.editor.begin_finding()

    def preview(self) -> None:
        """Show how the note reads, or go on writing."""
        editor = self._page.note.editor
        editor.show_preview(not editor.is_preview())

    def history(self) -> None:
        """Show former versions of the open file."""
        note = self._page.note
        if self._page.save_now():
            dialog = HistoryDialog(self._context, note.keeper.path, note.editor, note)
            dialog.open()

    def follow(self, target: str) -> None:
        """Go where a link leads; a link to nothing begins a note of that name, which is said and can be undone."""
        follow(self._context, target, self._page.note.keeper.path, self._begin_missing)

    def delete(self) -> None:
        """Move the open file to the trash."""
        note = self._page.note
        if not self._page.save_now():
            return
        self._discard(note.keeper.path)

    def _discard(self, path: str) -> None:
        sense, relay, notices = self._context.services.sense, self._context.relay, self._context.notices

        def gone(found: tuple[FileCard, str]) -> None:
            card, trashed = found

            def back(again: str) -> None:
                relay.tell("notes", again)
                self._context.go("note", again)

            def undo() -> None:
                relay.call(lambda: sense.undelete(trashed), back, notices.problem)

            if self._page.note.keeper.path == path:
                self._page.forget_file()
            notices.say(tr("“{title}” is in the trash of your PKM folder.", title=card.title), undo,
                        lambda: self._discard(card.path))
            relay.tell("notes", card.path)

        relay.call(lambda: sense.discard(path), gone, notices.problem)

    def _begin_missing(self, title: str) -> None:
        sense, relay, notices = self._context.services.sense, self._context.relay, self._context.notices

        def made(result: tuple[str, str]) -> None:
            self._page.show_written(result[1])
            notices.say(tr("There was no note called “{title}” yet. It was begun.", title=title),
                        *unmaking(self._context, result[1], "notes"))

        relay.call(lambda: sense.new_note(NewNote(title)), made, notices.problem)

    def _write(self, note: NewNote, quotes: Sequence[str]) -> None:
        sense = self._context.services.sense
        self._context.relay.call(lambda: sense.new_note(note, quotes), lambda made: self._page.show_written(made[1]),
                                 self._context.notices.problem)
