"""What Seek needs of the world. ``library``, ``net`` and ``work`` implement these; tests have fakes that
pass the same contract suites."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Protocol, TypeVar

from pkm_app.base.errors import Problem
from pkm_app.seek.lists import Place
from pkm_app.seek.model import (
    Article,
    ArticleBody,
    Entry,
    Feed,
    FeedUpdate,
    FetchRequest,
    FetchResponse,
    Mark,
    ParsedFeed,
    StoredEntry,
    Subscription,
    View,
)

T = TypeVar("T")


class Fetcher(Protocol):
    """Gets addresses with manners and limits (net.fetch)."""

    def fetch(self, request: FetchRequest) -> FetchResponse:
        """Get one address. Raises NetworkProblem."""

    def fetch_all(
        self, requests: Iterable[FetchRequest], then: Callable[[FetchResponse], T]
    ) -> Iterator[Sequence[tuple[FetchRequest, T | Problem]]]:
        """Get many in parallel, at most two at once from one host, in order of arrival.

        ``then`` runs on the fetching thread; its result, or the Problem that it or the fetch raised, is
        yielded with the request. What arrives within some hundredths of a second comes together, so that
        whoever takes it can deal with it in one go. Closing the iterator stops what is under way. What is about at
        once is bounded in bytes; for that a result may say its own in an attribute ``weight``.
        """


class FeedReader(Protocol):
    """Reads strangers' bytes away from the window (work.strangers calls seek.parse in a process)."""

    def parse(self, data: bytes, address: str, content_type: str) -> ParsedFeed:
        """Read a feed. Raises NotAFeed, or Problem when the limits of time or memory were hit."""

    def page_links(self, data: bytes, address: str, content_type: str) -> tuple[tuple[str, str], ...]:
        """Give the (address, title) of the feeds a web page names, in its order."""


class ArticleStore(Protocol):
    """Articles and feed state (library.articles)."""

    def feeds(self) -> Sequence[Feed]:
        """All feeds, with their unread counts, in order of folder and title."""

    def feed(self, feed_id: str) -> Feed | None:
        """One feed by its full id."""

    def put_feed(self, feed: Feed) -> None:
        """Add a feed or replace what is known of it."""

    def put_feeds(self, feeds: Sequence[Feed]) -> None:
        """The same for many feeds, in one transaction: a list of subscriptions was taken in."""

    def drop_feed(self, feed_id: str) -> None:
        """Forget a feed and those of its articles that are neither kept nor later nor highlighted."""

    def list_of(self) -> str:
        """Which list of subscriptions the feeds were last brought in step with, "" when with none."""

    def note_list(self, name: str) -> None:
        """Remember which list the feeds are in step with."""

    def entries_of(self, feed_id: str) -> Sequence[StoredEntry]:
        """Everything remembered of a feed's entries."""

    def newest(self) -> Mapping[str, datetime]:
        """When the newest article of each feed was written (or came in), by feed id; none for a feed without any."""

    def apply(self, update: FeedUpdate, now: datetime) -> None:
        """Store what a fetch changed (the feed's own state too), in one transaction.

        A feed that was dropped meanwhile stays dropped: then nothing is stored.
        """

    # A refresh of hundreds of unchanged feeds must not cost hundreds of transactions: their new state
    # (no entries, as a rule) comes here in batches.
    def apply_many(self, updates: Sequence[FeedUpdate], now: datetime) -> None:
        """As ``apply`` for each of them in turn, in one transaction."""

    def put_captured(self, article_id: str, entry: Entry, site: str, now: datetime) -> None:
        """Add what a person captured, or replace what is known of it; marks stay. ``site`` shows as a feed would."""

    def drop_captured(self, article_id: str) -> None:
        """Forget an article that a person captured; one of a feed stays. Marks are remembered for its return."""

    def articles(
        self, view: View = "inbox", feed_id: str = "", search: str = "", limit: int = 200,
        before: tuple[str, str] | None = None,
    ) -> Sequence[Article]:
        """Newest first; ``before`` is the (published or fetched as ISO, id) of the last row already had."""

    def article(self, article_id: str) -> Article | None:
        """One article by its full id."""

    def article_by_url(self, url: str) -> Article | None:
        """The article with this very address."""

    def body(self, article_id: str) -> ArticleBody | None:
        """The matter of an article."""

    def ids_starting(self, prefix: str) -> Sequence[str]:
        """At most ten article ids that begin so."""

    def set_mark(self, article_ids: Sequence[str], mark: Mark, on: bool, places: Sequence[Place] = ()) -> None:
        """Set or take away a mark; ``places`` are where some of them stand in every list, for finding them quicker."""

    def count(self, view: View, feed_id: str = "") -> int:
        """How many articles a view holds (unread ones only for the inbox)."""


class SubscriptionFile(Protocol):
    """subscriptions.opml in the vault (library.subscriptions). ``name`` tells it from that of another vault."""

    @property
    def name(self) -> str:
        """What tells this list from those of other vaults."""

    def is_another(self, name: str) -> bool:
        """Say whether this is the name of another list, which is there still: what it holds is safe."""

    def is_away(self) -> bool:
        """Say whether its words are not on this machine, so that reading it would fetch them."""

    def load(self) -> Sequence[Subscription]:
        """Read it; a missing file is an empty list, an unreadable one raises StorageProblem."""

    def save(self, subscriptions: Sequence[Subscription]) -> None:
        """Write it, atomically, keeping what other programs put there."""

    # Two verbs that follow at the same moment would otherwise each write the list without the other's feed.
    def change(
        self, edit: Callable[[Sequence[Subscription]], Sequence[Subscription]]
    ) -> Sequence[Subscription]:
        """Load, edit and save as one step that no other thread or process comes between; give what now stands.

        What ``edit`` raises is passed on and nothing is written; an edit that changes nothing writes nothing.
        """


class MarksLog(Protocol):
    """.pkm/marks/<device>.jsonl in the vault (library.marks)."""

    def append(self, urls: Sequence[str], mark: Mark, on: bool, at: datetime) -> None:
        """Add what a person did with articles, by their addresses."""
