"""Signs of the files that a text was put together from."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from pkm_app.content.origin import is_signed, origin, sign_places, signed, unsigned
from pkm_app.content.wikilinks import links

BITS = st.sampled_from(["[[", "]]", "![[", "a", " ", "\n", "](", ")", "[", "]", "[^", "]:", "# ", "> ", "https:", "<",
                        "é", "1", "`", "\\", "|"])


@given(st.lists(BITS, max_size=30).map("".join), st.integers(0, 20_000))
def test_a_text_without_its_signs_is_what_it_was(text: str, number: int) -> None:
    assert unsigned(signed(text, number)) == text
    assert is_signed(signed(text, number)) is bool(sign_places(signed(text, number)))
    assert not is_signed(text)


def test_links_carry_the_number_of_their_file_and_addresses_of_the_web_none() -> None:
    text = "[[a]] ![[b.png|x]] [c](d.md) ![e](<f g.png>) [h](https://h.example) [i](mailto:i@i.example)"
    for number in (0, 7, 4095, 4096, 70_000):
        assert [origin(link.target) for link in links(signed(text, number))] == [
            (number, "a"), (number, "b.png"), (number, "d.md"), (number, "f g.png")]
    assert origin("a") == (-1, "a")
