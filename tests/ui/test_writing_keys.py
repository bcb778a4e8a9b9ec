"""Keys, menu and mouse of the editor that know Markdown."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor

from tests.ui.desk import Desk


@pytest.mark.parametrize(("before", "after"), [
    ("- one", "- one\n- "), ("- [x] one", "- [x] one\n- [ ] "), ("9. one", "9. one\n10. "),
    ("  * one", "  * one\n  * "),
    ("> words", "> words\n> "), ("> — Ann", "> — Ann\n\n"), ("- ", ""), ("plain", "plain\n"),
    ("```\n- code", "```\n- code\n"),
])
def test_return_goes_on_as_one_means(desks: Callable[..., Desk], before: str, after: str) -> None:
    desk = desks(before)
    desk.pane.show_text(before)
    desk.end()
    desk.key(Qt.Key.Key_Return)
    assert desk.pane.text() == after
    desk.pane.undo()
    assert desk.pane.text() == before


def test_menu_acts_write_markdown(desks: Callable[..., Desk]) -> None:
    desk = desks()
    for words, before, after in (
            ("Heading", "kop", "# kop"), ("Heading", "### kop", "kop"), ("Task with a box", "doe", "- [ ] doe"),
            ("Task with a box", "- [ ] doe", "- [x] doe"), ("Numbered list", "een", "1. een"),
            ("Further in", "- een", "    - een"), ("Further out", "    - een", "- een")):
        desk.pane.show_text(before)
        menu = desk.editor.bar.menu()
        next(action for action in menu.actions() if action.text() == words).trigger()
        assert desk.pane.text() == after
    desk.pane.show_text("before")
    next(action for action in desk.editor.bar.menu().actions() if action.text() == "Table").trigger()
    desk.qtbot.keyClicks(desk.pane, "wie")
    assert desk.pane.text().startswith("before\n\n| wie |  |\n| --- | --- |\n|  |  |")


def test_bold_twice_is_not_bold(desks: Callable[..., Desk]) -> None:
    desk = desks("een twee")
    desk.pane.selectAll()
    desk.pane.bold()
    assert desk.pane.text().strip() == "**een twee\n**" or desk.pane.text().startswith("**een twee")
    desk.pane.show_text("een twee")
    desk.pane.selectAll()
    desk.pane.bold()
    assert desk.pane.text() == "**een twee**"
    desk.pane.bold()
    assert desk.pane.text() == "een twee"


def test_a_click_on_a_box_ticks_it(desks: Callable[..., Desk]) -> None:
    desk = desks("- [ ] doen")
    cursor = QTextCursor(desk.pane.document())
    cursor.setPosition(3)
    box = desk.pane.cursorRect(cursor)
    desk.qtbot.mouseClick(desk.pane.viewport(), Qt.MouseButton.LeftButton, pos=box.center() + QPoint(2, 0))
    assert desk.pane.text().startswith("- [x] doen")
