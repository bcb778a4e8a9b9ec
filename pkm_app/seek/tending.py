"""Tending feeds: how each is and why, a test at once, and another address for one that has moved."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from pkm_app.base.errors import NotFound
from pkm_app.base.events import Changed, Operation, Progress
from pkm_app.seek import decide
from pkm_app.seek.addresses import candidates
from pkm_app.seek.discover import Discovered, discover
from pkm_app.seek.health import Health, health_of, is_ill, listing
from pkm_app.seek.model import Feed, RefreshResult
from pkm_app.seek.ports import ArticleStore, FeedReader, Fetcher
from pkm_app.seek.refresh import Refreshing, digest_of
from pkm_app.seek.subscribing import Subscribing, already_followed


@dataclass(frozen=True, slots=True)
class Tested:
    """What came of a test: how the fetch went, and how the feed is now."""

    result: RefreshResult
    health: Health


class Tending:
    """Says how feeds are, and mends what a person can mend."""

    def __init__(self, fetcher: Fetcher, reader: FeedReader, store: ArticleStore, subscribing: Subscribing,
                 now: Callable[[], datetime]) -> None:
        self._fetcher = fetcher
        self._reader = reader
        self._store = store
        self._subscribing = subscribing
        self._refreshing = Refreshing(fetcher, reader, store, subscribing, now)
        self._now = now

    def health(self, remarkable: bool = False) -> list[Health]:
        """Return how each feed is, those that are ill first; ``remarkable`` leaves out those that are simply well."""
        found = listing({feed.feed_id: feed for feed in self._store.feeds()}, self._store.newest(), self._now())
        return [health for health in found if health.remarkable] if remarkable else found

    def ill(self) -> int:
        """Return how many feeds bring nothing any more. Quick."""
        return sum(is_ill(feed) for feed in self._store.feeds())

    def test(self, feed_ids: Sequence[str]) -> Operation[tuple[Tested, ...]]:
        """Fetch these feeds now, whatever was planned, and say how they are then.

        Takes in what they bring, as a refresh does, and yields its events.
        """
        results = yield from self._refreshing.refresh(feed_ids) if feed_ids else _nothing()
        newest, now = self._store.newest(), self._now()
        feeds = {result.feed_id: self._store.feed(result.feed_id) for result in results}
        return tuple(Tested(result, health_of(feed, newest.get(feed.feed_id), now)) for result in results
                     if (feed := feeds[result.feed_id]) is not None)

    def move(self, feed_id: str, address: str, untested: bool = False) -> Operation[Feed]:
        """Give a feed another address, keeping its articles, folder and reason; return it.

        ``address`` is anything that may be followed: the feed behind it is found and read first. With ``untested``
        it is taken as it is, and the next refresh shows whether it was right. Raises Refused when it is followed
        already or may not be followed, NotFound, and what finding and reading raise; then nothing is changed.
        """
        feed = self._store.feed(feed_id)
        if feed is None:
            raise NotFound("You no longer follow this source.")
        starts = candidates(address)
        if untested:
            self._refuse_known(starts[0], feed)
            moved = self._put(feed, starts[0], local=True)
        else:
            found = yield from discover(self._fetcher, self._reader, starts, typed=True)
            self._refuse_known(found.address, feed)
            moved = self._put(feed, found.address, found.typed)
            yield from self._take_in(moved, found)
        yield Changed("feeds", (feed_id,))
        yield Progress(1, 1, moved.title)
        return self._store.feed(feed_id) or moved

    def put_back(self, former: Feed) -> Feed:
        """Give a feed the address it had, and what was known of it there; return it. Nothing is fetched.

        What came in meanwhile stays. Raises NotFound when it is no longer followed, Refused when another feed has
        that address by now; then nothing is changed.
        """
        feed = self._store.feed(former.feed_id)
        if feed is None:
            raise NotFound("You no longer follow this source.")
        self._refuse_known(former.address, feed)
        again = replace(former, title=feed.title, folder=feed.folder, why=feed.why, unread=feed.unread)
        self._subscribing.move(feed, former.address, former.local)
        self._store.put_feed(again)
        return again

    def _put(self, feed: Feed, address: str, local: bool) -> Feed:
        fresh = replace(feed, status="new", reason="", told="", etag="", modified="", body_digest="", next_due=None,
                        failures=0, moving_to="", moving_since=None, moving_seen=0)
        self._subscribing.move(feed, address, local)
        moved = replace(fresh, address=address, local=local)
        self._store.put_feed(moved)
        return moved

    def _take_in(self, feed: Feed, found: Discovered) -> Operation[None]:
        response = replace(found.response, moved_to="")
        known = self._store.entries_of(feed.feed_id)
        update, _ = decide.fetched(feed, known, response, found.parsed, digest_of(response.body), self._now())
        self._store.apply(update, self._now())
        yield Changed("articles", (feed.feed_id,))

    def _refuse_known(self, address: str, feed: Feed) -> None:
        known = self._subscribing.known(address)
        if known is not None and (known.feed_id != feed.feed_id or address == feed.address):
            raise already_followed(known.title or known.address)


def _nothing() -> Operation[tuple[RefreshResult, ...]]:
    yield Progress(0, 0)
    return ()
