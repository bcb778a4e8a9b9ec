from datetime import UTC, datetime

import pytest

from pkm_app.base.errors import NetworkProblem, StorageProblem
from pkm_app.base.events import Changed, Failed, Progress
from pkm_app.seek.model import Subscription
from pkm_app.seek.opmlwrite import write_opml
from tests.fakes.seek import Page, rss
from tests.seek.conftest import run


def blogs(world, count, posts=2, **more):
    items = [Subscription(f"https://b{n}.example/feed", f"B{n}") for n in range(count)]
    world.subscriptions.data = write_opml(items)
    for n, item in enumerate(items):
        world.serve(item.address, rss(*range(posts), title=f"B{n}", link=f"https://b{n}.example/"), **more)


def outcomes(results):
    return [(r.outcome, r.new, r.updated) for r in results]


def test_a_refresh_heals_the_store_from_the_list_and_brings_everything(world):
    blogs(world, 3)
    results, events = run(world.seek.refresh())
    assert outcomes(results) == [("fetched", 2, 0)] * 3
    assert len(world.seek.articles("all")) == 6
    ids = [feed.feed_id for feed in world.seek.feeds()]
    assert [e.ids[0] for e in events if isinstance(e, Changed) and e.subject == "articles"] == ids
    assert [(e.done, e.total) for e in events if isinstance(e, Progress)] == [(0, 3), (1, 3), (2, 3), (3, 3)]
    assert {r.feed_id for r in results} == set(ids)


def test_only_what_is_due_is_fetched(world):
    blogs(world, 2)
    run(world.seek.refresh())
    asked = len(world.web.requests)
    assert [r.outcome for r in run(world.seek.refresh())[0]] == ["waiting", "waiting"]
    assert len(world.web.requests) == asked
    assert [r.outcome for r in run(world.seek.refresh(["B0"]))[0]] == ["unchanged"]
    assert [r.outcome for r in run(world.seek.refresh(force=True))[0]] == ["unchanged", "unchanged"]
    world.clock.forward(hours=2)
    assert [r.outcome for r in run(world.seek.refresh())[0]] == ["unchanged", "unchanged"]


def test_the_same_bytes_are_not_parsed_again(world):
    blogs(world, 3)
    run(world.seek.refresh())
    world.reader.parsed.clear()
    results, _ = run(world.seek.refresh(force=True))
    assert outcomes(results) == [("unchanged", 0, 0)] * 3
    assert world.reader.parsed == []


def test_not_modified_is_unchanged_and_asked_for_with_what_was_given(world):
    blogs(world, 1, etag='"1"')
    run(world.seek.refresh())
    results, _ = run(world.seek.refresh(force=True))
    assert outcomes(results) == [("unchanged", 0, 0)]
    assert world.web.requests[-1].etag == '"1"'
    assert len(world.reader.parsed) == 1


def test_a_feed_that_now_says_what_another_said_is_read(world):
    """The bytes were seen, but not from this feed."""
    blogs(world, 2)
    world.serve("https://b0.example/feed", rss(0, 1, words="Other words"))
    run(world.seek.refresh())
    world.web.pages["https://b1.example/feed"] = world.web.pages["https://b0.example/feed"]
    results, _ = run(world.seek.refresh(force=True))
    assert outcomes(results) == [("unchanged", 0, 0), ("fetched", 0, 2)]


def test_an_article_is_new_once_and_a_change_is_an_update(world):
    blogs(world, 1)
    run(world.seek.refresh())
    before = {article.article_id for article in world.seek.articles("all")}
    world.serve("https://b0.example/feed", rss(0, 1, 2, title="B0", link="https://b0.example/", words="Other words"))
    results, _ = run(world.seek.refresh(force=True))
    assert outcomes(results) == [("fetched", 1, 2)]
    after = world.seek.articles("all")
    assert before < {article.article_id for article in after}
    assert len(after) == 3
    assert all(world.seek.body(article.article_id).text.startswith("Other words") for article in after)


