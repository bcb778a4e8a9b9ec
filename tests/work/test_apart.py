"""Operations in real processes of their own: what they say arrives, and nothing is left of them."""

from __future__ import annotations

import multiprocessing
import os
import sys
import threading
from pathlib import Path

import pytest

from pkm_app.base.errors import NotAFeed
from pkm_app.base.events import Changed, Event, Operation, Progress, finish
from pkm_app.work import apart
from pkm_app.work.apart import run_apart
from pkm_app.work.worker import Crashed, Failed, NeededTooMuch
from tests import systems
from tests.work import chores
from tests.work.test_worker import _program, gone


def begun(operation: Operation[object]) -> int:
    """Hear the first word of an operation that names its process."""
    heard = next(event for event in operation if isinstance(event, Progress) and event.label)
    return int(heard.label)


def test_events_and_result_come_home_in_order() -> None:
    heard: list[Event] = []

    def listen() -> Operation[tuple[int, int]]:
        operation = run_apart(chores.steps, 3, name="test", memory_mb=256)
        while True:
            try:
                event = next(operation)
            except StopIteration as end:
                return end.value
            heard.append(event)
            yield event

    count, pid = finish(listen())
    told = [event for event in heard if event != Progress(0, 0)]  # said again while nothing is heard
    assert list(dict.fromkeys(map(str, told))) == list(map(str, [
        Progress(0, 3), Progress(1, 3), Progress(2, 3), Changed("feeds", ("a", "b"))]))
    assert count == 3
    assert pid != os.getpid()
    assert gone(pid)
    assert not multiprocessing.active_children()


@systems.needs_memory_limits
@pytest.mark.skipif(not hasattr(os, "nice"), reason="niceness is Unix's")
def test_it_lets_others_go_first_and_keeps_to_its_memory() -> None:
    assert finish(run_apart(chores.niceness, name="test", memory_mb=256, nice=7)) == min(os.nice(0) + 7, 19)
    with pytest.raises(NeededTooMuch, match="256 MB"):
        finish(run_apart(chores.greedy, name="test", memory_mb=256))


def test_a_problem_arrives_as_it_was_raised() -> None:
    with pytest.raises(NotAFeed, match="no feed: 7"):
        finish(run_apart(chores.refused, name="test", memory_mb=256))


def test_any_other_exception_is_logged_with_its_traceback(caplog: pytest.LogCaptureFixture) -> None:
    with pytest.raises(Failed, match="ValueError"):
        finish(run_apart(chores.mistaken, name="test", memory_mb=256))
    assert "a mistake" in caplog.text


def test_a_crash_is_told(caplog: pytest.LogCaptureFixture) -> None:
    with pytest.raises(Crashed, match="stopped unexpectedly"):
        finish(run_apart(chores.crashing, name="test", memory_mb=256))


def test_it_can_be_closed_while_it_says_nothing_and_closes_there_too(tmp_path: Path) -> None:
    operation = run_apart(chores.quiet, str(tmp_path), name="test", memory_mb=256)
    pid = begun(operation)
    again = next(operation)  # while nothing is heard the last word comes again, so that whoever drives it may close it
    assert isinstance(again, Progress)
    assert again.label == str(pid)
    operation.close()
    assert gone(pid)
    if sys.platform != "win32":
        assert (tmp_path / "closed").exists()


def test_what_does_not_close_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "_GRACE", 0.2)
    operation = run_apart(chores.stubborn, name="test", memory_mb=256)
    pid = begun(operation)
    operation.close()
    assert gone(pid)


def test_its_own_processes_go_with_it() -> None:
    operation = run_apart(chores.with_a_helper, name="test", memory_mb=256)
    helper = begun(operation)
    operation.close()
    assert gone(helper)


@pytest.mark.skipif(sys.platform == "win32", reason="signals are Unix's")
def test_it_dies_with_a_parent_that_was_killed() -> None:
    program = _program(
        "import threading\n"
        "from pkm_app.work.apart import run_apart\n"
        "from tests.work import chores\n"
        "operation = run_apart(chores.with_a_helper, name='test', memory_mb=256)\n"
        "print(next(e for e in operation if e.label).label, flush=True)\n"
        "threading.Event().wait()"
    )
    assert program.stdout
    helper = int(program.stdout.readline())
    threading.Event().wait(0.2)
    program.kill()
    program.communicate(timeout=60)
    assert gone(helper)


def test_it_holds_nothing_of_qt() -> None:
    assert not [name for name in finish(run_apart(chores.loaded, name="test", memory_mb=256))
                if name.split(".")[0] in {"PySide6", "shiboken6"}]
