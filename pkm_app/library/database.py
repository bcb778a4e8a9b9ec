"""The database of one profile: one writer thread, read-only readers, several processes at once.

SQLite in WAL mode (https://www.sqlite.org/wal.html). This is the only module that imports sqlite3.
"""

from __future__ import annotations

import os
import queue
import sqlite3
import threading
import weakref
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar

from pkm_app.base.errors import Problem, Refused, StorageProblem
from pkm_app.library.filelock import FileLock
from pkm_app.library.migrate import Migration, bundled_migrations, migrate, up_to_date

T = TypeVar("T")
Connection = sqlite3.Connection
Row = sqlite3.Row

BUSY_SECONDS = 30.0
PAGE_BYTES = 8192
LOG_PAGES = 2000
_DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
_Identity = tuple[int, int]


class Database:
    """Articles, feed state, caches and the sending journal in one file.

    All of it can be fetched or computed again, so a damaged file is put aside and a new one begun; what was
    done then is told by :meth:`take_notices`, or by a StorageProblem where it happened under a call. Any
    thread may call any method. Raises Refused for a database newer than the program, StorageProblem where
    the folder or the disk does not allow what is needed.
    """

    def __init__(self, path: Path, migrations: Sequence[Migration] | None = None) -> None:
        self._path = path
        self._migrations = bundled_migrations() if migrations is None else tuple(migrations)
        self._lock = threading.Lock()
        self._notices: list[Problem] = []
        self._local = threading.local()
        self._links: weakref.WeakSet[_Link] = weakref.WeakSet()
        self._closed = False
        self._identity = self._open()
        self._jobs: queue.SimpleQueue[tuple[Callable[[Connection], Any], Future[Any]] | None] = queue.SimpleQueue()
        self._writer = threading.Thread(target=self._serve, name="database-writer", daemon=True)
        self._writer.start()

    def write(self, fn: Callable[[Connection], T]) -> T:
        """Run ``fn`` in a transaction on the writer thread and return its result when it is kept.

        Whatever ``fn`` raises undoes the transaction and is raised here. ``fn`` neither begins nor ends a
        transaction, and calls neither :meth:`write` nor :meth:`read`.
        """
        if threading.current_thread() is self._writer:
            raise RuntimeError("write() inside write(): pass the connection on instead")
        answer: Future[T] = Future()
        with self._lock:
            if self._closed:
                raise Refused("The program is closing, so nothing more is stored.")
            self._jobs.put((fn, answer))
        return answer.result()

    def read(self, fn: Callable[[Connection], T]) -> T:
        """Run ``fn`` on this thread's own connection, which cannot write, and return its result.

        ``fn`` sees one state of the database from beginning to end.
        """
        return self._run(fn, "BEGIN", read_only=True)

    def take_notices(self) -> list[Problem]:
        """Return what a person should be told about the database since this was last asked."""
        with self._lock:
            notices, self._notices = self._notices, []
        return notices

    def close(self) -> None:
        """Finish what was handed in, end the writer thread and close every connection. May be called twice."""
        with self._lock:
            if not self._closed:
                self._closed = True
                self._jobs.put(None)
        self._writer.join()
        for link in list(self._links):
            link.close()

    def _serve(self) -> None:
        while (job := self._jobs.get()) is not None:
            fn, answer = job
            try:
                result = self._run(fn, "BEGIN IMMEDIATE", read_only=False)
            except BaseException as error:  # noqa: BLE001  raised again in the thread that asked
                answer.set_exception(error)
            else:
                answer.set_result(result)
            del job, fn, answer
        link: _Link | None = getattr(self._local, "link", None)
        if link is not None:
            link.close()

    def _run(self, fn: Callable[[Connection], T], begin: str, read_only: bool) -> T:
        link = self._link(read_only)
        try:
            return link.run(fn, begin)
        except sqlite3.DatabaseError as error:
            if _damaged(error):
                raise self._start_anew(link) from error
            problem = _problem(error, self._path)
            if problem is None:
                raise
            raise problem from error

    def _link(self, read_only: bool) -> _Link:
        """This thread's connection, opened anew when another file has taken the database's place."""
        link: _Link | None = getattr(self._local, "link", None)
        if link is not None and link.open and link.identity == _identity(self._path):
            return link
        with self._lock:
            if self._closed and read_only:
                raise Refused("The program is closing, so nothing more is read.")
            if _identity(self._path) != self._identity:
                self._identity = self._open()
            if link is not None:
                link.close()
            link = _Link(self._path, self._identity, read_only)
            self._links.add(link)
        self._local.link = link
        return link

    def _open(self) -> _Identity:
        """Make, mend or bring up to date the file. Called with the lock held, or before there are threads."""
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            beside = self._path.with_name(self._path.name + ".lock")
            was_here = beside.exists()
            with FileLock(beside):
                if was_here and not self._path.exists():
                    for suffix in ("-wal", "-shm"):  # worth nothing alone, and never to be read into a new one
                        self._path.with_name(self._path.name + suffix).unlink(missing_ok=True)
                    self._notices.append(StorageProblem(
                        "The database {path} was gone, so a new one was begun; refresh fetches the articles again.",
                        path=str(self._path)))
                return self._prepare()
        except (sqlite3.DatabaseError, OSError) as error:
            raise _problem(error, self._path) or StorageProblem(
                "The database {path} could not be brought up to date and was left as it was: {reason}.",
                path=str(self._path), reason=str(error)) from error

    def _prepare(self) -> _Identity:
        try:
            _bring_up_to_date(self._path, self._migrations)
        except sqlite3.DatabaseError as error:
            if not _damaged(error):
                raise
            self._notices.append(_was_damaged(self._path, _put_aside(self._path)))
            _bring_up_to_date(self._path, self._migrations)
        return _identity(self._path)

    def _start_anew(self, link: _Link) -> Problem:
        """Put a file that showed itself damaged aside, unless somebody did so already, and begin a new one."""
        try:
            with self._lock, FileLock(self._path.with_name(self._path.name + ".lock")):
                link.close()
                copy = _put_aside(self._path) if _identity(self._path) == link.identity else None
                self._identity = self._prepare()
        except (sqlite3.DatabaseError, OSError) as error:
            raise _problem(error, self._path) or error from error
        return _was_damaged(self._path, copy)


