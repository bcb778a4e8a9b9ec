"""The page of Seek: side list, article list and article, or Discover; and what its commands do."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from pkm_app.base.errors import Problem
from pkm_app.base.events import Subject
from pkm_app.seek.model import Article
from pkm_app.ui.boxes import stacked
from pkm_app.ui.i18n import Worded, tr
from pkm_app.ui.room import Context
from pkm_app.ui.rows import ROW
from pkm_app.ui.seek.article_rows import Reread
from pkm_app.ui.seek.article_view import ArticleView
from pkm_app.ui.seek.beside import Beside
from pkm_app.ui.seek.columns import Columns
from pkm_app.ui.seek.discover import Discover
from pkm_app.ui.seek.exchanging import ListDrop
from pkm_app.ui.seek.following import unfollow
from pkm_app.ui.seek.health_page import FeedHealth
from pkm_app.ui.seek.keeping_up import KeepingUp, SideRead
from pkm_app.ui.seek.list_panel import ListPanel
from pkm_app.ui.seek.looking import Looking
from pkm_app.ui.seek.marks import ArticleMarks
from pkm_app.ui.seek.side_acts import SideActs
from pkm_app.ui.seek.side_panel import SidePanel

_SUBJECTS: tuple[Subject, ...] = ("feeds", "articles", "marks")


class SeekPage(Worded, QWidget):
    """Everything of the room that can be seen."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._side_panel = SidePanel(context)
        self.side, self.add = self._side_panel.list, self._side_panel.add
        self._panel = ListPanel(context.look, context.services.now, self.side)
        self.list = self._panel.list
        self.view = ArticleView(context)
        self.discover, self.health = Discover(context), FeedHealth(context)
        self._marks = ArticleMarks(context, self.list, self.view)
        self.keeping = KeepingUp(context, self._panel, self._side_panel.ask)
        self.acts = SideActs(context, self.side, self._side_panel.ask, self.unfollow, self.keeping.read_all)
        self._looking = Looking(self, context.relay, self._reread, self._show_changes, context.notices.problem)
        self._loaded = False
        self._build()
        self._connect()

    def entered(self) -> None:
        """Load on the first visit; put the focus on the list, or on what an empty one offers."""
        self._load()
        if self._pages.currentWidget() is self._reading:
            (self._panel.first() or self.side).setFocus(Qt.FocusReason.OtherFocusReason)

    def rest(self) -> None:
        """Save words and places."""
        self.view.comments.save_all()
        self.view.keep_place()
        self.beside.rest()
        settings = self._context.services.settings
        self._columns.keep()
        settings.put("seek.article", self.view.article.article_id if self.view.article else "")

    def _load(self) -> None:
        """Load on the first visit: whatever is shown first, this comes before it."""
        if self._loaded:
            return
        self._loaded = True
        self.load_side()
        self.side.choose("view", self._context.services.settings.get("seek.view", "inbox"))
        last = self._context.services.settings.get("seek.article")
        if last:
            self._open_quietly(last)

    def load_side(self) -> None:
        """Read the feeds anew."""
        self._show_side(self.keeping.reading_side()())

    def fold(self, folder: str) -> None:
        """Open or close a folder of the side list."""
        self.keeping.fold(folder)
        self._show_side(self.keeping.side_again())

    def _show_side(self, read: SideRead) -> None:
        self.side.rows.update_rows(self.keeping.take_side(read))
        self._side_panel.show_reason(self.side.chosen())
        self._show_head()

    def has_article(self) -> bool:
        """Return whether an article is open."""
        return self.view.article is not None and self._pages.currentWidget() is self._reading

    def has_feed(self) -> bool:
        return (row := self.side.chosen()) is not None and row.kind == "feed"

    def step(self, by: int) -> None:
        """Go to the next or previous article."""
        self.show_reading()
        self.list.step(by)

    def read_on(self) -> None:
        """Go one screen on, and after the last one to the next unread article."""
        self.show_reading()
        moved = self.has_article() and self.view.pane.page(1)
        if not moved and not self.list.step(1, unread=True):
            self.keeping.find_unread(self.view.article, self._open_found)

    def page_back(self) -> None:
        self.view.pane.page(-1)

    def keep(self) -> None:
        """Keep the open article, or stop keeping it."""
        self._marks.toggle("kept")

    def later(self) -> None:
        """Put the open article in Later, or take it out."""
        self._marks.toggle("later")

    def done(self) -> None:
        """Be done with the open article and go on to the next."""
        self._marks.toggle("done")

    def unread(self) -> None:
        """Mark the open article as unread again."""
        self._marks.toggle("read", False)

    def write_about(self) -> None:
        """Go and write a note about the open article."""
        if self.view.article is not None:
            self._context.go("write-about", self.view.article.article_id)

    def show_discover(self) -> None:
        """Show the recommended sources."""
        self._load()
        self._side_panel.mark_discover(True)
        self.discover.load()
        self._pages.setCurrentWidget(self.discover)
        self.discover.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_health(self) -> None:
        """Show the sources that need a look."""
        self._load()
        row = self.side.chosen()
        if (row is None or row.kind != "page") and self.side.choose("page", "health"):
            return  # choosing it led here
        self._side_panel.mark_discover(False)
        self.health.load()
        self._pages.setCurrentWidget(self.health)

    def unfollow(self) -> None:
        """Stop following the chosen feed; what was kept stays."""
        if (row := self.side.chosen()) is not None and row.kind == "feed":
            unfollow(self._context, row.id, lambda: self.side.choose("view", "inbox"))

    def open_article(self, article_id: str) -> None:
        """Show an article wherever it is. Raises NotFound."""
        self.entered()
        article = self._context.services.seek.find_article(article_id)
        self.show_reading()
        if not self.list.choose(article.article_id):
            self._open_apart(article)

    def _open_found(self, article: Article | None) -> None:
        if article is None:
            self._context.notices.say(tr("That was the last unread article here."))
        elif not self.list.choose(article.article_id):
            self._open_apart(article)

    def _open_apart(self, article: Article) -> None:
        """Open an article that does not stand among the rows that are here."""
        self.list.clearSelection()
        self.list.setCurrentIndex(QModelIndex())
        self._open(article)

    def words_changed(self) -> None:
        self._show_side(self.keeping.side_again())
        self._looking.ask()  # what is being read just now is in the words of before
        self.list.viewport().update()

    def _build(self) -> None:
        self._reading = QWidget()
        row = QHBoxLayout(self._reading)
        row.setContentsMargins(0, 0, 0, 0)
        self._columns = Columns(self, self._side_panel, self._context.services.settings)
        splitter = self._columns.splitter
        self.beside = Beside(self._context, self.view, self._panel)
        self.beside.watch(splitter)
        for part in (self._panel, self.view, self.beside):
            splitter.addWidget(part)
        self._columns.begin()
        row.addWidget(splitter)
        self._pages = stacked(self._reading, self.discover, self.health)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self._side_panel)
        outer.addWidget(self._pages, 1)

    def _connect(self) -> None:
        relay = self._context.relay
        for subject in _SUBJECTS:
            relay.listen(subject, self._changed)
        self._side_panel.discover.clicked.connect(self._toggle_discover)
        self._panel.empty.act.clicked.connect(lambda: self._context.commands.run(self._panel.act))
        self.side.selectionModel().currentChanged.connect(self._side_chosen)
        self.side.clicked.connect(self._side_clicked)
        self.side.activated.connect(self._side_clicked)  # Enter, on the row that is chosen already
        self.side.folded.connect(self.fold)
        self.keeping.counts.changed.connect(lambda: self._show_side(self.keeping.side_again()))
        self._drop = ListDrop(self, self.discover.take_in)
        self.list.selectionModel().currentChanged.connect(self._article_chosen)
        self.list.clicked.connect(lambda index: self.show_reading())
        self.list.activated.connect(lambda index: self.view.pane.setFocus())
        self.view.asked.connect(lambda what: self._context.commands.run(f"seek.{what}"))
        self.discover.address.connect(self._follow_address)
        self.add.followed.connect(self._followed)

    def _side_chosen(self, index: QModelIndex, before: QModelIndex) -> None:
        row = self.side.chosen()
        if row is None or row.kind == "heading":
            return
        self._side_panel.show_reason(row)
        if row.kind == "page":
            self.show_health()
            return
        self.show_reading()
        if row.kind == "view":
            self._context.services.settings.put("seek.view", row.id)
        if not row.is_same(self.keeping.row):
            self.keeping.show(row)
        self._show_head()

    def _side_clicked(self, index: QModelIndex) -> None:
        (self.show_health if index.data(ROW).kind == "page" else self.show_reading)()

    def _show_head(self) -> None:
        self._panel.show_row(self.side.chosen(), any(row.kind == "feed" for row in self.side.rows.rows))

    def _article_chosen(self, index: QModelIndex, before: QModelIndex) -> None:
        article = self.list.chosen()
        if article is not None and (self.view.article is None or article.article_id != self.view.article.article_id):
            self._open(article)

    def _open(self, article: Article) -> None:
        held = self.list.hold(article.article_id)
        self.view.show_article(article)
        if held and held != article.article_id:
            self._looking.ask()
        if not article.read:
            self._marks.put(article, "read", True)

    def _open_quietly(self, article_id: str) -> None:
        try:
            self.open_article(article_id)
        except Problem:  # the article of last time is gone: an ordinary thing, nothing to say
            self._context.services.settings.put("seek.article", "")

    def _changed(self, ids: tuple[str, ...]) -> None:
        self._looking.ask()

    def _reread(self) -> Callable[[], tuple[SideRead, Reread]]:
        side, rows = self.keeping.reading_side(), self.list.rows.reading()
        return lambda: (side(), rows())

    def _show_changes(self, read: tuple[SideRead, Reread]) -> None:
        self.list.rows.take(read[1])
        self._show_side(read[0])
        if self.view.article and (row := self.list.rows.find(self.view.article.article_id)) >= 0:
            self.view.show_marks(self.list.rows.rows[row])

    def _followed(self, feed_id: str) -> None:
        def show(read: SideRead) -> None:
            self._show_side(read)
            self.side.choose("feed", feed_id)
            focus = QApplication.focusWidget()
            if focus is not None and self._side_panel.isAncestorOf(focus):  # nobody went elsewhere meanwhile
                self.entered()

        self._context.relay.call(self.keeping.reading_side(), show, self._context.notices.problem)

    def _follow_address(self, address: str) -> None:
        self.add.begin()
        self.add.field.setText(address)
        self.add.follow()

    def _toggle_discover(self) -> None:
        (self.show_reading if self._pages.currentWidget() is self.discover else self.show_discover)()

    def show_reading(self) -> None:
        self._side_panel.mark_discover(False)
        self._pages.setCurrentWidget(self._reading)
        row = self.side.chosen()
        if row is not None and row.kind == "page" and self.keeping.row is not None:
            self.side.choose(self.keeping.row.kind, self.keeping.row.id)  # the list is of that one, not of the page
