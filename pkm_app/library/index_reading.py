"""The index as searches read it: one part for each segment of Whoosh's, its lists of postings as Python's own sets.

Whoosh steps from posting to posting in Python; read a block at a time into dictionaries they are brought together
twenty times quicker. What was read is kept, within bounds, as long as the segment lives; a segment never changes, but
for the documents that are taken out of it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import OrderedDict
from functools import lru_cache
from itertools import islice
from typing import Any

from whoosh import index as engine
from whoosh.codec.whoosh3 import W3LeafMatcher
from whoosh.reading import SegmentReader

from pkm_app.library.index_folder import IndexPlace
from pkm_app.library.index_segment import OpenSegment

_KEPT = 600_000  # postings kept in memory over all parts: some 60 MB
_MOST_WORDS = 2_000_000  # of one part that beginnings and spellings are looked up among
_K, _B = 1.2, 0.75  # of BM25


class Store:
    """What was read of postings, the longest unused going first."""

    def __init__(self) -> None:
        self._kept: OrderedDict[tuple[str, str, str], dict[int, float]] = OrderedDict()
        self._size = 0

    def get(self, key: tuple[str, str, str]) -> dict[int, float] | None:
        """Return what was kept under a key."""
        found = self._kept.get(key)
        if found is not None:
            self._kept.move_to_end(key)
        return found

    def put(self, key: tuple[str, str, str], postings: dict[int, float]) -> None:
        """Keep it, and let others go for it."""
        self._kept[key] = postings
        self._size += len(postings) + 1
        while self._size > _KEPT and len(self._kept) > 1:
            _, gone = self._kept.popitem(last=False)
            self._size -= len(gone) + 1


class Part:
    """One segment. Documents are numbers that count within it."""

    def __init__(self, reader: SegmentReader, name: str, store: Store) -> None:
        self.reader, self.name = reader, name
        self._store = store
        self._words: dict[str, list[str]] = {}
        self._norms: list[float] | None = None
        self.deleted: frozenset[int] = frozenset()
        self.size = reader.doc_count_all()

    def postings(self, field: str, term: str) -> dict[int, float]:
        """Return the documents with a term, and how often it stands in each; deleted ones are among them."""
        key = (self.name, field, term)
        found = self._store.get(key)
        if found is None:
            found = {}
            for ids, weights, _ in self._blocks(field, term, values=False):
                found.update(zip(ids, weights, strict=True))
            self._store.put(key, found)
        return found

    def positions(self, term: str, among: set[int]) -> dict[int, list[int]]:
        """Return where an exact word stands in some of the documents."""
        decode = _untyped(self.reader.schema["exact"].format).decode_positions
        return {number: decode(value) for ids, _, values in self._blocks("exact", term, values=True)
                for number, value in zip(ids, values, strict=True) if number in among}

    def words(self, field: str = "exact") -> list[str]:
        """Return the terms of a field in the order of their characters."""
        if field not in self._words:
            found = islice(self.reader.lexicon(field), _MOST_WORDS) if field in self.reader.schema else ()
            self._words[field] = sorted(term.decode() for term in found)
        return self._words[field]

    def has(self, field: str, term: str) -> bool:
        """Say whether any document of the part has a term."""
        terms = self.words(field)
        place = bisect_left(terms, term)
        return place < len(terms) and terms[place] == term

    def beginning(self, beginning: str, field: str = "exact") -> list[str]:
        """Return the terms that begin so."""
        return _run(self.words(field), beginning)

    def ending(self, ending: str) -> list[str]:
        """Return the exact words that end so."""
        if "\0ends" not in self._words:
            self._words["\0ends"] = sorted(word[::-1] for word in self.words())
        return [word[::-1] for word in _run(self._words["\0ends"], ending[::-1])]

    def norms(self) -> list[float]:
        """Return for each document what BM25 adds to how often a word stands in it: more for a long text."""
        if self._norms is None:
            length = self.reader._perdoc.doc_field_length_reader("exact", 1)
            lengths = [length(number) or 1 for number in range(self.size)]
            mean = sum(lengths) / max(1, len(lengths))
            self._norms = [_K * (1 - _B + _B * one / mean) for one in lengths]
        return self._norms

    def close(self) -> None:
        """Close its files."""
        if not self.reader.is_closed:
            self.reader.close()

    def _blocks(self, field: str, term: str, values: bool) -> Any:
        if not self.has(field, term):
            return
        matcher = self.reader._terms.matcher(field, term.encode(), self.reader.schema[field].format)
        if not isinstance(matcher, W3LeafMatcher):  # a single posting, kept beside the term
            while matcher.is_active():
                yield (matcher.id(),), (matcher.weight(),), (matcher.value() if values else None,)
                matcher.next()
            return
        blocks = _untyped(matcher)
        while blocks.is_active():
            blocks._read_ids()
            blocks._read_weights()
            if values:
                blocks._read_values()
            yield blocks._ids, blocks._weights, blocks._values
            blocks._next_block()


class Reading:
    """An index as it lies in its folder. ``parts`` brings it up to date with what was written meanwhile."""

    def __init__(self, place: IndexPlace) -> None:
        self._place = place
        self._store = Store()
        self._parts: dict[str, Part] = {}

    def parts(self) -> list[Part]:
        """Return the parts as they are now. Raises whatever damage raises."""
        index = engine.open_dir(self._place.folder)
        info = _untyped(index)._read_toc()
        fresh: dict[str, Part] = {}
        for segment in info.segments:
            name = segment.segment_id()
            part = self._parts.get(name) or Part(OpenSegment(index.storage, info.schema, segment), name, self._store)
            part.deleted = frozenset(segment.deleted_docs())
            fresh[name] = part
        for name, part in self._parts.items():
            if name not in fresh:
                part.close()
        self._parts = fresh
        return list(fresh.values())

    def close(self) -> None:
        """Close all files."""
        for part in self._parts.values():
            part.close()
        self._parts, self._store = {}, Store()


@lru_cache(maxsize=1)
def reading() -> dict[IndexPlace, Reading]:
    """Return what this process has open: at most one index."""
    return {}


def opened(place: IndexPlace) -> Reading:
    """Return an index that may be opened, open; the one that was open before is closed when it is another."""
    known = reading()
    for other in [one for one in known if one != place]:
        known.pop(other).close()
    return known.setdefault(place, Reading(place))


def close_index() -> None:
    """Close what is open, so that it can be thrown away."""
    known = reading()
    while known:
        known.popitem()[1].close()


def _run(terms: list[str], beginning: str) -> list[str]:
    return terms[bisect_left(terms, beginning):bisect_left(terms, beginning + "\U0010ffff")]


def _untyped(thing: object) -> Any:
    """What Whoosh keeps to itself has no types; its version is pinned (docs/decisions/0002)."""
    return thing
