"""From an article of the stream to its source file in the vault, where it can be highlighted and credited."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime

from pkm_app.base.errors import NotFound
from pkm_app.base.ids import new_file_id
from pkm_app.content.places import TIMED_KINDS, kind_of
from pkm_app.content.vaultfile import VaultFile
from pkm_app.seek.model import Article, ArticleBody
from pkm_app.seek.ports import ArticleStore
from pkm_app.sense.model import Loaded
from pkm_app.sense.notes import stamp
from pkm_app.sense.ports import Vault

_OWN_MARK = re.compile(r"(?:#pkm-|^urn:pkm:article:)([0-9a-z]+)$")


def source_address(article: Article, site: str) -> str:
    """Return the address a source is credited with; a post without one gets its site's with a mark."""
    return article.url or (f"{site}#pkm-{article.article_id}" if site else f"urn:pkm:article:{article.article_id}")


def article_behind(store: ArticleStore, url: str) -> Article | None:
    """Return the article that a source's address means, None when the stream does not have it."""
    article = store.article_by_url(url) if url else None
    marked = _OWN_MARK.search(url)
    return article or (store.article(marked[1]) if marked else None)


class Sources:
    """Finds or makes the source file of an article and keeps the version that was read."""

    def __init__(self, store: ArticleStore, vault: Vault, now: Callable[[], datetime]) -> None:
        self._store = store
        self._vault = vault
        self._now = now

    def now(self) -> datetime:
        """Return the time by which things are stamped."""
        return self._now()

    def address_of(self, article: Article) -> str:
        """Return the address by which the article's source file is found."""
        feed = self._store.feed(article.feed_id)
        return source_address(article, feed.site or feed.address if feed else "")

    def existing(self, article: Article) -> Loaded | None:
        """Return the article's source file, None while it has none."""
        card = self._vault.by_url(self.address_of(article))
        return self._vault.load(card.path) if card else None

    def body(self, article: Article) -> ArticleBody:
        """Return the matter of an article. Raises NotFound when the stream no longer has it."""
        body = self._store.body(article.article_id)
        if body is None:
            raise NotFound("The text of “{title}” is no longer here. Refresh its feed first.", title=article.title)
        return body

    def ensure(self, article: Article) -> Loaded:
        """Return the article's source file with its id, made now if need be."""
        loaded = self.existing(article)
        if loaded is None:
            file = self._new_file(article)
            saved = self._vault.create("sources", _name(article), file)
            return Loaded(saved.path, file, saved.digest)
        return self.with_id(loaded)

    def with_id(self, loaded: Loaded) -> Loaded:
        """Return a source file with its id, written now if it has none."""
        if loaded.file.text_field("id"):
            return loaded
        file = loaded.file.with_field("id", new_file_id(self._now()))
        saved = self._vault.save(loaded.path, file, loaded.digest)
        return Loaded(loaded.path, file, saved.digest)

    def keep(self, article: Article) -> Loaded:
        """Make sure of the source file and of a snapshot of what stands in the stream now."""
        loaded = self.ensure(article)
        self._vault.put_snapshot(loaded.file.text_field("id"), self.body(article).html)
        return loaded

    def _new_file(self, article: Article) -> VaultFile:
        feed = self._store.feed(article.feed_id)
        now = self._now()
        fields = {
            "id": new_file_id(now), "type": "source", "kind": _kind(article, bool(feed)),
            "title": article.title, "author": article.author or article.feed_title,
            "url": self.address_of(article), "site": article.feed_title,
            "feed": feed.address if feed else "",
            "published": article.published.isoformat(timespec="seconds") if article.published else "",
            "fetched": article.fetched.isoformat(timespec="seconds"), "lang": article.language,
            "created": stamp(now), "updated": stamp(now),
        }
        return VaultFile.new({key: value for key, value in fields.items() if value}, "")


def _kind(article: Article, by_feed: bool) -> str:
    kind = kind_of(article.url)
    return kind if kind in TIMED_KINDS else "article" if by_feed else "page"


def _name(article: Article) -> str:
    author = article.author or article.feed_title
    return f"{author} - {article.title}" if author else article.title
