"""A field of choice that is too narrow says so."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from pkm_app.ui.choice import Choice
from pkm_app.ui.look import Look


def test_a_choice_with_too_little_room_ends_in_an_ellipsis(qtbot: QtBot, look: Look) -> None:
    choice = Choice(look)
    qtbot.addWidget(choice)
    choice.addItem("Any language of all there are")
    choice.resize(400, 32)
    assert choice.shown_text() == "Any language of all there are"
    choice.resize(90, 32)
    assert choice.shown_text().endswith("…")
