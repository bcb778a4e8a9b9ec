"""The full-text index of the vault, with Whoosh. The only module that imports it; runs in the index worker.

Every word stands in the index as it is written (small letters, without accents) and by its Dutch and English
stems. The folder may be lost or spoilt at any time: what is in it can be read from the vault again.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from itertools import islice
from pathlib import Path
from typing import Any

from whoosh import fields
from whoosh import index as engine
from whoosh.analysis.tokenizers import SpaceSeparatedTokenizer
from whoosh.collectors import TimeLimitCollector
from whoosh.query.compound import And, Or
from whoosh.query.positional import Phrase
from whoosh.query.terms import Term
from whoosh.searching import TimeLimit

from pkm_app.base.errors import Problem, StorageProblem
from pkm_app.content.stems import stems
from pkm_app.library.asked import Asked
from pkm_app.library.filelock import FileLock
from pkm_app.library.index_documents import documents
from pkm_app.library.index_folder import STAMP, IndexPlace
from pkm_app.library.snippets import snippet
from pkm_app.sense.model import Hit

BATCH = 250  # paths that are best handed over at once, when there are many
MAX_EXPANSION = 200  # terms that one beginning of a word may stand for
SEARCH_SECONDS = 2.0
_LOCK_SECONDS = 0.5
_HALF_WAY = 12.0  # the weight at which a score is half of its tier
_READ_AGAIN = 3
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
                engine.create_in(place.folder, _schema())
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
                _open_and_find(place, Asked.of(text), (), 1)
            except Exception:  # noqa: BLE001  damage shows itself as anything
                place.remove()
                return True
            return False
    except OSError as error:
        raise _cannot_write(place, error) from error


def search_index(place: IndexPlace, text: str, kinds: Sequence[str], limit: int) -> tuple[tuple[Hit, ...], str]:
    """Find, best first; the second value is another spelling that would find something, or "".

    All words must be there. Those found as they were typed score above a half, other forms of them below. For
    what is syntax see Asked. Raises NoIndex.
    """
    asked = Asked.of(text)
    if not asked or limit < 1:
        return (), ""
    for _ in range(_READ_AGAIN):
        with suppress(Exception):  # damage shows itself as anything; so does a file that a writer just replaced
            return _open_and_find(place, asked, kinds, limit)
    raise NoIndex("The search index is being built. Try again in a moment.")


def _open_and_find(place: IndexPlace, asked: Asked, kinds: Sequence[str], limit: int) -> tuple[tuple[Hit, ...], str]:
    if not place.may_open():
        raise NoIndex("The search index is being built. Try again in a moment.")
    with engine.open_dir(place.folder, schema=_schema()).searcher() as searcher:
        return _find(searcher, asked, kinds, limit)


def _schema() -> fields.Schema:
    one_by_one = SpaceSeparatedTokenizer()
    return fields.Schema(
        path=fields.ID(stored=True), kind=fields.ID(stored=True), id=fields.ID(stored=True), title=fields.STORED,
        text=fields.STORED, tags=fields.KEYWORD(commas=True, lowercase=True), lang=fields.ID, author=fields.ID,
        private=fields.ID, maturity=fields.ID,
        exact_title=fields.TEXT(analyzer=one_by_one, phrase=True), exact=fields.TEXT(analyzer=one_by_one, phrase=True),
        stems=fields.TEXT(analyzer=one_by_one, phrase=False))


def _update(place: IndexPlace, changes: Sequence[tuple[str, list[dict[str, str]]]]) -> str:
    try:
        index = engine.open_dir(place.folder, schema=_schema())
        _sweep(index, Path(place.folder))
        # Merging after each of many large batches costs more than indexing them; the next small change merges.
        with _writer(index, merge=len(changes) < BATCH) as writer:
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
def _writer(index: engine.FileIndex, merge: bool) -> Iterator[Any]:
    writer = index.writer(limitmb=64)
    try:
        yield writer
    except BaseException:
        writer.cancel()
        raise
    writer.commit(merge=merge)


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


def _find(searcher: Any, asked: Asked, kinds: Sequence[str], limit: int) -> tuple[tuple[Hit, ...], str]:
    reader = searcher.reader()
    always = [_begins(reader, beginning) for beginning in asked.beginnings]
    always += [Phrase("exact", list(row)) for row in asked.rows]
    only = Or([Term("kind", kind) for kind in kinds]) if kinds else None
    found: dict[int, tuple[float, Any]] = {}
    for floor, form in ((0.5, _as_typed), (0.0, _any_form)):
        if len(found) < limit and (asked.words or floor):
            everything = And([*always, *(form(word) for word in asked.words)])
            for hit in _collect(searcher, everything, only, limit + len(found)):
                found.setdefault(hit.docnum, (floor + 0.5 * hit.score / (hit.score + _HALF_WAY), hit))
    exact = frozenset(asked.words)
    stemmed = frozenset(stem for word in asked.words for stem in stems(word))
    best = sorted(found.values(), key=lambda entry: -entry[0])[:limit]
    return tuple(Hit(hit["kind"], hit["id"], hit["title"], snippet(hit["text"], exact, stemmed, asked.beginnings),
                     score, hit["path"]) for score, hit in best), _other_spelling(reader, asked)


def _begins(reader: Any, beginning: str) -> Any:
    # A short beginning stands for thousands of words; the first in the alphabet must do.
    return Or([Term("exact", term.decode()) for term in islice(reader.expand_prefix("exact", beginning),
                                                               MAX_EXPANSION)])


def _as_typed(word: str) -> Any:
    return Or([Term("exact_title", word, boost=4.0), Term("exact", word)])


def _any_form(word: str) -> Any:
    return Or([_as_typed(word), *(Term("stems", stem, boost=0.5) for stem in stems(word))])


def _collect(searcher: Any, asked: Any, only: Any, limit: int, seconds: float = SEARCH_SECONDS) -> list[Any]:
    collector = TimeLimitCollector(searcher.collector(limit=limit, filter=only), seconds, use_alarm=False)
    with suppress(TimeLimit):  # what was found so far is better than nothing
        searcher.search_with_collector(asked, collector)
    return list(collector.results())


def _other_spelling(reader: Any, asked: Asked) -> str:
    """Give the query with each unknown word replaced by the nearest one in the index, "" when all are known."""
    changed = []
    for word in asked.words:
        known = ("exact", word) in reader or any(("stems", stem) in reader for stem in stems(word))
        near = [] if known or len(word) < 4 else reader.corrector("exact").suggest(word, limit=1, maxdist=2, prefix=1)
        changed.append(near[0] if near else word)
    return " ".join(changed) if tuple(changed) != asked.words else ""
