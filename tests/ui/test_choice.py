"""A field of choice that is too narrow says so."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from pkm_app.ui.choice import Choice
from pkm_app.ui.look import Look
from pkm_app.ui.theme import THEMES, Scheme, contrast


def test_a_choice_with_too_little_room_ends_in_an_ellipsis(qtbot: QtBot, look: Look) -> None:
    choice = Choice(look)
    qtbot.addWidget(choice)
    choice.addItem("Any language of all there are")
    choice.resize(400, 32)
    assert choice.shown_text() == "Any language of all there are"
    choice.resize(90, 32)
    assert choice.shown_text().endswith("…")


@pytest.mark.parametrize("scheme", THEMES)
@pytest.mark.parametrize("stage", ["", "share"])
def test_an_opened_choice_shows_all_words_and_which_is_chosen(
        qtbot: QtBot, look: Look, scheme: Scheme, stage: str) -> None:
    look.set_scheme(scheme)
    room, choice = QWidget(), Choice(look)
    qtbot.addWidget(room)
    room.setProperty("stage", stage)
    QVBoxLayout(room).addWidget(choice)
    choice.addItems(["One", "Two", "Three"])
    choice.setCurrentIndex(1)
    room.resize(240, 60)
    room.show()
    choice.showPopup()
    view = choice.view()
    qtbot.waitUntil(lambda: view.isVisible() and view.viewport().height() > 0)
    shown = view.viewport().grab().toImage()
    for row in range(3):
        box = view.visualRect(choice.model().index(row, 0))
        assert view.viewport().rect().contains(box)
        ground = shown.pixelColor(box.right() - 20, box.center().y())
        assert ground == look.color(f"{stage or 'seek'}-tint" if row == 1 else "surface")
        best = max(contrast(shown.pixelColor(x, y), ground)
                   for x in range(box.left() + 8, box.right() - 20) for y in range(box.top() + 2, box.bottom() - 2))
        assert best >= 4.5, f"row {row} cannot be read"
    choice.hidePopup()
