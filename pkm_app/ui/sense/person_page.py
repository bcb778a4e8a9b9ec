"""The page of a person: handle and feeds, what I highlighted of them, where I used it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from pkm_app.base.errors import NotFound, Problem
from pkm_app.content.readable import one_line
from pkm_app.content.wikilinks import has_own_words
from pkm_app.flow.people import Person
from pkm_app.ui.boxes import clear
from pkm_app.ui.i18n import Worded, tr
from pkm_app.ui.room import Context
from pkm_app.ui.scrolling import scrolling
from pkm_app.ui.services import Sense
from pkm_app.ui.widgets import Button, Label, Panel, Quote

_SHOWN = 50


class PersonPage(Worded, Panel):
    """``wanted`` fires with the path of the person's own file when that shall be opened."""

    wanted = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__(context.look, "surface")
        self._context = context
        self.path = ""
        self._person: Person | None = None
        self._used: list[str] = []  # titles of the files in which words of theirs are used
        column = QWidget()
        column.setMaximumWidth(640)
        box = QVBoxLayout(column)
        box.setContentsMargins(24, 36, 24, 24)
        box.setSpacing(10)
        self._name = Label(context.look, "ink", 26, 600, family="reading", wrap=True)
        self._about = Label(context.look, "ink2", 13, wrap=True)
        open_file = Button(context.look, "pen-line", "outlined", "sense")
        self.say(open_file.setText, "Write on this page")
        open_file.clicked.connect(lambda: self.wanted.emit(self.path))
        acts = QHBoxLayout()
        acts.addWidget(open_file)
        acts.addStretch(1)
        self._parts = QVBoxLayout()
        self._parts.setSpacing(8)
        for part in (self._name, self._about):
            box.addWidget(part)
        box.addLayout(acts)
        box.addSpacing(10)
        box.addLayout(self._parts)
        box.addStretch(1)
        middle = QWidget()
        row = QHBoxLayout(middle)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(column, 100, Qt.AlignmentFlag.AlignTop)
        row.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolling(middle))

    def show_person(self, path: str) -> None:
        """Show a person; what belongs on the page is gathered off this thread."""
        self.path = path
        people, sense = self._context.services.taking.people, self._context.services.sense

        def look() -> tuple[Person, list[str]]:
            person = people.page(path)
            return person, [_title(sense, used) for used in person.used_in[:_SHOWN]]

        self._context.relay.call(look, self._arrived, self._failed)

    def words_changed(self) -> None:
        if self._person is not None:
            self._arrived((self._person, self._used))

    def _failed(self, problem: Problem) -> None:
        self._context.notices.problem(problem)

    def _arrived(self, found: tuple[Person, list[str]]) -> None:
        person, used = found
        if person.card.path != self.path:
            return
        self._person, self._used = person, used
        self._name.setText(person.card.title)
        self._about.setText("\n".join(part for part in (person.handle, *person.feeds) if part) or tr(
            "Only you see this page."))
        clear(self._parts)
        self._heading(tr("Highlights"))
        for highlight in person.highlights[:_SHOWN]:
            self._parts.addWidget(Quote(self._context.look, highlight.exact, highlight.colour, 16))
            words = highlight.comment if has_own_words(highlight.comment) else ""
            self._row("highlighter", one_line(words) or tr("Waiting for your words"), "highlight",
                      highlight.highlight_id)
        if not person.highlights:
            self._quiet(tr("You highlighted nothing of them yet."))
        if person.used_in:
            self._heading(tr("Used in"))
        for path, title in zip(person.used_in, used, strict=False):
            self._row("file-text", title or tr("Without a title"), "draft" if path.startswith("drafts/") else "note",
                      path)
        if person.sources:
            self._heading(tr("Sources"))
        for source in person.sources[:_SHOWN]:
            self._row("book-open", source.title, "source", source.path)

    def _heading(self, words: str) -> None:
        label = Label(self._context.look, "ink2", 11, 600)
        label.setText(words)
        self._parts.addSpacing(8)
        self._parts.addWidget(label)

    def _quiet(self, words: str) -> None:
        label = Label(self._context.look, "ink2", 13, wrap=True)
        label.setText(words)
        self._parts.addWidget(label)

    def _row(self, icon: str, words: str, kind: str, name: str) -> None:
        button = Button(self._context.look, icon, stage="sense", left=True)
        button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        button.setText(" ".join(words.split())[:200])
        button.clicked.connect(lambda: self._context.go(kind, name))
        self._parts.addWidget(button)


def _title(sense: Sense, path: str) -> str:
    """Return the title of a file, the name of one that is gone or cannot be read."""
    try:
        return sense.find(path).title
    except NotFound:
        return path.rpartition("/")[2].removesuffix(".md")
