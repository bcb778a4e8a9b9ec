"""Writing beside reading: a note about the article, next to it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from pkm_app.sense.notes import NewNote
from pkm_app.ui.seek.page import SeekPage
from pkm_app.ui.shell import Shell
from tests.ui.test_highlights_in_reader import LONG, add, highlights, read


@pytest.fixture
def page(shell: Shell) -> Iterator[SeekPage]:
    shell.show_room("seek")
    found = shell.findChild(SeekPage)
    assert found is not None
    yield found
    found.beside.close_pane()


def test_b_opens_a_note_about_the_article_and_it_comes_again(qtbot: QtBot, shell: Shell, page: SeekPage) -> None:
    read(qtbot, shell, page, LONG)
    add(qtbot, shell, page, "Sentence 1 of a long article")
    before = page.view.pane.verticalScrollBar().value()
    qtbot.keyClicks(page.view.pane, "b")
    beside, pane = page.beside, page.beside.editor.pane
    qtbot.waitUntil(beside.isVisible)
    qtbot.waitUntil(pane.hasFocus)
    assert "> Sentence 1 of a long article" in pane.text(), "what was highlighted is quoted with its credit"
    assert page.view.isVisible()
    pane.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.keyClicks(pane, "My own line, jk.")
    qtbot.keyClick(pane, Qt.Key.Key_Escape)
    qtbot.waitUntil(page.view.pane.hasFocus)
    assert abs(page.view.pane.verticalScrollBar().value() - before) < 400
    path = beside.editor.keeper.path
    qtbot.keyClicks(page.view.pane, "b")
    assert not beside.isVisible()
    assert "My own line, jk." in shell.context.services.sense.load(path).file.body
    qtbot.keyClicks(page.view.pane, "b")
    qtbot.waitUntil(beside.isVisible)
    assert beside.editor.keeper.path == path
    assert highlights(shell)[0].used_in == (path,)


def test_shift_b_puts_a_highlight_into_the_note(qtbot: QtBot, shell: Shell, page: SeekPage) -> None:
    read(qtbot, shell, page, LONG)
    qtbot.keyClicks(page.view.pane, "b")
    pane = page.beside.editor.pane
    qtbot.waitUntil(page.beside.isVisible)
    qtbot.keyClick(pane, Qt.Key.Key_Escape)
    add(qtbot, shell, page, "Sentence 3 of a long article")
    qtbot.keyClick(page.view.pane, Qt.Key.Key_B, Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: "> Sentence 3 of a long article" in pane.text())


def test_the_list_makes_way_where_there_is_no_room_for_three(qtbot: QtBot, shell: Shell, page: SeekPage) -> None:
    read(qtbot, shell, page, LONG)
    shell.resize(1024, 700)
    qtbot.keyClicks(page.view.pane, "b")
    qtbot.waitUntil(page.beside.isVisible)
    assert not page._panel.isVisible()
    assert page.view.isVisible()
    page.beside.close_pane()
    assert page._panel.isVisible()


@pytest.mark.parametrize("highlighted", [True, False])
def test_the_note_about_an_article_is_found_in_the_vault_on_another_machine(
        qtbot: QtBot, shell: Shell, page: SeekPage, highlighted: bool) -> None:
    read(qtbot, shell, page, LONG)
    if highlighted:
        add(qtbot, shell, page, "Sentence 1 of a long article")
    qtbot.keyClicks(page.view.pane, "b")
    beside = page.beside
    qtbot.waitUntil(beside.isVisible)
    path = beside.editor.keeper.path
    beside.close_pane()
    shell.context.services.settings.put("reading.notes", "")  # another machine's settings know nothing of it
    qtbot.keyClicks(page.view.pane, "b")
    qtbot.waitUntil(beside.isVisible)
    assert beside.editor.keeper.path == path


def test_a_note_that_only_names_the_article_among_others_is_not_the_one_about_it(
        qtbot: QtBot, shell: Shell, page: SeekPage) -> None:
    read(qtbot, shell, page, LONG)
    add(qtbot, shell, page, "Sentence 1 of a long article")
    services = shell.context.services
    name = highlights(shell)[0].highlight_id
    other = next(one for one in services.seek.articles("all") if one.article_id != "a00000")
    services.marking.set([other], "kept")
    source = next(card for card in services.sense.cards(("source",)) if card.title == other.title)
    mixed = services.sense.new_note(NewNote("Both", f"See [[{source.path.removesuffix('.md')}]].\n"), (name,))[1]
    qtbot.keyClicks(page.view.pane, "b")
    qtbot.waitUntil(page.beside.isVisible)
    assert page.beside.editor.keeper.path != mixed
