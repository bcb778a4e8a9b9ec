"""Reading one article: toolbar, text with its highlights, the bar below a selection, one's own words under it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from pkm_app.base.errors import Problem
from pkm_app.flow.highlighting import PlacedHighlight
from pkm_app.seek.model import Article, ArticleBody
from pkm_app.sense.model import Highlight
from pkm_app.ui.dates import language_name, reading_time, whole
from pkm_app.ui.empty import EmptyState
from pkm_app.ui.i18n import Worded, noop, tr
from pkm_app.ui.reading import Mark, ReadingPane
from pkm_app.ui.reading_document import Head, body_text, make_document, plain_html
from pkm_app.ui.room import Context
from pkm_app.ui.seek.comments import Comments
from pkm_app.ui.selection_bar import SelectionBar
from pkm_app.ui.textmap import TextMap
from pkm_app.ui.widgets import Button, Panel, name

_CONTEXT = 40  # characters kept on each side of a selection, so that its place can be told from others


class ArticleView(Worded, Panel):
    """``listen`` fires when somebody asks for what the room does: done, keep, later, next."""

    asked = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__(context.look, "surface")
        self._context = context
        self.article: Article | None = None
        self._body: ArticleBody | None = None
        self._map: TextMap | None = None
        self._colour = context.services.settings.get("highlight.colour", "yellow")
        self.pane = ReadingPane(context.look, "seek")
        self.comments = Comments(context.look, context.services.settings)
        self.bar = SelectionBar(context.look, self.pane)
        self._empty = EmptyState(context.look, "rss", "seek")
        self.say(self._empty.set_words, "Choose an article to read it here.")
        self._stack = QStackedLayout()
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self.pane)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self._toolbar())
        box.addLayout(self._stack, 1)
        self.pane.set_footing(self.comments)
        self.comments.hide()
        self._connect()

    def show_article(self, article: Article | None) -> None:
        """Show an article; its text appears as soon as it is read."""
        self.comments.save_all()
        self.article, self._body, self._map = article, None, None
        self.bar.hide()
        for button in self._buttons.values():
            button.setEnabled(article is not None)
        if article is None:
            self._stack.setCurrentWidget(self._empty)
            return
        self.show_marks(article)
        services = self._context.services
        self._context.relay.call(
            lambda: (services.seek.body(article.article_id), services.highlighting.of_article(article)),
            lambda found: self._arrived(article, *found), self._context.notices.problem)

    def show_marks(self, article: Article) -> None:
        """Show in the toolbar what was done with the article."""
        if self.article is None or article.article_id != self.article.article_id:
            return
        self.article = article
        for key, on in (("keep", article.kept), ("later", article.later), ("done", article.done)):
            self._buttons[key].setChecked(on)

    def highlight(self, colour: str = "", then: Callable[[Highlight], None] | None = None) -> None:
        """Highlight what is selected, in the last colour or the one given."""
        place = self._selected_place()
        if place is None or self.article is None or self._body is None:
            self._context.notices.warn(tr("Select some words first: with the mouse, or with Shift and the arrow keys."))
            return
        colour = self._colour = colour or self._colour
        self._context.services.settings.put("highlight.colour", colour)
        text, (start, end), article = self._body.text, place, self.article
        add = partial(self._context.services.highlighting.add, article, text[start:end],
                      text[max(0, start - _CONTEXT):start], text[end:end + _CONTEXT], "", colour)
        self._context.relay.call(add, lambda made: self._made(article, made, then), self._context.notices.problem)
        cursor = self.pane.textCursor()
        cursor.setPosition(cursor.selectionEnd())
        self.pane.setTextCursor(cursor)
        self.bar.hide()

    def note(self) -> None:
        """Write about the selection, or about the highlight at the cursor (or the last one)."""
        if self.pane.textCursor().hasSelection():
            self.highlight(then=lambda made: self.write_on(made.highlight_id))
            return
        found = self.pane.mark_at(self.pane.textCursor().position()) or next(reversed(self.comments.cards), "")
        if found:
            self.write_on(found)
        else:
            self._context.notices.warn(tr("Highlight something first; your words stand with it."))

    def write_on(self, highlight_id: str) -> None:
        """Put the cursor into the field of a highlight."""
        card = self.comments.cards.get(highlight_id)
        if card is not None:
            card.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
            bottom = card.mapTo(self.pane.viewport(), card.rect().bottomLeft()).y()
            over = bottom - self.pane.viewport().height() + 24
            if over > 0:
                self.pane.verticalScrollBar().setValue(self.pane.verticalScrollBar().value() + over)

    def open_outside(self) -> None:
        """Open the article's own page in the browser."""
        if self.article is not None and QUrl(self.article.url).scheme() in ("http", "https"):
            QDesktopServices.openUrl(QUrl(self.article.url))

    def reload(self) -> None:
        """Lay the text out again: its size, the language or the theme changed."""
        if self.article is not None and self._body is not None:
            at = self.pane.verticalScrollBar().value()
            self._lay_out(self.article, self._body)
            self._look_again(())
            self.pane.verticalScrollBar().setValue(at)

    def words_changed(self) -> None:
        self.reload()

    def _toolbar(self) -> QWidget:
        look = self._context.look
        bar = Panel(look, "paper", "b")
        bar.setFixedHeight(44)
        row = QHBoxLayout(bar)
        row.setContentsMargins(10, 0, 10, 1)
        row.setSpacing(2)
        row.addStretch(1)
        self._buttons: dict[str, Button] = {}
        for key, icon, words in (("done", "check", noop("Done")), ("keep", "star", noop("Keep")),
                                 ("later", "clock", noop("Later"))):
            button = self._buttons[key] = Button(look, icon, icon_role="seek" if key == "keep" else "")
            self.say(button.setText, words)
            button.setCheckable(True)
            button.clicked.connect(lambda checked=False, key=key: self.asked.emit(key))
            row.addWidget(button)
        for key, icon, words in (("open", "external-link", noop("Open in the browser")),
                                 ("size", "a-large-small", noop("Size of the text"))):
            button = self._buttons[key] = Button(look, icon)
            self.say(partial(name, button), words)
            button.clicked.connect(lambda checked=False, key=key: self.asked.emit(key))
            row.addWidget(button)
        write = self._buttons["write"] = Button(look, "pen-line", "filled", "seek")
        self.say(write.setText, "Write about it")
        write.clicked.connect(lambda: self.asked.emit("write"))
        row.addSpacing(8)
        row.addWidget(write)
        return bar

    def _connect(self) -> None:
        self.bar.colour.connect(self.highlight)
        self.bar.note.connect(self.note)
        self.bar.copy.connect(self._copy)
        self.comments.written.connect(self._written)
        self.comments.removed.connect(self._removed)
        self.comments.shown.connect(self._shown)
        self.comments.grown.connect(self.pane.refoot)
        self.pane.mark_clicked.connect(self.write_on)
        self.pane.setAccessibleName(tr("Article"))
        self._context.relay.listen("highlights", self._look_again)

    def _arrived(self, article: Article, body: ArticleBody | None, placed: Sequence[PlacedHighlight]) -> None:
        if self.article is None or article.article_id != self.article.article_id:
            return
        if body is None:
            self._context.notices.warn(tr("The text of this article is no longer here. Refresh its source first."))
            body = ArticleBody(plain_html(article.excerpt), article.excerpt, "")
        self._body = body
        self._lay_out(article, body)
        self._show_highlights(placed)
        self._stack.setCurrentWidget(self.pane)

    def _lay_out(self, article: Article, body: ArticleBody) -> None:
        services = self._context.services
        size = int(services.settings.get("reading.size", "18"))
        parts = [article.author, whole(article.published or article.fetched, services.now()), reading_time(body.text),
                 language_name(article.language)]
        head = Head(article.feed_title, article.title or tr("Without a title"), " · ".join(p for p in parts if p))
        prepared = make_document(body.html, self._context.look, size, head)
        self._map = TextMap(body.text, body_text(prepared.document), prepared.body_start)
        self.pane.show_document(prepared, size)

    def _show_highlights(self, placed: Sequence[PlacedHighlight]) -> None:
        marks = []
        for one in placed:
            where = self._map.to_document(one.start, one.end) if self._map and one.start >= 0 else None
            if where is not None:
                marks.append(Mark(one.highlight.highlight_id, *where, one.highlight.colour))
        self.pane.set_marks(marks)
        ordered = sorted(placed, key=lambda one: (one.start < 0, one.start))
        self.comments.setVisible(bool(ordered))
        self.comments.show_all([(one.highlight, one.highlight.where != "exact") for one in ordered])

    def _look_again(self, ids: tuple[str, ...]) -> None:
        article = self.article
        if article is not None:
            highlighting = self._context.services.highlighting
            self._context.relay.call(
                lambda: highlighting.of_article(article), lambda placed: self._again(article, placed))

    def _again(self, article: Article, placed: Sequence[PlacedHighlight]) -> None:
        if self.article is not None and article.article_id == self.article.article_id and self._body is not None:
            self._show_highlights(placed)

    def _selected_place(self) -> tuple[int, int] | None:
        cursor = self.pane.textCursor()
        if not cursor.hasSelection() or self._map is None:
            return None
        return self._map.to_canonical(cursor.selectionStart(), cursor.selectionEnd())

    def _made(self, article: Article, made: Highlight, then: Callable[[Highlight], None] | None) -> None:
        relay, sense = self._context.relay, self._context.services.sense

        def undo() -> None:
            relay.call(lambda: sense.remove_highlight(made.highlight_id),
                       lambda _: relay.tell("highlights", made.highlight_id), self._context.notices.problem)

        self._context.notices.say(tr("Highlighted."), undo)
        highlighting = self._context.services.highlighting

        def show(placed: Sequence[PlacedHighlight]) -> None:
            self._again(article, placed)
            relay.tell("sources", made.source_path)
            if then is not None:
                then(made)

        relay.call(lambda: highlighting.of_article(article), show)

    def _written(self, highlight_id: str, words: str) -> None:
        card, sense = self.comments.cards.get(highlight_id), self._context.services.sense

        def saved(highlight: Highlight) -> None:
            if card is not None:
                card.saved(words)
            self._context.relay.tell("highlights", highlight_id)

        self._context.relay.call(lambda: sense.set_comment(highlight_id, words), saved, self._context.notices.problem)

    def _removed(self, highlight_id: str) -> None:
        article, services, relay = self.article, self._context.services, self._context.relay

        def removed(old: Highlight) -> None:
            def undo() -> None:
                if article is not None:
                    relay.call(
                        lambda: services.highlighting.add(
                            article, old.exact, old.prefix, old.suffix, old.comment, old.colour),
                        lambda made: relay.tell("highlights", made.highlight_id), self._problem)

            self._context.notices.say(tr("Highlight removed."), undo)
            relay.tell("highlights", highlight_id)

        relay.call(lambda: services.sense.remove_highlight(highlight_id), removed, self._problem)

    def _problem(self, problem: Problem) -> None:
        self._context.notices.problem(problem)

    def _shown(self, highlight_id: str) -> None:
        self.pane.reveal(highlight_id)
        self.pane.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.pane.textCursor().selection().toPlainText())
        self.bar.hide()
        self._context.notices.say(tr("Copied."))
