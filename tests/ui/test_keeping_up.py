"""Keeping up in the window: folders, quiet sources, reasons, muted words, all read."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from pkm_app.ui.boxes import widgets_in
from pkm_app.ui.notices import Notice
from pkm_app.ui.seek.page import SeekPage
from pkm_app.ui.seek.side import mime_of
from pkm_app.ui.shell import Shell
from tests.ui.dragging import drag_enter
from tests.ui.side_hands import answer, feed, rows, undo

EBOOK = "Social Learning eBook"


@pytest.fixture
def page(seek_page: SeekPage) -> SeekPage:
    return seek_page


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
