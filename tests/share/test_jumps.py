"""Which heading a link within a draft leads to."""

from __future__ import annotations

from time import process_time

from pkm_app.content.wikilinks import WikiLink
from pkm_app.share.jumps import Jumps
from pkm_app.share.targets import LinkTarget


def link(heading: str) -> WikiLink:
    return WikiLink("", "", heading, "", False, 0, 0)


def test_the_first_of_several_equal_headings_of_its_own_file_is_meant() -> None:
    jumps = Jumps(["One", "Two *and* more", "one!", "!!"], ("a.md",))
    own = LinkTarget("own", path="a.md")
    places = [jumps.place(link(words), own) for words in ("ONE", "A#two and more", "?", "no")]
    assert places == [1, 2, 4, 0]
    assert jumps.place(link("One"), LinkTarget("own", path="b.md")) == 0


def test_many_links_to_many_headings_take_no_longer_than_they_are_many() -> None:
    jumps, target = Jumps([f"Heading {number}" for number in range(6000)], ("a.md",)), LinkTarget("own", path="a.md")
    begun = process_time()
    assert [jumps.place(link(f"Heading {number}"), target) for number in range(6000)] == list(range(1, 6001))
    assert process_time() - begun < 5
