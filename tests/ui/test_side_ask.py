"""What is offered while one types where a source goes can be read, in every theme."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from pkm_app.ui.look import Look
from pkm_app.ui.seek.side_ask import SideAsk
from pkm_app.ui.theme import THEMES, Scheme, contrast


@pytest.mark.parametrize("scheme", THEMES)
def test_what_is_offered_stands_on_a_ground_and_shows_which_is_chosen(
        qtbot: QtBot, look: Look, scheme: Scheme) -> None:
    look.set_scheme(scheme)
    asked = SideAsk(look)
    qtbot.addWidget(asked)
    asked.ask("To which folder?", "", lambda _line: None, ["Blogs", "Work", "Friends"])
    completer = asked.field.completer()
    assert completer is not None
    completer.complete()
    view = completer.popup()
    assert view is not None
    qtbot.waitUntil(lambda: view.isVisible() and view.viewport().height() > 0)
    qtbot.keyClick(view, Qt.Key.Key_Down)
    shown = view.viewport().grab().toImage()
    for row in range(3):
        box = view.visualRect(view.model().index(row, 0))
        assert view.viewport().rect().contains(box)
        ground = shown.pixelColor(box.right() - 20, box.center().y())
        assert ground == look.color("seek-tint" if row == 0 else "surface")
        best = max(contrast(shown.pixelColor(x, y), ground)
                   for x in range(box.left() + 8, box.right() - 20) for y in range(box.top() + 2, box.bottom() - 2))
        assert best >= 4.5, f"row {row} cannot be read"
    view.hide()
