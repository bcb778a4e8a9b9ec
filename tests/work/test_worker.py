"""Real processes: what hangs, crashes or eats memory costs one call and nothing else."""

from __future__ import annotations

import math
import multiprocessing
import os
import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from pkm_app.base.errors import NotAFeed, Problem
from pkm_app.work.worker import Closed, Crashed, Failed, NeededTooMuch, TookTooLong, WorkerPool
from tests import systems
from tests.systems import alive
from tests.work import chores

ROOT = Path(__file__).resolve().parents[2]
CRASHED = 0xC0000005 if systems.WINDOWS else -signal.SIGSEGV  # an access violation, as each system tells it
END = signal.SIGTERM if systems.WINDOWS else signal.SIGKILL  # on Windows os.kill ends a process with any of them


@pytest.fixture
def pool() -> Iterator[WorkerPool]:
    with_two = WorkerPool("test", size=2, seconds=20, memory_mb=256)
    yield with_two
    with_two.close()


def gone(pid: int, within: float = 15) -> bool:
    never = threading.Event()
    end = time.monotonic() + within
    while alive(pid) and time.monotonic() < end:
        never.wait(0.02)
    return not alive(pid)


def test_a_call_gives_the_result_of_its_function(pool: WorkerPool) -> None:
    assert pool.call(math.sqrt, 4.0) == 2.0
    assert pool.call(os.getpid) != os.getpid()


@systems.needs_niceness
def test_a_nice_process_lets_others_go_first() -> None:
    pool = WorkerPool("nice", size=1, seconds=20, memory_mb=256, nice=7)
    try:
        assert pool.call(os.nice, 0) == min(os.nice(0) + 7, 19)
    finally:
        pool.close()


def test_a_process_serves_many_calls(pool: WorkerPool) -> None:
    assert len({pool.call(os.getpid) for _ in range(20)}) == 1


def test_big_things_go_both_ways(pool: WorkerPool) -> None:
    data = os.urandom(12 * 1024 * 1024)
    assert pool.call(chores.echo, data) == data


def test_two_calls_run_at_the_same_time(pool: WorkerPool, tmp_path: Path) -> None:
    with ThreadPoolExecutor(2) as threads:  # each waits for the other: one after the other would never end
        calls = [threads.submit(pool.call, chores.meet, str(tmp_path), me, other)
                 for me, other in (("a", "b"), ("b", "a"))]
        assert len({call.result() for call in calls}) == 2


def test_more_threads_than_processes_all_get_their_own_answer(pool: WorkerPool) -> None:
    with ThreadPoolExecutor(8) as threads:
        assert list(threads.map(lambda n: pool.call(math.sqrt, float(n * n)), range(200))) == list(range(200))


def test_a_problem_arrives_as_it_was_raised(pool: WorkerPool) -> None:
    with pytest.raises(NotAFeed, match="no feed: 7"):
        pool.call(chores.no_feed, 7)
    assert pool.call(math.sqrt, 4.0) == 2.0


def test_any_other_exception_is_logged_with_its_traceback(
    pool: WorkerPool, caplog: pytest.LogCaptureFixture
) -> None:
    with pytest.raises(Failed, match="ValueError"):
        pool.call(math.sqrt, -1.0)
    assert "math domain error" in caplog.text


@pytest.mark.parametrize("hang", [chores.spin, chores.spin_without_letting_go, chores.wait_for_ever])
def test_trap_01_what_hangs_is_ended_and_replaced(pool: WorkerPool, hang) -> None:
    before = pool.call(os.getpid)
    with pytest.raises(TookTooLong, match=r"0\.3 seconds"):
        pool.call(hang, seconds=0.3)
    assert gone(before)
    assert pool.call(math.sqrt, 4.0) == 2.0


@systems.needs_memory_limits
def test_trap_01_what_eats_memory_is_ended_and_replaced(pool: WorkerPool) -> None:
    before = pool.call(os.getpid)
    with pytest.raises(NeededTooMuch, match="256 MB"):
        pool.call(bytearray, 300 * 1024 * 1024)
    assert gone(before)
    assert pool.call(len, bytearray(100)) == 100


