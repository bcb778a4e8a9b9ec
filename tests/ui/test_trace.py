"""Where words come from and where they went, in the window: by a sentence, an address, or what is open."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from pkm_app.base.errors import Problem
from pkm_app.base.events import finish
from pkm_app.flow.trace import Node
from pkm_app.ui.shell import Shell
from pkm_app.ui.trace_dialog import TraceDialog
from pkm_app.ui.traces import Traces
from pkm_app.ui.widgets import Button, Label, Quote
from tests.ui.demo import Demo
from tests.ui.test_share_room import FINDS, Room

QUOTED = "make more use of the one you’ve already got!"
HAND = Qt.MouseButton.LeftButton


@pytest.fixture
def room(qtbot: QtBot, demos: Callable[..., Demo], windows: Callable[..., Shell], tmp_path: Path) -> Room:
    demo = demos(full=True)
    draft = next(card for card in demo.services.sense.cards(("draft",)) if card.title == FINDS)
    finish(demo.services.share.publishing.publish(draft.path, "blog"))
    demo.services.settings.put("share.ask", "never")
    shell = windows(demo.services, "light", "en")
    shell.resize(1280, 800)
    shell.show()
    qtbot.waitUntil(shell.isActiveWindow)
    return Room(qtbot, shell, demo, tmp_path / "demo0" / "vault")


def asked(room: Room) -> TraceDialog:
    room.qtbot.waitUntil(lambda: any(one.isVisible() for one in room.shell.findChildren(TraceDialog)))
    return next(one for one in room.shell.findChildren(TraceDialog) if one.isVisible())


def words(dialog: TraceDialog) -> str:
    return "\n".join(label.text() for label in dialog.traces.findChildren(Label) if label.isVisible())


def until_told(room: Room, dialog: TraceDialog, said: str) -> str:
    room.qtbot.waitUntil(lambda: said in words(dialog))
    return words(dialog)


def test_a_sentence_that_left_leads_to_its_source_and_its_uses(qtbot: QtBot, room: Room) -> None:
    room.shell.commands.run("window.trace")
    dialog = asked(room)
    dialog.field.setText(QUOTED)
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    told = until_told(room, dialog, "Jane Hart")
    assert told.index("Comes from") < told.index("Jane Hart") < told.index("Used in")
    assert "Version that was read" in told
    assert "What left · " in told
    assert {one.accessibleName() for one in dialog.traces.findChildren(Quote)} >= {QUOTED}
    there = next(one for one in dialog.traces.findChildren(Button) if one.accessibleName() == f"Open: {FINDS}"
                 and one.isVisible())
    there.click()
    qtbot.waitUntil(lambda: room.page.left.record is not None)
    qtbot.waitUntil(lambda: not room.shell.findChildren(TraceDialog))


def test_what_never_left_is_said_so_and_the_next_question_is_answered(qtbot: QtBot, room: Room) -> None:
    room.shell.go("trace", "nobody ever wrote these words from here")
    dialog = asked(room)
    until_told(room, dialog, "nobody ever wrote these words")
    post = next(iter(room.demo.services.share.outlets._maker.posts.values()))  # type: ignore[attr-defined]  # the demo's own
    dialog.field.setText(post.url or post.edit_url)
    qtbot.mouseClick(dialog.button, HAND)
    until_told(room, dialog, "What left · ")


def test_selected_words_of_what_left_are_traced(qtbot: QtBot, room: Room) -> None:
    left = room.page.left
    record = room.demo.services.share.afterwards.left()[0]
    room.shell.go("draft", record.path)
    qtbot.waitUntil(lambda: QUOTED in left.reading.toPlainText())
    assert not left.whence.isVisible()
    at = left.reading.toPlainText().index(QUOTED)
    cursor = left.reading.textCursor()
    cursor.setPosition(at)
    cursor.setPosition(at + len(QUOTED), QTextCursor.MoveMode.KeepAnchor)
    left.reading.setTextCursor(cursor)
    left.reading.selected.emit(True)
    qtbot.mouseClick(left.whence, HAND)
    dialog = asked(room)
    assert dialog.field.text() == QUOTED
    until_told(room, dialog, "Jane Hart")


def test_an_open_source_tells_where_it_was_used(qtbot: QtBot, room: Room) -> None:
    source = next(card for card in room.demo.services.sense.cards(("source",)) if card.author == "Jane Hart")
    room.shell.go("source", source.path)
    qtbot.waitUntil(lambda: bool(room.shell._thing()))
    room.shell.commands.run("window.trace")
    dialog = asked(room)
    told = until_told(room, dialog, FINDS)
    assert "Comes from" not in told
    assert told.index("Used in") < told.index(FINDS)
    assert "What left · " in told


def test_ctrl_k_offers_it_for_a_sentence_and_for_an_address(qtbot: QtBot, room: Room) -> None:
    finder = room.shell.finder
    finder.begin()
    for text, offered in (("two words", False), ("https://blog.example/post", True), (QUOTED, True)):
        finder.field.setText(text)
        finder._typed(text)
        assert ("trace" in [row.kind for row in finder.found()]) == offered
    finder._choose([row.kind for row in finder.found()].index("trace"))
    assert asked(room).field.text() == QUOTED


def test_an_answer_that_comes_after_the_window_was_closed_is_told_to_nobody(
        room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    answers: list[Callable[..., None]] = []
    traces = Traces(room.shell.context)
    monkeypatch.setattr(room.shell.context.relay, "call", lambda _act, *told: answers.extend(told))
    traces.show_whole(QUOTED)
    delete(traces)
    answers[0](Node("passage", "", QUOTED))
    answers[1](Problem("Gone."))
