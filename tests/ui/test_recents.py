"""What was open lately stands first in the one field, and columns and dropped folders are what a person made them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QSplitter
from pytestqt.qtbot import QtBot

from pkm_app.ui.recents import Recent, lately, recent, remember
from pkm_app.ui.sense.page import SensePage
from pkm_app.ui.share.page import SharePage
from pkm_app.ui.shell import Shell
from pkm_app.ui.welcome import WelcomePage
from tests.ui.demo import Demo, DemoSettings


def test_the_latest_come_first_and_each_once() -> None:
    settings = DemoSettings()
    for kind, name in (("note", "a"), ("article", "b"), ("note", "a"), ("shared", "c"), ("draft", ""), ("draft", "d")):
        remember(settings, kind, name, f" {name}\n ")
    assert recent(settings) == [Recent("draft", "d", "d"), Recent("note", "a", "a"), Recent("article", "b", "b")]
    assert [one.id for one in lately(settings, "share")] == ["a", "b"]
    assert [one.id for one in lately(settings, "today")] == ["d", "a", "b"]
    for number in range(20):
        remember(settings, "note", str(number), "x" * 999)
    assert len(recent(settings)) == 8
    assert len(recent(settings)[0].title) == 200


@pytest.mark.parametrize("kept", ["", "no json", "{}", "[1, 2]", '[["note", "a"]]', '[["odd", "a", "A"]]'])
def test_what_cannot_be_read_is_nothing(kept: str) -> None:
    assert recent(DemoSettings({"recent.things": kept})) == []


@pytest.fixture
def shell(qtbot: QtBot, demos: Callable[..., Demo], windows: Callable[..., Shell]) -> Shell:
    made = windows(demos(full=True).services, "light", "en")
    made.resize(1440, 900)
    made.show()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def test_the_field_offers_them_before_the_acts(qtbot: QtBot, shell: Shell) -> None:
    services = shell.context.services
    note = next(card for card in services.sense.cards() if card.title == "Informal ≠ social")
    article = next(one for one in services.seek.articles("all") if one.title == "What is Social Learning?")
    shell.go("note", note.path)
    shell.go("article", article.article_id)
    shell.show_room("today")
    shell.finder.begin()
    rows = shell.finder.found()
    assert [(row.kind, row.title) for row in rows[:2]] == [("article", article.title), ("note", note.title)]
    assert any(row.kind == "command" for row in rows)
    shell.finder._choose(1)
    page = shell.findChild(SensePage)
    assert page is not None
    qtbot.waitUntil(lambda: page.note.keeper.path == note.path)
    shell.finder.begin()
    assert shell.finder.found()[0].title == article.title, "what is open here is not offered"


@pytest.mark.parametrize(("room", "kind"), [("sense", SensePage), ("share", SharePage)])
def test_columns_are_as_wide_as_a_person_made_them(qtbot: QtBot, shell: Shell, windows: Callable[..., Shell],
                                                   room: str, kind: type[QSplitter]) -> None:
    shell.show_room(room)
    page = shell.findChild(kind)
    assert page is not None
    qtbot.waitUntil(lambda: page.width() > 1200)
    page.moveSplitter(page.sizes()[0] + 60, 1)
    wide = page.sizes()
    shell.close()
    second = windows(shell.context.services, "light", "en")
    second.resize(1440, 900)
    second.show()
    second.show_room(room)
    other = second.findChild(kind)
    assert other is not None
    qtbot.waitUntil(lambda: other.sizes() == wide)


def test_widths_that_cannot_be_read_are_the_usual_ones(qtbot: QtBot, shell: Shell,
                                                       windows: Callable[..., Shell]) -> None:
    shell.close()
    shell.context.services.settings.put("sense.splitter", "0,x,-4")
    second = windows(shell.context.services, "light", "en")
    second.resize(1440, 900)
    second.show()
    second.show_room("sense")
    page = second.findChild(SensePage)
    assert page is not None
    qtbot.waitUntil(lambda: 290 <= page.sizes()[0] <= 320)


def drop(page: WelcomePage, path: Path) -> bool:
    """Drop a file or folder onto a page; return whether it was taken."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    none, left = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    enter = QDragEnterEvent(QPoint(40, 40), Qt.DropAction.CopyAction, data, left, none)
    QApplication.sendEvent(page, enter)
    if enter.isAccepted():
        QApplication.sendEvent(page, QDropEvent(QPointF(40, 40), Qt.DropAction.CopyAction, data, left, none))
    return enter.isAccepted()


def test_a_folder_that_is_dropped_on_the_first_steps_is_chosen(qtbot: QtBot, shell: Shell, tmp_path: Path) -> None:
    shell.show_welcome()
    page = shell.findChild(WelcomePage)
    assert page is not None
    mine = tmp_path / "Mijn notities"
    mine.mkdir()
    (tmp_path / "file.bin").write_text("x", encoding="utf-8")
    before = page.choice.folder
    drop(page, tmp_path / "file.bin")  # the window says that it takes no such file
    assert page.choice.folder == before
    assert drop(page, mine)
    qtbot.waitUntil(lambda: page.choice.folder == str(mine))
    assert page.choice.told.text() == "This folder is empty. PKM makes its own folders in it."
