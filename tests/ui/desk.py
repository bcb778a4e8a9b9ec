"""A note, open in the window over a demonstration library: for tests of the editor."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from pkm_app.sense.notes import NewNote
from pkm_app.ui.history import HistoryDialog
from pkm_app.ui.notices import Notice
from pkm_app.ui.sense.page import SensePage
from pkm_app.ui.shell import Shell
from tests.ui.demo import Demo


class Desk:
    """A note, open in the window."""

    def __init__(self, qtbot: QtBot, shell: Shell, demo: Demo, vault: Path, body: str, lang: str) -> None:
        self.qtbot, self.shell, self.demo, self.vault = qtbot, shell, demo, vault
        self.said: list[Notice] = []
        shell.notices.said.connect(self.said.append)
        self.path = demo.services.sense.new_note(NewNote("Mine", body, lang=lang))[1]
        shell.show_room("sense")
        shell.go("note", self.path)
        page = shell.findChild(SensePage)
        assert page is not None
        self.page, self.editor, self.pane = page, page.note.editor, page.note.pane
        self.pane.setFocus()
        qtbot.waitUntil(self.pane.hasFocus)

    def end(self) -> None:
        self.pane.moveCursor(QTextCursor.MoveOperation.End)

    def at(self, words: str) -> None:
        cursor = self.pane.textCursor()
        cursor.setPosition(self.pane.text().index(words) + 1)
        self.pane.setTextCursor(cursor)

    def with_history(self) -> HistoryDialog:
        """Write another text over this one, and look at what stood here before."""
        self.pane.selectAll()
        self.qtbot.keyClicks(self.pane, "The second text.")
        self.page.save_now()
        self.page.acts.history()
        dialog = self.shell.findChild(HistoryDialog)
        assert dialog is not None
        self.qtbot.waitUntil(lambda: "first" in dialog.shown.toPlainText())
        return dialog

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.qtbot.keyClick(self.pane, key, modifier)
