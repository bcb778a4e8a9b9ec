"""Spelling in a process of its own."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from pkm_app.work.spelling import MEMORY_MB, SECONDS, Spelling
from pkm_app.work.worker import WorkerPool


@pytest.fixture(scope="module")
def spelling() -> Iterator[Spelling]:
    pool = WorkerPool("words", 1, 6 * SECONDS, MEMORY_MB)  # a busy machine reads dictionaries slowly
    yield Spelling(pool)
    pool.close()


@pytest.mark.parametrize(("language", "right", "wrong"), [
    ("nl", "gewone zin werkplekleren gemeenschappen Leiderschapstraject", "gewoone gebeurdt"),
    ("en", "an ordinary sentence behaviour organisation doesn’t", "definately recieve"),
])
def test_wrong_words_are_told_from_right_ones(spelling: Spelling, language: str, right: str, wrong: str) -> None:
    assert spelling.wrong([*right.split(), *wrong.split()], language) == set(wrong.split())


def test_what_was_meant_comes_first(spelling: Spelling) -> None:
    assert spelling.suggest("definately", "en")[0] == "definitely"
    assert "Gewone" in spelling.suggest("Gewoone", "nl")
    assert spelling.suggest("xqzzkwwpfh", "en") == ()


def test_a_language_without_a_dictionary_has_no_wrong_words(spelling: Spelling) -> None:
    assert spelling.wrong(["blah"], "xx") == frozenset()
    assert spelling.suggest("blah", "") == ()
