"""The Seek room by keyboard: read, keep, highlight, write, follow; what fails is said and nothing is lost."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pkm_app.base.errors import NetworkProblem, StorageProblem
from pkm_app.ui.notices import Notice
from pkm_app.ui.seek.page import SeekPage
from pkm_app.ui.shell import Shell

FIRST = "Social Learning is about the conversations"


@pytest.fixture
def page(seek_page: SeekPage) -> SeekPage:
    return seek_page


def _read(qtbot: QtBot, page: SeekPage, title: str) -> None:
    qtbot.waitUntil(lambda: title in page.view.pane.toPlainText())


def _select(page: SeekPage, words: str) -> None:
    pane = page.view.pane
    start = pane.document().toPlainText().index(words)
    cursor = pane.textCursor()
    cursor.setPosition(start)
    cursor.setPosition(start + len(words), QTextCursor.MoveMode.KeepAnchor)
    pane.setTextCursor(cursor)
    pane.setFocus()


def test_j_and_k_go_through_the_list_and_mark_as_read(qtbot: QtBot, shell: Shell, page: SeekPage) -> None:
    assert page.view.article is None
    seek = shell.context.services.seek
    first, second = page.list.rows.rows[:2]
    assert not first.read, "the focus alone must not open anything"
    qtbot.keyClicks(page.list, "j")
    _read(qtbot, page, "What is Social Learning?")
    qtbot.waitUntil(lambda: seek.find_article(first.article_id).read)
    qtbot.keyClicks(page.list, "j")
    _read(qtbot, page, second.title)
    qtbot.keyClicks(page.list, "k")
    _read(qtbot, page, first.title)


def test_space_pages_and_then_goes_to_the_next_unread(qtbot: QtBot, shell: Shell, page: SeekPage) -> None:
    shell.resize(1000, 560)
    qtbot.keyClicks(page.list, "jj")
    _read(qtbot, page, "kenmerkt")
    bar = page.view.pane.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    before = page.view.article
    for _ in range(20):
        qtbot.keyClick(page.list, Qt.Key.Key_Space)
        if page.view.article is not before:
            break
    assert page.view.article is not None
    assert page.view.article.title == "10 ways to use your ESN for social learning"


def test_keep_later_and_done_can_be_undone(qtbot: QtBot, shell: Shell, page: SeekPage, said: list[Notice]) -> None:
    seek = shell.context.services.seek
    qtbot.keyClicks(page.list, "j")
    _read(qtbot, page, "What is Social Learning?")
    name = page.list.rows.rows[0].article_id
    qtbot.keyClicks(page.list, "s")
    qtbot.waitUntil(lambda: seek.find_article(name).kept)
    assert page.list.rows.find(name) == 0, "what is open stays in the list until one goes on"
    qtbot.keyClicks(page.list, "l")
    qtbot.waitUntil(lambda: seek.find_article(name).later)
    qtbot.keyClicks(page.list, "d")
    qtbot.waitUntil(lambda: seek.find_article(name).done)
    assert page.view.article is not None
    assert page.view.article.article_id != name
    qtbot.waitUntil(lambda: page.list.rows.find(name) == -1)
    assert said[-1].text == "Done with “What is Social Learning?”."
    for mark in ("done", "later", "kept"):
        qtbot.keyClick(shell, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        qtbot.waitUntil(lambda mark=mark: not getattr(seek.find_article(name), mark))
    qtbot.waitUntil(lambda: page.list.rows.find(name) == 0)


def test_a_mark_that_could_not_be_kept_is_taken_back(
        qtbot: QtBot, shell: Shell, page: SeekPage, said: list[Notice]) -> None:
    qtbot.keyClicks(page.list, "j")
    _read(qtbot, page, "What is Social Learning?")
    name = page.list.rows.rows[0].article_id
    seek = shell.context.services.seek
    qtbot.waitUntil(lambda: seek.find_article(name).read)
    seek.mark_fails = StorageProblem("The disk is full.")  # type: ignore[attr-defined]
    qtbot.keyClicks(page.list, "s")
    qtbot.waitUntil(lambda: said[-1].text == "The disk is full.")
    assert not page.list.rows.rows[0].kept
    assert not page.view.tools.buttons["keep"].isChecked()


def test_h_highlights_and_n_writes_about_it(qtbot: QtBot, shell: Shell, page: SeekPage) -> None:
    services = shell.context.services
    qtbot.keyClicks(page.list, "j")
    _read(qtbot, page, "What is Social Learning?")
    _select(page, FIRST)
    qtbot.keyClicks(page.view.pane, "h")
    qtbot.waitUntil(lambda: len(page.view.comments.cards) == 1)
    article = page.view.article
    assert article is not None
    placed = services.highlighting.of_article(article)[0]
    assert placed.highlight.exact == FIRST
    assert placed.highlight.colour == "yellow"
    assert page.view.pane._marks[0].id == placed.highlight.highlight_id
    qtbot.keyClicks(page.view.pane, "n")
    field = page.view.comments.cards[placed.highlight.highlight_id].field
    qtbot.waitUntil(lambda: QApplication.focusWidget() is field)
    qtbot.keyClicks(field, "My own words jskd")
    assert services.settings.get(f"unsaved.comment.{placed.highlight.highlight_id}") == "My own words jskd"
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: services.highlighting.of_article(article)[0].highlight.comment == "My own words jskd")
    qtbot.waitUntil(lambda: not services.settings.get(f"unsaved.comment.{placed.highlight.highlight_id}"))
    qtbot.waitUntil(page.view.pane.hasFocus)


def test_a_selection_by_keys_shows_the_bar_and_its_colours(qtbot: QtBot, shell: Shell, page: SeekPage) -> None:
    qtbot.keyClicks(page.list, "j")
    _read(qtbot, page, "What is Social Learning?")
    page.view.pane.setFocus()
    for _ in range(6):
        qtbot.keyClick(page.view.pane, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert page.view.bar.isVisible()
    page.view.bar.colour.emit("pink")
    qtbot.waitUntil(lambda: len(page.view.comments.cards) == 1)
    assert page.view.pane._marks[0].colour == "pink"
    assert shell.context.services.settings.get("highlight.colour") == "pink"
    assert not page.view.bar.isVisible()
    qtbot.keyClick(shell, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: not page.view.comments.cards)
    assert page.view.pane._marks == []


def test_removing_a_highlight_can_be_undone(qtbot: QtBot, shell: Shell, page: SeekPage) -> None:
    services = shell.context.services
    article = page.list.rows.rows[0]
    made = services.highlighting.add(article, FIRST, comment="mine")
    qtbot.keyClicks(page.list, "j")
    qtbot.waitUntil(lambda: made.highlight_id in page.view.comments.cards)
    page.view.comments.cards[made.highlight_id].removed.emit(made.highlight_id)
    qtbot.waitUntil(lambda: not page.view.comments.cards)
    qtbot.keyClick(shell, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: len(page.view.comments.cards) == 1)
    assert next(iter(page.view.comments.cards.values())).field.toPlainText() == "mine"


def test_h_without_a_selection_says_how(qtbot: QtBot, page: SeekPage, said: list[Notice]) -> None:
    qtbot.keyClicks(page.list, "j")
    _read(qtbot, page, "What is Social Learning?")
    qtbot.keyClicks(page.list, "h")
    assert said[-1].text.startswith("Select some words first")


def test_copy_takes_the_words(qtbot: QtBot, page: SeekPage) -> None:
    qtbot.keyClicks(page.list, "j")
    _read(qtbot, page, "What is Social Learning?")
    _select(page, FIRST)
    page.view.bar.copy.emit()
    assert QGuiApplication.clipboard().text() == FIRST


def test_following_an_address_beside_the_work(qtbot: QtBot, page: SeekPage, said: list[Notice]) -> None:
    qtbot.keyClicks(page.list, "a")
    qtbot.waitUntil(lambda: QApplication.focusWidget() is page.add.field)
    qtbot.keyClicks(page.add.field, "https://blog.example.org/")
    qtbot.keyClick(page.add.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: any(row.text == "blog.example.org" for row in page.side.rows.rows))
    assert not page.add.isVisible()
    assert said[-1].text == "You follow blog.example.org. 1 new article."
    qtbot.waitUntil(lambda: page.side.chosen() is not None and page.side.chosen().text == "blog.example.org")
    assert [article.title for article in page.list.rows.rows] == ["A first post by blog.example.org"]
    qtbot.waitUntil(page.list.hasFocus)


def test_an_empty_room_gives_the_keys_to_what_fills_it(qtbot: QtBot, shell: Shell, page: SeekPage) -> None:
    page.side.choose("view", "kept")
    for feed in shell.context.services.seek.feeds():
        shell.context.services.seek.unfollow(feed.feed_id)
    page.load_side()
    page.side.choose("view", "inbox")
    page.entered()
    qtbot.waitUntil(lambda: QApplication.focusWidget() in (page.list, page._panel.empty.act))
    qtbot.waitUntil(lambda: QApplication.focusWidget() is page._panel.first())
    page.side.choose("view", "kept")
    qtbot.waitUntil(lambda: page._panel.first() is None)
    page.entered()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is page.side)  # what has no act leaves the keys to the side list


def test_an_address_that_fails_is_kept_and_said(qtbot: QtBot, shell: Shell, page: SeekPage) -> None:
    shell.context.services.seek.fail_with = NetworkProblem(  # type: ignore[attr-defined]
        "{host} does not answer.", kind="timeout", host="blog.example.org")
    page.add.begin()
    page.add.field.setText("https://blog.example.org/")
    page.add.follow()
    qtbot.waitUntil(lambda: page.add._text.text() == "blog.example.org does not answer.")
    assert page.add.field.text() == "https://blog.example.org/"
    assert page.add.isVisible()
    assert page.add._follow.isEnabled()
    qtbot.keyClick(page.add.field, Qt.Key.Key_Escape)
    assert not page.add.isVisible()


def test_unfollowing_says_what_stays_and_can_be_undone(
        qtbot: QtBot, shell: Shell, page: SeekPage, said: list[Notice]) -> None:
    page.side.choose("feed", "jane-hart")
    shell.commands.run("seek.unfollow")
    qtbot.waitUntil(lambda: page.side.rows.find(("feed", "jane-hart")) == -1)
    assert said[-1].text == "You no longer follow Jane Hart. What you kept stays."
    qtbot.keyClick(shell, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: any("c4lpt" in feed.address for feed in shell.context.services.seek.feeds()))


def test_an_ill_feed_says_why(page: SeekPage) -> None:
    page.side.choose("feed", "learnnovators")
    assert page._side_panel.reason.isVisible()
    assert "cannot be reached" in page._side_panel.reason.text()
    page.side.choose("view", "kept")
    assert not page._side_panel.reason.isVisible()
    assert page._panel.empty.isVisible()


def test_a_theme_and_a_language_change_keep_the_place(qtbot: QtBot, shell: Shell, page: SeekPage) -> None:
    shell.resize(1000, 560)
    qtbot.keyClicks(page.list, "jj")
    _read(qtbot, page, "kenmerkt")
    bar = page.view.pane.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 60)
    bar.setValue(60)
    shell.context.look.set_scheme("dark")
    shell.context.language.set("nl")
    qtbot.waitUntil(lambda: "Nederlands" in page.view.pane.toPlainText())
    assert bar.value() == 60


def test_in_a_narrow_window_sources_and_list_make_way_for_the_text(qtbot: QtBot, shell: Shell, page: SeekPage) -> None:
    shell.resize(1440, 900)
    qtbot.waitUntil(lambda: page.width() > 1300)
    splitter = page._columns.splitter
    splitter.moveSplitter(400, 1)
    chosen = splitter.sizes()[0]
    shell.resize(1024, 700)
    qtbot.waitUntil(lambda: page.view.width() > page.list.width() + 150)
    assert page.side.width() < 200
    page.rest()
    shell.resize(1440, 900)
    qtbot.waitUntil(lambda: splitter.sizes()[0] == chosen)
    assert shell.context.services.settings.get("seek.splitter").startswith(f"{chosen},")


def test_widths_that_were_chosen_outlast_a_small_window_and_another_room(
        qtbot: QtBot, shell: Shell, page: SeekPage) -> None:
    shell.resize(1440, 900)
    qtbot.waitUntil(lambda: page.width() > 1300)
    splitter = page._columns.splitter
    splitter.moveSplitter(400, 1)
    chosen = splitter.sizes()[0]
    wide = page.size()
    page.resize(640, 480)  # in one step: the columns stand above one another now
    assert splitter.orientation() == Qt.Orientation.Vertical
    page.rest()
    page.resize(wide)
    qtbot.waitUntil(lambda: splitter.sizes()[0] == chosen)
    shell.resize(1024, 700)
    qtbot.waitUntil(lambda: page.width() < 1000)
    shell.show_room("today")
    page.rest()
    shell.resize(1440, 900)
    shell.show_room("seek")
    qtbot.waitUntil(lambda: splitter.sizes()[0] == chosen)
    assert shell.context.services.settings.get("seek.splitter").startswith(f"{chosen},")
