"""How many words of a draft leave, with what it shows of other files."""

from __future__ import annotations

import pytest

from pkm_app.base.errors import NotFound
from pkm_app.flow.measuring import Measuring
from pkm_app.share.measure import Measure
from tests.flow.desk import Desk

QUOTED = "> three quoted words\n>\n> — [[Ann]]\n"
INDEX = "drafts/Book/index.md"


def book(desk: Desk) -> Measuring:
    body = f"Mine.\n\n{QUOTED}\n%% internal\nfor us\n%%\n"
    desk.write("drafts/Book/One.md", body, id="02", type="draft", title="One")
    desk.write("drafts/Book/Two.md", "Four words that stay.\n", id="03", type="draft", title="Two", private="true")
    desk.write(INDEX, "A promise.\n\n![[One]]\n\n![[Two]]\n\n![[Nowhere]]\n", id="01draft000000000", type="draft",
               title="Book")
    return Measuring(desk.vault)


def test_a_book_counts_the_chapters_it_shows_and_what_of_them_stays_in(desk: Desk) -> None:
    found = book(desk).measure(INDEX, "public")
    assert found.whole == Measure(4, 3, 6, 1)
    assert [(one.title, one.own, one.quoted, one.kept) for one in found.parts] == [
        ("A promise.", 2, 0, 0), ("One", 2, 3, 2), ("Two", 0, 0, 4), ("Nowhere", 0, 0, 0)]
    assert [(one.credit, one.words) for one in found.sources] == [("Ann", 3)]
    assert book(desk).measure(INDEX, "team").whole == Measure(6, 3, 4, 1)


def test_a_chapter_tells_its_own_words_and_those_of_its_book(desk: Desk) -> None:
    measuring = book(desk)
    assert measuring.measure("drafts/Book/One.md", "public", "Not saved yet.\n").whole == Measure(3)
    assert measuring.book("drafts/Book/One.md", "public") == Measure(4, 3, 6, 1)
    assert measuring.book(INDEX, "public") is None
    assert measuring.book(desk.draft("Alone.\n"), "public") is None


def test_a_private_file_leaves_no_word_and_one_that_shows_itself_is_counted_once(desk: Desk) -> None:
    measuring = book(desk)
    found = measuring.measure("drafts/Book/Two.md", "team")
    assert (found.private, found.whole, found.sources) == (True, Measure(kept=4), ())
    desk.write("drafts/Book/One.md", "Two words.\n\n![[index]]\n", id="02", type="draft", title="One")
    assert measuring.measure("drafts/Book/One.md", "public").whole.own == 2
    with pytest.raises(NotFound):
        measuring.measure("drafts/Gone.md", "public")


def test_words_beside_a_picture_count_once_and_what_a_chapter_is_called_in_the_line_that_shows_it_not_at_all(
    desk: Desk
) -> None:
    measuring = book(desk)
    desk.write(INDEX, "![[hedge.png|a hedge]]\n\n![[One|not these words]]\n", id="01draft000000000", type="draft",
               title="Book")
    found = measuring.measure(INDEX, "public")
    assert (found.whole.own, [one.own for one in found.parts]) == (4, [2, 2])
