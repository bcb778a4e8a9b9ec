"""What is due is done, once, and goes on being done after a failure."""

from __future__ import annotations

import queue
import threading
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pkm_app.work.schedule import Schedule, pause_until

NOW = datetime(2026, 11, 23, 10, tzinfo=UTC)
WAIT = 20.0


@given(st.none() | st.timedeltas())
def test_a_pause_is_never_idle_for_long_and_never_a_spin(ahead: timedelta | None) -> None:
    due = None if ahead is None or not timedelta(-300_000) < ahead < timedelta(300_000) else NOW + ahead
    pause = pause_until(due, NOW)
    assert timedelta(seconds=1) <= pause <= timedelta(minutes=10)
    if due is not None and timedelta(seconds=1) <= due - NOW <= timedelta(minutes=10):
        assert NOW + pause == due


class Duty:
    """Something that falls due when it is told to."""

    def __init__(self) -> None:
        self.due: datetime | None = None
        self.done: queue.Queue[datetime | None] = queue.Queue()
        self.fails = False

    def next_due(self) -> datetime | None:
        return self.due

    def act(self) -> None:
        due, self.due = self.due, None
        self.done.put(due)
        if self.fails:
            raise ZeroDivisionError("the duty failed")


def test_what_is_due_is_done_once(caplog: pytest.LogCaptureFixture) -> None:
    duty = Duty()
    duty.due = NOW - timedelta(minutes=1)
    schedule = Schedule(duty.next_due, duty.act, lambda: NOW)
    schedule.start()
    assert duty.done.get(timeout=WAIT) == NOW - timedelta(minutes=1)
    duty.due = NOW
    schedule.look_again()
    assert duty.done.get(timeout=WAIT) == NOW
    schedule.close()
    assert duty.done.empty()


def test_what_is_not_due_waits() -> None:
    duty = Duty()
    duty.due = NOW + timedelta(hours=1)
    looked = threading.Semaphore(0)

    def now() -> datetime:
        looked.release()
        return NOW

    schedule = Schedule(duty.next_due, duty.act, now)
    schedule.start()
    assert looked.acquire(timeout=WAIT)
    schedule.close()
    assert duty.done.empty()


def test_a_failure_is_logged_and_the_next_is_done(caplog: pytest.LogCaptureFixture) -> None:
    duty = Duty()
    duty.fails = True
    duty.due = NOW
    schedule = Schedule(duty.next_due, duty.act, lambda: NOW)
    schedule.start()
    duty.done.get(timeout=WAIT)
    duty.due = NOW
    schedule.look_again()
    duty.done.get(timeout=WAIT)
    schedule.close()
    assert "the duty failed" in caplog.text


def test_closing_one_that_never_began_is_no_fault() -> None:
    Schedule(lambda: None, lambda: None, lambda: NOW).close()
