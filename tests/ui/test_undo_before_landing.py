"""Ctrl Z while what it takes back is still being written: it waits its turn, and takes back the right thing."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from pkm_app.base.errors import Refused
from pkm_app.ui.seek.page import SeekPage
from pkm_app.ui.shell import Shell
from tests.ui.test_highlights_in_reader import LONG, add, highlights, read, select, undo
from tests.ui.test_redo import at_rest

WORDS = "Sentence 1 of a long article"


@pytest.fixture
def page(qtbot: QtBot, shell: Shell) -> SeekPage:
    shell.show_room("seek")
    found = shell.findChild(SeekPage)
    assert found is not None
    read(qtbot, shell, found, LONG)
    return found


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[object, str], threading.Event]]:
    """Let a method of a service wait until the event is set."""
    gates: list[threading.Event] = []

    def make(service: object, name: str) -> threading.Event:
        gate, method = threading.Event(), getattr(service, name)
        gates.append(gate)

        def wait(*given: Any) -> Any:
            assert gate.wait(20)
            return method(*given)

        monkeypatch.setattr(service, name, wait)
        return gate

    yield make
    for gate in gates:
        gate.set()


def landed(qtbot: QtBot, shell: Shell) -> None:
    """Wait until all writes have landed that began before, and all who show them have looked."""
    over: list[bool] = []
    shell.relay.in_turn(lambda: None, lambda _: over.append(True))
    qtbot.waitUntil(lambda: bool(over) and at_rest(shell))


def redo(qtbot: QtBot, shell: Shell) -> None:
    qtbot.keyClick(shell, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)


def test_a_colour_is_taken_back_and_not_what_was_done_before(
        qtbot: QtBot, shell: Shell, page: SeekPage, slow: Callable[[object, str], threading.Event]) -> None:
    add(qtbot, shell, page, WORDS)
    gate = slow(shell.context.services.reading.edits, "recolour")
    page.view.acts.step(1)
    page.view.acts.colour("blue")
    undo(qtbot, shell)
    gate.set()
    landed(qtbot, shell)
    assert [one.colour for one in highlights(shell)] == ["yellow"]
    redo(qtbot, shell)
    landed(qtbot, shell)
    assert [one.colour for one in highlights(shell)] == ["blue"]


def test_a_highlight_under_way_is_taken_back_and_made_again(
        qtbot: QtBot, shell: Shell, page: SeekPage, slow: Callable[[object, str], threading.Event]) -> None:
    gate = slow(shell.context.services.highlighting, "add_at")
    select(page, WORDS)
    qtbot.keyClicks(page.view.pane, "h")
    undo(qtbot, shell)
    gate.set()
    landed(qtbot, shell)
    assert not highlights(shell)
    redo(qtbot, shell)
    landed(qtbot, shell)
    assert len(highlights(shell)) == 1


def test_two_edits_land_in_the_order_they_were_made(
        qtbot: QtBot, shell: Shell, page: SeekPage, slow: Callable[[object, str], threading.Event]) -> None:
    add(qtbot, shell, page, WORDS)
    gate = slow(shell.context.services.reading.edits, "recolour")
    for colour in ("blue", "pink", "green"):
        page.view.acts.step(1)
        page.view.acts.step(-1)
        page.view.acts.colour(colour)
    undo(qtbot, shell)
    gate.set()
    landed(qtbot, shell)
    assert [one.colour for one in highlights(shell)] == ["pink"]


def test_an_edit_that_fails_leaves_nothing_to_take_back(
        qtbot: QtBot, shell: Shell, page: SeekPage, monkeypatch: pytest.MonkeyPatch) -> None:
    add(qtbot, shell, page, WORDS)
    may = threading.Event()

    def fail(*_given: object) -> None:
        assert may.wait(20)
        raise Refused("No.")

    monkeypatch.setattr(shell.context.services.reading.edits, "recolour", fail)
    page.view.acts.step(1)
    page.view.acts.colour("blue")
    undo(qtbot, shell)
    may.set()
    landed(qtbot, shell)
    assert [one.colour for one in highlights(shell)] == ["yellow"]
    assert not shell.notices.can_redo()
    undo(qtbot, shell)
    landed(qtbot, shell)
    assert not highlights(shell)


def test_words_at_a_highlight_go_and_come_with_it(qtbot: QtBot, shell: Shell, page: SeekPage) -> None:
    add(qtbot, shell, page, WORDS)
    before = shell.context.services.sense.set_comment(highlights(shell)[0].highlight_id, "Mine.")
    undo(qtbot, shell)
    landed(qtbot, shell)
    assert not highlights(shell)
    for _ in range(2):
        redo(qtbot, shell)
        landed(qtbot, shell)
        assert [(one.highlight_id, one.comment.strip()) for one in highlights(shell)] == [
            (before.highlight_id, "Mine.")]
        undo(qtbot, shell)
        landed(qtbot, shell)
        assert not highlights(shell)


def test_highlighting_the_same_words_once_more_and_taking_that_back_leaves_what_was_there(
        qtbot: QtBot, shell: Shell, page: SeekPage) -> None:
    add(qtbot, shell, page, WORDS)
    shell.context.services.sense.set_comment(highlights(shell)[0].highlight_id, "Mine.")
    select(page, WORDS)
    qtbot.keyClicks(page.view.pane, "h")
    landed(qtbot, shell)
    undo(qtbot, shell)
    landed(qtbot, shell)
    assert [one.comment.strip() for one in highlights(shell)] == ["Mine."]
