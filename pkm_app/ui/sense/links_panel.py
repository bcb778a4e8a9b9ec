"""What the open file is linked with: who links here, who names it, what leads to nothing, what is related, and a map.

How to use it: ``panel.show_for(path)`` when a file is opened ("" for none), ``panel.look_again()`` after something
changed. Everything is asked for off the main thread, after a pause in which nothing else was opened.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from pkm_app.base.errors import NotFound, Problem
from pkm_app.flow.questions import Served
from pkm_app.flow.related import Related
from pkm_app.sense.linking import Linked, LinkPlace
from pkm_app.ui.acting import Act, act_in_turn
from pkm_app.ui.boxes import clear
from pkm_app.ui.i18n import Worded, noop, problem_text, tr
from pkm_app.ui.room import Context
from pkm_app.ui.sense.neighbours import Neighbour, NeighbourMap
from pkm_app.ui.widgets import Button, Label, name, tip

_SOON = 350  # milliseconds
_SHOWN = 6
_WHY = {"link": noop("linked"), "common": noop("links in common"), "tag": noop("a tag in common"),
        "words": noop("words in common"), "terms": noop("the same in the other language")}
_KINDS = {"article": noop("article"), "source": noop("source"), "draft": noop("draft"), "person": noop("person")}


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What was found around a file."""

    backlinks: Sequence[LinkPlace] = ()
    mentions: Sequence[LinkPlace] = ()
    broken: Sequence[LinkPlace] = ()
    related: Sequence[Related] = ()
    neighbours: Sequence[Neighbour] = field(default=())
    feeds: Sequence[Served] = ()


