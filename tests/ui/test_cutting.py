"""Lines cut to a width: words at their end, addresses in their middle."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFontMetrics

from pkm_app.ui.cutting import cut
from pkm_app.ui.look import Look

LONG = "https://www.example.org/2026/11/26/what-social-learning-is/"


@pytest.mark.parametrize(("words", "like", "shown"), [
    (LONG, LONG, LONG),
    (LONG, "example.org/2026/11/26/what-social-learning-isx", "example.org/2026/11/26/what-social-learning-is"),
    (LONG, "example.org/…/what-social-learning-isx", "example.org/…/what-social-learning-is"),
    (f"Jane Hart · {LONG}", "Jane Hart · example.org/…/what-social-learning-isx",
     "Jane Hart · example.org/…/what-social-learning-is"),
    (LONG, "example.org/…social-learning-is", "example.org/…social-learning-is"),
    (LONG, "example.org/…ning-is", "example.org/…ning-is"),
    ("https://example.org/?p=a-very-long-question-of-a-page", "example.org/…of-a-page", "example.org/…of-a-page"),
    ("No address at all, cut at its end", "No address at all, cu…", "No address at all, cu…"),
    ("See https://example.org/ for more of it", "See https://exa…", "See https://exa…"),
])
def test_an_address_loses_its_middle_and_words_their_end(look: Look, words: str, like: str, shown: str) -> None:
    metrics = QFontMetrics(look.font("text", 13))
    assert cut(words, metrics, metrics.horizontalAdvance(like) + 2) == shown


@pytest.mark.parametrize("words", [LONG, f"Somebody with a name · {LONG}", "https://" + "a" * 200, "https://a.example"])
def test_nothing_is_wider_than_there_is_room(look: Look, words: str) -> None:
    metrics = QFontMetrics(look.font("text", 13))
    for width in range(0, 420, 7):
        shown = cut(words, metrics, width)
        assert metrics.horizontalAdvance(shown) <= max(width, metrics.horizontalAdvance("…"))