@pytest.mark.parametrize("page", [
    Page(problem=NetworkProblem("No answer in {seconds} seconds.", "timeout", seconds=30)),
    Page(problem=NetworkProblem("Nobody there.", "unreachable")),
    Page(b"no feed at all"), Page(b""),
])
def test_a_failing_feed_never_harms_the_others_nor_its_own_articles(world, page):
    blogs(world, 4)
    run(world.seek.refresh())
    world.web.pages["https://b1.example/feed"] = page
    world.serve("https://b2.example/feed", rss(0, 1, 2, title="B2", link="https://b2.example/"))
    results, events = run(world.seek.refresh(force=True))
    assert [r.outcome for r in results] == ["unchanged", "failed", "fetched", "unchanged"]
    ill = world.seek.find_feed("B1")
    assert [e.subject_id for e in events if isinstance(e, Failed)] == [ill.feed_id]
    assert results[1].reason == ill.reason == next(str(e) for e in events if isinstance(e, Failed))
    assert ill.status in ("timeout", "unreachable", "not-a-feed")
    assert (ill.failures, ill.unread) == (1, 2)
    assert ill.last_ok is not None
    assert world.seek.find_feed("B0").status == "fine"
    blogs(world, 4)
    run(world.seek.refresh(["B1"]))
    well = world.seek.find_feed("B1")
    assert (well.status, well.reason, well.failures) == ("fine", "", 0)


def test_without_a_connection_no_feed_is_put_off(world):
    blogs(world, 4)
    run(world.seek.refresh())
    world.clock.forward(hours=2)
    for n in range(4):
        world.web.pages[f"https://b{n}.example/feed"] = Page(problem=NetworkProblem("Nobody there.", "unreachable"))
    for _ in range(3):
        assert {r.outcome for r in run(world.seek.refresh())[0]} == {"failed"}
    assert {(f.status, f.failures) for f in world.seek.feeds()} == {("unreachable", 0)}
    blogs(world, 4)
    assert {r.outcome for r in run(world.seek.refresh())[0]} == {"unchanged"}


def test_failures_put_a_feed_off(world):
    blogs(world, 1)
    world.web.pages["https://b0.example/feed"] = Page(problem=NetworkProblem("No.", "timeout"))
    assert [r.outcome for r in run(world.seek.refresh())[0]] == ["failed"]  # the first time costs nothing
    for hours in (1, 2, 4):
        assert [r.outcome for r in run(world.seek.refresh())[0]] == ["failed"]
        world.clock.forward(hours=hours - 0.1)
        assert [r.outcome for r in run(world.seek.refresh())[0]] == ["waiting"]
        world.clock.forward(hours=0.2)


@pytest.mark.parametrize("steps", range(1, 14))
def test_closing_it_anywhere_leaves_each_feed_whole_or_untouched(world, steps):
    blogs(world, 5)
    operation = world.seek.refresh()
    for _ in range(steps):
        next(operation, None)
    operation.close()
    if world.web.requests:
        assert world.web.closed
    for feed in world.seek.feeds():
        assert (feed.status, feed.unread) in {("new", 0), ("fine", 2)}
    results, _ = run(world.seek.refresh())
    assert len(world.seek.articles("all")) == 10
    assert sum(r.new for r in results) + 2 * sum(r.outcome != "fetched" for r in results) == 10


def test_what_was_learnt_before_closing_is_not_lost(world):
    blogs(world, 3)
    run(world.seek.refresh())
    world.clock.forward(hours=2)
    operation = world.seek.refresh()
    while not (isinstance(event := next(operation), Progress) and event.done == 2):
        pass
    operation.close()
    assert [r.outcome for r in run(world.seek.refresh())[0]] == ["waiting", "waiting", "unchanged"]


def test_a_permanent_move_is_noted_in_list_and_store_and_keeps_the_articles(world):
    blogs(world, 2)
    run(world.seek.refresh())
    before = world.seek.find_feed("B0")
    world.web.pages["https://b0.example/feed"] = Page(to="https://new.example/feed", permanent=True)
    world.serve("https://new.example/feed", rss(0, 1, 2, title="B0", link="https://b0.example/"))
    results, _ = run(world.seek.refresh(force=True))
    assert results[0].new == 1
    assert world.addresses() == ["https://b0.example/feed", "https://b1.example/feed"]
    assert world.seek.find_feed("B0").status == "moved"
    for _ in range(2):
        world.clock.forward(days=1)
        run(world.seek.refresh(force=True))
    assert world.addresses() == ["https://new.example/feed", "https://b1.example/feed"]
    after = world.seek.find_feed(before.feed_id)
    assert (after.address, after.unread, after.status) == ("https://new.example/feed", 3, "fine")
    assert run(world.seek.refresh())[0][0].outcome == "waiting"


def test_a_move_that_cannot_be_noted_is_left_for_another_time(world):
    blogs(world, 1)
    run(world.seek.refresh())
    world.web.pages["https://b0.example/feed"] = Page(to="https://new.example/feed", permanent=True)
    world.serve("https://new.example/feed", rss(0, 1, 2, title="B0", link="https://b0.example/"))
    real = world.subscriptions.change

    def read_only(edit):
        raise StorageProblem("{path} cannot be written.", path="subscriptions.opml")

    world.subscriptions.change = read_only
    results, _ = run(world.seek.refresh(force=True))
    assert results[0].new == 1
    for _ in range(3):
        world.clock.forward(days=1)
        run(world.seek.refresh(force=True))
    assert world.seek.feeds()[0].address == "https://b0.example/feed"
    world.subscriptions.change = real
    run(world.seek.refresh(force=True))
    assert world.addresses() == ["https://new.example/feed"]


