from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pkm_app.base.errors import NetworkProblem, NotAFeed, Problem
from pkm_app.seek.backoff import awake, due_after_failure, due_after_success
from pkm_app.seek.health import diagnose

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)


@pytest.mark.parametrize(("headers", "ttl", "asleep", "minutes"), [
    ({}, None, "", 60),
    ({"cache-control": "public, max-age=7200"}, None, "", 120),
    ({"cache-control": "max-age=5"}, None, "", 30),
    ({"cache-control": "s-maxage=90000, max-age=3600"}, None, "", 60),
    ({"cache-control": "max-age=999999999"}, None, "", 24 * 60),
    ({"expires": "Fri, 20 Nov 2026 14:00:00 GMT"}, None, "", 120),
    ({"expires": "Fri, 20 Nov 2026 10:00:00 GMT", "date": "Fri, 20 Nov 2026 08:00:00 GMT"}, None, "", 120),
    ({"expires": "0"}, None, "", 60),
    ({}, 180, "", 180),
    ({}, -5, "", 60),
    ({}, 10**9, "", 24 * 60),
    ({"cache-control": "max-age=7200"}, 90, "", 120),
    ({}, None, "12 13 14 15", 240),
    ({}, None, "13", 120),
    ({}, 90, "5 6", 90),
    ({}, None, "fri", 12 * 60),
    ({}, None, "fri sat 0 1", (12 + 24 + 2) * 60),
    ({}, None, " ".join(map(str, range(24))), 60),
])
def test_when_a_feed_is_due_after_an_answer(headers, ttl, asleep, minutes):
    assert due_after_success(NOW, headers, ttl, asleep) == NOW + timedelta(minutes=minutes)


@given(st.text(max_size=40), st.text(max_size=40), st.none() | st.integers())
@settings(max_examples=60)
def test_no_header_moves_it_out_of_half_an_hour_to_a_day(control, expires, ttl):
    due = due_after_success(NOW, {"cache-control": control, "expires": expires}, ttl)
    assert timedelta(minutes=30) <= due - NOW <= timedelta(days=1)


def test_failures_on_end_make_it_wait_longer_but_never_for_ever():
    waits = [due_after_failure(NOW, n, "timeout") - NOW for n in range(1, 9)]
    assert waits[:3] == [timedelta(hours=1), timedelta(hours=2), timedelta(hours=4)]
    assert waits == sorted(waits)
    assert due_after_failure(NOW, 10**6, "timeout") - NOW == timedelta(days=1)
    assert due_after_failure(NOW, 10**6, "gone") - NOW == timedelta(days=7)


@pytest.mark.parametrize(("problem", "status"), [
    (NetworkProblem("x", "timeout"), "timeout"), (NetworkProblem("x", "unreachable"), "unreachable"),
    (NetworkProblem("x", "certificate"), "certificate"), (NetworkProblem("x", "gone"), "gone"),
    (NetworkProblem("x", "blocked"), "blocked"), (NetworkProblem("x", "too-big"), "failed"),
    (NetworkProblem("x", "http", status=404), "gone"), (NetworkProblem("x", "http", status=403), "blocked"),
    (NetworkProblem("x", "http", status=500), "failed"), (NetworkProblem("x", "http"), "failed"),
    (NotAFeed("x"), "not-a-feed"), (Problem("x"), "failed"),
])
def test_what_went_wrong_becomes_a_state_and_a_sentence(problem, status):
    assert diagnose(problem) == (status, "x")


@given(st.datetimes(datetime(2026, 1, 1), datetime(2027, 1, 1), timezones=st.just(UTC)),
       st.lists(st.sampled_from([*map(str, range(24)), "mon", "tue", "sat", "x", "99"]), max_size=12))
@settings(max_examples=80)
def test_a_feed_is_never_visited_while_it_sleeps(due, words):
    moment = awake(due, " ".join(words))
    assert due <= moment <= due + timedelta(days=7)
    assert str(moment.hour) not in words
    assert moment.strftime("%a").lower() not in words
