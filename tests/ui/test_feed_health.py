"""Feed health in the window: who needs a look, why and what to do; test now, another address, unfollow."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from pkm_app.base.errors import NetworkProblem
from pkm_app.seek.model import Feed
from pkm_app.ui.seek.health_card import HealthCard
from pkm_app.ui.seek.health_page import FeedHealth
from pkm_app.ui.seek.page import SeekPage
from pkm_app.ui.shell import Shell
from tests.ui.demo_seek import NOW
from tests.ui.demo_tending import DemoTending
from tests.ui.test_redo import at_rest, back_and_forth


@pytest.fixture
def tending(shell: Shell) -> DemoTending:
    made = shell.context.services.tending
    assert isinstance(made, DemoTending)
    made.fill()
    return made


@pytest.fixture
def page(qtbot: QtBot, shell: Shell, tending: DemoTending) -> FeedHealth:
    shell.show_room("seek")
    seek = shell.findChild(SeekPage)
    assert seek is not None
    seek.load_side()
    seek.side.choose("page", "health")
    qtbot.waitUntil(lambda: len(seek.health.cards()) >= 4)
    assert seek.health.isVisible()
    return seek.health


def card_of(page: FeedHealth, state: str) -> HealthCard:
    return next(card for card in page.cards() if card.health.state == state)


def test_each_says_what_is_the_matter_and_what_to_do_the_ill_first(page: FeedHealth) -> None:
    states = [card.health.state for card in page.cards()]
    assert states.index("moved") > max(states.index(ill) for ill in ("gone", "certificate", "timeout"))
    said = card_of(page, "gone").accessibleName()
    assert "learning.example says this address is gone for good." in said
    assert "Look on its site for a new address" in said
    assert "Gone" in said


def test_the_side_list_counts_the_ill_and_forgets_the_row_when_all_are_well(
        qtbot: QtBot, shell: Shell, page: FeedHealth, tending: DemoTending) -> None:
    seek = shell.findChild(SeekPage)
    assert seek is not None
    row = next(row for row in seek.side.rows.rows if row.kind == "page")
    ill = sum(not health.well for health in tending.health())
    assert (row.count, ill >= 3) == (ill, True)
    page.test_all()
    qtbot.waitUntil(lambda: not any(row.kind == "page" for row in seek.side.rows.rows))
    assert len(tending.tested) == ill


def test_test_now_shows_how_it_is_then(qtbot: QtBot, page: FeedHealth, tending: DemoTending) -> None:
    card = card_of(page, "timeout")
    name = card.health.feed.feed_id
    tending.heals = False
    card.test()
    qtbot.waitUntil(lambda: tending.tested == [name] and card._test.isEnabled())
    assert card_of(page, "timeout") is card
    tending.heals = True
    card.test()
    qtbot.waitUntil(lambda: all(card.health.state != "timeout" for card in page.cards()))


def test_another_address_is_tried_and_what_fails_is_said_beside_it(
        qtbot: QtBot, shell: Shell, page: FeedHealth, tending: DemoTending) -> None:
    card = card_of(page, "gone")
    card.edit()
    assert card.field.text() == card.health.feed.address
    tending.fail_with = NetworkProblem("There is no host called {host}, or this computer is not connected: check the "
                                       "address.", host="nowhere.example")
    card.field.setText("https://nowhere.example/")
    qtbot.keyClick(card.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "nowhere.example" in card._wrong.text())
    assert card.field.isVisible()
    tending.fail_with = None
    card.field.setText("https://there.example/feed")
    card.move_feed()
    seek = shell.context.services.seek
    qtbot.waitUntil(lambda: any(feed.address == "https://there.example/feed" for feed in seek.feeds()))
    qtbot.waitUntil(lambda: all(card.health.state != "gone" for card in page.cards()))


def test_another_address_is_taken_back_and_given_again(
        qtbot: QtBot, shell: Shell, page: FeedHealth, tending: DemoTending) -> None:
    card = card_of(page, "gone")
    name, old = card.health.feed.feed_id, card.health.feed.address
    card.edit()
    card.field.setText("https://there.example/feed")
    card.move_feed()

    def there() -> bool:
        feed = next(feed for feed in shell.context.services.seek.feeds() if feed.feed_id == name)
        assert feed.address in (old, "https://there.example/feed")
        return feed.address != old

    back_and_forth(qtbot, shell, there)
    shell.notices.undo()
    qtbot.waitUntil(lambda: not there() and any(card.health.state == "gone" for card in page.cards())
                    and at_rest(shell))


def test_escape_closes_the_field_and_a_move_proposes_where_it_leads(
        qtbot: QtBot, page: FeedHealth, tending: DemoTending) -> None:
    card = card_of(page, "moved")
    card.edit()
    assert card.field.isVisible()
    qtbot.keyClick(card.field, Qt.Key.Key_Escape)
    assert not card.field.isVisible()


def test_unfollowing_can_be_undone_and_the_reason_is_said_in_dutch(
        qtbot: QtBot, shell: Shell, page: FeedHealth) -> None:
    card = card_of(page, "gone")
    title = card.health.feed.title
    card.unfollow.emit(card.health.feed.feed_id)
    qtbot.waitUntil(lambda: all(card.health.feed.title != title for card in page.cards()))
    assert shell.notices.can_undo()
    shell.context.language.set("nl")
    qtbot.waitUntil(lambda: "geen volledig antwoord" in card_of(page, "timeout").accessibleName())


def test_nothing_to_look_at_is_said(qtbot: QtBot, shell: Shell) -> None:
    tending = shell.context.services.tending
    assert isinstance(tending, DemoTending)
    shell.show_room("seek")
    for health in tending.health():
        tending._seek.feeds_by_id.pop(health.feed.feed_id) if health.remarkable else None
    shell.go("health", "")
    found = shell.findChild(FeedHealth)
    assert found is not None
    qtbot.waitUntil(lambda: found._well.isVisible())
    assert found.cards() == []


def test_an_article_that_changed_says_so_below_its_title(qtbot: QtBot, shell: Shell, tending: DemoTending) -> None:
    seek = tending._seek
    article = next(iter(seek.articles("inbox")))
    seek.articles_by_id[article.article_id] = replace(article, changed=NOW)
    shell.go("article", article.article_id)
    page = shell.findChild(SeekPage)
    assert page is not None
    qtbot.waitUntil(lambda: "changed on 16 November 2026" in page.view.pane.toPlainText())
    shell.context.language.set("nl")
    qtbot.waitUntil(lambda: "gewijzigd op 16 november 2026" in page.view.pane.toPlainText())


def test_a_source_that_never_answered_says_so_where_its_articles_would_stand_and_stays_in_sight(
        qtbot: QtBot, shell: Shell) -> None:
    feeds = shell.context.services.seek.feeds_by_id  # type: ignore[attr-defined]  # the demo's own
    for number in range(60):
        feeds[f"x{number}"] = Feed(f"x{number}", f"https://x{number}.example/feed/", f"Source {number:02}",
                                   status="timeout", reason=f"x{number}.example does not answer. " * 4)
    shell.resize(1280, 700)
    shell.show_room("seek")
    page = shell.findChild(SeekPage)
    assert page is not None
    page.load_side()
    page.side.choose("feed", "x30")
    assert "x30.example does not answer." in page._panel.empty.accessibleName()
    assert page._panel.empty._icon._icon == "triangle-alert"
    shown = page.side.viewport().rect
    qtbot.waitUntil(lambda: shown().contains(page.side.visualRect(page.side.currentIndex())))
    qtbot.mouseClick(page._panel.empty.act, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(page.health.isVisible)
    page.side.choose("view", "later")
    qtbot.waitUntil(lambda: page._panel.empty._icon._icon == "inbox" and page._panel.empty.act.isHidden())


def test_the_list_keeps_its_own_heading_and_place_after_a_look_at_the_health(
        qtbot: QtBot, shell: Shell, page: FeedHealth) -> None:
    """An article that is opened from elsewhere shows the list that was there: it must not be called Feed health."""
    seek = shell.findChild(SeekPage)
    assert seek is not None
    chosen = seek.side.chosen()
    assert chosen is not None
    assert chosen.kind == "page"
    seek.keeping._panel.filter.words.setText("leren")
    shell.go("article", shell.context.services.seek.articles("all")[0].article_id)
    chosen = seek.side.chosen()
    assert chosen is not None
    assert (chosen.kind, chosen.id) == ("view", "inbox")
    assert seek.side.selectedIndexes() == [seek.side.currentIndex()]
    assert seek._panel.title() == "Inbox"
    assert seek.keeping._panel.filter.words.text() == "leren", "the list was read anew, its filter gone"
    shell.commands.run("seek.health")
    assert page.isVisible()
    chosen = seek.side.chosen()
    assert chosen is not None
    assert chosen.kind == "page"
