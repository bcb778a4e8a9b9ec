"""The test set of anchoring, held to what the product promises."""

from __future__ import annotations

from collections import Counter

import pytest

from pkm_app.content import anchor
from tests.content.anchor_set import ARTICLES, CASES, KINDS, QUOTATIONS, run

EXAMPLES = 6


@pytest.fixture(scope="module")
def counts() -> Counter[str]:
    return run(EXAMPLES)


def test_the_set_is_large_and_its_quotations_stand_in_their_articles() -> None:
    assert len(CASES) >= 300
    assert len(KINDS) == len(set(KINDS))
    assert all(ARTICLES[article].count(words) >= 1 for article, words in QUOTATIONS)


def test_at_least_97_in_100_are_right_and_none_is_wrong(counts: Counter[str]) -> None:
    assert counts.total() >= 300
    assert counts["wrong"] == 0
    assert counts["right"] >= 0.97 * counts.total()


def test_the_set_finds_a_careless_way_out(monkeypatch: pytest.MonkeyPatch, counts: Counter[str]) -> None:
    """What takes the first place with the exact words loses a good part of them."""
    def careless(text: str, selector: anchor.Selector) -> anchor.Place:
        start = text.find(selector.exact)
        return anchor.Place(start, start + len(selector.exact), 1.0, "exact") if start >= 0 else anchor.Place(
            -1, -1, 0.0, "orphan")

    monkeypatch.setattr("tests.content.anchor_set.locate", careless)
    found = run(EXAMPLES)
    assert found["wrong"] > 0
    assert found["right"] < 0.8 * found.total(), found
