"""Finds of one day do not read alike."""

from __future__ import annotations

from tests.flow.desk import Desk
from tests.flow.test_templates import keep


def test_finds_of_one_day_are_told_apart(desk: Desk) -> None:
    titles = []
    for at in range(3):
        keep(desk, at)
        titles.append(desk.vault.find(desk.drafting.new_draft([], template="finds", language="nl")[1]).title)
    day = desk.now().astimezone().strftime("%Y-%m-%d")
    assert titles == [f"Vrijdagvondsten {day}", f"Vrijdagvondsten {day} (2)", f"Vrijdagvondsten {day} (3)"]
