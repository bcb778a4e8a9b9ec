"""What is done at the side of Seek and seen there."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from pkm_app.seek.model import Feed
from pkm_app.ui.seek.page import SeekPage
from pkm_app.ui.seek.side_rows import SideRow
from pkm_app.ui.shell import Shell


def rows(page: SeekPage, kind: str) -> list[SideRow]:
    return [row for row in page.side.rows.rows if row.kind == kind]


def answer(qtbot: QtBot, page: SeekPage, words: str) -> None:
    ask = page._side_panel.ask
    assert ask.isVisible()
    ask.field.setText(words)
    qtbot.keyClick(ask.field, Qt.Key.Key_Return)


def feed(shell: Shell, name: str) -> Feed:
    return next(one for one in shell.context.services.seek.feeds() if one.feed_id == name)


def undo(qtbot: QtBot, shell: Shell) -> None:
    qtbot.keyClick(shell, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
