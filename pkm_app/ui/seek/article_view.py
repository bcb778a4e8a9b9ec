"""Reading one article: toolbar, text with its highlights, the bar below a selection, one's own words at them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout

from pkm_app.base.errors import Problem
from pkm_app.flow.highlighting import PlacedHighlight
from pkm_app.seek.model import Article, ArticleBody
from pkm_app.sense.model import Highlight
from pkm_app.ui.dates import language_name, reading_time, whole
from pkm_app.ui.empty import EmptyState
from pkm_app.ui.i18n import Worded, problem_text, tr
from pkm_app.ui.reading import ReadingPane
from pkm_app.ui.reading_document import Head, body_text, make_document, plain_html
from pkm_app.ui.room import Context
from pkm_app.ui.seek.article_bar import ArticleBar
from pkm_app.ui.seek.banner import Banner
from pkm_app.ui.seek.comments import Comments
from pkm_app.ui.seek.highlights import HighlightActs
from pkm_app.ui.selection_bar import SelectionBar
from pkm_app.ui.textmap import TextMap
from pkm_app.ui.widgets import Panel


class ArticleView(Worded, Panel):
    """``asked`` fires when somebody asks for what the room does: done, keep, later, next."""

    asked = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__(context.look, "surface")
        self._context = context
        self.article: Article | None = None
        self._body: ArticleBody | None = None
        self._map: TextMap | None = None
        self.pane = ReadingPane(context.look, "seek")
        self.comments = Comments(context.look, context.services.settings)
        self.bar = SelectionBar(context.look, self.pane)
        self.acts = HighlightActs(context, self.pane, self.comments, self.bar)
        self.tools = ArticleBar(context.look)
        self.banner = Banner(context.look)
        self._empty = EmptyState(context.look, "rss", "seek")
        self.say(self._empty.set_words, "Choose an article to read it here.")
        self._stack = QStackedLayout()
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self.pane)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.tools)
        box.addWidget(self.banner)
        box.addLayout(self._stack, 1)
        self.pane.set_footing(self.comments.lost)
        self.comments.lost.hide()
        self.tools.asked.connect(self._asked)
        self.tools.show_article(None)
        self.pane.setAccessibleName(tr("Article"))

    def show_article(self, article: Article | None) -> None:
        """Show an article; its text appears as soon as it is read."""
        self.comments.save_all()
        self.article, self._body, self._map = article, None, None
        self.acts.forget()
        self.banner.hide()
        self.tools.show_article(article)
        if article is None:
            self._stack.setCurrentWidget(self._empty)
            return
        services = self._context.services
        self._context.relay.call(
            lambda: (services.seek.body(article.article_id), services.highlighting.of_article(article)),
            lambda found: self._arrived(article, *found), self._context.notices.problem)

    def show_marks(self, article: Article) -> None:
        """Show in the toolbar what was done with the article."""
        if self.article is not None and article.article_id == self.article.article_id:
            self.article = article
            self.tools.show_article(article, self._body is not None and self._body.full)

    def highlight(self, colour: str = "", then: Callable[[Highlight], None] | None = None) -> None:
        """Highlight what is selected, in the last colour or the one given."""
        self.acts.highlight(colour, then)

    def note(self) -> None:
        """Write about the selection, or about a highlight."""
        self.acts.note()

    def open_outside(self) -> None:
        """Open the article's own page in the browser."""
        if self.article is not None and QUrl(self.article.url).scheme() in ("http", "https"):
            QDesktopServices.openUrl(QUrl(self.article.url))

    def full_text(self) -> None:
        """Get the whole article from its page; pressed again, read what the feed gave."""
        article, texts = self.article, self._context.services.reading.full_texts
        if article is None or self._body is None:
            return
        self.tools.show_article(article, self._body.full)  # what was pressed shows its state once it is reached
        if self._body.full:
            self._context.relay.call(lambda: texts.forget(article), lambda body: self._new_text(article, body),
                                     self._context.notices.problem)
            return
        self.banner.show_words(tr("Getting the whole article from its page…"), "loader")
        self._context.relay.call(lambda: texts.fetch(article), lambda body: self._new_text(article, body),
                                 lambda problem: self._no_text(article, problem))

    def reload(self) -> None:
        """Lay the text out again: its size, the language or the theme changed."""
        if self.article is not None and self._body is not None:
            at = self.pane.verticalScrollBar().value()
            self._lay_out(self.article, self._body)
            self._context.relay.tell("highlights")
            self.pane.verticalScrollBar().setValue(at)

    def words_changed(self) -> None:
        self.reload()

    def _asked(self, what: str) -> None:
        self.asked.emit(what)
        if self.article is not None:
            self.tools.show_article(self.article, self._body is not None and self._body.full)

    def _is_open(self, article: Article) -> bool:
        return self.article is not None and article.article_id == self.article.article_id

    def _arrived(self, article: Article, body: ArticleBody | None, placed: Sequence[PlacedHighlight]) -> None:
        if not self._is_open(article):
            return
        if body is None:
            self._context.notices.warn(tr("The text of this article is no longer here. Refresh its source first."))
            body = ArticleBody(plain_html(article.excerpt), article.excerpt, "")
        self._body = body
        self._lay_out(article, body)
        self.acts.show(placed)
        self.tools.show_article(article, body.full)
        self._stack.setCurrentWidget(self.pane)

    def _new_text(self, article: Article, body: ArticleBody | None) -> None:
        if self._is_open(article) and body is not None:
            self._body = body
            self.banner.hide()
            self.reload()
            self.pane.verticalScrollBar().setValue(0)
            self.tools.show_article(article, body.full)
        self._context.relay.tell("articles", article.article_id)

    def _no_text(self, article: Article, problem: Problem) -> None:
        if self._is_open(article):
            self.banner.show_words(problem_text(problem), "triangle-alert", tr("Try again"), self.full_text)
        else:
            self._context.notices.problem(problem)

    def _lay_out(self, article: Article, body: ArticleBody) -> None:
        services = self._context.services
        size = int(services.settings.get("reading.size", "18"))
        parts = [article.author, whole(article.published or article.fetched, services.now()), reading_time(body.text),
                 language_name(article.language),
                 tr("changed on {date}", date=whole(article.changed, services.now())) if article.changed else ""]
        head = Head(article.feed_title, article.title or tr("Without a title"), " · ".join(p for p in parts if p))
        prepared = make_document(body.html, self._context.look, size, head)
        self._map = TextMap(body.text, body_text(prepared.document), prepared.body_start)
        self.pane.show_document(prepared, size)
        self.acts.show_text(article, body, self._map)
