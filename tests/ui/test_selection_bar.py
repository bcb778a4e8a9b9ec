"""The bar of a selection in the reader: it outlasts another theme, and covers no words of one's own."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt
from pytestqt.qtbot import QtBot

from pkm_app.ui.seek.page import SeekPage
from pkm_app.ui.shell import Shell
from tests.ui.test_highlights_in_reader import LONG, add, read, select


def _page(shell: Shell) -> SeekPage:
    shell.show_room("seek")
    page = shell.findChild(SeekPage)
    assert page is not None
    return page


def test_a_change_of_theme_keeps_the_selection_and_its_bar(qtbot: QtBot, shell: Shell) -> None:
    page = _page(shell)
    shell.resize(1024, 700)
    read(qtbot, shell, page, LONG)
    select(page, "Sentence 2 of a long article")
    pane, bar = page.view.pane, page.view.bar
    pane.selected.emit(True)
    assert bar.isVisible()
    shell.context.look.set_scheme("dark")
    qtbot.waitUntil(lambda: pane.textCursor().selectedText() == "Sentence 2 of a long article")
    assert bar.isVisible()
    bar.hide()
    shell.context.look.set_scheme("light")
    assert pane.textCursor().selectedText() == "Sentence 2 of a long article"
    assert not bar.isVisible()


def test_the_bar_of_a_selection_covers_no_words_of_ones_own(qtbot: QtBot, shell: Shell) -> None:
    page = _page(shell)
    shell.resize(1280, 900)
    read(qtbot, shell, page, "<p>A short paragraph with a few words.</p><p>Another one below it, no longer.</p>")
    add(qtbot, shell, page, "A short paragraph")
    card = next(iter(page.view.comments.cards.values()))
    assert card.field.horizontalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    pane, bar = page.view.pane, page.view.bar
    select(page, "few words")
    pane.selected.emit(True)
    assert bar.isVisible()
    there = QRect(card.mapTo(pane, QPoint(0, 0)), card.size())
    assert not there.intersects(bar.geometry())
    assert bar.x() >= pane.viewport().x()
    assert bar.geometry().right() <= pane.viewport().geometry().right()


def test_at_the_lower_edge_the_bar_stands_above_what_is_selected(qtbot: QtBot, shell: Shell) -> None:
    page = _page(shell)
    shell.resize(1024, 700)
    read(qtbot, shell, page, LONG)
    pane, bar = page.view.pane, page.view.bar
    select(page, "Sentence 12 of a long article")
    scroll = pane.verticalScrollBar()
    scroll.setValue(scroll.value() + round(pane.selection_box().bottom()) - pane.viewport().height() + 4)
    pane.selected.emit(True)
    assert bar.isVisible()
    first = pane.boxes(pane.textCursor().selectionStart(), pane.textCursor().selectionEnd())[0]
    assert bar.geometry().bottom() <= pane.viewport().y() + first.top()
    assert bar.y() >= pane.viewport().y()
