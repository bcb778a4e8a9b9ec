"""Reading one article: toolbar, text with its highlights, the bar below a selection, one's own words at them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices, QImage, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from pkm_app.base.errors import Problem
from pkm_app.flow.highlighting import PlacedHighlight
from pkm_app.flow.versions import ReadVersion
from pkm_app.seek.model import Article, ArticleBody
from pkm_app.sense.model import Highlight
from pkm_app.ui.empty import WIDE, EmptyState
from pkm_app.ui.i18n import Worded, problem_text, tr
from pkm_app.ui.little_room import Above
from pkm_app.ui.reading import ReadingPane
from pkm_app.ui.reading_document import body_text, make_document, plain_html
from pkm_app.ui.reading_type import ReadingType, reading_type
from pkm_app.ui.recents import remember
from pkm_app.ui.room import Context
from pkm_app.ui.seek.article_bar import ArticleBar
from pkm_app.ui.seek.article_head import article_head
from pkm_app.ui.seek.article_pictures import ArticlePictures
from pkm_app.ui.seek.banner import Banner
from pkm_app.ui.seek.comments import Comments
from pkm_app.ui.seek.find_bar import FindBar
from pkm_app.ui.seek.former import Former, others
from pkm_app.ui.seek.highlights import HighlightActs
from pkm_app.ui.seek.places import Places
from pkm_app.ui.seek.standing import Standing
from pkm_app.ui.seek.type_popup import TypePopup
from pkm_app.ui.selection_bar import SelectionBar
from pkm_app.ui.textmap import TextMap
from pkm_app.ui.widgets import Panel

_LEAST_ABOVE = 60  # pixels for what is said above the text: a line and the buttons below it
_Read = tuple[ArticleBody | None, Sequence[PlacedHighlight], Mapping[str, QImage], Sequence[ReadVersion]]


class ArticleView(Worded, Panel):
    """``asked`` fires when somebody asks for what the room does: done, keep, later, next."""

    asked = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__(context.look, "surface")
        self._context = context
        self.article: Article | None = None
        self._body: ArticleBody | None = None
        self._laid_out: tuple[ReadingType, tuple[str, ...]] = (ReadingType(), ())
        self.pane = ReadingPane(context.look, "seek")
        self._standing = Standing(self.pane)
        self.comments = Comments(context.look, context.services.settings)
        self.bar = SelectionBar(context.look, self.pane)
        self.acts = HighlightActs(context, self.pane, self.comments, self.bar)
        self.tools = ArticleBar(context.look)
        self.banner = Banner(context.look)
        self.former = Former(context, self._show_former, self._show_now)
        self.finding = FindBar(context.look, self.pane)
        self.type = TypePopup(context.look, context.services.settings, self)
        self._pictures = ArticlePictures(context, self.banner, self._images_came)
        self._images: Mapping[str, QImage] = {}
        self._places = Places(context.services.settings)
        self._empty = EmptyState(context.look, "rss", "seek", WIDE)
        self.say(self._empty.set_words, "Choose an article to read it here.")
        self._stack = QStackedLayout()
        said = QWidget()
        self._above = Above(said)
        stack = QVBoxLayout(said)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(0)
        stack.addWidget(self.former)
        stack.addWidget(self.banner)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.tools)
        box.addWidget(self._above)
        box.addWidget(self.finding)
        box.addLayout(self._stack, 1)
        self._stack.addWidget(self._empty)  # shown at once, so not before the layout has its place
        self._stack.addWidget(self.pane)
        self.pane.set_footing(self.comments.lost)
        self.comments.lost.hide()
        self._standing.rested.connect(self.keep_place)
        self.type.chosen.connect(self.reload)
        self.acts.outdated.connect(self._show_former_again)
        context.look.changed.connect(self.reload)
        self.tools.asked.connect(self._asked)
        self.tools.show_article(None)
        self.say(self.pane.setAccessibleName, "Article")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt's own: the text keeps more of a low window than what is said above it."""
        super().resizeEvent(event)
        self._above.set_most(max(_LEAST_ABOVE, (self.height() - self.tools.height()) // 3))

    def show_article(self, article: Article | None) -> None:
        """Show an article; its text appears as soon as it is read."""
        self.comments.save_all()
        self.keep_place()
        self.article, self._body, self._standing.map, self._images = article, None, None, {}
        self.pane.setAccessibleDescription(article.title if article else "")  # said by itself when it changes
        self.acts.forget()
        self.banner.hide()
        self.former.forget()
        self.tools.show_article(article)
        if article is None:
            self._stack.setCurrentWidget(self._empty)
            return
        services, versions = self._context.services, self._context.services.reading.versions
        remember(services.settings, "article", article.article_id, article.title)

        def read() -> _Read:
            body = services.seek.body(article.article_id)
            images = self._pictures.ready(article, body) if body else {}
            placed = services.highlighting.of_article(article)
            former = others(versions.highlighted(article)) if placed else ()
            return body, placed, images, former

        self._context.relay.call(read, lambda found: self._arrived(article, *found), self._context.notices.problem)

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

    def find_in_page(self) -> None:
        """Look for words in the article."""
        if self._body is not None:
            self.finding.begin()

    def choose_type(self) -> None:
        """Choose size, width and typeface."""
        self.type.open_below(self.tools.buttons["type"])

    def keep_place(self) -> None:
        """Remember where reading stopped."""
        self._standing.settle()
        if self.article is not None and self._body is not None and not self.former.shown:
            self._places.put(self.article.article_id, self._standing.top())

    def reload(self) -> None:
        """Lay the text out again: its type, its pictures, the language or the theme changed; the place stays."""
        if self.article is not None and self._body is not None:
            at, top, selected = self.pane.verticalScrollBar().value(), self._standing.top(), self.acts.selected_place()
            stood, mark = not self.bar.isHidden(), self.bar.mark
            self.bar.hide()
            now = reading_type(self._context.services.settings), tuple(self._images)
            self._lay_out(self.article, self._body)
            self.acts.show_again()
            if now == self._laid_out:
                self.pane.verticalScrollBar().setValue(at)
            else:
                self._standing.go_to(top)
            self._laid_out = now
            self._select_again(selected, stood, mark)
            self._context.relay.tell("highlights")

    def _select_again(self, selected: tuple[int, int] | None, stood: bool, mark: str) -> None:
        """Select what was selected before the text was laid out anew; the bar stands again where it ``stood``."""
        again = selected is not None and self._standing.select(*selected)
        if stood and mark:
            self.bar.show_mark(mark)
        elif stood and again:
            self.pane.selected.emit(True)

    def words_changed(self) -> None:
        self.former.words_changed()
        self.reload()

    def _asked(self, what: str) -> None:
        self.asked.emit(what)
        if self.article is not None:
            self.tools.show_article(self.article, self._body is not None and self._body.full)

    def _is_open(self, article: Article) -> bool:
        return self.article is not None and article.article_id == self.article.article_id

    def _arrived(self, article: Article, body: ArticleBody | None, placed: Sequence[PlacedHighlight],
                 images: Mapping[str, QImage], former: Sequence[ReadVersion]) -> None:
        if not self._is_open(article):
            return
        if body is None:
            self._context.notices.warn(tr("The text of this article is no longer here. Refresh its source first."))
            body = ArticleBody(plain_html(article.excerpt), article.excerpt, "")
        self._body, self._images = body, images
        self._lay_out(article, body)
        self._laid_out = reading_type(self._context.services.settings), tuple(images)
        self.acts.show(placed)
        self.tools.show_article(article, body.full)
        self._stack.setCurrentWidget(self.pane)
        self._standing.go_to(self._places.get(article.article_id))
        self._pictures.look(article, body, images)
        self.former.offer(former)

    def _show_former(self, version: ReadVersion) -> None:
        """Show the text that was highlighted, with what was highlighted in it."""
        if self.article is not None:
            self.keep_place()
            self.former.begin()
            self._body = ArticleBody(version.html, version.text, "")
            self._lay_out(self.article, self._body)
            self.acts.show(version.placed)
            first = min((one.start for one in version.placed if one.start >= 0), default=0)
            self._standing.go_to(first)

    def _show_now(self) -> None:
        self.show_article(self.article)

    def _show_former_again(self) -> None:
        article, versions = self.article, self._context.services.reading.versions
        if article is not None:
            self._context.relay.call(
                lambda: others(versions.highlighted(article)),
                lambda former: self._former_changed(article, former), self._context.notices.problem)

    def _former_changed(self, article: Article, former: Sequence[ReadVersion]) -> None:
        if self._is_open(article) and self.former.shown:
            version = self.former.again(former)
            if version is None:  # its last highlight was taken away
                self._show_now()
            else:
                self.acts.show(version.placed)

    def _images_came(self, article: Article, images: Mapping[str, QImage]) -> None:
        if self._is_open(article) and tuple(images) != tuple(self._images):
            self._images = images
            self.reload()

    def _new_text(self, article: Article, body: ArticleBody | None) -> None:
        if self._is_open(article) and body is not None:
            self._body = body
            self.pane.moveCursor(QTextCursor.MoveOperation.Start)  # what was selected was selected in the other text
            self.banner.hide()
            self.former.forget()
            self.reload()
            self.pane.verticalScrollBar().setValue(0)
            self.tools.show_article(article, body.full)
            self._pictures.look(article, body, self._images)
        self._context.relay.tell("articles", article.article_id)

    def _no_text(self, article: Article, problem: Problem) -> None:
        if self._is_open(article):
            self.banner.keep_saying(lambda: self.banner.show_words(
                problem_text(problem), "triangle-alert", tr("Try again"), self.full_text))
        else:
            self._context.notices.problem(problem)

    def _lay_out(self, article: Article, body: ArticleBody) -> None:
        services = self._context.services
        kind = reading_type(services.settings)
        head = article_head(article, body.text, services.now())
        prepared = make_document(body.html, self._context.look, kind.size, head, family=kind.family,
                                 pictures=self._images)
        self._standing.map = shown = TextMap(body.text, body_text(prepared.document), prepared.body_start)
        self.pane.page_address = QUrl(article.url)
        self.pane.show_document(prepared, kind)
        self.finding.forget()
        self.acts.show_text(article, body, shown, self.former.shown)
