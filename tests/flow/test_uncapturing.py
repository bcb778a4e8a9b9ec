"""A capture that is taken back, and done again."""

from __future__ import annotations

import pytest

from pkm_app.base.errors import NotFound
from pkm_app.flow.uncapturing import Uncapturing
from tests.flow.capture_desk import CaptureDesk


@pytest.fixture
def desk() -> CaptureDesk:
    return CaptureDesk()


def uncapturing(desk: CaptureDesk) -> Uncapturing:
    return Uncapturing(desk.sense, desk.store, desk.reopening)


def test_a_page_goes_with_its_file_and_comes_again_with_its_words_and_highlights(desk: CaptureDesk) -> None:
    done = desk.page(words="conversations", via="Karin Bos")
    article = desk.seek.find_article(done.article_id)
    body = desk.store.body(done.article_id)
    before = desk.vault.load(done.path).file.to_bytes()
    trashed = uncapturing(desk).take_back(done)
    assert desk.vault.cards(("source",)) == []
    assert desk.seek.articles("all") == []
    again = uncapturing(desk).give_again(done, trashed)
    assert again == done
    assert desk.vault.load(again.path).file.to_bytes() == before
    back = desk.seek.find_article(done.article_id)
    assert (back.title, back.author, back.url, back.language) == (
        article.title, article.author, article.url, article.language)
    found = desk.store.body(done.article_id)
    assert body is not None
    assert found is not None
    assert found.text == body.text
    placed = desk.highlighting.of_article(back)
    assert [(one.highlight.highlight_id, one.start >= 0) for one in placed] == [(done.highlight_id, True)]


def test_a_passage_of_a_book_and_a_thought_come_again(desk: CaptureDesk) -> None:
    book = desk.passage("Its words.", "73", kind="book", title="A book")
    thought = desk.capturing.thought("A thought of mine.")
    for done in (book, thought):
        trashed = uncapturing(desk).take_back(done)
        with pytest.raises(NotFound):
            desk.vault.find(done.source_id or done.note_id)
        assert uncapturing(desk).give_again(done, trashed) == done
        assert desk.vault.find(done.source_id or done.note_id).path == done.path
    assert desk.store.body(book.article_id) is not None


def test_what_is_gone_already_is_said_and_its_article_stays(desk: CaptureDesk) -> None:
    done = desk.page()
    desk.sense.discard(done.path)
    with pytest.raises(NotFound):
        uncapturing(desk).take_back(done)
    assert desk.store.article(done.article_id) is not None


def test_an_article_that_a_feed_brought_stays(desk: CaptureDesk) -> None:
    article = desk.article(url="https://blog.example/post")
    done = desk.page("https://blog.example/post")
    uncapturing(desk).take_back(done)
    assert desk.store.article(article.article_id) is not None
