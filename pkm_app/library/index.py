"""The full-text index of the vault, with Whoosh. Imported by the modules `index*` alone; runs in the workers.

Every word stands in the index as it is written (small letters, without accents) and by its Dutch and English
stems. The folder may be lost or spoilt at any time: what is in it can be read from the vault again.
"""

from __future__ import annotations

import errno
import gc
import os
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Event
from typing import Any

from whoosh import index as engine

from pkm_app.base.errors import StorageProblem
from pkm_app.content.asked import Asked
from pkm_app.library.filelock import FileLock
from pkm_app.library.index_documents import Inside, documents
from pkm_app.library.index_folder import STAMP, IndexPlace, NoIndex, Taken
from pkm_app.library.index_reading import close_index, opened
from pkm_app.library.index_schema import schema
from pkm_app.library.index_search import find
from pkm_app.library.index_segment import OpenSegment
from pkm_app.library.index_writing import Writer
from pkm_app.sense.search import Answer, Wanted

__all__ = ["NoIndex", "Taken", "close_index", "discard_damaged", "search_index", "update_index", "warm_index"]

_LOCK_SECONDS = 0.5
_READ_AGAIN, _A_MOMENT = 8, 0.04  # seconds between two attempts: a writer is replacing files just then
_PART_WORDS = 5_000_000  # words and stems, held in memory until they are written: some 150 MB
_PART_SECONDS = 30.0  # of work, so that closing the program throws little of it away
_SMALL = (16, 128, 1024, 8192)  # documents; parts of about one size become one when there are
_TOGETHER = 8  # of them
_USUAL = "de"  # the beginning of many words in both languages
_DISK = (errno.ENOSPC, errno.EDQUOT, errno.EACCES, errno.EROFS, errno.EPERM)


def update_index(place: IndexPlace, paths: Sequence[str], begin: bool = False) -> Taken:
    """Read these files of the vault and bring the index up to date with them; a file that is gone goes out.

    As many of them as fit into memory and a while: the caller comes again with the others. Where no usable index is
    there, it queues every path and calls again with ``begin``, which makes an empty one first. Raises StorageProblem
    when the disk does not allow it.
    """
    lock = FileLock(Path(place.folder + ".lock"))
    try:
        if not lock.acquire(_LOCK_SECONDS):
            return Taken("busy")
        try:
            if not place.may_open():
                if not begin:
                    return Taken("absent")
                place.make_empty()
                engine.create_in(place.folder, schema())
                place.put_stamp()
            with _undisturbed():
                return _update(place, paths)
        finally:
            lock.release()
    except OSError as error:
        raise _cannot_write(place, error) from error


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Millions of postings are held until they are written, and none of them in a circle: to look for some among them
    again and again would take a fifth of the time."""
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


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


def warm_index(place: IndexPlace) -> bool:
    """Open the index and read what every search needs, so that the first one takes no longer than the next; say whether
    there was one to open. What is wrong with it shows itself when something is searched for."""
    with suppress(Exception):  # damage shows itself as anything
        _open_and_find(place, Wanted(_USUAL, limit=1, typing=True))
        return True
    return False


def _open_and_find(place: IndexPlace, wanted: Wanted) -> Answer:
    if not place.may_open():
        raise NoIndex("The search index is being built. Try again in a moment.")
    return find(opened(place).parts(), wanted)


def _update(place: IndexPlace, paths: Sequence[str]) -> Taken:
    writer = None
    try:
        with _damage(place):
            index = engine.open_dir(place.folder, schema=schema())
            _sweep(index, Path(place.folder))
            writer = Writer(index)
        read: list[str] = []
        taken = _take_in(writer, Inside(Path(place.vault)), paths, read)
        with _damage(place):
            writer.delete(read)
            writer.commit(mergetype=_bring_together)
        return Taken("done", taken)
    except _Damaged:
        return Taken("absent")
    finally:
        if writer is not None and not writer.is_closed:
            with suppress(Exception):  # what failed is told already; this may fail of the same files
                writer.cancel()


def _take_in(writer: Writer, inside: Inside, paths: Sequence[str], read: list[str]) -> int:
    """Read files until there is enough for one part of the index; return how many were looked at. One that is there
    and cannot be read does not come into ``read``: what is known of it stays."""
    end = time.process_time() + _PART_SECONDS
    for place, path in enumerate(paths):
        if place and (writer.size() > _PART_WORDS or time.process_time() > end):
            return place
        with suppress(StorageProblem):
            found = documents(inside, path) or ()
            read.append(path)
            for document in found:
                writer.add(document)
    return len(paths)


class _Damaged(Exception):  # noqa: N818  said to the caller as "absent"
    """The index cannot be used, and was thrown away."""


@contextmanager
def _damage(place: IndexPlace) -> Iterator[None]:
    """Throw the index away where using it shows damage, and raise _Damaged; a full disk is none."""
    try:
        yield
    except Exception as error:
        if isinstance(error, MemoryError) or (isinstance(error, OSError) and error.errno in _DISK):
            raise
        place.remove()  # damage shows itself as anything
        raise _Damaged from error


def _bring_together(writer: Writer, segments: Sequence[Any]) -> list[Any]:
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
            writer.add_reader(OpenSegment(writer.storage, writer.schema, segment))
        kept = [segment for segment in kept if segment not in small]
        break
    return kept


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