def test_memory_may_be_used_up_to_the_limit(pool: WorkerPool) -> None:
    assert pool.call(chores.fill, 150) == 150


def test_what_crashes_is_replaced(pool: WorkerPool, caplog: pytest.LogCaptureFixture) -> None:
    with pytest.raises(Crashed, match=str(CRASHED)):
        pool.call(chores.crash)
    assert pool.call(math.sqrt, 4.0) == 2.0
    assert "ended by itself" in caplog.text


def test_a_process_killed_while_idle_costs_no_call(pool: WorkerPool) -> None:
    pid = pool.call(os.getpid)
    os.kill(pid, END)
    assert gone(pid)
    assert pool.call(math.sqrt, 4.0) == 2.0


def test_what_has_nothing_to_do_ends_after_a_while_and_comes_back_on_need(tmp_path: Path) -> None:
    pool = WorkerPool("idle", size=2, seconds=60, memory_mb=256, idle=0.4)
    try:
        with ThreadPoolExecutor(2) as threads:
            calls = [threads.submit(pool.call, chores.meet, str(tmp_path), me, other)
                     for me, other in (("a", "b"), ("b", "a"))]
            first = {call.result() for call in calls}
        assert len(first) == 2
        assert all(gone(pid) for pid in first)
        again = pool.call(os.getpid)
        assert again not in first
        assert gone(again)
        with ThreadPoolExecutor(2) as threads:  # all places are free again
            assert len({*threads.map(lambda _: pool.call(os.getpid), range(8))}) <= 2
    finally:
        pool.close()


def test_what_works_longer_than_that_is_left_to_it(tmp_path: Path) -> None:
    pool = WorkerPool("idle", size=1, seconds=60, memory_mb=256, idle=0.1)
    try:
        pool.call(os.getpid)
        assert pool.call(chores.rest, 0.8) == 0.8
    finally:
        pool.close()


def test_closing_while_idle_ones_end_leaves_nothing() -> None:
    for _ in range(5):
        pool = WorkerPool("idle", size=1, seconds=60, memory_mb=256, idle=0.01)
        pid = pool.call(os.getpid)
        threading.Event().wait(0.01)
        pool.close()
        assert not alive(pid)


def test_what_others_left_behind_is_not_held_against_a_call(pool: WorkerPool) -> None:
    assert pool.call(chores.keep, 150) == 150
    assert pool.call(chores.fill, 150) == 150  # not beside what is kept, but in a new process


def test_what_cannot_be_sent_spoils_nothing(pool: WorkerPool) -> None:
    with pytest.raises((AttributeError, TypeError)):
        pool.call(lambda: 1)
    with pytest.raises(Failed):
        pool.call(threading.Lock)  # its result cannot come back
    assert pool.call(math.sqrt, 4.0) == 2.0


def test_close_leaves_no_process_and_no_thread() -> None:
    threads = set(threading.enumerate())
    pool = WorkerPool("test", size=2, seconds=20, memory_mb=256)
    with ThreadPoolExecutor(2) as outside:
        pids = set(outside.map(lambda _: pool.call(os.getpid), range(20)))
    pool.close()
    assert not any(alive(pid) for pid in pids)
    assert set(threading.enumerate()) <= threads  # one of an earlier test may have ended meanwhile
    assert not multiprocessing.active_children()


def test_close_ends_what_is_under_way(tmp_path: Path) -> None:
    pool = WorkerPool("test", size=1, seconds=60, memory_mb=256)
    with ThreadPoolExecutor(2) as threads:
        running = threads.submit(pool.call, chores.mark_and_wait, str(tmp_path / "pid"))
        while not (tmp_path / "pid").exists():
            threading.Event().wait(0.01)
        waiting = threads.submit(pool.call, math.sqrt, 4.0)
        pool.close()
        assert isinstance(running.exception(), Closed)
        assert isinstance(waiting.exception(), Closed)
    assert gone(int((tmp_path / "pid").read_text()))
    with pytest.raises(Closed):
        pool.call(math.sqrt, 4.0)


