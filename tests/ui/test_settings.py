"""Settings: each says what it does, Today can be put away, another folder opens at once; About; notifications."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import cast

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QSystemTrayIcon
from pytestqt.qtbot import QtBot

from pkm_app.base.made_of import licence_texts, parts
from pkm_app.seek.model import RefreshResult
from pkm_app.ui.about import AboutDialog
from pkm_app.ui.notify import Notifier
from pkm_app.ui.rail import RailButton
from pkm_app.ui.services import Services
from pkm_app.ui.settings_cards import NotifyCard, PlaceCard, TodayCard
from pkm_app.ui.settings_page import SettingsPage
from pkm_app.ui.shell import Shell
from pkm_app.ui.widgets import Label
from pkm_app.work.desktop_notes import DesktopNotes
from tests.servers.notifications import bus_of_its_own
from tests.ui.demo import Demo
from tests.ui.demo_beginning import DemoBeginning


def rail_button(shell: Shell, words: str) -> RailButton:
    return next(one for one in shell.rail.findChildren(RailButton) if one.text() == words)


def test_today_is_put_away_and_comes_back(qtbot: QtBot, shell: Shell, services: Services, demo: Demo,
                                          windows: Callable[..., Shell]) -> None:
    shell.show_settings()
    card = shell.findChild(TodayCard)
    assert isinstance(card, TodayCard)
    whole = card.choices["today"]
    whole.buttons["off"].click()
    assert not rail_button(shell, "Today").isVisible()
    assert whole.told.text() == "PKM opens with Seek instead, and Today is gone from the side."
    services.settings.put("window.room", "today")
    later = windows(services, "light", "en")
    later.show()
    assert later._current == "seek"
    assert not rail_button(later, "Today").isVisible()
    whole.buttons["on"].click()
    assert rail_button(shell, "Today").isVisible()


def test_each_card_of_the_day_has_its_own_choice(qtbot: QtBot, shell: Shell, services: Services) -> None:
    shell.show_settings()
    card = shell.findChild(TodayCard)
    assert isinstance(card, TodayCard)
    card.choices["today.mirror"].buttons["off"].click()
    assert services.settings.get("today.mirror") == "off"
    assert card.choices["today.mirror"].buttons["off"].accessibleName() == "Twelve weeks: Put away"


@pytest.mark.parametrize("language", ["en", "nl"])
def test_each_setting_says_what_it_does(qtbot: QtBot, services: Services, windows: Callable[..., Shell],
                                        language: str) -> None:
    shell = windows(services, "light", language)
    shell.show()
    shell.show_settings()
    page = shell.findChild(SettingsPage)
    assert isinstance(page, SettingsPage)
    rows = {key: [label.text() for label in next(iter(buttons.values())).parentWidget().parentWidget().findChildren(
        Label)] for key, buttons in page._buttons.items()}
    assert [key for key, told in rows.items() if not any(told)] == []
    silent = []
    for card in page.cards:
        for key, choice in card.choices.items():
            for value in ("off", "on"):
                choice.choose(value)
                if not choice.told.text() or choice.told.isHidden():
                    silent.append((key, value))
    assert silent == []


def test_another_folder_opens_at_once(qtbot: QtBot, shell: Shell, services: Services) -> None:
    beginning = cast(DemoBeginning, services.beginning)
    beginning.refused = "/a/file"
    shell.show_settings()
    card = shell.findChild(PlaceCard)
    assert isinstance(card, PlaceCard)
    card.folder.take("/a/file")
    qtbot.waitUntil(lambda: card.folder.told.text() == "/a/file is a file. Choose a folder.")
    assert beginning.chosen == []
    card.folder.take("/another")
    qtbot.waitUntil(lambda: not shell.isVisible())
    assert beginning.chosen == ["/another"]


def test_about_names_every_part_with_its_licence(qtbot: QtBot, shell: Shell) -> None:
    shell.commands.run("window.about")
    dialog = shell.findChild(AboutDialog)
    assert isinstance(dialog, AboutDialog)
    text = dialog.list.toPlainText()
    assert text.split() == licence_texts().split()  # Qt has blanks and ends of lines of its own
    assert "SIL OPEN FONT LICENSE" in text.upper()
    assert "lxml" in text
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in text
    assert {part.name for part in parts()} >= {"Inter", "Literata", "Lucide", "lxml", "urllib3", "nh3"}
    assert [part.name for part in parts() if part.licence in ("", "?")] == []
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: shell.findChild(AboutDialog) is None)


class Tray(QSystemTrayIcon):
    """Writes down what it is told."""

    def __init__(self) -> None:
        super().__init__()
        self.told: list[str] = []

    def showMessage(self, title: str, words: str) -> None:  # type: ignore[override]  # noqa: N802  Qt names it so
        self.told.append(words)


@pytest.fixture
def tray(qtbot: QtBot) -> Tray:
    return Tray()


def test_nobody_is_called_unasked(qtbot: QtBot, shell: Shell, services: Services, tray: Tray,
                                  monkeypatch: pytest.MonkeyPatch) -> None:
    notifier = Notifier(shell, services.settings, shell.relay, tray=tray)
    came = [RefreshResult("a", "fetched", 2), RefreshResult("b", "fetched", 1), RefreshResult("c", "failed")]
    monkeypatch.setattr(shell, "isActiveWindow", lambda: False)
    notifier.refreshed(came)
    assert tray.told == []
    shell.show_settings()
    card = shell.findChild(NotifyCard)
    assert isinstance(card, NotifyCard)
    card.choices["notify"].buttons["on"].click()
    notifier.refreshed(came)
    assert tray.told == ["3 new articles."]
    assert tray.isVisible()
    QCoreApplication.sendEvent(shell, QEvent(QEvent.Type.WindowActivate))
    assert not tray.isVisible(), "the window is looked at"
    notifier.refreshed([RefreshResult("a", "unchanged")])
    monkeypatch.setattr(shell, "isActiveWindow", lambda: True)
    notifier.refreshed(came)
    assert tray.told == ["3 new articles."], "nothing came, or one is looking"


def test_a_notification_tells_a_number_and_nothing_of_what_is_read(
        qtbot: QtBot, shell: Shell, services: Services, tray: Tray, monkeypatch: pytest.MonkeyPatch) -> None:
    """It stands on a locked screen, and on a projector."""
    services.settings.put("notify", "on")
    monkeypatch.setattr(shell, "isActiveWindow", lambda: False)
    notifier = Notifier(shell, services.settings, shell.relay, tray=tray)
    shell.context.language.set("nl")
    for number in (1, 12):
        notifier.refreshed([RefreshResult("private-clinic.example", "fetched", number)])
    shell.context.language.set("en")
    assert tray.told == ["1 nieuw artikel.", "12 nieuwe artikelen."]


def test_where_there_is_no_tray_nothing_is_said_and_nothing_breaks(
        qtbot: QtBot, shell: Shell, services: Services, monkeypatch: pytest.MonkeyPatch) -> None:
    services.settings.put("notify", "on")
    monkeypatch.setattr(shell, "isActiveWindow", lambda: False)
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: False)
    notifier = Notifier(shell, services.settings, shell.relay)
    notifier.refreshed([RefreshResult("a", "fetched", 2)])
    assert notifier.findChildren(QSystemTrayIcon) == []
    notifier.seen()


def test_a_desktop_without_a_tray_is_told_and_the_words_go_when_the_window_is_looked_at(
        qtbot: QtBot, shell: Shell, services: Services, monkeypatch: pytest.MonkeyPatch) -> None:
    """GNOME has no tray: what is new is said through the bus."""
    services.settings.put("notify", "on")
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: False)
    monkeypatch.setattr(shell, "isActiveWindow", lambda: False)
    with bus_of_its_own() as bus:
        service, notes = bus.serve(), DesktopNotes(bus.address)
        notifier = Notifier(shell, services.settings, shell.relay, notes)
        notifier.refreshed([RefreshResult("a", "fetched", 2)])
        assert service.said()[4:6] == ["PKM", "2 new articles."]
        QCoreApplication.sendEvent(shell, QEvent(QEvent.Type.WindowActivate))
        assert service.said() == ["CloseNotification", 7]
        notes.close()


def test_the_settings_say_where_no_notification_can_be_seen(
        qtbot: QtBot, demo: Demo, windows: Callable[..., Shell], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: False)
    with bus_of_its_own() as bus:
        notes = DesktopNotes(bus.address)
        shell = windows(replace(demo.services, desktop=notes), "light", "nl")
        shell.show()
        shell.show_settings()
        card = shell.findChild(NotifyCard)
        assert isinstance(card, NotifyCard)
        qtbot.waitUntil(lambda: card.none.text() == "Dit systeem toont geen meldingen. Wat nieuw is wacht in Seek."
                        and card.none.isVisible())
        bus.serve()
        card.show_values()
        qtbot.waitUntil(lambda: not card.none.isVisible())
        notes.close()


def test_the_choices_of_all_cards_begin_at_one_place_and_hints_hang_at_their_buttons(
        qtbot: QtBot, shell: Shell) -> None:
    shell.context.language.set("nl")
    shell.show_settings()
    page = shell.pages.settings
    held = [next(iter(choice.buttons.values())) for card in page.cards for choice in card.choices.values()]
    held += [next(iter(buttons.values())) for buttons in page._buttons.values()]
    qtbot.waitUntil(lambda: len({one.mapTo(page, one.rect().topLeft()).x() for one in held}) == 1)
    gaps = set()
    for key in ("scale", "counts"):
        button = next(iter(page._buttons[key].values()))
        holder = button.parentWidget()
        hint = next(one for one in holder.parentWidget().findChildren(Label) if one.wordWrap())
        gaps.add(hint.y() - holder.geometry().bottom())
    assert len(gaps) == 1, "every hint hangs as far below its buttons"


def test_the_choice_of_colours_follows_a_change_made_elsewhere(qtbot: QtBot, shell: Shell) -> None:
    shell.show_settings()
    shell.context.look.set_scheme("dark")
    chosen = [key for key, button in shell.pages.settings._buttons["scheme"].items() if button.isChecked()]
    assert chosen == ["dark"]


@pytest.mark.parametrize("language", ["en", "nl"])
def test_the_words_of_the_rail_fit_their_tiles(qtbot: QtBot, shell: Shell, language: str) -> None:
    shell.context.language.set(language)
    shell.show_settings()
    settings = {"en": "Settings", "nl": "Instellingen"}[language]
    qtbot.waitUntil(lambda: settings in [button.text() for button in shell.rail.findChildren(RailButton)])
    for button in shell.rail.findChildren(RailButton):
        button.setChecked(True)
        chosen = button.word_font()
        assert QFontMetricsF(chosen).horizontalAdvance(button.text()) <= button.width() - 8, button.text()
        button.setChecked(False)
        assert button.word_font().pixelSize() == chosen.pixelSize(), "a word that is chosen changes its size"


def test_the_list_of_parts_has_the_frame_of_a_field(qtbot: QtBot, shell: Shell) -> None:
    dialog = AboutDialog(shell.context.look, "1", shell)
    dialog.show()
    paper = shell.context.look.color("surface")
    qtbot.waitUntil(lambda: dialog.list.hasFocus())
    pixels = dialog.list.grab().toImage()
    accent = shell.context.look.color("seek").name()
    assert pixels.pixelColor(pixels.width() // 2, 0).name() == accent, "the ring of the focus"
    assert pixels.pixelColor(pixels.width() // 2, 4).name() == paper.name()
