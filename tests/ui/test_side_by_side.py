"""Two texts beside one another: what differs is in sight, and marked word by word."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from pkm_app.content.difference import differences
from pkm_app.ui.look import Look
from pkm_app.ui.side_by_side import SideBySide

SAME = "A line that both have.\n" * 60


def shown(qtbot: QtBot, look: Look, old: str, new: str) -> tuple[QWidget, SideBySide]:
    window = QWidget()
    both = SideBySide(look, "Old", "New", "share", window)
    row = QHBoxLayout(window)
    row.addWidget(both.old)
    row.addWidget(both.new)
    both.show_pieces(differences(old, new))  # before there is a window, as a dialog does
    window.resize(600, 300)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    return window, both  # Python must keep hold of it


def test_the_first_difference_is_in_sight_in_both(qtbot: QtBot, look: Look) -> None:
    _window, both = shown(qtbot, look, f"{SAME}Mine is here.\n{SAME}", f"{SAME}{SAME}")
    for field in (both.old, both.new):
        qtbot.waitUntil(partial(lambda bar: bar.value() > 100, field.verticalScrollBar()))
        cursor = field.textCursor()
        cursor.setPosition(len(SAME))
        assert field.viewport().rect().contains(field.cursorRect(cursor).center())


def test_a_short_text_stands_at_its_beginning(qtbot: QtBot, look: Look) -> None:
    _window, both = shown(qtbot, look, f"One.\n{SAME}", f"Two.\n{SAME}")
    assert both.old.verticalScrollBar().value() == both.new.verticalScrollBar().value() == 0


def test_marks_lie_under_words_and_not_under_the_ends_of_lines(qtbot: QtBot, look: Look) -> None:
    _window, both = shown(qtbot, look, "Both 🙂.\nOnly here\n\nand here\n", "Both 🙂.\n")
    assert [mark.cursor.selectedText() for mark in both.old.extraSelections()] == ["Only here", "and here"]
    assert both.old.extraSelections()[0].format.background().color() == look.color("share-mark")
