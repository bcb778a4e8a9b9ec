"""What is longer than the window is scrolled from the keyboard, and what is written in keeps its keys."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QScrollBar, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from pkm_app.ui.scrolling import ScrollArea, scroll_for, scrolling
from pkm_app.ui.settings_page import SettingsPage
from pkm_app.ui.shell import Shell
from pkm_app.ui.today.page import TodayPage
from tests.ui.demo import Demo

KEY, CONTROL, SHIFT = Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def bar_of(page: QWidget) -> QScrollBar:
    area = page.findChild(ScrollArea)
    assert area is not None
    return area.verticalScrollBar()


@pytest.fixture
def small(qtbot: QtBot, demos: Callable[..., Demo], windows: Callable[..., Shell]) -> Shell:
    shell = windows(demos(full=True).services, "light", "en")
    shell.resize(1024, 700)
    shell.show()
    qtbot.waitUntil(shell.isActiveWindow)
    return shell


@pytest.mark.parametrize(("kind", "show"), [(SettingsPage, Shell.show_settings),
                                            (TodayPage, lambda shell: shell.show_room("today"))])
def test_a_long_page_is_scrolled_as_it_opens(
        qtbot: QtBot, small: Shell, kind: type[QWidget], show: Callable[[Shell], None]) -> None:
    show(small)
    page = small.findChild(kind)
    assert isinstance(page, QWidget)
    qtbot.waitUntil(lambda: page.hasFocus() and bar_of(page).maximum() > 0)
    told = QAccessible.queryAccessibleInterface(page).state()
    assert told.focusable
    assert told.focused
    bar = bar_of(page)

    def pressed(key: Qt.Key, *modifiers: Qt.KeyboardModifier) -> int:
        qtbot.keyClick(page, key, *modifiers)
        return bar.value()

    assert 0 < pressed(KEY.Key_Down) < bar.pageStep()
    assert pressed(KEY.Key_Up) == 0
    for down, up in (((KEY.Key_PageDown,), (KEY.Key_PageUp,)), ((KEY.Key_Space,), (KEY.Key_Space, SHIFT))):
        assert pressed(*down) == min(bar.pageStep(), bar.maximum())
        assert pressed(*up) == 0
    for end, home in (((KEY.Key_End,), (KEY.Key_Home,)), ((KEY.Key_End, CONTROL), (KEY.Key_Home, CONTROL))):
        assert pressed(*end) == bar.maximum()
        assert pressed(*home) == 0


def test_a_control_keeps_the_keys_it_knows_and_leaves_the_others(qtbot: QtBot, small: Shell) -> None:
    small.show_settings()
    page = small.findChild(SettingsPage)
    assert isinstance(page, SettingsPage)
    button = page._buttons["scheme"]["light"]
    button.setFocus()
    qtbot.waitUntil(lambda: button.hasFocus() and bar_of(page).maximum() > 0)
    qtbot.keyClick(button, KEY.Key_PageDown)
    assert bar_of(page).value() > 0
    qtbot.keyClick(button, KEY.Key_Home)
    qtbot.keyClick(button, KEY.Key_Space)
    assert bar_of(page).value() == 0


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    """A page with a field above what does not fit."""
    page, column = QWidget(), QWidget()
    box = QVBoxLayout(column)
    box.addWidget(QLineEdit("words"))
    low = QLabel("low")
    low.setMinimumHeight(900)
    box.addWidget(low)
    area = scrolling(column)
    scroll_for(page, area)
    QVBoxLayout(page).addWidget(area)
    page.resize(300, 300)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitUntil(lambda: bar_of(page).maximum() > 0)
    return page


def test_a_field_keeps_home_end_and_space(qtbot: QtBot, page: QWidget) -> None:
    field = page.findChild(QLineEdit)
    assert field is not None
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    for key in (KEY.Key_Home, KEY.Key_Space, KEY.Key_End, KEY.Key_Space):
        qtbot.keyClick(field, key)
    assert field.text() == " words "
    assert bar_of(page).value() == 0
    qtbot.keyClick(field, KEY.Key_PageDown)
    assert bar_of(page).value() > 0


def test_where_all_is_in_sight_keys_do_nothing(qtbot: QtBot, page: QWidget) -> None:
    page.setFocus()
    page.resize(300, 1400)
    qtbot.waitUntil(lambda: bar_of(page).maximum() == 0)
    for key in (KEY.Key_End, KEY.Key_PageDown, KEY.Key_F24, Qt.Key(0x01ffffff)):
        qtbot.keyClick(page, key)
    assert bar_of(page).value() == 0
    assert QApplication.focusWidget() is page
