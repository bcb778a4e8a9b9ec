"""Refreshing: fetch what is due, decide, store. One feed's trouble is never another's."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Callable, Collection, Generator, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from pkm_app.base.errors import NetworkProblem, Problem, StorageProblem
from pkm_app.base.events import Changed, Event, Failed, Operation, Progress
from pkm_app.seek import decide
from pkm_app.seek.addresses import host_of, key, looks_private
from pkm_app.seek.backoff import NEVER
from pkm_app.seek.discover import ACCEPT
from pkm_app.seek.model import Feed, FeedUpdate, FetchRequest, FetchResponse, ParsedFeed, RefreshResult
from pkm_app.seek.ports import ArticleStore, FeedReader, Fetcher
from pkm_app.seek.subscribing import Subscribing

BATCH = 64  # states of unchanged feeds that are stored in one transaction
TOGETHER = 200  # about so many articles go into one transaction when several feeds arrive together
ENOUGH = 3  # when so many hosts or more are out of reach, and no other answers, it is our own connection
OUT_OF_REACH = ("unreachable", "timeout")
LIST = "subscriptions.opml"


@dataclass(frozen=True, slots=True)
class Answer:
    """A fetched feed; ``parsed`` is None when its bytes were seen before or there were none (304). ``weight`` is what
    it holds in memory, in bytes."""

    response: FetchResponse
    digest: str = ""
    parsed: ParsedFeed | None = None
    weight: int = 0


def digest_of(body: bytes) -> str:
    """Return what tells one body from another."""
    return hashlib.sha256(body).hexdigest()


class Refreshing:
    """Brings feeds up to date."""

    def __init__(self, fetcher: Fetcher, reader: FeedReader, store: ArticleStore, subscribing: Subscribing,
                 now: Callable[[], datetime]) -> None:
        self._fetcher = fetcher
        self._reader = reader
        self._store = store
        self._subscribing = subscribing
        self._now = now

    def refresh(self, feed_ids: Sequence[str] = (), force: bool = False) -> Operation[tuple[RefreshResult, ...]]:
        """Fetch these feeds, or all that are due (with ``force`` all), and store what they brought.

        Yields progress, Changed for a feed as soon as its articles are stored, Failed for each that failed.
        Raises StorageProblem when nothing can be stored any more. Closing it stops what is under way; each feed
        is then either wholly stored or as it was.
        """
        yield from self._sync()
        now = self._now()
        feeds = self._store.feeds()
        chosen, due = _chosen(feeds, set(feed_ids), force, now)
        results = {feed.feed_id: RefreshResult(feed.feed_id, "waiting") for feed in chosen}
        yield Progress(0, len(due))
        run = _Run(self, due, {key(feed.address) for feed in feeds})
        try:
            yield from run.events(results)
        finally:
            run.close()
        return tuple(results.values())

    def due(self, feed_ids: Sequence[str] = (), force: bool = False) -> Sequence[str]:
        """Return the ids of the feeds that ``refresh`` would fetch as the list stands."""
        return [feed.feed_id for feed in _chosen(self._store.feeds(), set(feed_ids), force, self._now())[1]]

    def network_is_back(self) -> None:
        """Make those due that could not be reached, whenever they were to be tried next."""
        now = self._now()
        self._store.put_feeds([replace(feed, next_due=now) for feed in self._store.feeds()
                               if feed.status in OUT_OF_REACH and feed.next_due != NEVER
                               and not decide.is_due(feed, now)])

    def note_failure(self, feed_id: str, problem: Problem) -> None:
        """Store that a feed failed, where that happened to whoever ran the refresh."""
        feed = self._store.feed(feed_id)
        if feed is not None:
            now = self._now()
            self._store.apply(decide.failed(feed, problem, now)[0], now)

    def _sync(self) -> Iterator[Event]:
        """Hear first what changed in the list; a list that cannot be read keeps nobody from refreshing."""
        try:
            synced = self._subscribing.sync()
        except StorageProblem as problem:
            yield Failed(LIST, problem.template, problem.values)
            return
        if synced.added or synced.dropped:
            yield Changed("feeds", (*synced.added, *synced.dropped))
        if synced.missing:
            yield Failed(LIST, "A feed vanished from subscriptions.opml. It stays followed, and is written back when "
                         "you next follow or unfollow; unfollow it if you no longer want it."
                         if len(synced.missing) == 1 else
                         "{count} feeds vanished from subscriptions.opml at once. They stay followed, and are "
                         "written back when you next follow or unfollow; unfollow those you no longer want.",
                         {"count": len(synced.missing)})

    def answers(self, due: Sequence[Feed]) -> Iterator[Sequence[tuple[Feed, Answer | Problem]]]:
        """Give each feed with its answer, in order of arrival, those together that arrive together. Parsing happens
        on the fetching threads."""
        seen = {feed.body_digest for feed in due if feed.body_digest}

        def read(response: FetchResponse) -> Answer:
            if response.status == 304:
                return Answer(response)
            digest = digest_of(response.body)
            if digest in seen:  # some feed's body of last time, in all likelihood this one's: settled in `update`
                return Answer(response, digest, weight=len(response.body))
            parsed = self._reader.parse(response.body, response.address, response.content_type)
            weight = sum(sys.getsizeof(entry.html) + sys.getsizeof(entry.text) for entry in parsed.entries)
            return Answer(replace(response, body=b""), digest, parsed, weight)  # what was read need not wait on

        requests = {
            FetchRequest(feed.address, feed.etag, feed.modified, typed=feed.local, accept=ACCEPT): feed for feed in due
        }
        fetched = self._fetcher.fetch_all(requests, read)
        try:
            for together in fetched:
                yield [(requests[request], outcome) for request, outcome in together]
        finally:
            if isinstance(fetched, Generator):
                fetched.close()

    def update(self, feed: Feed, answer: Answer, followed: Collection[str]) -> tuple[FeedUpdate, RefreshResult]:
        """Decide what an answer changes. Raises Problem when it has to be read here and cannot be."""
        now, parsed = self._now(), answer.parsed
        if answer.response.status == 304 or answer.digest == feed.body_digest:
            return decide.unchanged(feed, answer.response, now, followed)
        if parsed is None:
            response = answer.response
            parsed = self._reader.parse(response.body, response.address, response.content_type)
        known = self._store.entries_of(feed.feed_id)
        return decide.fetched(feed, known, answer.response, parsed, answer.digest, now, followed)

    def moved(self, feed: Feed, update: FeedUpdate) -> FeedUpdate:
        """Note a new address where both list and store learn of it. When the list cannot be written the feed
        keeps its old address, which still leads there."""
        try:
            self._subscribing.move(feed, update.feed.address, update.feed.local)
        except StorageProblem:
            return replace(update, feed=replace(
                update.feed, address=feed.address, local=feed.local, moving_to=feed.moving_to,
                moving_since=feed.moving_since, moving_seen=feed.moving_seen))
        return update

    def store(self, updates: Sequence[FeedUpdate]) -> None:
        """Store decisions in one transaction."""
        self._store.apply_many(updates, self._now())


def _chosen(feeds: Sequence[Feed], named: Collection[str], force: bool,
            now: datetime) -> tuple[Sequence[Feed], Sequence[Feed]]:
    """Return the feeds that are spoken of, and those of them that are fetched."""
    chosen = [feed for feed in feeds if feed.feed_id in named] if named else feeds
    return chosen, [feed for feed in chosen
                    if named or decide.is_due(feed, now) or (force and feed.next_due != NEVER)]


def _answers(problem: Problem | None, update: FeedUpdate) -> bool:
    """Say whether this shows that somebody was reached."""
    if isinstance(problem, NetworkProblem) and problem.kind in ("wait", "not-allowed"):
        return False  # nobody was asked
    return problem is None or update.feed.status not in OUT_OF_REACH


class _Run:
    """One refresh under way: the answers still to come and the states still to be stored."""

    def __init__(self, refreshing: Refreshing, due: Sequence[Feed], followed: Collection[str]) -> None:
        self._refreshing = refreshing
        self._total = len(due)
        self._followed = followed
        self._answers = refreshing.answers(due) if due else iter(())
        self._arrived: list[FeedUpdate] = []  # with articles, of those that were taken together
        self._waiting: list[FeedUpdate] = []
        self._unreachable: list[tuple[Feed, FeedUpdate]] = []
        self._answered: set[bool] = set()  # whether any answered out in the world (True), on this side (False)

    def events(self, results: dict[str, RefreshResult]) -> Iterator[Event]:
        done = 0
        for together in self._answers:
            for feed, outcome in together:
                update, results[feed.feed_id], problem = self._decide(feed, outcome)
                if _answers(problem, update):
                    self._answered.add(not looks_private(feed.address))
                if results[feed.feed_id].outcome == "waiting":
                    pass  # its host wants to be left alone: it was not asked, and nothing is wrong with it
                elif problem is not None:
                    yield Failed(feed.feed_id, problem.template, problem.values)
                elif update.feed.address != feed.address:
                    update = self._refreshing.moved(feed, update)
                yield from self._keep(feed, update)
                done += 1
                yield Progress(done, self._total, feed.title or feed.address)
            yield from self._flush_articles()
        self._waiting += self._judged()
        self._unreachable = []
        if self._waiting:
            yield self._flush()

    def _judged(self) -> Iterator[FeedUpdate]:
        """Give the states of those that could not be reached: theirs to blame, or our own connection.

        It is our own where several hosts could not be reached and none answered; what answers on this machine or in
        this house says nothing of the world outside. One or two alone may be gone as well as we: they are put off a
        little, and nothing is held against them.
        """
        hosts = {host_of(feed.address) for feed, _ in self._unreachable}
        far = {host_of(feed.address) for feed, _ in self._unreachable if not looks_private(feed.address)}
        for feed, update in self._unreachable:
            outside = not looks_private(feed.address)
            if True in self._answered if outside else self._answered:
                yield update
            elif len(far if outside else hosts) >= ENOUGH:
                yield decide.ours(feed, update, feed.next_due)
            elif outside and update.feed.status == "unreachable":
                yield decide.ours(feed, update, self._refreshing._now() + decide.LITTLE)
            else:
                yield update

    def _keep(self, feed: Feed, update: FeedUpdate) -> Iterator[Event]:
        """Store an update, or put it to those that will be stored in one transaction."""
        if update.new or update.changed:
            self._arrived.append(update)
            if sum(len(each.new) + len(each.changed) for each in self._arrived) >= TOGETHER:
                yield from self._flush_articles()
        elif update.feed.status in OUT_OF_REACH and update.feed.failures > feed.failures:
            self._unreachable.append((feed, update))
        else:
            self._waiting.append(update)
            if len(self._waiting) >= BATCH:
                yield self._flush()

    def close(self) -> None:
        """Stop what is under way and store what was learnt."""
        if isinstance(self._answers, Generator):
            self._answers.close()
        self._waiting += [*self._arrived, *(update for _, update in self._unreachable)]
        if self._waiting:
            self._flush()

    def _decide(self, feed: Feed, outcome: Answer | Problem) -> tuple[FeedUpdate, RefreshResult, Problem | None]:
        if not isinstance(outcome, Problem):
            try:
                return (*self._refreshing.update(feed, outcome, self._followed), None)
            except StorageProblem:
                raise
            except Problem as problem:
                outcome = problem
        return (*decide.failed(feed, outcome, self._refreshing._now()), outcome)

    def _flush_articles(self) -> Iterator[Event]:
        if self._arrived:
            updates, self._arrived = self._arrived, []
            self._refreshing.store(updates)
            yield Changed("articles", tuple(update.feed.feed_id for update in updates))

    def _flush(self) -> Changed:
        updates, self._waiting = self._waiting, []
        self._refreshing.store(updates)
        return Changed("feeds", tuple(update.feed.feed_id for update in updates))
