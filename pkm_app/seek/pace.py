"""When the program refreshes by itself, and how politely: a decision, made without looking at anything."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from pkm_app.seek.backoff import NEVER
from pkm_app.seek.model import Feed

GATHERED = timedelta(minutes=10)  # feeds that fall due one after another are fetched together
ON_BATTERY = timedelta(hours=2)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the system says of itself; None where it does not say. ``online`` is whether there is any connection,
    ``metered`` whether its owner pays by the byte or asked to save, ``battery`` whether that is what it runs on."""

    online: bool | None = None
    metered: bool | None = None
    battery: bool | None = None


def next_refresh(feeds: Iterable[Feed], last: datetime | None, now: datetime, around: Surroundings) -> datetime | None:
    """Return when to refresh by itself, None for not before something changes.

    ``last`` is when that was done before. Nothing is fetched without a connection or over a metered line, where the
    person alone decides; on battery it is done less often.
    """
    if around.online is False or around.metered:
        return None
    due = [feed.next_due or now for feed in feeds if feed.next_due != NEVER]
    if not due:
        return None
    if last is None or last > now:  # never done, or the clock was set back
        return min(due)
    return max(min(due), last + (ON_BATTERY if around.battery else GATHERED))
