"""Changes that come in a stream are told together, a single one soon; nothing that changed is forgotten."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from pkm_app.base.events import Changed
from pkm_app.ui.gathering import Gathering


@pytest.fixture
def told(qtbot: QtBot) -> list[Changed]:
    return []


@pytest.fixture
def gathering(told: list[Changed]) -> Gathering:
    return Gathering(told.append)


def test_a_stream_is_told_at_once_and_each_id_once(gathering: Gathering, told: list[Changed]) -> None:
    for number in range(500):
        gathering.add(Changed("articles", (str(number % 100),)))
    gathering.add(Changed("feeds", ("a",)))
    assert told == []
    gathering.flush()
    assert told == [Changed("articles", tuple(str(number) for number in range(100))), Changed("feeds", ("a",))]


@pytest.mark.parametrize("ids", [[("a",), ()], [(), ("a",)], [("a",), (), ("b",)]])
def test_all_of_them_stays_all_of_them(gathering: Gathering, told: list[Changed], ids: list[tuple[str, ...]]) -> None:
    for some in ids:
        gathering.add(Changed("articles", some))
    gathering.flush()
    assert told == [Changed("articles", ())]


def test_what_waits_is_told_without_being_asked_and_once(
        qtbot: QtBot, gathering: Gathering, told: list[Changed]) -> None:
    for name in ("a", "b"):  # the second comes right after a delivery: a stream, told more slowly, told all the same
        gathering.add(Changed("articles", (name,)))
        qtbot.waitUntil(lambda name=name: told[-1:] == [Changed("articles", (name,))])
    gathering.flush()
    assert len(told) == 2


def test_what_changes_while_it_is_told_is_told_next(qtbot: QtBot) -> None:
    told: list[Changed] = []

    def deliver(event: Changed) -> None:
        told.append(event)
        if event.ids == ("a",):
            gathering.add(Changed("articles", ("b",)))

    gathering = Gathering(deliver)
    gathering.add(Changed("articles", ("a",)))
    gathering.flush()
    assert told == [Changed("articles", ("a",))]
    gathering.flush()
    assert told[1:] == [Changed("articles", ("b",))]
