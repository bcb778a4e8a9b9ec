"""Lists that are narrowed in the window, and the searches that are saved of them."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from pkm_app.seek.triage import SavedSearch
from pkm_app.ui.notices import Notice
from pkm_app.ui.seek.page import SeekPage
from pkm_app.ui.seek.side_rows import SideRow, SideRows
from pkm_app.ui.shell import Shell
from tests.ui.side_hands import answer, rows, undo


@pytest.fixture
def page(seek_page: SeekPage) -> SeekPage:
    return seek_page


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
        return count(*arguments)  # type: ignore[arg-type]  # passed on as they came

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
    assert (row.number(), SideRow("feed", "x", "x", count=1000).number()) == ("999+", "1,000")
    assert "more than 999 unread" in SideRows().sentence(row)


def test_nothing_found_says_what_to_do(qtbot: QtBot, shell: Shell, page: SeekPage) -> None:
    shell.commands.run("seek.filter")
    qtbot.keyClicks(page._panel.filter.words, "zzzz")
    qtbot.waitUntil(lambda: page._panel.empty.isVisible())
    qtbot.waitUntil(lambda: "fewer" in page._panel.empty.findChild(type(page._panel._title)).text())


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
