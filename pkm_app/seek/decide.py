"""What one fetch should change, decided without doing anything: no store, no network, no clock of its own."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from pkm_app.base.errors import NetworkProblem, Problem
from pkm_app.seek.addresses import host_of, key, same_place
from pkm_app.seek.backoff import NEVER, due_after_failure, due_after_success
from pkm_app.seek.health import diagnose, told
from pkm_app.seek.identity import compare, long_ago
from pkm_app.seek.model import Feed, FeedUpdate, FetchResponse, ParsedFeed, RefreshResult, StoredEntry

__all__ = ["compare", "failed", "fetched", "held_off", "is_due", "moved_to", "ours", "unchanged"]

PROVEN_FOR = timedelta(days=2)  # a permanent redirect is believed when it has led to one place for so long
PASSING = ("unreachable", "timeout", "broken")  # kinds of trouble that may be the line's as well as the feed's
LITTLE = timedelta(minutes=15)  # by which a feed is put off where the fault may be our own
PROVEN_TIMES = 3  # and for so many answers on end: routers and hotels send one on "for good", too


def fetched(
    feed: Feed, known: Sequence[StoredEntry], response: FetchResponse, parsed: ParsedFeed, digest: str,
    now: datetime, followed: Collection[str] = (),
) -> tuple[FeedUpdate, RefreshResult]:
    """Decide on an answer with content.

    ``known`` is what is stored of the feed's entries, ``digest`` that of the answer's bytes, ``followed`` holds
    the keys of all addresses that are followed, lest two feeds become one by moving.
    """
    new, changed = compare(feed.feed_id, known, parsed.entries, now)
    old = long_ago(new, feed.last_ok, bool(known))
    feed = replace(
        _well(feed, response, now, followed), etag=response.etag, modified=response.modified, body_digest=digest,
        title=feed.title or parsed.title, site=feed.site or parsed.site, last_ok=now,
        ttl_minutes=parsed.ttl_minutes, asleep=parsed.asleep,
        next_due=due_after_success(now, response.headers, parsed.ttl_minutes, parsed.asleep),
    )
    before = {entry.article_id: entry.digest for entry in known} if changed else {}
    updated = sum(before[article_id] != entry.digest for article_id, entry in changed)
    brought = len(new) - len(old)
    result = RefreshResult(feed.feed_id, "fetched" if new or changed else "unchanged", brought, updated)
    return FeedUpdate(feed, new, changed, old), result


def unchanged(
    feed: Feed, response: FetchResponse, now: datetime, followed: Collection[str] = ()
) -> tuple[FeedUpdate, RefreshResult]:
    """Decide on an answer that says, or shows by the same bytes, that nothing changed."""
    feed = replace(
        _well(feed, response, now, followed), etag=response.etag or feed.etag,
        modified=response.modified or feed.modified, last_ok=now,
        next_due=due_after_success(now, response.headers, feed.ttl_minutes, feed.asleep),
    )
    return FeedUpdate(feed), RefreshResult(feed.feed_id, "unchanged")


def failed(feed: Feed, problem: Problem, now: datetime) -> tuple[FeedUpdate, RefreshResult]:
    """Decide on a failure: what is stored stays as it is, the feed's state says why and when to try again.

    An address that is gone for good (410) is not asked again by itself; a host that says how long it wants to be
    left alone is asked no sooner. Of trouble with the line the first time on end costs nothing: the feed stays due, for
    the network may have gone in the middle of a refresh.
    """
    if isinstance(problem, NetworkProblem) and problem.kind == "wait":
        return held_off(feed, problem, now)
    status, reason = diagnose(problem)
    failures = feed.failures + 1
    if isinstance(problem, NetworkProblem) and problem.kind in PASSING:
        due = due_after_failure(now, failures - 1, status) if failures > 1 else now
    else:
        due = due_after_failure(now, failures, status)
    if isinstance(problem, NetworkProblem) and problem.kind == "gone":
        due = NEVER
    due = max(due, now + _asked_to_wait(problem))
    feed = replace(feed, status=status, reason=reason, told=told(problem), failures=failures, next_due=due)
    return FeedUpdate(feed), RefreshResult(feed.feed_id, "failed", reason=reason)


def held_off(feed: Feed, problem: Problem, now: datetime) -> tuple[FeedUpdate, RefreshResult]:
    """Decide on a feed that was not asked, because its host wishes to be left alone: that is no fault of the feed."""
    feed = replace(feed, next_due=now + _asked_to_wait(problem))
    return FeedUpdate(feed), RefreshResult(feed.feed_id, "waiting", reason=str(problem))


def ours(before: Feed, update: FeedUpdate, due: datetime | None) -> FeedUpdate:
    """Turn a failure that is, or may be, this machine's own (no connection) into one that is shown but not counted;
    the feed is due at ``due``."""
    return FeedUpdate(replace(update.feed, failures=before.failures, next_due=due))


def is_due(feed: Feed, now: datetime) -> bool:
    """Say whether a feed should be fetched now. A clock that was set back does not hold it up for long."""
    if feed.next_due == NEVER:
        return False
    return feed.next_due is None or feed.next_due <= now or feed.next_due > now + timedelta(days=8)


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


def _well(feed: Feed, response: FetchResponse, now: datetime, followed: Collection[str]) -> Feed:
    """The feed after an answer: well, or on its way to another address."""
    feed = replace(feed, status="fine", reason="", told="", failures=0)
    target = response.moved_to
    if not target or target == feed.address or (
            key(target) == key(feed.address) and not target.startswith("https://")):
        return replace(feed, moving_to="", moving_since=None, moving_seen=0)
    since = feed.moving_since if feed.moving_to == target and feed.moving_since else now
    seen = feed.moving_seen + 1 if feed.moving_to == target else 1
    address = moved_to(feed, response, followed)
    if address and seen >= PROVEN_TIMES and now - since >= PROVEN_FOR:
        return replace(feed, address=address, local=feed.local and same_place(address, feed.address),
                       moving_to="", moving_since=None, moving_seen=0)
    if address:
        said = Problem("This source has moved to {address}. PKM takes that address over once it has led there for "
                       "some days.", address=address)
    elif key(target) in followed:
        said = Problem("This source has moved to {address}, which you follow already.", address=target)
    else:
        said = Problem("This source now sends us to {address} on {host}, which is not secure; its own address stays.",
                       address=target, host=host_of(target))
    return replace(feed, status="moved", reason=str(said), told=told(said), moving_to=target, moving_since=since,
                   moving_seen=seen)


def _asked_to_wait(problem: Problem) -> timedelta:
    """How long a host asked to be left alone, none when it did not."""
    seconds = problem.values.get("wait")
    return timedelta(seconds=float(seconds)) if isinstance(seconds, int | float) else timedelta(0)
