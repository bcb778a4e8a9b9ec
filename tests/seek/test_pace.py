"""When the program refreshes by itself."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from pkm_app.seek.backoff import NEVER
from pkm_app.seek.model import Feed
from pkm_app.seek.pace import GATHERED, ON_BATTERY, Surroundings, next_refresh

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)


def feed(due: datetime | None) -> Feed:
    return Feed("f", "https://a.example/feed", next_due=due)


@pytest.mark.parametrize(("dues", "last", "around", "when"), [
    ([], None, Surroundings(), None),
    ([NEVER], None, Surroundings(), None),
    ([None], None, Surroundings(), NOW),
    ([NOW + 2 * HOUR, NOW + HOUR, NEVER], None, Surroundings(), NOW + HOUR),
    ([NOW - HOUR], NOW - timedelta(minutes=1), Surroundings(), NOW - timedelta(minutes=1) + GATHERED),
    ([NOW - HOUR], NOW - timedelta(minutes=1), Surroundings(battery=True), NOW - timedelta(minutes=1) + ON_BATTERY),
    ([NOW + 5 * HOUR], NOW, Surroundings(battery=True), NOW + 5 * HOUR),
    ([NOW - HOUR], None, Surroundings(battery=True), NOW - HOUR),
    ([NOW - HOUR], NOW + HOUR, Surroundings(), NOW - HOUR),  # the clock was set back
    ([NOW - HOUR], None, Surroundings(metered=True), None),
    ([NOW - HOUR], None, Surroundings(online=False), None),
    ([NOW - HOUR], None, Surroundings(online=True, metered=False, battery=False), NOW - HOUR),
])
def test_when_it_refreshes_by_itself(dues, last, around, when) -> None:
    assert next_refresh([feed(due) for due in dues], last, NOW, around) == when
