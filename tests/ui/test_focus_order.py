"""Tab goes through the window as its controls stand there."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from pkm_app.ui.focus_order import focus_next, in_order
from pkm_app.ui.shell import Shell
from pkm_app.ui.today.day_card import DayRow
from pkm_app.ui.today.page import TodayPage
from pkm_app.work.runner import Runner
from tests.ui.demo import Demo
from tests.ui.shots_today import full_day
from tests.ui.still import until_still


@pytest.fixture
def demo(demos: Callable[..., Demo]) -> Demo:
    return demos(full=True)


def tabs(qtbot: QtBot, shell: Shell, key: Qt.Key = Qt.Key.Key_Tab) -> list[QWidget]:
    """Press Tab until it is back where it began; return what had the focus, in order."""
    passed: list[QWidget] = []
    for _ in range(200):
        focus = QApplication.focusWidget()
        assert focus is not None
        if focus in passed:
            return passed[passed.index(focus):]
        passed.append(focus)
        qtbot.keyClick(focus, key)
    raise AssertionError("Tab goes on for ever")


def whole_day(qtbot: QtBot, shell: Shell, runner: Runner) -> TodayPage:
    shell.show_room("today")
    today = shell.findChild(TodayPage)
    assert isinstance(today, TodayPage)
    full_day(shell)
    qtbot.waitUntil(lambda: len(today.waiting.writing_rows()) == 3)
    qtbot.waitUntil(lambda: len(today.finds.findChildren(DayRow)) == 2)
    until_still(qtbot, shell, runner)
    return today


def test_tab_goes_as_things_stand(qtbot: QtBot, shell: Shell, runner: Runner) -> None:
    today = whole_day(qtbot, shell, runner)
    today.setFocus()
    passed = tabs(qtbot, shell)
    rail = [QAccessible.queryAccessibleInterface(one).text(QAccessible.Text.Name) for one in passed
            if shell.rail.isAncestorOf(one)]
    assert rail == ["Today", "Seek", "Sense", "Share", "Refresh", "Settings"]
    for card in (today.waiting, today.finds):
        within = [one.mapTo(card, QPoint(0, 0)) for one in passed if card.isAncestorOf(one)]
        assert len(within) > 1
        assert within == sorted(within, key=lambda place: (place.y(), place.x())), card.key
    assert all(one.isVisible() for one in passed)
    assert set(tabs(qtbot, shell, Qt.Key.Key_Backtab)) == set(passed)
    where = passed.index(next(one for one in passed if today.finds.isAncestorOf(one)))
    passed[where].setFocus()
    qtbot.keyClick(passed[where], Qt.Key.Key_Backtab)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is passed[where - 1])


def test_the_focus_stays_where_it_is_while_feeds_bring_the_same(qtbot: QtBot, shell: Shell, runner: Runner) -> None:
    today = whole_day(qtbot, shell, runner)
    for card, kind in ((today.finds, DayRow), (today.questions, DayRow), (today.waiting, QLineEdit)):
        row = card.findChildren(kind)[-1]
        row.setFocus()
        shell.context.relay.tell("articles")
        until_still(qtbot, shell, runner)
        assert QApplication.focusWidget() is row


def test_tab_leads_nowhere_in_a_window_without_controls(qapp: QApplication) -> None:
    window = QWidget()
    assert not focus_next(window, True)
    assert list(in_order(window)) == [window]
