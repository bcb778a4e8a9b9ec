"""Windows over the window: as high as what is in them asks for."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QMenu, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from pkm_app.ui.dialogs import Dialog
from pkm_app.ui.look import Look
from pkm_app.ui.theme import THEMES, Scheme
from pkm_app.ui.widgets import Button, Label

WORDS = "Here is no keyring that can keep a password. What you type here is written nowhere, and asked for again."


def test_a_window_of_a_given_width_has_no_gaps(qtbot: QtBot, look: Look) -> None:
    over = QWidget()
    qtbot.addWidget(over)
    over.resize(900, 600)
    over.show()
    window = Dialog(over)
    box = QVBoxLayout(window)
    told, act = Label(look, "ink2", 13, wrap=True), Button(look, "", "outlined")
    told.setText(WORDS)
    act.setText("Go on")
    box.addWidget(told)
    box.addWidget(act)
    window.setFixedWidth(700)
    window.open()
    qtbot.waitUntil(lambda: window.isVisible() and told.width() > 600)
    assert window.height() == box.totalHeightForWidth(700)
    told.setText(WORDS * 3)
    window.fit()
    assert window.height() == box.totalHeightForWidth(700)


@pytest.mark.parametrize("scheme", THEMES)
def test_the_answers_of_a_question_and_the_parts_of_a_menu_have_edges(
        qtbot: QtBot, look: Look, scheme: Scheme) -> None:
    look.set_scheme(scheme)
    line = look.color("line")
    answer, menu = QPushButton("Replace"), QMenu()  # a question is asked with the system's own buttons
    for widget in (answer, menu):
        qtbot.addWidget(widget)
    answer.resize(90, 32)
    shown = answer.grab().toImage()
    assert (shown.pixelColor(0, 16), shown.pixelColor(45, 0)) == (line, line)
    menu.addAction("Open")
    between = menu.addSeparator()
    menu.addAction("Forget")
    menu.ensurePolished()
    menu.resize(menu.sizeHint())
    box = menu.actionGeometry(between)
    column = [menu.grab().toImage().pixelColor(box.center().x(), y) for y in range(box.top(), box.bottom() + 1)]
    assert line in column
