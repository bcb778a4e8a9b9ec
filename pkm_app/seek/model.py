"""The values of Seek: what a feed says, whom a person follows, what came in."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal


@dataclass(frozen=True, slots=True)
class Entry:
    """One item of a feed, cleaned. ``html`` has passed content.clean; all other fields are plain text.

    ``uid`` is the feed's own identifier or, where it gives none, one derived from address or content.
    ``digest`` changes when title or content change. Times are aware and in UTC.
    """

    uid: str
    url: str
    title: str
    author: str = ""
    published: datetime | None = None
    updated: datetime | None = None
    html: str = ""
    text: str = ""
    language: str = ""
    digest: str = ""


@dataclass(frozen=True, slots=True)
class ParsedFeed:
    """A feed of any format in one model. ``kind`` is like ``rss20``, ``atom10``, ``rss10``, ``json11``.

    ``asleep`` names hours (of UTC) and days in which the feed wants no visits, like ``0 1 2 sat sun``.
    """

    kind: str
    title: str = ""
    site: str = ""
    description: str = ""
    language: str = ""
    ttl_minutes: int | None = None
    asleep: str = ""
    entries: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True)
class FetchRequest:
    """An address to get. ``etag`` and ``modified`` make it conditional; ``typed`` says a person typed (or
    confirmed) this very host, which alone allows private and local addresses."""

    address: str
    etag: str = ""
    modified: str = ""
    typed: bool = False
    accept: str = ""
    max_bytes: int = 20 * 1024 * 1024
    seconds: float = 30.0


@dataclass(frozen=True, slots=True)
class FetchResponse:
    """What a server answered, unpacked. ``status`` is 200 or 304 (anything else is raised).

    ``address`` is where the answer came from after redirects, ``moved_to`` is set when every hop was
    permanent. Header names in ``headers`` are lower case.
    """

    address: str
    status: int
    body: bytes = b""
    content_type: str = ""
    etag: str = ""
    modified: str = ""
    moved_to: str = ""
    headers: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Subscription:
    """Whom I follow, as subscriptions.opml holds it. ``folder`` uses ``/`` for nesting, "" is the top."""

    address: str
    title: str = ""
    site: str = ""
    folder: str = ""
    why: str = ""
    local: bool = False  # a person typed or confirmed this host, so a private address is allowed
    quiet: bool = False  # followed without being counted


FeedStatus = Literal[
    "new", "fine", "moved", "gone", "blocked", "not-a-feed", "certificate", "timeout", "unreachable", "failed"]


@dataclass(frozen=True, slots=True)
class Feed:
    """A subscription with what is known of its fetching. ``reason`` is a sentence when status is not fine, and
    ``told`` is the same as health.told writes it, so that it can be said in another language.

    ``ttl_minutes`` and ``asleep`` are the feed's own wishes (see ParsedFeed), which an answer without content
    cannot repeat. ``moving_to`` is where it has led for good since ``moving_since``, ``moving_seen`` times on end.
    """

    feed_id: str
    address: str
    title: str = ""
    site: str = ""
    folder: str = ""
    why: str = ""
    local: bool = False
    status: FeedStatus = "new"
    reason: str = ""
    etag: str = ""
    modified: str = ""
    body_digest: str = ""
    last_ok: datetime | None = None
    next_due: datetime | None = None
    failures: int = 0
    unread: int = 0
    told: str = ""
    ttl_minutes: int | None = None
    asleep: str = ""
    moving_to: str = ""
    moving_since: datetime | None = None
    moving_seen: int = 0


@dataclass(frozen=True, slots=True)
class Article:
    """What came in. ``article_id`` never changes; marks are what the person did with it; ``changed`` is when its
    title or content last changed after it had come in, as far as that was seen."""

    article_id: str
    feed_id: str
    feed_title: str
    url: str
    title: str
    author: str
    published: datetime | None
    fetched: datetime
    language: str
    excerpt: str
    read: bool = False
    kept: bool = False
    later: bool = False
    done: bool = False
    changed: datetime | None = None


@dataclass(frozen=True, slots=True)
class ArticleBody:
    """The matter of one article: cleaned HTML, the canonical text of it (content.plaintext) and a digest.

    ``full`` says that it came from the article's page, since its feed gave less.
    """

    html: str
    text: str
    digest: str
    full: bool = False


@dataclass(frozen=True, slots=True)
class StoredEntry:
    """What the store remembers of an entry, enough to decide whether a fetched one is new or changed."""

    article_id: str
    uid: str
    url: str
    digest: str
    title: str = ""
    published: datetime | None = None


@dataclass(frozen=True, slots=True)
class FeedUpdate:
    """What one fetch should change, decided by seek.decide and applied by the store in one transaction.

    ``old`` are the ids of those new ones that were written long ago: they come in as read and done.
    """

    feed: Feed
    new: tuple[tuple[str, Entry], ...] = ()
    changed: tuple[tuple[str, Entry], ...] = ()
    old: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class RefreshResult:
    """How the fetch of one feed went: ``outcome`` is fetched, unchanged, failed or waiting (not due)."""

    feed_id: str
    outcome: Literal["fetched", "unchanged", "failed", "waiting"]
    new: int = 0
    updated: int = 0
    reason: str = ""


CAPTURED = "captured"  # stands where an article of a feed has its feed: a person took it in
View = Literal["inbox", "kept", "later", "all"]
Mark = Literal["read", "kept", "later", "done"]
