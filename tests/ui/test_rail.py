"""The rail tells where one is, to eyes and to screen readers."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from pkm_app.ui.rail import RailButton
from pkm_app.ui.shell import Shell

pytestmark = pytest.mark.window


def told(shell: Shell) -> dict[str, tuple[QAccessible.Role, bool]]:
    """Return role and state of each button, by its word."""
    found = {}
    for button in shell.rail.findChildren(RailButton):
        interface = QAccessible.queryAccessibleInterface(button)
        state = interface.state().checked  # type: ignore[attr-defined]  # Qt's bit field
        found[button.text()] = (interface.role(), bool(state))
    return found


def test_the_rooms_are_told_as_a_choice_of_which_one_is_on(qtbot: QtBot, shell: Shell) -> None:
    shell.context.language.set("en")
    shell.show()
    for go, word in ((lambda: shell.show_room("sense"), "Sense"), (shell.show_settings, "Settings")):
        go()
        roles = told(shell)
        assert {role for name, (role, _) in roles.items() if name != "Refresh"} == {QAccessible.Role.RadioButton}
        assert [name for name, (_, on) in roles.items() if on] == [word]
    assert roles["Refresh"][0] == QAccessible.Role.Button
    shell.show_search("learning")
    assert not any(on for _, on in told(shell).values()), "the page of results belongs to no room"


def test_tab_and_arrows_go_from_room_to_room_and_choose_none(qtbot: QtBot, shell: Shell) -> None:
    shell.show()
    shell.show_room("today")
    qtbot.waitUntil(shell.isActiveWindow)
    rooms = list(shell.rail._rooms.values())
    rooms[0].setFocus()
    qtbot.waitUntil(rooms[0].hasFocus)
    assert all(one.focusPolicy() & Qt.FocusPolicy.TabFocus for one in rooms)
    qtbot.keyClick(rooms[0], Qt.Key.Key_Down)
    qtbot.waitUntil(rooms[1].hasFocus)
    qtbot.keyClick(rooms[1], Qt.Key.Key_Up)
    qtbot.keyClick(rooms[0], Qt.Key.Key_Up)
    qtbot.waitUntil(shell.rail._settings.hasFocus)
    assert rooms[0].isChecked()
    assert not shell.pages.settings.isVisible()
    qtbot.keyClick(shell.rail._settings, Qt.Key.Key_Down)
    qtbot.waitUntil(rooms[0].hasFocus)
    qtbot.keyClick(rooms[0], Qt.Key.Key_Down)
    qtbot.keyClick(rooms[1], Qt.Key.Key_Space)
    qtbot.waitUntil(rooms[1].isChecked)
    assert not rooms[0].isChecked()
    rooms[1].click()
    assert rooms[1].isChecked(), "pressed again, one stays"
