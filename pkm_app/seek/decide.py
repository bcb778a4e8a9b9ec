"""What one fetch should change, decided without doing anything: no store, no network, no clock of its own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from pkm_app.base.errors import Problem
from pkm_app.base.ids import derived_id
from pkm_app.seek.addresses import key, same_place
from pkm_app.seek.backoff import due_after_failure, due_after_success
from pkm_app.seek.health import diagnose
from pkm_app.seek.model import Entry, Feed, FeedUpdate, FetchResponse, ParsedFeed, RefreshResult, StoredEntry

_TOMORROW = timedelta(days=1)


def fetched(
    feed: Feed, known: Sequence[StoredEntry], response: FetchResponse, parsed: ParsedFeed, digest: str,
    now: datetime, followed: Collection[str] = (),
) -> tuple[FeedUpdate, RefreshResult]:
    """Decide on an answer with content.

    ``known`` is what is stored of the feed's entries, ``digest`` that of the answer's bytes, ``followed`` holds
    the keys of all addresses that are followed, lest two feeds become one by moving.
    """
    new, changed = compare(feed.feed_id, known, parsed.entries, now)
    feed = replace(
        _well(feed, response, followed), etag=response.etag, modified=response.modified, body_digest=digest,
        title=feed.title or parsed.title, site=feed.site or parsed.site, last_ok=now,
        next_due=due_after_success(now, response.headers, parsed.ttl_minutes),
    )
    result = RefreshResult(feed.feed_id, "fetched" if new or changed else "unchanged", len(new), len(changed))
    return FeedUpdate(feed, new, changed), result


def unchanged(
    feed: Feed, response: FetchResponse, now: datetime, followed: Collection[str] = ()
) -> tuple[FeedUpdate, RefreshResult]:
    """Decide on an answer that says, or shows by the same bytes, that nothing changed."""
    before = feed.next_due - feed.last_ok if feed.next_due and feed.last_ok and not feed.failures else None
    feed = replace(
        _well(feed, response, followed), etag=response.etag or feed.etag, modified=response.modified or feed.modified,
        last_ok=now, next_due=due_after_success(now, response.headers, before=before),
    )
    return FeedUpdate(feed), RefreshResult(feed.feed_id, "unchanged")


def failed(feed: Feed, problem: Problem, now: datetime) -> tuple[FeedUpdate, RefreshResult]:
    """Decide on a failure: what is stored stays as it is, the feed's state says why and when to try again."""
    status, reason = diagnose(problem)
    failures = feed.failures + 1
    feed = replace(feed, status=status, reason=reason, failures=failures,
                   next_due=due_after_failure(now, failures, status))
    return FeedUpdate(feed), RefreshResult(feed.feed_id, "failed", reason=reason)


def ours(before: Feed, update: FeedUpdate) -> FeedUpdate:
    """Turn a failure that is this machine's own (no connection at all) into one that costs the feed nothing: it
    is shown, but not counted, and the feed stays as due as it was."""
    return FeedUpdate(replace(update.feed, failures=before.failures, next_due=before.next_due))


def is_due(feed: Feed, now: datetime) -> bool:
    """Say whether a feed should be fetched now. A clock that was set back does not hold it up for long."""
    return feed.next_due is None or feed.next_due <= now or feed.next_due > now + timedelta(days=8)


def compare(
    feed_id: str, known: Sequence[StoredEntry], entries: Sequence[Entry], now: datetime
) -> tuple[tuple[tuple[str, Entry], ...], tuple[tuple[str, Entry], ...]]:
    """Return (new, changed) entries, each with its article id.

    An entry is known by its uid. Failing that it is known by its address, where that address stands for one
    entry only on both sides (blogs that change their ids would otherwise bring every post again). A uid that a
    feed gives to several posts is no identity; their addresses are taken instead.
    """
    entries = _told_apart(entries)
    by_uid = {entry.uid: entry for entry in known}
    urls = Counter(entry.url for entry in entries)
    stored_urls = Counter(entry.url for entry in known)
    by_url = {entry.url: entry for entry in known if entry.url and stored_urls[entry.url] == 1}
    taken = {entry.article_id for entry in known}
    seen = {by_uid[entry.uid].article_id for entry in entries if entry.uid in by_uid}
    new: list[tuple[str, Entry]] = []
    changed: list[tuple[str, Entry]] = []
    for entry in entries:
        stored = by_uid.get(entry.uid)
        if stored is None and urls[entry.url] == 1:
            stored = by_url.get(entry.url)
            if stored is not None and stored.article_id in seen:
                stored = None
        entry = _believable(entry, now)
        if stored is not None:
            if stored.digest != entry.digest:
                changed.append((stored.article_id, entry))
            continue
        article_id = derived_id(feed_id, entry.uid)
        if article_id in taken:  # a former uid of an entry that has another one now
            article_id = derived_id(feed_id, entry.uid, entry.url, entry.title)
        if article_id not in taken:
            taken.add(article_id)
            new.append((article_id, entry))
    return tuple(new), tuple(changed)


def moved_to(feed: Feed, response: FetchResponse, followed: Collection[str]) -> str:
    """Return the address a feed moved to for good, "" when it stays: never to one that is followed already,
    never from https back to http."""
    target = response.moved_to
    if not target or target == feed.address:
        return ""
    if not target.startswith(("http://", "https://")) or (
            feed.address.startswith("https://") and not target.startswith("https://")):
        return ""
    return "" if key(target) != key(feed.address) and key(target) in followed else target


def _well(feed: Feed, response: FetchResponse, followed: Collection[str]) -> Feed:
    address = moved_to(feed, response, followed)
    if address:
        feed = replace(feed, address=address, local=feed.local and same_place(address, feed.address))
    return replace(feed, status="fine", reason="", failures=0)


def _told_apart(entries: Sequence[Entry]) -> list[Entry]:
    """Give entries that share a uid but not an address their address as uid; drop repetitions."""
    addresses: dict[str, set[str]] = {}
    for entry in entries:
        addresses.setdefault(entry.uid, set()).add(entry.url)
    found: dict[str, Entry] = {}
    for entry in entries:
        if len(addresses[entry.uid]) > 1 and entry.url:
            entry = replace(entry, uid=entry.url)
        found.setdefault(entry.uid, entry)
    return list(found.values())


def _believable(entry: Entry, now: datetime) -> Entry:
    """A post from the future would stay on top of every list: then the time it came in counts."""
    if entry.published is not None and entry.published > now + _TOMORROW:
        return replace(entry, published=None)
    return entry
