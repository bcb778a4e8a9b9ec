"""Marking articles: shown at once, kept in the background, and taken back where that failed or was undone."""

from __future__ import annotations

from dataclasses import replace

from pkm_app.base.errors import Problem
from pkm_app.seek.model import Article, Mark
from pkm_app.ui.i18n import noop, tr
from pkm_app.ui.room import Context
from pkm_app.ui.seek.article_rows import ArticleList
from pkm_app.ui.seek.article_view import ArticleView

_WORDS: dict[Mark, tuple[str, str]] = {
    "kept": (noop("Kept “{title}”."), noop("No longer kept: “{title}”.")),
    "later": (noop("Put in Later: “{title}”."), noop("Taken out of Later: “{title}”.")),
    "done": (noop("Done with “{title}”."), noop("Back in the inbox: “{title}”.")),
    "read": (noop("Read: “{title}”."), noop("Unread again: “{title}”.")),
}


class ArticleMarks:
    """Marks the open article."""

    def __init__(self, context: Context, rows: ArticleList, view: ArticleView) -> None:
        self._context, self._list, self._view = context, rows, view

    def toggle(self, mark: Mark, on: bool | None = None) -> None:
        """Set a mark of the open article to its opposite, or as told; say so, with undo."""
        article = self._view.article
        if article is None:
            return
        wanted = (not getattr(article, mark)) if on is None else on
        self.mark(article, mark, wanted)
        if mark == "done" and wanted:
            self._list.step(1)

    def mark(self, article: Article, mark: Mark, wanted: bool) -> None:
        """Set a mark of an article and say so, with undo."""
        self.put(article, mark, wanted)
        words = _WORDS[mark][0 if wanted else 1]
        self._context.notices.say(
            tr(words, title=article.title or tr("Without a title")),
            lambda: self.put(marked(article, mark, wanted), mark, not wanted),
            lambda: self.mark(article, mark, wanted))

    def put(self, article: Article, mark: Mark, on: bool) -> None:
        """Show a mark at once; take it back if it could not be kept."""
        self._show(marked(article, mark, on))

        def failed(problem: Problem) -> None:
            self._show(article)
            self._context.notices.problem(problem)

        marking, relay = self._context.services.marking, self._context.relay
        relay.call(lambda: marking.set([article], mark, on), lambda _: relay.tell("marks", article.article_id), failed)

    def _show(self, article: Article) -> None:
        self._list.rows.update_row(article)
        self._view.show_marks(article)


def marked(article: Article, mark: Mark, on: bool) -> Article:
    """Return the article with a mark set or taken away."""
    return replace(
        article,
        read=on if mark == "read" else article.read, kept=on if mark == "kept" else article.kept,
        later=on if mark == "later" else article.later, done=on if mark == "done" else article.done)
