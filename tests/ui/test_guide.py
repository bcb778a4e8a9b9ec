"""The guide in the program: both languages, links, pictures, the keys as they are now, and nothing from outside."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt, QUrl
from PySide6.QtGui import QImage, QTextBlock, QTextCursor, QTextDocument
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


def test_links_follow_the_colours_and_the_place_stays(shell: Shell, guide: GuideWindow) -> None:
    guide.show_page("seek.md")
    bar = guide.pane.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    place = bar.value()
    shell.context.look.set_scheme("dark")
    guide.show_page("index.md")
    assert colours(guide) == {shell.context.look.color("seek").name()}
    guide.show_page("seek.md")
    bar.setValue(place)
    shell.context.look.set_scheme("light")
    assert bar.value() == place
    guide.show_page("index.md")
    shell.context.look.set_scheme("contrast")
    assert colours(guide) == {shell.context.look.color("seek").name()}


def test_links_have_a_line_below(guide: GuideWindow) -> None:
    links = [piece.format.fontUnderline() for block in blocks(guide) for piece in block.textFormats()
             if piece.format.isAnchor()]
    assert len(links) > 10
    assert all(links)


def colours(guide: GuideWindow) -> set[str]:
    return {piece.format.foreground().color().name() for block in blocks(guide) for piece in block.textFormats()
            if piece.format.isAnchor()}


def blocks(guide: GuideWindow) -> list[QTextBlock]:
    found, block = [], guide.pane.document().begin()
    while block.isValid():
        found.append(block)
        block = block.next()
    return found


def test_paragraphs_stand_apart_and_bold_is_no_heavier_than_the_letters_come(guide: GuideWindow) -> None:
    for name, _ in pages(guide_folder() / "en"):
        guide.show_page(name)
        plain = [one for one in blocks(guide) if not one.textList() and not one.blockFormat().headingLevel()
                 and not QTextCursor(one).currentTable()]
        assert all(one.blockFormat().topMargin() >= 8 for one in plain), name
        weights = {piece.format.fontWeight() for one in blocks(guide) if one.length() > 1
                   for piece in one.textFormats()}
        assert max(weights) <= 600, name
