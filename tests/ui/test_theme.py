"""Colours, icons and fonts: every text can be read, and the scheme is a parameter."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QFontDatabase, QFontInfo, QIcon, QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from pkm_app.base.resources import resources_folder
from pkm_app.ui.look import Look
from pkm_app.ui.theme import HIGHLIGHTS, THEMES, contrast, load_theme
from pkm_app.ui.widgets import Panel

GROUNDS = ("paper", "panel", "surface")
STAGES = ("seek", "sense", "share")


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("text", ["ink", "ink2", "ink3", *STAGES, "ok", "warning", "error"])
def test_text_has_aa_contrast_on_every_ground(name: str, ground: str, text: str) -> None:
    theme = load_theme(name)
    assert contrast(theme.color(text), theme.color(ground)) >= 4.5


@pytest.mark.parametrize("name", THEMES)
def test_text_has_aa_contrast_on_tints_highlights_and_accents(name: str) -> None:
    theme = load_theme(name)
    pairs = [(role, f"{stage}-tint") for stage in STAGES for role in (stage, "ink", "ink2")]
    pairs += [("ink", colour) for colour in HIGHLIGHTS]
    pairs += [(theme.on(stage), stage) for stage in (*STAGES, "ink")]
    low = {pair: contrast(theme.color(pair[0]), theme.color(pair[1])) for pair in pairs}
    assert not {pair: ratio for pair, ratio in low.items() if ratio < 4.5}


@pytest.mark.parametrize("name", THEMES)
def test_edges_of_fields_and_bars_of_chosen_rows_are_seen(name: str) -> None:
    """WCAG 2.2, 1.4.11."""
    theme = load_theme(name)
    pairs = [("edge", ground) for ground in GROUNDS]
    pairs += [(stage, ground) for stage in STAGES for ground in (*GROUNDS, f"{stage}-tint")]
    low = {pair: contrast(theme.color(pair[0]), theme.color(pair[1])) for pair in pairs}
    assert not {pair: ratio for pair, ratio in low.items() if ratio < 3}


@pytest.mark.parametrize(("name", "least"), [("light", 1.55), ("dark", 2.2), ("contrast", 2.5)])
@pytest.mark.parametrize("stage", STAGES)
def test_what_was_found_or_differs_stands_out_and_can_be_read(name: str, least: float, stage: str) -> None:
    """A tint would do for a row; under single words it is too faint."""
    theme = load_theme(name)
    mark = theme.color(f"{stage}-mark")
    assert contrast(theme.color("ink"), mark) >= (7 if name == "contrast" else 4.5)
    assert contrast(mark, theme.color("surface")) >= least
    assert mark not in [theme.color(highlight) for highlight in HIGHLIGHTS]


def test_the_high_contrast_theme_is_seven_to_one() -> None:
    theme = load_theme("contrast")
    grounds = [*GROUNDS, *HIGHLIGHTS, *(f"{stage}-tint" for stage in STAGES)]
    pairs = [("ink", ground) for ground in grounds] + [(text, ground) for ground in GROUNDS for text in (
        "ink2", "ink3", *STAGES, "ok", "warning", "error")] + [(stage, f"{stage}-tint") for stage in STAGES]
    assert [pair for pair in pairs if contrast(theme.color(pair[0]), theme.color(pair[1])) < 7] == []
    assert contrast(theme.color("line"), theme.color("paper")) >= 3, "edges of fields and buttons"


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast(QColor("#000000"), QColor("#FFFFFF")) == pytest.approx(21.0)
    assert contrast(QColor("#777777"), QColor("#FFFFFF")) == pytest.approx(4.48, abs=0.01)


def test_a_theme_with_a_missing_role_is_refused(tmp_path: Path) -> None:
    (tmp_path / "odd.toml").write_text('[roles]\npaper = "#FFFFFF"\n')
    with pytest.raises(ValueError, match="ink"):
        load_theme("odd", tmp_path)


def test_trap_21_the_scheme_is_a_parameter(qtbot: QtBot, qapp: QApplication) -> None:
    """Qt without a screen knows no dark system: dark must be had by asking for it."""
    look = Look(qapp, "dark")
    panel = Panel(look, "paper")
    qtbot.addWidget(panel)
    panel.resize(10, 10)
    assert _middle(panel) == QColor("#1B1A18")
    assert qapp.palette().window().color() == QColor("#1B1A18")
    look.set_scheme("light")
    assert _middle(panel) == QColor("#FAF8F4")
    assert qapp.palette().window().color() == QColor("#FAF8F4")


def test_icons_follow_the_theme_and_stay_sharp(qtbot: QtBot, look: Look) -> None:
    icon = look.icon("inbox", "seek")
    light = icon.pixmap(QSize(16, 16)).toImage()
    assert _has(light, QColor("#1E6E78"))
    look.set_scheme("dark")
    assert _has(icon.pixmap(QSize(16, 16)).toImage(), QColor("#6CBBC2"))
    double = icon.pixmap(QSize(16, 16), 2.0, QIcon.Mode.Normal, QIcon.State.Off)
    assert double.size() == QSize(32, 32)
    assert double.devicePixelRatio() == 2.0


def test_every_icon_can_be_drawn(look: Look) -> None:
    for path in sorted((resources_folder() / "icons").glob("*.svg")):
        image = look.icons.pixmap(path.stem, "ink", 24).toImage()
        assert any(image.pixelColor(x, y).alpha() for x in range(24) for y in range(24)), path.name


def test_an_unknown_icon_fails_where_it_is_asked_for(look: Look) -> None:
    with pytest.raises(FileNotFoundError):
        look.icon("no-such-icon")


def test_the_bundled_fonts_are_used_and_whole(look: Look) -> None:
    assert {"Inter", "Literata"} <= set(QFontDatabase.families())
    for family in ("text", "reading"):
        for weight in (400, 600):
            font = look.font(family, 18, weight)  # type: ignore[arg-type]  # both are families
            assert QFontInfo(font).family().startswith("Inter" if family == "text" else "Literata")
    folder = resources_folder() / "fonts"
    assert {path.name for path in folder.glob("*OFL.txt")} == {"Inter-OFL.txt", "Literata-OFL.txt"}


def _middle(widget: QWidget) -> QColor:
    return widget.grab().toImage().pixelColor(5, 5)


def _has(image: QImage, color: QColor) -> bool:
    return any(
        image.pixelColor(x, y).name() == color.name() and image.pixelColor(x, y).alpha() > 200
        for x in range(image.width()) for y in range(image.height()))
