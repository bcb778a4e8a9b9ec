from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pkm_app.base.errors import NetworkProblem
from pkm_app.base.ids import derived_id
from pkm_app.seek import decide
from pkm_app.seek.model import Entry, Feed, FetchResponse, ParsedFeed, StoredEntry

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
FEED = Feed("f", "https://a.example/feed", title="A")


def entry(uid, url="", digest="1", **more):
    return Entry(uid, url, f"Title {uid}", digest=digest, **more)


def stored(*entries):
    return [StoredEntry(derived_id("f", e.uid), e.uid, e.url, e.digest, e.title, e.published) for e in entries]


def test_an_entry_is_new_once():
    new, changed = decide.compare("f", [], [entry("1"), entry("2"), entry("1")], NOW)
    assert [e.uid for _, e in new] == ["1", "2"]
    assert not changed
    assert decide.compare("f", stored(entry("1"), entry("2")), [entry("1"), entry("2")], NOW) == ((), ())


def test_another_content_is_a_change_of_the_same_article():
    new, changed = decide.compare("f", stored(entry("1")), [entry("1", digest="2")], NOW)
    assert not new
    assert [(article_id, e.digest) for article_id, e in changed] == [(derived_id("f", "1"), "2")]


def test_a_blog_that_changes_its_ids_brings_no_post_again():
    known = stored(entry("old-1", "https://a.example/1"), entry("old-2", "https://a.example/2"))
    now = [entry("new-1", "https://a.example/1"), entry("new-2", "https://a.example/2", digest="2")]
    new, changed = decide.compare("f", known, now, NOW)
    assert not new
    assert [article_id for article_id, _ in changed] == [derived_id("f", "old-2")]


def test_posts_that_share_the_address_of_the_home_page_stay_apart():
    home = "https://a.example/"
    known = stored(entry("1", home))
    new, changed = decide.compare("f", known, [entry("1", home), entry("2", home)], NOW)
    assert [e.uid for _, e in new] == ["2"]
    assert not changed
    new, _ = decide.compare("f", stored(entry("1", home), entry("2", home)), [entry("3", home)], NOW)
    assert [e.uid for _, e in new] == ["3"]


def test_a_uid_given_to_all_posts_is_no_identity():
    first = [entry("same", "https://a.example/1"), entry("same", "https://a.example/2")]
    new, _ = decide.compare("f", [], first, NOW)
    assert len({article_id for article_id, _ in new}) == 2
    known = [StoredEntry(article_id, e.uid, e.url, e.digest) for article_id, e in new]
    later = [entry("same", "https://a.example/3"), *first]
    assert [e.url for _, e in decide.compare("f", known, later, NOW)[0]] == ["https://a.example/3"]
    assert decide.compare("f", known, [entry("same", "https://a.example/2")], NOW) == ((), ())


def test_a_uid_that_was_given_away_does_not_take_over_an_article():
    known = [StoredEntry(derived_id("f", "1"), "1-renamed", "https://a.example/1", "1")]
    new, changed = decide.compare("f", known, [entry("1", "https://a.example/other")], NOW)
    assert len(new) == 1
    assert new[0][0] != derived_id("f", "1")
    assert not changed


entries = st.lists(st.builds(
    entry, uid=st.sampled_from("abcd"), url=st.sampled_from(["", "https://a.example/", "https://a.example/1"]),
    digest=st.sampled_from("12"), published=st.sampled_from([None, NOW, NOW + timedelta(days=400)])), max_size=6)


@given(st.lists(entries, max_size=4))
@settings(max_examples=150)
def test_whatever_a_feed_does_ids_stay_and_nothing_is_new_twice(fetches):
    known = {}
    for fetch in fetches:
        new, changed = decide.compare("f", list(known.values()), fetch, NOW)
        assert not {article_id for article_id, _ in new} & set(known)
        assert {article_id for article_id, _ in changed} <= set(known)
        assert len({article_id for article_id, _ in (*new, *changed)}) == len(new) + len(changed)
        assert all(e.published is None or e.published <= NOW for _, e in (*new, *changed))
        for article_id, e in (*new, *changed):
            known[article_id] = StoredEntry(article_id, e.uid, e.url, e.digest, e.title, e.published)
        assert decide.compare("f", list(known.values()), fetch, NOW)[0] == ()


def test_an_answer_makes_a_feed_well():
    ill = replace(FEED, status="timeout", reason="x", failures=3, title="", site="")
    response = FetchResponse("https://a.example/feed", 200, etag='"2"', modified="m")
    parsed = ParsedFeed("rss20", "Said", "https://a.example/", entries=(entry("1"),))
    update, result = decide.fetched(ill, [], response, parsed, "digest", NOW)
    feed = update.feed
    assert (feed.status, feed.reason, feed.failures, feed.title, feed.site) == ("fine", "", 0, "Said", "https://a.example/")
    assert (feed.etag, feed.modified, feed.body_digest, feed.last_ok) == ('"2"', "m", "digest", NOW)
    assert (result.outcome, result.new) == ("fetched", 1)
    assert decide.fetched(FEED, [], response, parsed, "d", NOW)[0].feed.title == "A"


