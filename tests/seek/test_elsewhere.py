"""Many feeds may be fetched elsewhere; a few, and all where there is no such place, are fetched here."""

from __future__ import annotations

import pytest

from pkm_app.base.events import Progress
from pkm_app.seek.catalogue import Catalogue
from pkm_app.seek.model import RefreshResult
from pkm_app.seek.service import MANY, SeekService
from tests.seek.conftest import CATALOGUE, World, run
from tests.seek.test_refresh import blogs


class There:
    """A place that fetches nothing, and remembers what it was asked."""

    def __init__(self, closed: bool = False) -> None:
        self.closed = closed
        self.asked: list[tuple[tuple[str, ...], bool]] = []

    def __call__(self, feeds, force):
        self.asked.append((tuple(feeds), force))
        return None if self.closed else self._work()

    def _work(self):
        yield Progress(1, 1, "there")
        return (RefreshResult("one", "fetched"),)


def with_place(world: World, place: There) -> SeekService:
    return SeekService(world.web, world.reader, world.store, world.subscriptions, world.marks, Catalogue(CATALOGUE),
                       world.clock, elsewhere=place)


def followed(world: World, count: int) -> None:
    blogs(world, count)
    world.seek.sync_subscriptions()


def test_many_go_there_and_come_back_as_if_they_had_been_fetched_here(world):
    followed(world, MANY)
    place = There()
    results, events = run(with_place(world, place).refresh(force=True))
    assert place.asked == [((), True)]
    assert events == [Progress(1, 1, "there")]
    assert [result.outcome for result in results] == ["fetched"]
    assert not world.web.requests


def test_names_are_told_as_ids(world):
    followed(world, MANY)
    place = There()
    run(with_place(world, place).refresh([f"B{number}" for number in range(MANY)]))
    assert [set(feeds) for feeds, _ in place.asked] == [{feed.feed_id for feed in world.seek.feeds()}]


@pytest.mark.parametrize(("count", "closed"), [(MANY - 1, False), (MANY, True)])
def test_a_few_or_without_a_place_all_are_fetched_here(world, count, closed):
    followed(world, count)
    place = There(closed)
    results, _ = run(with_place(world, place).refresh())
    assert len(place.asked) == (1 if closed else 0)
    assert [result.outcome for result in results] == ["fetched"] * count
    assert len(world.web.requests) == count


def test_what_is_not_due_does_not_count(world):
    followed(world, MANY)
    run(world.seek.refresh())
    place = There()
    results, _ = run(with_place(world, place).refresh())
    assert not place.asked
    assert {result.outcome for result in results} == {"waiting"}
