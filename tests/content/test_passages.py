"""Parts of a text that are shown elsewhere, of a hostile one too."""

from __future__ import annotations

from time import process_time

from pkm_app.content.passages import block


def test_many_blanks_take_no_longer_than_they_are_long() -> None:
    begun = process_time()
    assert block("a" + " " * 100_000 + "b\n\nc ^here\n", "here") == "c"
    assert process_time() - begun < 5
