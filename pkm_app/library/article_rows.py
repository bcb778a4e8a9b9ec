"""How Seek's values stand in the database's rows, and how they are read back."""

from __future__ import annotations

from datetime import UTC, datetime

from pkm_app.library.database import Row
from pkm_app.seek.model import Article, Feed
from pkm_app.seek.naming import name_of

ARTICLE_COLUMNS = """a.article_id, a.feed_id, coalesce(f.title, a.feed_title) AS feed_title, a.url, a.title, a.author,
    a.published, a.fetched, a.language, a.excerpt, a.is_read, a.kept, a.later, a.done, a.changed"""
FEED_COLUMNS = """f.feed_id, f.address, f.title, f.site, f.folder, f.why, f.local, f.status, f.reason, f.etag,
    f.modified, f.body_digest, f.last_ok, f.next_due, f.failures, coalesce(c.unread, 0) AS unread, f.told,
    f.ttl_minutes, f.asleep, f.moving_to, f.moving_since, f.moving_seen"""


def to_iso(moment: datetime) -> str:
    """Return a moment as ISO 8601 in UTC, so that the order of texts is the order of time."""
    return moment.astimezone(UTC).isoformat()


def optional_iso(moment: datetime | None) -> str | None:
    """As to_iso; None stays None."""
    return None if moment is None else to_iso(moment)


def from_iso(text: str | None) -> datetime | None:
    """Return the moment that to_iso wrote."""
    return None if text is None else datetime.fromisoformat(text)


def article_of(row: Row) -> Article:
    """Return the article of a row with ARTICLE_COLUMNS, which stand in the order of Article's fields."""
    (article_id, feed_id, feed_title, url, title, author, published, fetched, language, excerpt, read, kept, later,
     done, changed) = row  # asking a row by name costs several times as much
    return Article(article_id, feed_id, feed_title, url, title or name_of("", excerpt), author, from_iso(published),
                   datetime.fromisoformat(fetched), language, excerpt, bool(read), bool(kept), bool(later), bool(done),
                   from_iso(changed))


def feed_of(row: Row) -> Feed:
    """Return the feed of a row with FEED_COLUMNS, which stand in the order of Feed's fields."""
    (feed_id, address, title, site, folder, why, local, status, reason, etag, modified, body_digest, last_ok, next_due,
     failures, unread, told, ttl_minutes, asleep, moving_to, moving_since, moving_seen) = row
    return Feed(feed_id, address, title, site, folder, why, bool(local), status, reason, etag, modified, body_digest,
                from_iso(last_ok), from_iso(next_due), failures, unread, told, ttl_minutes, asleep, moving_to,
                from_iso(moving_since), moving_seen)


def feed_values(feed: Feed) -> dict[str, object]:
    """Return the named values of a feed's row."""
    return {
        "feed_id": feed.feed_id, "address": feed.address, "title": feed.title, "site": feed.site,
        "folder": feed.folder, "why": feed.why, "local": int(feed.local), "status": feed.status,
        "reason": feed.reason, "etag": feed.etag, "modified": feed.modified, "body_digest": feed.body_digest,
        "last_ok": optional_iso(feed.last_ok), "next_due": optional_iso(feed.next_due), "failures": feed.failures,
        "told": feed.told, "ttl_minutes": feed.ttl_minutes, "asleep": feed.asleep, "moving_to": feed.moving_to,
        "moving_since": optional_iso(feed.moving_since), "moving_seen": feed.moving_seen}
