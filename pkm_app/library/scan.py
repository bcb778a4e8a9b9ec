"""Noticing what other programs did to the vault: edits, new files, files that vanished.

Absence is not deletion. A few files that vanished are forgotten (their words go to the history); many at once look
like a half-synchronised folder or a disk that is not connected, and are acted on only when a person says so.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path

from pkm_app.base.errors import NotFound, Problem, StorageProblem
from pkm_app.base.events import Changed, Event, Failed, Operation, Progress, Subject
from pkm_app.library.filecache import FileCache, Known, Record
from pkm_app.library.filecards import AnchorOf, record_of
from pkm_app.library.files import digest, read_file, sweep
from pkm_app.library.history import History
from pkm_app.library.synchronisers import is_conflict_copy
from pkm_app.library.walk import Seen, walk
from pkm_app.library.windows import reach

MANY = 20
SHARE = 0.05
_BATCH = 100
_RACY_NS = 2_000_000_000
_SUBJECTS: Mapping[str, Subject] = {
    "note": "notes", "person": "notes", "source": "sources", "draft": "drafts", "shared": "shared"}


@dataclass(frozen=True, slots=True)
class Scanned:
    """What a scan found, as paths. ``vanished`` and ``emptied`` were acted on unless ``held``: then a person must be
    asked first. ``moved`` pairs old and new path; ``conflicts`` are the conflict copies in the vault. ``away`` are
    files that were never seen here and are online only: they are not fetched unasked."""

    new: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    moved: tuple[tuple[str, str], ...] = ()
    vanished: tuple[str, ...] = ()
    emptied: tuple[str, ...] = ()
    held: bool = False
    conflicts: tuple[str, ...] = ()
    away: tuple[str, ...] = ()


def read_record(root: Path, path: str, anchor_of: AnchorOf) -> Record:
    """Read one file for the cache. Raises NotFound, StorageProblem."""
    file = root / path
    try:
        info = os.stat(reach(file))  # before reading, so that a later change cannot hide behind this time
    except FileNotFoundError:
        raise NotFound("There is no file {path}.", path=path) from None
    except OSError as error:
        raise StorageProblem("{path} cannot be read: {reason}.", path=path, reason=error.strerror) from error
    data = read_file(file)
    # A file changed this very moment may change again within one tick of its clock: it is looked at again next time.
    racy = time.time_ns() - info.st_mtime_ns < _RACY_NS
    return record_of(path, data, Known(info.st_mtime_ns, -1 if racy else info.st_size, digest(data)), anchor_of)


class Scanner:
    """One look through the vault. ``recording`` keeps saves from writing the cache at the same moment."""

    def __init__(self, root: Path, cache: FileCache, history: History, anchor_of: AnchorOf,
                 recording: Callable[[], AbstractContextManager[object]]) -> None:
        self._root = root
        self._cache = cache
        self._history = history
        self._anchor_of = anchor_of
        self._recording = recording

    def scan(self, absence_is_meant: bool = False) -> Operation[Scanned]:
        """Take in what changed. Yields Progress, Changed for what was taken in, Failed for what could not be.

        Raises StorageProblem when the vault is not there although files of it are known.
        """
        known = self._cache.known()
        if not self._root.is_dir():
            if known or self._root.exists():
                raise missing_vault(self._root)
            return Scanned()
        seen = yield from walk(self._root)
        yield from self._tidy(seen)
        for path, reason in seen.unreadable.items():
            yield Failed(path, "{path} cannot be looked at, so what is known of it stays: {reason}.",
                         {"path": path or str(self._root), "reason": reason})
        missing = [path for path in known if path not in seen.files and not seen.may_hold(path)]
        emptied = [path for path, (_, size) in seen.files.items() if not size and path in known and known[path].size]
        emptied = sorted(path for path in emptied
                         if known[path].digest != digest(b"") and path not in seen.online_only)
        differing = sorted(
            path for path, (mtime_ns, size) in seen.files.items() if path not in seen.online_only and (
                path not in known or (known[path].mtime_ns, known[path].size) != (mtime_ns, size)))
        new, changed = yield from self._take_in([path for path in differing if path not in set(emptied)], known)
        moved = _moves(missing, new, known)
        moved += _moves_by_id([path for path in missing if path not in dict(moved)], self._cache.ids(missing),
                              self._cache.ids([path for path in new if path not in {now for _, now in moved}]))
        vanished = [path for path in missing if path not in dict(moved)]
        yield from self._follow(moved, new, known)
        self._cache.drop([old for old, _ in moved])
        held = too_many(len(vanished) + len(emptied), len(known)) and not absence_is_meant
        if held:
            yield _question(len(vanished), len(emptied), len(known))
        else:
            yield from self._accept(vanished, emptied, known)
        if moved or (vanished and not held):
            for subject in ("notes", "sources", "highlights", "drafts", "shared"):
                yield Changed(subject)
        conflicts = tuple(sorted(path for path in seen.files if is_conflict_copy(path.rpartition("/")[2])))
        return Scanned(tuple(sorted(new)), tuple(changed), tuple(moved), tuple(vanished), tuple(emptied), held,
                       conflicts, tuple(sorted(seen.online_only - known.keys())))

    def _tidy(self, seen: Seen) -> Iterator[Event]:
        for folder in seen.littered:
            try:
                sweep(folder)
            except StorageProblem as problem:
                yield Failed(str(folder), problem.template, problem.values)
        try:
            self._history.prune_daily()
        except StorageProblem as problem:
            yield Failed("history", problem.template, problem.values)

    def _take_in(self, paths: Sequence[str], known: Mapping[str, Known]
                 ) -> Operation[tuple[dict[str, str], list[str]]]:
        """Read these files; return the new ones with their digests, and the paths of the changed ones."""
        new: dict[str, str] = {}
        changed: list[str] = []
        for start in range(0, len(paths), _BATCH):
            batch = paths[start:start + _BATCH]
            events: list[Event] = []
            with self._recording():
                records, touched = self._read(batch, known, events)
                self._cache.put_all(records)
                self._cache.touch(touched)
            for record in records:
                if record.card.path in known:
                    changed.append(record.card.path)
                else:
                    new[record.card.path] = record.known.digest
            yield from events
            yield from _changes(records)
            yield Progress(start + len(batch), len(paths), batch[-1])
        return new, changed

    def _read(self, paths: Sequence[str], known: Mapping[str, Known], events: list[Event]
              ) -> tuple[list[Record], dict[str, Known]]:
        records: list[Record] = []
        touched: dict[str, Known] = {}
        for path in paths:
            try:
                record = read_record(self._root, path, self._anchor_of)
                if path in known and record.known.digest == known[path].digest:
                    touched[path] = record.known
                    continue
                if path in known:
                    self._keep_former(path)
                records.append(record)
            except Problem as problem:
                events.append(Failed(path, problem.template, problem.values))
        return records, touched

    def _accept(self, vanished: Sequence[str], emptied: Sequence[str], known: Mapping[str, Known]
                ) -> Iterator[Event]:
        kept: list[str] = []
        for path in vanished:
            try:
                self._keep_former(path, always=True)
                kept.append(path)
            except StorageProblem as problem:
                yield Failed(path, problem.template, problem.values)
        self._cache.drop(kept)
        for path in kept:
            yield Failed(path, "{path} is gone: another program removed it. It can be put back from the history.",
                         {"path": path})
        yield from self._take_in(sorted(emptied), known)

    def _follow(self, moved: Sequence[tuple[str, str]], come: Mapping[str, str], known: Mapping[str, Known]
                ) -> Iterator[Event]:
        for old, new in moved:
            try:
                if come[new] != known[old].digest:
                    self._keep_former(old)
                self._history.follow(old, new)
            except StorageProblem as problem:
                yield Failed(old, problem.template, problem.values)

    def _keep_former(self, path: str, always: bool = False) -> None:
        words = self._cache.words(path)
        if words:
            self._history.keep(path, words, always)


def too_many(absent: int, known: int) -> bool:
    """Say whether so many files gone or emptied at once need a person's word. One file alone never does."""
    return absent > MANY or (absent > 1 and absent > known * SHARE)


