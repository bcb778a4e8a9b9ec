"""Which articles the list shows, and what is done with many of them at once: read, on the screen or all, with undo."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import cast

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QMenu

from pkm_app.base.errors import NotFound, Problem, StorageProblem
from pkm_app.seek.lists import Wanted, place_of
from pkm_app.seek.model import Article, View
from pkm_app.seek.organising import Placement, Wishes
from pkm_app.seek.triage import NOBODY, MarkedRead, SavedSearch, wanted_of
from pkm_app.ui.i18n import noop, tr
from pkm_app.ui.room import Context
from pkm_app.ui.seek.article_rows import FurtherRows
from pkm_app.ui.seek.keep_search import save_search
from pkm_app.ui.seek.list_panel import ListPanel
from pkm_app.ui.seek.search_counts import SearchCounts
from pkm_app.ui.seek.side_ask import SideAsk
from pkm_app.ui.seek.side_rows import SideRow, side_rows

AT_ONCE = 60  # sources whose articles are merged while the window waits; those of more are read beside it
NEAR = 2000  # rows that are added to reach the next unread article; one further on is opened without its row


@dataclass(frozen=True, slots=True)
class SideRead:
    """The side list as it was read: its rows, and where every source stands."""

    rows: Sequence[SideRow]
    placements: Sequence[Placement]
    searches: Sequence[SavedSearch]


class KeepingUp(QObject):
    """The list of the row that is chosen at the side, narrowed by what stands in the filter bar."""

    def __init__(self, context: Context, panel: ListPanel, ask: SideAsk) -> None:
        super().__init__(panel)
        self._context, self._panel, self._ask = context, panel, ask
        self._follow = context.services.follow
        self.counts = SearchCounts(context, self)
        self.row: SideRow | None = None  # whose list it is
        self._side = SideRead((), (), ())
        self._base = SavedSearch("")
        self._wanted = Wanted()
        self._finding = False
        panel.filter.changed.connect(self._narrow)
        panel.filter.asked_to_save.connect(self.save_search)
        panel.narrow.clicked.connect(self.toggle_filter)
        panel.all_read.clicked.connect(self._ask_which)
        panel.why.editingFinished.connect(self._keep_why)
        panel.list.rows.short.connect(self._read_on)
        panel.road.clicked.connect(lambda: context.commands.run("seek.road"))
        panel.book.clicked.connect(lambda: context.commands.run("seek.book"))

    def reading_side(self) -> Callable[[], SideRead]:
        """Return what reads the side list; it may run on any thread."""
        follow, laid_out = self._follow, self._laying_out()

        def read() -> SideRead:
            placements = follow.organising.placements()
            try:
                searches = follow.triage.searches(unasked=True)
            except StorageProblem:  # told after every refresh; whom one follows is shown all the same
                searches = ()
            return laid_out(placements, searches)

        return read

    def side_again(self) -> SideRead:
        """Return the side list as it was read last, laid out by what the person chooses now."""
        return self._laying_out()(self._side.placements, self._side.searches)

    def _laying_out(self) -> Callable[[Sequence[Placement], Sequence[SavedSearch]], SideRead]:
        settings = self._context.services.settings
        counts, closed = settings.get("counts", "off") == "on", settings.get("seek.closed").split("\n")
        return lambda placements, searches: SideRead(
            side_rows(placements, counts, searches, closed, self.counts.numbers), placements, searches)

    def take_side(self, read: SideRead) -> Sequence[SideRow]:
        """Remember what was read of the side list; return its rows."""
        self._side = read
        self.counts.ask(read.searches, read.placements)
        if self.row is not None:
            self._panel.show_why(self._why(self.row))
        return read.rows

    def fold(self, folder: str) -> None:
        """Open or close a folder of the side list."""
        settings = self._context.services.settings
        closed = [name for name in settings.get("seek.closed").split("\n") if name]
        others = [name for name in closed if name != folder]
        settings.put("seek.closed", "\n".join(others if folder in closed else [*closed, folder]))

    def show(self, row: SideRow) -> None:
        """Show the list of a row of the side."""
        placements = self._side.placements
        self.row = row
        self._base, self._wanted = self._meaning(row, placements)
        self._panel.filter.clear(quietly=True)
        if self._panel.filter.isVisible():
            self._panel.filter.show_feeds([one.feed for one in placements])
        self._panel.show_why(self._why(row))
        self._load(at_once=row.kind != "search" and len(self._wanted.feed_ids) <= AT_ONCE)

    def toggle_filter(self) -> None:
        """Open the filter bar with the cursor in it, or close it and narrow no longer."""
        bar = self._panel.filter
        if bar.isVisible():
            bar.hide()
            bar.clear()
            self._panel.narrow.setChecked(False)
        else:
            self.open_filter()

    def open_filter(self) -> None:
        """Put the cursor into the filter bar, opened if it is not."""
        bar = self._panel.filter
        bar.show_feeds([one.feed for one in self._side.placements])
        bar.show()
        bar.words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._panel.narrow.setChecked(True)

    def on_screen(self) -> list[Article]:
        """Return the articles of which something can be seen now."""
        view, rows = self._panel.list, self._panel.list.rows.rows
        first = view.indexAt(QPoint(4, 1)).row()
        last = view.indexAt(QPoint(4, view.viewport().height() - 1)).row()
        return rows[max(0, first):(last + 1 if last >= 0 else len(rows))]

    def read_on_screen(self) -> None:
        """Mark as read what is on the screen, and nothing else."""
        self._read_these(self.on_screen())

    def _read_these(self, shown: Sequence[Article]) -> None:
        triage = self._follow.triage
        self._context.relay.call(
            lambda: triage.mark_read(shown), lambda marked: self._read(marked, lambda: self._read_these(shown)),
            self._context.notices.problem)

    def read_all(self) -> None:
        """Mark all of the list as read, shown or not, but for what came in since it was shown."""
        rows = self._panel.list.rows.rows
        since, narrowed = place_of(rows[0]) if rows else None, self._narrowed()

        def read() -> None:
            self._context.relay.start(
                self._follow.triage.mark_all_read(narrowed, since), tr("Marking as read"),
                lambda marked: self._read(marked, read), self._context.notices.problem)

        read()

    def save_search(self) -> None:
        """Ask for a name and keep what narrows the list as a search."""
        found = self._narrowing()
        self._ask.ask(noop("A name for this search"), found.words or found.author, lambda name: self._save(found, name))

    def find_unread(self, after: Article | None, then: Callable[[Article | None], None]) -> None:
        """Look for the next unread article after the rows that are here, and after the article given; ``then`` gets
        it, once it stands in the list where it is near enough for that."""
        rows = self._panel.list.rows
        if self._finding:
            return
        if not rows.has_more():
            then(None)
            return
        self._finding, triage, asked = True, self._follow.triage, self._narrowed()
        wanted = replace(asked, unread=True)
        places = [place_of(one) for one in (*rows.rows[-1:], *((after,) if after else ()))]
        read_on = rows.reading_on(NEAR)

        def find() -> tuple[Article | None, FurtherRows | None]:
            found = next(iter(triage.listing(wanted, 1, min(places, default=None))), None)
            if found is None:
                return None, None
            further = read_on(place_of(found))
            return found, further if further.rows and further.rows[-1].article_id == found.article_id else None

        def found_it(result: tuple[Article | None, FurtherRows | None]) -> None:
            self._finding = False
            if self._narrowed() != asked:
                return  # another list is shown meanwhile
            if result[1] is not None:
                rows.go_on(result[1])
            then(result[0])

        self._context.relay.call(find, found_it, self._not_found)

    def _not_found(self, problem: Problem) -> None:
        self._finding = False
        self._context.notices.problem(problem)

    def _read_on(self) -> None:
        rows = self._panel.list.rows
        read = rows.reading_on()

        def failed(problem: Problem) -> None:
            rows.stop_waiting()
            self._context.notices.problem(problem)

        self._context.relay.call(lambda: read(None), rows.go_on, failed)

    def _save(self, found: SavedSearch, name: str) -> None:
        save_search(self._context, self._ask, replace(found, name=name))

    def _why(self, row: SideRow) -> str | None:
        """Why the person follows the source of this row; None where it is no source."""
        of_row = (one.feed.why for one in self._side.placements if row.kind == "feed" and one.feed.feed_id == row.id)
        return next(of_row, None)

    def _meaning(self, row: SideRow, placements: Sequence[Placement]) -> tuple[SavedSearch, Wanted]:
        """What a row stands for, as a search and as a list."""
        if row.kind == "view":
            search = SavedSearch("", cast(View, row.id))
        elif row.kind in ("feed", "captured"):
            feed = next((one.feed for one in placements if one.feed.feed_id == row.id), None)
            return SavedSearch("", "all", feed=feed.address if feed else ""), Wanted("all", (row.id,))
        elif row.kind == "folder":
            search = SavedSearch("", "all", folder=row.id)
        else:
            found = (one for one in self._side.searches if one.name == row.id)
            search = next(found, SavedSearch(row.id, feed=NOBODY))
        return search, wanted_of(search, placements)

    def _narrowing(self) -> SavedSearch:
        typed, base = self._panel.filter.narrowing(), self._base
        return replace(
            base, words=" ".join(filter(None, (base.words, typed.words))), author=typed.author or base.author,
            language=typed.language or base.language, feed=typed.feed or base.feed, unread=typed.unread or base.unread)

    def _narrowed(self) -> Wanted:
        if self._panel.filter.is_empty():
            return self._wanted
        wanted = wanted_of(self._narrowing(), self._side.placements)
        captured = self.row is not None and self.row.kind == "captured"  # no source in any folder
        return replace(wanted, feed_ids=self._wanted.feed_ids) if captured else wanted

    def _narrow(self) -> None:
        plain = self._panel.filter.is_empty() and len(self._wanted.feed_ids) <= AT_ONCE
        self._load(at_once=plain)

    def _load(self, at_once: bool) -> None:
        """Show the list; what must be searched for is read beside the window."""
        triage, wanted, rows = self._follow.triage, self._narrowed(), self._panel.list.rows
        rows.hold = ""

        def load(limit: int, start: tuple[str, str] | None) -> Sequence[Article]:
            return triage.listing(wanted, limit, start)

        if at_once:
            rows.show(load)
            self._panel.list.scrollToTop()
            return
        rows.begin(load)

        def arrived(reread: object) -> None:
            rows.take(reread)  # type: ignore[arg-type]  # what reading() returned
            self._panel.list.scrollToTop()
            self._panel.show_found()

        self._context.relay.call(rows.reading(), arrived, self._context.notices.problem)

    def _ask_which(self) -> None:
        name, shown = self._panel.title(), sum(not article.read for article in self.on_screen())
        menu = QMenu(self._panel.all_read)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(tr("Mark %n on the screen as read", shown)).triggered.connect(self.read_on_screen)
        every = tr("Mark all of “{name}” as read", name=name).replace("&", "&&")
        menu.addAction(every).triggered.connect(self.read_all)
        menu.popup(self._panel.all_read.mapToGlobal(self._panel.all_read.rect().bottomLeft()))

    def _read(self, marked: MarkedRead, again: Callable[[], None]) -> None:
        relay, notices, triage = self._context.relay, self._context.notices, self._follow.triage
        relay.tell("marks", *marked.ids)

        def undo() -> None:
            relay.start(triage.put_back(marked), tr("Marking as unread"), lambda _: relay.tell("marks"),
                        notices.problem)

        notices.say(tr("%n article(s) marked as read.", len(marked.ids)), undo if marked.ids else None, again)

    def _keep_why(self) -> None:
        row, why = self.row, self._panel.why.text().strip()
        if row is None or row.kind != "feed":
            return
        organising, relay = self._follow.organising, self._context.relay

        def keep() -> None:
            feed = next((one.feed for one in organising.placements() if one.feed.feed_id == row.id), None)
            if feed is None:
                raise NotFound("You follow no feed “{name}”. `feeds` lists those you follow.", name=row.text)
            if feed.why != why:
                organising.edit(feed, Wishes(why=why))

        relay.call(keep, lambda _: relay.tell("feeds"), self._context.notices.problem)
