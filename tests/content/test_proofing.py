"""Which words are looked up, and what counts as known."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pkm_app.content.proofing import is_known, prose_words

KNOWN = {"werk", "plek", "leren", "leider", "leiderschap", "traject", "it's", "color", "organize", "kennis", "de"}


@pytest.mark.parametrize(("line", "words"), [
    ("Een gewone zin, met ’s ochtends.", ["Een", "gewone", "zin", "met", "ochtends"]),
    ("> quoted words of others", []), ("^hl-abcdefghij", []), ("| --- | --- |", []),
    ("see [[Some note|words]] and `code here` then", ["see", "and", "then"]),
    ("[shown](https://example.org/not-shown) and https://example.org/either", ["shown", "and"]),
    ("mail anne@example.org about #tag/under or ABC or iPhone or v2", ["mail", "about", "or", "or", "or"]),
    ("%% private %% open {{title}}", ["open"]), ("don't stop", ["don't", "stop"]), ("a", []),
])
def test_only_ones_own_prose_is_looked_up(line: str, words: list[str]) -> None:
    assert [word for _, _, word in prose_words(line)] == words


@given(st.text())
def test_places_are_those_of_the_words(line: str) -> None:
    for start, end, word in prose_words(line):
        assert line[start:end] == word


@pytest.mark.parametrize(("word", "language", "known"), [
    ("werkplek", "nl", True), ("Leren", "nl", True), ("leiderschapstraject", "nl", True), ("werkplk", "nl", False),
    ("werkplek", "en", False), ("colour", "en", True), ("organise", "en", True), ("colour", "nl", False),
    ("kennis-werk", "nl", True), ("kennis-wrek", "nl", False), ("it’s", "en", True), ("werk's", "nl", True),
])
def test_what_is_known(word: str, language: str, known: bool) -> None:
    assert is_known(word, KNOWN, language) is known
