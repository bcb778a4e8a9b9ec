"""The one field: what was chosen stays chosen, nothing stands twice, and settings are found by their words."""

from __future__ import annotations

from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pkm_app.ui.find_row import FindRow
from pkm_app.ui.scrolling import ScrollArea
from pkm_app.ui.setting_words import SETTINGS, found
from pkm_app.ui.settings_page import SettingsPage
from pkm_app.ui.shell import Shell
from pkm_app.ui.widgets import Button


def typed(qtbot: QtBot, shell: Shell, words: str) -> list[FindRow]:
    """Type words into the empty field, and return the rows before anything was searched."""
    shell.finder.begin()
    qtbot.waitUntil(shell.finder.field.hasFocus)
    shell.finder.field.clear()
    qtbot.keyClicks(shell.finder.field, words)
    return shell.finder.found()


def searched(qtbot: QtBot, shell: Shell) -> list[FindRow]:
    """Return the rows once the search has answered: it always makes the list anew."""
    before = shell.finder.found()
    qtbot.waitUntil(lambda: shell.finder.found() is not before)
    return shell.finder.found()


def chosen(shell: Shell) -> FindRow:
    return shell.finder.found()[shell.finder._list.view.currentIndex().row()]


def test_what_was_chosen_stays_chosen_when_the_answer_comes(qtbot: QtBot, shell: Shell) -> None:
    rows = typed(qtbot, shell, "setti")
    while (chosen(shell).kind, chosen(shell).id) != ("command", "window.settings"):
        qtbot.keyClick(shell.finder.field, Qt.Key.Key_Down)
        assert chosen(shell) is not rows[0]
    assert searched(qtbot, shell) is not rows
    assert chosen(shell).id == "window.settings"
    qtbot.keyClick(shell.finder.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: shell._current == "settings")


def test_what_is_found_comes_above_a_choice_and_leaves_it_chosen(qtbot: QtBot, shell: Shell) -> None:
    typed(qtbot, shell, "learning")
    for _ in range(40):
        qtbot.keyClick(shell.finder.field, Qt.Key.Key_Down)
    last = chosen(shell)
    at = shell.finder.found().index(last)
    rows = searched(qtbot, shell)
    assert chosen(shell) == last
    assert rows.index(last) > at, "hits stand before it now"


def test_other_words_begin_at_the_first_row(qtbot: QtBot, shell: Shell) -> None:
    typed(qtbot, shell, "setti")
    qtbot.keyClick(shell.finder.field, Qt.Key.Key_Down)
    qtbot.keyClicks(shell.finder.field, "n")
    assert shell.finder._list.view.currentIndex().row() == 0


def test_nothing_found_is_not_said_where_an_act_fits(qtbot: QtBot, shell: Shell) -> None:
    typed(qtbot, shell, "feed health")
    assert "info" not in [row.icon for row in searched(qtbot, shell)]
    typed(qtbot, shell, "zzzz")
    assert [row.title for row in searched(qtbot, shell)][1:] == ["Nothing found for “zzzz”"]


@pytest.mark.parametrize("words", ["settings", "Go to Seek", "go to se"])
def test_no_act_stands_twice(qtbot: QtBot, shell: Shell, words: str) -> None:
    for rows in (typed(qtbot, shell, words), searched(qtbot, shell)):
        acts = [row.id for row in rows if row.kind == "command"]
        assert len(acts) == len(set(acts)) > 0


@pytest.mark.parametrize(("language", "words", "wanted"), [
    ("en", "dark", ("scheme/dark", "Appearance: Dark")), ("nl", "donker", ("scheme/dark", "Weergave: Donker")),
    ("nl", "dark", ("scheme/dark", "Weergave: Donker")), ("en", "language", ("language/", "Language")),
    ("nl", "taal", ("language/", "Taal")), ("en", "nederl", ("language/nl", "Language: Nederlands")),
    ("nl", "meldingen", ("notify/", "Meldingen: Nieuwe artikelen")), ("en", "appear high", ("scheme/contrast",
                                                                                      "Appearance: High contrast"))])
def test_a_setting_is_found_by_its_words(shell: Shell, language: str, words: str, wanted: tuple[str, str]) -> None:
    shell.context.language.set(language)
    assert wanted in found(words)


def test_words_that_are_no_settings_find_none(shell: Shell) -> None:
    assert [found(words) for words in ("", "  ", "on", "s", "zzzz", "social learning")] == [[]] * 6


def test_a_setting_opens_where_it_can_be_changed(qtbot: QtBot, shell: Shell) -> None:
    shell.resize(1024, 700)
    rows = typed(qtbot, shell, "twelve weeks")
    shell.finder._choose([row.kind for row in rows].index("settings"))
    page = cast(SettingsPage, shell.findChild(SettingsPage))
    button = page.cards[0].choices["today.mirror"].buttons["on"]
    qtbot.waitUntil(lambda: QApplication.focusWidget() is button)
    area = cast(ScrollArea, page.findChild(ScrollArea))
    qtbot.waitUntil(lambda: area.viewport().rect().contains(button.mapTo(area.viewport(), button.rect().center())))
    assert shell.finder.field.text() == ""


def test_every_setting_that_is_found_has_its_button(shell: Shell) -> None:
    shell.show_settings()
    page = cast(SettingsPage, shell.findChild(SettingsPage))
    for key, setting in SETTINGS.items():
        for value in ("", *setting.values):
            button = page._button(f"{key}/{value}")
            assert isinstance(button, Button), f"{key}/{value}"
    assert page._button("no/such") is None
