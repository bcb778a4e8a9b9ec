"""What is written in our own way is what Whoosh would have written; and not more often than needed."""

from __future__ import annotations

import tracemalloc
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from whoosh import index as engine
from whoosh.reading import SegmentReader

from pkm_app.content.stems import folded_words, other_stems
from pkm_app.library import index as index_module
from pkm_app.library.index import update_index
from pkm_app.library.index_documents import Document, Inside, documents
from pkm_app.library.index_folder import IndexPlace
from pkm_app.library.index_reading import Reading
from pkm_app.library.index_schema import schema
from pkm_app.library.indexer import BATCH
from tests.library.vaults import make_bench

FILES = {
    f"notes/{number:04}.md": f"---\ntitle: Nota {number}\ntags: [leren/samen, t{number % 7}]\nlang: nl\n"
    f"maturity: seed\ncreated: 2026-01-{number % 28 + 1:02}\n---\nGemeenschappen leren, wie leerde? Café {number % 50} "
    + "herhaald " * (number % 5) + f"woord{number} slot\n" for number in range(300)
} | {
    "notes/leeg.md": "",
    "notes/vreemd.md": "# Ω ﬁjn\n\n𝐀 bold, STRASSE straße naïve ideeën coöperatie ŒUVRE 'tis don’t\n",
    "sources/bron.md": "---\nid: b1\ntype: source\ntitle: Bron\nauthor: Ann Élan\n---\n> Een zin over leren\n\n"
    "^hl-7f3k2m9qax\n\nMijn woorden\n",
    "notes/lang.md": "de het een " * 500,
}


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        file = tmp_path / "vault" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return tmp_path / "vault"


def test_the_index_holds_what_whoosh_s_own_writer_makes_of_it(vault: Path, tmp_path: Path) -> None:
    place = IndexPlace(str(tmp_path / "ours"), str(vault), "t")
    assert update_index(place, sorted(FILES), begin=True) == ("done", len(FILES))
    (tmp_path / "theirs").mkdir()
    theirs = engine.create_in(tmp_path / "theirs", schema())
    with theirs.writer() as writer:
        for path in sorted(FILES):
            for document in documents(Inside(vault), path) or ():
                writer.add_document(**as_whoosh_takes_it(document))
    assert held(place) == held_in(theirs)


def test_parts_that_become_one_hold_the_same_without_what_was_deleted(
        vault: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    at_once = IndexPlace(str(tmp_path / "once"), str(vault), "t")
    changed = sorted(FILES)[:60]
    gone = sorted(FILES)[60:75]
    bit_by_bit = IndexPlace(str(tmp_path / "bits"), str(vault), "t")
    with monkeypatch.context() as patch:
        patch.setattr(index_module, "_PART_WORDS", 200)
        rest = sorted(FILES)
        begun = update_index(bit_by_bit, rest, begin=True).paths
        times = 1
        while rest := rest[begun:]:
            begun = update_index(bit_by_bit, rest).paths
            times += 1
    for path in gone:
        (vault / path).unlink()
    for path in changed:
        (vault / path).write_text(FILES[path] + "\nlater toegevoegd\n", encoding="utf-8")
    update_index(bit_by_bit, [*changed, *gone])
    left = [path for path in sorted(FILES) if path not in gone]
    update_index(at_once, left, begin=True)
    everything = held(bit_by_bit)
    assert everything == held(at_once)
    assert all("later" in words_of(everything, path) for path in changed)
    assert len(parts(bit_by_bit)) < 15 < times


def test_many_files_are_taken_in_with_few_commits(tmp_path: Path) -> None:
    bench = make_bench(tmp_path)
    bench.write({f"notes/{number:05}.md": f"note {number}\n" for number in range(1200)})
    bench.drain()
    assert bench.calls == ["update_index", "update_index"]  # the first few at once, then all the others
    assert [part.doc_count_all() for part in parts(bench.indexer._place())] == [BATCH, 1200 - BATCH]
    assert len(bench.find("note", limit=2000)) == 1200
    bench.db.close()


def test_a_call_ends_when_enough_is_held_in_memory_and_goes_on_with_the_others(
        tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(index_module, "_PART_WORDS", 50)
    bench = make_bench(tmp_path)
    bench.write({f"notes/{number}.md": "twintig woorden " * 10 for number in range(20)})
    bench.drain()
    assert 5 < len(bench.calls) < 20
    assert len(bench.find("twintig")) == 20
    assert not bench.indexer._left()
    bench.db.close()


def test_a_call_takes_in_something_however_slow_the_machine(vault: Path, tmp_path: Path,
                                                            monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(index_module, "_PART_SECONDS", 0.0)
    place = IndexPlace(str(tmp_path / "ours"), str(vault), "t")
    assert update_index(place, sorted(FILES), begin=True).paths >= 1


def as_whoosh_takes_it(document: Document) -> dict[str, str]:
    words = document.all_words()
    return {**document.stored(), "marks": " ".join(document.marks()), "exact": " ".join(words),
            "exact_title": " ".join(folded_words(document.title)),
            "stems": " ".join(stem for word in words for stem in other_stems(word))}


def held(place: IndexPlace) -> dict[Any, Any]:
    return held_in(engine.open_dir(place.folder))


def held_in(index: Any) -> dict[Any, Any]:
    """Everything that an index says of its documents, by their path and id; as Whoosh itself reads it."""
    found: dict[Any, Any] = {}
    for reader in readers(index):
        names = {}
        for number, stored in reader.iter_docs():
            names[number] = (stored["path"], stored["id"])
            found[names[number]] = stored
            for field in ("exact", "stems"):
                found[*names[number], field] = reader.doc_field_length(number, field) or 0
        for field, term in reader.all_terms():
            info = reader.term_info(field, term)
            weights = []
            matcher = reader._terms.matcher(field, term, reader.schema[field].format)
            while matcher.is_active():
                weights.append(matcher.weight())
                if matcher.id() in names:
                    places = matcher.value_as("positions") if field == "exact" else None
                    found[*names[matcher.id()], field, term] = (matcher.weight(), places)
                    if field in ("exact", "stems"):
                        length = found[*names[matcher.id()], field]
                        assert info.min_length() <= length <= info.max_length()
                matcher.next()
            assert (info.weight(), info.doc_frequency(), info.max_weight()) == (
                pytest.approx(sum(weights)), len(weights), max(weights))
    return found


def words_of(found: dict[Any, Any], path: str) -> set[str]:
    return {key[3].decode() for key in found if len(key) == 4 and key[0] == path and key[2] == "exact"}


def parts(place: IndexPlace) -> Sequence[Any]:
    segments: Sequence[Any] = engine.open_dir(place.folder)._segments()
    return segments


def readers(index: Any) -> Iterator[SegmentReader]:
    for segment in index._segments():
        reader = SegmentReader(index.storage, index.schema, segment)
        yield reader
        reader.close()


def test_opening_an_index_copies_none_of_it_into_memory(vault: Path, tmp_path: Path) -> None:
    place = IndexPlace(str(tmp_path / "ours"), str(vault), "t")
    update_index(place, sorted(FILES), begin=True)
    size = sum(file.stat().st_size for file in Path(place.folder).glob("*.seg"))
    Reading(place).parts()  # what is loaded once
    tracemalloc.start()
    try:
        reading = Reading(place)
        opened = reading.parts()
        assert tracemalloc.get_traced_memory()[1] < size / 3
        assert len(opened[0].postings("exact", "leren")) > 200
    finally:
        tracemalloc.stop()
        reading.close()
