"""What a screen reader is told, and what it may ask for without ending the program."""

from __future__ import annotations

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from pkm_app.ui.look import Look
from pkm_app.ui.scrolling import ScrollArea
from pkm_app.ui.widgets import Button, name, tip


def test_a_tool_tip_is_told_in_plain_words(qapp: QApplication, look: Look) -> None:
    button = Button(look, "check")
    name(button, "R&D <b>")
    told = QAccessible.queryAccessibleInterface(button)
    assert told.text(QAccessible.Text.Name) == "R&D <b>"
    assert told.text(QAccessible.Text.Description) == "R&D <b>"
    assert button.toolTip() == "<qt>R&amp;D &lt;b></qt>"
    tip(button, "")
    assert button.toolTip() == told.text(QAccessible.Text.Description) == ""


def test_a_bar_that_comes_and_goes_is_no_child_of_what_scrolls(qtbot: QtBot, look: Look) -> None:
    column, area = QWidget(), ScrollArea()
    qtbot.addWidget(area)
    QVBoxLayout(column).addWidget(Button(look, "check"))
    area.setWidget(column)
    area.resize(200, 100)
    area.show()
    told = QAccessible.queryAccessibleInterface(area)
    assert (area._bar.isVisible(), area.viewport().width(), told.childCount()) == (False, 200, 1)
    column.setMinimumHeight(500)
    qtbot.waitUntil(area._bar.isVisible)
    assert told.childCount() == 1
    assert area.viewport().width() == 200 - area._bar.width()
    area._bar.setValue(120)
    assert area.verticalScrollBar().value() == 120
    area.verticalScrollBar().setValue(40)
    assert area._bar.value() == 40
    assert area._bar.geometry().right() == area.width() - 1
    area.hide()
    assert told.childCount() == 1
    column.setMinimumHeight(0)
    area.show()
    qtbot.waitUntil(lambda: not area._bar.isVisible())
    assert area.viewport().width() == 200
