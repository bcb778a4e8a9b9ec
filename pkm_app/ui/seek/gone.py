"""The open article went: what was captured was taken back. It is no longer shown, and its row not held."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject

from pkm_app.base.errors import NotFound
from pkm_app.ui.room import Context
from pkm_app.ui.seek.article_rows import ArticleList
from pkm_app.ui.seek.article_view import ArticleView


class LettingGo(QObject):
    """Looks whether the open article is among what changed, and still there."""

    def __init__(self, context: Context, articles: ArticleList, view: ArticleView) -> None:
        super().__init__(view)
        self._seek, self._list, self._view = context.services.seek, articles, view
        context.relay.listen("articles", self._look)

    def _look(self, ids: tuple[str, ...]) -> None:
        article = self._view.article
        if article is None or article.article_id not in ids:
            return
        try:
            self._seek.find_article(article.article_id)
        except NotFound:
            self._list.hold("")
            self._list.setCurrentIndex(QModelIndex())  # or the next one would be opened, and so be read
            self._view.show_article(None)
