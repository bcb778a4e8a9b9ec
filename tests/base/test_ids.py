"""Identifiers that must stay the same for ever: marks in vaults are found by them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from pkm_app.base.ids import derived_id


def test_a_derived_id_is_the_same_in_every_version():
    assert derived_id("feed", "1") == "xa4yehf204wk42ae"
    assert derived_id("https://a.example/feed") != derived_id("https://a.example", "/feed")


@given(st.lists(st.text(), min_size=1, max_size=3))
def test_a_derived_id_is_sixteen_small_letters_and_digits(parts: list[str]):
    made = derived_id(*parts)
    assert len(made) == 16
    assert set(made) <= set("0123456789abcdefghjkmnpqrstvwxyz")