class LinksPanel(Worded, QWidget):
    """``opened`` fires with a path to go to, ``wanted`` with the name of a note that a link asks for."""

    opened = Signal(str)
    wanted = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._path, self._round, self._whole = "", 0, False
        self._found = Surroundings()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SOON)
        self._timer.timeout.connect(self._ask)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(4)
        self.map = NeighbourMap(context.look)
        self.map.opened.connect(self.opened)

    def show_for(self, path: str) -> None:
        """Show what is around a file; nothing for ""."""
        if path != self._path:
            self._path, self._whole = path, True
            self._show(Surroundings())
        self.look_again()

    def look_again(self, whole: bool = False) -> None:
        """Ask anew, soon. Only with ``whole`` also for what means reading all files: who names it, what is related."""
        self._round += 1
        self._whole = self._whole or whole
        if self._path:
            self._timer.start()

    def words_changed(self) -> None:
        self._show(self._found)

    def _ask(self) -> None:
        path, number, writing = self._path, self._round, self._context.services.writing
        sense, whole, known = self._context.services.sense, self._whole, self._found
        questions = self._context.services.taking.questions

        def look() -> Surroundings:
            links = writing.links
            try:
                going, coming = links.outgoing(path), links.backlinks(path)
                mentions = links.mentions(path) if whole else known.mentions
                related = writing.related(path, _SHOWN) if whole else known.related
                served = questions.find(path).served if sense.find(path).question else ()
            except NotFound:
                return Surroundings()  # it went away; the page says so
            around = dict.fromkeys([*(one.leads_to for one in going if one.leads_to), *(one.path for one in coming)])
            near = []
            for other in around:
                try:
                    near.append(Neighbour(other, sense.find(other).title, any(one.leads_to == other for one in going),
                                          any(one.path == other for one in coming)))
                except NotFound:
                    continue
            return Surroundings(coming, mentions, [one for one in going if not one.leads_to], related, near,
                                [one for one in served if one.kind == "feed"])

        def came(found: Surroundings) -> None:
            if number == self._round:
                self._whole = False
                if found != self._found:
                    self._show(found)

        self._context.relay.call(look, came, lambda problem: self._failed(number, problem))

    def _failed(self, number: int, problem: Problem) -> None:
        """Say in this place why there is nothing to see: nobody had asked for it by hand."""
        if number == self._round:
            self._show(Surroundings())
            why = Label(self._context.look, "ink2", 12, wrap=True)
            why.setText(problem_text(problem))
            self._box.addWidget(why)
            self.show()

    def _show(self, found: Surroundings) -> None:
        self._found = found
        self.map.hide()
        self.map.setParent(None)
        clear(self._box)
        self._section(noop("Linked from"), found.backlinks, self._linked)
        self._section(noop("Followed for it"), found.feeds, self._followed)
        self._section(noop("Named, not linked"), found.mentions, self._mentioned)
        self._section(noop("Links to nothing"), found.broken, self._broken)
        self._section(noop("Related"), found.related, self._related)
        if found.neighbours:
            self._heading(noop("Around this note"), 0)
            self.map.show_around(found.neighbours)
            self._box.addWidget(self.map)
            self.map.show()
        self.setVisible(self._box.count() > 0)

    def _section(self, words: str, rows: Sequence[object], make: Callable[[object], None]) -> None:
        if not rows:
            return
        self._heading(words, len(rows))
        for row in rows[:_SHOWN]:
            make(row)
        if len(rows) > _SHOWN:
            more = Label(self._context.look, "ink2", 12)
            more.setText(tr("and %n more", len(rows) - _SHOWN))
            self._box.addWidget(more)

    def _heading(self, words: str, count: int) -> None:
        heading = Label(self._context.look, "ink2", 11, 600)
        heading.setText(f"{tr(words)} · {count}" if count else tr(words))
        heading.setContentsMargins(0, 12 if self._box.count() else 0, 0, 0)
        self._box.addWidget(heading)

    def _row(self, title: str, act: Callable[[], None], about: str = "", icon: str = "", hint: str = "") -> None:
        button = Button(self._context.look, icon, stage="sense", left=True)
        button.setText(title or tr("Without a title"))
        button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        tip(button, hint or title)
        button.setAccessibleDescription(about or hint)
        button.clicked.connect(act)
        self._box.addWidget(button)
        if about:
            words = Label(self._context.look, "ink2", 12, wrap=True)
            words.setText(about)
            words.setContentsMargins(8, 0, 4, 4)
            self._box.addWidget(words)

    def _linked(self, row: object) -> None:
        assert isinstance(row, LinkPlace)
        self._row(row.title, lambda: self.opened.emit(row.path), _short(row.context))

    def _mentioned(self, row: object) -> None:
        assert isinstance(row, LinkPlace)
        self._row(row.title, lambda: self.opened.emit(row.path), _short(row.context))
        link = Button(self._context.look, "link", "chip", "sense")
        link.setText(tr("Make it a link"))
        name(link, tr("Make a link of “{words}” in {title}", words=row.target, title=row.title))
        link.clicked.connect(lambda: self._link(row))
        self._box.addWidget(link)

    def _followed(self, row: object) -> None:
        assert isinstance(row, Served)
        self._row(row.title, lambda: self._context.go("feed", row.name), icon="rss", hint=row.name)

    def _broken(self, row: object) -> None:
        assert isinstance(row, LinkPlace)
        self._row(row.target, lambda: self.wanted.emit(row.target), icon="unlink",
                  hint=tr("There is no file of this name. Press to begin it."))

    def _related(self, row: object) -> None:
        assert isinstance(row, Related)
        kind = f" · {tr(_KINDS[row.kind])}" if row.kind in _KINDS else ""
        why = ", ".join(tr(_WHY[one]) for one in row.why if one in _WHY)
        go = self._context.go
        self._row(row.title + kind, lambda: self.opened.emit(row.path) if row.path else go(row.kind, row.id), hint=why)

    def _link(self, row: LinkPlace, path: str = "") -> None:
        path, links = path or self._path, self._context.services.writing.links

        def changed(linked: Linked) -> None:
            self._context.relay.tell("notes", linked.path)
            self.look_again(whole=True)

        act_in_turn(self._context, Act(
            lambda: links.link_mention(row, path), links.unlink, tr("“{title}” links here now.", title=row.title),
            lambda: self._link(row, path), changed, changed))


def _short(text: str, most: int = 150) -> str:
    return text if len(text) <= most else text[:most].rsplit(" ", 1)[0] + "…"
