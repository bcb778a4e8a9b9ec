"""The drawn map around a note: names are whole where there is room, and never over one another."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetricsF
from pytestqt.qtbot import QtBot

from pkm_app.ui.look import Look
from pkm_app.ui.sense.neighbours import Neighbour, NeighbourMap

LONG = "Duurzameinzetbaarheidsbevordering"


def drawn(qtbot: QtBot, look: Look, names: int, title: str = LONG) -> NeighbourMap:
    made = NeighbourMap(look)
    qtbot.addWidget(made)
    made.show_around([Neighbour(f"notes/{at}.md", title, True, False) for at in range(names)])
    made.resize(270, made.sizeHint().height())
    return made


@pytest.mark.parametrize("names", range(1, 11))
def test_a_name_alone_in_its_row_is_whole(qtbot: QtBot, look: Look, names: int) -> None:
    places = drawn(qtbot, look, names).places()
    for place in places:
        if not [other for other in places if other is not place and abs(other.y() - place.y()) < 22]:
            assert place.width() - 12 >= QFontMetricsF(look.font("text", 11)).horizontalAdvance(LONG)
    assert places[0] == min(places, key=QRectF.y), "the first is at the top"


@pytest.mark.parametrize("names", range(1, 11))
def test_no_name_lies_over_another_or_outside(qtbot: QtBot, look: Look, names: int) -> None:
    made = drawn(qtbot, look, names, LONG * 2)
    places = made.places()
    assert all(QRectF(made.rect()).contains(place) for place in places)
    assert not [(one, other) for at, one in enumerate(places) for other in places[at + 1:] if one.intersects(other)]
