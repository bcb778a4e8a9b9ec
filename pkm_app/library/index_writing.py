"""Writing the full-text index: documents come in, one segment in Whoosh's own format goes out.

Whoosh's writer makes an object of every word, a tuple of every posting, sorts all of those, and looks the length of
the document up again for each; to join segments it does the same with every posting of theirs. Here the words of a
document are counted into lists, one for each term, which are written as they are, and those of segments that become
one are put behind one another a block at a time.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from heapq import merge
from itertools import groupby
from operator import itemgetter, sub
from struct import pack
from typing import Any

from whoosh import index as engine
from whoosh.codec.whoosh3 import W3Codec, W3FieldWriter, W3PostingsWriter, W3Segment
from whoosh.formats import Existence, Positions
from whoosh.reading import SegmentReader, TermNotFound
from whoosh.util.numeric import byte_to_length, length_to_byte
from whoosh.writing import SegmentWriter

from pkm_app.library.index_documents import Document
from pkm_app.library.index_postings import FIELDS, Gathered, Joined, Postings, read_postings
from pkm_app.library.index_segment import OpenSegment

_BLOCK = 512  # postings that are written, and read, at once
_COMPRESSION = 1  # of zlib: what more of it takes in time it does not give back in space
_WORTH_COMPRESSING = 48  # postings; to make ready for it costs more than it saves of a few bytes
_SCORED = ("exact", "stems")  # whose lengths are kept


class Writer(SegmentWriter):
    """Makes one segment, and one of several. Whoosh's ``commit`` and ``cancel`` end it."""

    def __init__(self, index: engine.FileIndex) -> None:
        super().__init__(index, codec=_Codec())
        self._gathered = Gathered()
        self._joined: list[Joined] = []
        self._lengths: dict[str, list[int]] = {name: [] for name in _SCORED}

    def size(self) -> int:
        """Return how many postings of new documents are held in memory."""
        return self._gathered.size

    def add(self, document: Document) -> None:
        """Take a document in."""
        lengths = self._gathered.add(self.docnum, document)
        self._put_document(document.stored(), lengths)

    def delete(self, paths: Iterable[str]) -> None:
        """Take out what earlier segments hold of these files."""
        wanted = [path.encode() for path in paths]
        for segment in self.segments:
            reader = OpenSegment(self.storage, self.schema, segment)
            try:
                for path in wanted:
                    for number in _standing(reader, path):
                        segment.delete_document(number)
            finally:
                reader.close()

    def add_reader(self, reader: SegmentReader) -> None:
        """Make a segment part of the new one; its files are needed until that is written."""
        lengths = {name: reader._perdoc.doc_field_length_reader(name, 0) for name in _SCORED}
        numbers: dict[int, int] = {}
        for number, stored in reader.iter_docs():
            numbers[number] = self.docnum
            self._put_document(stored, {name: length(number) or 0 for name, length in lengths.items()})
        self._joined.append(Joined(reader, numbers))

    def _put_document(self, stored: Mapping[str, str], lengths: Mapping[str, int]) -> None:
        documents = self.perdocwriter
        documents.start_doc(self.docnum)
        for name, value in stored.items():
            documents.add_field(name, None, value, 0)
        for name, length in lengths.items():
            documents.add_field(name, None, None, length)
            self._lengths[name].append(byte_to_length(length_to_byte(length)))
        documents.finish_doc()
        self._added = True
        self.docnum += 1

    def _flush_segment(self) -> None:
        """Whoosh's ``commit`` calls this to have the postings written."""
        self.perdocwriter.close()
        for name in FIELDS:
            self.fieldwriter.add_field(name, self.schema[name], self._terms(name), self._lengths.get(name))
        self.fieldwriter.close()

    def _terms(self, field: str) -> Iterator[tuple[bytes, Postings]]:
        if not self._joined:
            yield from self._gathered.terms(field)
            return
        sources: tuple[Gathered | Joined, ...] = (self._gathered, *self._joined)
        every = merge(*(source.terms(field) for source in sources), key=itemgetter(0))
        for term, group in groupby(every, key=itemgetter(0)):
            documents: list[int] = []
            weights: list[float] = []
            values: list[bytes] = []
            for _, found in group:  # in the order of the documents
                documents += found.documents
                weights += found.weights
                values += found.values
            yield term, Postings(documents, weights, values)

    def _close_segment(self) -> None:
        super()._close_segment()
        for joined in self._joined:
            joined.reader.close()


class _Codec(W3Codec):
    """Whoosh's own, but for how terms are written; a segment does not know of it, for it is kept with its codec."""

    def new_segment(self, storage: Any, indexname: str) -> W3Segment:
        return W3Segment(W3Codec(), indexname)

    def field_writer(self, storage: Any, segment: W3Segment) -> _Fields:
        return _Fields(self, storage, segment)


class _Fields(W3FieldWriter):
    """The lists of terms."""

    _postwriter: Any

    def add_field(self, name: str, field: Any, terms: Iterable[tuple[bytes, Postings]],
                  lengths: Sequence[int] | None) -> None:
        """Write a field with its terms; one that has none is left out."""
        begun = False
        for term, found in terms:
            if not begun:
                self.start_field(name, field)
                self._postwriter = _Blocks(self._postfile, _BLOCK)
                begun = True
            self.start_term(term)
            self._postwriter.add_all(found, lengths)
            self.finish_term()
        if begun:
            self.finish_field()


class _Blocks(W3PostingsWriter):
    """The postings of a term, all at once."""

    _ids: Any
    _weights: Any
    _values: Any

    def add_all(self, found: Postings, lengths: Sequence[int] | None) -> None:
        """Write them, but for the last block, which ``finish_postings`` writes."""
        self._compression = _COMPRESSION if len(found.documents) >= _WORTH_COMPRESSING else 0
        for start in range(0, len(found.documents), self._blocklimit):
            if start:
                self._write_block()
            end = start + self._blocklimit
            self._ids, self._weights = found.documents[start:end], found.weights[start:end]
            self._values = found.values[start:end]
            self._maxweight = max(self._weights)
            if lengths is not None:
                said = [lengths[number] for number in self._ids]
                self._minlength, self._maxlength = min(said), max(said)

    def _mini_ids(self) -> tuple[int, ...]:
        ids = self._ids
        return (ids[0], *map(sub, ids[1:], ids))

    def _mini_weights(self) -> tuple[float, ...] | float | None:
        first, most = self._weights[0], self._maxweight
        if first == most == min(self._weights):
            return None if most == 1.0 else first
        return tuple(self._weights)

    def _mini_values(self) -> Any:
        if isinstance(self._format, Positions):
            return tuple(self._values)
        if isinstance(self._format, Existence):
            return None
        return pack(f"!{len(self._weights)}I", *map(int, self._weights))


def _standing(reader: SegmentReader, path: bytes) -> Sequence[int]:
    """Return which documents of a segment are of this file."""
    try:
        return read_postings(reader._terms.matcher("path", path, reader.schema["path"].format)).documents
    except TermNotFound:
        return ()
