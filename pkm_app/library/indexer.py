"""Keeps the full-text index in step with the vault, and searches it, through the index worker.

Paths to take in stand in the database's ``index_queue``. Any process may work the queue off, one at a time:
who does not get the index's lock leaves its paths to the one that holds it, and that one looks at the queue
again each time it has let the lock go, until it finds it empty.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from pkm_app.base.errors import Problem, StorageProblem
from pkm_app.base.events import Failed, Operation, Progress, finish
from pkm_app.library.database import Connection, Database
from pkm_app.library.index_calls import close_index, discard_damaged, search_index, update_index, warm_index
from pkm_app.library.index_folder import IndexPlace, NoIndex
from pkm_app.sense.model import Hit
from pkm_app.sense.search import Answer, Wanted

BATCH = 250  # files at first, so that something can be found soon
BULK = 16_000  # files at once then: fewer parts of the index, each better to search
WAITS_FOR = 50  # so few paths are taken in before a search, so that what was just saved is found
_BATCH_SECONDS, _BULK_SECONDS = 120.0, 600.0
_MOST_BUILDS = 2


class Indexer:
    """Implements sense.ports.VaultSearch.

    ``call`` runs a function in the index worker (``WorkerPool.call``), ``ask`` in another one that only searches, so
    that no search waits for what is being indexed; ``index_folder`` is in the cache.
    """

    def __init__(self, db: Database, vault_root: Path, index_folder: Path, call: Callable[..., Any],
                 ask: Callable[..., Any] | None = None) -> None:
        self._db = db
        self._folder = index_folder
        self._vault = vault_root.absolute()
        self._call = call
        self._ask = ask or call

    def drain(self) -> Operation[int]:
        """Take in what is queued; return how many paths that were. An absent index is built from everything.

        A file that the worker cannot bear is left out and told as Failed. Raises StorageProblem when the index
        cannot be written.
        """
        place, done, builds = self._place(), 0, 0
        begin = not place.may_open()
        while (batch := self._next(begin)) or begin:
            builds += begin
            if begin:
                self._let_go()
            if builds > _MOST_BUILDS:
                raise StorageProblem("The search index in {folder} cannot be built. Look whether its disk is full "
                                     "or failing; your files are unharmed.", folder=str(self._folder))
            state, number, failed = self._update(place, batch, begin)
            if state == "busy":
                break
            begin = state == "absent"
            if begin:
                continue
            batch = batch[:number]
            self._taken(batch)
            done += len(batch)
            yield from failed
            if batch:
                yield Progress(done, done + self._left(), batch[-1][0])
        return done

    def search(self, query: str, kinds: Sequence[str], limit: int) -> tuple[Sequence[Hit], str]:
        """Find; the second value is a "did you mean", or ""."""
        answer = self.find(Wanted(query, tuple(kinds), limit))
        return answer.hits, answer.did_you_mean

    def find(self, wanted: Wanted) -> Answer:
        """Find. A few waiting paths are taken in first, an absent or damaged index is built first.

        Raises NoIndex while another process builds it, StorageProblem.
        """
        place = self._place()
        if self._left() <= WAITS_FOR or not place.may_open():
            finish(self.drain())
        found: Answer
        try:
            found = self._ask(search_index, place, wanted)
        except NoIndex:
            self._call(discard_damaged, place, wanted.query)
            finish(self.drain())
            found = self._ask(search_index, place, wanted)
        return found

    def warm(self) -> None:
        """Get ready to search, before anybody asks. Does nothing while there is no index; never for the main thread."""
        place = self._place()
        if place.may_open():
            self._ask(warm_index, place)

    def _let_go(self) -> None:
        """Let the process that searches close its files: where they are open, Windows removes none."""
        if self._ask is not self._call:
            self._ask(close_index)

    def _place(self) -> IndexPlace:
        token = self._db.read(lambda c: c.execute("SELECT token FROM index_state").fetchone()[0])
        return IndexPlace(str(self._folder), str(self._vault), token)

    def _update(self, place: IndexPlace, batch: Sequence[tuple[str, str]], begin: bool
                ) -> tuple[str, int, list[Failed]]:
        """Take in a batch, or the beginning of it; return how that went, how many, and what failed. Where a batch kills
        the worker, it is halved until the file that does so stands alone."""
        try:
            state, number = self._call(update_index, place, [path for path, _ in batch], begin,
                                       seconds=_BULK_SECONDS if len(batch) > BATCH else _BATCH_SECONDS)
            return state, number, []
        except StorageProblem:
            raise
        except Problem as problem:
            if len(batch) == 1:
                self._call(update_index, place, [], begin)  # raises where it is not this file's fault
                return "done", 1, [Failed(batch[0][0], problem.template, problem.values)]
        failed: list[Failed] = []
        done = 0
        for half in (batch[:len(batch) // 2], batch[len(batch) // 2:]):
            state, number, more = self._update(place, half, begin)
            done += number
            failed += more
            begin = False
            if state != "done" or number < len(half):
                return state, done, failed
        return "done", done, failed

    def _next(self, begin: bool) -> list[tuple[str, str]]:
        """The paths to take in now; before an index is begun every file of the vault is queued."""
        if begin:
            self._db.write(_queue_all)
        most = BATCH if begin else BULK
        rows = self._db.read(lambda c: c.execute(
            "SELECT path, queued FROM index_queue ORDER BY queued DESC, path LIMIT ?", (most,)).fetchall())
        return [(row["path"], row["queued"]) for row in rows]

    def _taken(self, batch: Sequence[tuple[str, str]]) -> None:
        """Take paths out of the queue, except those that were queued anew meanwhile."""
        self._db.write(lambda c: c.executemany(
            "DELETE FROM index_queue WHERE path = ? AND queued = ?", batch).rowcount)

    def _left(self) -> int:
        return int(self._db.read(lambda c: c.execute("SELECT count(*) FROM index_queue").fetchone()[0]))


def _queue_all(connection: Connection) -> None:
    connection.execute("INSERT OR IGNORE INTO index_queue (path, queued) SELECT path, '' FROM vault_files")
