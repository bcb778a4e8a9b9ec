"""Windows over the window: as high as what is in them asks for."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from pkm_app.ui.dialogs import Dialog
from pkm_app.ui.look import Look
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
