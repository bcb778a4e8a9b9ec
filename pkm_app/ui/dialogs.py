"""The few dialogs there are: the keys, and a question where nothing can be undone.

How to use it: ``ask(parent, tr("..."), tr("Delete"))`` returns whether the person said yes; ask only where the
act cannot be taken back. No other module opens a message box.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QGridLayout,
    QMessageBox,  # noqa: TID251  this is the one place
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from pkm_app.ui.commands import Commands
from pkm_app.ui.i18n import tr
from pkm_app.ui.look import Look
from pkm_app.ui.widgets import Label


def ask(parent: QWidget, question: str, yes: str) -> bool:
    """Ask before something that cannot be undone; the safe answer is the default."""
    box = QMessageBox(parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(question)
    accept = box.addButton(yes, QMessageBox.ButtonRole.DestructiveRole)
    leave = box.addButton(tr("Cancel"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(leave)
    box.exec()
    return box.clickedButton() is accept


class KeysDialog(QDialog):
    """All acts of this moment with their keys."""

    def __init__(self, look: Look, commands: Commands, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Keys"))
        page = QWidget()
        grid = QGridLayout(page)
        grid.setContentsMargins(24, 20, 24, 20)
        grid.setHorizontalSpacing(28)
        grid.setVerticalSpacing(9)
        title = Label(look, "ink", 19, 600, family="reading")
        title.setText(tr("Keys"))
        grid.addWidget(title, 0, 0, 1, 2)
        shown = [command for command in commands.all() if commands.key(command.id)]
        for row, command in enumerate(shown, start=1):
            key = Label(look, "ink2", 13, 500).hug()
            key.setText(commands.shown_key(command.id))
            words = Label(look, "ink", 13).hug()
            words.setText(tr(command.words))
            grid.addWidget(key, row, 0)
            grid.addWidget(words, row, 1)
        grid.setColumnStretch(1, 1)
        area = QScrollArea()
        area.setWidget(page)
        area.setWidgetResizable(True)
        area.setAccessibleName(tr("Keys"))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(area)
        self.resize(420, min(640, 90 + 26 * len(shown)))


def choose_file_to_write(parent: QWidget, title: str, name: str, kinds: dict[str, str]) -> str:
    """Let the person choose a file to write, in the system's own dialog; "" when they think better of it.

    ``kinds`` are endings with their words; the first is the one proposed. A name without an ending gets it.
    """
    safe = "".join(ch if ch.isalnum() or ch in " -_.,()" else " " for ch in name).strip() or "PKM"
    ending = next(iter(kinds))
    chosen, kind = QFileDialog.getSaveFileName(parent, title, f"{safe}.{ending}", ";;".join(kinds.values()))
    if not chosen:
        return ""
    ending = next((end for end, words in kinds.items() if words == kind), ending)
    return chosen if "." in chosen.rpartition("/")[2] else f"{chosen}.{ending}"


def choose_file(parent: QWidget, title: str, kinds: str) -> str:
    """Let the person choose a file to read, in the system's own dialog; "" when they think better of it."""
    return QFileDialog.getOpenFileName(parent, title, "", kinds)[0]


def choose_file_to_read(parent: QWidget, title: str, kinds: dict[str, str]) -> str:
    """Let the person choose a file to read; "" when they think better of it. ``kinds``: patterns with their words."""
    shown = ";;".join(f"{tr(words)} ({pattern})" for pattern, words in kinds.items())
    return QFileDialog.getOpenFileName(parent, title, "", shown)[0]
