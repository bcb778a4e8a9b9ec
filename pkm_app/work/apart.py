"""An operation in a process of its own: its events and its result come over a pipe (docs/decisions/0011).

For work that is long and made of Python through and through: on a thread of the window's process it would take turns
with the window at the interpreter's lock, some hundred times in each frame.
"""

from __future__ import annotations

import logging
import pickle
from collections.abc import Callable
from typing import TypeVar, cast

from pkm_app.base.events import Event, Operation, Progress
from pkm_app.work.answers import EVENT, MEMORY_EXIT, PROBLEM, RESULT
from pkm_app.work.birth import interrupts_held
from pkm_app.work.worker import Crashed, Failed, NeededTooMuch, NotStarted

T = TypeVar("T")

_LOOK = 0.2  # seconds between two looks whether it is still wanted
_GRACE = 10.0  # seconds in which one that is stopped may close what it has open

_log = logging.getLogger(__name__)


def run_apart(function: Callable[..., Operation[T]], *arguments: object, name: str, memory_mb: int,
              nice: int = 0) -> Operation[T]:
    """Run the operation that ``function(*arguments)`` gives in a new process, as if it ran here.

    Function, arguments, events and result must be picklable, the function importable by name, its module free of Qt.
    ``memory_mb`` and ``nice`` are those of WorkerPool. While nothing is heard the last progress is told again, so that
    it can be closed at any time: then the process closes its operation, too, and is ended should that take longer
    than ten seconds. (Windows knows no such request: there it is ended at once.) Raises the Problem that the
    operation raised, NeededTooMuch, Crashed or Failed.
    """
    far = _Far(pickle.dumps((function, arguments), pickle.HIGHEST_PROTOCOL), name, memory_mb, nice)
    last: Event = Progress(0, 0)
    try:
        while True:
            heard = far.hear()
            if heard is None:
                yield last
                continue
            kind, value = heard
            if kind == EVENT:
                event = cast(Event, value)
                last = event if isinstance(event, Progress) else last
                yield event
            elif kind == RESULT:
                return cast(T, value)
            elif kind == PROBLEM:
                raise cast(Exception, value)
            else:
                what, trace = cast(tuple[str, str], value)
                _log.error("the %s process failed:\n%s", name, trace)
                raise Failed("Something went wrong inside the program ({what}). Please report it.", what=what)
    finally:
        far.end()


class _Far:
    """The process and our end of its pipe."""

    def __init__(self, message: bytes, name: str, memory_mb: int, nice: int) -> None:
        import multiprocessing  # here, as in worker

        from pkm_app.work import apart_child

        self._name, self._memory_mb = name, memory_mb
        self._over = False  # it has said its last word, and leaves
        context = multiprocessing.get_context("spawn")
        self._pipe, theirs = context.Pipe(duplex=False)
        # No daemon, for those may start no processes; it leaves with this one all the same.
        self._process = context.Process(target=apart_child.run, args=(theirs, message, memory_mb, nice), name=name)
        try:
            with interrupts_held():
                self._process.start()
        except OSError as error:
            raise _not_started(error) from error
        finally:
            theirs.close()

    def hear(self) -> tuple[int, object] | None:
        """Return what it says next as (kind, value); None when it says nothing for a moment. Raises WorkProblem."""
        try:
            if not self._pipe.poll(_LOOK):
                return None
            kind, value = pickle.loads(self._pipe.recv_bytes())
            self._over = kind != EVENT
            return kind, value
        except (EOFError, OSError):
            self._process.join(_GRACE)
            code = self._process.exitcode
        if code == MEMORY_EXIT:
            raise NeededTooMuch("This needed more than {memory} MB of memory and was stopped.", memory=self._memory_mb)
        _log.error("the %s process ended by itself (exit %s)", self._name, code)
        raise Crashed("The program’s helper process stopped unexpectedly ({how}). Please try again.", how=code)

    def end(self) -> None:
        """Let it end in peace, for a while; then end it."""
        if not self._over:
            self._process.terminate()
        self._pipe.close()
        self._process.join(_GRACE)
        self._process.kill()
        self._process.join()
        self._process.close()


def _not_started(error: OSError) -> NotStarted:
    return NotStarted("The program’s helper process could not be started ({how}). Please try again.", how=error)
