"""Today: what waits is written at once, finds begin a draft, cards can be put away."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from pkm_app.base.errors import StorageProblem
from pkm_app.flow.today import Week
from pkm_app.sense.review import LookBack
from pkm_app.ui.services import Services
from pkm_app.ui.shell import Shell
from pkm_app.ui.today.day_card import DayCard, DayRow
from pkm_app.ui.today.mirror import in_words
from pkm_app.ui.today.page import TodayPage
from pkm_app.ui.widgets import Button, Label
from tests.ui.demo import Demo
from tests.ui.shots_today import full_day


@pytest.fixture
def demo(demos: Callable[..., Demo]) -> Demo:
    return demos(full=True)


@pytest.fixture
def page(qtbot: QtBot, shell: Shell) -> TodayPage:
    found = shell.findChild(TodayPage)
    assert isinstance(found, TodayPage)
    shell.resize(1440, 900)
    qtbot.waitUntil(shell.isActiveWindow)
    full_day(shell)
    qtbot.waitUntil(lambda: len(found.waiting.writing_rows()) == 3)
    qtbot.waitUntil(lambda: len(rows(found.finds)) == 2)
    qtbot.waitUntil(found.year.isVisible)
    return found


def rows(card: DayCard) -> list[DayRow]:
    return [row for row in card.findChildren(DayRow) if row.isVisible()]


def button(card: DayCard, words: str) -> Button:
    return next(one for one in card.findChildren(Button) if one.shown_text() == words and not one.isHidden())


def said(card: DayCard) -> str:
    return " ".join(one.text() for one in card.findChildren(Label) if not one.isHidden())


def test_a_sentence_lands_in_the_source_and_comes_back_with_undo(
        qtbot: QtBot, shell: Shell, page: TodayPage, demo: Demo) -> None:
    row = page.waiting.writing_rows()[0]
    name = row.highlight_id
    row.begin()
    field = row._field
    qtbot.keyClicks(field, "What I make of it.")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: name not in [one.highlight_id for one in page.waiting.writing_rows()])
    highlight = demo.vault.find_highlight(name)
    assert highlight.comment.startswith("What I make of it.")
    assert "What I make of it." in (demo.vault.root / highlight.source_path).read_text(encoding="utf-8")
    qtbot.waitUntil(lambda: page.waiting.writing_rows()[0]._field.hasFocus())  # on to the next one
    shell.notices.undo()
    qtbot.waitUntil(lambda: name in [one.highlight_id for one in page.waiting.writing_rows()])
    assert "What I make" not in demo.vault.find_highlight(name).comment
    again = next(one for one in page.waiting.writing_rows() if one.highlight_id == name)
    assert again._field.text() == "What I make of it.", "the words are in the field again, not gone"


def test_a_link_to_a_question_stays_beside_the_words(qtbot: QtBot, page: TodayPage, demo: Demo) -> None:
    linked = next(one for one in page.waiting.writing_rows() if one._highlight.comment)
    linked._field.setText("Mine.")
    qtbot.keyClick(linked._field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Mine." in demo.vault.find_highlight(linked.highlight_id).comment)
    assert "[[Hoe zet je social learning in" in demo.vault.find_highlight(linked.highlight_id).comment


def test_the_field_shows_the_words_and_never_the_link_that_stands_there_already(
        qtbot: QtBot, page: TodayPage, services: Services) -> None:
    linked = next(one for one in page.waiting.writing_rows() if one._highlight.comment)
    link, key = linked._highlight.comment.strip(), f"unsaved.comment.{linked.highlight_id}"
    for kept, shown in ((link, ""), (f"Mine.\n\n{link}", "Mine."), (f"{link}\n\nMine.", "Mine."), ("Mine.", "Mine.")):
        services.settings.put(key, kept)
        linked.look_again()
        assert linked._field.text() == shown
    linked._field.clear()
    linked.begin()
    qtbot.keyClicks(linked._field, "Half")
    assert services.settings.get(key) == f"Half\n\n{link}", "beside the article the link is seen, and stays"
    qtbot.keyClick(linked._field, Qt.Key.Key_Backspace, delay=0)
    linked._field.selectAll()
    qtbot.keyClick(linked._field, Qt.Key.Key_Delete)
    assert services.settings.get(key) == ""


def test_what_is_being_written_is_not_rebuilt(qtbot: QtBot, shell: Shell, page: TodayPage) -> None:
    row = page.waiting.writing_rows()[1]
    row.begin()
    qtbot.keyClicks(row._field, "Half a sent")
    page.load()
    qtbot.wait(150)
    assert row in page.waiting.writing_rows()
    assert row._field.text() == "Half a sent"


def test_the_draft_starts_with_the_finds_and_can_be_taken_back(qtbot: QtBot, shell: Shell, page: TodayPage,
                                                              services: Services) -> None:
    before = {card.path for card in services.sense.cards(("draft",))}
    button(page.finds, "Start with these").click()
    qtbot.waitUntil(lambda: shell._current == "share")
    (made,) = [card for card in services.sense.cards(("draft",)) if card.path not in before]
    body = services.sense.load(made.path).file.body
    assert "Joitske Hulsebosch" in body
    assert "2bejammed" in body or "Judith van Hooijdonk" in body
    shell.show_room("today")
    qtbot.waitUntil(lambda: not rows(page.finds))
    shell.notices.undo()
    qtbot.waitUntil(lambda: made.path not in {card.path for card in services.sense.cards(("draft",))})
    qtbot.waitUntil(lambda: len(rows(page.finds)) == 2)
    shell.notices.redo()
    qtbot.waitUntil(lambda: made.path in {card.path for card in services.sense.cards(("draft",))})
    qtbot.waitUntil(lambda: not rows(page.finds))


def test_what_was_left_over_before_comes_along(qtbot: QtBot, shell: Shell, page: TodayPage,
                                               services: Services) -> None:
    left = services.today.finds()[0].title
    source = next(one for one in services.sense.cards(("source",)) if one.title == left)
    services.sense.set_field(source.path, "created", "2026-10-01T10:00:00+02:00")
    before = {card.path for card in services.sense.cards(("draft",))}
    page.load()
    qtbot.waitUntil(lambda: len(rows(page.finds)) == 1)
    button(page.finds, "Start with these").click()
    qtbot.waitUntil(lambda: shell._current == "share")
    (made,) = [card for card in services.sense.cards(("draft",)) if card.path not in before]
    body = services.sense.load(made.path).file.body
    assert body.index("Left from before") < body.index(left)


def test_a_question_is_asked_in_a_line(qtbot: QtBot, shell: Shell, page: TodayPage, services: Services) -> None:
    shell.commands.run("today.ask")
    qtbot.waitUntil(page.questions.field.hasFocus)
    qtbot.keyClicks(page.questions.field, "What do others do?")
    qtbot.keyClick(page.questions.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: any(row.text() == "What do others do?" for row in rows(page.questions)))
    assert not page.questions.field.isVisible()
    shell.notices.undo()
    qtbot.waitUntil(lambda: not any(row.text() == "What do others do?" for row in rows(page.questions)))
    qtbot.waitUntil(lambda: len(rows(page.questions)) == 2)
    row = next(one for one in rows(page.questions) if one.text() == "Hoe zet je social learning in?")
    assert row.accessibleName() == "Hoe zet je social learning in?, 1 highlight, 1 note"
    row.click()
    assert shell._current == "sense"


def test_a_note_of_a_year_ago_is_still_true_or_not(qtbot: QtBot, shell: Shell, page: TodayPage, demo: Demo) -> None:
    assert page.year.item is not None
    path = page.year.item.path
    button(page.year, "Still true?").click()
    button(page.year, "Still true").click()
    qtbot.waitUntil(lambda: not page.year.isVisible())
    assert demo.sense.load(path).file.text_field("reviewed") == "2026-11-16"
    shell.notices.undo()
    qtbot.waitUntil(lambda: demo.sense.load(path).file.text_field("reviewed") == "")


def test_a_note_of_a_year_ago_is_not_made_anew_while_it_is_the_same(qtbot: QtBot, page: TodayPage) -> None:
    stands = button(page.year, "Open")
    shown: list[LookBack | None] = []

    def show(item: LookBack | None) -> None:
        shown.append(item)
        page.year._show(item)

    page.year.ask(page._context.services.today.year_ago, show)
    qtbot.waitUntil(lambda: bool(shown))
    assert shown[0] is not None
    assert button(page.year, "Open") is stands


def test_the_mirror_is_read_out_and_written_out(qtbot: QtBot, page: TodayPage) -> None:
    qtbot.waitUntil(lambda: page.mirror.bars.isVisible() and bool(page.mirror.bars.accessibleName()))
    words = page.mirror.bars.accessibleName()
    assert words.startswith("Twelve weeks. Week 47: ")
    assert "Week 44: 43 came in, 9 made yours, 3 given on." in words
    assert "Twelve weeks" in said(page.mirror)  # it has its heading as every card has
    assert in_words([Week(date(2026, 1, 5)), Week(date(2026, 1, 12), came_in=1)]) == (
        "Week 3: 1 came in, 0 made yours, 0 given on. Nothing in the other weeks.")
    button(page.mirror, "In numbers").click()
    qtbot.waitUntil(lambda: "Week 44: 43 came in, 9 made yours, 3 given on." in said(page.mirror))


def test_cards_are_put_away_one_by_one(qtbot: QtBot, shell: Shell, page: TodayPage, services: Services) -> None:
    services.settings.put("today.mirror", "off")
    page.load()
    assert not page.mirror.isVisible()
    assert page.waiting.isVisible()
    for card in page.cards:
        services.settings.put(f"today.{card.key}", "off")
    page.load()
    assert not any(card.isVisible() for card in page.cards)
    assert page._nothing.isVisible()


def test_one_column_where_there_is_little_room(qtbot: QtBot, shell: Shell, page: TodayPage) -> None:
    assert page.questions.x() > page.waiting.x()
    shell.resize(880, 700)
    qtbot.waitUntil(lambda: page.questions.x() == page.waiting.x())
    assert page.mirror.y() > page.year.y() > page.finds.y() > page.waiting.y() > page.questions.y()


def test_a_failure_is_said_in_its_card(qtbot: QtBot, shell: Shell, page: TodayPage,
                                       monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(self: object) -> None:
        raise StorageProblem("The folder {path} cannot be read.", path="/gone")

    monkeypatch.setattr(type(page._context.services.today), "questions", fails)
    page.load()
    qtbot.waitUntil(lambda: "The folder /gone cannot be read." in said(page.questions))
    assert page.waiting.isVisible()


def test_an_empty_day_says_what_belongs_there(qtbot: QtBot, demos: Callable[..., Demo],
                                              windows: Callable[..., Shell]) -> None:
    shell = windows(demos(empty=True).services, "light", "nl")
    shell.resize(1024, 700)
    shell.show()
    shell.show_room("today")
    page = shell.findChild(TodayPage)
    assert isinstance(page, TodayPage)
    qtbot.waitUntil(lambda: "Hier zie je straks twaalf weken" in said(page.mirror))
    qtbot.waitUntil(lambda: "Wat je markeert" in said(page.waiting))
    assert not page.year.isVisible()
    assert page.finds.act.shown_text() == "Mensen vinden om te volgen", page.finds.act.shown_text()


def test_cards_are_as_high_as_what_stands_in_them(
        qtbot: QtBot, demos: Callable[..., Demo], windows: Callable[..., Shell]) -> None:
    shell = windows(demos(full=True).services, "light", "nl")
    shell.resize(1440, 900)
    shell.show()
    shell.show_room("today")
    page = shell.findChild(TodayPage)
    assert page is not None
    qtbot.waitUntil(lambda: len(page.waiting.writing_rows()) == 3 and page.finds.isVisible())
    page.questions.setMinimumHeight(900)  # as with many questions: nothing beside it is stretched
    qtbot.waitUntil(lambda: page.questions.height() >= 900)
    for card in (page.waiting, page.finds):
        qtbot.waitUntil(lambda card=card: card.width() > 300
                        and abs(card.height() - card.heightForWidth(card.width())) < 4)
    qtbot.waitUntil(lambda: abs(page.mirror.height() - page.mirror.sizeHint().height()) < 4)
