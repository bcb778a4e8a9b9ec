"""Full text from the page, for feeds that give summaries. What failed is told and never stored as the article."""

from __future__ import annotations

from typing import Protocol

from pkm_app.base.errors import NotFound, Refused
from pkm_app.content.address import is_web
from pkm_app.seek.addresses import same_place
from pkm_app.seek.model import Article, ArticleBody, Feed, FetchRequest
from pkm_app.seek.pagetext import NoArticle, PageText
from pkm_app.seek.ports import Fetcher

ACCEPT = "text/html, application/xhtml+xml;q=0.9, */*;q=0.1"
_CURT = 1200  # characters below which what a feed gave may be a summary
_CUT = ("…", "...", "[…]", "[...]")
_CUT_WORDS = ("lees meer", "read more", "lees verder", "continue reading", "meer lezen")


class PageReader(Protocol):
    """Reads strangers' pages away from the window (work.strangers)."""

    def page_text(self, data: bytes, address: str, content_type: str) -> PageText:
        """Read the article out of a page. Raises NoArticle, or Problem when a limit was hit."""


class TextStore(Protocol):
    """The part of the stream that full texts need (library.articles)."""

    def feed(self, feed_id: str) -> Feed | None:
        """One feed by its full id."""

    def body(self, article_id: str) -> ArticleBody | None:
        """The matter of an article as it is read now."""

    def put_full_text(self, article_id: str, body: ArticleBody, author: str, language: str) -> bool:
        """Let an article be read with this matter; what its feed gave is kept beside. False: it is gone."""

    def drop_full_text(self, article_id: str) -> None:
        """Let an article be read again as its feed gave it."""


class FullTexts:
    """Gets the pages of articles and reads them."""

    def __init__(self, fetcher: Fetcher, reader: PageReader, store: TextStore) -> None:
        self._fetcher = fetcher
        self._reader = reader
        self._store = store

    def fetch(self, article: Article) -> ArticleBody:
        """Fetch the page of an article, read the article out of it and store that; return what is read now.

        Raises Refused for an article without a web address, NetworkProblem when the page does not come, NoArticle
        when no article is found on it or one shorter than what the feed gave; then all stays as it was.
        """
        if not is_web(article.url):
            raise Refused("“{title}” has no page on the web to get its text from.", title=article.title)
        feed = self._store.feed(article.feed_id)
        typed = bool(feed and feed.local and same_place(article.url, feed.address))
        answer = self._fetcher.fetch(FetchRequest(article.url, typed=typed, accept=ACCEPT))
        page = self._reader.page_text(answer.body, answer.address, answer.content_type)
        before = self._store.body(article.article_id)
        if before and not before.full and len(page.text) < 0.9 * len(before.text):
            raise NoArticle("The page of “{title}” gave less text than its feed did, so nothing was changed.",
                            title=article.title)
        body = ArticleBody(page.html, page.text, digest_of(page.html), full=True)
        if not self._store.put_full_text(article.article_id, body, article.author or page.author,
                                         page.language or article.language):
            raise NotFound("The article “{title}” is no longer here.", title=article.title)
        return body

    def forget(self, article: Article) -> ArticleBody | None:
        """Read an article again as its feed gave it."""
        self._store.drop_full_text(article.article_id)
        return self._store.body(article.article_id)


def digest_of(html: str) -> str:
    """Return the digest by which a version of a text is told from others."""
    import hashlib

    return hashlib.sha256(html.encode("utf-8", "replace")).hexdigest()


def looks_cut(body: ArticleBody) -> bool:
    """Say whether what a feed gave is likely a summary: short, or ending as summaries end."""
    return not body.full and (len(body.text) < _CURT or ends_cut(body))


def ends_cut(body: ArticleBody) -> bool:
    """Say whether a text ends as summaries end: with dots, or with words that lead on."""
    end = body.text[-60:].casefold()
    return end.endswith(_CUT) or end.rstrip(" .>»→").endswith(_CUT_WORDS)
