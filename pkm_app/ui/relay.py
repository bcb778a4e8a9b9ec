"""The one QObject that carries what runner threads tell to the main thread.

How to use it::

    relay.listen("articles", self._articles_changed)      # a bound method: gets the ids, () means look at all
    relay.start(services.seek.refresh(), tr("Refreshing"), on_result=..., on_problem=...)   # shown, can be stopped
    relay.call(lambda: services.search.search(q), on_result=self._found)                    # short, not shown

Callbacks and listeners run on the main thread; a bound method of a widget that is gone by then is not called. What
runner threads tell is queued and handed over in small portions, so that a thousand events never hold a frame.
``job_started``, ``job_changed`` and ``job_ended`` carry a :class:`Job` and fire for shown work only; ``unheard``
carries a problem nobody took on_problem for.
"""

from __future__ import annotations

import threading
import weakref
from collections import deque
from collections.abc import Callable, Generator
from time import perf_counter
from typing import Any, TypeVar

from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer, Signal
from shiboken6 import isValid

from pkm_app.base.errors import Problem
from pkm_app.base.events import Changed, Event, Failed, Operation, Progress, Subject
from pkm_app.ui.gathering import Gathering
from pkm_app.ui.in_turn import InTurn
from pkm_app.ui.services import Runner, Task

T = TypeVar("T")
Listener = Callable[[tuple[str, ...]], None]
_PORTION = 0.006  # seconds of the main thread for one portion
_SHOWN_EVERY = 0.1  # seconds between two steps of progress that are shown
_LAST_WAIT = 10_000  # milliseconds that a window which closes waits for what was asked of it to begin


class Job:
    """One piece of work under way: ``label`` says what, ``progress`` is the last one told, ``failures`` add up."""

    def __init__(self, label: str) -> None:
        self.label = label
        self.progress = Progress(0, 0)
        self.failures: list[Failed] = []
        self.task: Task | None = None
        self.over = False
        self.shown = 0.0  # when its progress was last shown, by perf_counter

    def cancel(self) -> None:
        """Ask the work to stop at its next step."""
        if self.task is not None:
            self.task.cancel()


