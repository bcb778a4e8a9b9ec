"""Operations on threads: events in order, one end each, cancelling that closes, nothing swallowed."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator

import pytest

from pkm_app.base.errors import NotFound, Problem
from pkm_app.base.events import Changed, Event, Operation, Progress
from pkm_app.work.runner import Runner, Stopped, Task, Unexpected

WAIT = 20.0  # seconds; only a broken runner ever waits so long


class Listener:
    """Keeps what it is told, and on which threads."""

    def __init__(self) -> None:
        self.events: list[Event] = []
        self.ends: list[object] = []
        self.threads: set[str] = set()

    def event(self, event: Event) -> None:
        self.threads.add(threading.current_thread().name)
        self.events.append(event)

    def end(self, result: object) -> None:
        self.threads.add(threading.current_thread().name)
        self.ends.append(result)

    def start(self, runner: Runner, operation: Operation[object]) -> Task:
        return runner.start(operation, self.event, self.end, self.end)


@pytest.fixture
def runner() -> Iterator[Runner]:
    with_two = Runner(threads=2)
    yield with_two
    with_two.close()


def count(to: int) -> Operation[object]:
    for number in range(to):
        yield Progress(number, to)
    return to


def raising(error: Exception) -> Operation[object]:
    yield Changed("articles")
    raise error


def until(cancelled: threading.Event, closed: threading.Event, begun: threading.Event) -> Operation[object]:
    try:
        while True:
            begun.set()
            yield Progress(0, 0)
            cancelled.wait(WAIT)
    finally:
        closed.set()


def test_events_come_in_order_and_the_result_last(runner: Runner) -> None:
    listener = Listener()
    task = listener.start(runner, count(50))
    assert task.done.wait(WAIT)
    assert listener.events == [Progress(number, 50) for number in range(50)]
    assert listener.ends == [50]
    assert all(name.startswith("runner-") for name in listener.threads)
    assert len(listener.threads) == 1


def test_many_operations_all_end_once(runner: Runner) -> None:
    listeners = [Listener() for _ in range(100)]
    tasks = [listener.start(runner, count(number)) for number, listener in enumerate(listeners)]
    assert all(task.done.wait(WAIT) for task in tasks)
    assert [listener.ends for listener in listeners] == [[number] for number in range(100)]


def test_two_operations_run_at_the_same_time(runner: Runner) -> None:
    meeting = threading.Barrier(2)  # each waits for the other: one after the other would break it

    def meet() -> Operation[object]:
        yield Progress(0, 1)
        meeting.wait(WAIT)
        return "met"

    listeners = [Listener(), Listener()]
    tasks = [listener.start(runner, meet()) for listener in listeners]
    assert all(task.done.wait(WAIT) for task in tasks)
    assert [listener.ends for listener in listeners] == [["met"], ["met"]]


def test_a_problem_arrives_as_it_is(runner: Runner) -> None:
    listener = Listener()
    problem = NotFound("There is no {thing}.", thing="such note")
    assert listener.start(runner, raising(problem)).done.wait(WAIT)
    assert listener.ends == [problem]
    assert listener.events == [Changed("articles")]


def test_any_other_exception_is_logged_and_told_with_its_type(runner: Runner, caplog: pytest.LogCaptureFixture) -> None:
    listener = Listener()
    assert listener.start(runner, raising(KeyError("lost"))).done.wait(WAIT)
    (problem,) = listener.ends
    assert isinstance(problem, Unexpected)
    assert "KeyError: 'lost'" in str(problem)
    assert "Traceback" in caplog.text


def test_cancelling_closes_the_operation_between_two_steps(runner: Runner) -> None:
    cancelled, closed, begun = threading.Event(), threading.Event(), threading.Event()
    listener = Listener()
    task = listener.start(runner, until(cancelled, closed, begun))
    assert begun.wait(WAIT)
    task.cancel()
    cancelled.set()
    assert task.done.wait(WAIT)
    assert closed.is_set()
    assert [type(end) for end in listener.ends] == [Stopped]


def test_what_was_cancelled_before_its_turn_never_begins() -> None:
    runner = Runner(threads=1)
    cancelled, closed, begun = threading.Event(), threading.Event(), threading.Event()
    first, second = Listener(), Listener()
    running = first.start(runner, until(cancelled, closed, begun))
    assert begun.wait(WAIT)
    waiting = second.start(runner, count(3))
    waiting.cancel()
    running.cancel()
    cancelled.set()
    assert waiting.done.wait(WAIT)
    assert second.events == []
    assert [type(end) for end in second.ends] == [Stopped]
    runner.close()


def test_a_listener_that_fails_closes_the_operation_and_is_told(
    runner: Runner, caplog: pytest.LogCaptureFixture
) -> None:
    closed, ends = threading.Event(), list[Problem]()

    def fail(event: Event) -> None:
        raise ZeroDivisionError("in the listener")

    cancelled, begun = threading.Event(), threading.Event()
    task = runner.start(until(cancelled, closed, begun), fail, ends.append, ends.append)
    assert task.done.wait(WAIT)
    assert closed.is_set()
    assert "in the listener" in str(ends[0])
    assert "Traceback" in caplog.text


def test_a_last_callback_that_fails_is_logged_and_costs_no_thread(caplog: pytest.LogCaptureFixture) -> None:
    runner = Runner(threads=1)

    def fail(result: object) -> None:
        raise ZeroDivisionError("at the end")

    assert runner.start(count(1), lambda event: None, fail, fail).done.wait(WAIT)
    listener = Listener()
    assert listener.start(runner, count(2)).done.wait(WAIT)
    assert listener.ends == [2]
    assert "at the end" in caplog.text
    runner.close()


def test_close_cancels_waits_and_leaves_no_thread() -> None:
    before = set(threading.enumerate())
    runner = Runner(threads=3)
    closed = [threading.Event() for _ in range(5)]
    go, begun = threading.Event(), threading.Event()
    go.set()
    listeners = [Listener() for _ in closed]
    for listener, one in zip(listeners, closed, strict=True):
        listener.start(runner, until(go, one, begun))
    assert begun.wait(WAIT)
    runner.close()
    assert [[type(end) for end in listener.ends] for listener in listeners] == [[Stopped]] * 5
    assert set(threading.enumerate()) <= before
    with pytest.raises(RuntimeError):
        runner.start(count(1), print, print, print)


def test_a_callback_may_close_the_runner() -> None:
    runner = Runner(threads=1)
    ended = threading.Event()

    def close(result: object) -> None:
        runner.close()
        ended.set()

    runner.start(count(1), lambda event: None, close, close)
    assert ended.wait(WAIT)


def test_a_callback_may_start_another_operation(runner: Runner) -> None:
    listener, done = Listener(), threading.Event()
    then: Callable[[object], object] = lambda result: runner.start(  # noqa: E731
        count(2), listener.event, lambda result: done.set(), listener.end
    )
    runner.start(count(1), listener.event, then, listener.end)
    assert done.wait(WAIT)
    assert len(listener.events) == 3
