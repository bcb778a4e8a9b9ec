"""Where words are from and where they went: each source with its author, the version that was read, and each use."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from pkm_app.base.errors import Problem
from pkm_app.flow.trace import Node
from pkm_app.ui.boxes import clear
from pkm_app.ui.dates import day_words
from pkm_app.ui.flow_layout import FlowLayout
from pkm_app.ui.i18n import noop, problem_text, tr
from pkm_app.ui.room import Context
from pkm_app.ui.scrolling import scrolling
from pkm_app.ui.textlayout import breakable
from pkm_app.ui.widgets import Button, Card, Label, Quote

_MOST = 40  # uses shown
_KINDS = {"note": noop("Note"), "draft": noop("Draft"), "shared": noop("What left"), "source": noop("Source"),
          "article": noop("Article of the stream")}


class Traces(QWidget):
    """A card for each source, and for each use. ``opened`` fires with the kind and the path or id of one."""

    opened = Signal(str, str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._asked = ""
        self._shown: Callable[[], None] | None = None  # what showed what is shown
        context.language.changed.connect(self._show_again)
        column = QWidget()
        self.rows = QVBoxLayout(column)
        self.rows.setContentsMargins(24, 16, 24, 24)
        self.rows.setSpacing(12)
        self.rows.setAlignment(Qt.AlignmentFlag.AlignTop)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(scrolling(column))

    def show_record(self, path: str) -> None:
        """Show what a record of what left rests on."""
        self._ask(path, self._show_sources)

    def show_whole(self, name: str) -> None:
        """Show where a thing is from and where it went: by id or path, by an address, or by a sentence that left."""
        self._ask(name, self._show_whole)

    def say(self, words: str) -> None:
        """Show a sentence only."""
        clear(self.rows)
        self._line(words)

    def _ask(self, name: str, show: Callable[[Node], None]) -> None:
        trace, self._asked = self._context.services.share.trace, name

        def found(node: Node) -> None:
            if isValid(self) and name == self._asked:  # not closed meanwhile
                self._shown = lambda: show(node)
                show(node)

        def failed(problem: Problem) -> None:
            if isValid(self) and name == self._asked:
                self._shown = lambda: self.say(problem_text(problem))
                self._shown()

        self._context.relay.call(lambda: trace(name), found, failed)

    def _show_again(self) -> None:
        """Say it in the language that the window has now."""
        if self._shown is not None:
            self._shown()

    def _show_sources(self, node: Node) -> None:
        clear(self.rows)
        self._add_sources(node)

    def _add_sources(self, node: Node) -> None:
        found = {one.path: one for one in _below(node) if one.kind in ("source", "note")}
        for one in found.values():
            self.rows.addWidget(self._card(one))
        if not found:
            self._line(tr("This text leads to no source and no note of yours."))

    def _show_whole(self, node: Node) -> None:
        clear(self.rows)
        self.rows.addWidget(self._head(node))
        if node.kind not in ("source", "article"):
            self.rows.addWidget(self._heading(tr("Comes from")))
            self._add_sources(node)
        used = {one.path: one for one in _uses(node) if one.path != node.path or node.kind in ("passage", "highlight")}
        self.rows.addWidget(self._heading(tr("Used in")))
        for one in list(used.values())[:_MOST]:
            self.rows.addWidget(self._use(one))
        if len(used) > _MOST:
            self._line(tr("And %n more.", len(used) - _MOST))
        if not used:
            self._line(tr("Not used in a note, a draft or anything that left."))

    def _head(self, node: Node) -> QWidget:
        """The thing itself."""
        look = self._context.look
        if node.kind in ("passage", "highlight"):
            card = Card(14, 8)
            card.box.addWidget(Quote(look, node.title, "share"))
            self._read(card, node)
            return card
        return self._card(node) if node.kind in ("source", "article") else self._use(node)

    def _heading(self, words: str) -> Label:
        heading = Label(self._context.look, "ink2", 11, 600)
        heading.setText(words)
        return heading

    def _line(self, words: str) -> None:
        line = Label(self._context.look, "ink2", 13, wrap=True)
        line.setText(breakable(words))
        self.rows.addWidget(line)

    def _card(self, node: Node) -> Card:
        card = self._titled(" — ".join(filter(None, (node.title, node.author))))
        for marked in node.rests_on:
            if marked.kind == "highlight":
                card.box.addWidget(Quote(self._context.look, marked.title))
                self._read(card, marked)
        self._acts(card, node, tr("Open in Sense") if node.kind != "article" else tr("Open"))
        return card

    def _use(self, node: Node) -> Card:
        card = self._titled(node.title)
        told = Label(self._context.look, "ink2", 12, wrap=True)
        day = _day(node.path.rpartition("/")[2][:10]) if node.kind == "shared" else ""
        told.setText(" · ".join(filter(None, (tr(_KINDS.get(node.kind, node.kind)), day))))
        card.box.addWidget(told)
        self._acts(card, node, tr("Open"))
        return card

    def _titled(self, words: str) -> Card:
        card = Card(14, 8)
        title = Label(self._context.look, "ink", 14, 600, wrap=True)
        title.setText(breakable(words))
        card.box.addWidget(title)
        return card

    def _read(self, card: Card, marked: Node) -> None:
        """Say when the version of a highlight was read, where that is known."""
        days = [tr("Version that was read: {day}", day=_day(one.title)) for one in marked.rests_on
                if one.kind == "version"]
        if days:
            read = Label(self._context.look, "ink2", 12, wrap=True)
            read.setText(" · ".join(days))
            card.box.addWidget(read)

    def _acts(self, card: Card, node: Node, words: str) -> None:
        look, acts = self._context.look, QWidget()
        flow = FlowLayout(acts)
        there = Button(look, "file-text", "outlined", "share")
        there.setText(words)
        there.setAccessibleName(f"{words}: {node.title}")
        there.clicked.connect(lambda: self.opened.emit(node.kind, node.path or node.id))
        flow.addWidget(there)
        if node.url.startswith(("http://", "https://")):
            out = Button(look, "external-link", stage="share")
            out.setText(tr("Open {host}", host=QUrl(node.url).host()))
            out.clicked.connect(lambda: QDesktopServices.openUrl(QUrl(node.url)))
            flow.addWidget(out)
        card.box.addWidget(acts)


def _day(stamp: str) -> str:
    try:
        return day_words(date.fromisoformat(stamp[:10]))
    except ValueError:  # another program may have written it
        return stamp


def _below(node: Node) -> Iterator[Node]:
    for one in node.rests_on:
        yield one
        yield from _below(one)


def _uses(node: Node) -> Iterator[Node]:
    """Every note, draft and record that is made of a thing, what left first told after what it was made from."""
    for one in node.used_in:
        if one.kind in ("note", "draft", "shared"):
            yield one
        yield from _uses(one)
