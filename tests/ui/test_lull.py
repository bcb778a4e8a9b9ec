"""What waits for a pause in typing is done, once, and at once where nobody types."""

from __future__ import annotations

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from pkm_app.ui.lull import Lull


def test_without_a_key_it_is_done_at_once(qtbot: QtBot) -> None:
    done: list[str] = []
    lull = Lull(QObject())
    lull.then("a", lambda: done.append("a"))
    assert done == ["a"]


def test_while_somebody_types_it_waits_and_is_done_once_with_the_last_word(qtbot: QtBot) -> None:
    done: list[str] = []
    parent = QObject()
    lull = Lull(parent, pause=60_000)
    lull.touch()
    for number in range(5):
        lull.then("a", lambda number=number: done.append(f"a{number}"))
    lull.then("b", lambda: done.append("b"))
    assert done == []
    lull._pause = 0
    lull._over()
    assert done == ["a4", "b"]
    lull.then("a", lambda: done.append("later"))
    assert done == ["a4", "b", "later"]


def test_it_comes_by_itself_after_the_pause(qtbot: QtBot) -> None:
    done: list[str] = []
    parent = QObject()
    lull = Lull(parent, pause=30)
    lull.touch()
    lull.then("a", lambda: done.append("a"))
    qtbot.waitUntil(lambda: done == ["a"])
