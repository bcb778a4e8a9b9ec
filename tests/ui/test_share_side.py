"""What stands beside a draft: the button as wide as the cards, the form in view, rows that can be told apart."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from pkm_app.share.model import OutletSettings
from pkm_app.share.outline import outline
from pkm_app.ui.empty import EmptyState
from pkm_app.ui.look import Look
from pkm_app.ui.share.draft_rows import fitted
from pkm_app.ui.share.outlet_form import OutletForm
from pkm_app.ui.share.parts_list import part_rows
from pkm_app.ui.shell import Shell
from pkm_app.ui.widgets import Button, Card, Label
from tests.ui.demo import Demo
from tests.ui.share_desk import share_desk
from tests.ui.test_share_room import FINDS, Room


@pytest.fixture
def room(qtbot: QtBot, demos: Callable[..., Demo], windows: Callable[..., Shell], tmp_path: Path) -> Room:
    return share_desk(qtbot, demos, windows, tmp_path, "nl", (1024, 700))


def edges(widget: QWidget, within: QWidget) -> tuple[int, int]:
    left = widget.mapTo(within, QPoint(0, 0)).x()
    return left, left + widget.width()


def is_seen_whole(widget: QWidget) -> bool:
    return widget.isVisible() and widget.visibleRegion().boundingRect() == widget.rect()


def test_the_button_is_as_wide_as_the_cards_whether_they_scroll_or_not(qtbot: QtBot, room: Room) -> None:
    panel = room.panel

    def bar(shown: bool) -> bool:
        return panel._area._bar.isVisible() is shown  # type: ignore[attr-defined]  # it is a ScrollArea

    def aligned() -> bool:
        card = next(one for one in panel.findChildren(Card) if one.isVisible())
        return edges(panel._button, panel) == edges(card, panel)

    room.shell.resize(1024, 1400)
    qtbot.waitUntil(lambda: bar(False) and aligned())
    room.shell.resize(1024, 700)
    room.open(FINDS)
    qtbot.waitUntil(lambda: bar(True) and aligned())


def test_a_form_that_opens_is_seen_to_its_button(qtbot: QtBot, room: Room) -> None:
    room.open(FINDS)
    form = room.shell.findChild(OutletForm)
    assert form is not None
    room.page.add_outlet()
    qtbot.waitUntil(lambda: is_seen_whole(form._try) and is_seen_whole(form._fields["name"]))
    kinds = [form._kind.itemData(at) for at in range(form._kind.count())]
    form._kind.setCurrentIndex(kinds.index("mediawiki"))  # more is said of it, so that the form grows
    qtbot.waitUntil(lambda: is_seen_whole(form._try))


def test_outlets_that_come_after_the_draft_is_open_have_it_looked_at_again(
        qtbot: QtBot, demos: Callable[..., Demo], windows: Callable[..., Shell], tmp_path: Path,
        monkeypatch: pytest.MonkeyPatch) -> None:
    demo = demos(full=True)
    may_come, outlets = threading.Event(), demo.services.share.outlets
    read = outlets.outlets

    def late(unasked: bool = False) -> Sequence[OutletSettings]:
        may_come.wait(60)
        return read(unasked=unasked)

    monkeypatch.setattr(outlets, "outlets", late)
    shell = windows(demo.services, "light", "en")
    shell.show()
    room = Room(qtbot, shell, demo, tmp_path / "demo0" / "vault")
    room.open(FINDS)
    looked: list[str] = []
    shown: list[OutletSettings | None] = []
    show = room.page.draft.show_preview
    monkeypatch.setattr(room.page.draft, "show_preview",
                        lambda preview, outlet=None: (shown.append(outlet), show(preview, outlet)))
    room.page._panel.chosen.connect(looked.append)
    room.page.toggle_preview()
    assert room.panel.chosen_outlet() is None
    may_come.set()
    qtbot.waitUntil(lambda: bool(shown) and shown[-1] is not None)
    assert room.page.draft.is_preview()
    assert shown[-1] == room.panel.chosen_outlet()
    assert looked == [shown[-1].audience]


def test_where_no_draft_is_open_that_is_what_the_button_waits_for(
        qtbot: QtBot, demos: Callable[..., Demo], windows: Callable[..., Shell], tmp_path: Path) -> None:
    demo = demos(empty=True)
    shell = windows(demo.services, "light", "en")
    shell.show()
    room = Room(qtbot, shell, demo, tmp_path / "demo0" / "vault")
    assert room.panel._hint.text() == "Open a draft first."
    assert not room.panel._button.isEnabled()
    room.page.new_draft()
    qtbot.waitUntil(lambda: room.panel._hint.text() == "Nothing is published. You finish it there.")


@pytest.mark.parametrize(("title", "end"), [
    ("Friday’s Finds, 20 November", "… 20 November"), ("Friday’s Finds of 20 November 2026", "… 20 November 2026"),
    ("Friday’s Finds 2026-11-20", "… 2026-11-20"), ("Vrijdagvondsten van week 43", "… 43")])
def test_a_title_that_ends_in_a_date_keeps_it_where_there_is_little_room(look: Look, title: str, end: str) -> None:
    metrics = QFontMetrics(look.font("text", 13))
    whole = metrics.horizontalAdvance(title)
    assert fitted(title, metrics, whole + 1) == title
    short = fitted(title, metrics, whole - 20)
    assert short.endswith(end)
    assert short.startswith(title[:5])
    assert metrics.horizontalAdvance(short) <= whole - 20


@pytest.mark.parametrize("title", ["What counts as working out loud", "In 2026 all of us learn at work together", "20"])
def test_any_other_title_keeps_its_beginning(look: Look, title: str) -> None:
    metrics = QFontMetrics(look.font("text", 13))
    short = fitted(title, metrics, metrics.horizontalAdvance(title) - 1)
    assert short.endswith("…")
    assert title.startswith(short[:-1])


def test_a_tail_that_leaves_no_room_for_a_beginning_is_cut_itself(look: Look) -> None:
    metrics = QFontMetrics(look.font("text", 13))
    assert fitted("Finds 20 Novemberandmuchmore", metrics, 90).startswith("Finds")


@pytest.mark.parametrize(("text", "depths"), [
    ("First.\n\n## One\n\n> a\n\n## Two\n\n> b\n", [0, 0, 1, 0, 1]),
    ("# One\n\n## Two\n\n> a\n\n##### Deep\n\n> b\n", [0, 1, 2, 2, 3]),
    ("Words alone.\n", [0])])
def test_parts_stand_as_deep_as_the_heading_before_them(text: str, depths: list[int]) -> None:
    assert [row.depth for row in part_rows(outline(text))] == depths


def test_a_button_that_cannot_be_pressed_is_an_empty_frame_with_a_faint_icon(qtbot: QtBot, look: Look) -> None:
    button = Button(look, "send", "filled", "share")
    qtbot.addWidget(button)
    accent = look.color("share")

    def most() -> int:
        image = button.grab().toImage()
        ground = image.pixelColor(button.width() - 6, 6)
        return max(abs(image.pixelColor(x, y).lightness() - ground.lightness())
                   for x in range(4, button.width() - 4) for y in range(4, button.height() - 4))

    live, ground = most(), button.grab().toImage().pixelColor(6, 6)
    assert ground == accent
    button.setEnabled(False)
    assert button.grab().toImage().pixelColor(6, 6) != accent
    assert most() < 0.7 * live


def test_the_row_of_a_file_stands_in_the_same_ink_as_the_outlets(qtbot: QtBot, room: Room) -> None:
    def inks(widget: QWidget) -> set[str]:
        image = widget.grab().toImage()
        return {image.pixelColor(x, y).name() for x in range(32, 110) for y in range(image.height())}

    def drawn() -> Button | None:
        return next((one for one in room.panel.findChildren(Button)
                     if one.shown_text().startswith("Bestand") and one.isVisible() and one.width() > 32), None)

    qtbot.waitUntil(lambda: drawn() is not None)
    row = drawn()
    assert row is not None
    assert room.shell.context.look.color("ink").name() in inks(row)


@pytest.mark.parametrize(("words", "shown"), [
    ("Open er een en druk op P.", "Open er een en druk op\u00a0P."), ("Kennisdelingsbijeenkomst hier", None),
    ("a" * 90, "")])
def test_the_words_of_an_empty_place_are_broken_only_where_there_is_no_room(
        qtbot: QtBot, look: Look, words: str, shown: str | None) -> None:
    empty = EmptyState(look, "inbox", "share")
    qtbot.addWidget(empty)
    empty.set_words(words)
    label = empty.findChild(Label)
    assert label is not None
    pieces = label.text().split("\u200b")
    assert "".join(pieces) == (shown or words)
    assert (len(pieces) > 1) == (shown == "")
    assert all(label.fontMetrics().horizontalAdvance(piece) <= 200 for piece in pieces) or shown != ""
