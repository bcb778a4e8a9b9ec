"""The list of Sense follows what is written without holding the window."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence

import pytest
from pytestqt.qtbot import QtBot

from pkm_app.base.events import finish
from pkm_app.sense.model import FileCard
from tests.ui.desk import Desk


def test_an_autosave_reads_the_list_off_the_main_thread_one_look_at_a_time(
        qtbot: QtBot, desks: Callable[..., Desk], monkeypatch: pytest.MonkeyPatch) -> None:
    desk = desks("Mine.\n")
    sense = desk.demo.services.sense
    asked: list[threading.Thread] = []
    gate, plain = threading.Event(), type(sense).cards

    def cards(self: object, *args: object, **named: object) -> Sequence[FileCard]:
        if args != (("note",),) or named != {"limit": 1000}:
            return plain(self, *args, **named)  # type: ignore[arg-type]  # other rooms look at what is theirs
        asked.append(threading.current_thread())
        assert gate.wait(60)
        return plain(self, *args, **named)  # type: ignore[arg-type]  # the service itself

    monkeypatch.setattr(type(sense), "cards", cards)
    (desk.vault / desk.path).with_name("Fresh.md").write_text("---\ntitle: Fresh\n---\nx\n", encoding="utf-8")
    finish(desk.demo.vault.scan())
    for _ in range(20):  # twenty changes while the first look is under way
        desk.shell.relay.tell("notes", "notes/Fresh.md")
    qtbot.waitUntil(lambda: len(asked) == 1)
    assert asked[0] is not threading.main_thread()
    gate.set()
    qtbot.waitUntil(lambda: "Fresh" in [row.title for row in desk.page._list.rows.rows])
    qtbot.waitUntil(lambda: len(asked) >= 2)
    qtbot.wait(300)
    assert 2 <= len(asked) <= 4  # the twenty are one more look, or two
    assert all(thread is not threading.main_thread() for thread in asked)
