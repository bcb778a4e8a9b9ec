"""Spawned processes for what may hang, crash or eat memory (docs/decisions/0004).

A function and its arguments go over a pipe, the result comes back. Both must be picklable, and the function must be
importable by name; its module is imported in the child, so it must not import Qt.
"""

from __future__ import annotations

import logging
import math
import pickle
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TypeVar, cast

from pkm_app.base.errors import Problem
from pkm_app.work.answers import FAILURE, MEMORY, MEMORY_EXIT, RESULT
from pkm_app.work.birth import interrupts_held
from pkm_app.work.watch import Watch

T = TypeVar("T")

_START_SECONDS = 30.0  # a loaded machine may take some; a child that needs longer than this will never come
_LEAVE_SECONDS = 1.0

_log = logging.getLogger(__name__)


class WorkProblem(Problem):
    """A call that could not be brought to its end."""


class TookTooLong(WorkProblem):
    """The call reached its time limit; its process was ended."""


class NeededTooMuch(WorkProblem):
    """The call reached the memory limit; its process was ended."""


class Crashed(WorkProblem):
    """The process ended by itself in the middle of the call, or could not be started."""


class NotStarted(Crashed):
    """The process could not even be started: that is the machine's doing, not the call's."""


class Failed(WorkProblem):
    """The function raised something that is no Problem: a fault of ours, logged with its traceback."""


class Closed(WorkProblem):
    """The pool was closed before the call ended."""


class WorkerPool:
    """Up to ``size`` processes, started when first needed and used again and again. Safe for any thread.

    ``seconds`` is the time one call may take, ``memory_mb`` what its process may hold (0: no limit), ``nice``
    by how much it lets other processes go first (0 to 19; POSIX's niceness, nothing on Windows). A process
    that hangs, crashes or runs out of memory is ended and the next call gets a new one. A call whose process
    crashed or ran out of memory *after it had served others* is tried once more in a new one, since the others
    may be to blame: functions must bear being run twice. A process that had nothing to do for ``idle`` seconds ends
    and gives its memory back; the next call gets a new one.
    """

    def __init__(self, name: str, size: int, seconds: float, memory_mb: int, nice: int = 0,
                 idle: float = math.inf) -> None:
        self._name = name
        self._size = size
        self._seconds = seconds
        self._memory_mb = memory_mb
        self._nice = nice
        self._idle_seconds = idle
        self._sweeping = False
        self._watch = Watch(f"{name}-watch")
        self._turn = threading.Condition()
        self._idle: list[_Worker] = []
        self._busy: set[_Worker] = set()
        self._places = size
        self._closed = False

    def call(self, func: Callable[..., T], *args: object, seconds: float | None = None) -> T:
        """Run ``func(*args)`` in a process and give its result, waiting for a free one first.

        ``seconds`` replaces the pool's time limit; waiting does not count. Raises the Problem that ``func``
        raised, TookTooLong, NeededTooMuch, Crashed, Failed or Closed.
        """
        limit = self._seconds if seconds is None else seconds
        message = pickle.dumps((func, args, limit), pickle.HIGHEST_PROTOCOL)
        while True:
            with self._worker() as worker:
                first = worker.calls == 0
                kind, value = worker.ask(message, limit, self._watch)
            if kind in (_CRASH, MEMORY) and not first and not self._closed:
                continue
            if kind == RESULT:
                return cast(T, value)
            raise self._problem(kind, value, limit)

    def warm(self) -> None:
        """Start one process now, so that the first call need not wait for it. Raises Crashed or Closed."""
        with self._worker():
            return

    def close(self) -> None:
        """End all processes and wait until they are gone. Calls under way raise Closed."""
        with self._turn:
            self._closed = True
            idle, self._idle = self._idle, []
            for worker in self._busy:
                worker.kill()
            self._turn.notify_all()
        for worker in idle:
            worker.end()
        with self._turn:
            self._places += len(idle)
            self._turn.wait_for(lambda: self._places == self._size)
        self._watch.close()

    def _problem(self, kind: int, value: object, limit: float) -> Problem:
        if isinstance(value, Problem):
            return value
        if self._closed:
            return Closed("This was stopped because the program is closing.")
        if kind == _EXPIRED:
            return TookTooLong("This took longer than {seconds} seconds and was stopped.", seconds=limit)
        if kind == MEMORY:
            return NeededTooMuch(
                "This needed more than {memory} MB of memory and was stopped.", memory=self._memory_mb
            )
        if kind == FAILURE:
            name, trace = cast(tuple[str, str], value)
            _log.error("a call in the %s process failed:\n%s", self._name, trace)
            return Failed("Something went wrong inside the program ({what}). Please report it.", what=name)
        _log.error("the %s process ended by itself (exit %s)", self._name, value)
        return Crashed("The program’s helper process stopped unexpectedly ({how}). Please try again.", how=value)

    @contextmanager
    def _worker(self) -> Iterator[_Worker]:
        worker = self._take()
        try:
            yield worker
        except BaseException:
            worker.kill()  # the pipe may hold half a message: what comes after cannot be trusted
            raise
        finally:
            self._give_back(worker)

    def _take(self) -> _Worker:
        with self._turn:
            self._turn.wait_for(lambda: self._closed or self._idle or self._places)
            if self._closed:
                raise Closed("This was stopped because the program is closing.")
            if self._idle:
                worker = self._idle.pop()  # the last used is the warmest
                self._busy.add(worker)
                return worker
            self._places -= 1
        try:
            worker = _Worker(self._name, self._memory_mb, self._nice, self._watch)
        except BaseException:
            with self._turn:
                self._places += 1
                self._turn.notify_all()
            raise
        with self._turn:
            self._busy.add(worker)
            if self._closed:
                worker.kill()
        return worker

    def _give_back(self, worker: _Worker) -> None:
        with self._turn:
            self._busy.discard(worker)
            stays = worker.sound and not self._closed
            if stays:
                worker.since = time.monotonic()
                self._idle.append(worker)
                self._turn.notify()
                begin, self._sweeping = not self._sweeping and self._idle_seconds < math.inf, True
        if not stays:
            self._end([worker])
        elif begin:
            self._watch.later(self._idle_seconds, self._sweep)

    def _sweep(self) -> None:
        """End the processes that had nothing to do for long, on the watching thread; look again later."""
        now = time.monotonic()
        with self._turn:
            over = [worker for worker in self._idle if now - worker.since >= self._idle_seconds]
            self._idle = [worker for worker in self._idle if worker not in over]
            self._sweeping = bool(self._idle or self._busy)
            again = self._sweeping and not self._closed
        self._end(over)
        if again:
            self._watch.later(self._idle_seconds, self._sweep)

    def _end(self, workers: Sequence[_Worker]) -> None:
        for worker in workers:
            worker.end()
        with self._turn:
            self._places += len(workers)
            self._turn.notify_all()


