"""What a day begins with."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

import pytest

from pkm_app.flow.captured import Facts
from pkm_app.flow.marking import Marking
from pkm_app.flow.questions import Questions
from pkm_app.flow.today import Today
from pkm_app.sense.review import LookBack
from tests.flow.capture_desk import CaptureDesk

PASSAGES = ("Social Learning is about the conversations that surround this.", "The conversations go on.")


class Looks:
    """Answers as sense.review does."""

    def __init__(self) -> None:
        self.found: LookBack | None = None

    def year_ago(self) -> LookBack | None:
        return self.found


class Times:
    """Moments of one's own making."""

    def __init__(self) -> None:
        self.came: list[tuple[datetime, int]] = []
        self.made: list[datetime] = []
        self.given: list[datetime] = []

    def came_in(self, since: datetime) -> Sequence[tuple[datetime, int]]:
        return self.came

    def made_yours(self, since: datetime) -> Sequence[datetime]:
        return self.made

    def given_on(self, since: datetime) -> Sequence[datetime]:
        return self.given


class Morning(CaptureDesk):
    def __init__(self) -> None:
        super().__init__()
        self.questions = Questions(self.vault, self.sense, self.sources, self.seek, self.now)
        self.mark = Marking(self.seek, self.sources)
        self.looks, self.times = Looks(), Times()
        self.day = Today(self.vault, self.questions, self.drafting, self.looks, self.times, self.now)


@pytest.fixture
def desk() -> Morning:
    return Morning()


def test_what_waits_is_what_has_no_words_of_ones_own(desk: Morning) -> None:
    article = desk.article()
    first, second = (desk.highlighting.add(article, words) for words in PASSAGES)
    waiting, number = desk.day.waiting(1)
    assert (len(waiting), number) == (1, 2)
    assert waiting[0].credit == f"{article.author}, {article.title}"
    desk.sense.set_comment(first.highlight_id, "Mine.")
    assert [one.highlight.highlight_id for one in desk.day.waiting(5)[0]] == [second.highlight_id]


def test_a_link_to_a_question_is_no_thought_yet(desk: Morning) -> None:
    highlight = desk.highlighting.add(desk.article(), PASSAGES[0])
    desk.questions.ask("How?")
    desk.questions.attach("How?", highlight.highlight_id)
    assert [one.highlight.highlight_id for one in desk.day.waiting(5)[0]] == [highlight.highlight_id]
    assert [one.highlight.highlight_id for one in desk.highlighting.listing(unsensed=True)] == [highlight.highlight_id]
    (question,) = desk.day.questions()
    assert question.count("highlight") == 1


def test_finds_are_what_was_kept_this_week_and_is_in_no_draft(desk: Morning) -> None:
    article = desk.article()
    assert desk.day.finds() == []
    desk.mark.set([article], "kept")
    desk.highlighting.add(article, PASSAGES[0])
    (find,) = desk.day.finds()
    assert (find.kind, find.name, find.title, find.highlights) == ("article", article.article_id, article.title, 1)
    desk.time += timedelta(days=8)
    assert desk.day.finds() == [], "last week's"
    desk.time -= timedelta(days=8)
    desk.drafting.new_draft([find.name], "", "finds", "en")
    assert desk.day.finds() == [], "used in a draft"


def test_a_captured_page_is_a_find_once_it_is_kept_or_marked(desk: Morning) -> None:
    done = desk.capturing.file(b"<title>A page</title><p>Words of a page.</p>", "page.html")
    assert desk.day.finds() == [], "it waits to be read"
    desk.passages.add(Facts("book", "A book"), "Words of a book.")
    assert [one.title for one in desk.day.finds()] == ["A book"]
    desk.mark.set([desk.reopening.article(done.article_id)], "kept")
    assert [(one.kind, one.name) for one in desk.day.finds() if one.title == "A page"] in (
        [("source", done.path)], [("article", done.article_id)])
    desk.time += timedelta(days=8)
    assert desk.day.finds() == []


def test_the_note_of_a_year_ago_is_the_one_to_look_back_at(desk: Morning) -> None:
    assert desk.day.year_ago() is None
    old = LookBack("notes/Old.md", "Old", "", "year-ago", date(2025, 11, 20), 1)
    desk.looks.found = old
    assert desk.day.year_ago() == old


def test_twelve_weeks_end_with_this_one(desk: Morning) -> None:
    now = desk.now()
    desk.times.came = [(now, 3), (now - timedelta(days=7), 2), (now - timedelta(days=7 * 12), 9)]
    desk.times.made = [now, now - timedelta(days=70)]
    desk.times.given = [now - timedelta(days=7)]
    weeks = desk.day.weeks()
    assert len(weeks) == 12
    assert [(one.came_in, one.made_yours, one.given_on) for one in weeks[-2:]] == [(2, 0, 1), (3, 1, 0)]
    assert (weeks[1].made_yours, sum(one.came_in for one in weeks)) == (1, 5)
    assert weeks[-1].start <= now.date() < weeks[-1].start + timedelta(days=7)
    assert all(one.start.weekday() == 0 for one in weeks)
    assert weeks[-1].number == now.isocalendar().week


def test_a_week_begins_at_midnight_of_monday_where_one_lives(desk: Morning) -> None:
    local = datetime(2026, 11, 16).astimezone()
    desk.times.came = [(local, 1), (local - timedelta(seconds=1), 1)]
    desk.time = datetime(2026, 11, 18, 12, tzinfo=UTC)
    assert [one.came_in for one in desk.day.weeks()[-2:]] == [1, 1]
