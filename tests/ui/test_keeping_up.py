"""Keeping up in the window: folders, quiet sources, reasons, narrowed lists, saved searches, muted words, all read."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from pkm_app.seek.triage import SavedSearch
from pkm_app.ui.boxes import widgets_in
from pkm_app.ui.notices import Notice
from pkm_app.ui.seek.page import SeekPage
from pkm_app.ui.seek.side import mime_of
from pkm_app.ui.seek.side_rows import SideRow, SideRows
from pkm_app.ui.shell import Shell
from tests.ui.dragging import drag_enter

EBOOK = "Social Learning eBook"


@pytest.fixture
def page(qtbot: QtBot, shell: Shell) -> SeekPage:
    shell.show_room("seek")
    found = shell.findChild(SeekPage)
    assert found is not None
    return found


@pytest.fixture
def said(shell: Shell) -> list[Notice]:
    notices: list[Notice] = []
    shell.notices.said.connect(notices.append)
    return notices


def rows(page: SeekPage, kind: str) -> list[SideRow]:
    return [row for row in page.side.rows.rows if row.kind == kind]


def answer(qtbot: QtBot, page: SeekPage, words: str) -> None:
    ask = page._side_panel.ask
    assert ask.isVisible()
    ask.field.setText(words)
    qtbot.keyClick(ask.field, Qt.Key.Key_Return)


def feed(shell: Shell, name: str):
    return next(one for one in shell.context.services.seek.feeds() if one.feed_id == name)


def undo(qtbot: QtBot, shell: Shell) -> None:
    qtbot.keyClick(shell, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)


def test_a_folder_is_chosen_folded_and_remembered(qtbot: QtBot, shell: Shell, page: SeekPage) -> None:
    assert [row.text for row in rows(page, "folder")] == [EBOOK, "Werkplekleren"]
    assert page.side.choose("folder", "Werkplekleren")
    assert {article.feed_id for article in page.list.rows.rows} == {"arbeids", "clark-quinn", "helen-blunden"}
    qtbot.keyClick(page.side, Qt.Key.Key_Left)
    assert page.side.rows.find(("feed", "clark-quinn")) == -1
    assert shell.context.services.settings.get("seek.closed") == "Werkplekleren"
    qtbot.keyClick(page.side, Qt.Key.Key_Right)
    assert page.side.rows.find(("feed", "clark-quinn")) > 0


def test_counts_add_up_in_folders_and_leave_quiet_sources_out(
        qtbot: QtBot, shell: Shell, page: SeekPage, said: list[Notice]) -> None:
    shell.context.services.settings.put("counts", "on")
    page.load_side()
    before = {row.id: row.count for row in rows(page, "folder")}
    assert before["Werkplekleren"] == 14
    page.side.choose("feed", "clark-quinn")
    page.acts.silence()
    qtbot.waitUntil(lambda: {row.id: row.count for row in rows(page, "folder")}["Werkplekleren"] == 6)
    assert page.side.rows.rows[0].count == 72
    assert "quiet" in page.side.rows.sentence(page.side.chosen())
    undo(qtbot, shell)
    qtbot.waitUntil(lambda: page.side.rows.rows[0].count == 80)


def test_a_source_goes_to_a_new_folder_within_a_folder_by_keyboard(
        qtbot: QtBot, shell: Shell, page: SeekPage) -> None:
    page.side.choose("feed", "jane-hart")
    shell.commands.run("seek.move")
    answer(qtbot, page, "Werkplekleren/Verderop")
    qtbot.waitUntil(lambda: page.side.rows.find(("folder", "Werkplekleren/Verderop")) > 0)
    assert feed(shell, "jane-hart").folder == "Werkplekleren/Verderop"
    assert page.side.rows.rows[page.side.rows.find(("folder", "Werkplekleren/Verderop"))].depth == 1
    assert not page._side_panel.ask.isVisible()
    undo(qtbot, shell)
    qtbot.waitUntil(lambda: feed(shell, "jane-hart").folder == EBOOK)


def drop(page: SeekPage, data: QMimeData, place: QPoint, onto) -> QDropEvent:
    entering = drag_enter(place, Qt.DropAction.MoveAction, data)
    QApplication.sendEvent(onto, entering)
    event = QDropEvent(QPointF(place), Qt.DropAction.MoveAction, data, Qt.MouseButton.LeftButton,
                       Qt.KeyboardModifier.NoModifier)
    if entering.isAccepted():
        QApplication.sendEvent(onto, event)
    else:
        event.ignore()
    return event


def test_a_source_and_a_folder_are_dragged_into_a_folder(qtbot: QtBot, shell: Shell, page: SeekPage) -> None:
    hart = rows(page, "feed")[[row.id for row in rows(page, "feed")].index("jane-hart")]
    target = page.side.rows.index(page.side.rows.find(("folder", "Werkplekleren")))
    drop(page, mime_of(hart), page.side.visualRect(target).center(), page.side.viewport())
    qtbot.waitUntil(lambda: feed(shell, "jane-hart").folder == "Werkplekleren")
    folder = next(row for row in rows(page, "folder") if row.id == "Werkplekleren")
    target = page.side.rows.index(page.side.rows.find(("folder", EBOOK)))
    drop(page, mime_of(folder), page.side.visualRect(target).center(), page.side.viewport())
    qtbot.waitUntil(lambda: feed(shell, "clark-quinn").folder == f"{EBOOK}/Werkplekleren")


def test_a_folder_is_renamed_and_removed(qtbot: QtBot, shell: Shell, page: SeekPage, said: list[Notice]) -> None:
    page.side.choose("folder", "Werkplekleren")
    shell.commands.run("seek.rename")
    answer(qtbot, page, "Werk")
    qtbot.waitUntil(lambda: page.side.rows.find(("folder", "Werk")) > 0)
    page.side.choose("folder", "Werk")
    page.acts.remove()
    qtbot.waitUntil(lambda: page.side.rows.find(("folder", "Werk")) == -1)
    assert feed(shell, "clark-quinn").folder == ""
    assert said[-1].undo is not None


def test_why_i_follow_stands_above_the_list_and_is_kept(qtbot: QtBot, shell: Shell, page: SeekPage) -> None:
    page.side.choose("feed", "jane-hart")
    assert page._panel.why.isVisible()
    page._panel.why.setFocus()
    qtbot.keyClicks(page._panel.why, "Ten tools a year")
    qtbot.keyClick(page._panel.why, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: feed(shell, "jane-hart").why == "Ten tools a year")
    page.side.choose("view", "inbox")
    assert not page._panel.why.isVisible()
    page.side.choose("feed", "jane-hart")
    qtbot.waitUntil(lambda: page._panel.why.text() == "Ten tools a year")


def test_a_list_is_narrowed_and_kept_as_a_search(
        qtbot: QtBot, shell: Shell, page: SeekPage, said: list[Notice]) -> None:
    bar = page._panel.filter
    shell.commands.run("seek.filter")
    qtbot.waitUntil(lambda: shell.focusWidget() is bar.words)
    whole = len(page.list.rows.rows)
    qtbot.keyClicks(bar.author, "rubens")
    qtbot.keyClick(bar.author, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: 0 < len(page.list.rows.rows) < whole)
    assert {article.author for article in page.list.rows.rows} == {"Wilfred Rubens"}
    page.keeping.save_search()
    answer(qtbot, page, "Only Rubens")
    qtbot.waitUntil(lambda: [row.id for row in rows(page, "search")] == ["Only Rubens"])
    shell.commands.run("seek.filter")
    qtbot.waitUntil(lambda: len(page.list.rows.rows) == whole)
    page.side.choose("search", "Only Rubens")
    qtbot.waitUntil(lambda: {article.author for article in page.list.rows.rows} == {"Wilfred Rubens"})
    page.acts.remove()
    qtbot.waitUntil(lambda: not rows(page, "search"))
    undo(qtbot, shell)
    qtbot.waitUntil(lambda: [row.id for row in rows(page, "search")] == ["Only Rubens"])


def test_a_saved_search_tells_how_much_of_it_is_unread_and_leaves_quiet_sources_out(
        qtbot: QtBot, shell: Shell, page: SeekPage, monkeypatch: pytest.MonkeyPatch) -> None:
    follow, settings = shell.context.services.follow, shell.context.services.settings
    counted_on: list[threading.Thread] = []
    count = follow.triage.unread

    def watched(*arguments: object) -> object:
        counted_on.append(threading.current_thread())
        return count(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(follow.triage, "unread", watched)
    follow.triage.save_search(SavedSearch("Work", folder="Werkplekleren", unread=True))
    page.load_side()
    qtbot.waitUntil(lambda: [row.id for row in rows(page, "search")] == ["Work"])
    assert rows(page, "search")[0].count == 0, "who wants no counts gets none"
    settings.put("counts", "on")
    page.load_side()
    unread = [one.feed_id for one in shell.context.services.seek.articles("inbox", limit=1000)
              if one.feed_id in ("arbeids", "clark-quinn", "helen-blunden") and not one.read]
    quinn = unread.count("clark-quinn")
    assert 0 < quinn < len(unread)
    qtbot.waitUntil(lambda: rows(page, "search")[0].count == len(unread))
    assert f"{len(unread)} unread" in page.side.rows.sentence(rows(page, "search")[0])
    page.side.choose("feed", "clark-quinn")
    page.acts.silence()
    qtbot.waitUntil(lambda: rows(page, "search")[0].count == len(unread) - quinn)
    assert threading.main_thread() not in counted_on


def test_a_search_that_finds_very_much_says_no_more_than_that(english: object) -> None:
    row = SideRow("search", "x", "x", count=1000)
    assert (row.number(), SideRow("feed", "x", "x", count=1000).number()) == ("999+", "1000")
    assert "more than 999 unread" in SideRows().sentence(row)


def test_nothing_found_says_what_to_do(qtbot: QtBot, shell: Shell, page: SeekPage) -> None:
    shell.commands.run("seek.filter")
    qtbot.keyClicks(page._panel.filter.words, "zzzz")
    qtbot.waitUntil(lambda: page._panel.empty.isVisible())
    qtbot.waitUntil(lambda: "fewer" in page._panel.empty.findChild(type(page._panel._title)).text())


def test_only_what_is_on_the_screen_is_read_and_undone(
        qtbot: QtBot, shell: Shell, page: SeekPage, said: list[Notice]) -> None:
    seek = shell.context.services.seek
    shown = {article.article_id for article in page.keeping.on_screen()}
    assert 0 < len(shown) < len(page.list.rows.rows)
    unread = {a.article_id for a in seek.articles("inbox") if not a.read}
    shell.commands.run("seek.read-screen")
    qtbot.waitUntil(lambda: {a.article_id for a in seek.articles("inbox") if not a.read} == unread - shown)
    qtbot.waitUntil(lambda: bool(said))
    assert f"{len(unread & shown)} article" in said[-1].text
    undo(qtbot, shell)
    qtbot.waitUntil(lambda: {a.article_id for a in seek.articles("inbox") if not a.read} == unread)


def test_all_of_a_list_is_read_and_undone(
        qtbot: QtBot, shell: Shell, page: SeekPage, said: list[Notice]) -> None:
    seek = shell.context.services.seek
    unread = {a.article_id for a in seek.articles("all") if not a.read}
    of_rubens = {a.article_id for a in seek.articles("all", "wilfred-rubens")}
    page.side.choose("feed", "wilfred-rubens")
    shell.commands.run("seek.read-all")
    qtbot.waitUntil(lambda: {a.article_id for a in seek.articles("all") if not a.read} == unread - of_rubens)
    qtbot.waitUntil(lambda: bool(said))
    undo(qtbot, shell)
    qtbot.waitUntil(lambda: {a.article_id for a in seek.articles("all") if not a.read} == unread)


def test_words_are_muted_and_heard_again(qtbot: QtBot, shell: Shell, page: SeekPage, said: list[Notice]) -> None:
    triage, before = shell.context.services.follow.triage, len(page.list.rows.rows)
    shell.commands.run("seek.mute")
    answer(qtbot, page, "kenmerkt")
    qtbot.waitUntil(lambda: len(page.list.rows.rows) == before - 1)
    assert triage.muted() == ("kenmerkt",)
    qtbot.waitUntil(lambda: len(widgets_in(page._side_panel.ask._chips, QAbstractButton)) == 1)
    widgets_in(page._side_panel.ask._chips, QAbstractButton)[0].click()
    qtbot.waitUntil(lambda: triage.muted() == ())


def test_each_kind_of_row_has_its_menu(page: SeekPage) -> None:
    seen = {}
    for kind, name in (("view", "inbox"), ("folder", EBOOK), ("feed", "jane-hart")):
        page.side.choose(kind, name)
        seen[kind] = [words for words, _ in page.acts.entries()]
    assert seen["feed"][0] == "Why I follow…"
    assert "Remove the folder, keep its sources" in seen["folder"]
    assert "Mute words…" in seen["view"]


def test_a_list_dropped_onto_the_window_comes_in(
        qtbot: QtBot, shell: Shell, page: SeekPage, said: list[Notice], tmp_path: Path) -> None:
    file = tmp_path / "friends.OPML"
    file.write_text('<opml><body><outline text="N" xmlUrl="https://n.example/"/></body></opml>')
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)), QUrl("https://elsewhere.example/x.opml")])
    assert drop(page, data, QPoint(20, 20), page).isAccepted()
    qtbot.waitUntil(lambda: any(one.title == "N" for one in shell.context.services.seek.feeds()))
    other = QMimeData()
    other.setText("words")
    entering = drag_enter(QPoint(20, 20), Qt.DropAction.CopyAction, other)
    entering.accept()
    page._drop.eventFilter(page, entering)
    assert not entering.isAccepted(), "what else is dropped is for the window"


def test_how_long_articles_stay_is_a_choice_of_the_settings(qtbot: QtBot, shell: Shell) -> None:
    shell.show_settings()
    page = shell.pages.settings
    assert page is not None
    assert page._buttons["seek.keep_days"]["0"].isChecked()
    qtbot.mouseClick(page._buttons["seek.keep_days"]["365"], Qt.MouseButton.LeftButton)
    assert shell.context.services.settings.get("seek.keep_days") == "365"
    assert not page._buttons["seek.keep_days"]["0"].isChecked()


@pytest.mark.parametrize("over", ["discover", "health"])
def test_narrowing_shows_the_list_first_where_another_page_lies_over_it(
        qtbot: QtBot, shell: Shell, page: SeekPage, over: str) -> None:
    bar = page._panel.filter
    for _ in range(2):  # the second time the bar stands open below, and stays so
        shell.commands.run(f"seek.{over}")
        assert not page.list.isVisible()
        shell.commands.run("seek.filter")
        qtbot.waitUntil(bar.words.hasFocus)
        assert bar.isVisible()
        assert page.list.isVisible()
        assert page._panel.narrow.isChecked()
    shell.commands.run("seek.filter")
    assert not bar.isVisible()
    assert not page._panel.narrow.isChecked()
