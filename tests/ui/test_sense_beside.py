"""Beside what is open in Sense stands what belongs to it, and nothing of what was open before."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from pkm_app.flow.highlighting import PlacedHighlight
from pkm_app.sense.model import FileCard, Highlight
from pkm_app.ui.sense.card_rows import file_row, highlight_row
from pkm_app.ui.sense.highlight_card import HighlightCard
from pkm_app.ui.sense.links_panel import LinksPanel
from pkm_app.ui.sense.person_page import PersonPage
from pkm_app.ui.sense.side import SensePanel
from pkm_app.ui.widgets import Button
from tests.ui.desk import Desk


def beside(desk: Desk) -> list[str]:
    """Return what stands in the side, the highlights left out."""
    links = desk.shell.findChild(LinksPanel)
    assert links is not None
    return [one.text() for one in links.findChildren(QLabel) if one.isVisible()]


def asks_for_value(desk: Desk) -> bool:
    panel = desk.shell.findChild(SensePanel)
    assert panel is not None
    return any(one.isVisible() for one in panel.findChildren(Button) if one.shown_text() == "Synthesise")


def test_looking_back_has_nothing_of_the_note_that_was_open(qtbot: QtBot, desks: Callable[..., Desk]) -> None:
    desk = desks("To [[A place not there]].\n")
    qtbot.waitUntil(lambda: any("Links to nothing" in words for words in beside(desk)) and asks_for_value(desk))
    desk.page.back.show_waiting()
    qtbot.waitUntil(lambda: beside(desk) == [] and not asks_for_value(desk))
    desk.shell.go("note", desk.path)
    qtbot.waitUntil(lambda: any("Links to nothing" in words for words in beside(desk)) and asks_for_value(desk))
    desk.page.back.show_review()
    qtbot.waitUntil(lambda: beside(desk) == [] and not asks_for_value(desk))


def test_beside_a_person_stands_what_is_around_them(qtbot: QtBot, desks: Callable[..., Desk]) -> None:
    desk = desks("To [[A place not there]] with [[Ann Other]].\n")
    person = desk.demo.services.taking.people.add("Ann Other").path
    qtbot.waitUntil(lambda: any("Links to nothing" in words for words in beside(desk)))
    desk.shell.go("person", person)
    page = desk.shell.findChild(PersonPage)
    assert page is not None
    qtbot.waitUntil(page.isVisible)
    qtbot.waitUntil(lambda: any("Linked from" in words for words in beside(desk)))
    assert not any("Links to nothing" in words for words in beside(desk))
    assert not asks_for_value(desk)


def test_a_card_says_whole_whether_it_is_used_and_whom_it_is_of(qtbot: QtBot, desks: Callable[..., Desk]) -> None:
    desk = desks("Mine.\n")
    qtbot.waitUntil(lambda: bool(desk.page.findChildren(HighlightCard)))
    listing = desk.demo.services.highlighting.listing()
    known = {one.credit for one in listing}
    assert any("?" in credit for credit in known), "a title with a sign that no file name has"
    for card in desk.page.findChildren(HighlightCard):
        qtbot.waitUntil(lambda one=card._used: one.width() >= one.fontMetrics().horizontalAdvance(one.text()))  # type: ignore[misc]  # a default binds it
        assert known & {label.text() for label in card.findChildren(QLabel)}


def test_a_highlight_with_only_a_link_waits_and_no_brackets_are_seen() -> None:
    def excerpt(comment: str) -> str:
        found = Highlight("abcdefghij", "sources/x.md", "", "some words", comment=comment)
        return highlight_row(PlacedHighlight(found, "", credit="Ann, On words")).excerpt

    assert excerpt("[[How do we begin?]]") == "Waiting for your words"
    assert excerpt("As in [[notes/A note|a note]] and [[Other]].") == "As in a note and Other."
    assert excerpt("**Say** it in [a page](https://example.org)\n\n| a | b |") == "Say it in a page a b"


def test_a_note_to_look_back_at_says_so_in_the_words_of_the_window() -> None:
    card = FileCard("notes/a.md", "a", "note", "A", tags=("leren", "review"))
    assert file_row(card).tags == ("leren", "Look back")


def test_whom_words_are_from_is_seen_on_a_narrow_card_too(qtbot: QtBot, desks: Callable[..., Desk]) -> None:
    desk = desks("Mine.\n")
    placed = desk.demo.services.highlighting.listing()[0]
    card = HighlightCard(desk.shell.context, placed.highlight, placed.credit)
    qtbot.addWidget(card)
    for width, apart in ((600, False), (190, True), (600, False)):
        card.resize(width, 200)
        card.show()
        qtbot.waitUntil(lambda apart=apart: (card._credit.y() + card._credit.height() <= card._used.y()) == apart)
        assert card._used.text().startswith("·") != apart
    card.resize(190, 200)
    qtbot.waitUntil(lambda: card._credit.width() > 140)


def test_at_no_width_a_card_goes_to_and_fro(qtbot: QtBot, desks: Callable[..., Desk]) -> None:
    desk = desks("Mine.\n")
    placed = desk.demo.services.highlighting.listing()[0]
    card = HighlightCard(desk.shell.context, placed.highlight, placed.credit)
    qtbot.addWidget(card)
    card.show()
    ways = []
    for width in range(150, 420):
        card.resize(width, 300)
        before = card._row.direction()
        card.resize(width, 301)
        assert card._row.direction() == before, width
        ways.append(before.name)
    assert ways == sorted(ways, reverse=True), "apart up to some width, and beside from there on"
    assert len(set(ways)) == 2
