"""What runner threads tell arrives on the main thread, in order, in portions, and can be stopped."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from pytestqt.qtbot import QtBot

from pkm_app.base.errors import Problem
from pkm_app.base.events import Changed, Event, Failed, Operation, Progress
from pkm_app.ui.relay import Job, Relay
from pkm_app.work.runner import Runner


class Ear(QObject):
    """Hears what changed, and on which thread."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[tuple[str, ...]] = []
        self.threads: set[int] = set()

    def hear(self, ids: tuple[str, ...]) -> None:
        self.heard.append(ids)
        self.threads.add(threading.get_ident())


@pytest.fixture
def relay(qtbot: QtBot, runner: Runner) -> Iterator[Relay]:
    made = Relay(runner)
    yield made
    made.close()


def _counting(steps: int) -> Operation[int]:
    for number in range(steps):
        yield Progress(number, steps, f"step {number}")
        yield Changed("articles", (str(number),))
    return steps


def test_events_and_result_come_in_order_on_the_main_thread(qtbot: QtBot, relay: Relay) -> None:
    ear, results, events, threads = Ear(), [], [], set()

    def event(one: Event) -> None:
        events.append(one)
        threads.add(threading.get_ident())

    relay.listen("articles", ear.hear)
    with qtbot.waitSignal(relay.job_ended):
        relay.start(_counting(300), "Counting", results.append, on_event=event)
    assert [name for ids in ear.heard for name in ids] == [str(number) for number in range(300)]
    assert len(ear.heard) < 300, "a view looks again a few times a second, not once for each change"
    assert results == [300]
    assert ear.threads == threads == {threading.get_ident()}
    assert [one.done for one in events if isinstance(one, Progress)] == list(range(300))


def test_a_stopped_job_says_nothing_more_and_its_operation_is_closed(qtbot: QtBot, relay: Relay) -> None:
    begun, closed, results, problems = threading.Event(), threading.Event(), [], []

    def endless() -> Operation[int]:
        try:
            while True:
                begun.set()
                yield Progress(1, 0)
        finally:
            closed.set()

    job = relay.start(endless(), "Endless", results.append, problems.append)
    assert begun.wait(60)
    with qtbot.waitSignal(relay.job_ended):
        relay.stop(job)
    assert closed.wait(60)
    qtbot.waitUntil(lambda: relay._queue == type(relay._queue)())
    assert (results, problems, job.over) == ([], [], True)


def test_a_problem_nobody_takes_is_told(qtbot: QtBot, relay: Relay) -> None:
    def failing() -> Operation[None]:
        yield Progress(0, 1)
        raise Problem("{name} is full.", name="The disk")

    with qtbot.waitSignal(relay.unheard) as told:
        relay.start(failing(), "Failing")
    assert str(told.args[0]) == "The disk is full."


def test_parts_that_failed_are_counted(qtbot: QtBot, relay: Relay) -> None:
    def partly() -> Operation[None]:
        yield Failed("a", "A does not answer.")
        yield Failed("b", "B does not answer.")

    ended: list[Job] = []
    relay.job_ended.connect(ended.append)
    with qtbot.waitSignal(relay.job_ended):
        relay.start(partly(), "Partly")
    assert [failure.subject_id for failure in ended[0].failures] == ["a", "b"]


def test_short_calls_are_not_shown(qtbot: QtBot, relay: Relay) -> None:
    shown: list[Job] = []
    results: list[int] = []
    relay.job_started.connect(shown.append)
    relay.job_ended.connect(shown.append)
    relay.call(lambda: 42, results.append)
    qtbot.waitUntil(lambda: results == [42])
    assert shown == []


def test_what_was_closed_before_the_answer_is_not_told(qtbot: QtBot, relay: Relay) -> None:
    """A dialog that asked and was closed is no more; telling it would be a fault."""
    told: list[int] = []
    answered, others = threading.Event(), []

    class Asks(QObject):
        def take(self, number: int) -> None:
            told.append(number)

    gone, here = Asks(), Asks()

    def answer() -> int:
        assert answered.wait(60)
        return 1

    relay.call(answer, gone.take)
    relay.start(_counting(1), "Counting", gone.take)
    relay.call(answer, here.take)
    relay.call(answer, others.append)
    gone.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    answered.set()
    qtbot.waitUntil(lambda: (told, others) == ([1], [1]))


def test_listeners_that_are_gone_are_forgotten(relay: Relay) -> None:
    ear = Ear()
    relay.listen("notes", ear.hear)
    relay.tell("notes", "a")
    assert ear.heard == [("a",)]
    del ear
    relay.tell("notes", "b")
    assert relay._listeners["notes"] == []


def test_a_closed_relay_takes_nothing_in(qtbot: QtBot, runner: Runner) -> None:
    relay = Relay(runner)
    results: list[int] = []
    task = relay.call(lambda: 1, results.append)
    relay.close()
    assert task is not None
    assert task.done.wait(60)  # type: ignore[attr-defined]  # the real runner's tasks have it
    relay.post(Changed("notes"))
    assert relay.call(lambda: 2, results.append) is None
    assert relay.start(_counting(1), "Late", results.append).over
    assert not relay._queue
    assert results == []


def test_closing_waits_for_who_is_just_telling(qtbot: QtBot, runner: Runner, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is signalled to a window that Qt has taken apart meanwhile ends the program."""
    relay, telling, go_on = Relay(runner), threading.Event(), threading.Event()

    class Slow:
        def emit(self) -> None:
            telling.set()
            assert go_on.wait(30)

    monkeypatch.setattr(relay, "_wake", Slow(), raising=False)
    teller = threading.Thread(target=relay.post, args=(Changed("notes"),))
    closer = threading.Thread(target=relay.close)
    teller.start()
    assert telling.wait(30)
    closer.start()
    closer.join(0.2)
    assert closer.is_alive(), "closed while a signal was on its way"
    go_on.set()
    teller.join()
    closer.join()
    relay.post(Changed("notes"))
    assert not relay._queue


def test_events_from_any_thread_are_posted(qtbot: QtBot, relay: Relay) -> None:
    ear = Ear()
    relay.listen("notes", ear.hear)
    threads = [threading.Thread(target=relay.post, args=(Changed("notes", (str(n),)),)) for n in range(8)]
    for thread in threads:
        thread.start()
    qtbot.waitUntil(lambda: sum(map(len, ear.heard)) == 8)
    for thread in threads:
        thread.join()
    assert ear.threads == {threading.get_ident()}


def test_a_window_that_closes_lets_what_was_asked_for_begin_and_land(qtbot: QtBot) -> None:
    """Long work holds the only thread, and three writes wait behind it: none is lost."""
    runner = Runner(threads=1)
    relay = Relay(runner)
    began, done = threading.Event(), []

    def long() -> Operation[None]:
        began.set()
        while True:
            yield Progress(0, 0)

    relay.start(long(), "Long")
    assert began.wait(30)
    relay.call(lambda: done.append("call"))
    relay.in_turn(lambda: done.append("first"), lambda _: relay.in_turn(lambda: done.append("third")))
    relay.in_turn(lambda: done.append("second"))
    forgotten = relay.call(lambda: done.append("cancelled"))
    assert forgotten is not None
    forgotten.cancel()
    relay.finish()
    relay.close()
    runner.close()
    assert done == ["call", "first", "second", "third"]
