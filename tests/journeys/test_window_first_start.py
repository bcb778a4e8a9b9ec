"""The first ten minutes, by keyboard and without a network: from nothing to a first draft, and home again."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pkm_app.app import open_app, open_window
from pkm_app.app.parts import App
from pkm_app.app.window import open_shell
from pkm_app.base.errors import Refused
from pkm_app.ui.share.page import SharePage
from pkm_app.ui.shell import Shell
from pkm_app.ui.today.page import TodayPage
from pkm_app.ui.welcome import WelcomePage
from tests.journeys.hands import Hands
from tests.journeys.window_end import take_away

pytestmark = [pytest.mark.window, pytest.mark.slow]


class House:
    """A machine on which the program was never started; ``open`` starts it, and ends it."""

    def __init__(self, folder: Path, qtbot: QtBot, language: str) -> None:
        self.data, self.documents, self.language = folder / "data", folder / "Documents", language
        self._qtbot = qtbot

    @contextmanager
    def open(self, vault: str = "") -> Iterator[tuple[App, Shell, Hands]]:
        with open_app(vault, str(self.data)) as app:
            if not app.settings.get("language"):
                app.settings.put("language", self.language)
                app.settings.put("scheme", "light")
            with open_shell(app) as opened:
                assert opened is not None
                shell = opened.shell
                shell.resize(1280, 800)
                try:
                    # without a screen the end of the window before takes the focus along: ask until it is there
                    self._qtbot.waitUntil(lambda: shell.activateWindow() or shell.isActiveWindow())
                    yield app, shell, Hands(self._qtbot, shell)
                finally:
                    take_away(shell)


@pytest.fixture(params=["nl", "en"])
def house(request: pytest.FixtureRequest, tmp_path: Path, qtbot: QtBot, qapp: QApplication,
          monkeypatch: pytest.MonkeyPatch) -> House:
    made = House(tmp_path, qtbot, request.param)
    monkeypatch.setattr("platformdirs.user_documents_path", lambda: made.documents)
    return made


WORDS = {
    "nl": ("Probeer de voorbeeldbibliotheek", "Hiermee beginnen", "Naar mijn eigen map", "Gewoon beginnen",
           "Kies mensen om te volgen", "Eerste stappen", "Vrijdagvondsten"),
    "en": ("Try the sample library", "Start with these", "To my own folder", "Just begin", "Choose people to follow",
           "First steps", "Friday's Finds"),
}


def test_from_the_first_start_to_a_first_draft(house: House) -> None:
    try_it, start, leave, *_, finds = WORDS[house.language]
    with house.open() as (app, shell, hands):
        assert shell.is_beginning()
        hands.tab_to(try_it)
        hands.press(Qt.Key.Key_Space)
        hands.until(lambda: not shell.isVisible())
        assert app.beginning is not None
        assert app.beginning.again == "chosen"
    assert not house.documents.exists(), "no folder is made before it is chosen"

    with house.open() as (app, shell, hands):
        assert not shell.is_beginning()
        assert app.vault_folder.is_relative_to(house.data)
        today = shell.findChild(TodayPage)
        assert isinstance(today, TodayPage)
        hands.until(lambda: len(today.waiting.writing_rows()) == 3)
        hands.until(lambda: today.finds.act.shown_text() == start)
        hands.tab_to(start)
        hands.press(Qt.Key.Key_Space)
        hands.until(hands.see(SharePage).has_draft)
        drafts = sorted(path.name for path in (app.vault_folder / "drafts").glob("*.md"))
        assert len(drafts) == 2
        assert all(name.startswith(finds) for name in drafts)
        hands.type("")
        shell.show_room("today")
        hands.tab_to(leave)
        hands.press(Qt.Key.Key_Space)
        hands.until(lambda: not shell.isVisible())

    with house.open() as (app, shell, _):
        assert app.vault_folder == house.documents / "PKM"
        assert not shell.is_beginning(), "they were left, and wait on Today"
        today = shell.findChild(TodayPage)
        assert isinstance(today, TodayPage)
        hands = Hands(house._qtbot, shell)
        hands.until(lambda: (house.documents / "PKM").is_dir())
        assert not list((house.documents / "PKM").rglob("*.md")), "nothing of the sample is in one's own folder"
        hands.tab_to(WORDS[house.language][5])
        hands.press(Qt.Key.Key_Space)
        hands.until(lambda: shell.is_beginning())


def test_an_obsidian_vault_becomes_the_folder(house: House, tmp_path: Path) -> None:
    folder = tmp_path / "OneDrive - Ministerie" / "Mijn notities"
    (folder / ".obsidian").mkdir(parents=True)
    (folder / "Dagboek.md").write_text("# Dagboek\n\nWoorden.\n", encoding="utf-8")
    with house.open() as (app, shell, hands):
        welcome = shell.findChild(WelcomePage)
        assert isinstance(welcome, WelcomePage)
        welcome.choice.take(str(tmp_path / "data" / "data" / "x"))
        hands.until(lambda: welcome.choice.told.isVisible())
        assert welcome.choice.folder == str(house.documents / "PKM"), "the former one stays"
        welcome.choice.take(str(folder))
        hands.until(lambda: welcome.choice.folder == str(folder))
        hands.tab_to(WORDS[house.language][4])
        hands.press(Qt.Key.Key_Space)
        hands.until(lambda: not shell.isVisible())
    with house.open() as (app, shell, hands):
        assert app.vault_folder == folder
        hands.until(lambda: shell._current == "seek")
        hands.until(lambda: [card.title for card in app.sense.cards()] == ["Dagboek"])
        assert (folder / "Dagboek.md").read_text(encoding="utf-8") == "# Dagboek\n\nWoorden.\n"
    assert not house.documents.exists()
    with house.open() as (_, shell, _hands):
        assert not shell.is_beginning()


def test_the_default_folder_is_made_once_it_is_chosen(house: House) -> None:
    with house.open() as (app, shell, hands):
        assert not house.documents.exists()
        hands.tab_to(WORDS[house.language][3])
        hands.press(Qt.Key.Key_Space)
        hands.until(lambda: shell._current == "today")
        hands.until(lambda: (house.documents / "PKM").is_dir())
        assert app.settings.get("vault") or app.beginning is not None
    with house.open() as (app, shell, _):
        assert not shell.is_beginning()
        assert app.vault_folder == house.documents / "PKM"


def test_who_goes_elsewhere_has_left_the_first_steps(house: House) -> None:
    with house.open() as (app, shell, hands):
        hands.type("gk")
        hands.until(lambda: shell._current == "seek")
        hands.until(lambda: (house.documents / "PKM").is_dir())
        assert app.beginning is not None
        assert app.beginning.state() == "later"
        shell.show_room("today")
        hands.tab_to(WORDS[house.language][5])
        hands.press(Qt.Key.Key_Space)
        assert shell.is_beginning()


def test_a_folder_that_will_not_do_is_refused(house: House, tmp_path: Path) -> None:
    with open_app("", str(house.data)) as app:
        assert app.beginning is not None
        (tmp_path / "file").write_text("x")
        for folder, words in ((tmp_path / "file", "is a file"), (house.data / "data" / "x", "may not lie inside")):
            with pytest.raises(Refused, match=words):
                app.beginning.choose(str(folder))
        assert app.beginning.again == ""
        assert app.beginning.state() == ""


def test_the_window_comes_again_in_the_other_folder(house: House, qapp: QApplication) -> None:
    seen: list[bool] = []

    def act() -> None:
        shells = [one for one in qapp.topLevelWidgets() if isinstance(one, Shell) and one.isVisible()]
        if not shells:
            return
        sample = shells[0].context.services.beginning.sample
        if sample not in seen:
            seen.append(sample)
            shells[0].pages.welcome.acts["sample"].click() if not sample else shells[0].close()

    timer = QTimer()
    timer.timeout.connect(act)
    timer.start(300)
    assert open_window("", str(house.data)) == 0
    timer.stop()
    assert seen == [False, True]
