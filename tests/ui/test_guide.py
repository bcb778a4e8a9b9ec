"""The guide in the program: both languages, links, pictures, the keys as they are now, and nothing from outside."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt, QUrl
from PySide6.QtGui import QImage, QTextDocument
from pytestqt.qtbot import QtBot

from pkm_app.base.resources import guide_folder
from pkm_app.ui.guide import GuideWindow, pages
from pkm_app.ui.shell import Shell

IMAGE = QTextDocument.ResourceType.ImageResource.value


@pytest.fixture
def guide(qtbot: QtBot, shell: Shell) -> GuideWindow:
    qtbot.waitUntil(shell.isActiveWindow)
    qtbot.keyClick(shell, Qt.Key.Key_F1)
    qtbot.waitUntil(lambda: shell.findChild(GuideWindow) is not None)
    found = shell.findChild(GuideWindow)
    assert found is not None
    qtbot.waitUntil(found.isVisible)
    return found


@pytest.mark.parametrize("language", ["en", "nl"])
def test_every_page_is_named_in_the_index(language: str) -> None:
    folder = guide_folder() / language
    assert {name for name, _ in pages(folder)} == {path.name for path in folder.glob("*.md")}


def test_pages_are_chosen_and_follow_links_and_the_language(shell: Shell, guide: GuideWindow) -> None:
    assert guide.list.count() > 10
    guide.pane.wanted.emit("seek.md")
    assert guide.page == "seek.md"
    assert guide.list.currentItem().data(Qt.ItemDataRole.UserRole) == "seek.md"
    english = guide.pane.toPlainText()
    shell.context.language.set("nl")
    QCoreApplication.sendPostedEvents()
    assert guide.page == "seek.md"
    assert guide.pane.toPlainText() != english
    assert guide.windowTitle() == "Handleiding"
    guide.show_page("../../../pyproject.toml")
    assert guide.page == "seek.md"


def test_the_keys_are_those_of_now(shell: Shell, guide: GuideWindow) -> None:
    shell.commands.set_key("seek.keep", "Shift+F7")
    guide.show_page("keys.md")
    text = guide.pane.toPlainText()
    assert "Shift F7" in text
    assert "made from the commands" not in text


def test_only_pictures_of_the_guide_are_read(guide: GuideWindow, tmp_path: Path) -> None:
    other = tmp_path / "other.png"
    QImage(4, 4, QImage.Format.Format_RGB32).save(str(other))
    assert isinstance(guide.pane.loadResource(IMAGE, QUrl("../pictures/seek.png")), QImage)
    assert guide.pane.loadResource(IMAGE, QUrl.fromLocalFile(str(other))) is None
    style = QTextDocument.ResourceType.StyleSheetResource.value
    assert guide.pane.loadResource(style, QUrl("../pictures/seek.png")) is None