def missing_vault(root: Path) -> StorageProblem:
    """Return the sentence for a vault folder that is not there."""
    return StorageProblem("The PKM folder {path} is not there, or is no folder. Connect its disk or choose another "
                          "with --vault; nothing was changed.", path=root)


def _question(vanished: int, emptied: int, known: int) -> Failed:
    return Failed(
        "vault", "{vanished} of {known} files vanished and {emptied} are empty all at once, as when a folder is only "
        "half synchronised. They are remembered until you say that this is meant.",
        {"vanished": vanished, "emptied": emptied, "known": known})


def _moves(missing: Sequence[str], new: Mapping[str, str], known: Mapping[str, Known]) -> list[tuple[str, str]]:
    """Pair files that vanished with new ones of the very same words."""
    places: dict[str, list[str]] = {}
    for path, its_digest in sorted(new.items()):
        places.setdefault(its_digest, []).append(path)
    return [(path, places[known[path].digest].pop(0)) for path in missing if places.get(known[path].digest)]


def _moves_by_id(missing: Sequence[str], gone: Mapping[str, str], come: Mapping[str, str]) -> list[tuple[str, str]]:
    """Pair files that vanished with new ones of other words that have the same id."""
    places = {file_id: path for path, file_id in sorted(come.items(), reverse=True)}
    return [(path, places.pop(gone[path])) for path in missing if gone.get(path) in places]


def _changes(records: Sequence[Record]) -> Iterator[Changed]:
    by_subject: dict[Subject, list[str]] = {}
    for record in records:
        by_subject.setdefault(_SUBJECTS[record.card.type], []).append(record.card.path)
        if record.highlights:
            by_subject.setdefault("highlights", []).append(record.card.path)
    for subject, paths in by_subject.items():
        yield Changed(subject, tuple(paths))
