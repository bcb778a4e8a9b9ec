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
NEVER = datetime(9999, 12, 31, tzinfo=UTC)  # stands for: not by itself
LONGEST = timedelta(days=7)  # between two tries of a feed that says it is gone
DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_MAX_AGE = re.compile(r"(?:^|[\s,])max-age\s*=\s*\"?(\d{1,9})", re.IGNORECASE)


def due_after_success(
    now: datetime, headers: Mapping[str, str], ttl_minutes: int | None = None, asleep: str = ""
) -> datetime:
    """Return when to fetch again after an answer.

    ``headers`` (names in lower case) may hold Cache-Control or Expires (RFC 9111), ``ttl_minutes`` is what the
    feed itself says; the longer one counts, between half an hour and a day, an hour when both are silent.
    ``asleep`` are the hours and days in which the feed wants no visits (see ParsedFeed): then it is due when they
    are over.
    """
    freshness = _freshness(now, headers)
    wishes = [] if freshness is None else [freshness]
    if ttl_minutes is not None and ttl_minutes > 0:
        wishes.append(timedelta(minutes=min(ttl_minutes, 100_000)))
    return awake(now + (min(max(*wishes, LEAST), MOST) if wishes else USUAL), asleep)


def awake(due: datetime, asleep: str) -> datetime:
    """Return the first moment from ``due`` on at which a feed is not asleep; one that always sleeps is not believed.

    RSS counts its hours in GMT (https://www.rssboard.org/skip-hours-days).
    """
    if not asleep:
        return due
    words = set(asleep.split())
    moment = due.astimezone(UTC)
    for _ in range(24 * 7):
        if str(moment.hour) not in words and DAYS[moment.weekday()] not in words:
            return moment
        moment = (moment + timedelta(hours=1)).replace(minute=0, second=0, microsecond=0)
    return due


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
