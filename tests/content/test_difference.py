"""Differences between two texts."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from pkm_app.content.difference import differences

TEXTS = st.text("ab c\n.é", max_size=60)


@given(TEXTS, TEXTS)
def test_the_pieces_are_both_texts(old: str, new: str) -> None:
    pieces = differences(old, new)
    assert "".join(piece.text for piece in pieces if piece.kind != "new") == old
    assert "".join(piece.text for piece in pieces if piece.kind != "gone") == new
    assert all(one.kind != other.kind for one, other in pairwise(pieces))


def test_only_the_words_that_differ_are_marked() -> None:
    pieces = differences("You cannot design it.\nThe same.\n", "You cannot plan it.\nThe same.\n")
    assert [(piece.kind, piece.text) for piece in pieces if piece.kind != "same"] == [
        ("gone", "design"), ("new", "plan")]


def test_words_that_differ_one_after_the_other_are_one_stretch() -> None:
    pieces = differences("A plan was made today.\n", "A note is written today.\n")
    assert [(piece.kind, piece.text) for piece in pieces] == [
        ("same", "A "), ("gone", "plan was made"), ("new", "note is written"), ("same", " today.\n")]
    pieces = differences("One two.\n", "Eins zwei drei.\n")
    assert ("new", "Eins zwei drei") in [(piece.kind, piece.text) for piece in pieces]
