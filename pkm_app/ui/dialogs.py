"""The few dialogs there are: the system's own for files, and a question where nothing can be undone.

How to use it: ``ask(parent, tr("..."), tr("Delete"))`` returns whether the person said yes; ask only where the
act cannot be taken back. No other module opens a message box.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFileDialog,
    QMessageBox,  # noqa: TID251  this is the one place
    QWidget,
)

from pkm_app.ui.i18n import tr


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


def choose_folder(parent: QWidget, title: str, folder: str) -> str:
    """Let the person choose a folder, in the system's own dialog; "" when they think better of it.

    ``folder`` is where to begin; where there is none yet, the nearest folder above it.
    """
    start = Path(folder)
    while not start.is_dir() and start != start.parent:
        start = start.parent
    return QFileDialog.getExistingDirectory(parent, title, str(start))
