"""From a source file back to what it says: the stream may have lost it, the vault has not."""

from __future__ import annotations

from datetime import datetime
from html import escape
from typing import Protocol

from pkm_app.base.errors import NotFound, Refused
from pkm_app.base.ids import derived_id
from pkm_app.content.clean import clean_html
from pkm_app.content.highlights import read_highlights
from pkm_app.content.plaintext import canonical_text
from pkm_app.content.wikilinks import links
from pkm_app.flow.sources import Sources, article_behind
from pkm_app.seek.document import paragraphs
from pkm_app.seek.model import Article, Entry
from pkm_app.seek.ports import ArticleStore
from pkm_app.sense.model import FileCard, Loaded
from pkm_app.sense.ports import Vault

_ALL = 10_000_000


class ArticleFinder(Protocol):
    """The part of Seek's service that finds."""

    def find_article(self, prefix: str) -> Article:
        """Return the article with this id, unambiguous beginning of an id, or address."""


class Reopening:
    """Opens what can be read, whatever it is named by."""

    def __init__(self, seek: ArticleFinder, store: ArticleStore, vault: Vault, sources: Sources) -> None:
        self._seek = seek
        self._store = store
        self._vault = vault
        self._sources = sources

    def article(self, name: str) -> Article:
        """Return the article named by its id or address, or by id or path of its source file.

        A source that the stream no longer has comes back from the version the vault keeps. Raises NotFound, Ambiguous,
        and Refused for a file that is no source.
        """
        try:
            return self._seek.find_article(name)
        except NotFound as missing:
            try:
                card = self._vault.find(name)
            except NotFound:
                raise missing from None
        if card.type != "source":
            raise Refused("“{title}” is no source, so nothing in it can be highlighted.", title=card.title)
        return self.of_source(card.path)

    def source_of(self, name: str) -> tuple[Article, Loaded]:
        """Return the article and the source file of what is named. Raises as :meth:`article`."""
        article = self.article(name)
        return article, self._sources.ensure(article)

    def path_of(self, name: str) -> str:
        """Return the path of the source file that is named by id, beginning of an id, or path, "" when none is."""
        try:
            card = self._vault.find(name)
        except NotFound:
            return ""
        return card.path if card.type == "source" else ""

    def note_about(self, article: Article) -> FileCard | None:
        """Return the note in which a person writes about an article, None while there is none.

        It is found in the vault, so on every machine: a note that carries the article's title and credits or names
        it; else one that credits this source and no other.
        """
        loaded = self._sources.existing(article)
        near: list[str] = []
        if loaded is not None:
            used = [path for highlight in self._vault.highlights(loaded.path) for path in highlight.used_in]
            near = list(dict.fromkeys([*self._vault.backlinks(loaded.path), *used]))
        cards = [card for card in map(self._card, near) if card is not None and card.type == "note"]
        titled = [card for card in cards if card.title == article.title]
        if not titled and article.url:
            titled = [card for card in self._vault.cards(("note",), limit=_ALL)
                      if card.title == article.title and article.url in self._vault.load(card.path).file.body]
        alone = [card for card in cards if self._sources_of(card.path) <= {loaded.path if loaded else ""}]
        return next(iter([*titled, *alone]), None)

    def _sources_of(self, path: str) -> set[str]:
        found = (self._vault.resolve(link.target, path) for link in links(self._vault.load(path).file.body)
                 if link.target)
        return {one for one in found if one and (card := self._card(one)) and card.type == "source"}

    def _card(self, path: str) -> FileCard | None:
        try:
            return self._vault.find(path)
        except NotFound:  # it went away between the two looks
            return None

    def of_source(self, path: str) -> Article:
        """Return the article of a source file, put back into the stream if need be."""
        loaded = self._vault.load(path)
        url = loaded.file.text_field("url")
        known = article_behind(self._store, url)
        if known is not None:
            return known
        loaded = self._sources.with_id(loaded)
        source_id = loaded.file.text_field("id")
        if not url:
            url = f"urn:pkm:article:{derived_id('captured', source_id)}"
            file = loaded.file.with_field("url", url)
            saved = self._vault.save(path, file, loaded.digest)
            loaded = Loaded(path, file, saved.digest)
        article_id = url.rpartition(":")[2] if url.startswith("urn:pkm:article:") else derived_id("captured", url)
        self._store.put_captured(article_id, self._entry(loaded, article_id, url), loaded.file.text_field("site"),
                                 self._sources.now())
        article = self._store.article(article_id)
        if article is None:
            raise NotFound("The text of “{title}” is no longer here.", title=loaded.file.text_field("title"))
        return article

    def _entry(self, loaded: Loaded, article_id: str, url: str) -> Entry:
        card = self._vault.find(loaded.path)
        html = self._latest(loaded)
        return Entry(uid=article_id, url=url if "://" in url else "", title=card.title, author=card.author,
                     published=_moment(loaded.file.text_field("published")), html=html, text=canonical_text(html),
                     language=card.lang, digest=derived_id(html))

    def _latest(self, loaded: Loaded) -> str:
        """The version read last, else what was quoted of the source."""
        source_id = loaded.file.text_field("id")
        for digest in self._vault.snapshots_of(source_id):
            try:
                return self._vault.snapshot(source_id, digest)
            except NotFound:
                continue  # a synchroniser took it away between the two looks
        blocks = read_highlights(loaded.file.body)
        parts = [(f"<h6>{escape(one.locator)}</h6>" if one.locator else "") + paragraphs(one.quote) for one in blocks]
        return clean_html("".join(parts))


def _moment(text: str) -> datetime | None:
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        return None
    return found if found.tzinfo else found.astimezone()
