"""Drives operations (base.events) on a few threads."""

from __future__ import annotations

import logging
import queue
import threading
from collections.abc import Callable
from typing import Any, TypeVar, cast

from pkm_app.base.errors import Problem
from pkm_app.base.events import Event, Operation

R = TypeVar("R")

_log = logging.getLogger(__name__)


class Unexpected(Problem):
    """An operation raised something that is no Problem: a fault of ours, logged with its traceback."""


class Stopped(Problem):
    """The operation was cancelled before its end. What it had done by then stays done."""


class Task:
    """One operation under way. ``done`` is set once its last callback has returned."""

    def __init__(self, drive: Callable[[Task], None]) -> None:
        self._drive = drive
        self.cancelled = threading.Event()
        self.done = threading.Event()

    def cancel(self) -> None:
        """Ask the operation to stop at its next step. Returns at once; wait for ``done`` to be sure."""
        self.cancelled.set()

    def run(self) -> None:
        """Drive the operation to its end on this thread. The runner calls it, once."""
        try:
            self._drive(self)
        finally:
            self.done.set()


class Runner:
    """Runs operations on up to ``threads`` threads, started when needed. Safe to use from any thread."""

    def __init__(self, threads: int = 4) -> None:
        self._most = threads
        self._lock = threading.Lock()
        self._waiting: queue.SimpleQueue[Task | None] = queue.SimpleQueue()
        self._threads: list[threading.Thread] = []
        self._tasks: set[Task] = set()
        self._closed = False

    def start(
        self,
        operation: Operation[R],
        on_event: Callable[[Event], Any],
        on_result: Callable[[R], Any],
        on_problem: Callable[[Problem], Any],
    ) -> Task:
        """Drive an operation and tell how it goes, on one of the runner's threads.

        ``on_event`` gets each event; then exactly one of ``on_result`` and ``on_problem`` is called. Cancelling
        closes the operation between two steps and gives ``on_problem`` a Stopped. What is raised and is no
        Problem, by the operation or by ``on_event``, is logged and arrives as Unexpected. Raises RuntimeError
        when the runner is closed.
        """
        task = Task(lambda it: _drive(it, operation, on_event, on_result, on_problem))
        with self._lock:
            if self._closed:
                raise RuntimeError("the runner is closed")
            self._tasks.add(task)
            if len(self._tasks) > len(self._threads) and len(self._threads) < self._most:
                thread = threading.Thread(target=self._work, name=f"runner-{len(self._threads)}", daemon=True)
                self._threads.append(thread)
                thread.start()
            self._waiting.put(task)
        return task

    def busy(self) -> bool:
        """Return whether an operation is under way or waits for a thread."""
        with self._lock:
            return bool(self._tasks)

    def close(self) -> None:
        """Cancel all operations, wait for their last callbacks and end the threads."""
        with self._lock:
            self._closed = True
            for task in self._tasks:
                task.cancel()
            threads, self._threads = self._threads, []
            for _ in threads:
                self._waiting.put(None)
        for thread in threads:
            if thread is not threading.current_thread():
                thread.join()

    def _work(self) -> None:
        while (task := self._waiting.get()) is not None:
            try:
                task.run()
            except Exception:  # noqa: BLE001  logged, and the thread lives on
                _log.exception("a callback failed")
            with self._lock:
                self._tasks.discard(task)


def _drive(
    task: Task,
    operation: Operation[R],
    on_event: Callable[[Event], Any],
    on_result: Callable[[R], Any],
    on_problem: Callable[[Problem], Any],
) -> None:
    try:
        result = _steps(task, operation, on_event)
    except Problem as problem:
        on_problem(problem)
    except Exception as error:  # noqa: BLE001  logged, and told
        _log.exception("an operation failed")
        what = f"{type(error).__name__}: {error}"
        on_problem(Unexpected("Something went wrong inside the program ({what}). Please report it.", what=what))
    else:
        on_result(result)


def _steps(task: Task, operation: Operation[R], on_event: Callable[[Event], Any]) -> R:
    try:
        while not task.cancelled.is_set():
            try:
                event = next(operation)
            except StopIteration as end:
                return cast(R, end.value)
            on_event(event)
        raise Stopped("Stopped. What was done so far is kept.")
    finally:
        operation.close()
