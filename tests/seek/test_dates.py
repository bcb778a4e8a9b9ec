"""Dates as feeds write them."""

from __future__ import annotations

import zoneinfo
from datetime import UTC, datetime, timedelta, timezone
from email.utils import format_datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pkm_app.seek.dates import parse_date


@pytest.mark.parametrize(
    ("text", "utc"),
    [
        ("Mon, 23 Nov 2026 10:00:00 +0100", "2026-11-23T09:00:00"),
        ("Mon,23 Nov 2026 10:00:00 PST", "2026-11-23T18:00:00"),
        ("Thu, 01 Jan 04 19:48:21 GMT", "2004-01-01T19:48:21"),
        ("Mon, 23 Nov 2026 10:00:00 +0000 (UTC)", "2026-11-23T10:00:00"),
        ("Wed, 02 Oct 2002 08:00:00 GMT+2", "2002-10-02T06:00:00"),
        ("2026-11-23T10:00:00Z", "2026-11-23T10:00:00"),
        ("2026-11-23T10:00:00.123456789+01:00", "2026-11-23T09:00:00.123456"),
        ("2026-11-23 10:00:00 +0200", "2026-11-23T08:00:00"),
        ("2026-11-23T10:00Z", "2026-11-23T10:00:00"),
        ("2026-11-23", "2026-11-23T00:00:00"),
        ("2026-11", "2026-11-01T00:00:00"),
        ("2026", "2026-01-01T00:00:00"),
        ("20261123T101112Z", "2026-11-23T10:11:12"),
        ("Mon Nov 23 10:00:00 2026", "2026-11-23T10:00:00"),
        ("Mon Nov 23 10:00:00 EST 2026", "2026-11-23T15:00:00"),
        ("November 23rd, 2026", "2026-11-23T00:00:00"),
        ("Nov 23, 2026 5:06 PM", "2026-11-23T17:06:00"),
        ("23 Nov 2026 12:06 am", "2026-11-23T00:06:00"),
        ("23/11/2026 9:05", "2026-11-23T09:05:00"),
        ("23-11-2026", "2026-11-23T00:00:00"),
        ("23 mei 2026", "2026-05-23T00:00:00"),
        ("6 maart 2026 - 10:00", "2026-03-06T10:00:00"),
        ("donderdag 26 november 2026 | 09:15", "2026-11-26T09:15:00"),
        ("2026-11-26 09:00:00 Nowhere/Atall", "2026-11-26T09:00:00"),
        ("do, 5 mrt. 2026 08:30 CET", "2026-03-05T07:30:00"),
        ("maandag 3 augustus 2026 om 14.05 uur", "2026-08-03T14:05:00"),
        ("zo 1 OKTOBER 2028", "2028-10-01T00:00:00"),
        ("1e januari 2026", "2026-01-01T00:00:00"),
        ("Mon, 23 Nov 2026 24:00:00 GMT", "2026-11-24T00:00:00"),
        ("Thu, 31 Dec 2026 23:59:60 GMT", "2026-12-31T23:59:59"),
        ("Fri, 01 Jan 2100 00:00:00 GMT", "2100-01-01T00:00:00"),
    ],
)
def test_what_people_write_is_understood(text: str, utc: str) -> None:
    assert parse_date(text) == datetime.fromisoformat(utc).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    "text",
    ["", " ", "soon", "2026-02-31", "0001-01-01T00:00:00Z", "Mon, 01 Jan 0001 00:00:00 GMT",
     "9999-12-31T23:59:59-12:00", "23 brumaire 2026", "1969-12-31", "1234567890", "2026-13-01",
     "2026-11-23" * 20, "٢٠٢٦"],
)  # fmt: skip
def test_what_is_no_date_is_none(text: str) -> None:
    assert parse_date(text) is None


zones = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
moments = st.datetimes(datetime(1971, 1, 1), datetime(9998, 1, 1), timezones=zones)


@given(moments)
def test_every_moment_survives_both_standards(moment: datetime) -> None:
    assert parse_date(moment.isoformat()) == moment
    assert parse_date(format_datetime(moment)) == moment.replace(microsecond=0)


@given(st.text(max_size=100) | st.text("0123456789-:./ TZ+janmeiGMT,", max_size=40))
def test_any_text_is_a_moment_in_utc_or_none(text: str) -> None:
    moment = parse_date(text)
    assert moment is None or (moment.tzinfo is UTC and moment.year >= 1970)


@pytest.mark.skipif(not zoneinfo.available_timezones(), reason="a system without a list of zones")
@pytest.mark.parametrize(("text", "hour"), [
    ("2026-11-26 09:00:00 Europe/Amsterdam", 8), ("Thu, 26 Nov 2026 09:00:00 Europe/Amsterdam", 8),
    ("26 juli 2026 09:00 Europe/Amsterdam", 7), ("2026-11-26 09:00:00 America/New_York", 14)])
def test_a_zone_may_be_called_by_its_place(text, hour):
    assert parse_date(text).hour == hour
