"""High contrast tells states and marks apart by edges and patterns, for tints there are almost as black as black."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QAccessible, QColor, QImage, QPainter
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QStyle, QStyleOptionViewItem, QWidget
from pytestqt.qtbot import QtBot

from pkm_app.ui.apart import hatch, paint_bar, paint_mark
from pkm_app.ui.buttons import Button, Kind
from pkm_app.ui.edge_sheet import edge_sheet
from pkm_app.ui.look import Look
from pkm_app.ui.painting import paint_ground
from pkm_app.ui.share.finding_rows import LOOKS
from pkm_app.ui.theme import HIGHLIGHTS, THEMES, Scheme, Stage, contrast, load_theme

WIDE, HIGH = 120, 24


@pytest.fixture
def bare(look: Look) -> Look:
    """High contrast."""
    look.set_scheme("contrast")
    return look


def drawn(look: Look, draw: Callable[[QPainter], object], wide: int = WIDE, high: int = HIGH) -> QImage:
    image = QImage(wide, high, QImage.Format.Format_ARGB32)
    image.fill(look.color("surface"))
    painter = QPainter(image)
    draw(painter)
    painter.end()
    return image


def row(look: Look, state: QStyle.StateFlag, rule: bool = False) -> QImage:
    option = QStyleOptionViewItem()
    option.rect, option.state = QRect(0, 0, WIDE, HIGH), state
    return drawn(look, lambda painter: paint_ground(painter, option, look, "sense", 0, rule))


@pytest.mark.parametrize("rule", [False, True])
def test_a_chosen_row_has_a_bar_and_an_edge(bare: Look, rule: bool) -> None:
    accent = bare.color("sense")
    chosen = row(bare, QStyle.StateFlag.State_Selected, rule)
    assert [chosen.pixelColor(x, 12) for x in (1, 3)] == [accent, accent]
    assert [chosen.pixelColor(x, 12).name() for x in (6, WIDE - 4)] == [bare.color("sense-tint").name()] * 2
    assert contrast(chosen.pixelColor(60, 0), bare.color("surface")) >= 3
    hover = row(bare, QStyle.StateFlag.State_MouseOver, rule)
    assert contrast(hover.pixelColor(1, 12), bare.color("surface")) < 3, "no bar under the pointer alone"
    bare.set_scheme("dark")
    plain = row(bare, QStyle.StateFlag.State_Selected, rule)
    assert plain.pixelColor(1, 12) == bare.color("sense"), "a bar in every theme"
    assert plain.pixelColor(WIDE // 2, 0) == plain.pixelColor(5, 12) == bare.color("sense-tint"), "no edge around it"


def test_a_chosen_row_shows_its_focus_beside_its_edge(bare: Look) -> None:
    focused = row(bare, QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_HasFocus)
    assert focused.pixelColor(WIDE - 2, 12) == bare.color("ink")
    assert row(bare, QStyle.StateFlag.State_Selected).pixelColor(WIDE - 2, 12) == bare.color("sense-tint")


@pytest.mark.parametrize("kind", ["plain", "outlined", "chip"])
def test_a_button_that_is_on_has_an_edge_and_a_bar_at_its_foot(qtbot: QtBot, bare: Look, kind: Kind) -> None:
    button = Button(bare, "", kind, "share")
    qtbot.addWidget(button)
    button.setText("Words")
    button.setCheckable(True)
    button.resize(WIDE, HIGH)
    off, wide = button.grab().toImage(), button.sizeHint()
    button.setChecked(True)
    on = button.grab().toImage()
    assert on.pixelColor(60, HIGH - 2) == bare.color("share")
    assert off.pixelColor(60, HIGH - 2) != bare.color("share")
    bare.set_scheme("light")
    assert button.grab().toImage().pixelColor(60, HIGH - 4) == bare.color("share-tint"), "no bar where there is an edge"
    assert button.sizeHint() == wide, "nothing moves when it is chosen"


@pytest.mark.parametrize("scheme", ["light", "dark", "contrast"])
@pytest.mark.parametrize("stage", ["today", "seek", "sense", "share"])
@pytest.mark.parametrize("kind", ["plain", "outlined", "chip"])
def test_the_edge_of_what_is_chosen_is_seen_by_everybody(
        qtbot: QtBot, look: Look, scheme: Scheme, stage: Stage, kind: Kind) -> None:
    """At least 3:1 with what is around it, and with its own ground (WCAG 1.4.11)."""
    look.set_scheme(scheme)
    button = Button(look, "", kind, stage)
    qtbot.addWidget(button)
    button.setCheckable(True)
    button.resize(WIDE, HIGH)

    def strongest() -> float:
        image = button.grab().toImage()
        return min(max(contrast(image.pixelColor(60, y), around) for y in range(2))
                   for around in (*(look.color(ground) for ground in ("paper", "panel", "surface")),
                                  look.color(look.theme.tint(stage))))

    assert scheme == "contrast" or strongest() < 1.6
    button.setChecked(True)
    assert strongest() >= 3


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_focus_on_what_is_chosen_stands_apart_from_its_edge(qtbot: QtBot, look: Look, scheme: Scheme) -> None:
    look.set_scheme(scheme)
    button = Button(look, "", "outlined", "seek")
    qtbot.addWidget(button)
    button.setCheckable(True)
    button.setChecked(True)
    button.resize(WIDE, HIGH)
    button.show()
    tint = look.color("seek-tint")

    def lines() -> int:
        """How many lines one meets from the edge inwards."""
        image = button.grab().toImage()
        ink = [contrast(image.pixelColor(60, y), tint) > 2 for y in range(8)]
        return sum(here and not before for before, here in zip([False, *ink], ink, strict=False))

    assert lines() == 1
    button.setFocus()
    qtbot.waitUntil(lambda: lines() == 2)


def test_the_bar_of_a_chip_that_is_on_is_clear_of_its_letters(qtbot: QtBot, bare: Look) -> None:
    chip = Button(bare, "", "chip", "sense")
    qtbot.addWidget(chip)
    chip.setText("gypQ")
    chip.setCheckable(True)
    chip.setChecked(True)
    chip.resize(chip.sizeHint())
    image, bar = chip.grab().toImage(), bare.color("sense").name()
    middle, tint = range(chip.width() // 4, 3 * chip.width() // 4), bare.color("sense-tint").name()
    foot = next(y for y in range(chip.height() - 1, 0, -1) if {image.pixelColor(x, y).name() for x in middle} != {bar})
    assert chip.height() - 1 - foot >= 2, "a bar"
    assert {image.pixelColor(x, foot).name() for x in middle} == {tint}


@pytest.mark.parametrize("scheme", THEMES)
def test_the_bar_of_a_chosen_row_of_a_plain_list_is_straight_and_the_list_shows_its_focus(
        qtbot: QtBot, look: Look, scheme: Scheme) -> None:
    look.set_scheme(scheme)
    rows = QListWidget()
    qtbot.addWidget(rows)
    rows.addItems(["One", "Two"])
    rows.setCurrentRow(0)
    rows.resize(160, 90)
    rows.show()
    box = rows.visualItemRect(rows.item(0)).translated(rows.viewport().pos())

    def color(x: int, y: int) -> str:
        return rows.grab().toImage().pixelColor(x, y).name()

    top, middle, foot = (color(box.left() + 1, y) for y in (box.top() + 1, box.center().y(), box.bottom() - 1))
    assert top == middle == foot
    assert contrast(QColor(middle), look.color("surface")) >= 3
    qtbot.waitUntil(rows.isActiveWindow)
    rows.setFocus()
    qtbot.waitUntil(lambda: color(1, 60) == color(0, 60) == look.color("seek").name())


def test_one_of_a_set_is_a_radio_button_and_arrow_keys_choose_nothing(qtbot: QtBot, look: Look) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    row = QHBoxLayout(holder)
    one, two, other = (Button(look, "", "chip", "seek") for _ in range(3))
    for button, words in ((one, "One"), (two, "Two"), (other, "Other")):
        button.setText(words)
        row.addWidget(button)
    one.one_of()
    two.one_of()
    other.setCheckable(True)
    one.setChecked(True)
    holder.show()

    def told(button: Button) -> tuple[QAccessible.Role, bool]:
        interface = QAccessible.queryAccessibleInterface(button)
        return interface.role(), bool(interface.state().checked)  # type: ignore[attr-defined]  # Qt's bit field

    assert [told(one), told(two)] == [(QAccessible.Role.RadioButton, True), (QAccessible.Role.RadioButton, False)]
    assert told(other) == (QAccessible.Role.CheckBox, False)
    one.setFocus()
    qtbot.waitUntil(one.hasFocus)
    qtbot.keyClick(one, Qt.Key.Key_Right)
    qtbot.waitUntil(two.hasFocus)
    assert (one.isChecked(), two.isChecked()) == (True, False)
    qtbot.keyClick(two, Qt.Key.Key_Down)
    qtbot.waitUntil(one.hasFocus)
    assert two.focusPolicy() & Qt.FocusPolicy.TabFocus, "Tab goes to each"
    qtbot.keyClick(one, Qt.Key.Key_Left)
    qtbot.keyClick(two, Qt.Key.Key_Space)
    assert [told(one)[1], told(two)[1]] == [False, True]
    two.click()
    assert two.isChecked(), "one of them is always on"


def test_words_that_can_be_pressed_have_an_edge_and_a_broken_one_when_they_cannot(qtbot: QtBot, bare: Look) -> None:
    button = Button(bare)
    qtbot.addWidget(button)
    button.setText("Cancel")
    button.resize(WIDE, HIGH)

    def edge() -> set[bool]:
        image = button.grab().toImage()
        return {contrast(image.pixelColor(x, 0), bare.color("surface")) > 1.5 for x in range(20, 100)}

    assert edge() == {True}
    button.setEnabled(False)
    assert edge() == {True, False}
    button.setEnabled(True)
    bare.set_scheme("dark")
    assert edge() == {False}
    bare.set_scheme("contrast")
    button.setText("")
    assert edge() == {False}, "an icon in a bar of icons has none"


def test_highlights_are_told_apart_without_colour(bare: Look) -> None:
    feet, sides = set(), set()
    for colour in HIGHLIGHTS:
        strong = bare.theme.swatch(colour).rgb()
        foot = drawn(bare, lambda painter, colour=colour: paint_mark(painter, QRectF(0, 0, WIDE, HIGH), bare, colour))
        feet.add("".join("x" if foot.pixel(x, HIGH - 1) == strong else "." for x in range(4, WIDE - 4)))
        side = drawn(bare, lambda painter, colour=colour: paint_bar(painter, WIDE, bare, colour), HIGH, WIDE)
        sides.add("".join("x" if side.pixel(1, y) == strong else "." for y in range(WIDE)))
    assert len(feet) == len(sides) == len(HIGHLIGHTS)
    assert all("x" in line for line in feet | sides)


def test_the_parts_of_the_chart_are_told_apart_without_colour(bare: Look) -> None:
    seen = set()
    for role in ("seek", "sense", "share"):
        def part(painter: QPainter, role: str = role) -> None:
            painter.fillRect(0, 0, WIDE, HIGH, bare.color(role))
            hatch(painter, QRectF(0, 0, WIDE, HIGH), bare, role)

        image = drawn(bare, part)
        seen.add("".join("x" if image.pixelColor(x, 8) == bare.color(role) else "." for x in range(WIDE)))
    assert len(seen) == 3
    bare.set_scheme("dark")
    plain = drawn(bare, lambda painter: hatch(painter, QRectF(0, 0, WIDE, HIGH), bare, "sense"))
    assert plain.pixelColor(8, 8) == bare.color("surface")


def test_only_high_contrast_has_edges_around_what_is_chosen_in_lists_and_menus() -> None:
    for name in THEMES:
        sheet = edge_sheet(load_theme(name))
        for chosen in ("QMenu::item:selected", "QListWidget::item:selected", "QAbstractItemView::item:selected"):
            rule = sheet.partition(chosen)[2].partition("}")[0]
            assert "border-left: " in rule, f"a bar in every theme: {name}, {chosen}"
            assert ("border: 1px" in rule) == (name == "contrast")


def test_what_cannot_be_used_is_seen_to_be_so(bare: Look) -> None:
    assert contrast(bare.color("ink2"), bare.color("ink3")) >= 1.8
    assert contrast(bare.color("ink3"), bare.color("surface")) >= 7


def test_each_level_of_a_finding_has_an_icon_of_its_own() -> None:
    assert len({icon for icon, _ in LOOKS.values()}) == len(LOOKS)
