"""How a refresh stores: what arrives together in one transaction, but never in one that is long."""

from pkm_app.base.events import Changed, Progress
from tests.seek.conftest import run
from tests.seek.test_refresh import blogs, outcomes


def counted_calls(world):
    """How many updates each transaction holds, from now on."""
    calls = []
    real = world.store.apply_many

    def counted(updates, now):
        calls.append(len(updates))
        real(updates, now)

    world.store.apply_many = counted
    return calls


def test_feeds_that_arrive_together_are_stored_in_one_go(world):
    blogs(world, 5)
    world.web.together = 4
    calls = counted_calls(world)
    results, events = run(world.seek.refresh())
    assert outcomes(results) == [("fetched", 2, 0)] * 5
    assert calls == [4, 1]
    assert [len(e.ids) for e in events if isinstance(e, Changed) and e.subject == "articles"] == [4, 1]


def test_many_articles_that_arrive_together_do_not_make_one_long_transaction(world):
    blogs(world, 6, posts=150)
    world.web.together = 6
    calls = counted_calls(world)
    run(world.seek.refresh())
    assert calls == [2, 2, 2]


def test_what_was_decided_before_closing_is_stored(world):
    blogs(world, 4)
    world.web.together = 4
    operation = world.seek.refresh()
    while not (isinstance(event := next(operation), Progress) and event.done == 3):
        pass
    operation.close()
    assert [(feed.status, feed.unread) for feed in world.seek.feeds()] == [("fine", 2)] * 3 + [("new", 0)]


def test_unchanged_feeds_are_stored_in_few_transactions(world):
    blogs(world, 150)
    run(world.seek.refresh())
    calls = counted_calls(world)
    run(world.seek.refresh(force=True))
    assert sum(calls) == 150
    assert len(calls) <= 3
