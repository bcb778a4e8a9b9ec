"""Where terms stand: in new documents, gathered in memory, and in segments that become part of another one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from whoosh.formats import Positions
from whoosh.reading import SegmentReader

from pkm_app.content.stems import other_stems
from pkm_app.library.index_documents import Document

FIELDS = ("exact", "exact_title", "marks", "path", "stems")  # those with terms, in the order of their names
_POSITIONS = Positions()


class Postings(NamedTuple):
    """Where a term stands: documents in order, how often in each, and for each what the field keeps besides."""

    documents: Sequence[int]
    weights: Sequence[float]
    values: Sequence[bytes]


class Gathered:
    """The terms of new documents, in memory: for each the documents with their weights and values in turn."""

    def __init__(self) -> None:
        self._terms: dict[str, dict[str, list[Any]]] = {name: {} for name in FIELDS}
        self.size = 0  # postings

    def add(self, number: int, document: Document) -> dict[str, int]:
        """Take a document in; return how many words its scored fields have."""
        words = document.all_words()
        stems: dict[str, int] = {}
        exact = self._terms["exact"]
        for word, places in _places(words).items():
            times = len(places)
            value = _alone(places[0]) if times == 1 else bytes(_POSITIONS.encode(places))
            if word in exact:
                exact[word] += (number, times, value)
            else:
                exact[word] = [number, times, value]
            for stem in other_stems(word):
                stems[stem] = stems.get(stem, 0) + times
        for field, found in (("stems", stems), ("exact_title", Counter(document.title_words())),
                             ("marks", dict.fromkeys(document.marks(), 1)), ("path", {document.path: 1})):
            terms = self._terms[field]
            for term, times in found.items():
                if term in terms:
                    terms[term] += (number, times, b"")
                else:
                    terms[term] = [number, times, b""]
        self.size += len(words) + len(stems)
        return {"exact": len(words), "stems": sum(stems.values())}

    def terms(self, field: str) -> Iterator[tuple[bytes, Postings]]:
        """Yield the terms of a field in their order."""
        terms = self._terms[field]
        for term in sorted(terms):  # by characters, which is by bytes of UTF-8 as well
            found = terms[term]
            yield term.encode(), Postings(found[::3], list(map(float, found[1::3])), found[2::3])


class Joined:
    """The terms of a segment that becomes part of another one. ``numbers`` gives its documents their new numbers;
    those that were deleted are not in it."""

    def __init__(self, reader: SegmentReader, numbers: Mapping[int, int]) -> None:
        self.reader = reader
        self._numbers = numbers
        self._whole = len(numbers) == reader.doc_count_all()
        self._base = next(iter(numbers.values()), 0)

    def terms(self, field: str) -> Iterator[tuple[bytes, Postings]]:
        """Yield the terms of a field in their order."""
        terms, form = self.reader._terms, self.reader.schema[field].format
        for (name, term), info in terms.items_from(field, b""):
            if name != field:
                return
            found = read_postings(terms._codec.postings_reader(terms._postfile, info, form), values=field == "exact")
            if self._whole:
                found = found._replace(documents=[self._base + number for number in found.documents])
            else:
                found = self._left(found)
            if found.documents:
                yield term, found

    def _left(self, found: Postings) -> Postings:
        kept = [place for place, number in enumerate(found.documents) if number in self._numbers]
        return Postings([self._numbers[found.documents[place]] for place in kept],
                        [found.weights[place] for place in kept],
                        [found.values[place] for place in kept] if found.values else ())


def read_postings(blocks: Any, values: bool = False) -> Postings:
    """Read the postings of a term, those of deleted documents among them. ``blocks`` is Whoosh's W3LeafMatcher."""
    documents: list[int] = []
    weights: list[float] = []
    kept: list[bytes] = []
    while blocks.is_active():
        blocks._read_ids()
        blocks._read_weights()
        documents += blocks._ids
        weights += blocks._weights
        if values:
            blocks._read_values()
            kept += blocks._values
        blocks._next_block()
    return Postings(documents, weights, kept)


def _places(words: Sequence[str]) -> dict[str, list[int]]:
    """Return where each word stands."""
    places: dict[str, list[int]] = {}
    for place, word in enumerate(words):
        if word in places:
            places[word].append(place)
        else:
            places[word] = [place]
    return places


@lru_cache(maxsize=10_000)
def _alone(place: int) -> bytes:
    """Most words stand in a text once: the same few bytes for all of them."""
    return bytes(_POSITIONS.encode([place]))
