from __future__ import annotations

import pytest

from pkm_app.content.counterpart import counterpart

OLD = ("We begin with a story. Social learning is about the conversations that surround this. It grows where people "
       "meet. And that is the end of what we had to say here.")
WORDS = "Social learning is about the conversations that surround this."


@pytest.mark.parametrize(("new", "now"), [
    (OLD, WORDS),
    (OLD.replace("is about", "was always about"),
     "Social learning was always about the conversations that surround this."),
    (f"A new first line of it. {OLD}".replace("that surround this", "around that"),
     "Social learning is about the conversations around that."),
    (OLD.replace(WORDS, "We now call it working together!"), "We now call it working together!"),
    (OLD.replace(WORDS + " ", ""), None),
    ("We took all of it back, and wrote a page on gardening in its stead.", None),
    ("", None),
    (OLD.replace(WORDS, "word " * 300), None),
])
def test_what_stands_there_now(new: str, now: str | None) -> None:
    start = OLD.index(WORDS)
    found = counterpart(OLD, start, start + len(WORDS), new)
    assert (new[slice(*found)] if found else None) == now


def test_a_place_without_words_and_a_text_too_long_to_compare_have_none() -> None:
    assert counterpart("... so", 0, 3, "... so") is None
    assert counterpart("one two", 0, 3, "word " * 12_001) is None
