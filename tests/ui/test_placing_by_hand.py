"""A highlight that lost its place: what was read stands beside the article, and it is put where a person says."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from pkm_app.ui.notices import Notice
from pkm_app.ui.read_version import ReadVersionWindow
from pkm_app.ui.seek.page import SeekPage
from pkm_app.ui.shell import Shell
from pkm_app.ui.widgets import Button
from tests.ui.test_highlights_in_reader import MIXED, add, highlights, read, select


def press(card: QWidget, words: str) -> None:
    next(one for one in card.findChildren(Button) if one.shown_text() == words and not one.isHidden()).click()


def test_a_lost_highlight_is_put_in_its_place_by_hand_beside_the_version_that_was_read(
        qtbot: QtBot, shell: Shell) -> None:
    shell.show_room("seek")
    page = shell.findChild(SeekPage)
    assert page is not None
    said: list[Notice] = []
    shell.notices.said.connect(said.append)
    read(qtbot, shell, page, MIXED)
    add(qtbot, shell, page, "One emphasis and a link")
    name = highlights(shell)[0].highlight_id
    shell.context.services.sense.set_comment(name, "My words.")
    read(qtbot, shell, page, "<p>Another text altogether, of some length.</p>")
    qtbot.waitUntil(lambda: not page.view.comments.lost.isHidden())
    card = page.view.comments.cards[name]
    press(card, "Put it on the selection")
    assert said[-1].kind == "warning"
    press(card, "The version you read")
    window = page.view.findChild(ReadVersionWindow)
    assert window is not None
    qtbot.waitUntil(lambda: "One emphasis and a link to it here." in window.shown.toPlainText())
    assert not window.isModal()
    assert window.shown.textCursor().position() == window.shown.toPlainText().index("One emphasis")
    look = shell.context.look
    look.set_scheme("dark")
    assert [(mark.cursor.selectedText(), mark.format.background().color()) for mark in window.shown.extraSelections()
            ] == [("One emphasis and a link", look.color("yellow"))]
    assert "color" not in window.shown.toHtml().split("<body")[1].split(">", 1)[1]  # the words follow the theme
    window.reject()
    select(page, "Another text")
    press(card, "Put it on the selection")
    qtbot.waitUntil(lambda: [mark.id for mark in page.view.pane.marks] == [name])
    placed = highlights(shell)[0]
    assert (placed.exact, placed.where, placed.comment) == ("Another text", "exact", "My words.")
    assert card._find.isHidden()
    shell.notices.undo()
    qtbot.waitUntil(lambda: highlights(shell)[0].exact == "One emphasis and a link")
