"""Chapters of the eBook that is open: an empty one, one of a note, or one of a question with all that hangs on it.

Each is one step that can be undone: the file goes to the trash and its line out of the book, and both come again.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject

from pkm_app.base.errors import Problem
from pkm_app.ui.i18n import tr
from pkm_app.ui.room import Context
from pkm_app.ui.share.draft_page import DraftPage
from pkm_app.ui.share.question_list import QuestionList


class Chapters(QObject):
    """Adds chapters and takes that back."""

    def __init__(self, context: Context, draft: DraftPage) -> None:
        super().__init__(draft)
        self._context, self._draft = context, draft

    def there(self) -> bool:
        """Return whether the draft that is open, or the one it is a chapter of, lies in a folder of its own."""
        return bool(self.book())

    def book(self) -> str:
        """Return the index of the folder in which the open draft lies, "" where it has none."""
        folder, _, name = self._draft.keeper.path.rpartition("/")
        if name == "index.md":
            return self._draft.keeper.path
        try:
            return self._context.services.sense.find(f"{folder}/index.md").path if folder.count("/") else ""
        except Problem:
            return ""

    def begin(self) -> None:
        """Begin an empty chapter, and go there with the caret in its title."""
        self._add((), tr("New chapter"), self._draft.write_title)

    def choose_question(self) -> None:
        """Show the learning questions; the one that is chosen becomes a chapter."""
        if self.there():
            dialog = QuestionList(self._context, self._draft)
            dialog.wanted.connect(lambda path: self.make((path,)))
            dialog.open()

    def make(self, names: Sequence[str]) -> None:
        """Write a chapter of notes, or of a learning question with all that hangs on it, and go there."""
        if not self.there():
            self._context.notices.warn(tr("Only an eBook has chapters. Begin one with “Curated eBook” beside “New "
                                          "draft”."))
            return
        self._add(names, "", self._draft.pane.setFocus)

    def _add(self, names: Sequence[str], title: str, then: Callable[[], object]) -> None:
        book, drafting = self.book(), self._context.services.share.drafting
        if not book or not self._draft.keeper.rest():
            return

        def made(chapter: tuple[str, str]) -> None:
            self._show(book, chapter[1])
            then()
            self._say(book, chapter[1])

        self._context.relay.call(lambda: drafting.add_chapter(book, names, title), made,
                                 self._context.notices.problem)

    def _show(self, book: str, path: str) -> None:
        self._context.relay.tell("drafts", path, book)
        self._context.go("draft", path)

    def _say(self, book: str, path: str) -> None:
        trashed: list[str] = []
        title = self._context.services.sense.find(path).title
        self._context.notices.say(
            tr("“{title}” is a chapter of your eBook now.", title=title),
            lambda: self._take_back(book, path, trashed), lambda: self._again(book, trashed))

    def _take_back(self, book: str, path: str, trashed: list[str]) -> None:
        """Put the chapter, with what was written in it since, into the trash."""
        sense, drafting = self._context.services.sense, self._context.services.share.drafting
        self._context.go("draft", book)  # saves what is unsaved first
        if self._draft.keeper.path != book:
            return

        def work() -> str:
            drafting.take_out(path)
            return sense.discard(path)[1]

        def gone(name: str) -> None:
            trashed.append(name)
            self._context.relay.tell("drafts", path, book)

        self._context.relay.call(work, gone, self._context.notices.problem)

    def _again(self, book: str, trashed: list[str]) -> None:
        sense, drafting = self._context.services.sense, self._context.services.share.drafting
        if not trashed:
            return
        name = trashed.pop()

        def work() -> str:
            path = sense.undelete(name)
            drafting.put_back(path)
            return path

        def back(path: str) -> None:
            self._show(book, path)
            self._say(book, path)

        self._context.relay.call(work, back, self._context.notices.problem)