_CRASH = -1
_EXPIRED = -2


class _Worker:
    """One spawned process and our end of its pipe. Used by one thread at a time, but killed by any."""

    def __init__(self, name: str, memory_mb: int, nice: int, watch: Watch) -> None:
        import multiprocessing  # here, because many commands need no process and it is slow to load

        from pkm_app.work import child

        context = multiprocessing.get_context("spawn")
        self._pipe, theirs = context.Pipe()
        self._process = context.Process(target=child.serve, args=(theirs, memory_mb, nice), name=name, daemon=True)
        self.calls = 0
        self.since = time.monotonic()  # when it had last something to do
        self.sound = True
        self._expired = False
        try:
            with interrupts_held():
                self._process.start()
            theirs.close()
            with watch.guard(_START_SECONDS, self._expire):
                self._pipe.recv_bytes()
        except (EOFError, OSError) as error:
            self.sound = False
            theirs.close()
            self.end()
            raise Crashed(
                "The program’s helper process could not be started ({how}). Please try again.", how=error
            ) from error

    def ask(self, message: bytes, seconds: float, watch: Watch) -> tuple[int, object]:
        """Send one call and wait for its answer, as (kind, value)."""
        self.calls += 1
        try:
            with watch.guard(seconds, self._expire):
                self._pipe.send_bytes(message)
                answer = self._pipe.recv_bytes()
        except (EOFError, OSError):
            self.sound = False
            if self._expired:
                return _EXPIRED, None
            self._process.join(_LEAVE_SECONDS)
            code = self._process.exitcode
            return (MEMORY, "") if code == MEMORY_EXIT else (_CRASH, code)
        kind, value = pickle.loads(answer)
        if kind == MEMORY:
            self.sound = False
        return kind, value

    def kill(self) -> None:
        """End the process at once."""
        self.sound = False
        if self._process.pid is not None:
            self._process.kill()

    def end(self) -> None:
        """End the process and wait until it has gone. Between calls it holds nothing that could be lost."""
        self._pipe.close()
        if self._process.pid is None:
            return
        self._process.kill()
        self._process.join()
        self._process.close()

    def _expire(self) -> None:
        self._expired = True
        self.kill()
