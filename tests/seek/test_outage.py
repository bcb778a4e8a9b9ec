"""A connection that is gone is not held against the feeds, and all come in when it is back."""

from __future__ import annotations

from datetime import timedelta

import pytest

from pkm_app.base.errors import NetworkProblem
from pkm_app.seek.decide import LITTLE
from pkm_app.seek.model import Subscription
from pkm_app.seek.opmlwrite import write_opml
from tests.fakes.seek import Page, rss
from tests.seek.conftest import World, run
from tests.seek.test_refresh import blogs

HERE = "http://127.0.0.1:8765/feed"


def lost(kind: str = "unreachable") -> Page:
    return Page(problem=NetworkProblem("Nobody there.", kind))


def cut(world: World, *numbers: int, kind: str = "unreachable") -> None:
    for number in numbers:
        world.web.pages[f"https://b{number}.example/feed"] = lost(kind)


def outcomes(world: World) -> list[str]:
    return [result.outcome for result in run(world.seek.refresh())[0]]


def followed(world: World, count: int) -> None:
    """So many that have come in, and are due again."""
    blogs(world, count)
    run(world.seek.refresh())
    world.clock.forward(hours=2)


@pytest.mark.parametrize("count", [1, 2])
def test_one_or_two_alone_are_put_off_a_little(world, count):
    followed(world, count)
    cut(world, *range(count))
    for _ in range(3):
        assert outcomes(world) == ["failed"] * count
        assert {feed.failures for feed in world.seek.feeds()} == {0}
        assert {feed.next_due for feed in world.seek.feeds()} == {world.clock() + LITTLE}
        world.clock.time += LITTLE
    blogs(world, count)
    assert outcomes(world) == ["unchanged"] * count


def test_what_answers_on_this_machine_says_nothing_of_the_world(world):
    """Three far away and one here: the three are as due as they were."""
    items = [Subscription(HERE, "Here", local=True), *(Subscription(f"https://b{n}.example/feed", f"B{n}")
                                                       for n in range(3))]
    world.subscriptions.data = write_opml(items)
    for item in items:
        world.serve(item.address, rss(1, 2, title=item.title, link="https://x.example/"))
    run(world.seek.refresh())
    world.clock.forward(hours=2)
    cut(world, 0, 1, 2)
    for _ in range(3):
        run(world.seek.refresh())
    far = [feed for feed in world.seek.feeds() if feed.title != "Here"]
    assert {(feed.status, feed.failures) for feed in far} == {("unreachable", 0)}
    assert {feed.feed_id for feed in far} <= set(world.seek.due())


def test_silence_of_all_is_our_own_as_well(world):
    followed(world, 4)
    cut(world, *range(4), kind="timeout")
    outcomes(world)
    assert {(feed.status, feed.failures) for feed in world.seek.feeds()} == {("timeout", 0)}
    assert len(world.seek.due()) == 4


def test_several_feeds_of_one_host_are_one(world):
    items = [Subscription(f"https://one.example/{n}", f"B{n}") for n in range(4)]
    world.subscriptions.data = write_opml(items)
    for item in items:
        world.web.pages[item.address] = lost("timeout")
    for _ in range(2):
        run(world.seek.refresh())
    assert {feed.failures for feed in world.seek.feeds()} == {2}


def test_one_that_is_gone_while_others_answer_waits_longer_and_longer(world):
    followed(world, 4)
    cut(world, 1)
    for wait in (0, 1, 2, 4):
        before = world.clock()
        assert "failed" in outcomes(world)
        assert world.seek.find_feed("B1").next_due == before + timedelta(hours=wait)
        world.clock.forward(hours=wait, minutes=61)


@pytest.mark.parametrize("kind", ["timeout", "unreachable", "broken"])
def test_after_an_outage_in_the_middle_the_next_refresh_brings_the_rest(world, kind):
    followed(world, 6)
    for n in range(6):
        world.serve(f"https://b{n}.example/feed", rss(0, 1, 2, title=f"B{n}", link=f"https://b{n}.example/"))
    cut(world, 3, 4, 5, kind=kind)
    assert sorted(outcomes(world)) == ["failed"] * 3 + ["fetched"] * 3
    for n in range(6):
        world.serve(f"https://b{n}.example/feed", rss(0, 1, 2, title=f"B{n}", link=f"https://b{n}.example/"))
    assert sorted(outcomes(world)) == ["fetched"] * 3 + ["waiting"] * 3
    assert {feed.unread for feed in world.seek.feeds()} == {3}


def test_when_the_network_is_back_what_was_put_off_is_due(world):
    followed(world, 4)
    cut(world, 0, 1)
    world.web.pages["https://b2.example/feed"] = Page(problem=NetworkProblem("Go.", "gone", status=410))
    for hours in (1, 3, 9):
        outcomes(world)
        world.clock.forward(hours=hours)
    cut(world, 1, 0)
    outcomes(world)
    blogs(world, 4)
    away = {world.seek.find_feed(title).feed_id for title in ("B0", "B1")}
    assert not away & set(world.seek.due())
    world.seek.network_is_back()
    assert set(world.seek.due()) == away
    outcomes(world)
    assert {feed.status for feed in world.seek.feeds() if feed.feed_id in away} == {"fine"}
