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

    qtbot.waitUntil(lambda: not desk.page._listing._busy)
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


def test_only_the_first_rows_are_read_while_somebody_waits(
        qtbot: QtBot, desks: Callable[..., Desk], monkeypatch: pytest.MonkeyPatch) -> None:
    desk = desks("Mine.\n")
    sense, page = desk.demo.services.sense, desk.page
    qtbot.waitUntil(lambda: not page._listing._busy)
    read: list[object] = []
    plain = type(sense).cards

    def cards(self: object, *args: object, **named: object) -> Sequence[FileCard]:
        if threading.current_thread() is threading.main_thread():
            read.append(named.get("limit"))
        return plain(self, *args, **named)  # type: ignore[arg-type]  # the service itself

    monkeypatch.setattr(type(sense), "cards", cards)
    page._show_kind("sources")
    page._show_kind("notes")
    assert read == [100, 100]
    qtbot.waitUntil(lambda: not page._listing._busy)
    page.entered()
    page.open("note", desk.path)
    assert read == [100, 100], "the list was there already"


def test_what_comes_into_the_list_late_takes_nobody_away(qtbot: QtBot, desks: Callable[..., Desk]) -> None:
    desk = desks("Mine.\n")
    desk.page.open("note", desk.path)
    desk.page.back.show_review()
    review = desk.page._middle.currentWidget()
    assert review is not desk.page.note
    desk.page._listing.load()
    qtbot.waitUntil(lambda: not desk.page._listing._busy)
    assert desk.page._middle.currentWidget() is review


def test_the_list_waits_for_a_pause_in_typing(qtbot: QtBot, desks: Callable[..., Desk]) -> None:
    desk = desks("Mine.\n")
    loads: list[int] = []
    qtbot.waitUntil(lambda: not desk.page._listing._busy)
    desk.page._listing.load = lambda: loads.append(1)  # type: ignore[method-assign]  # counted
    qtbot.keyClicks(desk.pane, "x")
    desk.shell.relay.tell("notes", desk.path)
    desk.shell.relay.tell("notes", desk.path)
    assert loads == []
    qtbot.waitUntil(lambda: loads == [1])
