"""The few dialogs there are: the system's own for files, a question where nothing can be undone, and ours.

How to use it: ``ask(parent, tr("..."), tr("Delete"))`` returns whether the person said yes; ask only where the
act cannot be taken back. No other module opens a message box. Windows over the window are a ``Dialog``.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLayout,
    QMessageBox,  # noqa: TID251  this is the one place
    QVBoxLayout,
    QWidget,
)

from pkm_app.ui.geometry import within
from pkm_app.ui.i18n import tr

_ENDING = re.compile(r"\.[a-z][a-z0-9]{0,9}$", re.IGNORECASE)  # "Dr. Jansen" has none, nor has "version 1.2"


class Dialog(QDialog):
    """A window over another one: over its middle, of the size it was made for, whole on its screen.

    Qt gives a dialog its place once it exists, and makes it exist on the first screen. On a second one of another
    scale it then keeps the pixels of the first and is two thirds of its size, or one and a half. So it has its place
    before.
    """

    def setVisible(self, visible: bool) -> None:
        """Qt's own: come over the middle of the window it belongs to."""
        over = self.parentWidget()
        if visible and over is not None and not self.isVisible():
            if not self.testAttribute(Qt.WidgetAttribute.WA_Resized):
                self.fit()
            window = over.window()
            box = QRect(self.rect())
            box.moveCenter(window.geometry().center())
            self.setScreen(window.screen())
            self.setGeometry(within(box, _free(window)))
        super().setVisible(visible)

    def arrange(self, parts: Sequence[QWidget | QLayout], buttons: Sequence[QWidget], width: int, height: int) -> None:
        """Put parts below each other, the last one in all the room there is, and buttons at the right below them; be as
        large as this where the window below is larger, and gone once closed."""
        acts = QHBoxLayout()
        acts.addStretch(1)
        for button in buttons:
            acts.addWidget(button)
        box = QVBoxLayout(self)
        box.setContentsMargins(18, 16, 18, 14)
        box.setSpacing(12)
        for part in (*parts, acts):
            stretch = 1 if part is parts[-1] else 0
            if isinstance(part, QWidget):
                box.addWidget(part, stretch)
            else:
                box.addLayout(part, stretch)
        below = self.parentWidget()
        over = below.window() if below is not None else self
        self.resize(min(width, over.width() - 40), min(height, over.height() - 60))
        self.finished.connect(self.deleteLater)

    def fit(self) -> None:
        """Become as large as what is in it asks for: as high as that is in the width there is. Qt takes the height it
        would have in the width that it asks for, also where the width is fixed, and spreads the rest as gaps."""
        self.adjustSize()
        layout = self.layout()
        if layout is not None and layout.hasHeightForWidth():
            self.resize(self.width(), layout.totalHeightForWidth(self.width()))

    def stay_in_sight(self) -> None:
        """Move up, or to the left, so far that what has grown lies on the screen; no larger than that."""
        if self.isVisible():
            self.setGeometry(within(self.geometry(), _free(self)))


def _free(window: QWidget) -> QRect:
    """Return what of its screen a window can have, within the frame that such a window has there."""
    inner, outer = window.geometry(), window.frameGeometry()
    return window.screen().availableGeometry().adjusted(
        inner.left() - outer.left(), inner.top() - outer.top(), inner.right() - outer.right(),
        inner.bottom() - outer.bottom())


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
    return choose_kind_to_write(parent, title, name, {ending: (ending, words) for ending, words in kinds.items()})[0]


def choose_kind_to_write(parent: QWidget, title: str, name: str,
                         kinds: Mapping[str, tuple[str, str]]) -> tuple[str, str]:
    """As :func:`choose_file_to_write`, where several kinds end in the same letters; return the file, and which kind
    was chosen. ``kinds`` are their endings and words."""
    safe = "".join(ch if ch.isalnum() or ch in " -_.,()" else " " for ch in name).strip() or "PKM"
    first = next(iter(kinds))
    shown = ";;".join(words for _, words in kinds.values())
    chosen, said = QFileDialog.getSaveFileName(parent, title, f"{safe}.{kinds[first][0]}", shown)
    if not chosen:
        return "", ""
    kind = next((key for key, (_, words) in kinds.items() if words == said), first)
    if _ENDING.search(chosen):
        return chosen, kind
    whole = f"{chosen}.{kinds[kind][0]}"  # of this name the system's dialog knew nothing, and has not asked
    if os.path.exists(whole) and not ask(parent, tr("“{name}” is there already. Shall it be replaced?",
                                                    name=Path(whole).name), tr("Replace")):
        return "", ""
    return whole, kind


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
