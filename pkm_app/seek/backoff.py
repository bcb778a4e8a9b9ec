"""When a feed is due again. What a whole host asks for (Retry-After) is kept by the fetcher, not here."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

from pkm_app.seek.model import FeedStatus

USUAL = timedelta(hours=1)
LEAST = timedelta(minutes=30)  # a server's word is believed within reason
MOST = timedelta(days=1)
LONGEST = timedelta(days=7)  # between two tries of a feed that says it is gone
_MAX_AGE = re.compile(r"(?:^|[\s,])max-age\s*=\s*\"?(\d{1,9})", re.IGNORECASE)


def due_after_success(
    now: datetime, headers: Mapping[str, str], ttl_minutes: int | None = None, before: timedelta | None = None
) -> datetime:
    """Return when to fetch again after an answer.

    ``headers`` (names in lower case) may hold Cache-Control or Expires (RFC 9111), ``ttl_minutes`` is what the
    feed itself says; the longer one counts, between half an hour and a day, an hour when both are silent.
    ``before`` is the former interval: an answer without content (304) cannot repeat the feed's own wish.
    """
    wishes = [wish for wish in (_freshness(now, headers), before) if wish is not None]
    if ttl_minutes is not None and ttl_minutes > 0:
        wishes.append(timedelta(minutes=min(ttl_minutes, 100_000)))
    if not wishes:
        return now + USUAL
    return now + min(max(*wishes, LEAST), MOST)


def due_after_failure(now: datetime, failures: int, status: FeedStatus) -> datetime:
    """Return when to try again after ``failures`` failures on end: 1, 2, 4 ... hours, at most a day.

    What will hardly mend by itself (gone, not a feed) is tried daily at first, then weekly.
    """
    if status in ("gone", "not-a-feed"):
        return now + (MOST if failures < 4 else LONGEST)
    return now + min(USUAL * (1 << min(max(failures, 1) - 1, 10)), MOST)


def _freshness(now: datetime, headers: Mapping[str, str]) -> timedelta | None:
    if age := _MAX_AGE.search(headers.get("cache-control", "")):
        return timedelta(seconds=int(age.group(1)))
    expires = _date(headers.get("expires", ""))
    if expires is None:
        return None
    return max(expires - (_date(headers.get("date", "")) or now), timedelta(0))


def _date(text: str) -> datetime | None:
    try:
        date: datetime = parsedate_to_datetime(text)
    except (ValueError, OverflowError):
        return None
    return date if date.tzinfo else date.replace(tzinfo=UTC)
