"""What the check finds in the head of a draft is mended in the window: in the title, and in lines above the text."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from pkm_app.ui.shell import Shell
from tests.ui.demo import Demo
from tests.ui.share_desk import share_desk
from tests.ui.test_share_check import row
from tests.ui.test_share_room import FINDS, Room


@pytest.fixture
def room(qtbot: QtBot, demos: Callable[..., Demo], windows: Callable[..., Shell], tmp_path: Path) -> Room:
    made = share_desk(qtbot, demos, windows, tmp_path)
    made.demo.services.share.internal_names.save(["Falcon"])
    made.open(FINDS)
    made.until_found("Sources credited")
    made.write("Mine.\n")
    return made


def head(room: Room, key: str, value: str | list[str]) -> None:
    room.page.draft.keeper.set_field(key, value)
    room.page.rest()


def test_a_tag_that_names_the_house_is_taken_out_and_comes_back(qtbot: QtBot, room: Room) -> None:
    head(room, "tags", ["leren", "falcon"])
    finding = row(room, "name")
    assert "tags: falcon" in finding.row.accessibleName() or "tags: falcon" in room.findings()
    qtbot.mouseClick(finding.button, Qt.MouseButton.LeftButton)
    room.until_said("Taken out of the head: falcon.")
    assert room.page.draft.keeper.items("tags") == ["leren"]
    room.until_found("Nothing private inside")
    room.shell.notices.undo()
    assert room.page.draft.keeper.items("tags") == ["leren", "falcon"]
    row(room, "name")


def test_a_name_in_the_title_is_selected_to_be_written_over(qtbot: QtBot, room: Room) -> None:
    room.page.draft._title.setFocus()
    room.page.draft._title.setText("")
    room.page.draft._title.insertPlainText("How the falcon flies")
    room.page.rest()
    qtbot.mouseClick(row(room, "name").button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(room.page.draft._title.hasFocus)
    assert room.page.draft._title.selectedText() == "falcon"
    qtbot.keyClicks(room.page.draft._title, "bird")
    room.page.rest()
    assert "title: How the bird flies" in room.file().read_text(encoding="utf-8")
    room.until_found("Nothing private inside")
