"""The pictures of the open article: asked about, fetched, and put into the text as they come."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtGui import QImage

from pkm_app.base.events import finish
from pkm_app.content.pictures import Picture, addresses
from pkm_app.seek.model import Article, ArticleBody
from pkm_app.seek.pictures import Got, Scope
from pkm_app.ui.i18n import tr
from pkm_app.ui.room import Context
from pkm_app.ui.seek.banner import Banner


class ArticlePictures:
    """``put`` is called with the images by address, for the article that was asked about."""

    def __init__(self, context: Context, banner: Banner, put: Callable[[Article, Mapping[str, QImage]], None]) -> None:
        self._context, self._banner, self._put = context, banner, put
        self._once: set[str] = set()

    def ready(self, article: Article, body: ArticleBody) -> dict[str, QImage]:
        """Return the images that may be shown at once. Not quick: reads and decodes files."""
        pictures = self._context.services.reading.pictures
        if not addresses(body.html) or not self._may(article):
            return {}
        return _images(pictures.cached(body.html))

    def look(self, article: Article, body: ArticleBody, shown: Mapping[str, QImage]) -> None:
        """Get what is missing where that is allowed, else offer to."""
        missing = len(set(addresses(body.html)) - set(shown))
        if not missing:
            return
        if self._may(article):
            self.get(article, body)
            return
        self._banner.keep_saying(lambda: self._offer(article, body, missing))

    def _offer(self, article: Article, body: ArticleBody, missing: int) -> None:
        source = article.feed_title or tr("this source")
        self._banner.show_words(
            tr("%n picture(s) from elsewhere are not shown.", missing), "image",
            tr("Show"), lambda: self._show_once(article, body),
            tr("Always for {source}", source=source if len(source) < 25 else tr("this source")),
            lambda: self._allow(article, body, "source"),
            tr("Always"), lambda: self._allow(article, body, "all"))

    def get(self, article: Article, body: ArticleBody) -> None:
        """Fetch the pictures; those that fail are named when none is under way any more."""
        pictures = self._context.services.reading.pictures

        def work() -> tuple[Got, dict[str, QImage]]:
            got = finish(pictures.fetch(body.html))
            return got, _images(got.pictures)

        self._context.relay.call(work, lambda result: self._arrived(article, body, *result),
                                 self._context.notices.problem)

    def _arrived(self, article: Article, body: ArticleBody, got: Got, images: dict[str, QImage]) -> None:
        self._put(article, images)
        if got.failed:
            self._banner.keep_saying(lambda: self._banner.show_words(
                tr("%n picture(s) did not come.", len(got.failed)), "image-off", tr("Try again"),
                lambda: self.get(article, body)))

    def _may(self, article: Article) -> bool:
        return article.article_id in self._once or self._context.services.reading.pictures.allowed(article)

    def _show_once(self, article: Article, body: ArticleBody) -> None:
        self._banner.hide()
        self._once.add(article.article_id)
        self.get(article, body)

    def _allow(self, article: Article, body: ArticleBody, scope: Scope) -> None:
        self._banner.hide()
        pictures, notices = self._context.services.reading.pictures, self._context.notices
        words = (tr("Pictures of {source} are shown from now on.", source=article.feed_title)
                 if scope == "source" else tr("Pictures are shown from now on."))

        def undo() -> None:
            self._context.relay.call(lambda: pictures.allow(article, scope, False), None, notices.problem)

        self._context.relay.call(lambda: pictures.allow(article, scope), lambda _: self.get(article, body),
                                 notices.problem)
        notices.say(words, undo, lambda: self._allow(article, body, scope))


def _images(pictures: Mapping[str, Picture]) -> dict[str, QImage]:
    found = {address: QImage.fromData(picture.data) for address, picture in pictures.items()}
    return {address: image for address, image in found.items() if not image.isNull()}