class Relay(QObject):
    """Starts work on the runner and brings its events home."""

    job_started = Signal(object)
    job_changed = Signal(object)
    job_ended = Signal(object)
    unheard = Signal(object)
    _wake = Signal()

    def __init__(self, runner: Runner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self._queue: deque[Callable[[], None]] = deque()
        self._awake = False
        self._closed = False
        self._lock = threading.RLock()  # for what any thread may do
        self._listeners: dict[Subject, list[weakref.WeakMethod[Listener]]] = {}
        self._gathering = Gathering(self._tell, self)
        self._line = InTurn(self.call, self.unheard.emit)
        self._jobs: set[Job] = set()
        self._unbegun: set[object] = set()
        self._wake.connect(self._drain, Qt.ConnectionType.QueuedConnection)

    def listen(self, subject: Subject, listener: Listener) -> None:
        """Call a bound method with the ids whenever something of this subject changed."""
        self._listeners.setdefault(subject, []).append(weakref.WeakMethod(listener))

    def post(self, event: Event) -> None:
        """Take an event from any thread: from a watcher of the folder, or another window's doing."""
        if isinstance(event, Changed):
            self._put(lambda: self._gathering.add(event))

    def tell(self, subject: Subject, *ids: str) -> None:
        """Say on the main thread that something changed, after an act that ran there."""
        self._tell(Changed(subject, ids))

    def start(
        self, operation: Operation[T], label: str, on_result: Callable[[T], None] | None = None,
        on_problem: Callable[[Problem], None] | None = None, on_event: Callable[[Event], None] | None = None,
    ) -> Job:
        """Run an operation; with a label its progress is shown. A cancelled one calls neither callback."""
        job = Job(label)
        if self._closed:
            job.over = True
            return job

        def arrived(event: Event) -> None:
            self._put(lambda: self._event(job, event, on_event))

        def ended(result: T) -> None:
            self._put(lambda: self._end(job, on_result, result))

        def failed(problem: Problem) -> None:
            self._put(lambda: self._end(job, on_problem or self.unheard.emit, problem))

        self._jobs.add(job)
        job.task = self._runner.start(operation, arrived, ended, failed)
        if label:
            self.job_started.emit(job)
        return job

    def call(
        self, function: Callable[[], T], on_result: Callable[[T], None] | None = None,
        on_problem: Callable[[Problem], None] | None = None,
    ) -> Task | None:
        """Run a short function off the main thread; nothing is shown of it. None when the window is gone."""
        if self._closed:
            return None
        mark = object()
        self._unbegun.add(mark)

        def begin() -> T:
            self._unbegun.discard(mark)
            return function()

        def failed(problem: Problem) -> None:
            self._unbegun.discard(mark)  # cancelled before it began
            self._put(lambda: _give(on_problem or self.unheard.emit, problem))

        return self._runner.start(
            _once(begin), self.post,
            lambda result: self._put(lambda: _give(on_result, result) if on_result else None),
            failed,
        )

    def in_turn(
        self, function: Callable[[], T], on_result: Callable[[T], object] | None = None,
        on_problem: Callable[[Problem], None] | None = None,
    ) -> None:
        """The same for what writes: it begins when all that was begun so before it has landed."""
        self._line.add(function, on_result, on_problem)

    def stop(self, job: Job) -> None:
        """Cancel shown work and take it off the strip at once."""
        job.cancel()
        self._end(job, None, None)

    def finish(self) -> None:
        """Before the window goes: stop the long work, so that all short calls begin and all in turn have landed.

        A write that was asked for a moment ago is thus made; what has begun is waited for when the runner closes.
        """
        for job in list(self._jobs):
            job.cancel()
        if self._settled():
            return
        loop, look, end = QEventLoop(), QTimer(), QTimer()
        look.timeout.connect(lambda: loop.quit() if self._settled() else None)
        end.timeout.connect(loop.quit)
        look.start(5)
        end.start(_LAST_WAIT)
        loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)  # what lands is told through events

    def _settled(self) -> bool:
        return not self._unbegun and self._line.idle

    def close(self) -> None:
        """Take nothing in any more: the window is going, runner threads may still be telling.

        When this returns none of them is at it: a signal of what Qt has taken apart ends the program.
        """
        with self._lock:
            self._closed = True
            self._queue.clear()

    def _event(self, job: Job, event: Event, on_event: Callable[[Event], None] | None) -> None:
        if isinstance(event, Progress):
            job.progress = event
        elif isinstance(event, Failed):
            job.failures.append(event)
        else:
            self._gathering.add(event)
        if on_event is not None:
            on_event(event)
        if not job.over and (isinstance(event, Failed) or perf_counter() - job.shown > _SHOWN_EVERY):
            job.shown = perf_counter()
            self.job_changed.emit(job)

    def _end(self, job: Job, callback: Callable[[Any], object] | None, value: object) -> None:
        if job.over:
            return
        job.over = True
        self._jobs.discard(job)
        self._gathering.flush()  # whoever hears of the end finds the views as they are then
        try:
            if callback is not None:
                _give(callback, value)
        finally:
            if job.label:
                self.job_ended.emit(job)

    def _tell(self, event: Changed) -> None:
        known = self._listeners.get(event.subject, [])
        for reference in list(known):
            listener = reference()
            if listener is None:
                known.remove(reference)
            else:
                listener(event.ids)

    def _put(self, item: Callable[[], None]) -> None:
        with self._lock:
            if self._closed:
                return
            self._queue.append(item)
            if not self._awake:
                self._awake = True
                self._wake.emit()  # queued: nothing is called from here

    def _drain(self) -> None:
        self._awake = False
        end = perf_counter() + _PORTION
        while self._queue:
            if perf_counter() > end:
                self._awake = True
                self._wake.emit()
                return
            self._queue.popleft()()


def _give(callback: Callable[[Any], object], value: object) -> None:
    """Call back, unless what asked was closed meanwhile: nobody is there to be told."""
    asked = getattr(callback, "__self__", None)
    if not isinstance(asked, QObject) or isValid(asked):
        callback(value)


def _once(function: Callable[[], T]) -> Generator[Event, None, T]:
    yield from ()
    return function()