class _Link:
    """One connection, used by one thread, closed by any."""

    def __init__(self, path: Path, identity: _Identity, read_only: bool) -> None:
        self.identity = identity
        self.open = True
        self._busy = threading.RLock()
        self._connection = _connect(path)
        self._connection.execute("PRAGMA foreign_keys = ON")
        # The writer looks up hundreds of ids more than once in a transaction; readers do with SQLite's 2 MB.
        self._connection.execute("PRAGMA query_only = ON" if read_only else "PRAGMA cache_size = -8000")

    def run(self, fn: Callable[[Connection], T], begin: str) -> T:
        with self._busy:
            if not self.open:
                raise Refused("The program is closing, so nothing more is read.")
            if self._connection.in_transaction:  # a read inside a read sees the same state
                return fn(self._connection)
            self._connection.execute(begin)
            try:
                result = fn(self._connection)
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise
            return result

    def close(self) -> None:
        with self._busy:
            self.open = False
            self._connection.close()

    def __del__(self) -> None:
        if hasattr(self, "_connection"):
            self._connection.close()


def _connect(path: Path) -> Connection:
    connection = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False)
    connection.row_factory = sqlite3.Row
    connection.execute(f"PRAGMA page_size = {PAGE_BYTES}")
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute(f"PRAGMA wal_autocheckpoint = {LOG_PAGES}")
    connection.execute("PRAGMA temp_store = MEMORY")
    return connection


def _bring_up_to_date(path: Path, migrations: Sequence[Migration]) -> None:
    os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
    connection = _connect(path)
    try:
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()  # raises where it is no database
        if connection.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
            connection.execute("PRAGMA journal_mode = WAL")
        if not up_to_date(connection, migrations):
            migrate(connection, migrations, lambda step: _back_up(path, step), sqlite3.complete_statement)
    finally:
        connection.close()


def _back_up(path: Path, step: Migration) -> None:
    """Copy the database as it stands to ``NAME.before-NNNN.db`` beside it."""
    target = path.with_name(f"{path.stem}.before-{step.number:04d}.db")
    unfinished = target.with_name(target.name + ".tmp")
    unfinished.unlink(missing_ok=True)
    os.close(os.open(unfinished, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
    source, copy = sqlite3.connect(path), sqlite3.connect(unfinished)
    try:
        source.backup(copy)
    finally:
        copy.close()
        source.close()
    os.replace(unfinished, target)


def _put_aside(path: Path) -> Path | None:
    """Move a database and its companions out of the way; return where the database lies now."""
    stamp = datetime.now().strftime("%Y-%m-%d %H%M%S")
    number, target = 1, path.with_name(f"{path.stem} damaged {stamp}.db")
    while target.exists():
        number, target = number + 1, path.with_name(f"{path.stem} damaged {stamp} {number}.db")
    for suffix in ("-wal", "-shm", ""):
        part = path.with_name(path.name + suffix)
        if part.exists():
            os.replace(part, target.with_name(target.name + suffix))
    return target if target.exists() else None


def _identity(path: Path) -> _Identity:
    try:
        return ((info := os.stat(path)).st_dev, info.st_ino)
    except FileNotFoundError:
        return (-1, -1)


def _damaged(error: sqlite3.DatabaseError) -> bool:
    return getattr(error, "sqlite_errorcode", 0) & 0xFF in _DAMAGED


def _was_damaged(path: Path, copy: Path | None) -> Problem:
    return StorageProblem(
        "The database {path} was damaged; it was put aside as {copy} and a new one was begun. Refresh fetches the "
        "articles again.", path=str(path), copy=str(copy.name if copy else "another file"))


def _problem(error: Exception, path: Path) -> Problem | None:
    """Give the sentence for what the disk or another program did; None for what is our own mistake."""
    if isinstance(error, OSError):
        return StorageProblem("The database {path} cannot be opened: {reason}.", path=str(path),
                              reason=error.strerror or str(error))
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code == sqlite3.SQLITE_FULL:
        return StorageProblem("The disk is full, so {path} could not be changed. Make room and try again; "
                              "nothing was lost.", path=str(path))
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return StorageProblem("Another program kept the database {path} busy for {seconds} seconds. Try again.",
                              path=str(path), seconds=int(BUSY_SECONDS))
    if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM, sqlite3.SQLITE_IOERR,
                sqlite3.SQLITE_NOLFS, sqlite3.SQLITE_AUTH):
        return StorageProblem("The database {path} cannot be used: {reason}.", path=str(path), reason=str(error))
    return None
