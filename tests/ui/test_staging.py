"""Each room has its accent, and what stands in it or over it takes that."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QComboBox, QLineEdit, QListWidget, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from pkm_app.ui.dialogs import Dialog
from pkm_app.ui.look import Look
from pkm_app.ui.shell import Shell
from pkm_app.ui.staging import stage_around
from pkm_app.ui.theme import Stage
from pkm_app.ui.widgets import Button


def edge_of(qtbot: QtBot, field: QWidget) -> QColor:
    """The colour of a field's left edge while the keys go to it."""
    field.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    return field.grab().toImage().pixelColor(0, field.height() // 2)


@pytest.mark.parametrize("stage", ["sense", "share"])
@pytest.mark.parametrize("kind", [QLineEdit, QComboBox])
def test_a_field_in_a_window_over_a_room_has_the_ring_of_that_room(
        qtbot: QtBot, look: Look, stage: Stage, kind: type[QWidget]) -> None:
    room = QWidget()
    qtbot.addWidget(room)
    room.setProperty("stage", stage)
    window = Dialog(room)
    field = kind()
    QVBoxLayout(window).addWidget(field)
    window.open()
    assert edge_of(qtbot, field) == look.color(stage)


def test_a_field_in_no_room_has_the_neutral_ring(qtbot: QtBot, look: Look) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    field.show()
    assert edge_of(qtbot, field) == look.color("seek")


def test_a_chosen_row_has_the_tint_of_its_room(qtbot: QtBot, look: Look) -> None:
    for stage, tint in (("", "seek-tint"), ("sense", "sense-tint"), ("share", "share-tint")):
        rows = QListWidget()
        qtbot.addWidget(rows)
        rows.setProperty("stage", stage)
        rows.addItem("Beurtelings")
        rows.setCurrentRow(0)
        rows.show()
        box = rows.visualItemRect(rows.item(0))
        shown = rows.viewport().grab().toImage()
        assert shown.pixelColor(box.right() - 20, box.center().y()) == look.color(tint), stage


def test_a_button_takes_the_accent_around_it_unless_it_has_its_own(qtbot: QtBot, look: Look) -> None:
    room = QWidget()
    qtbot.addWidget(room)
    room.setProperty("stage", "share")
    inside = QWidget(room)
    follows, own = Button(look, "", "filled"), Button(look, "", "filled", "seek")
    for button, role in ((follows, "share"), (own, "seek")):
        button.setParent(inside)
        button.resize(60, 30)
        assert button.grab().toImage().pixelColor(30, 15) == look.color(role)


def test_the_rooms_of_the_window_say_their_stages(shell: Shell) -> None:
    said = {stage: stage_around(room.page()) for stage, room in shell._rooms.items()}
    assert said == {"today": "seek", "seek": "seek", "sense": "sense", "share": "share"}
    assert stage_around(shell.pages.settings) == "seek"


def test_the_buttons_of_a_question_are_drawn_as_all_others(qtbot: QtBot, look: Look) -> None:
    theirs, ours = QPushButton("Delete"), Button(look, "", "outlined")
    for button in (theirs, ours):
        qtbot.addWidget(button)
        button.resize(90, 30)
        drawn = button.grab().toImage()
        assert drawn.pixelColor(12, 8) == look.color("surface")
        assert drawn.pixelColor(0, 15) == look.color("line")
