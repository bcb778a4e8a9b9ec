"""A refresh whose process ends in the middle goes on with those that did not end it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

import pytest

from pkm_app.app.refreshing import MOST_ENDS, Bearing
from pkm_app.base.events import Failed, Progress
from pkm_app.work.worker import Crashed, NeededTooMuch, NotStarted
from tests.seek.conftest import World, run
from tests.seek.test_refresh import blogs

COUNT = 30


class Breaking:
    """Runs parts of a refresh here, one feed after another; those named end it as a process ends that ran out."""

    def __init__(self, world: World, *breaking: str) -> None:
        self._seek = world.seek
        self.breaking = {self._seek.find_feed(title).feed_id for title in breaking}
        self.begun: list[tuple[str, ...]] = []

    def __call__(self, feeds: Sequence[str], force: bool):
        self.begun.append(tuple(feeds))
        results = []
        for number, feed_id in enumerate(self._seek.due(feeds, force)):
            yield Progress(number, len(feeds))
            if feed_id in self.breaking:
                raise NeededTooMuch("This needed more than {memory} MB of memory and was stopped.", memory=1024)
            results += yield from self._seek.refresh([feed_id])
        return tuple(results)


@pytest.fixture
def many(world: World) -> World:
    blogs(world, COUNT)
    world.seek.sync_subscriptions()
    return world


def test_what_ends_the_process_fails_alone_and_all_others_come_in(many: World) -> None:
    part = Breaking(many, "B3", "B17")
    results, events = run(Bearing(many.seek, part).refresh((), False))
    bad = sorted(part.breaking)
    assert sorted(event.subject_id for event in events if isinstance(event, Failed)) == bad
    told = {result.feed_id: (result.outcome, result.new) for result in results}
    assert len(told) == COUNT
    assert {feed_id for feed_id, outcome in told.items() if outcome == ("failed", 0)} == set(bad)
    assert {outcome for feed_id, outcome in told.items() if feed_id not in bad} == {("fetched", 2)}
    for feed in many.seek.feeds():
        assert (feed.failures, feed.unread) == ((1, 0) if feed.feed_id in bad else (0, 2))
    assert not many.seek.due()  # they are put off, so that the next refresh does not end in the same way
    assert "1024 MB" in many.seek.find_feed("B3").reason
    assert len(many.web.requests) == COUNT - 2  # what had come in is not asked for again


def test_its_progress_is_that_of_the_whole(many: World) -> None:
    _, events = run(Bearing(many.seek, Breaking(many, "B9")).refresh((), True))
    assert {event.total for event in events if isinstance(event, Progress)} >= {COUNT}
    assert max(event.done for event in events if isinstance(event, Progress)) <= COUNT


def test_what_is_not_due_is_left_alone(many: World) -> None:
    run(many.seek.refresh([f"B{number}" for number in range(10)]))
    asked = len(many.web.requests)
    results, _ = run(Bearing(many.seek, Breaking(many, "B12")).refresh((), False))
    assert sorted(result.outcome for result in results) == ["failed"] + ["fetched"] * 19 + ["waiting"] * 10
    assert len(many.web.requests) == asked + 19


def test_when_every_process_ends_it_is_not_the_feeds(many: World) -> None:
    part = Breaking(many, *(f"B{number}" for number in range(COUNT)))
    with pytest.raises(NeededTooMuch):
        run(Bearing(many.seek, part).refresh((), False))
    assert len(part.begun) == MOST_ENDS + 1


def test_where_no_process_can_be_started_no_feed_is_blamed(many: World) -> None:
    def part(feeds, force):
        raise NotStarted("The program’s helper process could not be started ({how}). Please try again.", how="x")
        yield

    with pytest.raises(Crashed):
        run(Bearing(many.seek, part).refresh((), False))
    assert {feed.failures for feed in many.seek.feeds()} == {0}


def test_the_next_refresh_tries_them_again_by_and_by(many: World) -> None:
    part = Breaking(many, "B3")
    run(Bearing(many.seek, part).refresh((), False))
    many.clock.time += timedelta(hours=2)
    assert part.breaking <= set(many.seek.due())
