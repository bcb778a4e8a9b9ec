"""Windows that are small because the text is enlarged: nothing of Share and Sense is cut off or out of reach."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from pkm_app.base.events import finish
from pkm_app.ui.seek.page import SeekPage
from pkm_app.ui.seek.side import HEIGHT
from pkm_app.ui.sense.page import SensePage
from pkm_app.ui.share.page import SharePage
from pkm_app.ui.shell import Shell
from pkm_app.ui.widgets import Button
from tests.ui.demo import Demo
from tests.ui.shots import settle
from tests.ui.test_every_screen import complaints, vocabulary
from tests.ui.walk import look_at, walk

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
SMALL = ((640, 440), (720, 450))
SCREENS = ("today", "reading", "matter", "finding", "feed_health", "settings", "settings_below", "results", "sense",
           "share", "checkup", "import_looked_at", "seek_empty", "sense_empty", "today_empty", "nothing_kept")
Windows = Callable[..., Shell]


def small(qtbot: QtBot, demo: Demo, windows: Windows, language: str, size: tuple[int, int]) -> Shell:
    demo.services.settings.put("scale", "200")
    shell = windows(demo.services, "light", language)
    shell.resize(*size)
    shell.show()
    qtbot.waitUntil(shell.isActiveWindow)
    qtbot.waitUntil(lambda: (shell.width(), shell.height()) == size)
    return shell


def share(shell: Shell) -> SharePage:
    page = shell.findChild(SharePage)
    assert page is not None
    return page


def sense(shell: Shell) -> SensePage:
    page = shell.findChild(SensePage)
    assert page is not None
    return page


def outside(page: QWidget) -> list[str]:
    """Return the words of buttons that are seen and yet not wholly in the window, nor in something that scrolls."""
    return [one.text() or one.accessibleName() for one in page.findChildren(QAbstractButton)
            if one.isVisible() and not within(one)]


def within(widget: QWidget) -> bool:
    """Say whether a widget lies wholly in all that it is in; what scrolls up and down may hold it further down."""
    box, above = widget, widget.parentWidget()
    while above is not None:
        place, area = box.rect().translated(box.mapTo(above, QPoint())), above.parentWidget()
        if isinstance(area, QScrollArea) and above is area.viewport():
            if place.left() < 0 or place.right() > above.width():
                return False
            box, above = area, area.parentWidget()
        elif not above.rect().contains(place):
            return False
        else:
            above = None if above.isWindow() else area
    return True


@pytest.mark.parametrize("language", ["en", "nl"])
def test_a_laptop_at_twice_the_size_shows_each_room_whole(qapp: QApplication, tmp_path: Path, language: str) -> None:
    """1440x900 at 200 %: nothing is cut off, lies over something else, or is out of reach."""
    known, found, seen = vocabulary(language), set[str](), set[str]()
    for screen in walk(qapp, tmp_path, "light", language, (720, 450), only=SCREENS, settings={"scale": "200"}):
        seen.add(screen.name)
        said = complaints(screen, known)
        for longer in (500, 2000, 4000):
            if said:
                settle(longer)
                said &= complaints(look_at(screen.name, screen.shell), known)
        found |= said
        if screen.name == "finding":  # what is said above an article leaves room for it
            page = screen.shell.findChild(SeekPage)
            assert page is not None
            assert page.view.finding.isVisible()
            assert page.view.pane.height() >= 60
    assert seen == set(SCREENS)
    assert sorted(found) == []


def test_fewer_words_stand_where_there_is_little_room(
        qtbot: QtBot, demos: Callable[..., Demo], windows: Windows) -> None:
    shell = small(qtbot, demos(full=True), windows, "nl", (720, 450))
    field, page = shell.finder.field, shell.pages.search()
    shell.show_search("social")
    qtbot.waitUntil(lambda: field.placeholderText() == "Zoeken" and not page._save.text())
    assert (field.accessibleName(), page._save.accessibleName()) == (
        "Zoek in notities, markeringen en artikelen", "Zoekopdracht bewaren")
    shell.resize(1280, 800)
    qtbot.waitUntil(lambda: field.placeholderText() == field.accessibleName()
                    and page._save.text() == "Zoekopdracht bewaren")


@pytest.mark.parametrize("size", SMALL)
@pytest.mark.parametrize("language", ["en", "nl"])
def test_every_button_of_share_lies_in_the_window(
        qtbot: QtBot, demos: Callable[..., Demo], windows: Windows, language: str, size: tuple[int, int]) -> None:
    demo = demos(full=True)
    services = demo.services
    shell = small(qtbot, demo, windows, language, size)
    shell.show_room("share")
    page = share(shell)
    draft = next(card for card in services.sense.cards(("draft",)) if "20 Nov" in card.title)
    record = finish(services.share.publishing.publish(draft.path, "blog"))
    assert record.remote_id
    shell.go("draft", draft.path)
    qtbot.waitUntil(lambda: page.draft.isVisible())
    acts = (page.turns.show_list, page.turns.show_side, page.composing.toggle_drawer, page.composing.toggle_parts,
            page.composing.show_check, page.add_outlet)
    for act in acts:
        act()
        qtbot.waitUntil(lambda: outside(page) == [])
    assert page.draft.width() >= 300
    page.turns.show_list()
    shell.go("draft", services.share.afterwards.left(draft.file_id)[0].path)
    qtbot.waitUntil(lambda: page.left.record is not None and page.left.reading.isVisible())
    qtbot.waitUntil(lambda: outside(page) == [])


def test_list_and_check_take_turns_by_mouse_and_by_key(
        qtbot: QtBot, demos: Callable[..., Demo], windows: Windows) -> None:
    shell = small(qtbot, demos(full=True), windows, "en", (720, 450))
    shell.show_room("share")
    page = share(shell)
    turns, panel, found = page.turns, page._panel, page._list
    qtbot.waitUntil(lambda: found.isVisible() and not panel.isVisible())
    qtbot.mouseClick(turns.opener, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: panel.isVisible() and not found.isVisible())
    qtbot.waitUntil(lambda: panel.isAncestorOf(QApplication.focusWidget()))  # who goes there by key is there
    qtbot.mouseClick(turns.closer, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: found.isVisible() and not panel.isVisible())
    for there in (True, False):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_P, CTRL | SHIFT)
        qtbot.waitUntil(lambda there=there: (panel.isVisible(), found.isVisible()) == (there, not there))
    page.composing.toggle_drawer()
    qtbot.waitUntil(page.composing.drawer.isVisible)
    page.composing.toggle_drawer()
    qtbot.waitUntil(found.isVisible)
    shell.resize(1280, 800)
    qtbot.waitUntil(lambda: panel.isVisible() and found.isVisible() and not turns.opener.isVisible())


def test_what_must_be_mended_comes_into_sight_when_a_draft_cannot_leave(
        qtbot: QtBot, demos: Callable[..., Demo], windows: Windows) -> None:
    demo = demos(full=True)
    path = demo.services.share.drafting.new_draft((), "Held up")[1]
    demo.services.sense.save(path, "> Words of nobody.\n", demo.services.sense.load(path))
    shell = small(qtbot, demo, windows, "en", (720, 450))
    shell.show_room("share")
    shell.go("draft", path)
    page = share(shell)
    qtbot.waitUntil(page._panel.is_held_up)
    assert not page._panel.isVisible()
    shell.commands.run("share.send")
    qtbot.waitUntil(page._panel.isVisible)


@pytest.mark.parametrize("size", [*SMALL, (853, 533), (1024, 700)])
def test_what_stands_beside_a_note_is_within_reach(
        qtbot: QtBot, demos: Callable[..., Demo], windows: Windows, size: tuple[int, int]) -> None:
    demo = demos(full=True)
    shell = small(qtbot, demo, windows, "nl", size)
    shell.show_room("sense")
    shell.go("note", next(one for one in demo.services.sense.cards() if one.title == "Conditions, not design").path)
    page = sense(shell)
    qtbot.waitUntil(page.note.isVisible)
    qtbot.waitUntil(lambda: outside(page) == [])
    shell.commands.run("sense.side")
    qtbot.waitUntil(page._panel.isVisible)
    qtbot.waitUntil(lambda: outside(page) == [])
    if size[0] < 900:
        shell.commands.run("sense.side")
        qtbot.waitUntil(lambda: page._left.isVisible() and not page._panel.isVisible())


def test_tools_without_room_stand_in_the_menu(qtbot: QtBot, demos: Callable[..., Demo], windows: Windows) -> None:
    shell = small(qtbot, demos(full=True), windows, "en", (640, 440))
    shell.show_room("share")
    page = share(shell)
    shell.go("draft", next(c.path for c in shell.context.services.sense.cards(("draft",)) if "20 Nov" in c.title))
    page.turns.show_side()
    bar = page.draft.editor.bar

    def tools() -> set[str]:
        return {one.accessibleName() for one in bar.findChildren(Button) if one.isVisible()}

    qtbot.waitUntil(lambda: "Link" not in tools())
    menu = bar.menu()
    assert {"Link", "Quotation", "List"} <= {action.text() for action in menu.actions()}
    menu.deleteLater()
    shell.resize(1280, 800)
    qtbot.waitUntil(lambda: {"Link", "Quotation", "List"} <= tools())
    menu = bar.menu()
    assert "Link" not in {action.text() for action in menu.actions()}
    menu.deleteLater()


def test_columns_keep_their_widths_while_no_note_is_open(
        qtbot: QtBot, demos: Callable[..., Demo], windows: Windows) -> None:
    demo = demos(full=True)
    shell = windows(demo.services, "light", "nl")
    shell.resize(1024, 700)
    shell.show()
    shell.show_room("sense")
    page = sense(shell)
    shell.go("highlight", demo.services.highlighting.listing()[0].highlight.highlight_id)
    qtbot.waitUntil(lambda: page._panel.isVisible() and not page.note.isVisible())
    qtbot.waitUntil(lambda: page._left.width() >= 300 and page._panel.width() >= 290)
    shell.resize(1440, 900)
    shell.go("note", next(one for one in demo.services.sense.cards() if one.title == "Conditions, not design").path)
    qtbot.waitUntil(lambda: "in een concept" in page.note._use.text())
    shell.go("highlight", demo.services.highlighting.listing()[0].highlight.highlight_id)
    qtbot.waitUntil(lambda: not page.note.isVisible())
    shell.resize(1024, 700)
    qtbot.waitUntil(lambda: page.width() < 1000)
    qtbot.waitUntil(lambda: page._left.width() >= 300 and page._panel.width() >= 290)


@pytest.mark.parametrize("height", [560, 611, 700])
def test_the_list_of_sources_shows_whole_rows_only(
        qtbot: QtBot, shell: Shell, seek_page: SeekPage, height: int) -> None:
    shell.resize(1024, height)
    rows = seek_page.side
    last = rows.rows.index(len(rows.rows.rows) - 1)

    def whole() -> bool:
        """The last row is chosen, and what is seen begins and ends with the edge of a row."""
        view = rows.viewport().height()
        return view > 0 and view % HEIGHT == 0 and rows.visualRect(last).bottom() == view - 1

    def choose() -> bool:
        rows.setCurrentIndex(last)
        rows.scrollTo(last)
        return rows.verticalScrollBar().maximum() > 0 and whole()

    qtbot.waitUntil(choose)
    assert rows.visualRect(rows.indexAt(QPoint(5, 0))).top() == 0
    assert rows.mapTo(shell, rows.rect().bottomLeft()).y() <= shell.height()
