"""Pages of people."""

from __future__ import annotations

import pytest

from pkm_app.base.errors import NotFound, Refused
from pkm_app.flow.consent import is_private
from tests.flow.test_questions import QuestionDesk


@pytest.fixture
def desk() -> QuestionDesk:
    return QuestionDesk()


def test_a_page_is_made_of_an_article_and_is_private(desk: QuestionDesk) -> None:
    article = desk.article()
    highlight = desk.highlighting.add(article, "The conversations go on.")
    note = desk.note("Mine", quotes=(highlight.highlight_id,))
    card = desk.people.of_article(article)
    assert (card.path, card.title, card.private) == ("people/Julian Stodd.md", "Julian Stodd", True)
    assert is_private(desk.vault, card)
    page = desk.people.page("julian stodd")
    assert [one.title for one in page.sources] == ["An introduction"]
    assert [one.exact for one in page.highlights] == ["The conversations go on."]
    assert page.used_in == (desk.vault.find(note).path,)
    assert page.feeds == ()  # the blog is not called after its author, so it may have several


def test_the_page_that_is_here_is_only_added_to(desk: QuestionDesk) -> None:
    desk.article()
    first = desk.people.add("Julian Stodd")
    again = desk.people.add("julian  stodd", "@julian@learning.example", ["https://blog.example/feed"])
    desk.people.add("Julian Stodd", feeds=["https://blog.example/feed"])
    assert again.path == first.path
    page = desk.people.page("Julian Stodd")
    assert (page.handle, page.feeds) == ("@julian@learning.example", ("https://blog.example/feed",))
    assert [card.path for card in desk.people.listing()] == [first.path]


def test_a_feed_named_after_its_author_comes_along(desk: QuestionDesk) -> None:
    article = desk.article(author="A Blog")
    assert desk.people.page(desk.people.of_article(article).path).feeds == ("https://blog.example/feed",)
    assert desk.people.add("https://blog.example/feed").title == "A Blog"


def test_one_of_several_authors_and_an_alias_are_known(desk: QuestionDesk) -> None:
    desk.highlighting.add(desk.article(author="Etienne Wenger and Beverly Trayner"), "The conversations go on.")
    desk.write("people/Bev.md", "", type="person", title="Bev", aliases=["Beverly Trayner"])
    assert len(desk.people.page("Beverly Trayner").highlights) == 1
    assert desk.people.add("Beverly Trayner").path == "people/Bev.md"


def test_who_cannot_be_named_is_refused(desk: QuestionDesk) -> None:
    with pytest.raises(Refused, match="Say whose page"):
        desk.people.add(" ")
    with pytest.raises(NotFound):
        desk.people.page("Nobody")
    with pytest.raises(Refused, match="is not the page of a person"):
        desk.people.page(desk.note("A note"))
    assert desk.people.listing() == []
