"""Seek as a service: whom I follow, what came in, and what I did with it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from pkm_app.base.errors import Ambiguous, NotFound, Problem
from pkm_app.base.events import Failed, Operation
from pkm_app.seek.addresses import key
from pkm_app.seek.catalogue import Catalogue, CatalogueSource
from pkm_app.seek.follow import Followed, Following
from pkm_app.seek.model import Article, ArticleBody, Feed, Mark, RefreshResult, View
from pkm_app.seek.ports import ArticleStore, FeedReader, Fetcher, MarksLog, SubscriptionFile
from pkm_app.seek.refresh import Refreshing
from pkm_app.seek.subscribing import ImportResult, Subscribing, SyncResult

SHOWN = 5  # names that a refusal lists
MANY = 20  # feeds: from so many on they may be fetched elsewhere, which takes a moment to begin
Elsewhere = Callable[[Sequence[str], bool], Operation[tuple[RefreshResult, ...]] | None]


class SeekService:
    """What a person does with feeds and articles. Safe for any thread as far as its ports are."""

    def __init__(self, fetcher: Fetcher, reader: FeedReader, store: ArticleStore, subscriptions: SubscriptionFile,
                 marks: MarksLog, catalogue: Catalogue, now: Callable[[], datetime],
                 tidy: Callable[[], Operation[None]] | None = None, elsewhere: Elsewhere | None = None) -> None:
        self._store = store
        self._subscriptions = subscriptions
        self._marks = marks
        self._catalogue = catalogue
        self._now = now
        self._tidy = tidy
        self._elsewhere = elsewhere
        self._subscribing = Subscribing(store, subscriptions)
        self._following = Following(fetcher, reader, store, self._subscribing, catalogue, now)
        self._refreshing = Refreshing(fetcher, reader, store, self._subscribing, now)

    def follow(self, address: str, folder: str = "", why: str = "") -> Operation[Followed]:
        """Follow whom an address, or the id of a recommended source, stands for: see Following.follow."""
        followed = yield from self._following.follow(address, folder, why)
        yield from self._tidied()
        return followed

    def unfollow(self, feed: str) -> Feed:
        """End a subscription and return it; articles that were kept, put in Later or highlighted stay.

        Raises NotFound and Ambiguous.
        """
        found = self.find_feed(feed)
        self._subscribing.remove(found)
        return found

    def refresh(self, feeds: Sequence[str] = (), force: bool = False) -> Operation[tuple[RefreshResult, ...]]:
        """Fetch the feeds named, due or not; without names all that are due, with ``force`` all.

        See Refreshing.refresh. Raises NotFound and Ambiguous for a name. Many are fetched ``elsewhere``, if there is
        such a place now: it gets ids and ``force``, and does all of this, or answers None.
        """
        known = {feed.feed_id for feed in self._store.feeds()} if feeds else set()
        ids = [name if name in known else self.find_feed(name).feed_id for name in feeds]
        if self._elsewhere is not None and len(self._refreshing.due(ids, force)) >= MANY:
            operation = self._elsewhere(ids, force)
            if operation is not None:
                return (yield from operation)
        results = yield from self._refreshing.refresh(ids, force)
        yield from self._tidied()
        return results

    def due(self, feeds: Sequence[str] = (), force: bool = False) -> Sequence[str]:
        """Return the ids of the feeds that ``refresh`` would fetch now; ``feeds`` are ids."""
        return self._refreshing.due(feeds, force)

    def network_is_back(self) -> None:
        """Make due what could not be reached: there is a connection again."""
        self._refreshing.network_is_back()

    def note_failure(self, feed_id: str, problem: Problem) -> None:
        """Store that a feed failed and put it off, where it ended the process that fetched it."""
        self._refreshing.note_failure(feed_id, problem)

    def _tidied(self) -> Operation[None]:
        """Do with what came in what a person wished once and for all; should that fail, it came in all the same."""
        if self._tidy is not None:
            try:
                yield from self._tidy()
            except Problem as problem:
                yield Failed("", problem.template, problem.values)

    def sync_subscriptions(self) -> SyncResult:
        """Make the store follow the list in the vault; to be called at the start. Raises StorageProblem."""
        return self._subscribing.sync()

    def feeds(self) -> Sequence[Feed]:
        """All feeds with their health and unread counts, in order of folder and title."""
        return self._store.feeds()

    def find_feed(self, prefix: str) -> Feed:
        """Return the feed with this id, unambiguous beginning of an id, address or title.

        Raises NotFound and Ambiguous.
        """
        name = prefix.strip()
        feeds = self._store.feeds() if name else ()
        for fits in (
            [feed for feed in feeds if feed.feed_id == name],
            [feed for feed in feeds if "://" in name and key(feed.address) == key(name)],
            [feed for feed in feeds if feed.feed_id.startswith(name)],
            [feed for feed in feeds if feed.title.casefold() == name.casefold()],
        ):
            if len(fits) == 1:
                return fits[0]
            if fits:
                raise Ambiguous("“{name}” fits {count} feeds, say more of it: {feeds}", name=name, count=len(fits),
                                feeds="; ".join(f"{feed.feed_id} {feed.title}" for feed in fits[:SHOWN]))
        raise NotFound("You follow no feed “{name}”. `feeds` lists those you follow.", name=name)

    def find_article(self, prefix: str) -> Article:
        """Return the article with this id, unambiguous beginning of an id, or address.

        Raises NotFound and Ambiguous.
        """
        name = prefix.strip()
        found = self._store.article(name) or (self._store.article_by_url(name) if "://" in name else None)
        if found:
            return found
        ids = self._store.ids_starting(name) if name else ()
        if len(ids) > 1:
            raise Ambiguous("“{name}” fits several articles, say more of it: {ids}", name=name,
                            ids=", ".join(ids[:SHOWN]))
        found = self._store.article(ids[0]) if ids else None
        if found is None:
            raise NotFound("There is no article “{name}”. `articles --view all` lists them.", name=name)
        return found

    def articles(
        self, view: View = "inbox", feed_id: str = "", search: str = "", limit: int = 200,
        before: tuple[str, str] | None = None,
    ) -> Sequence[Article]:
        """List articles, newest first; ``before`` is the (time as ISO, id) of the last row already had."""
        return self._store.articles(view, feed_id, search, limit, before)

    def count(self, view: View, feed_id: str = "") -> int:
        """How many articles a view holds (unread ones only for the inbox)."""
        return self._store.count(view, feed_id)

    def body(self, article_id: str) -> ArticleBody | None:
        """Return the matter of an article."""
        return self._store.body(article_id)

    def mark(self, article_ids: Sequence[str], mark: Mark, on: bool) -> None:
        """Set or take away a mark, in the vault's log first: it outlives the database."""
        found = [article for article in map(self._store.article, article_ids) if article is not None]
        if not found:
            return
        urls = [article.url or f"urn:pkm:article:{article.article_id}" for article in found]
        self._marks.append(urls, mark, on, self._now())
        self._store.set_mark([article.article_id for article in found], mark, on)

    def import_opml(self, data: bytes, allow_private: bool = False, dry_run: bool = False) -> Operation[ImportResult]:
        """Follow all feeds of an OPML file without fetching any: see Subscribing.take_in."""
        return self._subscribing.take_in(data, allow_private, dry_run)

    def export_opml(self) -> bytes:
        """Return the subscriptions as an OPML file. Raises StorageProblem when the list cannot be read."""
        from pkm_app.seek.opmlwrite import write_opml

        return write_opml(self._subscriptions.load())

    def catalogue(self, chapter: str = "", lang: str = "") -> Sequence[CatalogueSource]:
        """Return the recommended sources of a chapter and a language (all for ""). Raises Refused."""
        feeds = self._store.feeds()
        followed = {key(address) for feed in feeds for address in (feed.address, feed.site) if address}
        return self._catalogue.listing(chapter, lang, followed)