def test_a_list_that_cannot_be_read_does_not_stop_a_refresh(world):
    blogs(world, 2)
    run(world.seek.refresh())
    world.subscriptions.broken = True
    results, events = run(world.seek.refresh(force=True))
    assert [r.outcome for r in results] == ["unchanged", "unchanged"]
    assert [e.subject_id for e in events if isinstance(e, Failed)] == ["subscriptions.opml"]


def test_a_full_disk_ends_it_with_one_sentence(world):
    blogs(world, 3)

    def full(updates, now):
        raise StorageProblem("The disk is full.")

    world.store.apply_many = full
    with pytest.raises(StorageProblem, match="full"):
        run(world.seek.refresh())
    assert world.web.closed


def test_trap_09_only_a_confirmed_host_is_asked_as_typed(world):
    world.subscriptions.data = write_opml([
        Subscription("http://127.0.0.1:1/feed", "Mine", local=True), Subscription("http://127.0.0.1:2/feed", "Theirs")])
    run(world.seek.refresh())
    assert {request.address: request.typed for request in world.web.requests} == {
        "http://127.0.0.1:1/feed": True, "http://127.0.0.1:2/feed": False}


def test_nobody_followed_is_no_trouble(world):
    assert run(world.seek.refresh()) == ((), [Progress(0, 0)])


def test_what_is_gone_for_good_is_asked_only_by_name(world):
    blogs(world, 2)
    world.web.pages["https://b0.example/feed"] = Page(problem=NetworkProblem("Gone.", "gone", status=410))
    run(world.seek.refresh())
    world.clock.forward(days=400)
    asked = len(world.web.requests)
    assert [r.outcome for r in run(world.seek.refresh())[0]] == ["waiting", "unchanged"]
    assert [r.outcome for r in run(world.seek.refresh(force=True))[0]] == ["waiting", "unchanged"]
    assert [request.address for request in world.web.requests[asked:]] == ["https://b1.example/feed"] * 2
    world.serve("https://b0.example/feed", rss(0, title="B0", link="https://b0.example/"))
    assert [(r.outcome, r.new) for r in run(world.seek.refresh(["B0"]))[0]] == [("fetched", 1)]
    assert world.seek.find_feed("B0").status == "fine"


def test_feeds_that_were_spared_wait_and_nothing_is_said_against_them(world):
    blogs(world, 2)
    run(world.seek.refresh())
    world.clock.forward(hours=2)
    for n, kind in ((0, "blocked"), (1, "wait")):
        world.web.pages[f"https://b{n}.example/feed"] = Page(problem=NetworkProblem("Wait.", kind, wait=5400))
    results, events = run(world.seek.refresh())
    assert [r.outcome for r in results] == ["failed", "waiting"]
    assert [e.subject_id for e in events if isinstance(e, Failed)] == [world.seek.find_feed("B0").feed_id]
    assert [(f.status, f.failures) for f in world.seek.feeds()] == [("blocked", 1), ("fine", 0)]
    blogs(world, 2)
    world.clock.forward(hours=1)
    assert [r.outcome for r in run(world.seek.refresh())[0]] == ["waiting", "waiting"]
    world.clock.forward(hours=1)
    assert [r.outcome for r in run(world.seek.refresh())[0]] == ["unchanged", "unchanged"]


def test_the_hours_in_which_a_feed_sleeps_hold_for_answers_without_content_too(world):
    sleeps = "<skipHours>" + "".join(f"<hour>{n}</hour>" for n in range(13, 20)) + "</skipHours><ttl>45</ttl>"
    world.subscriptions.data = write_opml([Subscription("https://b.example/feed", "B")])
    world.serve("https://b.example/feed", rss(1, title="B", extra=sleeps), etag='"1"')
    for _ in range(2):  # at noon, the first time with content
        run(world.seek.refresh(force=True))
        assert world.seek.find_feed("B").next_due == datetime(2026, 11, 20, 12, 45, tzinfo=UTC)
    world.clock.forward(minutes=30)
    run(world.seek.refresh(force=True))
    assert world.seek.find_feed("B").next_due == datetime(2026, 11, 20, 20, 0, tzinfo=UTC)
