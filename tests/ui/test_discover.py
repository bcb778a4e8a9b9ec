"""Discover in the window: honest buttons, filters, a post for Later with one key, lists in and out, several feeds."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from pkm_app.base.errors import NetworkProblem
from pkm_app.seek.discover import Choice, SeveralFeeds
from pkm_app.seek.opml import read_opml
from pkm_app.seek.organising import Placement
from pkm_app.ui.notices import Notice
from pkm_app.ui.seek.page import SeekPage
from pkm_app.ui.seek.side_rows import side_rows
from pkm_app.ui.seek.source_card import SourceCard
from pkm_app.ui.shell import Shell
from pkm_app.ui.widgets import Button, tile_color
from tests.ui.walk import strays

WHOLE = 63


@pytest.fixture
def page(qtbot: QtBot, shell: Shell) -> SeekPage:
    shell.show_room("seek")
    found = shell.findChild(SeekPage)
    assert found is not None
    shell.go("discover", "")
    qtbot.waitUntil(lambda: len(found.discover.cards()) == WHOLE and not found.discover._waiting)
    return found


def card(page: SeekPage, name: str) -> SourceCard:
    return next(one for one in page.discover.cards() if one.card.source.id == name)


def shown(page: SeekPage) -> list[str]:
    return [one.card.source.id for one in page.discover.cards() if not one.isHidden()]


def click(qtbot: QtBot, button: Button) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_each_card_offers_only_what_can_be_kept(page: SeekPage) -> None:
    words = {name: card(page, name).act.shown_text() for name in
             ("donald-clark", "pedro-de-bruyckere", "han-opleidingskunde", "harold-jarche")}
    assert words == {"donald-clark": "Follow", "pedro-de-bruyckere": "Look for a feed", "han-opleidingskunde": "Site",
                     "harold-jarche": "Following"}
    assert not card(page, "didactadvies").act.isVisible(), "there is nothing to press"
    assert "September 2026" in card(page, "donald-clark")._state.text()
    assert "not tried yet" in card(page, "pedro-de-bruyckere")._state.text()


def test_what_a_source_is_named_for_is_told_in_the_language_of_the_window(
        qtbot: QtBot, shell: Shell, page: SeekPage) -> None:
    rubens, publisher = card(page, "wilfred-rubens"), card(page, "next-learning")
    assert publisher._title.text() == "Next Learning (event and publisher)"
    assert rubens._told.text().startswith("First stop in the story")
    shell.context.language.set("nl")
    qtbot.waitUntil(lambda: rubens._told.text().startswith("Eerste halte in het verhaal"))
    assert "Eerste halte" in rubens.accessibleName()
    assert publisher._title.text() == "Next Learning (congres en uitgever)"
    assert publisher.accessibleName().startswith("Next Learning (congres en uitgever)")


def test_a_look_follows_nothing_and_makes_follow_possible(qtbot: QtBot, shell: Shell, page: SeekPage) -> None:
    before = len(shell.context.services.seek.feeds())
    pedro = card(page, "pedro-de-bruyckere")
    click(qtbot, pedro.act)
    qtbot.waitUntil(lambda: pedro.act.shown_text() == "Follow")
    assert "14 November 2026" in pedro._state.text()
    assert len(shell.context.services.seek.feeds()) == before
    click(qtbot, pedro.act)
    qtbot.waitUntil(lambda: pedro.act.shown_text() == "Following")
    assert len(shell.context.services.seek.feeds()) == before + 1
    click(qtbot, pedro.act)
    qtbot.waitUntil(lambda: pedro.act.shown_text() == "Follow")


def test_what_failed_is_said_on_the_card_with_the_reason(qtbot: QtBot, shell: Shell, page: SeekPage) -> None:
    shell.context.services.seek.fail_with = NetworkProblem("{host} cannot be reached.", "unreachable", host="x.example")
    pedro = card(page, "pedro-de-bruyckere")
    click(qtbot, pedro.act)
    qtbot.waitUntil(lambda: pedro._problem.text() == "x.example cannot be reached.")
    assert pedro.act.shown_text() == "Look for a feed"
    assert pedro.act.isEnabled()


def test_all_that_are_shown_are_asked_at_once(qtbot: QtBot, page: SeekPage, said: list[Notice]) -> None:
    click(qtbot, page.discover.chips["also"])
    asked = [name for name in shown(page) if card(page, name).card.act == "look"]
    click(qtbot, page.discover.look)
    qtbot.waitUntil(lambda: all(card(page, name).act.shown_text() == "Follow" for name in asked))
    assert said[-1].text == f"{len(asked)} feeds answered."
    assert card(page, "wilfred-rubens").card.act == "following"


def test_why_i_follow_is_written_on_the_card(qtbot: QtBot, shell: Shell, page: SeekPage) -> None:
    jarche = card(page, "harold-jarche")
    assert jarche._why.isVisible()
    jarche._why.setFocus()
    qtbot.keyClicks(jarche._why, "He thinks aloud")
    qtbot.keyClick(jarche._why, Qt.Key.Key_Return)
    seek = shell.context.services.seek
    qtbot.waitUntil(lambda: next(f for f in seek.feeds() if f.feed_id == "harold-jarche").why == "He thinks aloud")


def test_filters_by_chapter_language_words_and_what_there_is_to_read(qtbot: QtBot, page: SeekPage) -> None:
    discover = page.discover
    assert len(shown(page)) == WHOLE
    click(qtbot, discover.chips["2"])
    click(qtbot, discover.chips["nl"])
    assert set(shown(page)) >= {"ennuonline", "judith-van-hooijdonk"}
    assert "harold-jarche" not in shown(page)
    click(qtbot, discover.chips["nl"])
    assert "harold-jarche" in shown(page)
    click(qtbot, discover.chips["read"])
    assert set(shown(page)) >= {"learnnovators", "jane-hart"}
    assert all(card(page, name).card.readable for name in shown(page))
    click(qtbot, discover.chips["read"])
    click(qtbot, discover.chips[""])
    discover.field.setText("jarche pkm")
    assert "harold-jarche" not in shown(page) or len(shown(page)) < 10
    discover.field.setText("zzzz")
    assert shown(page) == []
    assert discover._none.isVisible()


def test_the_post_that_is_quoted_goes_to_later_with_one_key(
        qtbot: QtBot, shell: Shell, page: SeekPage, said: list[Notice]) -> None:
    stodd = card(page, "julian-stodd")
    assert stodd.read.shown_text() == "Read this"
    stodd.act.setFocus()
    qtbot.keyClick(stodd.act, Qt.Key.Key_R)
    seek = shell.context.services.seek
    qtbot.waitUntil(lambda: [a.title[-26:] for a in seek.articles("later")] == ["Scaffolded Social Learning"])
    qtbot.waitUntil(lambda: bool(said))
    assert "Scaffolded" in said[-1].text
    click(qtbot, stodd.read)
    qtbot.waitUntil(lambda: page.view.article is not None and "Scaffolded" in page.view.article.title)


def test_the_list_comes_in_and_goes_out_with_the_system_s_dialogs(
        qtbot: QtBot, shell: Shell, page: SeekPage, said: list[Notice], tmp_path: Path, monkeypatch) -> None:
    coming = tmp_path / "in.opml"
    coming.write_text('<opml><body><outline text="New"><outline text="N" xmlUrl="https://n.example/"/>'
                      '<outline text="bad" xmlUrl="file:///etc/passwd"/></outline></body></opml>')
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(coming), ""))
    page.discover.exchanging.ask_and_take_in()
    qtbot.waitUntil(lambda: bool(said))
    assert (said[-1].kind, said[-1].text.startswith("1 source added. 1 not taken: ")) == ("warning", True)
    assert any(feed.title == "N" for feed in shell.context.services.seek.feeds())
    going = tmp_path / "out.opml"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(going), ""))
    shell.commands.run("seek.export")
    qtbot.waitUntil(lambda: said[-1].text == "Written: out.opml")
    assert any(item.folder == "New" for item in read_opml(going.read_bytes()).subscriptions)


def test_a_list_that_cannot_be_read_is_said_to_be_so(qtbot: QtBot, page: SeekPage, said: list[Notice]) -> None:
    page.discover.take_in("/nowhere/list.opml")
    qtbot.waitUntil(lambda: bool(said))
    assert (said[-1].kind, "cannot be read" in said[-1].text) == ("error", True)


def test_of_several_feeds_one_is_chosen(qtbot: QtBot, shell: Shell, page: SeekPage) -> None:
    seek = shell.context.services.seek
    seek.fail_with = SeveralFeeds(
        "{page} has {count} feeds; follow the one you want by its address: {feeds}",
        (Choice("https://s.example/nl", "Nederlands", 3), Choice("https://s.example/en", "English", 2)),
        page="s.example", count=2, feeds="")
    page.add.begin()
    page.add.field.setText("s.example")
    page.add.follow()
    qtbot.waitUntil(lambda: page.add._choices.count() == 2)
    english = page.add.choices()[1]
    assert isinstance(english, Button)
    assert (english.shown_text(), "2 posts" in english.accessibleName()) == ("English", True)
    qtbot.waitUntil(lambda: page.window().focusWidget() is page.add.choices()[0])
    seek.fail_with = None
    click(qtbot, english)
    qtbot.waitUntil(lambda: any(feed.address == "https://s.example/en" for feed in seek.feeds()))
    assert page.add._choices.count() == 0


def test_a_source_has_one_colour_in_its_card_and_in_the_list(page: SeekPage, shell: Shell) -> None:
    feeds = {feed.feed_id: feed for feed in shell.context.services.seek.feeds()}
    other = [one for one in page.discover.cards() if one.card.feed_id
             and feeds[one.card.feed_id].title != one.card.source.name]
    assert other, "some call themselves otherwise than the list does"
    rows = {row.id: row for row in side_rows([Placement("", feed) for feed in feeds.values()], False)}
    for one in other:
        assert one.tile.color() == tile_color(rows[one.card.feed_id].site)


def test_a_chapter_keeps_its_number_beside_it(page: SeekPage) -> None:
    assert "chapter\N{NO-BREAK SPACE}" in " ".join(one._line.text() for one in page.discover.cards())


def test_one_place_is_marked_at_a_time(qtbot: QtBot, shell: Shell, page: SeekPage) -> None:
    """While Discover is shown no source is marked, nor said to be ill; where the keys go is seen all the same."""
    panel = page._side_panel
    page.side.choose("feed", "learnnovators")
    assert panel.reason.isVisible()
    assert not panel.discover.isChecked()
    click(qtbot, panel.discover)
    assert panel.discover.isChecked()
    assert page.side.selectedIndexes() == []
    assert not panel.reason.isVisible()
    click(qtbot, panel.discover)
    assert page.side.selectedIndexes() == [page.side.currentIndex()]
    assert panel.reason.isVisible()


def test_where_the_keys_go_is_seen_on_a_row_that_is_not_marked(qtbot: QtBot, shell: Shell, page: SeekPage) -> None:
    page.side.choose("feed", "learnnovators")
    shell.go("discover", "")
    page.side.setFocus()
    qtbot.waitUntil(page.side.hasFocus)
    box = page.side.visualRect(page.side.currentIndex())
    ring = shell.context.look.color("seek").rgb()
    qtbot.waitUntil(lambda: page.side.viewport().grab().toImage().pixel(box.center().x(), box.top() + 1) == ring)
    qtbot.keyClick(page.side, Qt.Key.Key_Return)
    assert not page._side_panel.discover.isChecked()
    assert page.side.selectedIndexes() == [page.side.currentIndex()]


def test_cards_come_without_taking_the_focus_from_the_window(qapp: QApplication, shell: Shell, qtbot: QtBot) -> None:
    shell.show_room("seek")
    with strays(qapp) as astray:
        shell.go("discover", "")
        found = shell.findChild(SeekPage)
        assert found is not None
        qtbot.waitUntil(lambda: len(found.discover.cards()) == WHOLE and not found.discover._waiting)
    assert astray == []
