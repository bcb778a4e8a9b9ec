"""Words at a page or a time that a person told."""

from __future__ import annotations

import pytest

from pkm_app.base.errors import Refused
from tests.fakes.seek import Page
from tests.flow.capture_desk import CaptureDesk
from tests.flow.test_passages import leaves
from tests.seek.files import pdf

LABELLED = pdf("Front words here.", "More words here.", numbering="i")


@pytest.fixture
def desk() -> CaptureDesk:
    return CaptureDesk()


def test_words_at_a_time_make_a_recording_of_what_came_as_a_post(desk: CaptureDesk) -> None:
    done = desk.page(words="She says that learning is work.", place="3:20")
    assert (done.kind, desk.front(done.path, "kind")) == ("podcast", "podcast")
    assert "3:20](<https://a.example/post>)" in leaves(desk, done.highlight_id), "no #t= that its page may not know"
    again = desk.passages.of_source(done.source_id, "And play.", "4:00")
    assert again.kind == "podcast"


def test_words_at_a_page_leave_a_post_what_it_is(desk: CaptureDesk) -> None:
    assert desk.page(words="Some words of it.", place="p. 3").kind == "page"


def test_words_on_another_page_than_told_are_refused(desk: CaptureDesk) -> None:
    data = pdf("One thing.", "Two words here.", "Two words here.")
    with pytest.raises(Refused, match=r"stand on p\. 2, p\. 3, not on p\. 1"):
        desk.file(data, "report.pdf", "Two words", "1")
    done = desk.file(data, "report.pdf", "Two words", "3")
    assert "3" in leaves(desk, done.highlight_id).rpartition("p. ")[2], "of two places the page decides"
    with pytest.raises(Refused, match=r"stand on p\. 1"):
        desk.passages.of_source(done.source_id, "One thing.", "2")
    assert desk.passages.of_source(done.source_id, "One thing.", "1-2").highlight_id
    assert desk.passages.of_source(done.source_id, "What stands in a picture.", "2").highlight_id


def test_a_page_that_is_called_otherwise_than_counted_is_cited_and_not_opened(desk: CaptureDesk) -> None:
    desk.web.pages["https://a.example/r.pdf"] = Page(LABELLED, "application/pdf")
    done = desk.page("https://a.example/r.pdf", "More words")
    assert "p. ii](<https://a.example/r.pdf>)" in leaves(desk, done.highlight_id)
    desk.web.pages["https://a.example/n.pdf"] = Page(pdf("One.", "Two words."), "application/pdf")
    plain = desk.page("https://a.example/n.pdf", "Two words")
    assert "p. 2](<https://a.example/n.pdf#page=2>)" in leaves(desk, plain.highlight_id)