def test_a_failure_keeps_what_is_known():
    feed = replace(FEED, etag="e", body_digest="d", last_ok=NOW, status="fine")
    update, result = decide.failed(feed, NetworkProblem("Too slow.", "timeout"), NOW)
    assert not update.new
    assert not update.changed
    assert (update.feed.etag, update.feed.body_digest, update.feed.last_ok) == ("e", "d", NOW)
    assert (update.feed.status, update.feed.reason, update.feed.failures) == ("timeout", "Too slow.", 1)
    assert (result.outcome, result.reason) == ("failed", "Too slow.")


def test_an_unchanged_feed_keeps_the_pace_it_asked_for():
    response = FetchResponse("https://a.example/feed", 200)
    slow = ParsedFeed("rss20", ttl_minutes=360)
    feed = decide.fetched(FEED, [], response, slow, "d", NOW)[0].feed
    later = NOW + timedelta(hours=7)
    again = decide.unchanged(feed, replace(response, status=304), later)[0].feed
    assert again.next_due == later + timedelta(hours=6)


@pytest.mark.parametrize(("address", "target", "stays"), [
    ("https://a.example/feed", "https://b.example/feed", False),
    ("http://a.example/feed", "https://a.example/feed", False),
    ("https://a.example/feed", "http://a.example/feed", True),
    ("https://a.example/feed", "https://followed.example/feed", True),
    ("https://a.example/feed", "", True),
])
def test_a_feed_moves_for_good_but_never_into_another_or_out_of_https(address, target, stays):
    feed = replace(FEED, address=address, local=True)
    response = FetchResponse(target or address, 200, moved_to=target)
    followed = {"followed.example/feed", "a.example/feed"}
    for hours in (0, 30, 60):
        assert feed.address == address
        now = NOW + timedelta(hours=hours)
        feed = decide.fetched(feed, [], response, ParsedFeed("rss20"), "d", now, followed)[0].feed
    assert feed.feed_id == "f"
    assert feed.address == (address if stays else target)
    assert feed.local is (stays or "a.example" in target)
    assert feed.status == ("moved" if "followed" in target else "fine")
    assert ("which you follow already" in feed.reason) is ("followed" in target)


@pytest.mark.parametrize(("moves", "address"), [
    ([(0, "b"), (1, "b"), (2, "b"), (3, "b")], "a"),  # often, but not for days
    ([(0, "b"), (200, "b")], "a"),  # for days, but not often
    ([(0, "b"), (30, "b"), (31, "c"), (62, "b"), (63, "b")], "a"),  # not always to one place
    ([(0, "b"), (30, "b"), (31, ""), (62, "b"), (63, "b")], "a"),  # and back home between
    ([(0, "b"), (30, "b"), (48, "b")], "b"),
])
def test_a_permanent_redirect_is_stored_when_it_has_proved_stable(moves, address):
    feed = FEED
    for hours, where in moves:
        target = f"https://{where}.example/feed" if where else ""
        response = FetchResponse(target, 304 if hours % 2 else 200, moved_to=target)
        now = NOW + timedelta(hours=hours)
        if response.status == 304:
            feed = decide.unchanged(feed, response, now)[0].feed
        else:
            feed = decide.fetched(feed, [], response, ParsedFeed("rss20"), "d", now)[0].feed
    assert feed.address == f"https://{address}.example/feed"


def test_what_is_gone_for_good_is_not_asked_again_by_itself():
    gone = decide.failed(FEED, NetworkProblem("Gone.", "gone", status=410), NOW)[0].feed
    assert gone.status == "gone"
    assert not decide.is_due(gone, NOW + timedelta(days=4000))
    missing = decide.failed(FEED, NetworkProblem("Nothing there.", "http", status=404), NOW)[0].feed
    assert (missing.status, decide.is_due(missing, NOW + timedelta(days=1))) == ("gone", True)


def test_a_host_is_asked_no_sooner_than_it_wishes_and_who_was_not_asked_is_not_ill():
    asked, result = decide.failed(FEED, NetworkProblem("Wait.", "blocked", wait=7200), NOW)
    assert (asked.feed.status, asked.feed.next_due, result.outcome) == ("blocked", NOW + timedelta(hours=2), "failed")
    spared, result = decide.failed(replace(FEED, status="fine"), NetworkProblem("Wait.", "wait", wait=90), NOW)
    assert (spared.feed.status, spared.feed.failures, spared.feed.next_due) == ("fine", 0, NOW + timedelta(seconds=90))
    assert (result.outcome, result.reason) == ("waiting", "Wait.")


def test_a_clock_set_back_does_not_stop_a_feed():
    assert decide.is_due(replace(FEED, next_due=NOW + timedelta(days=300)), NOW)
    assert not decide.is_due(replace(FEED, next_due=NOW + timedelta(minutes=1)), NOW)
    assert decide.is_due(replace(FEED, next_due=NOW), NOW)
