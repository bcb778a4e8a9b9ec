"""Learning questions and what hangs on them."""

from __future__ import annotations

import pytest

from pkm_app.base.errors import NotFound, Refused
from pkm_app.flow.people import People
from pkm_app.flow.questions import Questions
from tests.flow.capture_desk import CaptureDesk

ASKED = "How do communities learn?"


class QuestionDesk(CaptureDesk):
    def __init__(self) -> None:
        super().__init__()
        self.questions = Questions(self.vault, self.sense, self.sources, self.seek, self.now)
        self.people = People(self.vault, self.sense, self.seek, self.now)

    def hanging(self) -> list[tuple[str, str]]:
        return [(one.kind, one.title) for one in self.questions.find(ASKED).served]


@pytest.fixture
def desk() -> QuestionDesk:
    made = QuestionDesk()
    made.questions.ask(ASKED, "Why I ask.\n")
    return made


def test_a_question_is_a_note_that_is_asked_once(desk: QuestionDesk) -> None:
    (question,) = desk.questions.listing()
    assert (question.card.title, question.card.question, question.served) == (ASKED, "open", ())
    assert desk.questions.ask("how do  communities learn?") == (question.card.file_id, question.card.path)
    with pytest.raises(Refused, match="What would you like to find out"):
        desk.questions.ask("  ")


def test_articles_sources_highlights_notes_and_people_serve_it(desk: QuestionDesk) -> None:
    article = desk.article()
    highlight = desk.highlighting.add(article, "The conversations go on.", comment="Mine.")
    desk.questions.attach(ASKED, article.article_id)
    desk.questions.attach(ASKED, highlight.highlight_id)
    desk.questions.attach(ASKED, desk.note("My note"))
    desk.questions.attach(ASKED, desk.people.add("Julian Stodd").path)
    assert sorted(desk.hanging()) == [
        ("highlight", "The conversations go on."), ("note", "My note"), ("person", "Julian Stodd"),
        ("source", "An introduction")]
    question = desk.questions.find(ASKED)
    assert [question.count(kind) for kind in ("source", "highlight", "note", "person")] == [1, 1, 1, 1]
    assert desk.vault.find_highlight(highlight.highlight_id).comment == f"Mine.\n\n[[{question.card.path[6:-3]}]]"


def test_a_feed_that_is_followed_serves_it_and_is_named_in_the_question(desk: QuestionDesk) -> None:
    desk.article()
    feed = desk.seek.feeds()[0]
    before = desk.vault.load(desk.questions.find(ASKED).card.path).file.to_bytes()
    served = desk.questions.attach(ASKED, feed.feed_id)
    assert (served.kind, served.name, served.title) == ("feed", feed.address, feed.title)
    assert desk.hanging() == [("feed", feed.title)]
    file = desk.vault.load(served.path).file
    assert (file.list_field("feeds"), file.body) == ((feed.address,), "Why I ask.\n")
    desk.questions.attach(ASKED, feed.address.replace("https", "http") + "/")
    assert desk.questions.find(ASKED).count("feed") == 1, "the same feed once, however its address is written"
    desk.questions.detach(ASKED, feed.address)
    assert desk.hanging() == []
    assert b"feeds" not in desk.vault.load(served.path).file.to_bytes()
    assert b"feeds" not in before


def test_a_feed_that_is_no_longer_followed_is_told_by_its_address_and_can_be_taken_off(desk: QuestionDesk) -> None:
    path = desk.questions.find(ASKED).card.path
    desk.sense.set_field(path, "feeds", ["https://gone.example/feed"])
    assert desk.hanging() == [("feed", "https://gone.example/feed")]
    desk.questions.detach(ASKED, "https://gone.example/feed")
    assert desk.hanging() == []
    with pytest.raises(NotFound):
        desk.questions.attach(ASKED, "https://gone.example/feed")


def test_attaching_twice_writes_once_and_detaching_takes_away_what_was_written(desk: QuestionDesk) -> None:
    article = desk.article()
    highlight = desk.highlighting.add(article, "The conversations go on.", comment="Mine.")
    note = desk.note("My note", "Words.\n")
    things = (highlight.source_path, highlight.highlight_id, note)
    before = {thing: desk.body(desk.vault.find(thing).path) for thing in things if not thing.startswith("hl-")}
    for thing in things:
        desk.questions.attach(ASKED, thing)
    files = dict(desk.vault.files)
    for thing in things:
        desk.questions.attach(ASKED, thing)
    assert desk.vault.files == files
    for thing in things:
        desk.questions.detach(ASKED, thing)
    assert desk.hanging() == []
    assert {thing: desk.body(desk.vault.find(thing).path).strip() for thing in before} == {
        thing: body.strip() for thing, body in before.items()}


def test_a_link_in_a_sentence_counts_and_is_not_taken_away(desk: QuestionDesk) -> None:
    name = desk.questions.find(ASKED).card.path[6:-3]
    desk.write("notes/Other.md", f"This is about [[{name}]] indeed.\n", type="note", title="Other")
    assert desk.hanging() == [("note", "Other")]
    with pytest.raises(Refused, match="in a sentence of yours"):
        desk.questions.detach(ASKED, "notes/Other.md")


def test_an_answered_question_is_listed_only_when_asked_for(desk: QuestionDesk) -> None:
    desk.questions.answer(ASKED)
    assert desk.questions.listing() == []
    assert [one.card.question for one in desk.questions.listing(answered=True)] == ["answered"]
    desk.questions.answer(ASKED, answered=False)
    assert len(desk.questions.listing()) == 1


def test_what_is_no_question_or_not_here_is_refused(desk: QuestionDesk) -> None:
    with pytest.raises(Refused, match="is no learning question"):
        desk.questions.attach(desk.note("A note"), "x")
    with pytest.raises(NotFound):
        desk.questions.attach(ASKED, "nothing-of-the-kind")
    with pytest.raises(Refused, match="cannot serve itself"):
        desk.questions.attach(ASKED, desk.questions.find(ASKED).card.path)
