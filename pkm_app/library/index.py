"""The full-text index of the vault, with Whoosh. Imported by the modules `index*` alone; runs in the workers.

Every word stands in the index as it is written (small letters, without accents) and by its Dutch and English
stems. The folder may be lost or spoilt at any time: what is in it can be read from the vault again.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Event
from typing import Any

from whoosh import index as engine
from whoosh.reading import SegmentReader

from pkm_app.base.errors import Problem, StorageProblem
from pkm_app.content.asked import Asked
from pkm_app.library.filelock import FileLock
from pkm_app.library.index_documents import documents
from pkm_app.library.index_folder import STAMP, IndexPlace
from pkm_app.library.index_reading import close_index, opened
from pkm_app.library.index_schema import schema
from pkm_app.library.index_search import find
from pkm_app.sense.search import Answer, Wanted

__all__ = ["NoIndex", "close_index", "discard_damaged", "search_index", "update_index"]

_LOCK_SECONDS = 0.5
_READ_AGAIN, _A_MOMENT = 8, 0.04  # seconds between two attempts: a writer is replacing files just then
_POOL_MB = 256  # of postings held in memory before they are written out and brought together again
_SMALL = (16, 128, 1024)  # documents; parts of about one size become one when there are
_TOGETHER = 8  # of them
_DISK = (errno.ENOSPC, errno.EDQUOT, errno.EACCES, errno.EROFS, errno.EPERM)


class NoIndex(Problem):
    """There is no index here that may be opened; it must be built first."""


def update_index(place: IndexPlace, paths: Sequence[str], begin: bool = False) -> str:
    """Read these files of the vault and bring the index up to date with them; a file that is gone goes out.

    "done"; or "busy" when another process is writing; or "absent" when no usable index is there: then the
    caller queues every path and calls again with ``begin``, which makes an empty one first. Raises
    StorageProblem when the disk does not allow it.
    """
    lock = FileLock(Path(place.folder + ".lock"))
    try:
        if not lock.acquire(_LOCK_SECONDS):
            return "busy"
        try:
            if not place.may_open():
                if not begin:
                    return "absent"
                place.make_empty()
                engine.create_in(place.folder, schema())
                place.put_stamp()
            return _update(place, list(_read(Path(place.vault), paths)))
        finally:
            lock.release()
    except OSError as error:
        raise _cannot_write(place, error) from error


def discard_damaged(place: IndexPlace, text: str) -> bool:
    """Throw the index away if it still cannot answer this query while nobody writes; say whether it was thrown away.

    Nothing is lost. Raises StorageProblem when it cannot be removed.
    """
    try:
        with FileLock(Path(place.folder + ".lock")):
            try:
                _open_and_find(place, Wanted(text, limit=1))
            except Exception:  # noqa: BLE001  damage shows itself as anything
                close_index()
                place.remove()
                return True
            return False
    except OSError as error:
        raise _cannot_write(place, error) from error


def search_index(place: IndexPlace, wanted: Wanted) -> Answer:
    """Find, best first. All words must be there. Those found as they were typed score above a half, other forms of them
    below, then words they are a part of, then words spelled nearly so. For what is syntax see Asked. Raises NoIndex.
    """
    if not Asked.of(wanted.query) or wanted.limit < 1:
        return Answer()
    for _ in range(_READ_AGAIN):
        with suppress(Exception):  # damage shows itself as anything; so does a file that a writer just replaced
            return _open_and_find(place, wanted)
        close_index()
        Event().wait(_A_MOMENT)
    raise NoIndex("The search index is being built. Try again in a moment.")


def _open_and_find(place: IndexPlace, wanted: Wanted) -> Answer:
    if not place.may_open():
        raise NoIndex("The search index is being built. Try again in a moment.")
    return find(opened(place).parts(), wanted)


def _update(place: IndexPlace, changes: Sequence[tuple[str, list[dict[str, str]]]]) -> str:
    try:
        index = engine.open_dir(place.folder, schema=schema())
        _sweep(index, Path(place.folder))
        with _writer(index) as writer:
            for path, found in changes:
                writer.delete_by_term("path", path)
                for values in found:
                    writer.add_document(**values)
    except Exception as error:
        if isinstance(error, MemoryError) or (isinstance(error, OSError) and error.errno in _DISK):
            raise
        place.remove()  # damage shows itself as anything
        return "absent"
    return "done"


@contextmanager
def _writer(index: engine.FileIndex) -> Iterator[Any]:
    writer = index.writer(limitmb=_POOL_MB)
    try:
        yield writer
    except BaseException:
        writer.cancel()
        raise
    writer.commit(mergetype=_bring_together)


def _bring_together(writer: Any, segments: Sequence[Any]) -> list[Any]:
    """Make one of many small parts of about one size. Large ones stay as they are: to merge those takes as long as to
    read all of their files again, and a search does well with a few dozen parts."""
    kept = [segment for segment in segments if segment.doc_count() > 0]
    least = 0
    for most in _SMALL:
        small = [segment for segment in kept if least <= segment.doc_count() < most]
        least = most
        if len(small) < _TOGETHER:
            continue
        for segment in small:
            reader = SegmentReader(writer.storage, writer.schema, segment)
            writer.add_reader(reader)
            reader.close()
        kept = [segment for segment in kept if segment not in small]
        break
    return kept


def _read(vault: Path, paths: Sequence[str]) -> Iterator[tuple[str, list[dict[str, str]]]]:
    """Give what stands in each file. One that is there and cannot be read is left out: what is known of it stays."""
    for path in dict.fromkeys(paths):
        with suppress(StorageProblem):
            yield path, [document.values() for document in documents(vault, path) or ()]


def _cannot_write(place: IndexPlace, error: OSError) -> StorageProblem:
    return StorageProblem("The search index in {folder} cannot be written: {reason}.", folder=place.folder,
                          reason=error.strerror or str(error))


def _sweep(index: Any, folder: Path) -> None:
    """Remove what killed writers left; the writer lock is ours."""
    toc = index._read_toc()
    kept = tuple(f"{segment.segment_id()}." for segment in toc.segments)
    current = {STAMP, f"_{index.indexname}_{toc.generation}.toc", f"{index.indexname}_WRITELOCK"}
    for name in os.listdir(folder):
        if name not in current and not name.startswith(kept):
            (folder / name).unlink(missing_ok=True)
