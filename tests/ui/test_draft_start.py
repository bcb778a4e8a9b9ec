"""How a draft begins in the window: in which language, and of how many days its finds are."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from pkm_app.ui.share.templates import TemplateButton
from pkm_app.ui.shell import Shell
from tests.ui.demo import Demo
from tests.ui.demo_seek import NOW
from tests.ui.share_desk import share_desk
from tests.ui.test_share_room import Room

Desk = Callable[..., Room]


@pytest.fixture
def desk(qtbot: QtBot, demos: Callable[..., Demo], windows: Callable[..., Shell], tmp_path: Path) -> Desk:
    return lambda language="en": share_desk(qtbot, demos, windows, tmp_path, language)


def test_a_new_draft_is_in_the_language_of_the_window(desk: Desk) -> None:
    room = desk("nl")
    old = room.page.draft.keeper.path
    room.page.new_draft()
    room.qtbot.waitUntil(lambda: room.page.draft.keeper.path not in ("", old))
    assert room.demo.services.sense.load(room.page.draft.keeper.path).file.text_field("lang") == "nl"


@pytest.mark.parametrize(("place", "left"), [(0, True), (2, False)])
def test_finds_are_of_the_time_that_was_chosen(desk: Desk, place: int, left: bool) -> None:
    """What was kept a fortnight ago is left from before for a week, and is not for a month."""
    room = desk()
    services = room.demo.services
    for article, days in zip(services.seek.articles()[:2], (0, 14), strict=True):
        services.marking.set([article], "kept")
        source = next(one for one in services.sense.cards(("source",)) if one.title == article.title)
        services.sense.set_field(source.path, "created", (NOW - timedelta(days=days)).isoformat())
    menu = room.page.findChildren(TemplateButton)[0].menu_of_templates()
    (spans,) = [one.menu() for one in menu.actions() if one.menu()]
    assert isinstance(spans, QMenu)
    spans.actions()[place].trigger()
    room.qtbot.waitUntil(lambda: "What ties these finds together" in room.page.draft.pane.text() or bool(room.said))
    assert not room.said, room.said
    text = room.page.draft.pane.text()
    assert source.title in text
    if left:
        assert text.index("Left from before") < text.index(source.title)
    else:
        assert "Left from before" not in text or text.index(source.title) < text.index("Left from before")
    menu.deleteLater()


@pytest.mark.parametrize(("words", "file", "asked"), [
    ("Working out loud", "Working out loud.md", "What I am working on"),
    ("Friday's Finds", "Friday's Finds", "What ties these finds together"),
    ("Curated eBook", "Curated eBook/index.md", "About the compilers"),
])
def test_a_draft_starts_from_a_template(desk: Desk, words: str, file: str, asked: str) -> None:
    room = desk()
    room.demo.services.marking.set(room.demo.services.seek.articles()[:2], "kept")
    menu = room.page.findChildren(TemplateButton)[0].menu_of_templates()
    chosen = next(action for action in menu.actions() if action.text() == words)
    spans = chosen.menu()
    if isinstance(spans, QMenu):
        chosen = spans.actions()[0]
    chosen.trigger()
    room.qtbot.waitUntil(lambda: asked in room.page.draft.pane.text() or bool(room.said))
    assert not room.said, room.said
    assert room.page.draft.keeper.path.startswith(f"drafts/{file}")
    menu.deleteLater()
