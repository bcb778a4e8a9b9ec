"""Space at the end of what is unread here: the next unread article is asked for, however far below it stands."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest
from PySide6.QtCore import QModelIndex
from pytestqt.qtbot import QtBot

from pkm_app.ui.notices import Notice
from pkm_app.ui.seek.article_rows import PAGE
from pkm_app.ui.seek.page import SeekPage
from pkm_app.ui.shell import Shell
from tests.ui.demo import Demo


@pytest.mark.parametrize("unread", ["b00449", "b02849", ""])
def test_space_finds_what_is_unread_far_below_without_reading_the_list_in_the_window(
        qtbot: QtBot, demos: Callable[..., Demo], windows: Callable[..., Shell], unread: str) -> None:
    demo = demos(more=3000)
    demo.seek.mark([name for name in demo.seek.articles_by_id if name != unread], "read", True)
    shell = windows(demo.services, "light", "en")
    said: list[Notice] = []
    shell.notices.said.connect(said.append)
    shell.show()
    shell.show_room("seek")
    page = shell.findChild(SeekPage)
    assert page is not None
    here, triage = threading.current_thread(), demo.services.follow.triage
    on_main: list[str] = []
    listing = triage.listing

    def watched(*arguments: object) -> object:
        if threading.current_thread() is here and arguments[0].unread:  # type: ignore[attr-defined]
            on_main.append("listing")
        return listing(*arguments)  # type: ignore[arg-type]

    triage.listing = watched  # type: ignore[method-assign]
    shell.commands.run("seek.page")
    shell.commands.run("seek.page")  # pressed twice by an impatient hand
    if not unread:
        qtbot.waitUntil(lambda: [one.text for one in said] == ["That was the last unread article here."])
        assert page.view.article is None
    else:
        qtbot.waitUntil(lambda: page.view.article is not None and page.view.article.article_id == unread)
        near = unread == "b00449"
        assert (page.list.chosen() is not None) is near, "what is near stands in the list; what is far is opened alone"
        assert len(page.list.rows.rows) <= (460 + PAGE if near else PAGE), "no page after page to get there"
    assert not on_main


def test_what_was_found_for_another_list_opens_nothing(
        qtbot: QtBot, demos: Callable[..., Demo], windows: Callable[..., Shell]) -> None:
    demo = demos(more=600)
    demo.seek.mark([name for name in demo.seek.articles_by_id if name != "b00449"], "read", True)
    shell = windows(demo.services, "light", "en")
    shell.show()
    shell.show_room("seek")
    page = shell.findChild(SeekPage)
    assert page is not None
    shell.commands.run("seek.page")
    page.side.choose("view", "kept")
    qtbot.waitUntil(lambda: not page.keeping._finding)
    assert page.view.article is None


def test_the_row_of_the_open_article_is_the_chosen_one_where_it_can_be_seen(
        qtbot: QtBot, demos: Callable[..., Demo], windows: Callable[..., Shell]) -> None:
    shell = windows(demos(more=100).services, "light", "en")
    shell.show()
    shell.show_room("seek")
    page = shell.findChild(SeekPage)
    assert page is not None
    page.side.choose("view", "inbox")
    near, far = page.list.rows.rows[2], page.list.rows.rows[70]
    for article, there in ((near, 2), (far, -1)):
        shell.go("article", article.article_id)
        page.list.setCurrentIndex(QModelIndex())  # as when it was opened before its list was there
        page.list.verticalScrollBar().setValue(0)
        with qtbot.waitSignal(page.list.rows.renewed):
            page._looking.ask()
        assert page.list.currentIndex().row() == there
        assert page.list.verticalScrollBar().value() == 0, "what is in sight stays where it is"
        assert page.view.article is not None
        assert page.view.article.article_id == article.article_id
    shell.go("article", near.article_id)
    page.side.choose("feed", near.feed_id)
    chosen = page.list.chosen()
    assert chosen is not None
    assert chosen.article_id == near.article_id, "in another list too"
    shell.context.services.marking.set([near], "kept")
    page.side.choose("view", "kept")
    chosen = page.list.chosen()
    assert chosen is not None
    assert chosen.article_id == near.article_id
    page.side.choose("view", "later")
    assert page.list.chosen() is None, "it does not stand there"
