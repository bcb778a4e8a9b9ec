"""What a draft says of itself, changed in the window: kept line by line, refused in words, taken back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from pkm_app.ui.share.about_draft import AboutDraft
from pkm_app.ui.share.outlet_rows import OutletRow
from pkm_app.ui.shell import Shell
from tests.share.drafts import picture_bytes
from tests.ui.demo import Demo
from tests.ui.share_desk import share_desk
from tests.ui.still import until_still
from tests.ui.test_share_room import FINDS, Room


@pytest.fixture
def room(qtbot: QtBot, demos: Callable[..., Demo], windows: Callable[..., Shell], tmp_path: Path) -> Room:
    made = share_desk(qtbot, demos, windows, tmp_path)
    made.open(FINDS)
    return made


def opened(room: Room) -> AboutDraft:
    room.shell.commands.run("share.about")
    room.qtbot.waitUntil(lambda: any(one.isVisible() for one in room.shell.findChildren(AboutDraft)))
    return next(one for one in room.shell.findChildren(AboutDraft) if one.isVisible())


def kept(room: Room, dialog: AboutDraft) -> None:
    gone: list[bool] = []
    dialog.finished.connect(lambda _result: gone.append(True))
    dialog.keep()
    room.qtbot.waitUntil(lambda: bool(gone))


def test_what_is_kept_stands_in_the_file_and_can_be_taken_back(qtbot: QtBot, room: Room) -> None:
    before = room.file().read_text(encoding="utf-8")
    dialog = opened(room)
    dialog.language.setCurrentIndex(dialog.language.findData("nl"))
    dialog.tags.setText("one, #two")
    dialog.categories.setText("Learning, learning, Work")
    dialog.compilers.setText("Anne Bos, Bert")
    dialog.excerpt.setPlainText("What it is\nabout")
    kept(room, dialog)
    qtbot.waitUntil(lambda: "excerpt: What it is about\n" in room.file().read_text(encoding="utf-8"))
    about = room.demo.services.share.describing.about(room.page.draft.keeper.path)
    assert (about.language, about.tags, about.categories, about.compilers) == (
        "nl", ("one", "two"), ("Learning", "Work"), ("Anne Bos", "Bert"))
    assert room.page.draft.editor.spelling._language == "nl"
    after = room.file().read_text(encoding="utf-8")
    assert after.split("---\n", 2)[2] == before.split("---\n", 2)[2], "the text is as it was"
    room.shell.notices.undo()
    qtbot.waitUntil(lambda: "excerpt" not in room.file().read_text(encoding="utf-8"))
    assert "Anne" not in room.file().read_text(encoding="utf-8")
    room.shell.notices.redo()
    qtbot.waitUntil(lambda: "excerpt: What it is about\n" in room.file().read_text(encoding="utf-8"))
    room.shell.notices.undo()
    qtbot.waitUntil(lambda: "excerpt" not in room.file().read_text(encoding="utf-8"))


def test_it_is_taken_back_in_a_draft_that_is_no_longer_open(qtbot: QtBot, room: Room) -> None:
    dialog = opened(room)
    dialog.categories.setText("Apart")
    kept(room, dialog)
    file = room.file()
    qtbot.waitUntil(lambda: "Apart" in file.read_text(encoding="utf-8"))
    room.open("Yammer als leerplek")
    room.shell.notices.undo()
    qtbot.waitUntil(lambda: "Apart" not in file.read_text(encoding="utf-8"))


def test_what_cannot_be_is_said_and_the_window_stays(qtbot: QtBot, room: Room) -> None:
    before = room.file().read_bytes()
    dialog = opened(room)
    dialog.tags.setText("12")
    dialog.keep()
    qtbot.waitUntil(lambda: "can be no tag" in " ".join(one.text() for one in dialog.findChildren(QLabel)))
    assert dialog.isVisible()
    dialog.tags.setText("")
    dialog.featured.setText("nowhere.png")
    dialog.keep()
    qtbot.waitUntil(lambda: "no picture" in " ".join(one.text() for one in dialog.findChildren(QLabel)))
    dialog.reject()
    assert room.file().read_bytes() == before


def test_a_picture_of_this_machine_comes_into_the_folder(qtbot: QtBot, room: Room, tmp_path: Path,
                                                         monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "hedge.png").write_bytes(picture_bytes("PNG"))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_asked: (str(tmp_path / "hedge.png"), ""))
    dialog = opened(room)
    dialog.choose_picture()
    qtbot.waitUntil(lambda: dialog.featured.text() == "attachments/hedge.png")
    dialog.words.setText("A hedge, photo: Anne")
    kept(room, dialog)
    qtbot.waitUntil(lambda: 'featured: "[[attachments/hedge.png|A hedge, photo: Anne]]"\n' in
                    room.file().read_text(encoding="utf-8"))


def test_every_field_is_named_and_reached_by_the_keyboard(qtbot: QtBot, room: Room) -> None:
    dialog = opened(room)
    named = [dialog.language, dialog.tags, dialog.compilers, dialog.categories, dialog.excerpt, dialog.featured]
    assert [one.accessibleName() for one in named] == [
        "Language", "Tags", "Compilers", "Categories", "Excerpt", "Picture"]
    labels = {one.text(): one for one in dialog.findChildren(QLabel)}
    for words in ("Language", "Tags", "Compilers", "Categories", "Excerpt", "Picture", "Its words"):
        assert labels[words].width() >= labels[words].sizeHint().width() > 20, words
    dialog.language.setFocus()
    qtbot.waitUntil(dialog.language.hasFocus)
    for after in named[1:]:
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
        assert after.hasFocus(), after.accessibleName()
    dialog.reject()


def test_an_outlet_is_for_others_from_now_on(qtbot: QtBot, room: Room) -> None:
    outlets = room.demo.services.share.outlets

    def rows() -> list[OutletRow]:
        return [one for one in room.panel.findChildren(OutletRow) if one.isVisible()]

    qtbot.waitUntil(lambda: bool(rows()))
    until_still(qtbot, room.shell, room.demo.services.runner)  # rows are made anew while the draft is looked at
    menu = rows()[0].menu_of_acts()
    assert [one.text() for one in menu.actions() if one.isChecked()] == ["For: Public"]
    next(one for one in menu.actions() if one.text() == "For: Team").trigger()
    qtbot.waitUntil(lambda: outlets.outlets()[0].audience == "team" and room.panel.audience() == "team")
    qtbot.waitUntil(lambda: any("Team" in one.accessibleName() for one in rows()))
    room.shell.notices.undo()
    qtbot.waitUntil(lambda: outlets.outlets()[0].audience == "public" and room.panel.audience() == "public")
