"""Makes files of drafts: words alone right here, anything heavier in a process of its own, which is ended when nobody
wants the file any more."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable

from pkm_app.base.events import Operation, Progress
from pkm_app.share.formats import Form, Job, Wanted
from pkm_app.work.building import build, build_packed, load, pack
from pkm_app.work.worker import WorkerPool

SECONDS = 300.0  # an eBook of 60,000 words takes two or three
MEMORY_MB = 2048
# Forms that are words put one after another: that takes less than a process takes to start.
_WORDS: frozenset[Form] = frozenset({"html", "markdown", "eml"})
_LOOK = 0.1  # seconds between two looks whether it is still wanted


class Exports:
    """Implements flow.exporting.Builder. ``fonts`` is the folder of the fonts that come along."""

    def __init__(self, fonts: str, nice: int = 0) -> None:
        self._fonts = fonts
        self._nice = nice

    def build(self, wanted: Wanted, resolve: Callable[[], Job]) -> Operation[bytes]:
        """Make the file; closing the operation ends the process at once. Raises Problem at a limit.

        Pictures are strangers' bytes, so a draft that holds some always gets a process.
        """
        if wanted.form not in _WORDS:
            return (yield from self._apart(wanted, resolve))
        job = resolve()
        yield Progress(1, 2, job.document.title)
        if job.pictures:
            return (yield from self._apart(wanted, lambda: job))
        return build(job, self._fonts)

    def _apart(self, wanted: Wanted, resolve: Callable[[], Job]) -> Operation[bytes]:
        """The process starts, and loads what the form needs, while ``resolve`` reads the draft."""
        pool = WorkerPool("export", 1, SECONDS, MEMORY_MB, self._nice)
        done = threading.Event()
        made: list[bytes] = []
        failed: list[BaseException] = []

        resolved: queue.SimpleQueue[Job | None] = queue.SimpleQueue()

        def run() -> None:
            try:
                pool.call(load, wanted.form)
                job = resolved.get()
                if job is not None:
                    made.append(pool.call(build_packed, pack(job), self._fonts))
            except BaseException as error:  # noqa: BLE001  carried to the one who waits
                failed.append(error)
            finally:
                done.set()

        thread = threading.Thread(target=run, name="export", daemon=True)
        thread.start()
        try:
            job = resolve()
            resolved.put(job)
            yield Progress(1, 2, job.document.title)  # at once: whoever drives this may do something meanwhile
            while not done.wait(_LOOK):
                yield Progress(1, 2, job.document.title)
        finally:
            resolved.put(None)
            pool.close()
            thread.join()
        if failed:
            raise failed[0]
        return made[0]
