"""A segment opened for reading, its files left where they are: on the disk, mapped into memory.

Whoosh copies the whole of a segment's terms and postings into memory each time it opens it: with a hundred thousand
notes 400 MB, for every note that is saved, and for as long as the process that searches lives.
"""

from __future__ import annotations

import os
import pickle
from io import BytesIO
from typing import Any

from whoosh.filedb.compound import CompoundStorage
from whoosh.filedb.filestore import OverlayStorage
from whoosh.filedb.structfile import BufferFile
from whoosh.reading import SegmentReader

_READ_AHEAD = 256  # bytes: what stands before a block of postings takes some sixty


class OpenSegment(SegmentReader):
    """Whoosh's reader of a segment, on files that are not copied."""

    def __init__(self, storage: Any, schema: Any, segment: Any) -> None:
        if not segment.is_compound():
            super().__init__(storage, schema, segment)
            return
        self.schema, self.is_closed = schema, False
        self._segment, self._segid, self._gen = segment, segment.segment_id(), None
        files = _Files(storage.open_file(segment.make_filename(segment.COMPOUND_EXT)),
                       use_mmap=storage.supports_mmap)
        self._storage = OverlayStorage(files, storage)
        self._codec = segment.codec()
        self._terms = self._codec.terms_reader(self._storage, segment)
        self._perdoc = self._codec.per_document_reader(self._storage, segment)


class _Files(CompoundStorage):
    """The files within a segment's one file."""

    def open_file(self, name: str, *args: Any, **kwargs: Any) -> Any:
        if self.is_closed or not self._source:  # no memory to map it into
            return super().open_file(name, *args, **kwargs)
        offset, length = self.range(name)
        return _Mapped(memoryview(self._source)[offset:offset + length], name)


class _Mapped(BufferFile):
    """A file that lies in mapped memory."""

    def __init__(self, view: memoryview, name: str) -> None:
        self._buf, self._name, self.onclose = view, name, None
        self.file: Any = _View(view)
        self.is_real = self.is_closed = False

    def read_pickle(self) -> Any:
        size, start = _READ_AHEAD, self.file.tell()
        while True:
            piece = BytesIO(self.file.read(size))
            try:
                found = pickle.load(piece)
            except (EOFError, pickle.UnpicklingError):
                if start + size >= len(self._buf or b""):
                    raise
                size *= 16
                self.file.seek(start)
                continue
            self.file.seek(start + piece.tell())
            return found


class _View:
    """What of a file's ways Whoosh uses to read, over memory."""

    def __init__(self, view: memoryview) -> None:
        self._view = view
        self._place = 0

    def read(self, size: int = -1) -> bytes:
        start = self._place
        end = len(self._view) if size < 0 else min(start + size, len(self._view))
        self._place = max(start, end)
        return bytes(self._view[start:end])

    def seek(self, place: int, whence: int = os.SEEK_SET) -> int:
        before = {os.SEEK_SET: 0, os.SEEK_CUR: self._place, os.SEEK_END: len(self._view)}[whence]
        self._place = before + place
        return self._place

    def tell(self) -> int:
        return self._place