def test_every_problem_of_work_is_one_sentence_without_gaps(pool: WorkerPool) -> None:
    with pytest.raises(Problem) as problem:
        pool.call(chores.wait_for_ever, seconds=0.1)
    assert re.fullmatch(r"[^{}\n]+\.", str(problem.value))


def _program(code: str, **popen: object) -> subprocess.Popen[str]:
    return subprocess.Popen([sys.executable, "-c", code], cwd=ROOT, text=True, stdout=subprocess.PIPE,
                            stderr=subprocess.PIPE, **popen)  # type: ignore[call-overload]


@pytest.mark.skipif(sys.platform == "win32", reason="signals are Unix's")
@pytest.mark.parametrize("chore", ["spin", "spin_without_letting_go", "wait_for_ever"])
def test_a_child_dies_with_a_parent_that_was_killed(chore: str, tmp_path: Path) -> None:
    program = _program(
        "import threading, os\n"
        "from pkm_app.work.worker import WorkerPool\n"
        "from tests.work import chores\n"
        "pool = WorkerPool('test', 1, 1.0, 256)\n"
        "print(pool.call(os.getpid), flush=True)\n"
        f"threading.Thread(target=lambda: pool.call(chores.{chore}), daemon=True).start()\n"
        "threading.Event().wait()"
    )
    assert program.stdout
    child = int(program.stdout.readline())
    threading.Event().wait(0.2)
    program.kill()
    program.communicate(timeout=60)
    assert gone(child)


@pytest.mark.skipif(sys.platform == "win32", reason="signals are Unix's")
def test_ctrl_c_at_any_moment_gives_no_traceback_from_a_child(tmp_path: Path) -> None:
    for delay in (0.0, 0.01, 0.02, 0.04, 0.08, 0.2):
        program = _program(
            "import threading, signal, sys\n"
            "from pkm_app.work.worker import WorkerPool\n"
            "from tests.work import chores\n"
            "pool = WorkerPool('test', 1, 30, 256)\n"
            "stop = []\n"
            "signal.signal(signal.SIGINT, lambda *_: stop.append(1))\n"
            "threading.Thread(target=pool.warm).start()\n"
            "print('go', flush=True)\n"
            "while not stop: threading.Event().wait(0.01)\n"
            "print(pool.call(len, 'four'))\n"
            "pool.close()\n",
            start_new_session=True,
        )
        assert program.stdout
        program.stdout.readline()
        threading.Event().wait(delay)
        os.killpg(program.pid, signal.SIGINT)
        out, err = program.communicate(timeout=60)
        assert (out.strip(), err, program.returncode) == ("4", "", 0)


def test_a_child_holds_nothing_of_qt_or_the_parent() -> None:
    program = _program(
        "import sqlite3, html.parser\n"
        "from pkm_app.work.worker import WorkerPool\n"
        "from tests.work import chores\n"
        "pool = WorkerPool('test', 1, 30, 256)\n"
        "print(*pool.call(chores.modules))\n"
        "pool.close()\n"
    )
    out, err = program.communicate(timeout=60)
    assert err == ""
    loaded = set(out.split())
    assert "pkm_app.work.child" in loaded
    assert not [name for name in loaded if name.split(".")[0] in {"PySide6", "shiboken6", "sqlite3", "html"}]
    assert "pkm_app.work.worker" not in loaded


def test_what_a_library_prints_never_reaches_the_output_of_a_command() -> None:
    program = _program(
        "from pkm_app.work.worker import WorkerPool\n"
        "pool = WorkerPool('test', 1, 30, 256)\n"
        "pool.call(print, 'noise')\n"
        "pool.close()\n"
    )
    assert program.communicate(timeout=60) == ("", "")
