"""Somebody changed a draft where it stands: the window shows both versions, and the person chooses."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from pkm_app.share.along import Differs
from pkm_app.ui.share.clash_dialog import ClashDialog
from pkm_app.ui.shell import Shell
from tests.ui.demo import Demo
from tests.ui.share_desk import share_desk
from tests.ui.test_share_room import FINDS, Room


@pytest.fixture
def room(qtbot: QtBot, demos: Callable[..., Demo], windows: Callable[..., Shell], tmp_path: Path) -> Room:
    made = share_desk(qtbot, demos, windows, tmp_path)
    made.open(FINDS)
    made.until_found("Sources credited")
    made.page.send_now()
    made.until_said("stands there now")
    posts = made.demo.outlets._maker.posts  # type: ignore[attr-defined]  # the demo's own
    (number,) = posts
    posts[number] = replace(posts[number], html="<p>Words of the editor.</p>", version="theirs", imprint="theirs")
    qtbot.waitUntil(made.panel._button.isEnabled)
    made.page.send_now()
    return made


def dialog(room: Room) -> ClashDialog:
    def open_ones() -> list[ClashDialog]:
        return [one for one in room.shell.findChildren(ClashDialog) if one.isVisible()]

    room.qtbot.waitUntil(lambda: bool(open_ones()))
    return open_ones()[0]


def test_what_differs_beside_the_text_stands_above_it(qtbot: QtBot, room: Room) -> None:
    shown = dialog(room)
    clash = shown.clash
    other = ClashDialog(room.shell.context, replace(clash, beside=(Differs("excerpt", "Theirs, in short.", "Mine."),
                                                                   Differs("tags", "", "leren"))), room.panel)
    assert other.both.old.toPlainText().startswith("Excerpt: Theirs, in short.\n\nTags: –\n\nWords of the editor.")
    assert other.both.new.toPlainText().startswith("Excerpt: Mine.\n\nTags: leren\n\n")
    other.deleteLater()
    qtbot.keyClick(shown, Qt.Key.Key_Escape)


def there(room: Room) -> str:
    (post,) = room.demo.outlets._maker.posts.values()  # type: ignore[attr-defined]  # the demo's own
    return str(post.html)


def copies(room: Room) -> list[Path]:
    return [one for one in (room.vault / "drafts").glob("*.md") if "(blog)" in one.name]


def test_both_versions_are_shown_and_cancelling_changes_nothing(qtbot: QtBot, room: Room) -> None:
    shown = dialog(room)
    assert shown.both.old.toPlainText() == "Words of the editor."
    assert "Julian Stodd" in shown.both.new.toPlainText()
    assert shown.both.old.extraSelections()
    qtbot.keyClick(shown, Qt.Key.Key_Escape)
    qtbot.waitUntil(room.panel._button.isEnabled)
    assert there(room) == "<p>Words of the editor.</p>"
    assert copies(room) == []


def test_theirs_is_kept_as_a_draft_of_its_own(qtbot: QtBot, room: Room) -> None:
    dialog(room).theirs.click()
    qtbot.waitUntil(lambda: "(blog)" in room.page.draft.keeper.path)
    assert "Words of the editor." in copies(room)[0].read_text(encoding="utf-8")
    assert there(room) == "<p>Words of the editor.</p>"


def test_mine_is_sent_over_what_was_seen_which_is_kept(qtbot: QtBot, room: Room) -> None:
    dialog(room).mine.click()
    room.until_said("up to date")
    assert "Julian Stodd" in there(room)
    assert "Words of the editor." in copies(room)[0].read_text(encoding="utf-8")


def test_what_was_changed_again_meanwhile_is_shown_again(qtbot: QtBot, room: Room) -> None:
    shown = dialog(room)
    posts = room.demo.outlets._maker.posts  # type: ignore[attr-defined]  # the demo's own
    (number,) = posts
    posts[number] = replace(posts[number], html="<p>Later ones.</p>", version="later", imprint="later")
    shown.mine.click()
    qtbot.waitUntil(lambda: any(one.isVisible() and one.both.old.toPlainText() == "Later ones."
                                for one in room.shell.findChildren(ClashDialog)))
    assert there(room) == "<p>Later ones.</p>"
    dialog(room).reject()
