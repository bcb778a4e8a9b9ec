"""How feeds are: the word, the reason in a form that can be said again, and what to do."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from pkm_app.base.errors import NetworkProblem, NotFound, Refused
from pkm_app.seek import decide
from pkm_app.seek.health import QUIET_AFTER, health_of, is_ill, listing, reason_of, told
from pkm_app.seek.model import Feed
from pkm_app.seek.subscribing import Subscribing
from pkm_app.seek.tending import Tending
from tests.fakes.seek import Page, rss
from tests.seek.conftest import World, run
from tests.seek.test_refresh import blogs

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
FEED = Feed("f", "https://a.example/feed", "A", status="fine")


@pytest.mark.parametrize(("newest", "state", "words"), [
    (NOW - timedelta(days=3), "fine", ""), (NOW - QUIET_AFTER, "fine", ""),
    (NOW - QUIET_AFTER - timedelta(days=1), "quiet", "Nothing new since 2026-05-23."),
    (None, "quiet", "Nothing has come in from it so far."),
])
def test_quiet_since(newest, state, words) -> None:
    health = health_of(FEED, newest, NOW)
    assert (health.state, str(health.reason), health.well) == (state, words, True)
    assert bool(str(health.advice)) is (state != "fine")


def test_a_reason_can_be_said_again_in_any_language() -> None:
    problem = NetworkProblem("{host} says this address is gone for good.", "gone", host="a.example", status=410)
    ill = decide.failed(FEED, problem, NOW)[0].feed
    again = reason_of(ill)
    assert (again.template, again.values) == (problem.template, problem.values)
    assert str(again) == ill.reason
    assert is_ill(ill)


@pytest.mark.parametrize("told_before", ["", "no JSON", "[]", "[1]", '["{x}"]', '{"a": 1}', '["{gone}", {}]'])
def test_what_was_stored_by_another_version_is_given_as_it_stands(told_before: str) -> None:
    ill = replace(FEED, status="timeout", reason="It never answered {today}.", told=told_before)
    assert str(reason_of(ill)) == "It never answered {today}."
    assert str(reason_of(replace(ill, reason=""))) == ""


def test_the_ill_come_first_then_what_moved_then_the_quiet_then_the_others() -> None:
    feeds = {name: replace(FEED, feed_id=name, status=status) for name, status in (
        ("well", "fine"), ("still", "fine"), ("gone", "gone"), ("moving", "moved"), ("late", "timeout"))}
    newest = {"well": NOW, "still": NOW - timedelta(days=900)}
    assert [health.feed.feed_id for health in listing(feeds, newest, NOW)] == [
        "gone", "late", "moving", "still", "well"]


@pytest.fixture
def tending(world: World) -> Tending:
    return Tending(world.web, world.reader, world.store, Subscribing(world.store, world.subscriptions), world.clock)


def test_only_what_needs_a_look_is_listed_and_counted(world: World, tending: Tending) -> None:
    blogs(world, 3)
    run(world.seek.refresh())
    assert tending.health(remarkable=True) == []
    world.web.pages["https://b1.example/feed"] = Page(problem=NetworkProblem("Too slow.", "timeout"))
    tested, _ = run(tending.test([world.seek.find_feed("B1").feed_id]))
    assert [one.health.state for one in tested] == ["timeout"]
    assert [health.feed.title for health in tending.health(remarkable=True)] == ["B1"]
    assert tending.ill() == 1
    assert len(tending.health()) == 3


def test_nothing_to_test_is_no_trouble(tending: Tending) -> None:
    assert run(tending.test([]))[0] == ()


def test_a_move_into_another_feed_is_refused_and_changes_nothing(world: World, tending: Tending) -> None:
    blogs(world, 2)
    run(world.seek.refresh())
    before = world.subscriptions.data
    for untested in (False, True):
        with pytest.raises(Exception, match="You follow “B1” already"):
            run(tending.move(world.seek.find_feed("B0").feed_id, "https://b1.example/feed", untested))
    assert world.subscriptions.data == before
    assert world.seek.find_feed("B0").address == "https://b0.example/feed"


def test_a_move_keeps_articles_and_their_marks(world: World, tending: Tending) -> None:
    blogs(world, 1)
    run(world.seek.refresh())
    first = world.seek.articles("inbox")[0]
    world.seek.mark([first.article_id], "read", True)
    world.serve("https://new.example/rss", rss(0, 1, 2, title="B0", link="https://b0.example/"))
    moved, _ = run(tending.move(world.seek.find_feed("B0").feed_id, "new.example/rss"))
    assert (moved.address, moved.status, moved.unread) == ("https://new.example/rss", "fine", 2)
    assert world.seek.find_article(first.article_id).read
    assert world.addresses() == ["https://new.example/rss"]
    assert told(NetworkProblem("x")) == '["x", {}]'


def test_a_move_is_taken_back_and_done_again_without_fetching(world: World, tending: Tending) -> None:
    blogs(world, 1)
    run(world.seek.refresh())
    former = world.seek.find_feed("B0")
    world.serve("https://new.example/rss", rss(0, 1, 2, title="B0", link="https://b0.example/"))
    moved, _ = run(tending.move(former.feed_id, "new.example/rss"))
    assert (former.local, moved.local) == (False, True)
    world.web.pages.clear()
    back = tending.put_back(former)
    assert world.addresses() == ["https://b0.example/feed"]
    assert (back.local, back.etag, back.last_ok) == (False, former.etag, former.last_ok)
    assert world.seek.find_feed("B0") == back
    assert back.unread == moved.unread
    tending.put_back(moved)
    assert world.addresses() == ["https://new.example/rss"]
    with pytest.raises(Refused, match="You follow “B0” already"):
        tending.put_back(moved)


def test_a_move_is_not_taken_back_into_another_feed_nor_of_one_that_is_gone(world: World, tending: Tending) -> None:
    blogs(world, 2)
    run(world.seek.refresh())
    former, other = world.seek.find_feed("B0"), world.seek.find_feed("B1")
    run(tending.move(former.feed_id, "https://there.example/feed", untested=True))
    run(tending.move(other.feed_id, former.address, untested=True))
    before = world.subscriptions.data
    with pytest.raises(Refused, match="You follow “B1” already"):
        tending.put_back(former)
    assert world.subscriptions.data == before
    world.seek.unfollow(former.feed_id)
    with pytest.raises(NotFound):
        tending.put_back(former)
